//! What a route knows of who asks: how often a key may, and streams that do not end by themselves.

use std::future::Future;
use std::net::IpAddr;
use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use tokio::time::{Instant, sleep_until};

use super::door::{Busy, Place};
use super::host::Host;
use super::identity::RequestId;
use super::limits::Limits;
use super::operating::Operating;
use super::peer::Prefix;
use super::rates::RetryAfter;
use super::shares::Share;
use super::stopping::{Stop, unless};

/// A request, as the door knows it. Every route of a server can ask for it, as an extractor.
#[derive(Clone)]
pub struct Visit {
    pub(super) id: RequestId,
    pub(super) client: IpAddr,
    pub(super) host: Arc<Host>,
    pub(super) place: Arc<Place>,
    pub(super) stop: Stop,
}

/// A place for an answer that does not end by itself, held for as long as it is written. The connection is not made to
/// go meanwhile, and its life is longer.
pub struct Stream {
    _share: Option<Share>,
    _busy: Busy,
    stop: Stop,
    until: Instant,
}

/// A place for an answer that takes long, held until it is there.
pub struct Slow(#[expect(dead_code, reason = "it is held")] Option<Share>);

/// As many streams are read as may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoStream;

/// As many wait for what takes long as may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

impl Visit {
    /// What the request is called, in its answer and in the log.
    pub fn id(&self) -> &RequestId {
        &self.id
    }

    /// What the server allows.
    pub fn limits(&self) -> &Limits {
        &self.host.setting.limits
    }

    /// What the server's operator sees: for what a route counts.
    pub fn operating(&self) -> &Operating {
        &self.host.setting.operating
    }

    /// Whether the server was told to stop: what is not begun yet is not begun any more.
    pub fn is_stopping(&self) -> bool {
        self.stop.is_told()
    }

    /// Whether a key may hand in now; whatever a route calls a key. It loses nothing by the question: anybody can ask in
    /// its name.
    ///
    /// # Errors
    /// It did so too often; when it may again.
    pub fn may_hand_in(&self, key: &str) -> Result<(), RetryAfter> {
        self.host.may_hand_in(self.client, key)
    }

    /// A key hands in: something came of it that nobody else could have had.
    ///
    /// # Errors
    /// It did so too often; when it may again.
    pub fn hands_in(&self, key: &str) -> Result<(), RetryAfter> {
        self.host.handed_in_by(self.client, key)
    }

    /// Begins to wait for an answer that takes long.
    ///
    /// # Errors
    /// [`TooMany`]: as many wait as may, in all or from this address.
    pub fn slow(&self) -> Result<Slow, TooMany> {
        match self.host.is_unlimited(self.client) {
            true => Ok(Slow(None)),
            false => self.host.slow.take(Prefix::of(self.client)).map(|share| Slow(Some(share))).map_err(|_| TooMany),
        }
    }

    /// Begins an answer that does not end by itself.
    ///
    /// # Errors
    /// [`NoStream`]: as many are read as may be, by all or from this address.
    pub fn stream(&self) -> Result<Stream, NoStream> {
        let share = match self.host.is_unlimited(self.client) {
            true => None,
            false => Some(self.host.streams.take(Prefix::of(self.client)).map_err(|_| NoStream)?),
        };
        let until = Instant::now() + self.host.setting.limits.stream_time;
        Ok(Stream { _share: share, _busy: self.place.busy(), stop: self.stop.clone(), until })
    }
}

impl Stream {
    /// Waits for the next of what is streamed; none when the stream must end: the server stops, or it lasted as long as
    /// one may.
    pub async fn next<T>(&self, next: impl Future<Output = T>) -> Option<T> {
        unless(self.ended(), next).await
    }

    /// Waits until the stream must end.
    pub async fn ended(&self) {
        unless(self.stop.told(), sleep_until(self.until)).await;
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = StatusCode;

    /// # Errors
    /// 500: the routes are served by something else than a server of ours.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, StatusCode> {
        parts.extensions.get::<Self>().cloned().ok_or(StatusCode::INTERNAL_SERVER_ERROR)
    }
}
