//! Why the page's verifier gives no verdict: never a "no" about the log.

use super::words;
use crate::browser::answers::failed;
use crate::crypto::transfer::TransferChange;
use crate::domain::code::Code;
use crate::ledger::files::evidence::EvidenceError;
use crate::ledger::files::receipt::NotAReceipt;
use crate::ledger::files::rows_proof::NotARowsProof;
use crate::ledger::note::policy::PolicyError;
use crate::text::{self, Lang, Said, unreadable};

/// Why there is no verdict.
#[derive(Debug)]
pub enum Refused {
    /// The page did not hand over what it should: a defect of it.
    NoParcel,
    /// A question came out of turn: a defect of the page.
    OutOfTurn,
    /// The trust file cannot be read.
    Policy(PolicyError),
    /// What should be a fingerprint is none.
    NoFingerprint(String),
    /// A file is neither a published log nor anything that proves something alone.
    Neither(String),
    /// It begins as a receipt does, and is none.
    NotAReceipt(String, NotAReceipt),
    /// It begins as evidence does, and is none.
    NotEvidence(String, EvidenceError),
    /// It begins as a proof of rows does, and is none.
    NotAProof(String, NotARowsProof),
    /// A receipt or proof names no key, and the reader brought none.
    NoKey,
    /// A receipt or proof is of another log than the key that is at hand.
    OtherLog(String, String),
    /// There is neither a checkpoint nor a log's key.
    NoLog(String),
    /// A server gives something else than the file.
    NotTheFile(String),
    /// What should be totals are none.
    NotTotals(String),
}

impl Refused {
    /// The stable code that people quote, the program's own for the same.
    pub fn code(&self) -> Code {
        match self {
            Self::NoParcel | Self::OutOfTurn => Code::U22,
            Self::NoFingerprint(_) | Self::NoKey | Self::OtherLog(..) => Code::U1,
            Self::Policy(_) | Self::Neither(_) | Self::NoLog(_) | Self::NotTotals(_) => Code::U3,
            Self::NotAReceipt(_, error) => changed(error.change()),
            Self::NotEvidence(_, error) => changed(error.change()),
            Self::NotAProof(_, error) => changed(error.change()),
            Self::NotTheFile(_) => Code::U16,
        }
    }

    /// What is wrong, and what to do.
    pub fn said(&self, lang: Lang) -> Said {
        match self {
            Self::NoParcel | Self::OutOfTurn => defect(lang),
            Self::Policy(error) => words::policy(lang, error.line as u64, &unreadable::policy(lang, &error.fault)),
            Self::NoFingerprint(found) => words::no_fingerprint(lang, found),
            Self::Neither(file) => words::neither(lang, file),
            Self::NotAReceipt(file, error) => unreadable::receipt_file(lang, file, error),
            Self::NotEvidence(file, error) => unreadable::evidence_file(lang, file, error),
            Self::NotAProof(file, error) => unreadable::proof_file(lang, file, error),
            Self::NoKey => words::no_key(lang),
            Self::OtherLog(theirs, ours) => words::other_log(lang, theirs, ours),
            Self::NoLog(place) => words::no_log(lang, place),
            Self::NotTheFile(file) => words::not_the_file(lang, file),
            Self::NotTotals(file) => words::not_totals(lang, file),
        }
    }

    /// As the page reads it.
    pub fn answer(&self, lang: Lang) -> Vec<u8> {
        failed(self.code(), self.said(lang))
    }
}

/// The page and its verifier do not understand each other: no answer about any log.
fn defect(lang: Lang) -> Said {
    let told = text::explain(lang, Code::U22);
    Said { says: told.what, remedy: told.remedy }
}

/// The code of a file that is not in its format, which may have been before a program changed it on its way.
fn changed(change: Option<TransferChange>) -> Code {
    change.map_or(Code::U3, |_| Code::V29)
}
