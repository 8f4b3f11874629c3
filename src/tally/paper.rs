//! A paper at a given size: how far it was, and which version was in force.

use std::collections::BTreeMap;

use super::record::{PaperEvent, PaperRecord, PaperStep, Provenance};
use crate::domain::form::{Form, Role};
use crate::domain::id::EventHash;
use crate::domain::number::{Count, Size, Voting};
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol::{OpeningSealed, ProtocolSubmitted, TurnoutReported};
use crate::domain::time::HourOfDay;

/// A paper as it stood at a size.
#[derive(Clone, Copy, Debug)]
pub struct PaperAt<'a> {
    /// How far it was.
    pub status: PaperStatus<()>,
    /// The voting that was open.
    pub voting: Voting,
    /// The sealed opening of that voting.
    pub opening: Option<(&'a Provenance, &'a OpeningSealed)>,
    /// The version in force.
    pub in_force: Option<(&'a Provenance, &'a ProtocolSubmitted)>,
    /// How many versions this voting saw, annulled ones too.
    pub versions: usize,
}

impl PaperAt<'_> {
    /// The paper before anything arrived.
    pub const FRESH: Self =
        Self { status: PaperStatus::Awaited, voting: Voting::FIRST, opening: None, in_force: None, versions: 0 };

    /// The event of the version in force.
    pub fn event_in_force(&self) -> Option<EventHash> {
        self.in_force.map(|(provenance, _)| provenance.event)
    }

    /// The voters on the lists, by the protocol in force, or by the sealed opening where there is none; none where the
    /// paper lacks one of the items that count them.
    pub fn electorate(&self, form: &Form) -> Option<i128> {
        let protocol = self.in_force.map(|(_, protocol)| &protocol.figures.items);
        let items = protocol.or(self.opening.map(|(_, sealed)| &sealed.items))?;
        form.whole_sum(Role::Electorate, items)
    }
}

impl PaperStep {
    /// The protocol that this step put in force.
    pub fn version(&self) -> Option<&ProtocolSubmitted> {
        match &self.what {
            PaperEvent::Reported(protocol) => Some(protocol),
            PaperEvent::Corrected(corrected) => Some(&corrected.protocol),
            _ => None,
        }
    }

    /// The items that this step states: of a version, or of an opening.
    pub fn items(&self) -> Option<&[Option<Count>]> {
        match &self.what {
            PaperEvent::Opened(sealed) => Some(&sealed.items),
            _ => self.version().map(|protocol| &protocol.figures.items[..]),
        }
    }
}

impl PaperRecord {
    /// The paper as it stood when the ledger had this size.
    pub fn at(&self, size: Size) -> PaperAt<'_> {
        self.steps.iter().take_while(|step| step.provenance.is_in(size)).fold(PaperAt::FRESH, after)
    }

    /// When the first version of a voting came in, if it was in at a size.
    pub fn first_version(&self, voting: Voting, size: Size) -> Option<&Provenance> {
        let of_voting = |step: &&PaperStep| step.version().is_some_and(|version| version.paper.voting == voting);
        self.steps.iter().find(of_voting).map(|step| &step.provenance).filter(|provenance| provenance.is_in(size))
    }

    /// The last report of a voting for each hour, of those that were in at a size.
    pub fn last_reports(&self, voting: Voting, size: Size) -> BTreeMap<HourOfDay, TurnoutReported> {
        let reports = self.turnout.iter().filter(|(provenance, _)| provenance.is_in(size)).map(|(_, report)| report);
        let meant = reports.filter(|report| report.paper.voting == voting);
        meant.map(|report| (report.as_of, report)).collect()
    }

    /// The voters on the list, by the newest paper that states them, of any voting: also by one that counts no more.
    /// 0 where none does.
    pub fn voters(&self, form: &Form, size: Size) -> u64 {
        let papers = self.steps.iter().filter(|step| step.provenance.is_in(size)).rev().filter_map(|step| step.items());
        let stated = |items: &[Option<Count>]| {
            let parts = form.with_role(Role::Electorate).filter_map(|at| items.get(at).copied().flatten());
            parts.map(|count| u64::from(count.0)).reduce(|a, b| a + b)
        };
        papers.into_iter().find_map(stated).unwrap_or(0)
    }
}

fn after<'a>(before: PaperAt<'a>, step: &'a PaperStep) -> PaperAt<'a> {
    match &step.what {
        PaperEvent::Opened(sealed) => {
            PaperAt { status: PaperStatus::Opened, opening: Some((&step.provenance, sealed)), ..before }
        }
        PaperEvent::Reported(protocol) => PaperAt {
            status: PaperStatus::Reported(()),
            in_force: Some((&step.provenance, protocol)),
            versions: before.versions + 1,
            ..before
        },
        PaperEvent::Corrected(corrected) => PaperAt {
            status: PaperStatus::Reported(()),
            in_force: Some((&step.provenance, &corrected.protocol)),
            versions: before.versions + 1,
            ..before
        },
        PaperEvent::Annulled(_) => PaperAt { status: PaperStatus::Annulled, in_force: None, ..before },
        PaperEvent::Failed(_) => PaperAt { status: PaperStatus::Failed, in_force: None, ..before },
        PaperEvent::RepeatCalled(repeat) => PaperAt { voting: repeat.paper.voting.next(), ..PaperAt::FRESH },
    }
}
