//! Nudges as server-sent events: that the log grew, and where what changed is, for as long as somebody reads. What a slow
//! reader misses is in the next nudge, so that nothing waits in memory for anybody.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until, timeout};

use super::answer::json;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::server::limits::Limits;
use crate::server::visit::Stream;
use crate::view::since::Nudge;

/// After how many milliseconds a reader whose stream ended comes back. It stands in each nudge: alone, some clients take it
/// for a nudge without anything.
const RETRY: u16 = 3000;
/// What readers pass over: a stream begins so, and shows so that it is there.
const BEAT: &[u8] = b":\n\n";

/// Somebody who follows the log.
pub(in crate::server) struct Follower {
    stream: Stream,
    sealed: watch::Receiver<Checkpoint>,
    /// The size that was told last.
    told: Size,
    is_rehearsal: bool,
    beat: Duration,
    rest: Duration,
    rests_until: Instant,
}

/// A piece of the stream, and who waits for the next; none at its end.
type Next = Pin<Box<dyn Future<Output = Option<(Follower, Bytes)>> + Send>>;

/// The body of a stream; nothing after its end.
struct Nudges(Option<Next>);

impl Follower {
    /// Somebody who knows so much of the log.
    pub fn new(
        stream: Stream,
        limits: &Limits,
        sealed: watch::Receiver<Checkpoint>,
        told: Size,
        is_rehearsal: bool,
    ) -> Self {
        let (beat, rest) = (limits.stream_beat, limits.stream_rest);
        Self { stream, sealed, told, is_rehearsal, beat, rest, rests_until: Instant::now() }
    }

    /// What is sent, until the stream must end.
    pub fn into_body(self) -> Body {
        Body::new(Nudges(Some(Box::pin(async { Some((self, Bytes::from_static(BEAT))) }))))
    }

    async fn next(mut self) -> Option<(Self, Bytes)> {
        let (sealed, told, rests_until) = (&mut self.sealed, self.told, self.rests_until);
        let grown = async {
            sleep_until(rests_until).await;
            sealed.wait_for(|sealed| sealed.size > told).await.ok().map(|sealed| sealed.clone())
        };
        let piece = match self.stream.next(timeout(self.beat, grown)).await? {
            // Nobody writes any more, and the server stops.
            Ok(None) => return None,
            Ok(Some(sealed)) => self.tell(&sealed),
            Err(_) => Bytes::from_static(BEAT),
        };
        Some((self, piece))
    }

    fn tell(&mut self, sealed: &Checkpoint) -> Bytes {
        let nudge = Nudge::of(sealed, self.is_rehearsal, self.told);
        (self.told, self.rests_until) = (sealed.size, Instant::now() + self.rest);
        let mut event = format!("id: {}\nevent: size\nretry: {RETRY}\ndata: ", sealed.size).into_bytes();
        event.extend(json(&nudge));
        event.extend(b"\n\n");
        event.into()
    }
}

impl HttpBody for Nudges {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let Some(next) = &mut self.0 else { return Poll::Ready(None) };
        next.as_mut().poll(context).map(|next| {
            let (next, piece) = next.map(|(follower, piece)| (Box::pin(follower.next()), piece)).unzip();
            self.0 = next.map(|next| next as Next);
            piece.map(|piece| Ok(Frame::data(piece)))
        })
    }
}
