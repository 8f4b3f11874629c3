//! How two states of a log stand to each other: whether one grew from the other, and the evidence if neither did.

mod changes;
mod replayed_log;

use std::cmp::Ordering;

pub use self::replayed_log::{LaterEntry, ReplayedLog};
use super::fault::Fault;
use super::published::Published;
use crate::crypto::hash::TreeHash;
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::ledger::files::fork::ForkEvidence;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::policy::Policy;
use crate::ledger::tree::node::empty_root;

/// One side of a comparison.
#[derive(Debug)]
pub struct Side {
    /// The signed checkpoint of this side, not checked yet.
    pub signed: SignedCheckpoint,
    /// The log under it, where there is more than a checkpoint. Its entries give the checkpoint's root.
    pub whole: Option<ReplayedLog>,
}

/// One of the two sides of a comparison.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    /// The one that is said to be older.
    Old,
    /// The one that is said to be newer.
    New,
}

/// How the new side stands to the old one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Relation {
    /// Both are the same state of one log.
    Equal,
    /// The new one grew from the old one.
    Continuation,
    /// The new one is an earlier state of the old one.
    Rollback,
    /// One log, and neither grew from the other.
    Fork,
    /// One size of one log, and two answers to what its numbers are.
    Contradiction,
    /// They are states of two logs.
    Unrelated(Apart),
}

/// Why two sides are of two logs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Apart {
    /// They have two origins.
    Origin,
    /// They have one origin, and their founding acts name two keys: only a policy can say which of them is the log.
    Key,
}

/// What a comparison found.
#[derive(Debug)]
pub struct Comparison {
    /// How the new side stands to the old one.
    pub relation: Relation,
    /// That the larger grew from the smaller (RFC 6962); empty where there is nothing to prove.
    pub proof: Vec<TreeHash>,
    /// Evidence of a fork, where both sides are of one log and contradict each other.
    pub evidence: Option<ForkEvidence>,
}

/// Why two sides are not compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotCompared {
    /// Neither side nor a policy says whose key to trust.
    NoKey,
    /// A side's checkpoint is not signed by the log.
    NotTheLogs(Which),
    /// The policy does not trust a side's checkpoint.
    NotTrusted(Which),
    /// It cannot be told: the larger side is a checkpoint alone, and says nothing of its smaller sizes.
    NoEntries(Which),
    /// It cannot be told: a side is a snapshot alone, and says nothing of other sizes than its own.
    SnapshotAlone(Which),
}

/// Compares two sides. Each must be signed: by a log of the policy; without one, by the key that its own founding act
/// or a later event gives; and a checkpoint alone, by the other side's.
///
/// # Errors
/// [`NotCompared`].
pub fn compare(old: &Side, new: &Side, policy: Option<&Policy>) -> Result<Comparison, NotCompared> {
    let of = |relation, proof| Comparison { relation, proof, evidence: None };
    if old.signed.checkpoint().origin != new.signed.checkpoint().origin {
        // No signature is asked for: nothing is concluded from it.
        return Ok(of(Relation::Unrelated(Apart::Origin), Vec::new()));
    }
    let keys = [signer(old, new, Which::Old, policy)?, signer(new, old, Which::New, policy)?];
    for (side, which) in [(old, Which::Old), (new, Which::New)] {
        // Neither may carry a false signature of the other's key.
        side.signed.note().verified_by(&keys).map_err(|_| NotCompared::NotTheLogs(which))?;
    }
    let (before, after) = (old.size(), new.size());
    let (small, large, which) = if before <= after { (old, new, Which::New) } else { (new, old, Which::Old) };
    let (root, proof) = grown(small.size(), large).ok_or(NotCompared::NoEntries(which))?;
    if root == small.signed.checkpoint().root {
        let relation = match before.cmp(&after) {
            Ordering::Less => Relation::Continuation,
            Ordering::Equal => Relation::Equal,
            Ordering::Greater => Relation::Rollback,
        };
        return Ok(of(relation, proof));
    }
    if policy.is_none() && founded_apart(old, new) {
        return Ok(of(Relation::Unrelated(Apart::Key), Vec::new()));
    }
    let evidence = ForkEvidence::new(&keys, small.signed.clone(), large.signed.clone(), root, proof)
        .expect("both are signed by these keys, and the root and proof are of the larger one's own tree");
    Ok(Comparison { relation: Relation::Fork, proof: Vec::new(), evidence: Some(evidence) })
}

/// The root that a side had at a smaller size, recomputed from its entries, and the proof from there; none where it has
/// no entries.
fn grown(at: Size, side: &Side) -> Option<(TreeHash, Vec<TreeHash>)> {
    if at == side.size() {
        return Some((side.signed.checkpoint().root, Vec::new()));
    }
    if at == Size(0) {
        return Some((empty_root(), Vec::new()));
    }
    let tree = side.whole.as_ref()?.tree();
    Some((tree.root_at(at).ok()?, tree.prove_consistency(at, side.size()).ok()?))
}

/// The key that signed a side.
fn signer(side: &Side, other: &Side, which: Which, policy: Option<&Policy>) -> Result<VerifierKey, NotCompared> {
    if let Some(policy) = policy {
        return policy.judge(&side.signed).map(|judged| judged.log).map_err(|_| NotCompared::NotTrusted(which));
    }
    let whole = side.whole.as_ref().or(other.whole.as_ref()).ok_or(NotCompared::NoKey)?;
    let key = whole.log_key_at(side.size()).ok_or(NotCompared::NoKey)?;
    side.signed.verify(key).map_err(|_| NotCompared::NotTheLogs(which))?;
    Ok(key.clone())
}

/// Whether both sides tell their founding act, and these name two keys. Without a policy, anybody can found a log under
/// another's name; that is no fork of it.
fn founded_apart(old: &Side, new: &Side) -> bool {
    let founding = |side: &Side| side.whole.as_ref().and_then(|whole| whole.log_key_at(Size(1)).cloned());
    founding(old).zip(founding(new)).is_some_and(|(old, new)| old != new)
}

impl Side {
    /// Reads the log under a checkpoint, as [`ReplayedLog::read`] does.
    ///
    /// # Errors
    /// As [`ReplayedLog::read`].
    pub fn read<P: Published, M: ParallelMap>(
        published: &P,
        map: M,
        signed: SignedCheckpoint,
        since: Size,
        on_entries: &mut dyn FnMut(u64),
    ) -> Result<Result<Self, Fault>, P::Error> {
        let read = ReplayedLog::read(published, map, signed.checkpoint(), since, on_entries)?;
        Ok(read.map(|whole| Self { signed, whole: Some(whole) }))
    }

    /// A side of which only the checkpoint is known.
    pub fn checkpoint(signed: SignedCheckpoint) -> Self {
        Self { signed, whole: None }
    }

    /// The size that its checkpoint states.
    pub fn size(&self) -> Size {
        self.signed.checkpoint().size
    }
}
