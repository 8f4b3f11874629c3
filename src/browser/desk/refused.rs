//! Why the desk does not do what a clerk asks: a code, what is wrong, and what to do.

use serde::Serialize;

use super::super::answers::json;
use crate::clerk::error::{DraftError, KitError};
use crate::crypto::keyfile::KeyFileError;
use crate::domain::code::Code;
use crate::domain::rejection::Rejection;
use crate::intake::error::InputError;
use crate::ledger::submission::SubmissionError;
use crate::text::{self, Lang, Said};
use crate::view::failure::{Failed, Failure};

messages! {
    desk_kit_damaged + remedy;
    desk_kit_fault { fault } + remedy;
    desk_kit_not_taken { fault } + remedy;
    desk_policy_unreadable { line } + remedy;
    desk_no_unit { unit } + remedy;
    desk_no_contest + remedy;
    desk_not_a_kind { kind } + remedy;
    desk_passphrase_needed + remedy;
    desk_not_that_paper + remedy;
    desk_not_a_receipt + remedy;
    desk_not_verified { fault } + remedy;
    desk_not_that_kind + remedy;
    desk_not_a_part + remedy;
    desk_too_long + remedy;
    desk_forms_nothing + remedy;
}

/// Why something is not done.
#[derive(Debug)]
pub struct Refused(Box<Failure>);

/// A wrong figure or word, with its place in the form.
#[derive(Clone, Debug, Serialize)]
pub struct Mistake {
    /// Where it stands; null where it is of the whole.
    pub place: Option<String>,
    /// What is wrong.
    pub says: String,
    /// What to do.
    #[serde(rename = "do")]
    pub remedy: String,
}

impl Refused {
    pub fn of(code: Code, said: Said) -> Self {
        Self(Box::new(Failure::of(code, said)))
    }

    /// As a page reads it.
    pub fn json(self) -> Vec<u8> {
        json(&self.failed())
    }

    /// The same as a value, where it is one of several.
    pub fn failed(self) -> Failed {
        Failed { error: *self.0 }
    }

    /// A kit that cannot be used.
    pub fn kit(lang: Lang, error: &KitError) -> Self {
        let said = match error {
            KitError::Malformed(_) | KitError::NotSigned | KitError::NoFoundingAct => advise!(lang, desk_kit_damaged),
            KitError::Fault(fault) => advise!(lang, desk_kit_fault { fault: text::fault(lang, fault) }),
            KitError::NotTaken(fault) => advise!(lang, desk_kit_not_taken { fault: text::fault(lang, fault) }),
        };
        Self::of(error.code(), said)
    }

    /// A policy that cannot be read, and in which line.
    pub fn policy(lang: Lang, line: usize) -> Self {
        Self::of(Code::U3, advise!(lang, desk_policy_unreadable { line }))
    }

    /// A draft that is not made.
    pub fn draft(lang: Lang, error: &DraftError) -> Self {
        let said = match error {
            DraftError::NoUnit { unit, .. } => advise!(lang, desk_no_unit { unit: unit.as_str() }),
            _ => advise!(lang, desk_no_contest),
        };
        Self::of(error.code(), said)
    }

    pub fn kind(lang: Lang, kind: &str) -> Self {
        Self::of(Code::U1, advise!(lang, desk_not_a_kind { kind }))
    }

    /// What the ledger would refuse.
    pub fn rule(lang: Lang, rejection: &Rejection) -> Self {
        let failure = Failure::of(rejection.code(), text::rejection(lang, rejection));
        Self(Box::new(Failure { unit: rejection.unit().map(ToString::to_string), item: rejection.item(), ..failure }))
    }

    /// Bytes that are no submission.
    pub fn submission(lang: Lang, error: &SubmissionError) -> Self {
        Self::of(error.code(), text::submission_error(lang, error))
    }

    /// A key file that cannot be opened.
    pub fn key(lang: Lang, error: &KeyFileError, file: &str) -> Self {
        let code = if *error == KeyFileError::WrongPassphrase { Code::U6 } else { Code::U3 };
        match text::key_file(lang, error, file) {
            Some(said) => Self::of(code, said),
            None => Self::of(Code::U6, advise!(lang, desk_passphrase_needed)),
        }
    }

    /// What was typed cannot be read.
    pub fn typed(lang: Lang, errors: &[InputError]) -> Self {
        let failure = |error: &InputError| {
            let failure = Failure::of(error.code, text::mistake(lang, &error.mistake));
            Failure { item: error.item.clone(), ..failure }
        };
        let mut failures = errors.iter().map(failure);
        let first = failures.next().unwrap_or_else(|| Failure::of(Code::U4, advise!(lang, desk_no_contest)));
        Self(Box::new(Failure { others: failures.collect(), ..first }))
    }

    pub fn other_paper(lang: Lang) -> Self {
        Self::of(Code::U18, advise!(lang, desk_not_that_paper))
    }

    pub fn not_a_receipt(lang: Lang) -> Self {
        Self::of(Code::U3, advise!(lang, desk_not_a_receipt))
    }

    pub fn not_verified(lang: Lang, code: Code, fault: String) -> Self {
        Self::of(code, advise!(lang, desk_not_verified { fault }))
    }

    pub fn not_that_kind(lang: Lang) -> Self {
        Self::of(Code::U1, advise!(lang, desk_not_that_kind))
    }

    pub fn not_a_part(lang: Lang) -> Self {
        Self::of(Code::U3, advise!(lang, desk_not_a_part))
    }

    /// A paper among those that form commissions, which forms none.
    pub fn forms_nothing(lang: Lang) -> Self {
        Self::of(Code::U1, advise!(lang, desk_forms_nothing))
    }

    pub fn too_long(lang: Lang) -> Self {
        Self::of(Code::R37, advise!(lang, desk_too_long))
    }
}
