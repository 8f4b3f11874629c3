//! What the door refuses before any route sees it.

use axum::body::Body;
use axum::http::header::{CONTENT_TYPE, RETRY_AFTER};
use axum::http::{HeaderMap, Response, StatusCode};
use axum::response::IntoResponse;

use super::rates::RetryAfter;

/// Why a request does not reach its route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Refusal {
    /// Its body ended before its end, or is no body.
    #[error("the body is broken")]
    Broken,
    /// Its body is larger than any may be.
    #[error("the body is too large")]
    TooLarge,
    /// Its body took too long.
    #[error("the body took too long")]
    TooSlow,
    /// Whoever asks did so too often.
    #[error("too many requests, come again in {} s", .0.0)]
    TooOften(RetryAfter),
    /// As many large bodies are on their way as may be.
    #[error("too many large bodies are on their way, come again in {} s", .0.0)]
    Full(RetryAfter),
    /// As much of large answers waits to be read as may, by all or by whoever asks.
    #[error("too much waits to be read, come again in {} s", .0.0)]
    Unread(RetryAfter),
}

/// How a server answers who is refused, by the headers of his request. [`plainly`] is one.
pub type Refuse = fn(Refusal, &HeaderMap) -> Response<Body>;

impl Refusal {
    /// The status that it is.
    pub fn status(self) -> StatusCode {
        match self {
            Self::Broken => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Full(_) | Self::Unread(_) => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// When it is worth coming again, where that is known.
    pub fn retry_after(self) -> Option<RetryAfter> {
        match self {
            Self::TooOften(after) | Self::Full(after) | Self::Unread(after) => Some(after),
            Self::Broken | Self::TooLarge | Self::TooSlow => None,
        }
    }
}

/// A line of text. The door sets `Retry-After` itself, whoever answers.
pub fn plainly(refusal: Refusal, _: &HeaderMap) -> Response<Body> {
    (refusal.status(), [(CONTENT_TYPE, "text/plain; charset=utf-8")], format!("{refusal}\n")).into_response()
}

/// The answer, with what every such answer has.
pub(super) fn answer(refuse: Refuse, refusal: Refusal, asked: &HeaderMap) -> Response<Body> {
    let mut response = refuse(refusal, asked);
    if let Some(RetryAfter(seconds)) = refusal.retry_after() {
        response.headers_mut().insert(RETRY_AFTER, seconds.get().into());
    }
    response
}
