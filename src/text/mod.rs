//! Floor 3: words for people. The only place that holds sentences a citizen reads, and it decides nothing.
//!
//! A language is a variant of [`Lang`] and a folder beside this file. Every sentence is found by an exhaustive match,
//! so that a missing one does not compile.

mod en;
mod number;

use crate::domain::code::Code;
use crate::domain::commission::Office;
use crate::domain::manifest::Manifest;
use crate::domain::protocol::ShapeFlaw;
use crate::domain::rejection::Rejection;
use crate::domain::{Body, Kind};
use crate::ledger::submission::SubmissionError;
use crate::tally::Finding;
use crate::tally::paper::Standing;
use crate::verify::{Fault, Report};

pub use number::{number, share};

/// A language in which the program speaks.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// English.
    #[default]
    En,
}

/// Why a language cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoSuchLanguage {
    /// The program will speak it, and does not yet.
    #[error("{0} is not translated yet")]
    NotYet(&'static str),
    /// The program does not know it.
    #[error("{0:?} is not a language of this program (en, az, ru)")]
    Unknown(String),
}

/// What is wrong, and what to do about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    /// What is wrong.
    pub says: String,
    /// What to do.
    pub act: String,
}

/// What a code means, and what to do about it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// What it means.
    pub what: &'static str,
    /// What to do.
    pub act: &'static str,
}

/// How one step of a verification went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Proved.
    Ok,
    /// The answer is no.
    Failed,
    /// To be known; it does not change the verdict by itself.
    Note,
    /// Could not be done.
    Skipped,
}

/// One step of a verification's account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CheckLine {
    /// Its name, the same in every language: programs read it.
    pub name: &'static str,
    /// How it went.
    pub status: Status,
    /// In a sentence.
    pub detail: String,
}

impl std::str::FromStr for Lang {
    type Err = NoSuchLanguage;
    fn from_str(tag: &str) -> Result<Self, NoSuchLanguage> {
        match tag {
            "en" => Ok(Self::En),
            "az" => Err(NoSuchLanguage::NotYet("Azerbaijani")),
            "ru" => Err(NoSuchLanguage::NotYet("Russian")),
            other => Err(NoSuchLanguage::Unknown(other.to_owned())),
        }
    }
}

impl std::fmt::Display for Lang {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::En => "en",
        })
    }
}

/// What a code means, and what to do: the page of `protokol help CODE`.
pub fn explain(lang: Lang, code: Code) -> Explanation {
    match lang {
        Lang::En => en::codes::explain(code),
    }
}

/// Why the ledger refuses a submission.
pub fn rejection(lang: Lang, rejection: &Rejection) -> Said {
    match lang {
        Lang::En => en::refusals::rejection(rejection),
    }
}

/// How a paper misses its shape.
pub fn shape_flaw(lang: Lang, flaw: &ShapeFlaw) -> Said {
    match lang {
        Lang::En => en::refusals::shape_flaw(flaw),
    }
}

/// Why bytes are no submission.
pub fn submission_error(lang: Lang, error: &SubmissionError) -> Said {
    match lang {
        Lang::En => en::refusals::submission_error(error),
    }
}

/// What does not add up, with its figures.
pub fn finding(lang: Lang, finding: &Finding, manifest: &Manifest) -> String {
    match lang {
        Lang::En => en::findings::finding(finding, manifest),
    }
}

/// What is wrong with a ledger, with its place.
pub fn fault(lang: Lang, fault: &Fault) -> String {
    match lang {
        Lang::En => en::faults::fault(fault),
    }
}

/// The account of a verification, step by step. `policy` is the policy's file, where there is one.
pub fn verification(lang: Lang, report: &Report, policy: Option<&str>) -> Vec<CheckLine> {
    match lang {
        Lang::En => en::account::verification(report, policy),
    }
}

/// What a statement says, in one line.
pub fn statement_line(lang: Lang, body: &Body) -> String {
    match lang {
        Lang::En => en::events::statement_line(body),
    }
}

/// A kind of event.
pub fn event_kind(lang: Lang, kind: Kind) -> &'static str {
    match lang {
        Lang::En => en::events::kind(kind),
    }
}

/// Who signs a kind of statement.
pub fn signed_by(lang: Lang, kind: Kind) -> &'static str {
    match lang {
        Lang::En => en::events::signed_by(kind),
    }
}

/// How far a paper is.
pub fn standing(lang: Lang, standing: Standing) -> &'static str {
    match lang {
        Lang::En => en::events::standing(standing),
    }
}

/// An office in a commission.
pub fn office(lang: Lang, office: Office) -> &'static str {
    match lang {
        Lang::En => en::events::office(office),
    }
}

/// A number in words, as the law wants it beside the figure.
pub fn words(lang: Lang, number: u64) -> String {
    match lang {
        Lang::En => en::words::words(number),
    }
}
