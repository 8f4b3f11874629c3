//! What a ledger has established so far: just what [`decide`](super::rules::decide()) must know, and no history.

mod keys;
mod said;
mod seats;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::keys::Keys;
pub use self::keys::{KeyHolder, KeyOf};
use self::said::Said;
pub use self::seats::{Occupant, Seats};
use super::commission::{CommissionFormed, Office};
use super::contest::Contest;
use super::event::{Author, RecordedEvent};
use super::id::{ContestId, EventHash, LedgerId, ObserverId, StatementHash, UnitId};
use super::manifest::{ElectionCalled, Manifest};
use super::number::{BallotNumber, Seat, Sequence, Size};
use super::observer::ObserverAccredited;
use super::packed::Packed;
use super::paper_status::{PaperState, PaperStatus};
use super::protocol::{Paper, ProtocolSubmitted};
use super::rejection::Rejection;
use super::rules::RulesVersion;
use super::statement::Body;
use super::summary::SummarySubmitted;
use super::time::Millis;
use crate::crypto::key::PublicKey;
use crate::crypto::vkey::VerifierKey;

/// The fold of all admitted events. [`State::default`] is the state before the founding act.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct State {
    pub(super) size: Size,
    pub(super) last_arrival: Millis,
    pub(super) admitted: Packed<StatementHash, Sequence>,
    /// Every admitted event, and the unit that answers for it.
    pub(super) events: Packed<EventHash, UnitId>,
    election: Option<Election>,
}

/// An election under way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Election {
    ledger: LedgerId,
    rules: RulesVersion,
    founding: ElectionCalled,
    log_key: String,
    /// Every key that the log ever had, ascending.
    log_keys: BTreeSet<PublicKey>,
    pub(super) units: Packed<UnitId, Commission>,
    keys: Keys,
    pub(super) contests: BTreeMap<ContestId, ContestState>,
    pub(super) observers: BTreeMap<ObserverId, ObserverAccredited>,
    pub(super) complaints: BTreeMap<EventHash, ComplaintState>,
    closed: bool,
}

/// A commission, as it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Commission {
    /// The unit directly above; none for the top.
    pub parent: Option<UnitId>,
    /// The rank of its tier, 0 for the top.
    pub rank: usize,
    /// How many must sign.
    pub quorum: u16,
    /// Who holds each seat.
    pub seats: Seats,
}

/// A contest, as it stands.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ContestState {
    /// The contest, as it was called.
    pub contest: Contest,
    /// The numbers on the ballot, ascending.
    pub ballot: Vec<BallotNumber>,
    /// Numbers that were given, withdrawn ones too.
    pub(super) given: BTreeSet<BallotNumber>,
    /// The papers by unit; a unit without an entry is awaited at its first voting.
    pub papers: Packed<UnitId, PaperState>,
    /// What the last protocol of each unit said: the one in force, where one is.
    said: Packed<UnitId, Said>,
    /// The summaries in force by unit.
    pub summaries: BTreeMap<UnitId, EventHash>,
    /// What they say.
    summed: BTreeMap<UnitId, Said>,
    /// Whether the result is certified.
    pub certified: bool,
}

impl ContestState {
    /// Whether this is what the last protocol of its unit said.
    pub(super) fn says(&self, protocol: &ProtocolSubmitted) -> bool {
        self.said.get(&protocol.paper.unit).is_some_and(|said| Said::of(protocol) == Some(*said))
    }

    /// Whether this is what the summary in force of its unit says.
    pub(super) fn sums_up(&self, summary: &SummarySubmitted) -> bool {
        self.summed.get(&summary.unit).is_some_and(|said| Said::of(summary) == Some(*said))
    }
}

/// A complaint, as it stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ComplaintState {
    /// Nobody decided on it yet.
    Open {
        /// The unit that answers for what is complained of.
        about: UnitId,
    },
    /// A commission decided on it.
    Decided,
}

impl State {
    /// How many events the ledger holds.
    pub fn size(&self) -> Size {
        self.size
    }

    /// When the last event arrived.
    pub fn last_arrival(&self) -> Millis {
        self.last_arrival
    }

    /// The election, once founded.
    pub fn election(&self) -> Option<&Election> {
        self.election.as_ref()
    }

