//! An election folder, read whole: the manifest and its tables as typed rows, checked against each other.

use std::collections::{BTreeMap, BTreeSet};

use super::ballots::Ballots;
use super::colours::{self, COLOURS_FILE};
use super::csv::decisions;
use super::csv::papers;
use super::csv::plain_rows::PlainRow;
use super::csv::rows::{
    CandidateRow, ColourRow, CopyRow, CorrectionRow, DecisionRow, MemberRow, ObserverRow, OpeningRow, ProtocolRow,
    SummaryRow, TurnoutRow, UnitRow,
};
use super::csv::table::{Table, TableRow, utf8};
use super::csv::table_reader::{Level, TableReader};
use super::csv::unit_tree::UnitTree;
use super::error::{ERRORS_MAX, InputError, alone, keep};
use super::mistake::{EnrolmentMistake, FileMistake, ManifestMistake, Mistake};
use super::toml::manifest::{ManifestFile, read_with_flaws};
use crate::domain::contest::Contest;
use crate::domain::finding::candidate_key;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::{Manifest, ManifestFlaw};
use crate::domain::number::BallotNumber;

/// The file that an election folder cannot do without, besides its units and candidates.
pub const MANIFEST_FILE: &str = "manifest.toml";
/// The tables of an election folder.
pub const TABLE_FILES: [&str; 12] = [
    "units.csv",
    "candidates.csv",
    "openings.csv",
    "protocols.csv",
    "turnout.csv",
    "summaries.csv",
    "corrections.csv",
    "decisions.csv",
    "copies.csv",
    "observers.csv",
    "members.csv",
    COLOURS_FILE,
];

/// What an election folder holds. All rows are in the order of their files; a file that is not there has none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ElectionFolder {
    /// What the founding act would declare.
    pub manifest: Manifest,
    /// The log's name, if the manifest gives one.
    pub origin: Option<String>,
    /// `units.csv`. [`parents_first`](Self::parents_first) and [`unit`](Self::unit) need these rows in their order.
    pub units: Vec<UnitRow>,
    /// `candidates.csv`
    pub candidates: Vec<CandidateRow>,
    /// `openings.csv`; none where the file is not there: then every protocol's own opening items were sealed before.
    pub openings: Option<Vec<OpeningRow>>,
    /// `protocols.csv`
    pub protocols: Vec<ProtocolRow>,
    /// `turnout.csv`
    pub turnout: Vec<TurnoutRow>,
    /// `summaries.csv`
    pub summaries: Vec<SummaryRow>,
    /// `corrections.csv`
    pub corrections: Vec<CorrectionRow>,
    /// `decisions.csv`
    pub decisions: Vec<DecisionRow>,
    /// `copies.csv`
    pub copies: Vec<CopyRow>,
    /// `observers.csv`
    pub observers: Vec<ObserverRow>,
    /// `members.csv`
    pub members: Vec<MemberRow>,
    /// `colours.csv`
    pub colours: Vec<ColourRow>,
    tree: UnitTree,
    ballots: Ballots,
}

