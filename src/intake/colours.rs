//! `colours.csv`: the colours that candidates have on pages, as their parties give them. Nobody has one of himself.

use std::collections::BTreeMap;

use super::csv::plain_rows::PlainRow;
use super::csv::rows::ColourRow;
use super::csv::table::{Table, TableRow};
use super::error::{InputError, alone};
use super::mistake::TableMistake;
use crate::domain::id::ContestId;
use crate::domain::manifest::Manifest;
use crate::domain::number::BallotNumber;

/// What the file is called, in an election folder and in a ledger's.
pub const COLOURS_FILE: &str = "colours.csv";

/// Reads the table; `is_candidate` knows who may stand on a ballot.
///
/// # Errors
/// The first mistakes: a contest or a number that is unknown, a colour that is none, or is hardly seen on paper, a candidate
/// who has one already.
pub fn read(
    bytes: &[u8],
    manifest: &Manifest,
    is_candidate: impl Fn(&ContestId, BallotNumber) -> bool,
) -> Result<Vec<ColourRow>, Vec<InputError>> {
    let table = Table::read(COLOURS_FILE, bytes, ColourRow::REQUIRED, ColourRow::knows).map_err(alone)?;
    let mut lines = Lines::default();
    table.read_rows(|raw| {
        let row = ColourRow::read(raw)?;
        check(&mut lines, &raw, &row, manifest, &is_candidate)?;
        Ok(row)
    })
}

/// The lines on which candidates have their colours.
pub(super) type Lines = BTreeMap<(ContestId, BallotNumber), u64>;

/// Whether a row fits the election, and the rows above it.
pub(super) fn check(
    lines: &mut Lines,
    raw: &TableRow,
    row: &ColourRow,
    manifest: &Manifest,
    is_candidate: impl Fn(&ContestId, BallotNumber) -> bool,
) -> Result<(), InputError> {
    if !manifest.contests.iter().any(|contest| contest.id == row.contest) {
        return Err(raw.error("contest", TableMistake::ContestUnknown(row.contest.clone())));
    }
    if !is_candidate(&row.contest, row.number) {
        return Err(raw.error("number", TableMistake::CandidateUnknown(row.contest.clone())));
    }
    if row.colour.is_faint() {
        return Err(raw.error("colour", TableMistake::ColourFaint));
    }
    match lines.insert((row.contest.clone(), row.number), row.line) {
        None => Ok(()),
        Some(line) => Err(raw.error("number", TableMistake::ColourTwice(row.contest.clone(), line))),
    }
}
