//! A published folder that a web server hands out.

use super::http::{Http, HttpError, check_url};
use crate::verify::published::Published;

/// The files under a URL.
#[derive(Clone, Debug)]
pub struct Url {
    prefix: String,
    http: Http,
}

impl Url {
    /// The files under a prefix, with or without a slash at its end.
    ///
    /// # Errors
    /// [`HttpError::NotAUrl`], also for one with a query, behind which no file can be named.
    pub fn new(prefix: &str, http: Http) -> Result<Self, HttpError> {
        let prefix = check_url(prefix)?.trim_end_matches('/');
        if prefix.contains('?') {
            return Err(HttpError::NotAUrl(prefix.to_owned()));
        }
        Ok(Self { prefix: prefix.to_owned(), http })
    }

    /// The URL of a file.
    pub fn of(&self, file: &str) -> String {
        format!("{}/{file}", self.prefix)
    }
}

impl Published for Url {
    type Error = HttpError;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, HttpError> {
        let url = self.of(file);
        let answer = self.http.get(&url, bytes_max)?;
        match answer.status {
            200 => Ok(Some(answer.body)),
            404 | 410 => Ok(None),
            status => Err(HttpError::Status { url, status }),
        }
    }
}
