//! What a server tells its operator: a line for each answer, and what happens to its certificate.

use std::sync::Arc;
use std::sync::mpsc::{TrySendError, sync_channel};
use std::thread;

use serde::{Serialize, Serializer};

use super::identity::RequestId;
use super::metrics::{LOG_LINES_LOST, Metrics};
use super::peer::Prefix;
use super::tls::TlsError;

/// How many lines may wait to be written.
const LINES_MAX: usize = 8_192;

/// What is told.
#[derive(Debug)]
#[non_exhaustive]
pub enum DoorNotice<'a> {
    /// A request was answered, and the answer has ended.
    Answered(&'a Answered<'a>),
    /// The certificate's files are new and in use.
    CertificateRenewed,
    /// The certificate's files are new and cannot be used: the certificate before stays.
    CertificateUnfit(&'a TlsError),
}

/// An answer that has ended. Nothing of it is a secret: no query, no body, no header, and nobody's whole address.
#[derive(Debug, Serialize)]
pub struct Answered<'a> {
    /// When the request came, in milliseconds since 1970.
    pub at: u64,
    /// The request's name, which its answer has too.
    #[serde(serialize_with = "displayed")]
    pub id: &'a RequestId,
    /// Its method; `other` where it is none of the usual.
    pub method: &'static str,
    /// Its route, with names in the place of what was asked for; `-` where no route answered.
    pub route: &'a str,
    /// The status.
    pub status: u16,
    /// How many bytes of its body went out.
    pub bytes: u64,
    /// How long it took until it began.
    pub micros: u64,
    /// Whether it reached its end: its reader may leave before.
    pub whole: bool,
    /// Whose answer it was, roughly.
    #[serde(serialize_with = "displayed")]
    pub peer: Prefix,
}

/// Whoever is told. It must not wait: [`apart`] is a way.
pub type Tell = Arc<dyn Fn(&DoorNotice<'_>) + Send + Sync>;

/// Nobody is told.
pub fn nobody() -> Tell {
    Arc::new(|_| ())
}

/// Writes lines on a thread of its own, so that no answer waits for a terminal or a full pipe. More than may wait are
/// lost, and counted as lost. The thread ends with the last who writes to it.
pub fn apart(metrics: Arc<Metrics>, mut write: impl FnMut(String) + Send + 'static) -> impl Fn(String) + Send + Sync {
    let (lines, waiting) = sync_channel(LINES_MAX);
    thread::spawn(move || waiting.into_iter().for_each(&mut write));
    move |line| match lines.try_send(line) {
        Ok(()) | Err(TrySendError::Disconnected(_)) => {}
        Err(TrySendError::Full(_)) => metrics.count(&LOG_LINES_LOST, &[], 1),
    }
}

impl Answered<'_> {
    /// As one line of JSON.
    pub fn json(&self) -> String {
        serde_json::to_string(self).expect("texts and numbers")
    }
}

fn displayed<S: Serializer>(value: &impl ToString, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&value.to_string())
}
