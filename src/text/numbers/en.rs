//! Numbers in English words.

use super::groups::{GROUPS, groups, word};

const BELOW_TWENTY: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 10] = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// What each group of three digits counts, from the right.
const COUNTED: [&str; GROUPS] = ["", " thousand", " million", " billion", " trillion", " quadrillion", " quintillion"];

pub fn words(value: u64) -> String {
    if value == 0 {
        return BELOW_TWENTY[0].to_owned();
    }
    let groups = groups(value).into_iter().map(|(group, rank)| format!("{}{}", below_thousand(group), COUNTED[rank]));
    groups.collect::<Vec<_>>().join(" ")
}

fn below_thousand(value: u64) -> String {
    let below_hundred = match value % 100 {
        0 => None,
        n if n < 20 => Some(word(&BELOW_TWENTY, n).to_owned()),
        n if n % 10 == 0 => Some(word(&TENS, n / 10).to_owned()),
        n => Some(format!("{}-{}", word(&TENS, n / 10), word(&BELOW_TWENTY, n % 10))),
    };
    let hundreds = (value >= 100).then(|| format!("{} hundred", word(&BELOW_TWENTY, value / 100)));
    hundreds.into_iter().chain(below_hundred).collect::<Vec<_>>().join(" ")
}
