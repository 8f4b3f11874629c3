//! The table of decisions: what the commissions above decide on a paper, row after row of the same paper.

use std::collections::BTreeMap;

use super::frame::{Frame, Level};
use super::rows::{DecisionRow, PaperDecision, ProtocolRow};
use super::table::Row;
use crate::domain::number::Voting;
use crate::intake::error::{Flaw, InputError};

/// How far a paper is, after the rows above. The diagram stands in `docs/states.md`.
#[derive(Clone, Copy)]
enum Standing {
    Awaited,
    Reported,
    Annulled,
    Failed,
}

/// Decisions that can be taken one after the other. Those that cannot would be refused when half of the folder is in
/// the ledger.
pub(in crate::intake) fn read(frame: &Frame, protocols: &[ProtocolRow]) -> Result<Vec<DecisionRow>, Vec<InputError>> {
    let reported = protocols.iter().map(|row| ((row.contest.clone(), row.unit.clone()), Standing::Reported));
    let mut standings: BTreeMap<_, _> = reported.map(|(paper, standing)| (paper, (standing, Voting::FIRST))).collect();
    let mut votings = Vec::new();
    let rows = frame.plain("decisions.csv", |raw, row: &DecisionRow| {
        frame.check_paper(raw, &row.contest, &row.unit, Level::Lowest)?;
        let paper = (row.contest.clone(), row.unit.clone());
        let (standing, voting) = standings.entry(paper).or_insert((Standing::Awaited, Voting::FIRST));
        votings.push(*voting);
        *standing = after(raw, *standing, row.decision)?;
        if row.decision == PaperDecision::Repeat {
            *voting = Voting(voting.0.saturating_add(1));
        }
        Ok(())
    })?;
    Ok(rows.into_iter().zip(votings).map(|(row, voting)| DecisionRow { voting, ..row }).collect())
}

fn after(raw: &Row, standing: Standing, decision: PaperDecision) -> Result<Standing, InputError> {
    let says = match (decision, standing) {
        (PaperDecision::Annul, Standing::Reported) => return Ok(Standing::Annulled),
        (PaperDecision::Failed, Standing::Awaited) => return Ok(Standing::Failed),
        (PaperDecision::Repeat, Standing::Annulled | Standing::Failed) => return Ok(Standing::Awaited),
        (_, Standing::Reported) => "the unit has a protocol in force",
        (_, Standing::Awaited) => "there is no protocol of this unit, nor one of its repeat voting",
        (_, Standing::Annulled) => "the protocol of this unit is annulled by a row above",
        (_, Standing::Failed) => "the voting of this unit failed by a row above",
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
