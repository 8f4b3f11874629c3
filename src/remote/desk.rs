//! The desk of a service, where submissions are handed in over HTTP. A statement is admitted once, so that whatever
//! breaks off may be handed in again.

use std::net::Ipv4Addr;
use std::thread;
use std::time::Duration;

use super::http::{Http, HttpAnswer, HttpError, check_url, is_passing};
use crate::ledger::files::receipt::RECEIPT_BYTES_MAX;

/// How long the first pause is before a submission is handed in again. Each is twice the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
/// The longest pause that nobody asked for.
const PAUSE_MAX: Duration = Duration::from_secs(8);
/// How long all pauses of one submission may be: a service that is started again takes less.
const PAUSES_MAX: Duration = Duration::from_secs(60);
/// The line between the parts: nothing that is scanned has it.
const BOUNDARY: &str = "protokol-part-7f3c19d2a86e45b0";

/// Where a service takes submissions.
#[derive(Clone, Debug)]
pub struct Desk {
    prefix: String,
    http: Http,
    lang: String,
    from: Option<String>,
}

impl Desk {
    /// The desk of the service at a URL, with or without a slash at its end; it answers in a language.
    ///
    /// # Errors
    /// [`HttpError::NotAUrl`], also for one with a query.
    pub fn new(url: &str, lang: &str) -> Result<Self, HttpError> {
        let prefix = check_url(url)?.trim_end_matches('/');
        if prefix.contains('?') {
            return Err(HttpError::NotAUrl(prefix.to_owned()));
        }
        Ok(Self { prefix: prefix.to_owned(), http: Http::new(), lang: lang.to_owned(), from: None })
    }

    /// The same desk over connections of its own.
    #[must_use]
    pub fn another(&self) -> Self {
        Self { http: Http::new(), ..self.clone() }
    }

    /// The same desk for whoever comes from an address, as a proxy says it: only where it is believed to be one, the
    /// service goes by that.
    #[must_use]
    pub fn coming_from(&self, address: Option<Ipv4Addr>) -> Self {
        Self { from: address.map(|address| address.to_string()), ..self.clone() }
    }

    /// Where submissions are handed in.
    pub fn url(&self) -> String {
        format!("{}/v1/submissions", self.prefix)
    }

    /// Where the service publishes its log.
    pub fn log(&self) -> String {
        format!("{}/log", self.prefix)
    }

    /// Hands in the bytes of a submission, with its scans, until there is an answer that does not pass. `tell` hears why
    /// there is none yet and how long the pause is, and says whether to go on.
    ///
    /// # Errors
    /// Every [`HttpError`] but [`HttpError::Status`]; any status is an answer.
    pub fn hand_in(
        &self,
        submission: &[u8],
        scans: &[Vec<u8>],
        tell: &dyn Fn(HttpError, Duration) -> bool,
    ) -> Result<HttpAnswer, HttpError> {
        let url = self.url();
        let (media, body) = match scans {
            [] => ("application/octet-stream".to_owned(), submission.to_owned()),
            scans => (format!("multipart/form-data; boundary={BOUNDARY}"), in_parts(submission, scans)),
        };
        let lang = [("Accept-Language", self.lang.as_str())];
        let from = self.from.iter().map(|address| ("X-Forwarded-For", address.as_str()));
        let headers: Vec<_> = lang.into_iter().chain(from).collect();
        let (mut pause, mut paused) = (FIRST_PAUSE, Duration::ZERO);
        loop {
            let answer = self.http.post_as(&url, &media, &headers, &body, RECEIPT_BYTES_MAX);
            let (error, wanted) = match &answer {
                Ok(answer) if passes(answer) => {
                    (HttpError::Status { url: url.clone(), status: answer.status }, answer.retry_after)
                }
                Err(error @ HttpError::Unreachable { .. }) => (error.clone(), None),
                _ => return answer,
            };
            let next = wanted.unwrap_or_default().max(pause);
            if paused.saturating_add(next) > PAUSES_MAX || !tell(error, next) {
                return answer;
            }
            thread::sleep(next);
            (pause, paused) = ((pause * 2).min(PAUSE_MAX), paused + next);
        }
    }
}

/// Whether a service that answers so may answer otherwise in a moment. One that may not write says why in a problem, and
/// names no moment.
fn passes(answer: &HttpAnswer) -> bool {
    let says_why = answer.status >= 500 && answer.retry_after.is_none() && answer.body.starts_with(b"{");
    is_passing(answer.status) && !says_why
}

/// A submission and its scans as a form (RFC 7578).
fn in_parts(submission: &[u8], scans: &[Vec<u8>]) -> Vec<u8> {
    let scans = scans.iter().map(|scan| ("attachment", scan.as_slice()));
    let mut body = Vec::new();
    for (name, bytes) in std::iter::once(("submission", submission)).chain(scans) {
        let head = format!(
            "--{BOUNDARY}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{name}\"\r\nContent-Type: \
             application/octet-stream\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}
