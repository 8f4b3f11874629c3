//! Charts: round ticks that reach the largest number, and drawings that say what the numbers say.

use protokol::portal::charts::axis::{along, ticks};
use protokol::portal::charts::curve::{Curve, Series};
use protokol::portal::charts::scatter::Scatter;
use protokol::text::Lang;

#[test]
fn ticks_are_round_and_reach_the_largest_number() {
    for most in [0, 1, 7, 10, 99, 100, 101, 3_694, 1_665_872, u64::MAX] {
        let ticks = ticks(most, 5);
        let step = ticks[1];
        assert!(ticks.last().is_some_and(|last| *last >= most), "{most}: {ticks:?}");
        assert!((2..=11).contains(&ticks.len()), "{most}: {ticks:?}");
        let digits = step.to_string();
        let is_round = ["1", "2", "5"].contains(&digits.trim_end_matches('0'));
        assert!(is_round || most == u64::MAX, "{most}: a step of {step}");
    }
}

#[test]
fn a_part_lies_where_it_is_and_never_beyond_the_end() {
    assert_eq!([along(0, 10, 600), along(5, 10, 600), along(10, 10, 600), along(11, 10, 600)], [0, 300, 600, 600]);
    assert_eq!([along(3, 0, 600), along(u64::MAX, u64::MAX, u64::MAX)], [0, u64::MAX]);
}

#[test]
fn a_curve_rises_with_its_numbers_and_says_what_it_is() {
    let series = [Series { name: "sum <1>".to_owned(), points: vec![(0, 0), (5, 50), (10, 100)] }];
    let labels = [(0, "12:00".to_owned()), (10, "17:00".to_owned())];
    let drawn = Curve::of("id", "Turnout & more", Lang::En, &series, 10, &labels).drawn();
    assert!(drawn.contains("points=\"84,232 384,122 684,12\""), "{drawn}");
    assert!(drawn.contains("<title id=\"id\">Turnout &#38; more</title>") && drawn.contains("12:00"), "{drawn}");
    assert!(!drawn.contains("style="), "{drawn}");
}

#[test]
fn few_papers_are_dots_and_many_are_squares_each_counted_once() {
    let few = Scatter::of("id", "x", ["across", "up"], &[(0, 1000), (1000, 0)]).drawn();
    assert!(few.contains("cx=\"64\" cy=\"12\"") && few.contains("cx=\"464\" cy=\"412\""), "{few}");
    let many: Vec<_> = (0..4000).map(|at| (at % 1001, 500)).collect();
    let field = Scatter::of("id", "x", ["across", "up"], &many).drawn();
    assert_eq!(field.matches("<rect").count(), 40, "{field}");
    assert!(!field.contains("<circle"), "{field}");
}
