//! Bytes that are not a submission.

use crate::crypto::wire::WireError;
use crate::domain::statement::StatementError;
use crate::ledger::submission::{SUBMISSION_BYTES_MAX, SubmissionError};
use crate::text::Said;
use crate::text::figures::count as figure;
use crate::text::parts::{said, short};

const GET_IT_AGAIN: &str = "Copy the file again, whole, from where it was signed. If that does not help, make it again from the draft with \
     `protokol sign`.";

pub fn error(error: &SubmissionError) -> Said {
    match error {
        SubmissionError::TooLong(bytes) => said(
            format!("The submission has {} bytes, and at most {} fit.", figure(*bytes), figure(SUBMISSION_BYTES_MAX)),
            "Shorten the texts in the draft, or hand in long ones as attachments. Then sign it again.",
        ),
        SubmissionError::Layout => said("The bytes are not laid out as a submission.", GET_IT_AGAIN),
        SubmissionError::SignatureOrder => said(
            "One key signs twice, or the signatures are out of order.",
            "Make the submission again from the draft with `protokol sign`, which puts them in order.",
        ),
        SubmissionError::Statement(error) => statement(error),
        SubmissionError::Signature(key) => said(
            format!("The signature of the key {} does not fit what is said: one of them was changed.", short(key)),
            "Get the submission again from whoever signed it, or let that member sign the draft again with \
             `protokol sign`.",
        ),
        SubmissionError::Key(key) => said(
            format!("The key {}, which it brings in, is not a sound public key.", short(key)),
            "Let its owner make a new one with `protokol keygen`. Put that into the draft and sign it again.",
        ),
        SubmissionError::NotAFile => said(
            "This is not a submission: the file does not begin with the line `protokol submission v1`.",
            "Give the file that `protokol sign` wrote. A draft is signed first, with `protokol sign`.",
        ),
    }
}

fn statement(error: &StatementError) -> Said {
    match error {
        StatementError::Newer { version, kind } => said(
            format!(
                "It was made by a newer version of the program (statement version {version}, kind {kind}): this one \
                 cannot tell what it says."
            ),
            "Get the newer version of the program and run the same command again.",
        ),
        StatementError::NewerChoice(choice) => said(
            format!(
                "It was made by a newer version of the program (variant {} of {}): this one cannot tell what it says.",
                choice.number, choice.of
            ),
            "Get the newer version of the program and run the same command again.",
        ),
        StatementError::TooShort => said("What is said is cut off before it begins.", GET_IT_AGAIN),
        StatementError::Time => said(
            "The signers' time is after the year 9999.",
            "Set the clock of the machine that signs, make the submission again from the draft and sign it again.",
        ),
        StatementError::Body(error) => said(body(error), GET_IT_AGAIN),
    }
}

fn body(error: &WireError) -> String {
    match error {
        WireError::TooLong { found, limit } => {
            format!("What is said has {} bytes, and at most {} fit.", figure(*found), figure(*limit))
        }
        // The codec's own words are for programmers, and stay out of the sentence.
        WireError::Malformed(_) | WireError::Newer(_) => "What is said cannot be read.".to_owned(),
        WireError::Trailing(bytes) => {
            format!("What is said is followed by {} bytes that belong to nothing.", figure(*bytes))
        }
        WireError::NotCanonical => "What is said is not written in its one right form.".to_owned(),
    }
}
