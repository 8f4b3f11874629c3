//! Texts that are not TOML.

use crate::intake::mistake::TomlFlaw;
use crate::text::{Lang, parts};

messages! {
    toml_key_twice;
    toml_key_unfit;
    toml_assignment_missing;
    toml_value_unfit;
    toml_text_open;
    toml_escape;
    toml_character_unfit;
    toml_leading_zero;
    toml_number_unfit;
    toml_time_unfit;
    toml_boolean_unfit;
    toml_bracket_open;
    toml_comma_missing;
    toml_beyond;
}

/// A clause: why a text is not TOML.
pub fn flaw(lang: Lang, flaw: &TomlFlaw) -> String {
    let says = match flaw {
        TomlFlaw::KeyTwice => say!(lang, toml_key_twice),
        TomlFlaw::KeyUnfit => say!(lang, toml_key_unfit),
        TomlFlaw::AssignmentMissing => say!(lang, toml_assignment_missing),
        TomlFlaw::ValueUnfit => say!(lang, toml_value_unfit),
        TomlFlaw::TextOpen => say!(lang, toml_text_open),
        TomlFlaw::Escape => say!(lang, toml_escape),
        TomlFlaw::CharacterUnfit => say!(lang, toml_character_unfit),
        TomlFlaw::LeadingZero => say!(lang, toml_leading_zero),
        TomlFlaw::NumberUnfit => say!(lang, toml_number_unfit),
        TomlFlaw::TimeUnfit => say!(lang, toml_time_unfit),
        TomlFlaw::BooleanUnfit => say!(lang, toml_boolean_unfit),
        TomlFlaw::BracketOpen => say!(lang, toml_bracket_open),
        TomlFlaw::CommaMissing => say!(lang, toml_comma_missing),
        TomlFlaw::Beyond => say!(lang, toml_beyond),
        TomlFlaw::Library(words) => return parts::library_says(lang, words),
    };
    says.to_owned()
}
