//! What a log has come to say since a size, in the election's terms.

use std::collections::BTreeMap;

use super::replayed_log::{LaterEntry, ReplayedLog};
use crate::domain::statement::{Body, Kind};
use crate::tally::history::{Version, versions};

/// What a kind of statement does, in the order in which people are told of it: what changes something that stood before
/// they are told first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Effect {
    /// On figures, papers and results.
    Changes,
    /// On whom the election is held with and under.
    ChangesParties,
    /// Says that something is wrong.
    Contradicts,
    /// Whatever else, which is told last.
    Other,
}

fn effect(kind: Kind) -> Effect {
    match kind {
        Kind::ProtocolCorrected
        | Kind::ProtocolAnnulled
        | Kind::VotingFailed
        | Kind::RepeatVotingCalled
        | Kind::SummaryCorrected
        | Kind::ResultCertified
        | Kind::LedgerClosed => Effect::Changes,
        Kind::LogKeyRotated | Kind::CandidateWithdrawn => Effect::ChangesParties,
        Kind::CopyFiled | Kind::ComplaintFiled | Kind::ComplaintDecided => Effect::Contradicts,
        Kind::ElectionCalled
        | Kind::ContestCalled
        | Kind::CommissionFormed
        | Kind::MemberReplaced
        | Kind::KeyRevoked
        | Kind::NominationApproved
        | Kind::CandidateRegistered
        | Kind::ObserverAccredited
        | Kind::AccreditationWithdrawn
        | Kind::OpeningSealed
        | Kind::TurnoutReported
        | Kind::ProtocolSubmitted
        | Kind::SummarySubmitted => Effect::Other,
    }
}

impl ReplayedLog {
    /// The later events that were applied, by kind: those first that change what stood before.
    pub fn later_by_kind(&self) -> Vec<(Kind, Vec<&LaterEntry>)> {
        let mut groups: BTreeMap<(Effect, Kind), Vec<&LaterEntry>> = BTreeMap::new();
        for entry in self.later() {
            if let Some(recorded) = &entry.recorded {
                let kind = recorded.event.statement.body.kind();
                groups.entry((effect(kind), kind)).or_default().push(entry);
            }
        }
        groups.into_iter().map(|((_, kind), events)| (kind, events)).collect()
    }

    /// The version of a protocol that a correction made, beside the one that it replaced.
    pub fn corrected(&self, entry: &LaterEntry) -> Option<Version<'_>> {
        let Body::ProtocolCorrected(corrected) = &entry.recorded.as_ref()?.event.statement.body else { return None };
        let (model, paper) = (self.model(), &corrected.protocol.paper);
        let record = model.paper(&paper.contest, &paper.unit)?;
        let mut all = versions(model, &model.manifest()?.form, record, entry.sequence.size());
        all.pop().filter(|version| version.provenance.event == entry.event)
    }
}