    /// The sequence under which a statement was admitted.
    pub fn admitted(&self, statement: StatementHash) -> Option<Sequence> {
        self.admitted.get(&statement).copied()
    }

    /// Takes note of an envelope whose submission is not admissible: it stays in the chain and changes nothing else.
    pub fn pass_over(&mut self, sequence: Sequence, arrival: Millis) {
        self.size = sequence.size();
        self.last_arrival = self.last_arrival.max(arrival);
    }

    /// Applies an event that [`decide`](super::rules::decide()) made. Total: it cannot fail; an event that was not
    /// decided on this very state changes only what it can.
    pub fn apply(&mut self, recorded: &RecordedEvent) {
        self.pass_over(recorded.sequence, recorded.arrival);
        self.admitted.insert(recorded.event.hash, recorded.sequence);
        let against = match &recorded.event.statement.body {
            Body::ComplaintFiled(filed) => self.events.get(&filed.against).cloned(),
            _ => None,
        };
        match (&recorded.event.statement.body, &mut self.election) {
            (Body::ElectionCalled(founding), None) => self.election = Election::found(founding, recorded.hash),
            (_, None) => {}
            (body, Some(election)) => election.apply(body, recorded.hash, against),
        }
        if let Some(election) = &self.election {
            self.events.insert(recorded.hash, answers(election, recorded));
        }
    }
}

/// The unit that answers for an event: the commission that signed it; of what an observer signed, the unit it is about.
fn answers(election: &Election, recorded: &RecordedEvent) -> UnitId {
    match &recorded.event.author {
        Author::Commission { unit, .. } => unit.clone(),
        Author::Observer(_) => recorded.event.statement.body.unit().unwrap_or(election.top()).clone(),
    }
}

impl Election {
    /// None where no program of this version could have admitted the founding act.
    fn found(founding: &ElectionCalled, genesis: EventHash) -> Option<Self> {
        let mut election = Self {
            ledger: genesis.into(),
            rules: RulesVersion::try_from(founding.rules).ok()?,
            founding: founding.clone(),
            log_key: String::new(),
            log_keys: BTreeSet::new(),
            units: Packed::default(),
            keys: Keys::default(),
            contests: BTreeMap::new(),
            observers: BTreeMap::new(),
            complaints: BTreeMap::new(),
            closed: false,
        };
        for contest in &founding.manifest.contests {
            election.call_contest(contest);
        }
        election.form_commission(&founding.commission);
        election.set_log_key(founding.log_key.as_str());
        Some(election)
    }

    /// The ledger's id: the hash of the founding act's envelope.
    pub fn ledger(&self) -> LedgerId {
        self.ledger
    }

    /// The rules that it is kept under.
    pub fn rules(&self) -> RulesVersion {
        self.rules
    }

    /// The founding act, as it was signed.
    pub fn founding(&self) -> &ElectionCalled {
        &self.founding
    }

    /// What the founding act declares.
    pub fn manifest(&self) -> &Manifest {
        &self.founding.manifest
    }

    /// The log's verifier key in force.
    pub fn log_key(&self) -> &str {
        &self.log_key
    }

    /// Every verifier key that the log ever had, the one in force first.
    pub fn log_keys(&self) -> Vec<VerifierKey> {
        let current = self.log_key.parse::<VerifierKey>().ok();
        let earlier =
            self.log_keys.iter().copied().filter(|key| current.as_ref().is_none_or(|current| current.public() != *key));
        let named = |key| VerifierKey::ed25519(current.as_ref()?.name().clone(), key).ok();
        let earlier: Vec<_> = earlier.filter_map(named).collect();
        current.into_iter().chain(earlier).collect()
    }

    /// Whether the ledger is closed.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// The unit of the central commission.
    pub fn top(&self) -> &UnitId {
        &self.founding.commission.unit
    }

    /// Every unit and its commission, ascending by unit.
    pub fn units(&self) -> impl Iterator<Item = (&UnitId, &Commission)> {
        self.units.iter()
    }

    /// Whose key this is.
    pub fn holder(&self, key: &PublicKey) -> Option<KeyHolder> {
        self.holder_beside(None, key)
    }

