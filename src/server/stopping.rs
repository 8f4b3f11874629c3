//! How everybody inside hears that the server stops, and how it hears that they have gone.

use std::future::{Future, poll_fn};
use std::pin::pin;
use std::task::Poll;

use tokio::sync::watch;

/// Tells everybody to stop.
#[derive(Debug)]
pub(super) struct Stopping(watch::Sender<bool>);

/// Hears it. As long as it is kept, its owner has not gone.
#[derive(Clone, Debug)]
pub(super) struct Stop(watch::Receiver<bool>);

impl Stopping {
    pub fn new() -> Self {
        Self(watch::Sender::new(false))
    }

    /// For one more who must hear it.
    pub fn listener(&self) -> Stop {
        Stop(self.0.subscribe())
    }

    /// Tells everybody, and waits until all have gone.
    pub async fn stop(self) {
        self.0.send_replace(true);
        self.0.closed().await;
    }
}

impl Stop {
    /// Whether it was told.
    pub fn is_told(&self) -> bool {
        *self.0.borrow() || self.0.has_changed().is_err()
    }

    /// Waits until it is told.
    pub async fn told(&self) {
        // A server that is gone has told to stop too.
        let _ = self.0.clone().wait_for(|told| *told).await;
    }
}

/// What comes first: the one, or the end of the other; none then.
pub(super) async fn unless<T>(end: impl Future<Output = ()>, wanted: impl Future<Output = T>) -> Option<T> {
    let (mut end, mut wanted) = (pin!(end), pin!(wanted));
    poll_fn(|context| match wanted.as_mut().poll(context) {
        Poll::Ready(wanted) => Poll::Ready(Some(wanted)),
        Poll::Pending => end.as_mut().poll(context).map(|()| None),
    })
    .await
}
