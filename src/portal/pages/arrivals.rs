//! How the papers came in through the night, the newest of them, and who is awaited.

use std::collections::BTreeMap;

use askama::Template;

use super::closed::closed;
use super::html;
use super::rest::{Rest, first};
use crate::domain::id::UnitId;
use crate::domain::number::Sequence;
use crate::domain::time::Millis;
use crate::portal::book::Book;
use crate::portal::charts::curve::{Curve, Series};
use crate::portal::figures;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::Place;
use crate::portal::words::charts::ChartWord;
use crate::portal::words::{Word, word};
use crate::tally::night::ContestNight;
use crate::tally::record::ContestRecord;
use crate::text::{self, Label, Lang};

/// How many steps a curve has, at most.
const STEPS: u64 = 48;
/// The widths that a step may have, in minutes: whoever reads the table counts in them.
const WIDTHS: [u64; 12] = [1, 2, 5, 10, 15, 30, 60, 120, 360, 720, 1440, 10080];
const MINUTE_MS: u64 = 60_000;

/// Arrivals.
#[derive(Template)]
#[template(path = "pages/arrivals.html", config = "src/portal/askama.toml")]
struct Arrivals {
    frame: Frame,
    contests: Vec<OfContest>,
}

/// How the papers of a contest came in.
struct OfContest {
    title: Named,
    reported: String,
    chart: Option<String>,
    steps: Vec<Step>,
    newest: Vec<Paper>,
    awaited: Vec<Awaited>,
    rest: Option<Rest>,
}

/// A stretch of the night in which papers came in.
struct Step {
    /// Its end.
    until: String,
    came: String,
    all: String,
    share: String,
}

/// A paper that came in.
struct Paper {
    time: String,
    name: String,
    href: String,
    what: &'static str,
    event: String,
    event_href: String,
}

/// A constituency from which papers are awaited, or late.
struct Awaited {
    name: String,
    href: String,
    awaited: String,
    late: String,
    missing: String,
}

/// The page.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Arrivals, word(lang, Word::Arrivals).to_owned());
    if let Some(closed) = closed(book, &frame) {
        return html(&closed);
    }
    let contests = book.contests();
    let contests = contests.iter().enumerate().filter_map(|(at, contest)| of_contest(book, &frame, contest, at));
    html(&Arrivals { contests: contests.collect(), frame })
}

fn of_contest(book: &Book<'_>, frame: &Frame, contest: &ContestRecord, at: usize) -> Option<OfContest> {
    let (lang, whole) = (frame.lang, book.whole(contest)?);
    let title = Named::contest(&contest.contest, lang);
    let night = book.night(contest);
    let came = night.map(ContestNight::came);
    let began = came.and_then(|came| came.keys().next().copied());
    let expected = whole.tally.units_expected;
    let stretches = came.map(stretches).unwrap_or_default();
    let of_stretch = |(until, came, all): &(Millis, u64, u64)| Step {
        until: book.time(*until),
        came: figures::number(lang, *came),
        all: figures::number(lang, *all),
        share: figures::share(lang, *all, expected),
    };
    let all = book.below(book.model().held_in(&contest.contest)?);
    let (units, rest) = first(frame, contest, &all);
    let awaited = units.iter().filter_map(|unit| Awaited::of(book, frame, contest, unit)).collect();
    let reported = figures::number(lang, whole.tally.in_force);
    let of = figures::number(lang, expected);
    Some(OfContest {
        reported: say!(lang, crate::portal::words::portal_reported { reported: reported, of: of }),
        chart: chart(book, lang, &stretches, began, &format!("arrivals-{at}"), &title.text),
        steps: stretches.iter().filter(|(_, came, _)| *came > 0).map(of_stretch).collect(),
        newest: night.map(|night| newest(book, frame, contest, night)).unwrap_or_default(),
        awaited,
        rest,
        title,
    })
}

/// The night in equal stretches: the end of each, how many came in, and how many were in by then.
fn stretches(came: &BTreeMap<Millis, u64>) -> Vec<(Millis, u64, u64)> {
    let (Some((first, _)), Some((last, _))) = (came.first_key_value(), came.last_key_value()) else {
        return Vec::new();
    };
    let minutes = (last.value() - first.value()) / MINUTE_MS;
    let width = WIDTHS.iter().copied().find(|width| minutes / width < STEPS).unwrap_or(minutes / STEPS + 1) * MINUTE_MS;
    let begin = Millis::EPOCH.plus(first.value() / width * width);
    let steps = (last.value() - begin.value()) / width + 1;
    let mut all = 0;
    let stretch = |at: u64| {
        let end = begin.plus((at + 1) * width);
        let within = came.range(begin.plus(at * width)..end).map(|(_, count)| count).sum();
        all += within;
        (end, within, all)
    };
    (0..steps).map(stretch).collect()
}

fn chart(
    book: &Book<'_>,
    lang: Lang,
    stretches: &[(Millis, u64, u64)],
    first: Option<Millis>,
    id: &str,
    contest: &str,
) -> Option<String> {
    // What came in all at once has no curve.
    let [_, .., (last, _, _)] = stretches else { return None };
    let (first, last) = (first?, *last);
    let place = |at: Millis| at.value().saturating_sub(first.value());
    let begin = std::iter::once((0, 0));
    let points = begin.chain(stretches.iter().map(|(until, _, all)| (place(*until), *all))).collect();
    let title = format!("{}: {contest}", word(lang, Word::Arrivals));
    let series = [Series { name: title.clone(), points }];
    let label = |(until, _, _): &(Millis, u64, u64)| (place(*until), hour(&book.time(*until)));
    let labels: Vec<_> = stretches.iter().map(label).collect();
    Some(Curve::steps(id, &title, lang, &series, place(last), &labels).drawn())
}

/// The hour of an instant that is written out: `2018-10-28 22:00:00 +04:00`.
fn hour(time: &str) -> String {
    time.get(11..16).unwrap_or(time).to_owned()
}

fn newest(book: &Book<'_>, frame: &Frame, contest: &ContestRecord, night: &ContestNight) -> Vec<Paper> {
    let paper = |(sequence, unit): (Sequence, &UnitId)| {
        let record = book.model().paper(&contest.contest.id, unit)?;
        let step = record.steps.iter().find(|step| step.provenance.sequence == sequence)?;
        Some(Paper {
            time: book.time(step.provenance.arrival),
            name: book.unit_name(unit),
            href: frame.to(&Place::Unit(contest.contest.id.clone(), unit.clone())),
            what: text::step(frame.lang, &step.what),
            event: sequence.0.to_string(),
            event_href: frame.to(&Place::Event(sequence)),
        })
    };
    night.newest().filter_map(paper).collect()
}

impl Awaited {
    fn of(book: &Book<'_>, frame: &Frame, contest: &ContestRecord, unit: &UnitId) -> Option<Self> {
        let summed = book.summed(contest, unit)?;
        let number = |number: u64| figures::number(frame.lang, number);
        let (awaited, overdue) = (summed.tally.awaited, summed.overdue);
        (awaited + overdue.late + overdue.missing > 0).then(|| Self {
            name: book.unit_name(unit),
            href: frame.to(&Place::Unit(contest.contest.id.clone(), unit.clone())),
            awaited: number(awaited),
            late: number(overdue.late),
            missing: number(overdue.missing),
        })
    }
}