    /// The same, where the seats of a unit are searched first.
    pub fn holder_beside(&self, colleagues: Option<&UnitId>, key: &PublicKey) -> Option<KeyHolder> {
        self.keys.holder(key, colleagues, |unit| Some(&self.units.get(unit)?.seats))
    }

    /// A unit's commission.
    ///
    /// # Errors
    /// [`Rejection::UnitUnknown`].
    pub fn unit(&self, unit: &UnitId) -> Result<&Commission, Rejection> {
        self.units.get(unit).ok_or_else(|| Rejection::UnitUnknown(unit.clone()))
    }

    /// The contest of this name, as it was called.
    ///
    /// # Errors
    /// [`Rejection::ContestUnknown`].
    pub fn contest(&self, contest: &ContestId) -> Result<&ContestState, Rejection> {
        self.contests.get(contest).ok_or_else(|| Rejection::ContestUnknown(contest.clone()))
    }

    /// Every contest, ascending by id.
    pub fn contests(&self) -> impl Iterator<Item = &ContestState> {
        self.contests.values()
    }

    /// A unit's paper in a contest.
    pub fn paper(&self, contest: &ContestId, unit: &UnitId) -> PaperState {
        self.contests.get(contest).and_then(|c| c.papers.get(unit)).copied().unwrap_or(PaperState::FRESH)
    }

    /// The unit itself and everything above it, from below.
    pub fn lineage<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a UnitId> {
        std::iter::successors(Some(unit), |unit| self.units.get(unit)?.parent.as_ref())
    }

    /// Whether `unit` is `above` or lies below it.
    pub fn is_within(&self, unit: &UnitId, above: &UnitId) -> bool {
        self.lineage(unit).any(|u| u == above)
    }

    /// The unit that a contest is held in.
    pub fn held_in<'a>(&'a self, contest: &'a Contest) -> &'a UnitId {
        contest.unit.as_ref().unwrap_or(self.top())
    }

    /// Whether a unit is of the tier that protocols come from.
    pub fn is_lowest(&self, commission: &Commission) -> bool {
        commission.rank + 1 == self.manifest().tiers.len()
    }

    fn apply(&mut self, body: &Body, hash: EventHash, against: Option<UnitId>) {
        match body {
            Body::ElectionCalled(_) | Body::NominationApproved(_) | Body::TurnoutReported(_) | Body::CopyFiled(_) => {}
            Body::ContestCalled(called) => self.call_contest(&called.contest),
            Body::LogKeyRotated(rotated) => self.set_log_key(rotated.new.as_str()),
            Body::CommissionFormed(formed) => self.form_commission(formed),
            Body::MemberReplaced(replaced) => {
                self.seat(&replaced.unit, replaced.member.seat, replaced.member.office, replaced.member.key);
            }
            Body::KeyRevoked(revoked) => self.retire(&revoked.key),
            Body::CandidateRegistered(registered) => self.with_contest(&registered.contest, |contest| {
                contest.given.insert(registered.number);
                contest.ballot.push(registered.number);
                contest.ballot.sort();
            }),
            Body::CandidateWithdrawn(withdrawn) => self.with_contest(&withdrawn.contest, |contest| {
                contest.ballot.retain(|number| *number != withdrawn.number)
            }),
            Body::ObserverAccredited(accredited) => {
                self.keys.enrol(accredited.key, KeyOf::Observer(accredited.observer.clone()));
                self.observers.insert(accredited.observer.clone(), accredited.clone());
            }
            Body::AccreditationWithdrawn(withdrawn) => {
                if let Some(key) = self.observers.get(&withdrawn.observer).map(|observer| observer.key) {
                    self.retire(&key);
                }
            }
            Body::OpeningSealed(sealed) => {
                self.set_status(&sealed.paper.contest, &sealed.paper.unit, PaperStatus::Opened)
            }
            Body::ProtocolSubmitted(protocol) => self.report(protocol, hash),
            Body::ProtocolCorrected(corrected) => self.report(&corrected.protocol, hash),
            Body::ProtocolAnnulled(annulled) => {
                self.set_status(&annulled.paper.contest, &annulled.paper.unit, PaperStatus::Annulled);
            }
            Body::VotingFailed(failed) => {
                self.set_status(&failed.paper.contest, &failed.paper.unit, PaperStatus::Failed)
            }
            Body::RepeatVotingCalled(repeat) => self.with_contest(&repeat.paper.contest, |contest| {
                let next = PaperState { voting: repeat.paper.voting.next(), status: PaperStatus::Awaited };
                contest.papers.insert(repeat.paper.unit.clone(), next);
            }),
            Body::SummarySubmitted(summary) => self.summarise(summary, hash),
            Body::SummaryCorrected(corrected) => self.summarise(&corrected.summary, hash),
            Body::ComplaintFiled(_) => {
                let about = against.unwrap_or_else(|| self.top().clone());
                self.complaints.insert(hash, ComplaintState::Open { about });
            }
            Body::ComplaintDecided(decided) => {
                self.complaints.insert(decided.complaint, ComplaintState::Decided);
            }
            Body::ResultCertified(certified) => {
                self.with_contest(&certified.contest, |contest| contest.certified = true);
            }
            Body::LedgerClosed(_) => self.closed = true,
        }
    }

