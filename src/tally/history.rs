//! The lineage of a paper: every version, what it replaced, why, and cell by cell what it changed.

use std::collections::BTreeSet;

use super::read_model::ReadModel;
use super::record::{PaperEvent, PaperRecord, PaperStep, Provenance};
use crate::domain::decision::Decision;
use crate::domain::event::Author;
use crate::domain::finding::candidate_key;
use crate::domain::form::Form;
use crate::domain::id::EventHash;
use crate::domain::number::{BallotNumber, Count, Size};
use crate::domain::protocol::{Figures, ProtocolSubmitted};
use crate::domain::text::Text;

/// A version of a protocol.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version<'a> {
    /// When it came in, and who signed it.
    pub provenance: &'a Provenance,
    /// The protocol of this version.
    pub protocol: &'a ProtocolSubmitted,
    /// What it replaced; none of a first version.
    pub replaced: Option<Replacement<'a>>,
}

/// What a correction did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Replacement<'a> {
    /// The version that it replaced.
    pub event: EventHash,
    /// Why the commission corrected it.
    pub reason: &'a Text,
    /// The decision by which it did.
    pub decision: &'a Decision,
    /// The figures that changed, in the paper's order.
    pub changes: Vec<Change>,
    /// Whether somebody signed it who was enrolled only after the version that it replaced.
    pub by_newcomers: bool,
}

/// A figure that changed. None is not zero: it was, or is, not on the paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change {
    /// The item, or candidate (`cand_05`).
    pub item: String,
    /// The figure that was replaced.
    pub before: Option<Count>,
    /// The figure that replaced it.
    pub after: Option<Count>,
}

/// Every version of a paper that was in at a size, in order, of all votings.
pub fn versions<'a>(model: &ReadModel, form: &Form, record: &'a PaperRecord, at: Size) -> Vec<Version<'a>> {
    let mut found: Vec<Version<'a>> = Vec::new();
    for step in record.steps.iter().filter(|step| step.provenance.is_in(at)) {
        let Some(protocol) = step.version() else { continue };
        let before = found.last().map(|version| (version.provenance, version.protocol));
        found.push(Version { provenance: &step.provenance, protocol, replaced: replaced(model, form, step, before) });
    }
    found
}

fn replaced<'a>(
    model: &ReadModel,
    form: &Form,
    step: &'a PaperStep,
    before: Option<(&Provenance, &ProtocolSubmitted)>,
) -> Option<Replacement<'a>> {
    let (PaperEvent::Corrected(corrected), Some((provenance, protocol))) = (&step.what, before) else { return None };
    Some(Replacement {
        event: corrected.replaces,
        reason: &corrected.reason,
        decision: &corrected.decision,
        changes: changes(form, &protocol.figures, &corrected.protocol.figures),
        by_newcomers: has_newcomers(model, &step.provenance, provenance),
    })
}

/// The figures in which two papers differ, in the form's order, then by ballot number.
pub fn changes(form: &Form, before: &Figures, after: &Figures) -> Vec<Change> {
    let items = form.items.iter().enumerate().map(|(at, item)| {
        let cell = |figures: &Figures| figures.items.get(at).copied().flatten();
        (item.key.to_string(), cell(before), cell(after))
    });
    let numbers: BTreeSet<BallotNumber> = before.votes.iter().chain(&after.votes).map(|(number, _)| *number).collect();
    let votes = numbers.into_iter().map(|n| (candidate_key(n), before.votes_of(n), after.votes_of(n)));
    let cells = items.chain(votes).filter(|(_, before, after)| before != after);
    cells.map(|(item, before, after)| Change { item, before, after }).collect()
}

/// Whether a signer of `provenance` took the seat only after `before`.
fn has_newcomers(model: &ReadModel, provenance: &Provenance, before: &Provenance) -> bool {
    let Author::Commission { unit, seats } = &provenance.author else { return false };
    let Some(record) = model.units().get(unit) else { return false };
    let mut signed = record.seated(provenance.sequence).filter(|member| seats.contains(&member.member.seat));
    signed.any(|member| member.since.sequence > before.sequence)
}
