//! The read model: the one projection that every reading verb answers from. A fold of events, kept as rows, so that a store
//! need only write the rows that an event touched.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Serialize, de::DeserializeOwned};

use super::row::{
    CandidateRow, ComplaintRow, ContestRow, ElectionRow, Mark, MemberRow, ObserverRow, PaperRow, RowKey, Step,
    SummaryRow, UnitRow, What,
};
use crate::crypto::wire::{self, WireError};
use crate::domain::candidate::Contest;
use crate::domain::commission::{CommissionFormed, Member};
use crate::domain::event::RecordedEvent;
use crate::domain::id::{ContestId, EventHash, ObserverId, UnitId};
use crate::domain::manifest::Tier;
use crate::domain::protocol::Paper;
use crate::domain::rules::{Rules, RulesVersion};
use crate::domain::statement::Body;

/// Everything that happened, by what it happened to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ReadModel {
    election: Option<ElectionRow>,
    units: BTreeMap<UnitId, UnitRow>,
    contests: BTreeMap<ContestId, ContestRow>,
    papers: BTreeMap<ContestId, BTreeMap<UnitId, PaperRow>>,
    summaries: BTreeMap<ContestId, BTreeMap<UnitId, SummaryRow>>,
    observers: BTreeMap<ObserverId, ObserverRow>,
    complaints: BTreeMap<EventHash, ComplaintRow>,
    /// The units directly below each unit: an index of `units`, and no row of its own.
    children: BTreeMap<UnitId, BTreeSet<UnitId>>,
}

impl ReadModel {
    /// The election, once founded.
    pub fn election(&self) -> Option<&ElectionRow> {
        self.election.as_ref()
    }

