//! Numbers in figures, in words, as shares: at every boundary.

use super::EN;
use protokol::text::{number, share, words};

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
        assert_eq!(number(EN, value), expected);
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
    let all: std::collections::BTreeSet<_> = (0..10_000).map(|value| words(EN, value)).collect();
    assert_eq!(all.len(), 10_000);
    assert!(all.iter().all(|said| !said.contains("  ") && said.trim() == said));
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
    }
}