    fn call_contest(&mut self, contest: &Contest) {
        let fresh = ContestState {
            contest: contest.clone(),
            ballot: Vec::new(),
            given: BTreeSet::new(),
            papers: Packed::default(),
            said: Packed::default(),
            summaries: BTreeMap::new(),
            summed: BTreeMap::new(),
            certified: false,
        };
        self.contests.entry(contest.id.clone()).or_insert(fresh);
    }

    fn form_commission(&mut self, formed: &CommissionFormed) {
        let commission = Commission {
            parent: formed.parent.clone(),
            rank: self.manifest().tier(&formed.tier).map_or(0, |(rank, _)| rank),
            quorum: formed.quorum,
            seats: Seats::with_capacity(formed.members.len()),
        };
        self.units.insert(formed.unit.clone(), commission);
        for member in &formed.members {
            self.seat(&formed.unit, member.seat, member.office, member.key);
        }
    }

    fn seat(&mut self, unit: &UnitId, seat: Seat, office: Office, key: PublicKey) {
        if let Some(before) = self.seated(unit, seat) {
            self.retire(&before);
        }
        if let Some(commission) = self.units.get_mut(unit) {
            commission.seats.put(seat, Occupant { office, key });
        }
        self.keys.seat(key, unit.clone(), seat);
    }

    /// The key that stands in a seat, in force or not.
    fn seated(&self, unit: &UnitId, seat: Seat) -> Option<PublicKey> {
        Some(self.units.get(unit)?.seats.get(seat)?.key)
    }

    fn retire(&mut self, key: &PublicKey) {
        if let Some(holder) = self.holder(key) {
            self.keys.retire(*key, holder.of);
        }
    }

    fn set_log_key(&mut self, verifier_key: &str) {
        let public = |text: &str| text.parse::<VerifierKey>().ok().map(|key| key.public());
        if let Some(before) = public(&self.log_key) {
            self.retire(&before);
        }
        if let Some(key) = public(verifier_key) {
            self.keys.enrol(key, KeyOf::Log);
            self.log_keys.insert(key);
        }
        verifier_key.clone_into(&mut self.log_key);
    }

    fn with_contest(&mut self, contest: &ContestId, change: impl FnOnce(&mut ContestState)) {
        if let Some(contest) = self.contests.get_mut(contest) {
            change(contest);
        }
    }

    fn report(&mut self, protocol: &ProtocolSubmitted, hash: EventHash) {
        let Paper { contest, unit, .. } = &protocol.paper;
        self.set_status(contest, unit, PaperStatus::Reported(hash));
        self.with_contest(contest, |contest| {
            if let Some(said) = Said::of(protocol) {
                contest.said.insert(unit.clone(), said);
            }
        });
    }

    fn summarise(&mut self, summary: &SummarySubmitted, hash: EventHash) {
        self.with_contest(&summary.contest, |contest| {
            contest.summaries.insert(summary.unit.clone(), hash);
            contest.summed.extend(Said::of(summary).map(|said| (summary.unit.clone(), said)));
        });
    }

    fn set_status(&mut self, contest: &ContestId, unit: &UnitId, status: PaperStatus) {
        self.with_contest(contest, |contest| {
            contest.papers.get_or_insert(unit.clone(), PaperState::FRESH).status = status;
        });
    }
}
