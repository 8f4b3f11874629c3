//! The tables of papers with figures: protocols, summaries, corrections, copies.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Gaps;
use super::rows::{CopyRow, CorrectionRow, ObserverRow, OpeningRow, ProtocolRow, SummaryRow};
use super::table::TableRow;
use super::table_reader::{Level, TableReader};
use crate::domain::id::{ContestId, UnitId};
use crate::domain::observer::ObserverRole;
use crate::domain::protocol::{Figures, ShapeFlaw, opening_flaws};
use crate::domain::summary::SummaryFigures;
use crate::intake::error::{Flaw, InputError};
use crate::intake::spelling::{parsed, text};

/// One protocol for each contest and unit.
pub(in crate::intake) fn protocols(tables: &TableReader) -> Result<Vec<ProtocolRow>, Vec<InputError>> {
    let mut lines = BTreeMap::new();
    tables.figures("protocols.csv", &[], (Gaps::OptionalItems, Level::Lowest), |row, columns, contest, unit| {
        once(&mut lines, row, &contest, &unit, ("protocol", "; a new version stands in corrections.csv"))?;
        let (items, votes) = columns.read(row, &contest)?;
        Ok(ProtocolRow { line: row.line, contest, unit, figures: Figures { items, votes } })
    })
}

/// One sealed opening for each contest and unit: the opening items, and nothing of the count.
pub(in crate::intake) fn openings(tables: &TableReader) -> Result<Vec<OpeningRow>, Vec<InputError>> {
    let mut lines = BTreeMap::new();
    tables.figures("openings.csv", &[], (Gaps::Anything, Level::Lowest), |row, columns, contest, unit| {
        once(&mut lines, row, &contest, &unit, ("opening", ""))?;
        let (items, votes) = columns.read::<crate::domain::number::Count>(row, &contest)?;
        if !votes.is_empty() {
            let flaw = Flaw::new("an opening has no votes yet", "leave out the columns cand_NN");
            return Err(row.error("unit", flaw));
        }
        match opening_flaws(&items, &tables.manifest.form).into_iter().next() {
            None => Ok(OpeningRow { line: row.line, contest, unit, items }),
            Some(ShapeFlaw::ItemOfCount(key)) => {
                let flaw = Flaw::new("this item is of the count, and not known at the opening", "empty the cell");
                Err(row.error(key.as_str(), flaw).of_item(&key))
            }
            Some(ShapeFlaw::ItemMissing(key)) => {
                let flaw = Flaw::new("every opening has this item", "write the figure of the paper");
                Err(row.error(key.as_str(), flaw).of_item(&key))
            }
            Some(_) => Err(row.error("unit", Flaw::new("this is no opening of the form", "compare the manifest"))),
        }
    })
}

/// One summary for each contest and unit.
pub(in crate::intake) fn summaries(tables: &TableReader) -> Result<Vec<SummaryRow>, Vec<InputError>> {
    let mut lines = BTreeMap::new();
    tables.figures("summaries.csv", &[], (Gaps::Items, Level::Above), |row, columns, contest, unit| {
        once(&mut lines, row, &contest, &unit, ("summary", ""))?;
        let (items, votes) = columns.read(row, &contest)?;
        Ok(SummaryRow { line: row.line, contest, unit, totals: SummaryFigures { items, votes } })
    })
}

/// A correction replaces a protocol of the same folder.
pub(in crate::intake) fn corrections(
    tables: &TableReader,
    protocols: &[ProtocolRow],
) -> Result<Vec<CorrectionRow>, Vec<InputError>> {
    let reported: BTreeSet<_> = protocols.iter().map(|row| (&row.contest, &row.unit)).collect();
    let further @ [decision, reason] = ["decision", "reason"];
    let mut rounds: BTreeMap<_, usize> = BTreeMap::new();
    tables.figures("corrections.csv", &further, (Gaps::OptionalItems, Level::Lowest), |row, columns, contest, unit| {
        if !reported.contains(&(&contest, &unit)) {
            let flaw =
                Flaw::new("there is no protocol of this unit to correct", "add it to protocols.csv, or remove the row");
            return Err(row.error("unit", flaw));
        }
        let (items, votes) = columns.read(row, &contest)?;
        let (decision, reason) = (row.text(decision)?, row.read(reason, text)?);
        let above = rounds.entry((contest.clone(), unit.clone())).or_default();
        let round = std::mem::replace(above, *above + 1);
        Ok(CorrectionRow { line: row.line, contest, unit, figures: Figures { items, votes }, decision, reason, round })
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
            let wrong = |says| Err(row.error(observer_column, Flaw::new(says, "add it there, or correct it here")));
            match known.get(&observer) {
                None => return wrong(format!("observers.csv has no observer {observer}")),
                Some(row) if !may(&row) => {
                    return wrong(format!(
                        "{observer} may file no copy of this unit by its scope or role in observers.csv"
                    ));
                }
                Some(_) => {}
            }
        }
        let (items, votes) = columns.read(row, &contest)?;
        Ok(CopyRow { line: row.line, contest, unit, observer, figures: Figures { items, votes } })
    })
}

/// The lines on which papers of one sort stand.
type Lines = BTreeMap<(ContestId, UnitId), u64>;

/// One paper of a sort for each contest and unit, and what else to do about a second.
fn once(
    lines: &mut Lines,
    row: &TableRow,
    contest: &ContestId,
    unit: &UnitId,
    (paper, else_do): (&str, &str),
) -> Result<(), InputError> {
    match lines.insert((contest.clone(), unit.clone()), row.line) {
        None => Ok(()),
        Some(line) => {
            let says = format!("the {paper} of this unit in {contest} stands on line {line} already");
            Err(row.error("unit", Flaw::new(says, format!("remove one of the two{else_do}"))))
        }
    }
}
