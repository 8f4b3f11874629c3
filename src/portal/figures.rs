//! Figures as a page sets them: a number is never broken over two lines.

use crate::text::{self, Lang};

const SPACE: char = ' ';
const NO_BREAK: &str = "\u{a0}";

/// A whole number in figures.
pub fn number(lang: Lang, value: u64) -> String {
    text::number(lang, value).replace(SPACE, NO_BREAK)
}

/// A share as a percentage.
pub fn share(lang: Lang, part: u64, of: u64) -> String {
    text::share(lang, part, of).replace(SPACE, NO_BREAK)
}
