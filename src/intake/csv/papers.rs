//! The tables of papers with figures: protocols, summaries, corrections, copies.

use std::collections::BTreeMap;

use super::columns::Gaps;
use super::rows::{CopyRow, CorrectionRow, ObserverRow, OpeningRow, ProtocolRow, SummaryRow};
use super::table::TableRow;
use super::table_reader::{Level, TableReader};
use crate::domain::id::{ContestId, UnitId};
use crate::domain::observer::ObserverRole;
use crate::domain::protocol::{Figures, ShapeFlaw};
use crate::domain::rules::RulesVersion;
use crate::domain::summary::SummaryFigures;
use crate::intake::error::InputError;
use crate::intake::mistake::TableMistake;
use crate::intake::spelling::{parsed, text};

/// One protocol for each contest and unit.
pub(in crate::intake) fn protocols(tables: &TableReader) -> Result<Vec<ProtocolRow>, Vec<InputError>> {
    let mut lines = BTreeMap::new();
    tables.figures("protocols.csv", &[], (Gaps::OptionalItems, Level::Lowest), |row, columns, contest, unit| {
        once(&mut lines, row, &contest, &unit, TableMistake::ProtocolTwice)?;
        let (items, votes) = columns.read(row, &contest)?;
        Ok(ProtocolRow { line: row.line, contest, unit, figures: Figures { items, votes } })
    })
}

/// One sealed opening for each contest and unit: the opening items, and nothing of the count.
pub(in crate::intake) fn openings(tables: &TableReader) -> Result<Vec<OpeningRow>, Vec<InputError>> {
    let mut lines = BTreeMap::new();
    tables.figures("openings.csv", &[], (Gaps::Anything, Level::Lowest), |row, columns, contest, unit| {
        once(&mut lines, row, &contest, &unit, TableMistake::OpeningTwice)?;
        let (items, votes) = columns.read::<crate::domain::number::Count>(row, &contest)?;
        if !votes.is_empty() {
            return Err(row.error("unit", TableMistake::OpeningWithVotes));
        }
        match RulesVersion::FOUNDING.rules().opening_flaws(&items, &tables.manifest.form).into_iter().next() {
            None => Ok(OpeningRow { line: row.line, contest, unit, items }),
            Some(ShapeFlaw::ItemOfCount(key)) => {
                Err(row.error(key.as_str(), TableMistake::OpeningOfCount).of_item(&key))
            }
            Some(ShapeFlaw::ItemMissing(key)) => {
                Err(row.error(key.as_str(), TableMistake::OpeningIncomplete).of_item(&key))
            }
            Some(_) => Err(row.error("unit", TableMistake::OpeningUnfit)),
        }
    })
}

/// One summary for each contest and unit.
pub(in crate::intake) fn summaries(tables: &TableReader) -> Result<Vec<SummaryRow>, Vec<InputError>> {
    let mut lines = BTreeMap::new();
    tables.figures("summaries.csv", &[], (Gaps::Items, Level::Above), |row, columns, contest, unit| {
        once(&mut lines, row, &contest, &unit, TableMistake::SummaryTwice)?;
        let (items, votes) = columns.read(row, &contest)?;
        Ok(SummaryRow { line: row.line, contest, unit, totals: SummaryFigures { items, votes } })
    })
}

/// A correction replaces a protocol of the same folder, or the correction in a row before, and changes a figure of it.
pub(in crate::intake) fn corrections(
    tables: &TableReader,
    protocols: &[ProtocolRow],
) -> Result<Vec<CorrectionRow>, Vec<InputError>> {
    let reported = protocols.iter().map(|row| ((row.contest.clone(), row.unit.clone()), row.figures.clone()));
    let mut in_force: BTreeMap<_, _> = reported.collect();
    let further @ [decision, reason] = ["decision", "reason"];
    let mut rounds: BTreeMap<_, usize> = BTreeMap::new();
    tables.figures("corrections.csv", &further, (Gaps::OptionalItems, Level::Lowest), |row, columns, contest, unit| {
        let Some(before) = in_force.get_mut(&(contest.clone(), unit.clone())) else {
            return Err(row.error("unit", TableMistake::NothingToCorrect));
        };
        let (items, votes) = columns.read(row, &contest)?;
        let figures = Figures { items, votes };
        if *before == figures {
            return Err(row.error("unit", TableMistake::NothingCorrected));
        }
        before.clone_from(&figures);
        let (decision, reason) = (row.text(decision)?, row.read(reason, text)?);
        let above = rounds.entry((contest.clone(), unit.clone())).or_default();
        let round = std::mem::replace(above, *above + 1);
        Ok(CorrectionRow { line: row.line, contest, unit, figures, decision, reason, round })
    })
}

/// Copies are of observers that are listed, where a list is there.
pub(in crate::intake) fn copies(
    tables: &TableReader,
    observers: &[ObserverRow],
) -> Result<Vec<CopyRow>, Vec<InputError>> {
    let observer_column = "observer";
    let listed = tables.files.contains_key("observers.csv");
    let known: BTreeMap<_, _> = observers.iter().map(|row| (&row.observer, row)).collect();
    tables.figures("copies.csv", &[observer_column], (Gaps::Anything, Level::Lowest), |row, columns, contest, unit| {
        let observer = row.read(observer_column, parsed)?;
        if listed {
            let may = |row: &&&ObserverRow| {
                let is_within = tables.tree.lineage(tables.units, &unit).any(|above| *above == row.scope);
                is_within && row.role != ObserverRole::Media
            };
            let wrong = |mistake| Err(row.error(observer_column, mistake));
            match known.get(&observer) {
                None => return wrong(TableMistake::ObserverUnlisted(observer)),
                Some(row) if !may(&row) => return wrong(TableMistake::ObserverOutOfScope(observer)),
                Some(_) => {}
            }
        }
        let (items, votes) = columns.read(row, &contest)?;
        Ok(CopyRow { line: row.line, contest, unit, observer, figures: Figures { items, votes } })
    })
}

/// The lines on which papers of one sort stand.
type Lines = BTreeMap<(ContestId, UnitId), u64>;

/// One paper of a sort for each contest and unit; a second is told with the line of the first.
fn once(
    lines: &mut Lines,
    row: &TableRow,
    contest: &ContestId,
    unit: &UnitId,
    twice: fn(ContestId, u64) -> TableMistake,
) -> Result<(), InputError> {
    match lines.insert((contest.clone(), unit.clone()), row.line) {
        None => Ok(()),
        Some(line) => Err(row.error("unit", twice(contest.clone(), line))),
    }
}
