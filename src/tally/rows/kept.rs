//! The rows as events come in, under one root: an event costs the depth of the rows that it touches.

mod contest;
mod put;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use contest::{At, KeptContest};
use put::PutRows;
pub use put::{ChangedRows, Settled};

use super::sources;
use crate::domain::commission::CommissionFormed;
use crate::domain::contest::Contest;
use crate::domain::event::{Author, RecordedEvent};
use crate::domain::id::{ContestId, EventHash, ItemKey, ObserverId, UnitId};
use crate::domain::number::{BallotNumber, Size};
use crate::domain::protocol::Paper;
use crate::domain::statement::Body;
use crate::domain::time::Millis;
use crate::ledger::rows::node::RowHash;
use crate::ledger::rows::page::RowPage;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::sums::unformed;

/// The rows of a ledger, kept as its events come in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptRows {
    now: Moment,
    /// How many units of the lowest tier are declared, if any are, and formed nowhere.
    unformed: Option<u64>,
    /// The top, and the items of the form: none before there is an election.
    election: Option<(UnitId, Vec<ItemKey>)>,
    contests: BTreeMap<ContestId, KeptContest>,
    rows: PutRows,
}

impl Default for KeptRows {
    /// The rows of nothing.
    fn default() -> Self {
        Self::of(&ReadModel::default(), Moment { size: Size(0), clock: Millis::EPOCH })
    }
}

impl KeptRows {
    /// The rows of a read model, which is the fold of exactly so many events.
    pub fn of(model: &ReadModel, now: Moment) -> Self {
        let mut rows = PutRows::default();
        sources::all(model).flatten().for_each(|row| rows.set(row));
        let election = model.election().map(|election| {
            let items = election.founding.manifest.form.items.iter().map(|item| item.key.clone());
            (election.founding.commission.unit.clone(), items.collect())
        });
        let unformed = unformed(model, now.size);
        let mut kept = Self { now, unformed, election, contests: BTreeMap::new(), rows };
        model.contests().keys().for_each(|contest| kept.hold(model, contest));
        kept
    }

    /// Takes in an event that the read model has taken in already.
    pub fn follow(&mut self, model: &ReadModel, recorded: &RecordedEvent) {
        self.now.size = recorded.sequence.size();
        self.now.clock = self.now.clock.max(recorded.arrival);
        let before = Size(recorded.sequence.0);
        match &recorded.event.statement.body {
            Body::ElectionCalled(_) => *self = Self::of(model, self.now),
            Body::LogKeyRotated(_) | Body::LedgerClosed(_) => self.put_election(model),

            Body::CommissionFormed(formed) => self.form(model, formed),
            Body::MemberReplaced(replaced) => self.put_unit(model, &replaced.unit),
            Body::KeyRevoked(revoked) => self.put_unit(model, &revoked.unit),

            Body::ContestCalled(called) => self.call(model, &called.contest),
            Body::NominationApproved(approved) => self.put_contest(model, &approved.contest),
            Body::CandidateRegistered(r) => self.put_candidate(model, &r.contest, r.number),
            Body::CandidateWithdrawn(w) => self.put_candidate(model, &w.contest, w.number),
            Body::ResultCertified(certified) => {
                self.put_contest(model, &certified.contest);
                self.on_contest(model, &certified.contest, KeptContest::certify);
            }

            Body::OpeningSealed(sealed) => self.step(model, &sealed.paper, before),
            Body::ProtocolSubmitted(protocol) => self.step(model, &protocol.paper, before),
            Body::ProtocolCorrected(corrected) => self.step(model, &corrected.protocol.paper, before),
            Body::ProtocolAnnulled(annulled) => self.step(model, &annulled.paper, before),
            Body::VotingFailed(failed) => self.step(model, &failed.paper, before),
            Body::RepeatVotingCalled(repeat) => self.step(model, &repeat.paper, before),
            Body::TurnoutReported(reported) => self.step(model, &reported.paper, before),
            Body::CopyFiled(filed) => self.copy(model, &filed.paper, &recorded.event.author),
            Body::SummarySubmitted(summary) => self.summarise(model, &summary.contest, &summary.unit),
            Body::SummaryCorrected(c) => self.summarise(model, &c.summary.contest, &c.summary.unit),

            Body::ObserverAccredited(accredited) => self.put_observer(model, &accredited.observer),
            Body::AccreditationWithdrawn(withdrawn) => self.put_observer(model, &withdrawn.observer),
            Body::ComplaintFiled(_) => self.put_complaint(model, &recorded.hash),
            Body::ComplaintDecided(decided) => self.put_complaint(model, &decided.complaint),
        }
        self.pass(model, recorded.arrival);
    }

    /// Takes in that it is so late: also the arrival of an entry that was not admitted. It never becomes earlier.
    pub fn pass(&mut self, model: &ReadModel, arrival: Millis) {
        self.now.clock = self.now.clock.max(arrival);
        let at = At { model, now: self.now, unformed: self.unformed };
        self.contests.values_mut().for_each(|contest| contest.pass(at, &mut self.rows));
    }

