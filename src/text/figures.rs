//! Numbers, as far as they are the same in every language: digits, groups, shares. Integers only.

use super::Lang;

messages! {
    decimal_mark;
}

/// What stands for a share of nothing.
const NO_SHARE: &str = "—";

/// In figures, grouped by threes: `33 498`.
pub fn number(value: i128) -> String {
    let sign = if value < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(&value.unsigned_abs().to_string()))
}

/// Digits in groups of three, from the right.
pub fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

/// A percentage with two decimals after the language's mark, rounded half up.
pub fn share(lang: Lang, votes: u64, of: u64) -> String {
    if of == 0 {
        return NO_SHARE.to_owned();
    }
    let (votes, of) = (i128::from(votes), i128::from(of));
    let hundredths = (votes * 20_000 + of) / (2 * of);
    format!("{}{}{:02} %", number(hundredths / 100), say!(lang, decimal_mark), hundredths % 100)
}
