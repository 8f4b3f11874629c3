//! Numbers in figures, in words, as shares: at every boundary.

use super::EN;
use protokol::text::{Fact, Lang, fact, number, share, words};

#[test]
fn figures_are_grouped_by_threes() {
    let cases = [
        (0, "0"),
        (999, "999"),
        (1_000, "1 000"),
        (33_498, "33 498"),
        (149_776, "149 776"),
        (1_000_000, "1 000 000"),
        (-1, "-1"),
        (-999, "-999"),
        (-1_000, "-1 000"),
        (i128::from(u64::MAX), "18 446 744 073 709 551 615"),
        (i128::MIN, "-170 141 183 460 469 231 731 687 303 715 884 105 728"),
    ];
    for (value, expected) in cases {
        Lang::ALL.iter().for_each(|lang| assert_eq!(number(*lang, value), expected));
    }
    assert_eq!(number(EN, 7u64), "7");
}

#[test]
fn figures_are_written_in_words() {
    let cases = [
        (0, "zero"),
        (1, "one"),
        (12, "twelve"),
        (19, "nineteen"),
        (20, "twenty"),
        (21, "twenty-one"),
        (99, "ninety-nine"),
        (100, "one hundred"),
        (101, "one hundred one"),
        (110, "one hundred ten"),
        (999, "nine hundred ninety-nine"),
        (1_000, "one thousand"),
        (1_001, "one thousand one"),
        (1_391, "one thousand three hundred ninety-one"),
        (20_000, "twenty thousand"),
        (999_999, "nine hundred ninety-nine thousand nine hundred ninety-nine"),
        (1_000_000, "one million"),
        (1_000_001, "one million one"),
        (1_000_000_000, "one billion"),
        (1_000_000_000_000, "one trillion"),
        (1_000_000_000_000_000, "one quadrillion"),
        (1_000_000_000_000_000_000, "one quintillion"),
        (
            u64::MAX,
            "eighteen quintillion four hundred forty-six quadrillion seven hundred forty-four trillion seventy-three \
             billion seven hundred nine million five hundred fifty-one thousand six hundred fifteen",
        ),
    ];
    for (value, expected) in cases {
        assert_eq!(words(EN, value), expected);
    }
}

#[test]
fn no_two_figures_below_ten_thousand_read_alike() {
    for lang in Lang::ALL.iter().copied() {
        let all: std::collections::BTreeSet<_> = (0..10_000).map(|value| words(lang, value)).collect();
        assert_eq!(all.len(), 10_000, "{lang}");
        assert!(all.iter().all(|said| !said.contains("  ") && said.trim() == said), "{lang}");
    }
}

#[test]
fn shares_are_rounded_half_up_in_integers() {
    let cases = [
        (0, 0, "—"),
        (5, 0, "—"),
        (0, 7, "0.00 %"),
        (1, 1, "100.00 %"),
        (1, 3, "33.33 %"),
        (2, 3, "66.67 %"),
        (1, 20_000, "0.01 %"),
        (1, 20_001, "0.00 %"),
        (19_999, 20_000, "100.00 %"),
        (19_997, 20_000, "99.99 %"),
        (3, 20_000, "0.02 %"),
        (4_567_458, 4_957_967, "92.12 %"),
        (1, 2, "50.00 %"),
        (13, 1, "1 300.00 %"),
        (u64::MAX, u64::MAX, "100.00 %"),
        (u64::MAX / 2, u64::MAX, "50.00 %"),
        (0, u64::MAX, "0.00 %"),
        (u64::MAX, 1, "1 844 674 407 370 955 161 500.00 %"),
    ];
    for (votes, of, expected) in cases {
        assert_eq!(share(EN, votes, of), expected, "{votes} of {of}");
        let with_comma = expected.replace('.', ",");
        [Lang::Az, Lang::Ru].iter().for_each(|lang| assert_eq!(share(*lang, votes, of), with_comma));
    }
}

/// What is written in words from 0 to 20, and then where a language has a rule of its own.
const VALUES: [u64; 16] =
    [21, 30, 100, 101, 111, 999, 1_000, 1_001, 1_391, 2_000, 5_000, 11_000, 21_000, 1_000_000, 2_000_000, u64::MAX];

fn are_written(lang: Lang, to_twenty: &str, others: [&str; 16]) {
    let to_twenty: Vec<_> = to_twenty.split(", ").collect();
    assert_eq!(to_twenty.len(), 21);
    let all = (0..).zip(to_twenty).chain(VALUES.into_iter().zip(others));
    all.for_each(|(value, expected)| assert_eq!(words(lang, value), expected));
}

#[test]
fn figures_are_written_in_azerbaijani_words() {
    are_written(
        Lang::Az,
        "sıfır, bir, iki, üç, dörd, beş, altı, yeddi, səkkiz, doqquz, on, on bir, on iki, on üç, on dörd, on beş, \
         on altı, on yeddi, on səkkiz, on doqquz, iyirmi",
        [
            "iyirmi bir",
            "otuz",
            "yüz",
            "yüz bir",
            "yüz on bir",
            "doqquz yüz doxsan doqquz",
            "bir min",
            "bir min bir",
            "bir min üç yüz doxsan bir",
            "iki min",
            "beş min",
            "on bir min",
            "iyirmi bir min",
            "bir milyon",
            "iki milyon",
            "on səkkiz kvintilyon dörd yüz qırx altı kvadrilyon yeddi yüz qırx dörd trilyon yetmiş üç milyard \
             yeddi yüz doqquz milyon beş yüz əlli bir min altı yüz on beş",
        ],
    );
}

#[test]
fn figures_are_written_in_russian_words() {
    are_written(
        Lang::Ru,
        "ноль, один, два, три, четыре, пять, шесть, семь, восемь, девять, десять, одиннадцать, двенадцать, тринадцать, \
         четырнадцать, пятнадцать, шестнадцать, семнадцать, восемнадцать, девятнадцать, двадцать",
        [
            "двадцать один",
            "тридцать",
            "сто",
            "сто один",
            "сто одиннадцать",
            "девятьсот девяносто девять",
            "одна тысяча",
            "одна тысяча один",
            "одна тысяча триста девяносто один",
            "две тысячи",
            "пять тысяч",
            "одиннадцать тысяч",
            "двадцать одна тысяча",
            "один миллион",
            "два миллиона",
            "восемнадцать квинтиллионов четыреста сорок шесть квадриллионов семьсот сорок четыре триллиона семьдесят \
             три миллиарда семьсот девять миллионов пятьсот пятьдесят одна тысяча шестьсот пятнадцать",
        ],
    );
}

#[test]
fn nouns_agree_with_their_numbers() {
    let cases = [
        (0, "0 подписей"),
        (1, "1 подпись"),
        (2, "2 подписи"),
        (4, "4 подписи"),
        (5, "5 подписей"),
        (11, "11 подписей"),
        (12, "12 подписей"),
        (14, "14 подписей"),
        (21, "21 подпись"),
        (22, "22 подписи"),
        (25, "25 подписей"),
        (101, "101 подпись"),
        (111, "111 подписей"),
        (1_004, "1 004 подписи"),
    ];
    for (count, expected) in cases {
        assert_eq!(fact(Lang::Ru, &Fact::Signatures(count)), expected);
        assert_eq!(
            fact(Lang::Az, &Fact::Signatures(count)),
            format!("{} imza", number(Lang::Az, count as u64)),
            "singular after any number"
        );
    }
}
