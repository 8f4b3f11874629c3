//! A published folder that a web server hands out. Whatever stands between is no attacker: a cache that is behind, a
//! server that is busy, a host that shows a page where there is no file.

use std::cell::Cell;
use std::thread;
use std::time::Duration;

use super::http::{Http, HttpAnswer, HttpError, check_url, is_passing};
use crate::verify::published::{Published, may_be};

/// How often a file is asked for whose server is busy or gone.
const TRIES: u32 = 5;
/// How long the first pause is before a file is asked for again. Each is twice the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
/// How long all pauses of one file may be, also where a server asks for more.
const PAUSES_MAX: Duration = Duration::from_secs(60);

/// The files under a URL. Its reader is told of each pause before a file is asked for again.
pub struct Url<'a> {
    prefix: String,
    http: Http,
    /// Whether anybody ever answered: where nobody did, the address is wrong, and asking again is of no use.
    answered: Cell<bool>,
    tell: Tell<'a>,
}

/// Hears why there is no answer yet, and how long the pause is.
type Tell<'a> = Box<dyn Fn(&HttpError, Duration) + 'a>;

/// How a file is asked for.
type Ask = fn(&Http, &str, usize) -> Result<HttpAnswer, HttpError>;

impl<'a> Url<'a> {
    /// The files under a prefix, with or without a slash at its end.
    ///
    /// # Errors
    /// [`HttpError::NotAUrl`], also for one with a query, behind which no file can be named.
    pub fn new(prefix: &str, http: Http) -> Result<Self, HttpError> {
        let prefix = check_url(prefix)?.trim_end_matches('/');
        if prefix.contains('?') {
            return Err(HttpError::NotAUrl(prefix.to_owned()));
        }
        Ok(Self { prefix: prefix.to_owned(), http, answered: Cell::new(false), tell: Box::new(|_, _| {}) })
    }

    /// The same; `tell` hears why there is no answer yet, and how long the pause is before the file is asked for again.
    #[must_use]
    pub fn telling(self, tell: impl Fn(&HttpError, Duration) + 'a) -> Self {
        Self { tell: Box::new(tell), ..self }
    }

    /// The URL of a file.
    pub fn of(&self, file: &str) -> String {
        format!("{}/{file}", self.prefix)
    }

    fn file(&self, file: &str, bytes_max: usize, ask: Ask) -> Result<Option<Vec<u8>>, HttpError> {
        let url = self.of(file);
        let answer = self.patiently(&url, || ask(&self.http, &url, bytes_max))?;
        match answer.status {
            200 if may_be(file, &answer.body) => Ok(Some(answer.body)),
            200 => Err(HttpError::NotTheFile { url }),
            404 | 410 => Ok(None),
            status => Err(HttpError::Status { url, status }),
        }
    }

    /// Asks until there is an answer that asking again does not change, [`TRIES`] times at most.
    fn patiently(&self, url: &str, ask: impl Fn() -> Result<HttpAnswer, HttpError>) -> Result<HttpAnswer, HttpError> {
        let (mut pause, mut paused, mut tries) = (FIRST_PAUSE, Duration::ZERO, 1);
        loop {
            let (error, wanted) = match ask() {
                Ok(answer) => {
                    self.answered.set(true);
                    if !is_passing(answer.status) {
                        return Ok(answer);
                    }
                    (HttpError::Status { url: url.to_owned(), status: answer.status }, answer.retry_after)
                }
                Err(error @ HttpError::Unreachable { .. }) if self.answered.get() => (error, None),
                Err(error) => return Err(error),
            };
            let next = wanted.unwrap_or_default().max(pause);
            if tries == TRIES || paused.saturating_add(next) > PAUSES_MAX {
                return Err(error);
            }
            (self.tell)(&error, next);
            thread::sleep(next);
            (pause, paused, tries) = (pause * 2, paused + next, tries + 1);
        }
    }
}

impl Published for Url<'_> {
    type Error = HttpError;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, HttpError> {
        self.file(file, bytes_max, Http::get)
    }

    fn read_past_caches(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, HttpError> {
        self.file(file, bytes_max, Http::get_past_caches)
    }

    /// A server that is busy says nothing of a file.
    fn is_of_one_file(error: &HttpError) -> bool {
        match error {
            HttpError::Status { status, .. } => !is_passing(*status),
            HttpError::NotTheFile { .. } => true,
            _ => false,
        }
    }
}