    /// The rules that the ledger is kept under, once founded.
    pub fn rules(&self) -> Option<&'static dyn Rules> {
        let version = RulesVersion::try_from(self.election.as_ref()?.founding.rules).ok()?;
        Some(version.rules())
    }

    /// The units, ascending by id.
    pub fn units(&self) -> &BTreeMap<UnitId, UnitRow> {
        &self.units
    }

    /// The contests, ascending by id.
    pub fn contests(&self) -> &BTreeMap<ContestId, ContestRow> {
        &self.contests
    }

    /// A precinct's paper; none where nothing ever arrived.
    pub fn paper(&self, contest: &ContestId, unit: &UnitId) -> Option<&PaperRow> {
        self.papers.get(contest)?.get(unit)
    }

    /// Every precinct's paper in every contest where anything ever arrived, by contest and unit.
    pub fn papers(&self) -> impl Iterator<Item = (&UnitId, &PaperRow)> {
        self.papers.values().flatten()
    }

    /// The summaries of a contest, ascending by unit.
    pub fn summaries(&self, contest: &ContestId) -> impl Iterator<Item = (&UnitId, &SummaryRow)> {
        self.summaries.get(contest).into_iter().flatten()
    }

    /// A unit's summary in a contest; none where it never made one.
    pub fn summary(&self, contest: &ContestId, unit: &UnitId) -> Option<&SummaryRow> {
        self.summaries.get(contest)?.get(unit)
    }

    /// The observers, ascending by id.
    pub fn observers(&self) -> &BTreeMap<ObserverId, ObserverRow> {
        &self.observers
    }

    /// The complaints, by the hash of their event.
    pub fn complaints(&self) -> &BTreeMap<EventHash, ComplaintRow> {
        &self.complaints
    }

    /// The unit and everything above it, from below.
    pub fn lineage<'a>(&'a self, unit: &'a UnitId) -> impl Iterator<Item = &'a UnitId> {
        std::iter::successors(Some(unit), |unit| self.units.get(unit)?.formed.parent.as_ref())
    }

    /// The unit that a contest is held in: the top where it names none.
    pub fn held_in<'a>(&'a self, contest: &'a Contest) -> Option<&'a UnitId> {
        contest.unit.as_ref().or(self.election.as_ref().map(|election| &election.founding.commission.unit))
    }

    /// Whether a unit is of the tier that protocols come from.
    pub fn is_lowest(&self, row: &UnitRow) -> bool {
        self.lowest_tier().is_some_and(|tier| tier.name == row.formed.tier)
    }

    /// The units of the lowest tier, ascending.
    pub fn lowest(&self) -> impl Iterator<Item = (&UnitId, &UnitRow)> {
        self.units.iter().filter(|(_, row)| self.is_lowest(row))
    }

    fn lowest_tier(&self) -> Option<&Tier> {
        self.election.as_ref()?.founding.manifest.lowest_tier()
    }

    /// The units that are `unit` or lie below it, ascending.
    pub fn within<'a>(&'a self, unit: &UnitId) -> BTreeMap<&'a UnitId, &'a UnitRow> {
        let mut found = BTreeMap::new();
        let mut open: Vec<&UnitId> = self.units.get_key_value(unit).map(|(unit, _)| unit).into_iter().collect();
        while let Some(unit) = open.pop() {
            found.extend(self.units.get_key_value(unit));
            open.extend(self.children.get(unit).into_iter().flatten());
        }
        found
    }

    /// The units of the lowest tier that are `unit` or lie below it, ascending.
    pub fn lowest_within<'a>(&'a self, unit: &UnitId) -> BTreeMap<&'a UnitId, &'a UnitRow> {
        let mut within = self.within(unit);
        within.retain(|_, row| self.is_lowest(row));
        within
    }

    /// Takes in an event and names the rows that it touched.
    pub fn apply(&mut self, recorded: &RecordedEvent) -> Vec<RowKey> {
        let mark = Mark::of(recorded);
        match &recorded.event.statement.body {
            Body::ElectionCalled(founding) => {
                self.election = Some(ElectionRow {
                    ledger: recorded.hash.into(),
                    founding: founding.clone(),
                    founded: mark.clone(),
                    log_key: founding.log_key.as_str().to_owned(),
                    closed: None,
                });
                let contests = founding.manifest.contests.iter().map(|contest| self.call(contest, &mark));
                let mut touched: Vec<_> = contests.collect();
                touched.extend([RowKey::Election, self.form(&founding.commission, &mark)]);
                touched
            }
            Body::LogKeyRotated(rotated) => self.on_election(|row| rotated.new.as_str().clone_into(&mut row.log_key)),
            Body::LedgerClosed(_) => self.on_election(|row| row.closed = Some(mark)),
            Body::ContestCalled(called) => vec![self.call(&called.contest, &mark)],
            Body::NominationApproved(approved) => {
                self.on_contest(&approved.contest, |row| row.nominations.push((mark, approved.clone())))
            }
            Body::CandidateRegistered(registered) => self.on_contest(&registered.contest, |row| {
                row.candidates.push(CandidateRow { registered: registered.clone(), mark, withdrawn: None });
                row.candidates.sort_by_key(|candidate| candidate.registered.number);
            }),
            Body::CandidateWithdrawn(withdrawn) => self.on_contest(&withdrawn.contest, |row| {
                let is_meant = |c: &&mut CandidateRow| c.registered.number == withdrawn.number;
                if let Some(candidate) = row.candidates.iter_mut().find(is_meant) {
                    candidate.withdrawn = Some((mark, withdrawn.clone()));
                }
            }),
            Body::ResultCertified(certified) => {
                self.on_contest(&certified.contest, |row| row.certified = Some((mark, certified.clone())))
            }
            Body::CommissionFormed(formed) => vec![self.form(formed, &mark)],
            Body::MemberReplaced(replaced) => self.on_unit(&replaced.unit, |row| {
                let of_seat = |m: &MemberRow| m.member.seat == replaced.member.seat;
                end(row, of_seat, &mark);
                row.members.push(member(&replaced.member, &mark));
            }),
            Body::KeyRevoked(revoked) => {
                self.on_unit(&revoked.unit, |row| end(row, |m| m.member.key == revoked.key, &mark))
            }
            Body::ObserverAccredited(accredited) => {
                let row = ObserverRow { accredited: accredited.clone(), mark, withdrawn: None };
                self.observers.insert(accredited.observer.clone(), row);
                vec![RowKey::Observer(accredited.observer.clone())]
            }
            Body::AccreditationWithdrawn(withdrawn) => {
                if let Some(row) = self.observers.get_mut(&withdrawn.observer) {
                    row.withdrawn = Some(mark);
                }
                vec![RowKey::Observer(withdrawn.observer.clone())]
            }
            Body::OpeningSealed(sealed) => self.step(&sealed.paper, mark, What::Opened(sealed.clone())),
            Body::TurnoutReported(reported) => {
                self.on_paper(&reported.paper, |row| row.turnout.push((mark, reported.clone())))
            }
            Body::ProtocolSubmitted(protocol) => self.step(&protocol.paper, mark, What::Reported(protocol.clone())),
            Body::ProtocolCorrected(corrected) => {
                self.step(&corrected.protocol.paper, mark, What::Corrected(corrected.clone()))
            }
            Body::ProtocolAnnulled(annulled) => self.step(&annulled.paper, mark, What::Annulled(annulled.clone())),
            Body::VotingFailed(failed) => self.step(&failed.paper, mark, What::Failed(failed.clone())),
            Body::RepeatVotingCalled(repeat) => self.step(&repeat.paper, mark, What::RepeatCalled(repeat.clone())),
            Body::CopyFiled(copy) => self.on_paper(&copy.paper, |row| row.copies.push((mark, copy.clone()))),
            Body::SummarySubmitted(summary) => {
                self.on_summary(&summary.contest, &summary.unit, |row| row.versions.push((mark, summary.clone())))
            }
            Body::SummaryCorrected(corrected) => {
                let summary = &corrected.summary;
                self.on_summary(&summary.contest, &summary.unit, |row| row.versions.push((mark, summary.clone())))
            }
            Body::ComplaintFiled(filed) => {
                let row = ComplaintRow { filed: filed.clone(), mark, decided: None };
                self.complaints.insert(recorded.hash, row);
                vec![RowKey::Complaint(recorded.hash)]
            }
            Body::ComplaintDecided(decided) => {
                if let Some(row) = self.complaints.get_mut(&decided.complaint) {
                    row.decided = Some((mark, decided.clone()));
                }
                vec![RowKey::Complaint(decided.complaint)]
            }
        }
    }

    /// A row's bytes, as a store keeps them; none where there is no such row.
    ///
    /// # Errors
    /// [`WireError::TooLong`] for a row above [`wire::ROW_BYTES_MAX`].
    pub fn row(&self, key: &RowKey) -> Result<Option<Vec<u8>>, WireError> {
        fn bytes<T: Serialize>(row: Option<&T>) -> Result<Option<Vec<u8>>, WireError> {
            row.map(wire::encode_row).transpose()
        }
        match key {
            RowKey::Election => bytes(self.election.as_ref()),
            RowKey::Unit(unit) => bytes(self.units.get(unit)),
            RowKey::Contest(contest) => bytes(self.contests.get(contest)),
            RowKey::Paper(contest, unit) => bytes(self.paper(contest, unit)),
            RowKey::Summary(contest, unit) => bytes(self.summaries.get(contest).and_then(|rows| rows.get(unit))),
            RowKey::Observer(observer) => bytes(self.observers.get(observer)),
            RowKey::Complaint(complaint) => bytes(self.complaints.get(complaint)),
        }
    }

    /// Puts a row back, as a store kept it.
    ///
    /// # Errors
    /// [`WireError`] when the bytes are not such a row.
    pub fn restore_row(&mut self, key: RowKey, bytes: &[u8]) -> Result<(), WireError> {
        fn row<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
            wire::decode_row(bytes)
        }
        match key {
            RowKey::Election => self.election = Some(row(bytes)?),
            RowKey::Unit(unit) => self.put_unit(unit, row(bytes)?),
            RowKey::Contest(contest) => drop(self.contests.insert(contest, row(bytes)?)),
            RowKey::Paper(contest, unit) => {
                self.papers.entry(contest).or_default().insert(unit, row(bytes)?);
            }
            RowKey::Summary(contest, unit) => {
                self.summaries.entry(contest).or_default().insert(unit, row(bytes)?);
            }
            RowKey::Observer(observer) => drop(self.observers.insert(observer, row(bytes)?)),
            RowKey::Complaint(complaint) => drop(self.complaints.insert(complaint, row(bytes)?)),
        }
        Ok(())
    }

    /// Every row's key, in order.
    pub fn keys(&self) -> impl Iterator<Item = RowKey> + '_ {
        let of_papers = |(contest, rows): (&ContestId, &BTreeMap<UnitId, PaperRow>)| {
            rows.keys().map(|unit| RowKey::Paper(contest.clone(), unit.clone())).collect::<Vec<_>>()
        };
        let of_summaries = |(contest, rows): (&ContestId, &BTreeMap<UnitId, SummaryRow>)| {
            rows.keys().map(|unit| RowKey::Summary(contest.clone(), unit.clone())).collect::<Vec<_>>()
        };
        self.election
            .iter()
            .map(|_| RowKey::Election)
            .chain(self.units.keys().cloned().map(RowKey::Unit))
            .chain(self.contests.keys().cloned().map(RowKey::Contest))
            .chain(self.papers.iter().flat_map(of_papers))
            .chain(self.summaries.iter().flat_map(of_summaries))
            .chain(self.observers.keys().cloned().map(RowKey::Observer))
            .chain(self.complaints.keys().copied().map(RowKey::Complaint))
    }

    fn call(&mut self, contest: &Contest, mark: &Mark) -> RowKey {
        let row = ContestRow {
            contest: contest.clone(),
            called: mark.clone(),
            nominations: Vec::new(),
            candidates: Vec::new(),
            certified: None,
        };
        self.contests.entry(contest.id.clone()).or_insert(row);
        RowKey::Contest(contest.id.clone())
    }

    fn form(&mut self, formed: &CommissionFormed, mark: &Mark) -> RowKey {
        let members = formed.members.iter().map(|m| member(m, mark)).collect();
        let row = UnitRow { formed: formed.clone(), mark: mark.clone(), members };
        self.put_unit(formed.unit.clone(), row);
        RowKey::Unit(formed.unit.clone())
    }

    fn put_unit(&mut self, unit: UnitId, row: UnitRow) {
        if let Some(parent) = &row.formed.parent {
            self.children.entry(parent.clone()).or_default().insert(unit.clone());
        }
        self.units.insert(unit, row);
    }

    fn step(&mut self, paper: &Paper, mark: Mark, what: What) -> Vec<RowKey> {
        self.on_paper(paper, |row| row.steps.push(Step { mark, what }))
    }

    fn on_election(&mut self, change: impl FnOnce(&mut ElectionRow)) -> Vec<RowKey> {
        self.election.as_mut().map(change);
        vec![RowKey::Election]
    }

    fn on_unit(&mut self, unit: &UnitId, change: impl FnOnce(&mut UnitRow)) -> Vec<RowKey> {
        self.units.get_mut(unit).map(change);
        vec![RowKey::Unit(unit.clone())]
    }

    fn on_contest(&mut self, contest: &ContestId, change: impl FnOnce(&mut ContestRow)) -> Vec<RowKey> {
        self.contests.get_mut(contest).map(change);
        vec![RowKey::Contest(contest.clone())]
    }

    fn on_paper(&mut self, paper: &Paper, change: impl FnOnce(&mut PaperRow)) -> Vec<RowKey> {
        change(self.papers.entry(paper.contest.clone()).or_default().entry(paper.unit.clone()).or_default());
        vec![RowKey::Paper(paper.contest.clone(), paper.unit.clone())]
    }

    fn on_summary(&mut self, contest: &ContestId, unit: &UnitId, change: impl FnOnce(&mut SummaryRow)) -> Vec<RowKey> {
        change(self.summaries.entry(contest.clone()).or_default().entry(unit.clone()).or_default());
        vec![RowKey::Summary(contest.clone(), unit.clone())]
    }
}

fn member(member: &Member, since: &Mark) -> MemberRow {
    MemberRow { member: member.clone(), since: since.clone(), until: None }
}

fn end(row: &mut UnitRow, is_meant: impl Fn(&MemberRow) -> bool, mark: &Mark) {
    for member in row.members.iter_mut().filter(|m| m.until.is_none() && is_meant(m)) {
        member.until = Some(mark.clone());
    }
}
