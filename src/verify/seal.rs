//! The end of a verification: what was recomputed, held against the seal and against what the reader brought.

use super::replay::Replay;
use super::report::{Expected, Fault, FaultKind, Report, Trust};
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::ledger::checkpoint::{Fingerprint, SignedCheckpoint};
use crate::ledger::entry::ParallelMap;
use crate::ledger::policy::{Policy, Quorum};
use crate::ledger::seal::{SEAL_BYTES, Seal, SlotNumber};

/// What the reader brought, so as not to take the ledger's own word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Brought<'a> {
    /// Which logs and witnesses to trust.
    pub policy: Option<&'a Policy>,
    /// A fingerprint from elsewhere.
    pub expected: Option<Fingerprint>,
}

impl Brought<'_> {
    /// Whose word the checkpoint is taken on.
    pub fn trust(&self) -> Trust {
        match (self.policy, self.expected) {
            (Some(_), _) => Trust::Policy,
            (None, Some(_)) => Trust::Expected,
            (None, None) => Trust::SelfSigned,
        }
    }
}

/// The sizes that a seal's slots claim: a replay must [keep its roots](Replay::keeping_roots_at) there.
pub fn sizes(seal: &Seal) -> Vec<Size> {
    written(seal).map(|(_, signed)| signed.checkpoint().size).collect()
}

/// What is wrong with the checkpoints in both slots, held against a replay that kept its roots at their [`sizes`].
pub fn checkpoint_faults<M: ParallelMap>(replay: &Replay<M>, seal: &Seal) -> Vec<FaultKind> {
    written(seal).flat_map(|(number, signed)| slot_faults(replay, number, signed)).collect()
}

/// Concludes a replay.
pub fn conclude<M: ParallelMap>(replay: Replay<M>, seal: &Seal, brought: &Brought<'_>) -> Report {
    let mut faults = shape_faults(seal);
    faults.extend(checkpoint_faults(&replay, seal));
    let ruling = seal.ruling().map(|(_, signed)| signed);
    let found = replay.size();
    match ruling.map(|signed| signed.checkpoint().size) {
        None => faults.push(FaultKind::NoCheckpoint),
        Some(sealed) if sealed > found => faults.push(FaultKind::Missing { sealed, found }),
        Some(sealed) if sealed < found => faults.push(FaultKind::Unsealed(Size(found.0 - sealed.0))),
        Some(_) => {}
    }
    let (mut witnesses, mut witnesses_asked) = (Vec::new(), false);
    if let (Some(policy), Some(signed)) = (brought.policy, ruling) {
        match policy.judge(signed) {
            Ok(judgement) => {
                witnesses_asked = judgement.quorum != Quorum::NoneRequired;
                witnesses.extend(judgement.witnesses.into_iter().map(|(name, _)| name.as_str().to_owned()));
                if judgement.quorum == Quorum::NotMet {
                    faults.push(FaultKind::QuorumNotMet);
                }
            }
            Err(_) => faults.push(FaultKind::NotTrusted),
        }
    }
    let where_expected = replay.expected();
    // A founding act of a newer version may name an origin that cannot be read.
    let has_origin = replay.is_readable() || replay.state().election().is_some();
    if let (Some(expected), Expected::Never, true) = (brought.expected, where_expected, has_origin) {
        faults.push(FaultKind::NotExpected { expected });
    }
    let (head, signatures, untold) = (replay.head(), replay.signatures(), replay.untold());
    let (_, board, mut all, _) = replay.into_parts();
    all.extend(faults.into_iter().map(Fault::of_ledger));
    Report {
        trust: brought.trust(),
        expected: where_expected,
        checkpoint: ruling.map(|signed| signed.checkpoint().clone()),
        witnesses,
        witnesses_asked,
        head,
        signatures,
        faults: all,
        untold,
        board,
        attachments: None,
    }
}

fn written(seal: &Seal) -> impl Iterator<Item = (SlotNumber, &SignedCheckpoint)> {
    let numbered = [SlotNumber::First, SlotNumber::Second].into_iter().zip(&seal.slots);
    numbered.filter_map(|(number, slot)| Some((number, slot.checkpoint()?)))
}

fn shape_faults(seal: &Seal) -> Vec<FaultKind> {
    let mut faults = Vec::new();
    if seal.bytes != SEAL_BYTES {
        faults.push(FaultKind::SealLength(seal.bytes));
    }
    faults.extend(seal.damaged().into_iter().map(FaultKind::Slot));
    faults
}

/// A slot's signature must be the log's of that time, and its root the one that the events give.
fn slot_faults<M: ParallelMap>(replay: &Replay<M>, number: SlotNumber, signed: &SignedCheckpoint) -> Vec<FaultKind> {
    let mut faults = Vec::new();
    let checkpoint = signed.checkpoint();
    let is_the_logs = |key: &VerifierKey| signed.verify(key).is_ok();
    // An event of a newer version may have founded the log, or changed its key.
    if replay.is_readable() && !replay.log_key_at(checkpoint.size).is_some_and(is_the_logs) {
        faults.push(FaultKind::NotTheLogs(number));
    }
    if let Some(recomputed) = replay.root_at(checkpoint.size).filter(|root| *root != checkpoint.root) {
        faults.push(FaultKind::Root { size: checkpoint.size, sealed: checkpoint.root, recomputed });
    }
    faults
}
