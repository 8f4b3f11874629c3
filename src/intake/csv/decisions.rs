//! The table of decisions: what the commissions above decide on a paper, row after row of the same paper.

use std::collections::BTreeMap;

use super::rows::{DecisionRow, PaperDecision, ProtocolRow};
use super::table::TableRow;
use super::table_reader::{Level, TableReader};
use crate::domain::number::Voting;
use crate::domain::paper_status::PaperStatus;
use crate::intake::error::{Flaw, InputError};

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
    let says = match (decision, status) {
        (PaperDecision::Annul, PaperStatus::Reported(())) => return Ok(PaperStatus::Annulled),
        (PaperDecision::Failed, PaperStatus::Awaited | PaperStatus::Opened) => return Ok(PaperStatus::Failed),
        (PaperDecision::Repeat, PaperStatus::Annulled | PaperStatus::Failed) => return Ok(PaperStatus::Awaited),
        (_, PaperStatus::Reported(())) => "the unit has a protocol in force",
        (_, PaperStatus::Awaited | PaperStatus::Opened) => {
            "there is no protocol of this unit, nor one of its repeat voting"
        }
        (_, PaperStatus::Annulled) => "the protocol of this unit is annulled by a row above",
        (_, PaperStatus::Failed) => "the voting of this unit failed by a row above",
    };
    let advice = match decision {
        PaperDecision::Annul => "only a protocol that is in force can be annulled: remove the row, or correct the unit",
        PaperDecision::Failed => "a voting fails where there is no protocol; write annul for one that is in force",
        PaperDecision::Repeat => {
            "a voting is repeated after it failed or its protocol was annulled: add that row above"
        }
    };
    Err(raw.error("decision", Flaw::new(says, advice)))
}
