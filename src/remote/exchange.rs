//! Requests that others made and signed, each sent once and as it is, and its answer: no redirect is followed, nothing is
//! asked for packed, and nothing is sent again.

use std::io::Read;
use std::time::Duration;

use ureq::http::request::Parts;
use ureq::http::{Method, Request, Response};
use ureq::tls::{PemItem, RootCerts, TlsConfig, parse_pem};
use ureq::{Agent, AsSendBody, Body};

use super::http::NoAnswer;

/// How long is waited for a connection.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// The most bytes of an answer's headers.
const HEADER_BYTES_MAX: usize = 32 * 1024;

/// The slowest line that a long body is sent over, in bytes a second: it has so much more time.
const BYTES_A_SECOND_MIN: u64 = 128 * 1024;

/// Who sends such requests. It is cheap to clone, and clones share their connections.
#[derive(Clone, Debug)]
pub struct Exchange {
    agent: Agent,
    timeout: Duration,
}

/// Whose certificates are believed; Mozilla's list, unless somebody brings another.
#[derive(Clone, Debug)]
pub struct Roots(RootCerts);

impl Roots {
    /// The certificates in a file as OpenSSL takes it; none where there is none in it.
    pub fn parse(pem: &[u8]) -> Option<Self> {
        let certificates = parse_pem(pem).filter_map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        });
        let certificates: Vec<_> = certificates.collect();
        (!certificates.is_empty()).then(|| Self(RootCerts::new_with_certs(&certificates)))
    }
}

impl Default for Roots {
    fn default() -> Self {
        Self(RootCerts::WebPki)
    }
}

impl Exchange {
    /// One that gives each exchange so long, and more where much is sent, and keeps so many connections for the next.
    pub fn new(timeout: Duration, connections: usize, roots: &Roots) -> Self {
        let config = Agent::config_builder()
            .tls_config(TlsConfig::builder().root_certs(roots.0.clone()).build())
            .http_status_as_error(false)
            .timeout_connect(Some(CONNECT_TIMEOUT))
            .max_redirects(0)
            .max_response_header_size(HEADER_BYTES_MAX)
            .max_idle_connections(connections)
            .max_idle_connections_per_host(connections)
            .accept_encoding("identity")
            .user_agent(concat!("protokol/", env!("CARGO_PKG_VERSION")));
        Self { agent: config.build().new_agent(), timeout }
    }

    /// Sends a request, and reads what is answered, whatever its status. What is longer than `bytes_max` is cut off there.
    ///
    /// # Errors
    /// Where there is no whole answer: the request may have come all the same.
    pub fn send(&self, parts: Parts, body: Vec<u8>, bytes_max: usize) -> Result<Response<Vec<u8>>, NoAnswer> {
        let timeout = self.timeout + Duration::from_secs(body.len() as u64 / BYTES_A_SECOND_MIN);
        // An empty body is none, but for those who put one there.
        let asked = match body.is_empty() && parts.method != Method::PUT && parts.method != Method::POST {
            true => self.run(Request::from_parts(parts, ()), timeout),
            false => self.run(Request::from_parts(parts, body), timeout),
        };
        let (parts, body) = asked?.into_parts();
        Ok(Response::from_parts(parts, read(body, bytes_max)?))
    }

    fn run(&self, request: Request<impl AsSendBody>, timeout: Duration) -> Result<Response<Body>, ureq::Error> {
        self.agent.run(self.agent.configure_request(request).timeout_global(Some(timeout)).build())
    }
}

fn read(body: Body, bytes_max: usize) -> Result<Vec<u8>, NoAnswer> {
    let mut bytes = Vec::new();
    body.into_reader().take(bytes_max as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}
