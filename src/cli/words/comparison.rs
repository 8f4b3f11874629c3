//! Two states of a log that are not compared.

use crate::service::error::{CompareError, NotAState};
use crate::text::{self, Lang, Said, unreadable};
use crate::verify::compare::NotCompared;

messages! {
    comparison_not_a_state { file, error } + remedy;
    comparison_broken { place, fault } + remedy;
    comparison_no_key + remedy;
    comparison_not_the_logs { place, size } + remedy;
    comparison_not_trusted { place, size } + remedy;
    comparison_no_entries { place, size } + remedy;
    comparison_snapshot_alone { place, size } + remedy;
}

/// Two states are not compared.
pub fn said(lang: Lang, error: &CompareError) -> Said {
    match error {
        CompareError::NotAState { what, error } => {
            let clause = match error {
                NotAState::Receipt(error) => unreadable::not_a_receipt(lang, error),
                NotAState::Proof(error) => unreadable::not_a_proof(lang, error),
                NotAState::Snapshot(error) => unreadable::snapshot(lang, error),
                NotAState::Checkpoint(error) => unreadable::checkpoint(lang, error),
            };
            let said = advise!(lang, comparison_not_a_state { file: what.display().to_string(), error: clause });
            if error.change().is_some() { text::get_again(lang, said) } else { said }
        }
        CompareError::Broken { what, fault } => {
            advise!(lang, comparison_broken { place: what.display().to_string(), fault: text::fault(lang, fault) })
        }
        CompareError::NotCompared { refused, what, size } => {
            let (place, size) = (what.display().to_string(), *size);
            match refused {
                NotCompared::NoKey => advise!(lang, comparison_no_key),
                NotCompared::NotTheLogs(_) => advise!(lang, comparison_not_the_logs { place, size }),
                NotCompared::NotTrusted(_) => advise!(lang, comparison_not_trusted { place, size }),
                NotCompared::NoEntries(_) => advise!(lang, comparison_no_entries { place, size }),
                NotCompared::SnapshotAlone(_) => advise!(lang, comparison_snapshot_alone { place, size }),
            }
        }
    }
}
