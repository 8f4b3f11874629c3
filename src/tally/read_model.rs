//! The read model: the one projection that every reading verb answers from. A fold of events, kept as records, so that a store
//! need only write the records that an event touched.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, de::DeserializeOwned};

use super::record::{
    CandidateRecord, ComplaintRecord, ContestRecord, ElectionRecord, MemberRecord, ObserverRecord, PaperEvent,
    PaperRecord, PaperStep, Provenance, RecordKey, SummaryRecord, UnitRecord,
};
use crate::crypto::wire::{self, WireError};
use crate::domain::candidate::Contest;
use crate::domain::commission::{CommissionFormed, Member};
use crate::domain::event::RecordedEvent;
use crate::domain::id::{ContestId, EventHash, ObserverId, UnitId};
use crate::domain::manifest::{Manifest, Tier};
use crate::domain::protocol::Paper;
use crate::domain::rules::{Rules, RulesVersion};
use crate::domain::statement::Body;

/// Everything that happened, by what it happened to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadModel {
    election: Option<ElectionRecord>,
    units: BTreeMap<UnitId, UnitRecord>,
    contests: BTreeMap<ContestId, ContestRecord>,
    papers: BTreeMap<ContestId, BTreeMap<UnitId, PaperRecord>>,
    summaries: BTreeMap<ContestId, BTreeMap<UnitId, SummaryRecord>>,
    observers: BTreeMap<ObserverId, ObserverRecord>,
    complaints: BTreeMap<EventHash, ComplaintRecord>,
    /// The units directly below each unit: an index of `units`, and no record of its own.
    children: BTreeMap<UnitId, BTreeSet<UnitId>>,
}

impl ReadModel {
    /// The election, once founded.
    pub fn election(&self) -> Option<&ElectionRecord> {
        self.election.as_ref()
    }

