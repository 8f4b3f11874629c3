//! The files that admitted events name: scans of protocols and corrections, photographs of copies.

use super::read_model::ReadModel;
use super::record::{PaperEvent, PaperRecord, Provenance};
use crate::domain::id::UnitId;
use crate::domain::observer::CopyContent;
use crate::domain::protocol::Attachment;

/// An attachment, and the event that names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Named<'a> {
    /// The event that names it.
    pub provenance: &'a Provenance,
    /// The unit whose paper it shows.
    pub unit: &'a UnitId,
    /// The attachment that it names.
    pub attachment: &'a Attachment,
}

/// Every attachment that the ledger names, in the order of the events; superseded versions and annulled ones too.
pub fn attachments(model: &ReadModel) -> Vec<Named<'_>> {
    let mut all: Vec<_> = model.papers().flat_map(|(unit, paper)| of_paper(unit, paper)).collect();
    all.sort_by_key(|named| named.provenance.sequence);
    all
}

/// The attachments of one paper, in the order of the events.
pub fn of_paper<'a>(unit: &'a UnitId, paper: &'a PaperRecord) -> Vec<Named<'a>> {
    let of_step = |what: &'a PaperEvent| match what {
        PaperEvent::Reported(protocol) => &protocol.attachments[..],
        PaperEvent::Corrected(corrected) => &corrected.protocol.attachments,
        PaperEvent::Opened(_) | PaperEvent::Annulled(_) | PaperEvent::Failed(_) | PaperEvent::RepeatCalled(_) => &[],
    };
    let of_copy = |content: &'a CopyContent| match content {
        CopyContent::Handed { attachments, .. } => &attachments[..],
        CopyContent::Refused { .. } => &[],
    };
    let steps = paper.steps.iter().map(|step| (&step.provenance, of_step(&step.what)));
    let copies = paper.copies.iter().map(|(provenance, filed)| (provenance, of_copy(&filed.content)));
    let named = |(provenance, files): (&'a Provenance, &'a [Attachment])| {
        files.iter().map(move |attachment| Named { provenance, unit, attachment })
    };
    let mut all: Vec<_> = steps.chain(copies).flat_map(named).collect();
    all.sort_by_key(|named| named.provenance.sequence);
    all
}
