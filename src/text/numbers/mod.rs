//! Numbers in words, a file a language: how a language puts them together is a rule, and no sentence.

mod az;
mod en;
mod groups;
mod ru;

use super::Lang;

/// In words: `one thousand three hundred ninety-one`.
pub fn words(lang: Lang, value: u64) -> String {
    match lang {
        Lang::En => en::words(value),
        Lang::Az => az::words(value),
        Lang::Ru => ru::words(value),
    }
}
