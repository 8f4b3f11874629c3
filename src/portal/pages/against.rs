//! Share against turnout, paper by paper: of the candidate who has most votes in the whole.

use super::outcome::candidate;
use crate::domain::id::UnitId;
use crate::domain::number::BallotNumber;
use crate::portal::book::Book;
use crate::portal::charts::scatter::Scatter;
use crate::portal::figures;
use crate::portal::frame::Frame;
use crate::portal::words::{Word, word};
use crate::tally::night::{BANDS, Band, Cloud, Spot};
use crate::tally::record::ContestRecord;
use crate::tally::summed::Summed;

/// How many papers are due at most where each that is in has a dot of its own.
const DOTS: u64 = 1500;

/// The drawing, and the same in ten lines.
#[derive(Debug)]
pub struct Against {
    /// Whose share it is.
    pub whose: String,
    /// The drawing.
    pub chart: String,
    /// From and to which turnout, how many papers, and the share of the candidate in all of them together.
    pub parts: Vec<(String, String, String)>,
}

impl Against {
    /// Of the papers in force below a unit; none where there are too few to be told apart.
    pub fn of(book: &Book<'_>, frame: &Frame, contest: &ContestRecord, unit: &UnitId, summed: &Summed) -> Option<Self> {
        let leading = summed.tally.votes.iter().filter_map(|(number, votes)| Some((votes.as_ref()?.0, number)));
        let (most, number) = leading.max_by_key(|(votes, number)| (*votes, std::cmp::Reverse(**number)))?;
        if most == 0 {
            return None;
        }
        let whose = candidate(frame.lang, contest, *number);
        let turnout = word(frame.lang, Word::Turnout);
        let (title, axes) = (format!("{turnout} · {whose}"), [turnout, whose.as_str()]);
        let few;
        let (cloud, chart) = if summed.tally.units_expected <= DOTS {
            let (cloud, dots) = papers(book, contest, unit, *number);
            few = cloud;
            (&few, Scatter::dots("against", &title, axes, &dots))
        } else {
            let cloud = book.night(contest)?.cloud(unit, *number)?;
            (cloud, Scatter::field("against", &title, axes, cloud.squares()))
        };
        (cloud.papers() > 1).then(|| Self { chart: chart.drawn(), parts: parts(frame, cloud), whose })
    }
}

/// The papers in force below a unit, each looked at.
fn papers(book: &Book<'_>, contest: &ContestRecord, unit: &UnitId, of: BallotNumber) -> (Cloud, Vec<(u64, u64)>) {
    let (model, form) = (book.model(), &book.manifest().form);
    let (mut cloud, mut dots) = (Cloud::default(), Vec::new());
    for unit in model.lowest_within(unit).into_keys() {
        let paper = model.paper(&contest.contest.id, unit).map(|record| record.at(book.size()));
        let Some(spot) = paper.and_then(|paper| Spot::of(form, &paper)) else { continue };
        cloud.add(&spot, of);
        dots.extend(spot.share(of).map(|share| (spot.turnout, share)));
    }
    (cloud, dots)
}

fn parts(frame: &Frame, cloud: &Cloud) -> Vec<(String, String, String)> {
    let percent = |band: u64| band * 100 / BANDS;
    let part = |(at, band): (&u64, &Band)| {
        let between = format!("{}–{} %", percent(*at), percent(at + 1));
        let share = figures::share(frame.lang, band.votes, band.of);
        (between, figures::number(frame.lang, band.papers), share)
    };
    cloud.bands().iter().map(part).collect()
}
