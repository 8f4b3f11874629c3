//! Trust files that cannot be read.

use super::super::{Lang, Said};
use super::notes;
use crate::ledger::note::policy::{POLICY_BYTES_MAX, PolicyFault};
use crate::ledger::note::snapshot::RECOMPUTED;

messages! {
    policy_too_long { bytes, limit };
    policy_control_character;
    policy_unfinished;
    policy_keyword { word };
    policy_form { form };
    policy_key { error };
    policy_log_key_kind;
    policy_duplicate_log;
    policy_duplicate_witness;
    policy_log_and_witness;
    policy_name_taken { name };
    policy_name_unknown { name };
    policy_counted_twice { name };
    policy_threshold { threshold, members };
    policy_second_quorum;
    policy_no_quorum;
    policy_second_numbers;
    policy_no_recomputers { name, ending };
    policy_unreadable { fault } + remedy;
}

/// A trust file cannot be read.
pub fn unreadable(lang: Lang, fault: &PolicyFault) -> Said {
    advise!(lang, policy_unreadable { fault: told(lang, fault) })
}

fn told(lang: Lang, fault: &PolicyFault) -> String {
    match fault {
        PolicyFault::TooLong(bytes) => say!(lang, policy_too_long { bytes: *bytes, limit: POLICY_BYTES_MAX }),
        PolicyFault::ControlCharacter => say!(lang, policy_control_character).to_owned(),
        PolicyFault::Unfinished => say!(lang, policy_unfinished).to_owned(),
        PolicyFault::Keyword(word) => say!(lang, policy_keyword { word: word.as_str() }),
        PolicyFault::Form(form) => say!(lang, policy_form { form: *form }),
        PolicyFault::Key(error) => say!(lang, policy_key { error: notes::verifier_key(lang, error) }),
        PolicyFault::LogKeyKind => say!(lang, policy_log_key_kind).to_owned(),
        PolicyFault::DuplicateLog => say!(lang, policy_duplicate_log).to_owned(),
        PolicyFault::DuplicateWitness => say!(lang, policy_duplicate_witness).to_owned(),
        PolicyFault::LogAndWitness => say!(lang, policy_log_and_witness).to_owned(),
        PolicyFault::NameTaken(name) => say!(lang, policy_name_taken { name: name.as_str() }),
        PolicyFault::NameUnknown(name) => say!(lang, policy_name_unknown { name: name.as_str() }),
        PolicyFault::CountedTwice(name) => say!(lang, policy_counted_twice { name: name.as_str() }),
        PolicyFault::Threshold { threshold, members } => {
            say!(lang, policy_threshold { threshold: threshold.as_str(), members: *members })
        }
        PolicyFault::SecondQuorum => say!(lang, policy_second_quorum).to_owned(),
        PolicyFault::NoQuorum => say!(lang, policy_no_quorum).to_owned(),
        PolicyFault::SecondNumbers => say!(lang, policy_second_numbers).to_owned(),
        PolicyFault::NoRecomputers(name) => {
            say!(lang, policy_no_recomputers { name: name.as_str(), ending: RECOMPUTED })
        }
    }
}