impl ElectionFolder {
    /// Reads a folder from its files' names and bytes.
    ///
    /// # Errors
    /// The first mistakes of each file, at most [`ERRORS_MAX`]. What cannot be read of the manifest, the units or the
    /// candidates hides the mistakes of other files, which cannot be read without them; a manifest that contradicts itself
    /// hides those of papers alone.
    pub fn read(files: &BTreeMap<String, Vec<u8>>) -> Result<Self, Vec<InputError>> {
        let (ManifestFile { manifest, origin }, mut errors) = read_manifest_of(files)?;
        let is_sound = errors.is_empty();
        let units = keep(&mut errors, read_units(files, &manifest));
        // Of two contests with one name nobody can say whose a candidate is.
        let is_doubted = |error: &InputError| {
            matches!(&error.mistake, Mistake::Manifest(ManifestMistake::Flaw(ManifestFlaw::ContestTwice(_))))
        };
        if errors.iter().any(is_doubted) {
            return Err(capped(errors));
        }
        let candidates = keep(&mut errors, read_candidates(files, &manifest));
        let (Some((units, tree)), Some((candidates, ballots))) = (units, candidates) else {
            return Err(capped(errors));
        };
        let tables = TableReader { files, manifest: &manifest, units: &units, tree: &tree, ballots: &ballots };
        let observers = keep(&mut errors, read_observers(&tables));
        let members = keep(
            &mut errors,
            tables.plain("members.csv", |raw, row: &MemberRow| tables.check_unit(raw, "unit", &row.unit)),
        );
        let is_candidate = |contest: &ContestId, number: BallotNumber| {
            ballots.0.get(contest).is_some_and(|on| on.contains_key(&number))
        };
        let mut lines = colours::Lines::default();
        let coloured = |raw: &TableRow, row: &ColourRow| colours::check(&mut lines, raw, row, &manifest, is_candidate);
        let colours = keep(&mut errors, tables.plain(COLOURS_FILE, coloured));
        if !is_sound {
            return Err(capped(errors));
        }
        let openings = keep(&mut errors, papers::openings(&tables));
        let protocols = keep(&mut errors, papers::protocols(&tables));
        let turnout = keep(
            &mut errors,
            tables.plain("turnout.csv", |raw, row: &TurnoutRow| {
                tables.check_paper(raw, &row.contest, &row.unit, Level::Any)
            }),
        );
        let summaries = keep(&mut errors, papers::summaries(&tables));
        // Without the rows that they refer to, decisions, corrections and copies would all seem wrong.
        let decisions = protocols.as_ref().and_then(|rows| keep(&mut errors, decisions::read(&tables, rows)));
        let corrections = protocols.as_ref().and_then(|rows| keep(&mut errors, papers::corrections(&tables, rows)));
        let copies = observers.as_ref().and_then(|rows| keep(&mut errors, papers::copies(&tables, rows)));
        if !errors.is_empty() {
            return Err(capped(errors));
        }
        Ok(Self {
            origin,
            openings: openings.filter(|_| files.contains_key("openings.csv")),
            protocols: protocols.unwrap_or_default(),
            turnout: turnout.unwrap_or_default(),
            summaries: summaries.unwrap_or_default(),
            corrections: corrections.unwrap_or_default(),
            decisions: decisions.unwrap_or_default(),
            copies: copies.unwrap_or_default(),
            observers: observers.unwrap_or_default(),
            members: members.unwrap_or_default(),
            colours: colours.unwrap_or_default(),
            manifest,
            units,
            candidates,
            tree,
            ballots,
        })
    }

    /// A folder of these units and candidates, in which no paper lies yet.
    ///
    /// # Errors
    /// The mistakes in the tree of units, or the first in the ballots.
    pub fn without_papers(
        manifest: Manifest,
        origin: Option<String>,
        units: Vec<UnitRow>,
        candidates: Vec<CandidateRow>,
    ) -> Result<Self, Vec<InputError>> {
        let tree = unit_tree(&units, &manifest)?;
        let mut ballots = Ballots::of(&manifest);
        for row in &candidates {
            ballots.take(row).map_err(|mistake| alone(InputError::in_file("candidates.csv", mistake).at(row.line)))?;
        }
        Ok(Self {
            manifest,
            origin,
            units,
            candidates,
            openings: None,
            protocols: Vec::new(),
            turnout: Vec::new(),
            summaries: Vec::new(),
            corrections: Vec::new(),
            decisions: Vec::new(),
            copies: Vec::new(),
            observers: Vec::new(),
            members: Vec::new(),
            colours: Vec::new(),
            tree,
            ballots,
        })
    }

