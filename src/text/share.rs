//! Shares, in integers.

use super::Lang;
use super::figures::number;

messages! {
    decimal_mark;
}

/// What stands for a share of nothing.
const NO_SHARE: &str = "—";

/// A percentage with two decimals after the language's mark, rounded half up.
pub fn share(lang: Lang, votes: u64, of: u64) -> String {
    if of == 0 {
        return NO_SHARE.to_owned();
    }
    let (votes, of) = (i128::from(votes), i128::from(of));
    let hundredths = (votes * 20_000 + of) / (2 * of);
    format!("{}{}{:02} %", number(hundredths / 100), say!(lang, decimal_mark), hundredths % 100)
}