    /// The rules that the ledger is kept under, once founded.
    pub fn rules(&self) -> Option<&'static dyn Rules> {
        let version = RulesVersion::try_from(self.election.as_ref()?.founding.rules).ok()?;
        Some(version.rules())
    }

    /// The units, ascending by id.
    pub fn units(&self) -> &BTreeMap<UnitId, UnitRecord> {
        &self.units
    }

    /// The contests, ascending by id.
    pub fn contests(&self) -> &BTreeMap<ContestId, ContestRecord> {
        &self.contests
    }

    /// A precinct's paper; none where nothing ever arrived.
    pub fn paper(&self, contest: &ContestId, unit: &UnitId) -> Option<&PaperRecord> {
        self.papers.get(contest)?.get(unit)
    }

    /// Every precinct's paper in every contest where anything ever arrived, by contest and unit.
    pub fn papers(&self) -> impl Iterator<Item = (&UnitId, &PaperRecord)> {
        self.papers.values().flatten()
    }

    /// The summaries of a contest, ascending by unit.
    pub fn summaries(&self, contest: &ContestId) -> impl Iterator<Item = (&UnitId, &SummaryRecord)> {
        self.summaries.get(contest).into_iter().flatten()
    }

    /// A unit's summary in a contest; none where it never made one.
    pub fn summary(&self, contest: &ContestId, unit: &UnitId) -> Option<&SummaryRecord> {
        self.summaries.get(contest)?.get(unit)
    }

    /// The observers, ascending by id.
    pub fn observers(&self) -> &BTreeMap<ObserverId, ObserverRecord> {
        &self.observers
    }

    /// The complaints, by the hash of their event.
    pub fn complaints(&self) -> &BTreeMap<EventHash, ComplaintRecord> {
        &self.complaints
    }

    /// The unit and everything above it, from below.
    pub fn lineage<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a UnitId> {
        std::iter::successors(Some(unit), |unit| self.units.get(unit)?.formed.parent.as_ref())
    }

    /// What the founding act declares.
    pub fn manifest(&self) -> Option<&Manifest> {
        self.election.as_ref().map(|election| &election.founding.manifest)
    }

    /// The unit that somebody names.
    pub fn unit_named(&self, name: &str) -> Option<(&UnitId, &UnitRecord)> {
        name.parse::<UnitId>().ok().and_then(|unit| self.units.get_key_value(&unit))
    }

    /// The contest that somebody names.
    pub fn contest_named(&self, name: &str) -> Option<&ContestRecord> {
        name.parse::<ContestId>().ok().and_then(|contest| self.contests.get(&contest))
    }

    /// The unit that a contest is held in: the top where it names none.
    pub fn held_in<'a>(&'a self, contest: &'a Contest) -> Option<&'a UnitId> {
        contest.unit.as_ref().or(self.election.as_ref().map(|election| &election.founding.commission.unit))
    }

    /// Whether a unit is of the tier that protocols come from.
    pub fn is_lowest(&self, record: &UnitRecord) -> bool {
        self.lowest_tier().is_some_and(|tier| tier.name == record.formed.tier)
    }

    /// The units of the lowest tier, ascending.
    pub fn lowest(&self) -> impl Iterator<Item = (&UnitId, &UnitRecord)> {
        self.units.iter().filter(|(_, record)| self.is_lowest(record))
    }

    fn lowest_tier(&self) -> Option<&Tier> {
        self.election.as_ref()?.founding.manifest.lowest_tier()
    }

    /// The units that are `unit` or lie below it, ascending.
    pub fn within<'a>(&'a self, unit: &UnitId) -> BTreeMap<&'a UnitId, &'a UnitRecord> {
        let mut found = BTreeMap::new();
        let mut open: Vec<&UnitId> = self.units.get_key_value(unit).map(|(unit, _)| unit).into_iter().collect();
        while let Some(unit) = open.pop() {
            found.extend(self.units.get_key_value(unit));
            open.extend(self.children.get(unit).into_iter().flatten());
        }
        found
    }

    /// The units of the lowest tier that are `unit` or lie below it, ascending.
    pub fn lowest_within<'a>(&'a self, unit: &UnitId) -> BTreeMap<&'a UnitId, &'a UnitRecord> {
        let mut within = self.within(unit);
        within.retain(|_, record| self.is_lowest(record));
        within
    }

    /// Takes in an event and names the records that it touched.
    pub fn apply(&mut self, recorded: &RecordedEvent) -> Vec<RecordKey> {
        let provenance = Provenance::of(recorded);
        match &recorded.event.statement.body {
            Body::ElectionCalled(founding) => {
                self.election = Some(ElectionRecord {
                    ledger: recorded.hash.into(),
                    founding: founding.clone(),
                    founded: provenance.clone(),
                    log_key: founding.log_key.as_str().to_owned(),
                    closed: None,
                });
                let contests = founding.manifest.contests.iter().map(|contest| self.call(contest, &provenance));
                let mut touched: Vec<_> = contests.collect();
                touched.extend([RecordKey::Election, self.form(&founding.commission, &provenance)]);
                touched
            }
            Body::LogKeyRotated(rotated) => {
                self.on_election(|record| rotated.new.as_str().clone_into(&mut record.log_key))
            }
            Body::LedgerClosed(_) => self.on_election(|record| record.closed = Some(provenance)),
            Body::ContestCalled(called) => vec![self.call(&called.contest, &provenance)],
            Body::NominationApproved(approved) => {
                self.on_contest(&approved.contest, |record| record.nominations.push((provenance, approved.clone())))
            }
            Body::CandidateRegistered(registered) => self.on_contest(&registered.contest, |record| {
                record.candidates.push(CandidateRecord { registered: registered.clone(), provenance, withdrawn: None });
                record.candidates.sort_by_key(|candidate| candidate.registered.number);
            }),
            Body::CandidateWithdrawn(withdrawn) => self.on_contest(&withdrawn.contest, |record| {
                let is_meant = |c: &&mut CandidateRecord| c.registered.number == withdrawn.number;
                if let Some(candidate) = record.candidates.iter_mut().find(is_meant) {
                    candidate.withdrawn = Some((provenance, withdrawn.clone()));
                }
            }),
            Body::ResultCertified(certified) => {
                self.on_contest(&certified.contest, |record| record.certified = Some((provenance, certified.clone())))
            }
            Body::CommissionFormed(formed) => vec![self.form(formed, &provenance)],
            Body::MemberReplaced(replaced) => self.on_unit(&replaced.unit, |record| {
                let of_seat = |m: &MemberRecord| m.member.seat == replaced.member.seat;
                end(record, of_seat, &provenance);
                record.members.push(member(&replaced.member, &provenance));
            }),
            Body::KeyRevoked(revoked) => {
                self.on_unit(&revoked.unit, |record| end(record, |m| m.member.key == revoked.key, &provenance))
            }
            Body::ObserverAccredited(accredited) => {
                let record = ObserverRecord { accredited: accredited.clone(), provenance, withdrawn: None };
                self.observers.insert(accredited.observer.clone(), record);
                vec![RecordKey::Observer(accredited.observer.clone())]
            }
            Body::AccreditationWithdrawn(withdrawn) => {
                if let Some(record) = self.observers.get_mut(&withdrawn.observer) {
                    record.withdrawn = Some(provenance);
                }
                vec![RecordKey::Observer(withdrawn.observer.clone())]
            }
            Body::OpeningSealed(sealed) => self.step(&sealed.paper, provenance, PaperEvent::Opened(sealed.clone())),
            Body::TurnoutReported(reported) => {
                self.on_paper(&reported.paper, |record| record.turnout.push((provenance, reported.clone())))
            }
            Body::ProtocolSubmitted(protocol) => {
                self.step(&protocol.paper, provenance, PaperEvent::Reported(protocol.clone()))
            }
            Body::ProtocolCorrected(corrected) => {
                self.step(&corrected.protocol.paper, provenance, PaperEvent::Corrected(corrected.clone()))
            }
            Body::ProtocolAnnulled(annulled) => {
                self.step(&annulled.paper, provenance, PaperEvent::Annulled(annulled.clone()))
            }
            Body::VotingFailed(failed) => self.step(&failed.paper, provenance, PaperEvent::Failed(failed.clone())),
            Body::RepeatVotingCalled(repeat) => {
                self.step(&repeat.paper, provenance, PaperEvent::RepeatCalled(repeat.clone()))
            }
            Body::CopyFiled(copy) => {
                self.on_paper(&copy.paper, |record| record.copies.push((provenance, copy.clone())))
            }
            Body::SummarySubmitted(summary) => self.on_summary(&summary.contest, &summary.unit, |record| {
                record.versions.push((provenance, summary.clone()))
            }),
            Body::SummaryCorrected(corrected) => {
                let summary = &corrected.summary;
                self.on_summary(&summary.contest, &summary.unit, |record| {
                    record.versions.push((provenance, summary.clone()))
                })
            }
            Body::ComplaintFiled(filed) => {
                let record = ComplaintRecord { filed: filed.clone(), provenance, decided: None };
                self.complaints.insert(recorded.hash, record);
                vec![RecordKey::Complaint(recorded.hash)]
            }
            Body::ComplaintDecided(decided) => {
                if let Some(record) = self.complaints.get_mut(&decided.complaint) {
                    record.decided = Some((provenance, decided.clone()));
                }
                vec![RecordKey::Complaint(decided.complaint)]
            }
        }
    }

    /// A record's bytes, as a store keeps them; none where there is no such record.
    ///
    /// # Errors
    /// [`WireError::TooLong`] for a record above [`wire::ROW_BYTES_MAX`].
    pub fn record(&self, key: &RecordKey) -> Result<Option<Vec<u8>>, WireError> {
        fn bytes<T: Serialize>(record: Option<&T>) -> Result<Option<Vec<u8>>, WireError> {
            record.map(wire::encode_row).transpose()
        }
        match key {
            RecordKey::Election => bytes(self.election.as_ref()),
            RecordKey::Unit(unit) => bytes(self.units.get(unit)),
            RecordKey::Contest(contest) => bytes(self.contests.get(contest)),
            RecordKey::Paper(contest, unit) => bytes(self.paper(contest, unit)),
            RecordKey::Summary(contest, unit) => {
                bytes(self.summaries.get(contest).and_then(|records| records.get(unit)))
            }
            RecordKey::Observer(observer) => bytes(self.observers.get(observer)),
            RecordKey::Complaint(complaint) => bytes(self.complaints.get(complaint)),
        }
    }

    /// Puts a record back, as a store kept it.
    ///
    /// # Errors
    /// [`WireError`] when the bytes are not such a record.
    pub fn restore_record(&mut self, key: RecordKey, bytes: &[u8]) -> Result<(), WireError> {
        fn record<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
            wire::decode_row(bytes)
        }
        match key {
            RecordKey::Election => self.election = Some(record(bytes)?),
            RecordKey::Unit(unit) => self.put_unit(unit, record(bytes)?),
            RecordKey::Contest(contest) => drop(self.contests.insert(contest, record(bytes)?)),
            RecordKey::Paper(contest, unit) => {
                self.papers.entry(contest).or_default().insert(unit, record(bytes)?);
            }
            RecordKey::Summary(contest, unit) => {
                self.summaries.entry(contest).or_default().insert(unit, record(bytes)?);
            }
            RecordKey::Observer(observer) => drop(self.observers.insert(observer, record(bytes)?)),
            RecordKey::Complaint(complaint) => drop(self.complaints.insert(complaint, record(bytes)?)),
        }
        Ok(())
    }

    /// Every record's key, in order.
    pub fn keys(&self) -> impl Iterator<Item = RecordKey> + '_ {
        let of_papers = |(contest, records): (&ContestId, &BTreeMap<UnitId, PaperRecord>)| {
            records.keys().map(|unit| RecordKey::Paper(contest.clone(), unit.clone())).collect::<Vec<_>>()
        };
        let of_summaries = |(contest, records): (&ContestId, &BTreeMap<UnitId, SummaryRecord>)| {
            records.keys().map(|unit| RecordKey::Summary(contest.clone(), unit.clone())).collect::<Vec<_>>()
        };
        self.election
            .iter()
            .map(|_| RecordKey::Election)
            .chain(self.units.keys().cloned().map(RecordKey::Unit))
            .chain(self.contests.keys().cloned().map(RecordKey::Contest))
            .chain(self.papers.iter().flat_map(of_papers))
            .chain(self.summaries.iter().flat_map(of_summaries))
            .chain(self.observers.keys().cloned().map(RecordKey::Observer))
            .chain(self.complaints.keys().copied().map(RecordKey::Complaint))
    }

    fn call(&mut self, contest: &Contest, provenance: &Provenance) -> RecordKey {
        let record = ContestRecord {
            contest: contest.clone(),
            called: provenance.clone(),
            nominations: Vec::new(),
            candidates: Vec::new(),
            certified: None,
        };
        self.contests.entry(contest.id.clone()).or_insert(record);
        RecordKey::Contest(contest.id.clone())
    }

    fn form(&mut self, formed: &CommissionFormed, provenance: &Provenance) -> RecordKey {
        let members = formed.members.iter().map(|m| member(m, provenance)).collect();
        let record = UnitRecord { formed: formed.clone(), provenance: provenance.clone(), members };
        self.put_unit(formed.unit.clone(), record);
        RecordKey::Unit(formed.unit.clone())
    }

    fn put_unit(&mut self, unit: UnitId, record: UnitRecord) {
        if let Some(parent) = &record.formed.parent {
            self.children.entry(parent.clone()).or_default().insert(unit.clone());
        }
        self.units.insert(unit, record);
    }

    fn step(&mut self, paper: &Paper, provenance: Provenance, what: PaperEvent) -> Vec<RecordKey> {
        self.on_paper(paper, |record| record.steps.push(PaperStep { provenance, what }))
    }

    fn on_election(&mut self, change: impl FnOnce(&mut ElectionRecord)) -> Vec<RecordKey> {
        self.election.as_mut().map(change);
        vec![RecordKey::Election]
    }

    fn on_unit(&mut self, unit: &UnitId, change: impl FnOnce(&mut UnitRecord)) -> Vec<RecordKey> {
        self.units.get_mut(unit).map(change);
        vec![RecordKey::Unit(unit.clone())]
    }

    fn on_contest(&mut self, contest: &ContestId, change: impl FnOnce(&mut ContestRecord)) -> Vec<RecordKey> {
        self.contests.get_mut(contest).map(change);
        vec![RecordKey::Contest(contest.clone())]
    }

    fn on_paper(&mut self, paper: &Paper, change: impl FnOnce(&mut PaperRecord)) -> Vec<RecordKey> {
        change(self.papers.entry(paper.contest.clone()).or_default().entry(paper.unit.clone()).or_default());
        vec![RecordKey::Paper(paper.contest.clone(), paper.unit.clone())]
    }

    fn on_summary(
        &mut self,
        contest: &ContestId,
        unit: &UnitId,
        change: impl FnOnce(&mut SummaryRecord),
    ) -> Vec<RecordKey> {
        change(self.summaries.entry(contest.clone()).or_default().entry(unit.clone()).or_default());
        vec![RecordKey::Summary(contest.clone(), unit.clone())]
    }
}

fn member(member: &Member, since: &Provenance) -> MemberRecord {
    MemberRecord { member: member.clone(), since: since.clone(), until: None }
}

fn end(record: &mut UnitRecord, is_meant: impl Fn(&MemberRecord) -> bool, provenance: &Provenance) {
    for member in record.members.iter_mut().filter(|m| m.until.is_none() && is_meant(m)) {
        member.until = Some(provenance.clone());
    }
}
