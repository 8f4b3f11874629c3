//! Bytes that are not a submission.

use super::parts::short;
use super::{Lang, Said};
use crate::crypto::wire::WireError;
use crate::domain::statement::StatementError;
use crate::ledger::submission::{SUBMISSION_BYTES_MAX, SubmissionError};

messages! {
    submission_too_long { bytes, limit } + remedy;
    submission_layout + remedy;
    submission_signature_order + remedy;
    submission_signature { key } + remedy;
    submission_key { key } + remedy;
    submission_not_a_file + remedy;
    submission_newer { version, kind } + remedy;
    submission_newer_choice { choice, number } + remedy;
    submission_too_short + remedy;
    submission_time + remedy;
    submission_body_too_long { found, limit } + remedy;
    submission_malformed + remedy;
    submission_trailing { bytes } + remedy;
    submission_not_canonical + remedy;
}

pub fn error(lang: Lang, error: &SubmissionError) -> Said {
    match error {
        SubmissionError::TooLong(bytes) => {
            advise!(lang, submission_too_long { bytes: *bytes, limit: SUBMISSION_BYTES_MAX })
        }
        SubmissionError::Layout => advise!(lang, submission_layout),
        SubmissionError::SignatureOrder => advise!(lang, submission_signature_order),
        SubmissionError::Statement(error) => statement(lang, error),
        SubmissionError::Signature(key) => advise!(lang, submission_signature { key: short(key) }),
        SubmissionError::Key(key) => advise!(lang, submission_key { key: short(key) }),
        SubmissionError::NotAFile => advise!(lang, submission_not_a_file),
    }
}

fn statement(lang: Lang, error: &StatementError) -> Said {
    match error {
        StatementError::Newer { version, kind } => {
            advise!(lang, submission_newer { version: version.to_string(), kind: kind.to_string() })
        }
        StatementError::NewerChoice(choice) => {
            advise!(lang, submission_newer_choice { choice: choice.of.to_string(), number: choice.number.to_string() })
        }
        StatementError::TooShort => advise!(lang, submission_too_short),
        StatementError::Time => advise!(lang, submission_time),
        StatementError::Body(error) => body(lang, error),
    }
}

fn body(lang: Lang, error: &WireError) -> Said {
    match error {
        WireError::TooLong { found, limit } => {
            advise!(lang, submission_body_too_long { found: *found, limit: *limit })
        }
        // The codec's own words are for programmers, and stay out of the sentence.
        WireError::Malformed(_) | WireError::Newer(_) => advise!(lang, submission_malformed),
        WireError::Trailing(bytes) => advise!(lang, submission_trailing { bytes: *bytes }),
        WireError::NotCanonical => advise!(lang, submission_not_canonical),
    }
}
