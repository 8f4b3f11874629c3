//! Share against turnout, paper by paper: of the candidate who has most votes in the whole.

use super::outcome::candidate;
use crate::domain::form::Role;
use crate::domain::id::UnitId;
use crate::domain::number::BallotNumber;
use crate::portal::book::Book;
use crate::portal::charts::scatter::{Scatter, WHOLE};
use crate::portal::figures;
use crate::portal::frame::Frame;
use crate::portal::words::{Word, word};
use crate::tally::record::ContestRecord;
use crate::tally::summed::Summed;

/// Of how many parts of the turnout the table is.
const PARTS: usize = 10;

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

/// What a paper says: its turnout and the share in thousandths, and the votes that the share is of.
#[derive(Clone, Copy)]
struct Point {
    turnout: u64,
    votes: u64,
    of: u64,
}

impl Against {
    /// Of the papers in force below a unit; none where there are too few to be told apart.
    pub fn of(book: &Book<'_>, frame: &Frame, contest: &ContestRecord, unit: &UnitId, summed: &Summed) -> Option<Self> {
        let leading = summed.tally.votes.iter().filter_map(|(number, votes)| Some((votes.as_ref()?.0, number)));
        let (most, number) = leading.max_by_key(|(votes, number)| (*votes, std::cmp::Reverse(**number)))?;
        let points: Vec<_> = points(book, contest, unit, *number).collect();
        if most == 0 || points.len() < 2 {
            return None;
        }
        let whose = candidate(frame.lang, contest, *number);
        let turnout = word(frame.lang, Word::Turnout);
        let placed: Vec<_> = points.iter().map(|point| (point.turnout, thousandths(point.votes, point.of))).collect();
        let title = format!("{turnout} · {whose}");
        let chart = Scatter::of("against", &title, [turnout, &whose], &placed).drawn();
        Some(Self { chart, parts: parts(frame, &points), whose })
    }
}

fn points<'a>(
    book: &Book<'a>,
    contest: &ContestRecord,
    unit: &UnitId,
    of: BallotNumber,
) -> impl Iterator<Item = Point> + use<'a> {
    let (model, form, size) = (book.model(), &book.manifest().form, book.size());
    let contest = contest.contest.id.clone();
    model.lowest_within(unit).into_keys().filter_map(move |unit| {
        let record = model.paper(&contest, unit)?;
        let (_, protocol) = record.at(size).in_force?;
        let role = |role| u64::try_from(form.whole_sum(role, &protocol.figures.items)?).ok();
        let (voters, electorate) = (role(Role::Turnout)?, role(Role::Electorate)?);
        let votes = &protocol.figures.votes;
        let all = votes.iter().map(|(_, count)| u64::from(count.0)).sum::<u64>();
        let own = votes.iter().find(|(number, _)| *number == of).map_or(0, |(_, count)| u64::from(count.0));
        (electorate > 0 && all > 0).then(|| Point { turnout: thousandths(voters, electorate), votes: own, of: all })
    })
}

/// A paper that states more voters than there are is shown at the edge: the finding about it says so.
fn thousandths(part: u64, of: u64) -> u64 {
    (part.saturating_mul(WHOLE) / of.max(1)).min(WHOLE)
}

fn parts(frame: &Frame, points: &[Point]) -> Vec<(String, String, String)> {
    let step = WHOLE / PARTS as u64;
    let part = |at: u64| {
        let within = |point: &&Point| (point.turnout / step).min(PARTS as u64 - 1) == at;
        let of_part: Vec<_> = points.iter().filter(within).collect();
        let votes = of_part.iter().map(|point| point.votes).sum();
        let of = of_part.iter().map(|point| point.of).sum();
        let between = format!("{}–{} %", at * 10, at * 10 + 10);
        let share = figures::share(frame.lang, votes, of);
        (!of_part.is_empty()).then(|| (between, figures::number(frame.lang, of_part.len() as u64), share))
    };
    (0..PARTS as u64).filter_map(part).collect()
}
