//! The line to an engine: what `object_store` would send, sent by `remote`, which waits for it. So nothing here is
//! asynchronous but the shape, and no runtime is needed.

use std::net::IpAddr;
use std::time::Duration;

use async_trait::async_trait;
use http_body_util::BodyExt;
use object_store::client::{
    HttpClient, HttpConnector, HttpError, HttpErrorKind, HttpRequest, HttpResponse, HttpService,
};
use object_store::{ClientConfigKey, ClientOptions, Result};

use super::heard::{Answer, Heard};
use crate::remote::exchange::{Exchange, Roots};
use crate::remote::http::NoAnswer;

/// How long one exchange may take: the longest frame over a slow line. What comes later is found by asking.
const EXCHANGE_TIMEOUT: Duration = Duration::from_secs(15);
/// How many ask at once.
pub const LINES: usize = 16;
/// The most bytes of an answer that is no object: what an engine says of an error, and whoever lends the right to ask.
const ANSWER_BYTES_MAX: usize = 64 * 1024;

/// What makes lines, to whomever these roots vouch for.
#[derive(Clone, Debug)]
pub struct Exchanges(pub Roots);

/// A line, over connections that are kept.
#[derive(Debug)]
struct Line {
    exchange: Exchange,
    /// Whether what is sent may be read on the way: only if whoever runs the engine says so.
    plain: bool,
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
enum Unanswered {
    #[error(
        "{0} would be asked over plain HTTP, which is for this machine alone unless the engine's ALLOW_HTTP is set"
    )]
    Plain(String),
    #[error(transparent)]
    Nothing(#[from] NoAnswer),
}

impl HttpConnector for Exchanges {
    fn connect(&self, options: &ClientOptions) -> Result<HttpClient> {
        let plain = options.get_config_value(&ClientConfigKey::AllowHttp).as_deref() == Some("true");
        Ok(HttpClient::new(Line { exchange: Exchange::new(EXCHANGE_TIMEOUT, LINES, &self.0), plain }))
    }
}

#[async_trait]
impl HttpService for Line {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let (mut parts, body) = request.into_parts();
        let heard = parts.extensions.remove::<Heard>();
        let bytes_max = heard.as_ref().map_or(0, |heard| heard.bytes_max).max(ANSWER_BYTES_MAX);
        let body = body.collect().await?.to_bytes().to_vec();
        let open = !self.plain && parts.uri.scheme_str() != Some("https");
        let answered = match parts.uri.host().unwrap_or_default() {
            host if open && !is_here(host) => Err(Unanswered::Plain(host.to_owned())),
            _ => self.exchange.send(parts, body, bytes_max).map_err(Unanswered::from),
        };
        if let Some(heard) = heard {
            heard.note(match &answered {
                Ok(answer) => Answer::of(answer.status().as_u16(), answer.headers(), answer.body()),
                Err(why @ Unanswered::Plain(_)) => Answer::Unasked(why.to_string()),
                Err(why @ Unanswered::Nothing(_)) => Answer::Nothing(why.to_string()),
            });
        }
        let (parts, body) = answered.map_err(|why| HttpError::new(HttpErrorKind::Unknown, why))?.into_parts();
        Ok(HttpResponse::from_parts(parts, body.into()))
    }
}

/// Whether a host is this machine, so that nobody reads on the way.
fn is_here(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || address.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
