//! Numbers: in figures, in words, as shares. Integers only.

/// What stands for a share of nothing.
const NO_SHARE: &str = "—";

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
/// What each group of three digits counts, from the right. Seven groups hold every `u64`.
const GROUPS: [&str; 7] = ["", " thousand", " million", " billion", " trillion", " quadrillion", " quintillion"];

pub fn number(value: i128) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut grouped = String::from(if value < 0 { "-" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    grouped
}

pub fn words(value: u64) -> String {
    if value == 0 {
        return BELOW_TWENTY[0].to_owned();
    }
    let mut groups = Vec::new();
    let mut rest = value;
    for counts in GROUPS {
        let group = rest % 1000;
        if group > 0 {
            groups.push(format!("{}{counts}", below_thousand(group)));
        }
        rest /= 1000;
    }
    groups.reverse();
    groups.join(" ")
}

pub fn share(votes: u64, of: u64) -> String {
    if of == 0 {
        return NO_SHARE.to_owned();
    }
    let (votes, of) = (i128::from(votes), i128::from(of));
    let hundredths = (votes * 20_000 + of) / (2 * of);
    format!("{}.{:02} %", number(hundredths / 100), hundredths % 100)
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

fn word<'a>(words: &[&'a str], at: u64) -> &'a str {
    usize::try_from(at).ok().and_then(|at| words.get(at)).expect("a digit or a number below twenty")
}
