//! Why a folder is not rehearsed, with the place that it is about.

use std::path::Path;

use super::super::failure::Failure;
use crate::service::error::{Error, RehearseError};
use crate::text::Lang;

/// Why the folder is not rehearsed.
pub fn failed(lang: Lang, from: &Path, error: Error) -> Failure {
    match error {
        Error::Rehearse(RehearseError::NoFoundingAct) => Failure::service(lang, error).in_file(from),
        error => Failure::service(lang, error),
    }
}
