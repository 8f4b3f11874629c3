//! Complaints: against what, within their term or not, and what was decided.

use super::read_model::ReadModel;
use super::record::{ComplaintRecord, PaperRecord, Provenance};
use crate::domain::id::EventHash;
use crate::domain::manifest::Manifest;
use crate::domain::number::Size;
use crate::domain::time::Millis;

/// A complaint, with the term that it had to be filed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Complaint<'a> {
    /// The hash of the event that filed it.
    pub event: EventHash,
    /// What was filed, and what was decided.
    pub record: &'a ComplaintRecord,
    /// Until when it could be filed; none where the manifest sets no term.
    pub due: Option<Millis>,
}

impl<'a> Complaint<'a> {
    /// A complaint against an event that arrived at a moment, in the term that the founding act sets.
    pub fn of(manifest: Option<&Manifest>, event: EventHash, record: &'a ComplaintRecord, against: Millis) -> Self {
        let hours = manifest.and_then(|manifest| manifest.complaint_hours);
        Self { event, record, due: hours.map(|hours| against.plus(u64::from(hours) * 3_600_000)) }
    }

    /// Whether it was filed after its term.
    pub fn is_late(&self) -> bool {
        self.due.is_some_and(|due| self.record.provenance.arrival > due)
    }

    /// Whether it was decided at a size.
    pub fn is_decided(&self, at: Size) -> bool {
        self.record.decided.as_ref().is_some_and(|(provenance, _)| provenance.is_in(at))
    }
}

/// The complaints against one event that were in at a size, in order of arrival.
pub fn against<'a>(model: &'a ReadModel, event: &Provenance, at: Size) -> Vec<Complaint<'a>> {
    let meant = model
        .complaints()
        .iter()
        .filter(|(_, record)| record.filed.against == event.event && record.provenance.is_in(at));
    let mut found: Vec<_> =
        meant.map(|(hash, record)| Complaint::of(model.manifest(), *hash, record, event.arrival)).collect();
    found.sort_by_key(|complaint| complaint.record.provenance.sequence);
    found
}

/// The complaints against anything that happened to a paper, each with what it is against, that were in at a size.
pub fn of_paper<'a>(model: &'a ReadModel, record: &PaperRecord, at: Size) -> Vec<(Provenance, Complaint<'a>)> {
    let steps = record.steps.iter().map(|step| step.provenance.clone());
    let reports = record.turnout.iter().map(|(provenance, _)| provenance);
    let copies = record.copies.iter().map(|(provenance, _)| provenance.clone());
    let of = |provenance: Provenance| {
        let found = against(model, &provenance, at).into_iter();
        found.map(move |complaint| (provenance.clone(), complaint))
    };
    steps.chain(reports).chain(copies).flat_map(of).collect()
}
