//! Units side by side: one line each, in a table that can be sorted; of many, a part on each page.

use super::outcome::{NOTHING, first, leader};
use super::pager::Pager;
use crate::domain::form::Role;
use crate::domain::id::UnitId;
use crate::domain::number::BallotNumber;
use crate::portal::book::Book;
use crate::portal::figures;
use crate::portal::frame::Frame;
use crate::portal::place::{Place, UNITS_A_PAGE};
use crate::tally::record::ContestRecord;
use crate::tally::summed::Summed;

/// How many shades a map has besides that of nothing.
const SHADES: u64 = 5;

/// The units directly below one, side by side, or a part of them.
#[derive(Debug)]
pub struct Standings {
    /// One line each.
    pub lines: Vec<Standing>,
    /// Which part it is.
    pub pager: Pager,
}

/// A unit in a table.
#[derive(Debug)]
pub struct Standing {
    /// The unit's name in files.
    pub id: String,
    /// That, and what people call it.
    pub name: String,
    /// Where all of it is.
    pub href: String,
    /// How many papers are in, and are due.
    pub reported: (u64, u64),
    /// Who has most votes.
    pub leader: String,
    /// With which share.
    pub share: String,
    /// How dark it is on a map, by that share among those of its neighbours: from 0, where there is none, to 5.
    pub shade: u64,
    /// That share, as the length of a bar.
    bar: Option<u64>,
    /// The number of whoever has most votes.
    pub number: Option<BallotNumber>,
    /// The colour that this candidate was given.
    pub colour: Option<String>,
    /// Whether somebody else has most votes in all.
    pub is_other: bool,
    /// Turnout.
    pub turnout: String,
}

impl Standings {
    /// A part of the units below one, in a contest; `place` is where each part is. None where there are not so many.
    pub fn of(
        book: &Book<'_>,
        frame: &Frame,
        (contest, unit): (&ContestRecord, &UnitId),
        part: u64,
        place: impl Fn(u64) -> Place,
    ) -> Option<Self> {
        let below = book.below(unit);
        let (shown, pager) = Pager::cut(frame, &below, part, UNITS_A_PAGE, place)?;
        let line = |unit: &&UnitId| Some(Standing::of(book, frame, contest, unit, &book.summed(contest, unit)?));
        let mut lines: Vec<_> = shown.iter().filter_map(line).collect();
        shade(&mut lines);
        let first = book.whole(contest).and_then(|whole| first(&whole.tally.votes));
        lines.iter_mut().for_each(|line| line.is_other = line.number.is_some() && line.number != first);
        Some(Self { lines, pager })
    }

    /// The squares of a map, which is of all units or of none.
    pub fn tiles(&self) -> &[Standing] {
        if self.pager.is_all() { &self.lines } else { &[] }
    }
}

impl Standing {
    fn of(book: &Book<'_>, frame: &Frame, contest: &ContestRecord, unit: &UnitId, summed: &Summed) -> Self {
        let (tally, lang, form) = (&summed.tally, frame.lang, &book.manifest().form);
        let leader = tally.votes_total().and_then(|all| leader(lang, contest, &tally.votes, all));
        let bar = leader.as_ref().map(|leader| leader.bar);
        let number = leader.as_ref().map(|leader| leader.number);
        let (leader, share) = leader.map_or((NOTHING.to_owned(), NOTHING.to_owned()), |it| (it.name, it.share));
        let turnout = tally.role(form, Role::Turnout).zip(tally.role(form, Role::Electorate));
        Self {
            id: unit.to_string(),
            name: book.unit_name(unit),
            href: frame.to(&Place::Unit(contest.contest.id.clone(), unit.clone())),
            reported: (tally.in_force, tally.units_expected),
            leader,
            share,
            shade: 0,
            bar,
            colour: number.and_then(|number| book.colour(contest, number)),
            number,
            is_other: false,
            turnout: turnout.map_or(NOTHING.to_owned(), |(voters, of)| figures::share(lang, voters.0, of.0)),
        }
    }
}

/// Shades each by where its share lies between the smallest and the largest.
fn shade(lines: &mut [Standing]) {
    let shares = || lines.iter().filter_map(|line| line.bar);
    let (Some(least), Some(most)) = (shares().min(), shares().max()) else { return };
    for line in lines {
        line.shade = line.bar.map_or(0, |bar| 1 + (bar - least) * SHADES / (most - least + 1));
    }
}
