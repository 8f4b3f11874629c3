//! What is known of an election: from a kit, offline, or from a ledger.

use super::args::{Global, Known};
use super::failure::{Exit, Failure};
use super::files;
use super::output::Output;
use super::parallel::Cores;
use crate::domain::candidate::Contest;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Sequence;
use crate::domain::state::Election;
use crate::domain::{Body, State};
use crate::intake::draft::scans::Scans;
use crate::intake::draft::{Ballots, DraftContext};
use crate::ledger::files::kit::Kit;
use crate::ledger::submission::SignatureCheck;
use crate::store::read::{self, Reading};
use crate::tally::ReadModel;
use crate::verify::{Fault, FaultKind, Replay, Verdict};

/// What drafts are held against.
#[derive(Debug)]
pub struct Background {
    pub state: State,
    pub model: ReadModel,
    /// Whether it comes from a kit, which has the structure of the election and no papers.
    pub is_kit: bool,
    ballots: Ballots,
}

impl Background {
    /// From `--kit`, or else from the ledger.
    pub fn load(global: &Global, known: &Known, output: &Output) -> Result<Self, Failure> {
        let (state, model) = match &known.kit {
            Some(file) => {
                let bytes = files::read(file)?;
                let damaged = |says: String| Failure::format(file, says, "ask for a new kit: `protokol export --kit`");
                let kit = Kit::decode(&bytes).map_err(|error| damaged(format!("{}: {error}", file.display())))?;
                let mut replay = Replay::new(Cores, SignatureCheck::Verify);
                replay.feed(kit.envelopes);
                // A kit is a selection: its envelopes do not follow one another, and need not.
                let is_fault = |fault: &&Fault| !matches!(fault.what, FaultKind::Link(_));
                let faults = || replay.faults().iter().filter(is_fault);
                let newer = faults().map(Fault::verdict).max() == Some(Verdict::Unreadable);
                if let Some(fault) = faults().next().filter(|_| newer) {
                    let says = format!("{}: {}", file.display(), crate::text::fault(output.lang, fault));
                    let act = crate::text::explain(output.lang, fault.code()).act;
                    return Err(Failure::new(Exit::CannotTell, fault.code(), says, act).in_file(file));
                }
                if let Some(fault) = faults().next() {
                    return Err(damaged(format!("{}: {}", file.display(), crate::text::fault(output.lang, fault))));
                }
                let log_key = replay.log_key_at(replay.size());
                if log_key.is_none_or(|key| kit.checkpoint.verify(key).is_err()) {
                    return Err(damaged(format!("{}: its checkpoint is not signed by its log", file.display())));
                }
                let (state, model, _, _) = replay.into_parts();
                (state, model)
            }
            None => read::state(&global.ledger, Cores)
                .map_err(|error| Failure::store(output.lang, &global.ledger, error))?,
        };
        let names = |record: &crate::tally::record::ContestRecord| {
            let standing = record.candidates.iter().filter(|candidate| candidate.withdrawn.is_none());
            standing.map(|c| (c.registered.number, c.registered.names.clone())).collect()
        };
        let ballots = Ballots(model.contests().iter().map(|(id, record)| (id.clone(), names(record))).collect());
        Ok(Self { state, model, is_kit: known.kit.is_some(), ballots })
    }

    /// The election; a kit or ledger without one is none.
    pub fn election(&self) -> Result<&Election, Failure> {
        let act = "ask for a new kit: `protokol export --kit`";
        self.state.election().ok_or_else(|| {
            Failure::new(Exit::Input, crate::domain::code::Code::U3, "there is no founding act in it", act)
        })
    }

    /// What a draft must know to be read and written.
    pub fn context<'a>(&'a self, language: &'a str) -> Result<DraftContext<'a>, Failure> {
        let election = self.election()?;
        Ok(DraftContext {
            form: &election.manifest().form,
            ballots: &self.ballots,
            language,
            ledger: election.ledger(),
            scans: Scans::default(),
        })
    }
}

/// The kit of a ledger; of one unit and those above it, where a unit is named.
pub fn make(reading: &Reading, unit: Option<&UnitId>, global: &Global, output: &Output) -> Result<Kit, Failure> {
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    let mut envelopes = Vec::new();
    for place in 0..reading.events.size().0 {
        let entry = super::log::entry(reading, Sequence(place), global, output)?;
        let Some(statement) = &entry.statement else { continue };
        if belongs(&statement.body, reading, unit) {
            envelopes.push(reading.events.envelope(entry.sequence).map_err(failed)?.unwrap_or_default());
        }
    }
    Ok(Kit { checkpoint: reading.checkpoint.clone(), envelopes })
}

/// The structure of the election, and everything about papers whose voting was repeated.
fn belongs(body: &Body, reading: &Reading, unit: Option<&UnitId>) -> bool {
    let model = &reading.model;
    let concerns = |about: &UnitId| unit.is_none_or(|unit| model.lineage(unit).any(|above| above == about));
    // A contest of another unit, and its candidates, cannot be told where that unit is not known.
    let is_held = |contest: &Contest| contest.unit.as_ref().is_none_or(concerns);
    let is_on_ballot = |id: &ContestId| model.contests().get(id).is_some_and(|record| is_held(&record.contest));
    match body {
        Body::ElectionCalled(_) | Body::LogKeyRotated(_) => true,
        Body::ContestCalled(called) => is_held(&called.contest),
        Body::NominationApproved(approved) => is_on_ballot(&approved.contest),
        Body::CandidateRegistered(registered) => is_on_ballot(&registered.contest),
        Body::CandidateWithdrawn(withdrawn) => is_on_ballot(&withdrawn.contest),
        Body::CommissionFormed(_) | Body::MemberReplaced(_) | Body::KeyRevoked(_) | Body::ObserverAccredited(_) => {
            body.unit().is_some_and(concerns)
        }
        Body::OpeningSealed(_)
        | Body::ProtocolSubmitted(_)
        | Body::ProtocolCorrected(_)
        | Body::ProtocolAnnulled(_)
        | Body::VotingFailed(_)
        | Body::RepeatVotingCalled(_) => body.unit().is_some_and(|about| concerns(about) && was_repeated(model, about)),
        Body::AccreditationWithdrawn(_)
        | Body::TurnoutReported(_)
        | Body::SummarySubmitted(_)
        | Body::SummaryCorrected(_)
        | Body::CopyFiled(_)
        | Body::ComplaintFiled(_)
        | Body::ComplaintDecided(_)
        | Body::ResultCertified(_)
        | Body::LedgerClosed(_) => false,
    }
}

fn was_repeated(model: &ReadModel, unit: &UnitId) -> bool {
    let repeated =
        |step: &crate::tally::record::PaperStep| matches!(step.what, crate::tally::record::PaperEvent::RepeatCalled(_));
    model.contests().keys().any(|c| model.paper(c, unit).is_some_and(|paper| paper.steps.iter().any(repeated)))
}
