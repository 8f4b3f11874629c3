//! Numbers in Russian words.

use super::groups::{GROUPS, groups, word};

/// The forms of a noun after 1, after 2 to 4, and after 5 to 20.
type Forms = [&'static str; 3];

const BELOW_TWENTY: [&str; 20] = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];
const TENS: [&str; 10] =
    ["", "", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"];
const HUNDREDS: [&str; 10] =
    ["", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"];
/// What each group of three digits counts, from the right.
const COUNTED: [Forms; GROUPS] = [
    ["", "", ""],
    ["тысяча", "тысячи", "тысяч"],
    ["миллион", "миллиона", "миллионов"],
    ["миллиард", "миллиарда", "миллиардов"],
    ["триллион", "триллиона", "триллионов"],
    ["квадриллион", "квадриллиона", "квадриллионов"],
    ["квинтиллион", "квинтиллиона", "квинтиллионов"],
];
/// The rank of thousands, which alone are feminine: `две тысячи`.
const THOUSANDS: usize = 1;

pub fn words(value: u64) -> String {
    if value == 0 {
        return BELOW_TWENTY[0].to_owned();
    }
    let mut words = Vec::new();
    for (group, rank) in groups(value) {
        words.extend(below_thousand(group, rank));
        words.extend((rank > 0).then(|| form(group, COUNTED[rank])));
    }
    words.join(" ")
}

fn below_thousand(value: u64, rank: usize) -> Vec<&'static str> {
    let (hundreds, rest) = (value / 100, value % 100);
    let (tens, ones) = if rest < 20 { (0, rest) } else { (rest / 10, rest % 10) };
    let one = match (ones, rank) {
        (1, THOUSANDS) => "одна",
        (2, THOUSANDS) => "две",
        _ => word(&BELOW_TWENTY, ones),
    };
    let hundreds = (hundreds > 0).then(|| word(&HUNDREDS, hundreds));
    let tens = (tens > 0).then(|| word(&TENS, tens));
    hundreds.into_iter().chain(tens).chain((ones > 0).then_some(one)).collect()
}

/// The form that agrees with a number: by its last digit, except from 11 to 14.
fn form(count: u64, [one, few, many]: Forms) -> &'static str {
    match (count % 100, count % 10) {
        (11..=14, _) => many,
        (_, 1) => one,
        (_, 2..=4) => few,
        _ => many,
    }
}
