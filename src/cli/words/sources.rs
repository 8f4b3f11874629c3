//! Logs that somebody points at and that cannot be read.

use std::io::ErrorKind;
use std::path::Path;

use super::{files, store};
use crate::remote::http::{HttpError, NoAnswer};
use crate::service::error::{SourceError, gravest};
use crate::text::{self, Lang, Said};
use crate::verify::fault::{Fault, Verdict};

messages! {
    source_ledger { error } + remedy;
    source_neither_log_nor_receipt { file } + remedy;
    source_not_a_tar { file, error } + remedy;
    source_no_log { place } + remedy;
    source_not_verified { place, fault, command } + remedy;
    http_not_a_url { url } + remedy;
    http_unreachable { url, why } + remedy;
    http_status { url, status } + remedy;
    http_not_the_file { url } + remedy;
    http_too_long { url, limit } + remedy;
    answer_refused;
    answer_broken_off;
    answer_too_slow;
    answer_no_host;
    answer_no_way;
    answer_no_thread;
}

/// A log that somebody points at cannot be read.
pub fn said(lang: Lang, error: &SourceError) -> Said {
    match error {
        SourceError::Unreadable { place, error } => store::said(lang, place, error),
        SourceError::Ledger(error) => advise!(lang, source_ledger { error: store::clause(lang, error) }),
        SourceError::NeitherLogNorReceipt(file) => {
            advise!(lang, source_neither_log_nor_receipt { file: shown(file) })
        }
        SourceError::NotATar { path, error } => {
            advise!(lang, source_not_a_tar { file: shown(path), error: files::system(lang, error) })
        }
        SourceError::NoLog(place) => advise!(lang, source_no_log { place: place.as_str() }),
        SourceError::NotVerified { place, faults } => not_verified(lang, place, faults),
        SourceError::Remote(error) => remote(lang, error),
    }
}

/// A log does not verify, and so nothing that it says is told; what a newer version made cannot be told right from wrong.
fn not_verified(lang: Lang, place: &str, faults: &[Fault]) -> Said {
    let gravest = gravest(faults);
    if let Some(fault) = gravest.filter(|fault| fault.verdict() == Verdict::Unreadable) {
        return store::cannot_be_told(lang, place, fault);
    }
    let fault = gravest.map_or_else(String::new, |fault| text::fault(lang, fault));
    advise!(lang, source_not_verified { place, fault, command: format!("protokol verify {place}") })
}

/// A server does not give what it is asked for.
pub fn remote(lang: Lang, error: &HttpError) -> Said {
    match error {
        HttpError::NotAUrl(url) => advise!(lang, http_not_a_url { url: url.as_str() }),
        HttpError::Unreachable { url, why } => {
            advise!(lang, http_unreachable { url: url.as_str(), why: no_answer(lang, why) })
        }
        HttpError::Status { url, status } => {
            advise!(lang, http_status { url: url.as_str(), status: status.to_string() })
        }
        HttpError::NotTheFile { url } => advise!(lang, http_not_the_file { url: url.as_str() }),
        HttpError::TooLong { url, bytes_max } => {
            advise!(lang, http_too_long { url: url.as_str(), limit: *bytes_max })
        }
    }
}

/// Why there is no answer: a clause.
fn no_answer(lang: Lang, why: &NoAnswer) -> String {
    use ErrorKind as K;
    let known = match why {
        NoAnswer::System(K::ConnectionRefused, _) => say!(lang, answer_refused),
        NoAnswer::System(K::TimedOut | K::WouldBlock, _) | NoAnswer::TooSlow => say!(lang, answer_too_slow),
        NoAnswer::System(K::HostUnreachable | K::NetworkUnreachable | K::NetworkDown, _) => say!(lang, answer_no_way),
        NoAnswer::System(K::ConnectionReset | K::ConnectionAborted | K::BrokenPipe | K::UnexpectedEof, _) => {
            say!(lang, answer_broken_off)
        }
        NoAnswer::NoHost => say!(lang, answer_no_host),
        NoAnswer::NoThread => say!(lang, answer_no_thread),
        NoAnswer::System(_, words) => return text::system_says(lang, words),
        NoAnswer::Library(words) => return text::library_says(lang, words),
    };
    known.to_owned()
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
