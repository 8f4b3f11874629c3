//! HTTP and HTTPS as this program speaks them: few redirects, and a bound in bytes and time on every answer.

use std::io::{self, ErrorKind, Read};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use ureq::{Agent, Body, http::Response};

/// How long a client waits for a connection. An overloaded witness accepts in less, a dead one never.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a whole exchange may take, redirects and body included: a bundle of 16 MiB over a slow line.
pub const REQUEST_TIMEOUT: Duration = Duration::from_secs(20);
/// How often a client follows a redirect: from http to https, to a mirror, and once more.
const REDIRECTS_MAX: u32 = 3;
/// The most bytes of an answer's headers.
const HEADER_BYTES_MAX: usize = 16 * 1024;

/// A client. It is cheap to clone, and clones share their connections.
#[derive(Clone, Debug)]
pub struct Http(Agent);

/// What a server answered, whatever its status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpAnswer {
    /// The status, as it came.
    pub status: u16,
    /// How long the server asks to be left alone, where it says so.
    pub retry_after: Option<Duration>,
    /// The scans that a service lacks of what it took, by their BLAKE3, where it says so.
    pub scans_missing: Option<String>,
    /// The body, cut off where the caller wants no more.
    pub body: Vec<u8>,
}

/// Why a client has no answer that it can use.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HttpError {
    /// The text is no URL that a client can ask.
    #[error("{0} is not an http or https URL")]
    NotAUrl(String),
    /// Nobody answered, or the answer broke off, was too slow or was no HTTP.
    #[error("{url} cannot be reached: {why}")]
    Unreachable {
        /// The address that was asked.
        url: String,
        /// What was in the way.
        why: NoAnswer,
    },
    /// The server answered with a status that tells of no file.
    #[error("{url} answers with status {status}")]
    Status {
        /// The address that was asked.
        url: String,
        /// The status that the server answered with.
        status: u16,
    },
    /// What the server gives is not the file that was asked for: a page for people, perhaps.
    #[error("{url} gives something else than the file that was asked for")]
    NotTheFile {
        /// The address that was asked.
        url: String,
    },
    /// The answer is longer than the client takes.
    #[error("{url} answers with more than {bytes_max} bytes")]
    TooLong {
        /// The address that was asked.
        url: String,
        /// How many bytes there may be.
        bytes_max: usize,
    },
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoAnswer {
    /// The system says so, of this kind and in these words.
    #[error("{1}")]
    System(ErrorKind, String),
    /// It took too long.
    #[error("it took too long")]
    TooSlow,
    /// No machine has the name.
    #[error("host not found")]
    NoHost,
    /// The system grants no thread to ask with.
    #[error("no thread")]
    NoThread,
    /// Something else, in the library's words.
    #[error("{0}")]
    Library(String),
}

impl From<ureq::Error> for NoAnswer {
    fn from(error: ureq::Error) -> Self {
        match error {
            ureq::Error::Io(error) => error.into(),
            ureq::Error::Timeout(_) => Self::TooSlow,
            ureq::Error::HostNotFound => Self::NoHost,
            error => Self::Library(error.to_string()),
        }
    }
}

impl From<io::Error> for NoAnswer {
    fn from(error: io::Error) -> Self {
        let words = error.to_string();
        match error.downcast::<ureq::Error>() {
            Ok(error) => error.into(),
            // The language's own words, for which it has no kind.
            Err(_) if words.starts_with("failed to lookup address") => Self::NoHost,
            Err(error) => Self::System(error.kind(), words),
        }
    }
}

impl Http {
    /// A client with no connection yet.
    pub fn new() -> Self {
        Self::within(REQUEST_TIMEOUT)
    }

