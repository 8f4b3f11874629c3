//! The body of a request, read whole before a route sees it. Each connection may hold a small one; of large ones there
//! are a few at once, and they have more time.

use std::future::poll_fn;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Bytes, HttpBody};
use hyper::body::{Frame, Incoming};
use tokio::time::{Instant, timeout_at};

use super::limits::Limits;
use super::peer::Prefix;
use super::rates::RetryAfter;
use super::refusal::Refusal;
use super::shares::{NoShare, Share, Shares};

/// After how long it is worth coming again with a large body.
const FULL_SECONDS: u64 = 5;

/// A body that is there.
pub(super) struct Whole {
    pub bytes: Bytes,
    /// That of a large one, until it is answered.
    _share: Option<Share>,
}

/// Reads a body.
pub(super) async fn read(body: Incoming, limits: &Limits, large: &Shares, from: Prefix) -> Result<Whole, Refusal> {
    let mut reading = Reading { body, bytes: Vec::new(), share: None, began: Instant::now(), limits, large, from };
    // Who says how much comes need not send it.
    let said = reading.body.size_hint();
    reading.grows_to(said.lower())?;
    while let Some(frame) = reading.frame().await? {
        let Ok(data) = frame.into_data() else { continue };
        reading.grows_to(reading.bytes.len().saturating_add(data.len()) as u64)?;
        reading.bytes.extend_from_slice(&data);
    }
    Ok(Whole { bytes: reading.bytes.into(), _share: reading.share })
}

struct Reading<'a> {
    body: Incoming,
    bytes: Vec<u8>,
    share: Option<Share>,
    began: Instant,
    limits: &'a Limits,
    large: &'a Shares,
    from: Prefix,
}

impl Reading<'_> {
    /// Whether a body of so many bytes may be read on.
    fn grows_to(&mut self, bytes: u64) -> Result<(), Refusal> {
        if bytes > self.limits.body_bytes.0 as u64 {
            return Err(Refusal::TooLarge);
        }
        if bytes > self.limits.small_body_bytes.0 as u64 && self.share.is_none() {
            let full = |_: NoShare| Refusal::Full(RetryAfter::seconds(FULL_SECONDS));
            self.share = Some(self.large.take(self.from).map_err(full)?);
        }
        Ok(())
    }

    /// The next piece of it, in the time that it has.
    async fn frame(&mut self) -> Result<Option<Frame<Bytes>>, Refusal> {
        let time: Duration = if self.share.is_some() { self.limits.body_time } else { self.limits.small_body_time };
        let body = &mut self.body;
        let next = poll_fn(|context| Pin::new(&mut *body).poll_frame(context));
        match timeout_at(self.began + time, next).await {
            Ok(Some(Ok(frame))) => Ok(Some(frame)),
            Ok(Some(Err(_))) => Err(Refusal::Broken),
            Ok(None) => Ok(None),
            Err(_) => Err(Refusal::TooSlow),
        }
    }
}
