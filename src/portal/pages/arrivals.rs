//! How the papers came in through the night, the newest of them, and who is awaited.

use askama::Template;

use super::closed::closed;
use super::html;
use crate::domain::id::UnitId;
use crate::domain::time::Millis;
use crate::portal::book::Book;
use crate::portal::charts::curve::{Curve, Series};
use crate::portal::figures;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::Place;
use crate::portal::words::charts::ChartWord;
use crate::portal::words::{Word, word};
use crate::tally::record::{ContestRecord, Provenance};
use crate::text::{self, Label, Lang};

/// How many of the newest papers are shown.
const NEWEST: usize = 20;
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
    let mut came: Vec<_> = first_versions(book, contest).map(|provenance| provenance.arrival).collect();
    came.sort_unstable();
    let expected = whole.tally.units_expected;
    let stretches = stretches(&came);
    let of_stretch = |(until, came, all): &(Millis, u64, u64)| Step {
        until: book.time(*until),
        came: figures::number(lang, *came),
        all: figures::number(lang, *all),
        share: figures::share(lang, *all, expected),
    };
    let reported = figures::number(lang, whole.tally.in_force);
    let of = figures::number(lang, expected);
    Some(OfContest {
        reported: say!(lang, crate::portal::words::portal_reported { reported: reported, of: of }),
        chart: chart(book, lang, &stretches, came.first().copied(), &format!("arrivals-{at}"), &title.text),
        steps: stretches.iter().filter(|(_, came, _)| *came > 0).map(of_stretch).collect(),
        newest: newest(book, frame, contest),
        awaited: awaited(book, frame, contest),
        title,
    })
}

/// Where and when each protocol of a contest came in first.
fn first_versions<'a>(book: &Book<'a>, contest: &ContestRecord) -> impl Iterator<Item = &'a Provenance> {
    let size = book.size();
    let papers = book.model().papers_of(&contest.contest.id);
    papers.filter_map(move |(_, record)| record.first_version(record.at(size).voting, size))
}

/// The night in equal stretches: the end of each, how many came in, and how many were in by then.
fn stretches(came: &[Millis]) -> Vec<(Millis, u64, u64)> {
    let (Some(first), Some(last)) = (came.first(), came.last()) else { return Vec::new() };
    let minutes = (last.value() - first.value()) / MINUTE_MS;
    let width = WIDTHS.iter().copied().find(|width| minutes / width < STEPS).unwrap_or(minutes / STEPS + 1) * MINUTE_MS;
    let begin = first.value() / width * width;
    let steps = (last.value() - begin) / width + 1;
    let mut all = 0;
    let stretch = |at: u64| {
        let end = begin + (at + 1) * width;
        let before = all;
        all = came.partition_point(|arrival| arrival.value() < end) as u64;
        (first.plus(end - first.value()), all - before, all)
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

fn newest(book: &Book<'_>, frame: &Frame, contest: &ContestRecord) -> Vec<Paper> {
    let size = book.size();
    let papers = book.model().papers_of(&contest.contest.id);
    let steps = papers.flat_map(|(unit, record)| record.steps.iter().map(move |step| (unit, step)));
    let mut steps: Vec<_> = steps.filter(|(_, step)| step.provenance.is_in(size)).collect();
    let newest_first =
        |(_, step): &(&UnitId, &crate::tally::record::PaperStep)| std::cmp::Reverse(step.provenance.sequence);
    if steps.len() > NEWEST {
        steps.select_nth_unstable_by_key(NEWEST, newest_first);
        steps.truncate(NEWEST);
    }
    steps.sort_by_key(newest_first);
    let paper = |(unit, step): &(&UnitId, &crate::tally::record::PaperStep)| Paper {
        time: book.time(step.provenance.arrival),
        name: book.unit_name(unit),
        href: frame.to(&Place::Unit(contest.contest.id.clone(), (*unit).clone())),
        what: text::step(frame.lang, &step.what),
        event: step.provenance.sequence.0.to_string(),
        event_href: frame.to(&Place::Event(step.provenance.sequence)),
    };
    steps.iter().map(paper).collect()
}

fn awaited(book: &Book<'_>, frame: &Frame, contest: &ContestRecord) -> Vec<Awaited> {
    let Some(held_in) = book.model().held_in(&contest.contest) else { return Vec::new() };
    let line = |unit: &UnitId| {
        let summed = book.summed(contest, unit)?;
        let number = |number: u64| figures::number(frame.lang, number);
        let (awaited, overdue) = (summed.tally.awaited, summed.overdue);
        (awaited + overdue.late + overdue.missing > 0).then(|| Awaited {
            name: book.unit_name(unit),
            href: frame.to(&Place::Unit(contest.contest.id.clone(), unit.clone())),
            awaited: number(awaited),
            late: number(overdue.late),
            missing: number(overdue.missing),
        })
    };
    book.below(held_in).into_iter().filter_map(line).collect()
}
