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
    assert!(drawn.contains("points=\"136,244 436,134 736,24\""), "{drawn}");
    assert!(drawn.contains("<title id=\"id\">Turnout &#38; more</title>") && drawn.contains("12:00"), "{drawn}");
    assert!(drawn.contains("<desc id=\"id-ends\">sum &#60;1&#62;: 100</desc>"), "{drawn}");
    assert!(drawn.contains("aria-labelledby=\"id id-ends\"") && !drawn.contains("style="), "{drawn}");
}

#[test]
fn what_is_counted_stays_until_it_is_counted_again() {
    let series = [Series { name: "in".to_owned(), points: vec![(0, 0), (5, 50), (10, 100)] }];
    let drawn = Curve::steps("id", "x", Lang::En, &series, 10, &[]).drawn();
    assert!(drawn.contains("points=\"136,244 436,244 436,134 736,134 736,24\""), "{drawn}");
}

/// Where the texts of a drawing lie that are set in the middle of their place.
fn below(drawn: &str) -> Vec<u64> {
    let texts = drawn.split("<text x=\"").skip(1).filter(|text| text.contains("text-anchor=\"middle\""));
    texts.filter_map(|text| text.split('"').next()?.parse().ok()).collect()
}

#[test]
fn labels_below_stand_apart_and_none_is_cut_off() {
    let series = [Series { name: "in".to_owned(), points: vec![(0, 0), (1000, 9)] }];
    for places in [vec![0, 1000], (0..=48).map(|at| at * 1000 / 48).collect(), vec![0, 10, 20, 990, 1000]] {
        let labels: Vec<_> = places.iter().map(|at| (*at, "22:00".to_owned())).collect();
        let drawn = Curve::of("id", "x", Lang::En, &series, 1000, &labels).drawn();
        let below = below(&drawn);
        assert!(below.len() >= 2 && below.windows(2).all(|two| two[1] >= two[0] + 80), "{below:?}");
        // Half of five figures at the larger size of a phone.
        assert!(drawn.contains("viewBox=\"0 0 776 ") && below.iter().all(|x| x + 35 <= 776), "{below:?}");
    }
}

#[test]
fn curves_are_told_apart_by_shape_and_named_on_lines_of_their_own() {
    let one = |name: &str| Series { name: name.to_owned(), points: vec![(0, 1), (10, 2)] };
    let alone = Curve::of("id", "x", Lang::En, &[one("a")], 10, &[]).drawn();
    assert!(!alone.contains("<g ") && alone.contains("viewBox=\"0 0 776 290\""), "{alone}");
    let drawn = Curve::of("id", "x", Lang::En, &[one("a"), one("b")], 10, &[]).drawn();
    assert!(drawn.contains("viewBox=\"0 0 776 346\""), "{drawn}");
    assert_eq!(drawn.matches("<g transform=\"translate(136 ").count(), 2, "{drawn}");
    let marks = |kind: &str| {
        let marked = drawn.split("<path class=\"dot ").find(|path| path.starts_with(kind)).expect("a mark");
        marked.split(" d=\"").nth(1).expect("a shape").split('"').next().expect("closed").to_owned()
    };
    assert_ne!(marks("kind-0"), marks("kind-1"));
}

#[test]
fn few_papers_are_dots_and_many_are_squares_each_counted_once() {
    let few = Scatter::dots("id", "x", ["across", "up"], &[(0, 1000), (1000, 0)]).drawn();
    assert!(few.contains("cx=\"64\" cy=\"12\"") && few.contains("cx=\"464\" cy=\"412\""), "{few}");
    let many = (0..40).map(|across| ((across, 20), 100)).collect();
    let field = Scatter::field("id", "x", ["across", "up"], &many).drawn();
    assert_eq!(field.matches("<rect").count(), 40, "{field}");
    assert!(!field.contains("<circle") && field.contains(": 4000</desc>"), "{field}");
}
