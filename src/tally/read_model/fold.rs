//! The fold: what each event changes. How a record changes stands with the record.

use super::ReadModel;
use crate::domain::commission::CommissionFormed;
use crate::domain::contest::Contest;
use crate::domain::event::RecordedEvent;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::ElectionCalled;
use crate::domain::protocol::Paper;
use crate::domain::statement::Body;
use crate::domain::summary::SummarySubmitted;
use crate::tally::record::{
    ComplaintRecord, ContestRecord, ElectionRecord, ObserverRecord, PaperEvent, PaperRecord, Provenance, UnitRecord,
};

impl ReadModel {
    /// Takes in an event.
    pub fn apply(&mut self, recorded: &RecordedEvent) {
        let by = Provenance::of(recorded);
        match &recorded.event.statement.body {
            Body::ElectionCalled(founding) => self.found(founding, by),
            Body::LogKeyRotated(rotated) => self.on_election(|election| election.rotate(rotated, by)),
            Body::LedgerClosed(_) => self.on_election(|election| election.close(by)),

            Body::CommissionFormed(formed) => self.form(formed, by),
            Body::MemberReplaced(replaced) => self.on_unit(&replaced.unit, |unit| unit.replace(replaced, by)),
            Body::KeyRevoked(revoked) => self.on_unit(&revoked.unit, |unit| unit.revoke(revoked, by)),

            Body::ContestCalled(called) => self.call(&called.contest, by),
            Body::NominationApproved(a) => self.on_contest(&a.contest, |contest| contest.nominate(a, by)),
            Body::CandidateRegistered(r) => self.on_contest(&r.contest, |contest| contest.register(r, by)),
            Body::CandidateWithdrawn(w) => self.on_contest(&w.contest, |contest| contest.withdraw(w, by)),
            Body::ResultCertified(c) => self.on_contest(&c.contest, |contest| contest.certify(c, by)),

            Body::OpeningSealed(sealed) => self.step(&sealed.paper, PaperEvent::Opened(sealed.clone()), by),
            Body::ProtocolSubmitted(p) => self.step(&p.paper, PaperEvent::Reported(p.clone()), by),
            Body::ProtocolCorrected(c) => self.step(&c.protocol.paper, PaperEvent::Corrected(Box::new(c.clone())), by),
            Body::ProtocolAnnulled(a) => self.step(&a.paper, PaperEvent::Annulled(a.clone()), by),
            Body::VotingFailed(failed) => self.step(&failed.paper, PaperEvent::Failed(failed.clone()), by),
            Body::RepeatVotingCalled(r) => self.step(&r.paper, PaperEvent::RepeatCalled(r.clone()), by),
            Body::TurnoutReported(reported) => self.on_paper(&reported.paper, |paper| paper.report(reported, by)),
            Body::CopyFiled(filed) => self.on_paper(&filed.paper, |paper| paper.copy(filed, by)),
            Body::SummarySubmitted(summary) => self.summarise(summary, by),
            Body::SummaryCorrected(corrected) => self.summarise(&corrected.summary, by),

            Body::ObserverAccredited(accredited) => {
                self.observers.insert(accredited.observer.clone(), ObserverRecord::of(accredited, by));
            }
            Body::AccreditationWithdrawn(withdrawn) => {
                if let Some(observer) = self.observers.get_mut(&withdrawn.observer) {
                    observer.withdraw(by);
                }
            }
            Body::ComplaintFiled(filed) => {
                self.complaints.insert(recorded.hash, ComplaintRecord::of(filed, by));
            }
            Body::ComplaintDecided(decided) => {
                if let Some(complaint) = self.complaints.get_mut(&decided.complaint) {
                    complaint.decide(decided, by);
                }
            }
        }
    }

    fn found(&mut self, founding: &ElectionCalled, by: Provenance) {
        self.election = Some(ElectionRecord::of(founding, by.clone()));
        founding.manifest.contests.iter().for_each(|contest| self.call(contest, by.clone()));
        self.form(&founding.commission, by);
    }

    fn call(&mut self, contest: &Contest, by: Provenance) {
        self.contests.entry(contest.id.clone()).or_insert_with(|| ContestRecord::of(contest, by));
    }

    fn form(&mut self, formed: &CommissionFormed, by: Provenance) {
        self.put_unit(formed.unit.clone(), UnitRecord::of(formed, by));
    }

    fn on_election(&mut self, change: impl FnOnce(&mut ElectionRecord)) {
        self.election.as_mut().map(change);
    }

    fn on_unit(&mut self, unit: &UnitId, change: impl FnOnce(&mut UnitRecord)) {
        self.units.get_mut(unit).map(change);
    }

    fn on_contest(&mut self, contest: &ContestId, change: impl FnOnce(&mut ContestRecord)) {
        self.contests.get_mut(contest).map(change);
    }

    fn on_paper(&mut self, paper: &Paper, change: impl FnOnce(&mut PaperRecord)) {
        let papers = self.papers.entry(paper.contest.clone()).or_default();
        change(papers.get_or_insert(paper.unit.clone(), PaperRecord::default()));
    }

    fn step(&mut self, paper: &Paper, what: PaperEvent, by: Provenance) {
        self.on_paper(paper, |record| record.step(what, by));
    }

    fn summarise(&mut self, summary: &SummarySubmitted, by: Provenance) {
        let (contest, unit) = (summary.contest.clone(), summary.unit.clone());
        self.summaries.entry(contest).or_default().entry(unit).or_default().add(summary, by);
    }
}
