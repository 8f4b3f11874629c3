//! Number words.

const ONES: [&str; 20] = [
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
const SCALES: [(u64, &str); 6] = [
    (1_000_000_000_000_000_000, "quintillion"),
    (1_000_000_000_000_000, "quadrillion"),
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
    (1_000, "thousand"),
];

/// A number in words: `one thousand three hundred ninety-one`.
pub fn words(number: u64) -> String {
    if number == 0 {
        return ONES[0].to_owned();
    }
    let mut parts = Vec::new();
    let mut rest = number;
    for (scale, name) in SCALES {
        if rest >= scale {
            parts.push(format!("{} {name}", below_thousand(rest / scale)));
            rest %= scale;
        }
    }
    if rest > 0 {
        parts.push(below_thousand(rest));
    }
    parts.join(" ")
}

fn below_thousand(number: u64) -> String {
    let (hundreds, rest) = (number / 100, number % 100);
    let below = |n: u64| ONES[usize::try_from(n).expect("below twenty")];
    let tens = |n: u64| TENS[usize::try_from(n).expect("below ten")];
    let small = match rest {
        0 => String::new(),
        1..=19 => below(rest).to_owned(),
        _ if rest % 10 == 0 => tens(rest / 10).to_owned(),
        _ => format!("{}-{}", tens(rest / 10), below(rest % 10)),
    };
    match (hundreds, small.is_empty()) {
        (0, _) => small,
        (_, true) => format!("{} hundred", below(hundreds)),
        (_, false) => format!("{} hundred {small}", below(hundreds)),
    }
}
