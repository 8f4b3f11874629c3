//! Receipts from the journal, which is folded for them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::folding::replay;
use crate::crypto::parallel::ParallelMap;
use crate::domain::number::Sequence;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::tree::merkle::Tree;
use crate::store::error::StoreError;
use crate::store::journal::disk::Folder;
use crate::store::sealed::Sealed;
use crate::store::witness::witnessed::Witnessed;
use crate::verify::conclude::TrustAnchors;

/// The receipt of an event, under the checkpoint that rules; none where there is no such event.
///
/// # Errors
/// As [`from_journal`](super::folding::from_journal).
pub fn receipt<M: ParallelMap>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    sequence: Sequence,
) -> Result<Option<Receipt>, StoreError> {
    Ok(receipts(ledger, anchors, map, &[sequence])?.0.pop())
}

/// The receipts of some events, in this order, under the checkpoint that rules, or under the last one that a quorum
/// cosigned, where nobody has cosigned that one yet; without those of events there are not. With them the tree over all
/// events, against which older receipts can be held.
///
/// # Errors
/// As [`from_journal`](super::folding::from_journal).
pub fn receipts<M: ParallelMap>(
    ledger: &Path,
    anchors: &TrustAnchors<'_>,
    map: M,
    of: &[Sequence],
) -> Result<(Vec<Receipt>, Tree), StoreError> {
    let (mut tree, mut envelopes) = (Tree::default(), BTreeMap::new());
    let wanted: BTreeSet<_> = of.iter().copied().collect();
    let (Sealed { signed: newest, .. }, _) = replay(ledger, anchors, map, &mut |first, _, entries| {
        for (entry, place) in entries.into_iter().zip(first.0..) {
            tree.push(entry.leaf);
            if wanted.contains(&Sequence(place)) {
                envelopes.insert(place, entry.bytes);
            }
        }
    })?;
    let witnessed = last_witnessed(ledger, &newest, &tree);
    let receipt = |sequence: &Sequence| {
        let covers = |signed: &&SignedCheckpoint| signed.checkpoint().size.covers(*sequence);
        let signed = witnessed.as_ref().filter(covers).unwrap_or(&newest);
        let proof = tree.prove_inclusion(*sequence, signed.checkpoint().size).ok()?;
        let envelope = envelopes.get(&sequence.0).cloned();
        Some(Receipt::new(envelope, *sequence, proof, signed.clone()).map_err(|_| StoreError::Seal))
    };
    let receipts = of.iter().filter_map(receipt).collect::<Result<_, _>>()?;
    Ok((receipts, tree))
}

/// The last checkpoint of this log that a quorum of its policy cosigned, where nobody has cosigned the newest yet.
fn last_witnessed(ledger: &Path, newest: &SignedCheckpoint, tree: &Tree) -> Option<SignedCheckpoint> {
    let last = Witnessed::read(&Folder::new(ledger)).ok()?.last()?.clone();
    let is_ours = last.checkpoint().origin == newest.checkpoint().origin
        && tree.root_at(last.checkpoint().size) == Ok(last.checkpoint().root);
    (newest.note().signatures().len() == 1 && is_ours).then_some(last)
}
