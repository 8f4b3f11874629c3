//! The colours of candidates: those that were given, and none of our own.

use std::collections::BTreeMap;

use crate::domain::id::ContestId;
use crate::domain::number::BallotNumber;
use crate::intake::colour::Colour;
use crate::intake::csv::rows::ColourRow;

/// The colours that were given, by contest and number.
#[derive(Debug, Default)]
pub struct Colours(BTreeMap<ContestId, BTreeMap<BallotNumber, Colour>>);

impl Colours {
    /// Those of a table, which has one row for a candidate.
    pub fn of(rows: Vec<ColourRow>) -> Self {
        let mut colours = Self::default();
        for row in rows {
            colours.0.entry(row.contest).or_default().insert(row.number, row.colour);
        }
        colours
    }

    /// The colour of a candidate; none where none was given.
    pub fn get(&self, contest: &ContestId, number: BallotNumber) -> Option<Colour> {
        self.0.get(contest)?.get(&number).copied()
    }
}
