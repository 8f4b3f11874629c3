//! What the store could not do, in words.

use std::path::Path;

use super::{Exit, Failure};
use crate::domain::code::Code;
use crate::store::error::StoreError;
use crate::text::{self, Lang};
use crate::verify::{Fault, Verdict};

impl Failure {
    /// What the store could not do.
    pub fn store(lang: Lang, ledger: &Path, error: StoreError) -> Self {
        let shown = ledger.display();
        match error {
            StoreError::Exists(path) => {
                let act = "choose another place with --ledger, or go on with a rehearsal there with --continue";
                Self { act: act.into(), ..Self::exists(lang, &path) }
            }
            StoreError::NoLedger(path) => {
                let act = "name a ledger with --ledger DIR, or make one: `protokol rehearse FOLDER`, `protokol init`";
                Self::new(Exit::NoLedger, Code::V18, format!("there is no ledger in {}", path.display()), act)
            }
            StoreError::Locked(holder) => {
                let says = format!("{shown} is held by {holder}");
                let act = "wait until it has ended, or end that process; readers are not kept out";
                Self::new(Exit::Locked, Code::U7, says, act)
            }
            StoreError::Io { what, path, source } => Self::io(lang, what, &path, &source),
            StoreError::ReadOnly(faults) => {
                let first = faults.first().map_or_else(String::new, |fault| format!(": {}", text::fault(lang, fault)));
                let code = faults.first().map_or(Code::V1, Fault::code);
                let verdict = faults.iter().map(Fault::verdict).max().unwrap_or(Verdict::Failed);
                if verdict == Verdict::Unreadable {
                    let says = format!("{shown} cannot be told right from wrong{first}");
                    return Self::new(verdict.into(), code, says, text::explain(lang, code).act);
                }
                let says = format!("{shown} is damaged{first}");
                let act = "run `protokol verify` for every fault, and `protokol compare` with what was published; do not write to \
                           it: restore it from a copy";
                Self::new(verdict.into(), code, says, act)
            }
            StoreError::Contradicted(_) => contradicted(&error),
            StoreError::NotWitnessed => {
                let says = "too few witnesses have answered, and before they do the log signs nothing";
                let act =
                    "nothing was handed in: see what is told of each witness above, and run the same command again";
                Self::new(Exit::Insufficient, Code::V13, says, act)
            }
            StoreError::Restored => {
                let said = text::explain(lang, Code::U13);
                let says = format!("{shown}: {}", said.what);
                Self::new(Exit::Refused, Code::U13, says, said.act)
            }
            StoreError::NotTheLogKey => {
                let says = "this is not the key of the ledger's log";
                Self::new(Exit::Refused, Code::R38, says, "give the key whose public half stands in log.vkey")
            }
            StoreError::Founding(refusal) => Self::refusal(lang, &refusal),
            StoreError::NotFound(_)
            | StoreError::Poisoned
            | StoreError::Seal
            | StoreError::IndexHeld
            | StoreError::Index(_) => {
                let act =
                    "run the same command again: the ledger is read from its disk and nothing acknowledged is lost";
                Self::new(Exit::Disk, Code::U2, error.to_string(), act)
            }
        }
    }
}

/// A witness has seen another or a longer history of the log.
fn contradicted(error: &StoreError) -> Failure {
    let act = "sign nothing more with this log's key, and keep this folder: either an older state was brought back, or a copy \
               of the key is in use. Compare it with what was published: `protokol compare`. Only if you know that the witness \
               is wrong, take it out of the policy";
    Failure::new(Exit::No, Code::V24, error.to_string(), act)
}
