//! What every table of an election folder is checked against: the manifest, the tree of units, the ballots.

use std::collections::BTreeMap;

use super::columns::{FigureColumns, Gaps, is_figure};
use super::plain_rows::PlainRow;
use super::rows::UnitRow;
use super::table::{Table, TableRow};
use super::unit_tree::UnitTree;
use crate::domain::contest::Contest;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::Manifest;
use crate::intake::alike::twin;
use crate::intake::ballots::Ballots;
use crate::intake::error::InputError;
use crate::intake::mistake::TableMistake;
use crate::intake::spelling::parsed;

/// The columns that say which paper a row is about.
const PAPER: [&str; 2] = ["contest", "unit"];

/// The files of a folder, and what is known of the election before its papers are read.
pub(in crate::intake) struct TableReader<'a> {
    pub files: &'a BTreeMap<String, Vec<u8>>,
    pub manifest: &'a Manifest,
    pub units: &'a [UnitRow],
    pub tree: &'a UnitTree,
    pub ballots: &'a Ballots,
}

/// Which units make a paper.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Level {
    /// Those of the lowest tier.
    Lowest,
    /// Every tier but the lowest: those who sum.
    Above,
    /// Commissions of any tier.
    Any,
}

impl TableReader<'_> {
    /// Reads a table of plain rows, each proved to fit the election. A file that is not there has no rows.
    pub fn plain<R: PlainRow>(
        &self,
        file: &str,
        mut check: impl FnMut(&TableRow, &R) -> Result<(), InputError>,
    ) -> Result<Vec<R>, Vec<InputError>> {
        let Some(bytes) = self.files.get(file) else { return Ok(Vec::new()) };
        let table = Table::read(file, bytes, R::REQUIRED, R::knows).map_err(|e| vec![e])?;
        table.read_rows(|raw| {
            let row = R::read(raw)?;
            check(&raw, &row)?;
            Ok(row)
        })
    }

    /// Reads a table with columns of figures: after contest and unit those of `further`, then the figures.
    pub fn figures<T>(
        &self,
        file: &str,
        further: &[&str],
        (gaps, level): (Gaps, Level),
        mut read: impl FnMut(&TableRow, &FigureColumns, ContestId, UnitId) -> Result<T, InputError>,
    ) -> Result<Vec<T>, Vec<InputError>> {
        let Some(bytes) = self.files.get(file) else { return Ok(Vec::new()) };
        let (form, required) = (&self.manifest.form, [&PAPER, further].concat());
        let table = Table::read(file, bytes, &required, |column| is_figure(form, column)).map_err(|e| vec![e])?;
        let columns = FigureColumns::find(&table, form, self.ballots, gaps).map_err(|e| vec![e])?;
        table.read_rows(|row| {
            let [contest, unit] = PAPER;
            let (contest, unit) = (row.read(contest, parsed)?, row.read(unit, parsed)?);
            self.check_paper(&row, &contest, &unit, level)?;
            read(&row, &columns, contest, unit)
        })
    }

    /// The contest of a row.
    pub fn known_contest(&self, row: &TableRow, contest: &ContestId) -> Result<&Contest, InputError> {
        let unknown = || row.error("contest", TableMistake::ContestUnknown(contest.clone()));
        self.manifest.contests.iter().find(|known| known.id == *contest).ok_or_else(unknown)
    }

    /// A unit of the tree, named in a column.
    pub fn check_unit(&self, row: &TableRow, column: &str, unit: &UnitId) -> Result<(), InputError> {
        match self.tree.place(unit) {
            Some(_) => Ok(()),
            None => {
                let twin = twin(unit.as_str(), self.units.iter().map(|row| &row.unit)).cloned();
                Err(row.error(column, TableMistake::UnitUnknown(unit.clone(), twin)))
            }
        }
    }

    /// A contest, and a unit of the right level that it is held in.
    pub fn check_paper(
        &self,
        row: &TableRow,
        contest: &ContestId,
        unit: &UnitId,
        level: Level,
    ) -> Result<(), InputError> {
        let contest = self.known_contest(row, contest)?;
        self.check_unit(row, "unit", unit)?;
        let wrong = |mistake: TableMistake| Err(row.error("unit", mistake));
        match (level, self.tree.is_lowest(unit)) {
            (Level::Lowest, false) => return wrong(TableMistake::NotLowest),
            (Level::Above, true) => return wrong(TableMistake::Lowest),
            _ => {}
        }
        match &contest.unit {
            Some(held_in) if !self.tree.lineage(self.units, unit).any(|above| above == held_in) => {
                wrong(TableMistake::HeldElsewhere)
            }
            _ => Ok(()),
        }
    }
}
