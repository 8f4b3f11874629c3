//! What each request is called, in its answer and in the log.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use axum::http::HeaderValue;

/// Names of requests: a stamp of the server's start, and a count.
#[derive(Debug)]
pub(super) struct Identities {
    stamp: Arc<str>,
    next: AtomicU64,
}

/// A request's name, as `19ac2f4d3b7-42`. It can be guessed, and
/// opens nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId {
    stamp: Arc<str>,
    number: u64,
}

impl Identities {
    /// Under a stamp, of which only letters and digits are taken.
    pub fn new(stamp: &str) -> Self {
        let stamp: String = stamp.chars().filter(char::is_ascii_alphanumeric).collect();
        Self { stamp: stamp.into(), next: AtomicU64::new(1) }
    }

    pub fn next(&self) -> RequestId {
        RequestId { stamp: Arc::clone(&self.stamp), number: self.next.fetch_add(1, Ordering::Relaxed) }
    }
}

impl RequestId {
    pub(super) fn header(&self) -> HeaderValue {
        self.to_string().parse().expect("letters, digits and a dash")
    }
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.stamp, self.number)
    }
}