    /// A client that gives a whole exchange this long, redirects and body included.
    pub fn within(timeout: Duration) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_connect(Some(CONNECT_TIMEOUT))
            .timeout_global(Some(timeout))
            .max_redirects(REDIRECTS_MAX)
            .max_response_header_size(HEADER_BYTES_MAX)
            .user_agent(concat!("protokol/", env!("CARGO_PKG_VERSION")));
        Self(config.build().new_agent())
    }

    /// Asks for a file. What is longer than `bytes_max` is cut off after one byte more, so that it is seen.
    ///
    /// # Errors
    /// [`HttpError::NotAUrl`] or [`HttpError::Unreachable`]; any status is an answer.
    pub fn get(&self, url: &str, bytes_max: usize) -> Result<HttpAnswer, HttpError> {
        let asked = self.0.get(check_url(url)?).call();
        answer(url, asked, bytes_max)
    }

    /// The same, past every cache on the way: those that heed what a client asks for, and those that go by the address
    /// alone, to whom it is another one.
    ///
    /// # Errors
    /// As [`get`](Self::get).
    pub fn get_past_caches(&self, url: &str, bytes_max: usize) -> Result<HttpAnswer, HttpError> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let asked = self.0.get(format!("{}?fresh={}", check_url(url)?, now.as_nanos()));
        answer(url, asked.header("Cache-Control", "no-cache").header("Pragma", "no-cache").call(), bytes_max)
    }

    /// Sends a body. Nobody who takes one may send it elsewhere: a redirect is an answer like others.
    ///
    /// # Errors
    /// Every [`HttpError`] but [`HttpError::Status`].
    pub fn post(&self, url: &str, body: &[u8], bytes_max: usize) -> Result<HttpAnswer, HttpError> {
        self.post_as(url, "text/plain; charset=utf-8", &[], body, bytes_max)
    }

    /// The same; the body is of a media type, and the request has these headers too.
    ///
    /// # Errors
    /// As [`post`](Self::post).
    pub fn post_as(
        &self,
        url: &str,
        media: &str,
        headers: &[(&str, &str)],
        body: &[u8],
        bytes_max: usize,
    ) -> Result<HttpAnswer, HttpError> {
        let request = self.0.post(check_url(url)?).config().max_redirects(0).build().content_type(media);
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        let answer = answer(url, request.send(body), bytes_max)?;
        if answer.body.len() > bytes_max {
            return Err(HttpError::TooLong { url: url.to_owned(), bytes_max });
        }
        Ok(answer)
    }
}

impl Default for Http {
    fn default() -> Self {
        Self::new()
    }
}

/// A URL that can be asked, without a part that only browsers know. Its scheme may be in capitals.
pub(super) fn check_url(url: &str) -> Result<&str, HttpError> {
    let rest = url.split_once("://").filter(|(scheme, _)| is_scheme(scheme)).map(|(_, rest)| rest);
    let fits = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    let odd = |byte: u8| !byte.is_ascii_graphic() || byte == b'#';
    if fits && !url.bytes().any(odd) { Ok(url) } else { Err(HttpError::NotAUrl(url.to_owned())) }
}

fn is_scheme(scheme: &str) -> bool {
    ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

/// Whether a text begins as a URL that this program can ask.
pub fn is_url(text: &str) -> bool {
    text.split_once("://").is_some_and(|(scheme, _)| is_scheme(scheme))
}

/// Whether a server that answers so may answer otherwise in a moment.
pub(super) fn is_passing(status: u16) -> bool {
    matches!(status, 408 | 425 | 429 | 500..=599)
}

/// A pause as `Retry-After` states it, in seconds or as the moment when it ends.
fn pause(value: &str) -> Option<Duration> {
    let until = || httpdate::parse_http_date(value).ok()?.duration_since(SystemTime::now()).ok();
    value.trim().parse().map(Duration::from_secs).ok().or_else(until)
}

fn answer(url: &str, asked: Result<Response<Body>, ureq::Error>, bytes_max: usize) -> Result<HttpAnswer, HttpError> {
    let unreachable = |why: NoAnswer| HttpError::Unreachable { url: url.to_owned(), why };
    let mut response = asked.map_err(|error| unreachable(error.into()))?;
    let status = response.status().as_u16();
    let header = |name: &str| response.headers().get(name).and_then(|value| value.to_str().ok());
    let (retry_after, missing) = (header("Retry-After").and_then(pause), header("Protokol-Scans-Missing"));
    let scans_missing = missing.map(str::to_owned);
    let mut body = Vec::new();
    let reader = response.body_mut().as_reader();
    reader.take(bytes_max as u64 + 1).read_to_end(&mut body).map_err(|error| unreachable(error.into()))?;
    Ok(HttpAnswer { status, retry_after, scans_missing, body })
}