    /// The units, every parent before its children: by tier, and within a tier in the order of the file.
    pub fn parents_first(&self) -> impl Iterator<Item = &UnitRow> {
        self.tree.parents_first().filter_map(|at| self.units.get(at))
    }

    /// The row of a unit, if `units.csv` has one.
    pub fn unit(&self, unit: &UnitId) -> Option<&UnitRow> {
        self.tree.place(unit).and_then(|at| self.units.get(at))
    }

    /// Whether a unit is of the tier that protocols come from.
    pub fn is_lowest(&self, unit: &UnitId) -> bool {
        self.tree.is_lowest(unit)
    }

    /// The candidates of every contest of the manifest.
    pub fn ballots(&self) -> &Ballots {
        &self.ballots
    }
}

fn capped(mut errors: Vec<InputError>) -> Vec<InputError> {
    errors.truncate(ERRORS_MAX);
    errors
}

fn file<'a>(files: &'a BTreeMap<String, Vec<u8>>, name: &str) -> Result<&'a [u8], InputError> {
    let absent = || InputError::of_format(name, None, FileMistake::Missing);
    files.get(name).map(Vec::as_slice).ok_or_else(absent)
}

fn read_manifest_of(files: &BTreeMap<String, Vec<u8>>) -> Result<(ManifestFile, Vec<InputError>), Vec<InputError>> {
    let bytes = file(files, MANIFEST_FILE).map_err(alone)?;
    read_with_flaws(MANIFEST_FILE, utf8(MANIFEST_FILE, bytes).map_err(alone)?)
}

fn read_units(
    files: &BTreeMap<String, Vec<u8>>,
    manifest: &Manifest,
) -> Result<(Vec<UnitRow>, UnitTree), Vec<InputError>> {
    let units = UnitRow::read_all("units.csv", file(files, "units.csv").map_err(alone)?)?;
    let tree = unit_tree(&units, manifest)?;
    Ok((units, tree))
}

fn unit_tree(units: &[UnitRow], manifest: &Manifest) -> Result<UnitTree, Vec<InputError>> {
    let tree = UnitTree::build("units.csv", units, manifest)?;
    let nowhere = |contest: &Contest| {
        let unit = contest.unit.as_ref().filter(|unit| tree.place(unit).is_none())?;
        let mistake = ManifestMistake::HeldNowhere(contest.id.clone(), unit.clone());
        Some(InputError::in_file(MANIFEST_FILE, mistake).of_unit(unit).of_item(&contest.id))
    };
    let errors: Vec<_> = manifest.contests.iter().filter_map(nowhere).collect();
    if errors.is_empty() { Ok(tree) } else { Err(errors) }
}

fn read_candidates(
    files: &BTreeMap<String, Vec<u8>>,
    manifest: &Manifest,
) -> Result<(Vec<CandidateRow>, Ballots), Vec<InputError>> {
    let bytes = file(files, "candidates.csv").map_err(alone)?;
    let table = Table::read("candidates.csv", bytes, CandidateRow::REQUIRED, CandidateRow::knows).map_err(alone)?;
    let mut ballots = Ballots::of(manifest);
    let rows = table.read_rows(|raw| {
        let row = CandidateRow::read(raw)?;
        let item = candidate_key(row.number);
        match ballots.take(&row) {
            Ok(()) => Ok(row),
            Err(mistake) if ballots.0.contains_key(&row.contest) => Err(raw.error("number", mistake).of_item(item)),
            Err(mistake) => Err(raw.error("contest", mistake)),
        }
    })?;
    Ok((rows, ballots))
}

fn read_observers(tables: &TableReader) -> Result<Vec<ObserverRow>, Vec<InputError>> {
    let mut names = BTreeSet::new();
    tables.plain("observers.csv", |raw, row: &ObserverRow| {
        if !names.insert(row.observer.clone()) {
            return Err(raw.error("observer", EnrolmentMistake::ObserverTwice));
        }
        tables.check_unit(raw, "scope", &row.scope)
    })
}
