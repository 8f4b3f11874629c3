//! Numbers as people read them. Integers only: a share is rounded once, half up, and never computed in floats.

use super::Lang;

/// A whole number, its digits in groups of three with a space between.
pub fn number(lang: Lang, number: impl Into<i128>) -> String {
    match lang {
        Lang::En => grouped(number.into(), ' '),
    }
}

/// A share in percent with two decimals, rounded half up; a dash where there is nothing to be a share of.
pub fn share(lang: Lang, part: u64, whole: u64) -> String {
    let Lang::En = lang;
    if whole == 0 {
        return "—".to_owned();
    }
    let hundredths = (u128::from(part) * 20_000 + u128::from(whole)) / (2 * u128::from(whole));
    format!("{}.{:02} %", hundredths / 100, hundredths % 100)
}

fn grouped(number: i128, separator: char) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::new();
    if number < 0 {
        text.push('-');
    }
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}
