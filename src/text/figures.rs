//! Numbers, as far as they are the same in every language: digits, groups, shares. Integers only.

/// What stands for a share of nothing.
const NO_SHARE: &str = "—";

/// How many groups of three digits hold every `u64`.
pub const GROUPS: usize = 7;

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

/// As [`number`].
pub fn figure(count: u64) -> String {
    number(i128::from(count))
}

/// As [`number`].
pub fn count(count: usize) -> String {
    number(i128::try_from(count).unwrap_or(i128::MAX))
}

/// A percentage with two decimals after the language's mark, rounded half up.
pub fn share(votes: u64, of: u64, mark: char) -> String {
    if of == 0 {
        return NO_SHARE.to_owned();
    }
    let (votes, of) = (i128::from(votes), i128::from(of));
    let hundredths = (votes * 20_000 + of) / (2 * of);
    format!("{}{mark}{:02} %", number(hundredths / 100), hundredths % 100)
}

/// The groups of three digits that are not zero, from the left, each with its rank: 0 counts ones, 1 thousands.
pub fn groups(value: u64) -> Vec<(u64, usize)> {
    let mut groups = Vec::new();
    let mut rest = value;
    for rank in 0..GROUPS {
        groups.push((rest % 1000, rank));
        rest /= 1000;
    }
    groups.retain(|(group, _)| *group > 0);
    groups.reverse();
    groups
}

/// The word for a number that a table of words holds.
pub fn word<T: Copy>(words: &[T], at: u64) -> T {
    usize::try_from(at).ok().and_then(|at| words.get(at)).copied().expect("a digit or a number below twenty")
}
