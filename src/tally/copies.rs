//! Observers' copies beside the protocol: the one in force now, and the one in force when the copy was filed.

use super::read_model::ReadModel;
use super::record::{PaperRecord, Provenance};
use crate::domain::code::Code;
use crate::domain::finding::Cell;
use crate::domain::number::Size;
use crate::domain::observer::{CopyContent, CopyFiled};
use crate::domain::protocol::ProtocolSubmitted;

/// A copy, and what it is compared with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComparedCopy<'a> {
    /// When it was filed, and by whom.
    pub provenance: &'a Provenance,
    /// The copy, or that it was refused.
    pub copy: &'a CopyFiled,
    /// Against the version in force when it was filed; none where nothing was, or the copy was refused.
    pub then: Option<CopyComparison<'a>>,
    /// Against the version in force at the size asked; none where nothing is.
    pub now: Option<CopyComparison<'a>>,
}

/// A copy against one version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CopyComparison<'a> {
    /// The version that the copy is held against.
    pub version: &'a Provenance,
    /// C1 or C2 and the cells that differ; none where the copy agrees.
    pub differs: Option<(Code, Vec<Cell>)>,
}

/// Every copy of a paper that was in at a size, in order.
pub fn compared<'a>(model: &ReadModel, record: &'a PaperRecord, at: Size) -> Vec<ComparedCopy<'a>> {
    let filed = record.copies.iter().filter(|(provenance, _)| provenance.is_in(at));
    filed
        .map(|(provenance, copy)| ComparedCopy {
            provenance,
            copy,
            then: against(model, copy, record, Size(provenance.sequence.0)),
            now: against(model, copy, record, at),
        })
        .collect()
}

/// The copy against the version in force at a size, if that is of the same voting.
fn against<'a>(model: &ReadModel, copy: &CopyFiled, record: &'a PaperRecord, at: Size) -> Option<CopyComparison<'a>> {
    let form = &model.election()?.founding.manifest.form;
    let CopyContent::Handed { figures, .. } = &copy.content else { return None };
    let is_same_voting = |(_, protocol): &(&Provenance, &ProtocolSubmitted)| protocol.paper.voting == copy.paper.voting;
    let (version, protocol) = record.at(at).in_force.filter(is_same_voting)?;
    Some(CopyComparison { version, differs: model.rules()?.copy_difference(form, figures, &protocol.figures) })
}
