//! Turnout by hour: in the whole, and in each constituency.

use askama::Template;

use super::closed::closed;
use super::html;
use super::outcome::NOTHING;
use super::rest::{Rest, first};
use crate::domain::form::Role;
use crate::domain::id::UnitId;
use crate::domain::time::HourOfDay;
use crate::portal::book::Book;
use crate::portal::charts::curve::{Curve, Series};
use crate::portal::figures;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::Place;
use crate::portal::words::charts::ChartWord;
use crate::portal::words::{Says, Word, word};
use crate::tally::record::ContestRecord;
use crate::tally::summed::Summed;
use crate::text::Lang;

/// Turnout.
#[derive(Template)]
#[template(path = "pages/turnout.html", config = "src/portal/askama.toml")]
struct Turnout {
    frame: Frame,
    contests: Vec<OfContest>,
}

/// Turnout in a contest.
struct OfContest {
    title: Named,
    /// The share of the voters on the lists, and of how many, by the protocols in force.
    last: Option<(String, String)>,
    chart: Option<String>,
    hours: Vec<Hour>,
    below: Vec<Below>,
    rest: Option<Rest>,
}

/// The voters by an hour.
struct Hour {
    hour: String,
    voters: String,
    /// The share of the voters on the lists, and of how many.
    share: (String, String),
    /// How many precincts reported, of how many.
    stations: String,
    /// What the commission itself announced.
    announced: String,
}

/// A constituency: the last hour that was reported, and what its protocols say.
struct Below {
    name: String,
    href: String,
    hour: String,
    voters: String,
    /// The share of the voters on the lists, and of how many.
    of_listed: (String, String),
    stations: String,
    share: String,
}

/// The page.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Turnout, word(lang, Word::Turnout).to_owned());
    if let Some(closed) = closed(book, &frame) {
        return html(&closed);
    }
    let contests = book.contests();
    let contests = contests.iter().enumerate().filter_map(|(at, contest)| of_contest(book, &frame, contest, at));
    html(&Turnout { contests: contests.collect(), frame })
}

fn of_contest(book: &Book<'_>, frame: &Frame, contest: &ContestRecord, at: usize) -> Option<OfContest> {
    let (lang, whole) = (frame.lang, book.whole(contest)?);
    let title = Named::contest(&contest.contest, lang);
    let held_in = book.model().held_in(&contest.contest)?;
    let listed = listed(book, contest, held_in, &whole);
    let below = |unit: &UnitId| Some(Below::of(book, frame, contest, unit, &book.summed(contest, unit)?));
    let all = book.below(held_in);
    let (units, rest) = first(frame, contest, &all);
    Some(OfContest {
        last: last(book, lang, &whole),
        chart: chart(lang, &whole, &format!("turnout-{at}"), &title.text),
        hours: hours(&whole).into_iter().map(|hour| Hour::of(lang, &whole, listed, hour)).collect(),
        below: units.iter().filter_map(|unit| below(unit)).collect(),
        rest,
        title,
    })
}

/// Every hour of a report, and of a bulletin.
fn hours(whole: &Summed) -> Vec<HourOfDay> {
    let mut hours: Vec<_> = whole.hours.keys().chain(whole.bulletins.keys()).copied().collect();
    hours.sort_unstable();
    hours.dedup();
    hours
}

/// The share of the voters on the lists who came, by the protocols in force, and of how many.
fn last(book: &Book<'_>, lang: Lang, summed: &Summed) -> Option<(String, String)> {
    let role = |role| summed.tally.role(&book.manifest().form, role);
    let (voters, electorate) = (role(Role::Turnout)?.0, role(Role::Electorate)?.0);
    let of = say!(
        lang,
        crate::portal::words::portal_turnout_of {
            voters: figures::number(lang, voters),
            of: figures::number(lang, electorate)
        }
    );
    Some((figures::share(lang, voters, electorate), of))
}

