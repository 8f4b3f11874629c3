//! Which row of sources names an event: by what the event says. Under every rules that there are, an event that was admitted is
//! named there for ever: nothing that comes later takes its line away.

use std::fmt::Display;

use super::sources::candidate_key;
use crate::domain::id::{EventHash, UnitId};
use crate::domain::number::Sequence;
use crate::domain::protocol::Paper;
use crate::domain::statement::Body;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::Asked;
use crate::ledger::rows::shown::{Answer, Shown};

/// The row that names an event which says this, if it was admitted; of a copy the rows of every observer, for who filed
/// it is not in its statement.
pub fn row_naming(body: &Body, event: EventHash) -> Asked {
    match body {
        Body::ElectionCalled(_) | Body::LogKeyRotated(_) | Body::LedgerClosed(_) => row(&[&"election"]),

        Body::CommissionFormed(formed) => of_unit(&formed.unit),
        Body::MemberReplaced(replaced) => of_unit(&replaced.unit),
        Body::KeyRevoked(revoked) => of_unit(&revoked.unit),

        Body::ContestCalled(called) => row(&[&"contest", &called.contest.id]),
        Body::NominationApproved(approved) => row(&[&"contest", &approved.contest]),
        Body::ResultCertified(certified) => row(&[&"contest", &certified.contest]),
        Body::CandidateRegistered(registered) => Asked::Row(candidate_key(&registered.contest, registered.number)),
        Body::CandidateWithdrawn(withdrawn) => Asked::Row(candidate_key(&withdrawn.contest, withdrawn.number)),

        Body::OpeningSealed(sealed) => of_paper(&sealed.paper),
        Body::ProtocolSubmitted(protocol) => of_paper(&protocol.paper),
        Body::ProtocolCorrected(corrected) => of_paper(&corrected.protocol.paper),
        Body::ProtocolAnnulled(annulled) => of_paper(&annulled.paper),
        Body::VotingFailed(failed) => of_paper(&failed.paper),
        Body::RepeatVotingCalled(repeat) => of_paper(&repeat.paper),
        Body::TurnoutReported(reported) => of_paper(&reported.paper),
        Body::CopyFiled(filed) => Asked::All(format!("copy/{}/{}/", filed.paper.contest, filed.paper.unit)),
        Body::SummarySubmitted(summary) => row(&[&"summary", &summary.contest, &summary.unit]),
        Body::SummaryCorrected(corrected) => row(&[&"summary", &corrected.summary.contest, &corrected.summary.unit]),

        Body::ObserverAccredited(accredited) => row(&[&"observer", &accredited.observer]),
        Body::AccreditationWithdrawn(withdrawn) => row(&[&"observer", &withdrawn.observer]),
        Body::ComplaintFiled(_) => row(&[&"complaint", &event]),
        Body::ComplaintDecided(decided) => row(&[&"complaint", &decided.complaint]),
    }
}

/// Whether the row that names an event which says this names it at its place; none where that row is not shown.
pub fn is_named(shown: &Shown, at: Sequence, event: EventHash, body: &Body) -> Option<bool> {
    let values = match row_naming(body, event) {
        Asked::Row(key) => match shown.get(&key) {
            Answer::There(value) => vec![value],
            Answer::None => Vec::new(),
            Answer::NotShown => return None,
        },
        Asked::All(prefix) => match shown.all(&prefix) {
            Answer::There(rows) => rows.into_iter().map(|(_, value)| value).collect(),
            Answer::None | Answer::NotShown => return None,
        },
    };
    let begins = format!("{at} {event} ");
    Some(values.into_iter().flat_map(str::lines).any(|line| line.starts_with(&begins)))
}

fn row(parts: &[&dyn Display]) -> Asked {
    Asked::Row(RowKey::of(parts))
}

fn of_unit(unit: &UnitId) -> Asked {
    row(&[&"unit", unit])
}

fn of_paper(paper: &Paper) -> Asked {
    row(&[&"paper", &paper.contest, &paper.unit])
}
