//! What an engine answered to one request, kept beside it: an absence is only what the engine itself calls one.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use object_store::{Extensions, HeaderMap};

use crate::store::unsaid::Unsaid;

/// What engines call an object that is not there. A bucket that is gone, a proxy and a page for people answer 404 too.
const ABSENCES: [&str; 2] = ["NoSuchKey", "BlobNotFound"];
/// What engines call a bucket that is not there; none comes to be there by itself.
const NO_BUCKET: [&str; 2] = ["NoSuchBucket", "ContainerNotFound"];
/// The most letters of what an engine calls an error; the longest that is known has 45.
const CODE_BYTES_MAX: usize = 64;

/// What one request was answered with: handed along with it, and read afterwards.
#[derive(Clone, Debug)]
pub struct Heard {
    /// How many bytes of an object are read.
    pub bytes_max: usize,
    answer: Arc<Mutex<Option<Answer>>>,
}

/// An answer, as far as it decides.
#[derive(Clone, Debug)]
pub enum Answer {
    /// Of a status.
    Status {
        /// The status.
        status: u16,
        /// What the engine calls it, where it says so.
        code: Option<String>,
        /// It was there, and was deleted: a store that keeps versions has a marker in its place.
        deleted: bool,
    },
    /// None, or none that is whole.
    Nothing(String),
    /// Nobody was asked, for it would not be safe.
    Unasked(String),
}

impl Heard {
    /// Of a request that nobody has answered.
    pub fn new(bytes_max: usize) -> Self {
        Self { bytes_max, answer: Arc::default() }
    }

    /// What travels with the request, so that whoever sends it finds this.
    pub fn beside(&self) -> Extensions {
        let mut extensions = Extensions::new();
        extensions.insert(self.clone());
        extensions
    }

    /// Notes an answer.
    pub fn note(&self, answer: Answer) {
        *self.answer.lock().unwrap_or_else(PoisonError::into_inner) = Some(answer);
    }

    /// Whether the engine says that nothing is there, and never was.
    pub fn is_absence(&self) -> bool {
        let absence = |code: &str| ABSENCES.contains(&code);
        matches!(self.answer(), Some(Answer::Status { status: 404, code: Some(code), deleted: false }) if absence(&code))
    }

    /// Why there is no clear answer: the engine's own word, or else what the library says.
    pub fn unsaid(&self, error: &object_store::Error) -> Unsaid {
        match self.answer() {
            Some(answer) if answer.is_refusal() => Unsaid::Refused(answer.to_string()),
            answer => Unsaid::Doubtful(answer.map_or_else(|| error.to_string(), |answer| answer.to_string())),
        }
    }

    fn answer(&self) -> Option<Answer> {
        self.answer.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Answer {
    /// Whether it will be the same until somebody gives a right, makes room or makes the bucket.
    fn is_refusal(&self) -> bool {
        match self {
            Self::Status { status: 401 | 403 | 507, .. } | Self::Unasked(_) => true,
            Self::Status { status: 404, code: Some(code), .. } => NO_BUCKET.contains(&code.as_str()),
            Self::Status { .. } | Self::Nothing(_) => false,
        }
    }

    /// What an answer says of itself.
    pub fn of(status: u16, headers: &HeaderMap, body: &[u8]) -> Self {
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let is_good = (200..300).contains(&status);
        let code =
            header("x-ms-error-code").or_else(|| if is_good { None } else { code(body) }).filter(|code| is_word(code));
        Self::Status { status, code: code.map(str::to_owned), deleted: header("x-amz-delete-marker") == Some("true") }
    }
}

/// The code in an error of S3 and its kin, which Azure and Google write as well.
fn code(body: &[u8]) -> Option<&str> {
    let (_, rest) = std::str::from_utf8(body).ok()?.split_once("<Code>")?;
    Some(rest.split_once("</Code>")?.0)
}

fn is_word(code: &str) -> bool {
    (1..=CODE_BYTES_MAX).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status { status, deleted: true, .. } => write!(f, "{status}, deleted there"),
            Self::Status { status, code: Some(code), .. } => write!(f, "{status} {code}"),
            Self::Status { status, code: None, .. } => write!(f, "{status}"),
            Self::Nothing(why) | Self::Unasked(why) => f.write_str(why),
        }
    }
}
