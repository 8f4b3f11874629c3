//! Which rows of the folder each phase of a rehearsal speaks of, in the order in which it does.

use super::phase::Phase;
use super::script::Script;
use crate::domain::form::Stage;
use crate::domain::id::{ContestId, ObserverId, UnitId};
use crate::domain::time::Day;
use crate::intake::csv::rows::{
    CandidateRow, CopyRow, CorrectionRow, DecisionRow, OpeningRow, ProtocolRow, SummaryRow, TurnoutRow, UnitRow,
};

/// A row of the folder, of which one statement is made.
#[derive(Clone, Copy, Debug)]
pub(super) enum ScriptRow<'a> {
    Unit(&'a UnitRow),
    /// A candidacy that was approved on a day.
    Nomination(&'a CandidateRow, Day),
    Candidate(&'a CandidateRow),
    Observer(&'a ObserverId),
    Turnout(&'a TurnoutRow),
    Opening(&'a OpeningRow),
    /// The opening items of a protocol, where the folder has no openings of their own.
    OpeningOf(&'a ProtocolRow),
    Protocol(&'a ProtocolRow),
    Copy(&'a CopyRow),
    Correction(&'a CorrectionRow),
    Decision(&'a DecisionRow),
    Summary(&'a SummaryRow),
}

/// The rows of a phase.
pub(super) fn rows<'a>(script: &Script<'a>, phase: &Phase) -> Vec<ScriptRow<'a>> {
    let folder = script.folder();
    match phase {
        Phase::Commissions(rank) => script.units_of(*rank).iter().map(|row| ScriptRow::Unit(row)).collect(),
        Phase::Candidates => {
            let nominated = |row: &'a CandidateRow| row.approved_on.map(|day| ScriptRow::Nomination(row, day));
            let nominations = folder.candidates.iter().filter_map(nominated);
            nominations.chain(folder.candidates.iter().map(ScriptRow::Candidate)).collect()
        }
        Phase::Observers => observers(script).into_iter().map(ScriptRow::Observer).collect(),
        Phase::Turnout(contest) => {
            let mut rows = of(contest, &folder.turnout, |row| &row.contest).collect::<Vec<_>>();
            rows.sort_by_key(|row| row.as_of);
            rows.into_iter().map(ScriptRow::Turnout).collect()
        }
        Phase::Openings(contest) => openings(script, contest),
        Phase::Protocols(contest) => {
            of(contest, &folder.protocols, |row| &row.contest).map(ScriptRow::Protocol).collect()
        }
        Phase::Copies(contest) => of(contest, &folder.copies, |row| &row.contest).map(ScriptRow::Copy).collect(),
        Phase::Corrections(contest, round) => {
            let of_round = |row: &&CorrectionRow| row.round == *round;
            of(contest, &folder.corrections, |row| &row.contest).filter(of_round).map(ScriptRow::Correction).collect()
        }
        Phase::Decisions(contest) => {
            of(contest, &folder.decisions, |row| &row.contest).map(ScriptRow::Decision).collect()
        }
        Phase::Summaries(contest, rank) => {
            let of_rank = |row: &&SummaryRow| script.rank(&row.unit) == Some(*rank);
            of(contest, &folder.summaries, |row| &row.contest).filter(of_rank).map(ScriptRow::Summary).collect()
        }
    }
}

fn of<'a, R>(contest: &ContestId, rows: &'a [R], its: impl Fn(&R) -> &ContestId) -> impl Iterator<Item = &'a R> {
    rows.iter().filter(move |row| its(row) == contest)
}

fn openings<'a>(script: &Script<'a>, contest: &ContestId) -> Vec<ScriptRow<'a>> {
    let folder = script.folder();
    match &folder.openings {
        _ if script.manifest().form.items.iter().all(|item| item.stage != Stage::Opening) => Vec::new(),
        Some(openings) => of(contest, openings, |row| &row.contest).map(ScriptRow::Opening).collect(),
        None => of(contest, &folder.protocols, |row| &row.contest).map(ScriptRow::OpeningOf).collect(),
    }
}

/// The observers of `observers.csv`; without it, those named in `copies.csv`.
fn observers<'a>(script: &Script<'a>) -> Vec<&'a ObserverId> {
    let folder = script.folder();
    let mut named: Vec<_> = folder.observers.iter().map(|row| &row.observer).collect();
    if named.is_empty() {
        named = folder.copies.iter().map(|row| &row.observer).collect();
        named.sort();
        named.dedup();
    }
    named
}

impl Script<'_> {
    /// The rank of a unit's tier, 0 for the top.
    pub(super) fn rank(&self, unit: &UnitId) -> Option<usize> {
        let row = self.folder().unit(unit)?;
        self.manifest().tier(&row.tier).map(|(rank, _)| rank)
    }
}
