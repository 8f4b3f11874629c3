//! HTTP and HTTPS as this program speaks them: few redirects, and a bound in bytes and time on every answer.

use std::io::Read;
use std::time::Duration;

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
        /// What was in the way, in the library's words.
        why: String,
    },
    /// The server answered with a status that tells of no file.
    #[error("{url} answers with status {status}")]
    Status {
        /// The address that was asked.
        url: String,
        /// The status that the server answered with.
        status: u16,
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

    /// Sends a body. Nobody who takes one may send it elsewhere: a redirect is an answer like others.
    ///
    /// # Errors
    /// Every [`HttpError`] but [`HttpError::Status`].
    pub fn post(&self, url: &str, body: &[u8], bytes_max: usize) -> Result<HttpAnswer, HttpError> {
        let request = self.0.post(check_url(url)?).config().max_redirects(0).build();
        let answer = answer(url, request.content_type("text/plain; charset=utf-8").send(body), bytes_max)?;
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

/// A URL that can be asked, without a part that only browsers know.
pub(super) fn check_url(url: &str) -> Result<&str, HttpError> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let fits = rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'));
    let odd = |byte: u8| !byte.is_ascii_graphic() || byte == b'#';
    if fits && !url.bytes().any(odd) { Ok(url) } else { Err(HttpError::NotAUrl(url.to_owned())) }
}

fn answer(url: &str, asked: Result<Response<Body>, ureq::Error>, bytes_max: usize) -> Result<HttpAnswer, HttpError> {
    let unreachable = |why: String| HttpError::Unreachable { url: url.to_owned(), why };
    let mut response = asked.map_err(|error| unreachable(error.to_string()))?;
    let status = response.status().as_u16();
    let mut body = Vec::new();
    let reader = response.body_mut().as_reader();
    reader.take(bytes_max as u64 + 1).read_to_end(&mut body).map_err(|error| unreachable(error.to_string()))?;
    Ok(HttpAnswer { status, body })
}
