//! Values that are not written as their sort is.

use super::alike;
use crate::domain::form::Operator;
use crate::domain::text::{Localised, NotText, TEXT_BYTES_MAX};
use crate::domain::time::NotATime;
use crate::intake::mistake::{Sort, ValueMistake};
use crate::text::{Lang, Said};

messages! {
    value_key_missing { key } + remedy;
    value_key_unknown { known } + remedy;
    value_not_a_text { found } + remedy;
    value_not_a_table { found } + remedy;
    value_not_a_list { found } + remedy;
    value_not_a_number { found } + remedy;
    value_not_true_or_false { found } + remedy;
    value_text_blank + remedy;
    value_number_blank + remedy;
    value_negative { found } + remedy;
    value_signed { found } + remedy;
    value_leading_zeros { found } + remedy;
    value_too_large { found, max } + remedy;
    value_not_whole { found } + remedy;
    value_not_digits { found } + remedy;
    value_text_too_long { bytes, max } + remedy;
    value_text_code_point { code_point } + remedy;
    value_text_padded + remedy;
    value_not_an_id { found, max } + remedy;
    value_not_an_instant { found } + remedy;
    value_not_a_day { found } + remedy;
    value_not_an_hour { found } + remedy;
    value_not_an_offset { found } + remedy;
    value_not_a_hash { found } + remedy;
    value_not_a_colour { found } + remedy;
    value_not_a_key_name { found } + remedy;
    value_word_of_two { found, one, other } + remedy;
    value_word { found, known } + remedy;
    value_not_a_share + remedy;
    value_not_a_comparison { found, signs, last } + remedy;
    value_not_a_multiple { found } + remedy;
    value_not_a_language + remedy;
    value_translation_blank { language } + remedy;
    value_translations_too_many { max } + remedy;
    value_sort_text;
    value_sort_whole_number;
    value_sort_fraction;
    value_sort_true_or_false;
    value_sort_time;
    value_sort_list;
    value_sort_table;
}

pub fn mistake(lang: Lang, mistake: &ValueMistake) -> Said {
    match mistake {
        ValueMistake::KeyMissing(key) => advise!(lang, value_key_missing { key: *key }),
        ValueMistake::KeyUnknown(known) => advise!(lang, value_key_unknown { known: known.join(", ") }),
        ValueMistake::NotAText(found) => advise!(lang, value_not_a_text { found: sort(lang, *found) }),
        ValueMistake::NotATable(found) => advise!(lang, value_not_a_table { found: sort(lang, *found) }),
        ValueMistake::NotAList(found) => advise!(lang, value_not_a_list { found: sort(lang, *found) }),
        ValueMistake::NotANumber(found) => advise!(lang, value_not_a_number { found: sort(lang, *found) }),
        ValueMistake::NotTrueOrFalse(found) => advise!(lang, value_not_true_or_false { found: sort(lang, *found) }),
        ValueMistake::TextBlank => advise!(lang, value_text_blank),
        ValueMistake::NumberBlank => advise!(lang, value_number_blank),
        ValueMistake::Negative(found) => advise!(lang, value_negative { found: found.as_str() }),
        ValueMistake::Signed(found) => advise!(lang, value_signed { found: found.as_str() }),
        ValueMistake::LeadingZeros(found) => advise!(lang, value_leading_zeros { found: found.as_str() }),
        ValueMistake::TooLarge(found, max) => advise!(lang, value_too_large { found: found.as_str(), max: *max }),
        ValueMistake::NotWhole(found) => advise!(lang, value_not_whole { found: found.as_str() }),
        ValueMistake::NotDigits(found) => {
            alike::telling_one(lang, advise!(lang, value_not_digits { found: found.as_str() }), found)
        }
        ValueMistake::Text(refused) => text(lang, refused),
        ValueMistake::Id(refused) => {
            let said = advise!(lang, value_not_an_id { found: format!("{:?}", refused.found), max: refused.limit });
            alike::telling_one(lang, said, &refused.found)
        }
        ValueMistake::Time(found, wanted) => time(lang, found, *wanted),
        ValueMistake::Hash(found) => {
            alike::telling_one(lang, advise!(lang, value_not_a_hash { found: found.as_str() }), found)
        }
        ValueMistake::Colour(found) => advise!(lang, value_not_a_colour { found: found.as_str() }),
        ValueMistake::KeyName(found) => advise!(lang, value_not_a_key_name { found: found.as_str() }),
        ValueMistake::Word(found, known) => alike::telling_one(lang, word(lang, found, known), found),
        ValueMistake::Share => advise!(lang, value_not_a_share),
        ValueMistake::Comparison(found) => comparison(lang, found),
        ValueMistake::Multiple(found) => advise!(lang, value_not_a_multiple { found: found.as_str() }),
        ValueMistake::Language => advise!(lang, value_not_a_language),
        ValueMistake::TranslationBlank(language) => {
            advise!(lang, value_translation_blank { language: language.as_str() })
        }
        ValueMistake::TranslationsTooMany => {
            advise!(lang, value_translations_too_many { max: Localised::LANGUAGES_MAX })
        }
    }
}

fn sort(lang: Lang, sort: Sort) -> &'static str {
    match sort {
        Sort::Text => say!(lang, value_sort_text),
        Sort::WholeNumber => say!(lang, value_sort_whole_number),
        Sort::Fraction => say!(lang, value_sort_fraction),
        Sort::TrueOrFalse => say!(lang, value_sort_true_or_false),
        Sort::Time => say!(lang, value_sort_time),
        Sort::List => say!(lang, value_sort_list),
        Sort::Table => say!(lang, value_sort_table),
    }
}

fn text(lang: Lang, refused: &NotText) -> Said {
    match refused {
        NotText::TooLong(bytes) => advise!(lang, value_text_too_long { bytes: *bytes, max: TEXT_BYTES_MAX }),
        NotText::CodePoint(point) => {
            advise!(lang, value_text_code_point { code_point: format!("U+{:04X}", u32::from(*point)) })
        }
        NotText::Padded => advise!(lang, value_text_padded),
    }
}

fn time(lang: Lang, found: &str, wanted: NotATime) -> Said {
    match wanted {
        NotATime::Instant | NotATime::Year => advise!(lang, value_not_an_instant { found }),
        NotATime::Day => advise!(lang, value_not_a_day { found }),
        NotATime::Hour | NotATime::Minutes => advise!(lang, value_not_an_hour { found }),
        NotATime::Offset | NotATime::OffsetMinutes => advise!(lang, value_not_an_offset { found }),
    }
}

fn word(lang: Lang, found: &str, known: &[&str]) -> Said {
    let mut known: Vec<_> = known.iter().map(|word| format!("`{word}`")).collect();
    match (known.len(), known.pop()) {
        (2, Some(other)) => advise!(lang, value_word_of_two { found, one: known.concat(), other }),
        (_, last) => {
            known.extend(last);
            advise!(lang, value_word { found, known: known.join(", ") })
        }
    }
}

fn comparison(lang: Lang, found: &str) -> Said {
    let mut signs: Vec<_> = Operator::ALL.iter().map(|operator| operator.sign()).collect();
    let last = signs.pop().unwrap_or_default();
    advise!(lang, value_not_a_comparison { found, signs: signs.join(" "), last })
}