    /// The root, and what changed since they were settled before, of the read model that was followed.
    pub fn settle(&mut self, model: &ReadModel) -> Settled {
        self.put_totals(model);
        self.rows.settle()
    }

    /// The root over the rows of the read model that was followed.
    pub fn root(&mut self, model: &ReadModel) -> RowHash {
        self.put_totals(model);
        self.rows.root()
    }

    fn put_totals(&mut self, model: &ReadModel) {
        let at = At { model, now: self.now, unformed: self.unformed };
        if let Some((top, items)) = &self.election {
            let unformed = self.unformed.unwrap_or(0);
            let missing = |unit: &UnitId| if unit == top { unformed } else { 0 };
            self.contests.values_mut().for_each(|contest| contest.put_totals(at, items, missing, &mut self.rows));
        }
    }

    /// The pages of the rows, as they were settled.
    pub fn pages(&mut self) -> Vec<RowPage> {
        self.rows.pages()
    }

    fn form(&mut self, model: &ReadModel, formed: &CommissionFormed) {
        self.put_unit(model, &formed.unit);
        let is_lowest = model.units().get(&formed.unit).is_some_and(|record| model.is_lowest(record));
        let unformed = self.unformed.map(|unformed| unformed.saturating_sub(u64::from(is_lowest)));
        let was = std::mem::replace(&mut self.unformed, unformed);
        let at = At { model, now: self.now, unformed };
        for contest in self.contests.values_mut() {
            contest.form(at, formed, &mut self.rows);
            // What is declared and not formed could lie below any unit.
            if was != unformed {
                contest.judge_all_above(at, &mut self.rows);
            }
        }
    }

    fn call(&mut self, model: &ReadModel, contest: &Contest) {
        self.put_contest(model, &contest.id);
        self.hold(model, &contest.id);
    }

    fn hold(&mut self, model: &ReadModel, contest: &ContestId) {
        let at = At { model, now: self.now, unformed: self.unformed };
        if let Some(record) = model.contests().get(contest) {
            self.contests.insert(contest.clone(), KeptContest::of(at, record, &mut self.rows));
        }
    }

    fn step(&mut self, model: &ReadModel, paper: &Paper, before: Size) {
        if let Some(record) = model.paper(&paper.contest, &paper.unit) {
            self.rows.set(sources::paper(&paper.contest, &paper.unit, record));
        }
        self.on_contest(model, &paper.contest, |contest, at, rows| contest.step(at, &paper.unit, before, rows));
    }

    fn copy(&mut self, model: &ReadModel, paper: &Paper, by: &Author) {
        let (Some(record), Author::Observer(by)) = (model.paper(&paper.contest, &paper.unit), by) else { return };
        self.rows.set(sources::copies_of(&paper.contest, &paper.unit, by, record));
        self.on_contest(model, &paper.contest, |contest, at, rows| contest.judge(at, &paper.unit, rows));
    }

    fn summarise(&mut self, model: &ReadModel, contest: &ContestId, unit: &UnitId) {
        if let Some(record) = model.summary(contest, unit) {
            self.rows.set(sources::summary(contest, unit, record));
        }
        self.on_contest(model, contest, |contest, at, rows| contest.summarise(at, unit, rows));
    }

    fn on_contest(
        &mut self,
        model: &ReadModel,
        contest: &ContestId,
        change: impl FnOnce(&mut KeptContest, At<'_>, &mut PutRows),
    ) {
        let at = At { model, now: self.now, unformed: self.unformed };
        if let Some(contest) = self.contests.get_mut(contest) {
            change(contest, at, &mut self.rows);
        }
    }

    fn put_election(&mut self, model: &ReadModel) {
        model.election().into_iter().for_each(|record| self.rows.set(sources::election(record)));
    }

    fn put_unit(&mut self, model: &ReadModel, unit: &UnitId) {
        let Some(record) = model.units().get(unit) else { return };
        self.rows.set(sources::unit(unit, record));
        sources::below(unit, record).into_iter().for_each(|row| self.rows.set(row));
    }

    fn put_contest(&mut self, model: &ReadModel, contest: &ContestId) {
        model.contests().get(contest).into_iter().for_each(|record| self.rows.set(sources::contest(contest, record)));
    }

    fn put_candidate(&mut self, model: &ReadModel, contest: &ContestId, number: BallotNumber) {
        let candidates = model.contests().get(contest).into_iter().flat_map(|record| &record.candidates);
        let meant = candidates.filter(|candidate| candidate.registered.number == number);
        meant.for_each(|record| self.rows.set(sources::candidate(contest, record)));
    }

    fn put_observer(&mut self, model: &ReadModel, observer: &ObserverId) {
        let record = model.observers().get(observer).into_iter();
        record.for_each(|record| self.rows.set(sources::observer(observer, record)));
    }

    fn put_complaint(&mut self, model: &ReadModel, filed: &EventHash) {
        let record = model.complaints().get(filed).into_iter();
        record.for_each(|record| self.rows.set(sources::complaint(filed, record)));
    }
}