/// The curve; none where nothing was reported.
fn chart(lang: Lang, whole: &Summed, id: &str, contest: &str) -> Option<String> {
    let hours = hours(whole);
    let (first, end) = (hours.first()?.minutes(), hours.last()?.minutes());
    let place = |hour: HourOfDay| u64::from(hour.minutes() - first);
    let summed = whole.hours.iter().filter(|(_, hour)| hour.stations > 0);
    let summed = summed.map(|(hour, sum)| (place(*hour), sum.voters.0)).collect();
    let announced: Vec<_> =
        whole.bulletins.iter().map(|(hour, report)| (place(*hour), u64::from(report.voters.0))).collect();
    let mut series = vec![Series { name: ChartWord::Summed.said(lang).to_owned(), points: summed }];
    if !announced.is_empty() {
        series.push(Series { name: ChartWord::Announced.said(lang).to_owned(), points: announced });
    }
    let labels: Vec<_> = hours.iter().map(|hour| (place(*hour), hour.to_string())).collect();
    let title = format!("{}: {contest}", word(lang, Word::Turnout));
    Some(Curve::of(id, &title, lang, &series, u64::from(end - first).max(1), &labels).drawn())
}

impl Hour {
    fn of(lang: Lang, whole: &Summed, listed: Option<u64>, hour: HourOfDay) -> Self {
        let sum = whole.hours.get(&hour).filter(|sum| sum.stations > 0);
        let number = |number: u64| figures::number(lang, number);
        Self {
            hour: hour.to_string(),
            voters: sum.map_or_else(|| NOTHING.to_owned(), |sum| number(sum.voters.0)),
            share: of_listed(lang, sum, listed),
            stations: stations(lang, sum.map_or(0, |sum| sum.stations), whole),
            announced: whole
                .bulletins
                .get(&hour)
                .map_or_else(|| NOTHING.to_owned(), |report| number(u64::from(report.voters.0))),
        }
    }
}

impl Below {
    fn of(book: &Book<'_>, frame: &Frame, contest: &ContestRecord, unit: &UnitId, summed: &Summed) -> Self {
        let lang = frame.lang;
        let reported = summed.hours.iter().rev().find(|(_, hour)| hour.stations > 0);
        let shown = |show: &dyn Fn(&HourOfDay, &crate::tally::sums::Hour) -> String| {
            reported.map_or_else(|| NOTHING.to_owned(), |(hour, sum)| show(hour, sum))
        };
        Self {
            name: book.unit_name(unit),
            href: frame.to(&Place::Unit(contest.contest.id.clone(), unit.clone())),
            hour: shown(&|hour, _| hour.to_string()),
            voters: shown(&|_, sum| figures::number(lang, sum.voters.0)),
            of_listed: of_listed(lang, reported.map(|(_, sum)| sum), listed(book, contest, unit, summed)),
            stations: shown(&|_, sum| stations(lang, sum.stations, summed)),
            share: last(book, lang, summed).map_or_else(|| NOTHING.to_owned(), |(share, _)| share),
        }
    }
}

/// The share of the voters on the lists, and of how many; neither before the lists of all precincts are known, for it
/// would be a share of fewer than may vote.
fn of_listed(lang: Lang, sum: Option<&crate::tally::sums::Hour>, listed: Option<u64>) -> (String, String) {
    let Some(listed) = listed else { return (NOTHING.to_owned(), String::new()) };
    let share = sum.map_or_else(|| NOTHING.to_owned(), |sum| figures::share(lang, sum.voters.0, listed));
    (share, figures::number(lang, listed))
}

/// The voters on the lists of a unit and of all below it; none where one precinct has stated none yet.
fn listed(book: &Book<'_>, contest: &ContestRecord, unit: &UnitId, summed: &Summed) -> Option<u64> {
    let stated = match summed.tally.units_expected {
        1 => u64::from(summed.voters.0 > 0),
        _ => book.night(contest).map_or(0, |night| night.listed(unit)),
    };
    (stated == summed.tally.units_expected).then_some(summed.voters.0)
}

/// So many of the precincts that are due.
fn stations(lang: Lang, stations: u64, summed: &Summed) -> String {
    format!("{}/{}", figures::number(lang, stations), figures::number(lang, summed.tally.units_expected))
}
