//! The table of decisions: what the commissions above decide on a paper, row after row of the same paper.

use std::collections::BTreeMap;

use super::rows::{DecisionRow, PaperDecision, ProtocolRow};
use super::table::TableRow;
use super::table_reader::{Level, TableReader};
use crate::domain::number::Voting;
use crate::domain::paper_status::PaperStatus;
use crate::intake::error::InputError;
use crate::intake::mistake::TableMistake;

/// Decisions that can be taken one after the other. Those that cannot would be refused when half of the folder is in
/// the ledger.
pub(in crate::intake) fn read(
    tables: &TableReader,
    protocols: &[ProtocolRow],
) -> Result<Vec<DecisionRow>, Vec<InputError>> {
    let reported = protocols.iter().map(|row| ((row.contest.clone(), row.unit.clone()), PaperStatus::Reported(())));
    let mut statuses: BTreeMap<_, _> = reported.map(|(paper, status)| (paper, (status, Voting::FIRST))).collect();
    let mut votings = Vec::new();
    let rows = tables.plain("decisions.csv", |raw, row: &DecisionRow| {
        tables.check_paper(raw, &row.contest, &row.unit, Level::Lowest)?;
        let paper = (row.contest.clone(), row.unit.clone());
        let (status, voting) = statuses.entry(paper).or_insert((PaperStatus::Awaited, Voting::FIRST));
        votings.push(*voting);
        *status = after(raw, *status, row.decision)?;
        if row.decision == PaperDecision::Repeat {
            *voting = Voting(voting.0.saturating_add(1));
        }
        Ok(())
    })?;
    Ok(rows.into_iter().zip(votings).map(|(row, voting)| DecisionRow { voting, ..row }).collect())
}

fn after(raw: &TableRow, status: PaperStatus<()>, decision: PaperDecision) -> Result<PaperStatus<()>, InputError> {
    match (decision, status) {
        (PaperDecision::Annul, PaperStatus::Reported(())) => Ok(PaperStatus::Annulled),
        (PaperDecision::Failed, PaperStatus::Awaited | PaperStatus::Opened) => Ok(PaperStatus::Failed),
        (PaperDecision::Repeat, PaperStatus::Annulled | PaperStatus::Failed) => Ok(PaperStatus::Awaited),
        _ => Err(raw.error("decision", TableMistake::Untimely(decision, status))),
    }
}
