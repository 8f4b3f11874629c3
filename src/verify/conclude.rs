//! The end of a verification: what was recomputed, held against what the keeper claims and what the reader brought.

use super::claimed_snapshot::ClaimedSnapshot;
use super::fault::{CheckpointPlace, Fault, FaultKind};
use super::fold::Fold;
use super::replay::Replay;
use super::report::{Expected, Report, Snapshots, Trust};
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::ledger::files::seal::{SEAL_BYTES, Seal, SlotNumber};
use crate::ledger::note::checkpoint::{Fingerprint, SignedCheckpoint};
use crate::ledger::note::policy::{Policy, Quorum};
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::tree::merkle::Tree;

/// What the reader brought, so as not to take the ledger's own word.
#[derive(Clone, Copy, Debug, Default)]
pub struct TrustAnchors<'a> {
    /// Which logs and witnesses to trust.
    pub policy: Option<&'a Policy>,
    /// A fingerprint from elsewhere.
    pub expected: Option<Fingerprint>,
}

impl<'a> TrustAnchors<'a> {
    /// A policy, if there is one, and no fingerprint.
    pub fn under(policy: Option<&'a Policy>) -> Self {
        Self { policy, expected: None }
    }

    /// Whether a log's key is taken: under a policy one of its own, and else any.
    pub fn take(&self, key: &VerifierKey) -> bool {
        self.policy.is_none_or(|policy| policy.logs().iter().any(|log| log.key == *key))
    }

    /// Whose word the checkpoint is taken on.
    pub fn trust(&self) -> Trust {
        match (self.policy, self.expected) {
            (Some(_), _) => Trust::Policy,
            (None, Some(_)) => Trust::Expected,
            (None, None) => Trust::SelfSigned,
        }
    }

    /// What the policy says of the latest checkpoint that is claimed; nothing where there is no policy, or no checkpoint.
    pub fn judge(&self, claimed: &ClaimedCheckpoints) -> Judged {
        let Some((policy, signed)) = self.policy.zip(claimed.latest()) else { return Judged::default() };
        let Ok(judgement) = policy.judge(signed) else {
            return Judged { fault: Some(FaultKind::NotTrusted), ..Judged::default() };
        };
        Judged {
            witnesses: judgement.witnesses.into_iter().map(|(name, _)| name.as_str().to_owned()).collect(),
            witnesses_asked: judgement.quorum != Quorum::NoneRequired,
            fault: (judgement.quorum == Quorum::NotMet).then_some(FaultKind::QuorumNotMet),
        }
    }

    /// What the policy says of the numbers under that checkpoint: who must have computed them, and did not.
    pub fn judge_numbers(&self, claimed: &ClaimedCheckpoints) -> Option<FaultKind> {
        let (policy, signed) = self.policy.zip(claimed.latest())?;
        if !policy.asks_for_numbers() {
            return None;
        }
        let mut snapshots = claimed.notes().filter(|note| note.snapshot().checkpoint == *signed.checkpoint());
        let joined = snapshots.next().cloned().map(|first| {
            snapshots.fold(first, |mut all, note| {
                all.join(note);
                all
            })
        });
        match joined.map(|snapshot| policy.judge_numbers(&snapshot)) {
            Some(Ok(judgement)) if judgement.quorum == Quorum::Met => None,
            Some(Ok(_)) | None => Some(FaultKind::NumbersQuorumNotMet),
            Some(Err(_)) => Some(FaultKind::NotTrusted),
        }
    }
}

/// What a policy says of a checkpoint.
#[derive(Clone, Debug, Default)]
pub struct Judged {
    /// Witnesses whose cosignatures count, by name.
    pub witnesses: Vec<String>,
    /// Whether the policy asks for witnesses.
    pub witnesses_asked: bool,
    /// Why it is not enough: the log is not trusted, or too few witnesses cosigned.
    pub fault: Option<FaultKind>,
}

impl Judged {
    /// Whether the policy trusts the log, be it that too few witnesses cosigned.
    pub fn is_trusted(&self) -> bool {
        self.fault != Some(FaultKind::NotTrusted)
    }
}

/// What the keeper of a ledger claims about it: signed checkpoints, and where each stood.
#[derive(Clone, Debug, Default)]
pub struct ClaimedCheckpoints {
    checkpoints: Vec<(CheckpointPlace, SignedCheckpoint)>,
    latest: Option<SignedCheckpoint>,
    snapshots: Vec<ClaimedSnapshot>,
    shape: Vec<FaultKind>,
    /// Why there is none at all, where more is known than that.
    lacking: Option<Fault>,
}

impl ClaimedCheckpoints {
    /// Those of a seal: both slots speak, the larger size is the latest.
    pub fn of_seal(seal: &Seal) -> Self {
        let numbered = [SlotNumber::First, SlotNumber::Second].into_iter().zip(&seal.slots);
        let written =
            numbered.filter_map(|(number, slot)| Some((CheckpointPlace::Slot(number), slot.checkpoint()?.clone())));
        let mut shape = Vec::new();
        if seal.bytes != SEAL_BYTES {
            shape.push(FaultKind::SealLength(seal.bytes));
        }
        shape.extend(seal.damaged().into_iter().map(FaultKind::Slot));
        let latest = seal.latest().map(|(_, signed)| signed.clone());
        Self { checkpoints: written.collect(), latest, shape, ..Self::default() }
    }

    /// That of a published folder, if it can be read.
    pub fn of_published(checkpoint: Option<SignedCheckpoint>) -> Self {
        let claimed = Self { latest: checkpoint.clone(), ..Self::default() };
        claimed.with_published(checkpoint)
    }

    /// Those of a published folder whose checkpoint cannot be had, and why.
    pub fn lacking(fault: Fault) -> Self {
        Self { lacking: Some(fault), ..Self::default() }
    }

    /// Whether there is none because it cannot be had.
    pub fn is_lacking(&self) -> bool {
        self.lacking.is_some()
    }

    /// With the checkpoint that was published too. Where it says what rules already, its cosignatures are taken over.
    #[must_use]
    pub fn with_published(mut self, checkpoint: Option<SignedCheckpoint>) -> Self {
        if let Some(signed) = checkpoint {
            if let Some(latest) = &mut self.latest {
                latest.join(&signed);
            }
            self.checkpoints.push((CheckpointPlace::Published, signed));
        }
        self
    }

    /// With a snapshot, where there is one.
    #[must_use]
    pub fn with_snapshot(mut self, snapshot: Option<ClaimedSnapshot>) -> Self {
        self.snapshots.extend(snapshot);
        self
    }

    /// The claimed checkpoint with the largest size.
    pub fn latest(&self) -> Option<&SignedCheckpoint> {
        self.latest.as_ref()
    }

    /// A replay to hold them against. Whoever folds a journal or a published log begins here: every signature is checked,
    /// and the roots, of the snapshots also the rows, are kept at the sizes that are claimed.
    pub fn replay<M: ParallelMap>(&self, map: M) -> Replay<M> {
        Replay::new(map).keeping_roots_at(self.sizes()).keeping_rows_at(self.snapshot_sizes())
    }

    /// The same behind a fold, and the tree over its events: what is claimed of less is held against that tree.
    pub fn replay_behind<M: ParallelMap>(&self, map: M, fold: Fold, tree: &Tree) -> Replay<M> {
        let replay = Replay::going_on(map, fold, tree.range()).keeping_roots_at(self.sizes());
        replay.knowing_roots_of(tree).keeping_rows_at(self.snapshot_sizes())
    }

    /// Whether a key signed every one of them.
    pub fn are_signed_by(&self, key: &VerifierKey) -> bool {
        self.checkpoints.iter().all(|(_, signed)| signed.verify(key).is_ok())
    }

    /// The sizes that are claimed: a replay must [keep its roots](Replay::keeping_roots_at) there.
    pub fn sizes(&self) -> impl Iterator<Item = Size> {
        self.checkpoints.iter().map(|(_, signed)| signed.checkpoint().size).chain(self.snapshot_sizes())
    }

    /// The sizes of the snapshots: a replay must [compute its rows](Replay::keeping_rows_at) there.
    pub fn snapshot_sizes(&self) -> impl Iterator<Item = Size> {
        self.snapshots.iter().filter_map(ClaimedSnapshot::size)
    }

    /// What is wrong with the checkpoints, held against a replay that kept its roots at their [`sizes`](Self::sizes):
    /// each must be signed by the log of its time, and state the root that the events give.
    pub fn faults<M: ParallelMap>(&self, replay: &Replay<M>) -> Vec<FaultKind> {
        let of_checkpoints = self.checkpoints.iter().flat_map(|(at, signed)| checkpoint_faults(replay, *at, signed));
        let of_snapshots =
            self.snapshots.iter().filter_map(|snapshot| snapshot.judge(replay, self.vouched(replay)).err());
        of_checkpoints.chain(of_snapshots).collect()
    }

    /// What is found of the snapshots, besides the faults.
    fn snapshot<M: ParallelMap>(&self, replay: &Replay<M>) -> Snapshots {
        let vouched = self.vouched(replay);
        let agreeing =
            self.snapshots.iter().filter_map(|snapshot| snapshot.judge(replay, vouched).ok().flatten()).max();
        match agreeing {
            Some(size) => Snapshots::Agrees(size),
            None if self.snapshots.is_empty() => Snapshots::Nothing,
            None => Snapshots::NotAsked,
        }
    }

    /// The snapshots that are there as notes.
    fn notes(&self) -> impl Iterator<Item = &SignedSnapshot> {
        self.snapshots.iter().filter_map(|claimed| match claimed {
            ClaimedSnapshot::Published(signed) => Some(signed),
            ClaimedSnapshot::Kept(_) | ClaimedSnapshot::Unreadable(..) => None,
        })
    }

    /// The published snapshot that was found to agree.
    pub fn agreeing(&self, found: Snapshots) -> Option<&SignedSnapshot> {
        self.snapshots.iter().find_map(|claimed| match (claimed, found) {
            (ClaimedSnapshot::Published(signed), Snapshots::Agrees(size)) if claimed.size() == Some(size) => {
                Some(signed)
            }
            _ => None,
        })
    }

    /// Up to which size a checkpoint of the log says that the events are its own.
    fn vouched<M: ParallelMap>(&self, replay: &Replay<M>) -> Size {
        let vouches = |signed: &&SignedCheckpoint| {
            let checkpoint = signed.checkpoint();
            let is_given = replay.root_at(checkpoint.size) == Some(checkpoint.root);
            is_given && replay.log_key_at(checkpoint.size).is_some_and(|key| signed.verify(key).is_ok())
        };
        let signed = self.checkpoints.iter().map(|(_, signed)| signed);
        signed.filter(vouches).map(|signed| signed.checkpoint().size).max().unwrap_or_default()
    }

    /// How many events are claimed, where the replay found fewer.
    pub fn missing(&self, found: Size) -> Option<FaultKind> {
        let checkpoints = self.checkpoints.iter().map(|(_, signed)| signed.checkpoint().size);
        let kept = self.snapshots.iter().filter_map(ClaimedSnapshot::claims);
        let sealed = checkpoints.chain(kept).max().filter(|sealed| *sealed > found)?;
        Some(FaultKind::Missing { sealed, found })
    }
}

/// Concludes a replay: what it found, held against what is claimed and what the verifier brought.
pub fn conclude<M: ParallelMap>(replay: Replay<M>, claimed: &ClaimedCheckpoints, anchors: &TrustAnchors<'_>) -> Report {
    let mut faults = claimed.shape.clone();
    faults.extend(claimed.faults(&replay));
    let found = replay.size();
    match claimed.latest().map(|signed| signed.checkpoint().size) {
        None if claimed.lacking.is_none() => faults.push(FaultKind::NoCheckpoint),
        Some(sealed) if sealed < found => faults.push(FaultKind::Unsealed(Size(found.0 - sealed.0))),
        None | Some(_) => {}
    }
    if replay.has_no_gap() {
        faults.extend(claimed.missing(found));
    }
    let Judged { witnesses, witnesses_asked, fault } = anchors.judge(claimed);
    faults.extend(fault);
    faults.extend(anchors.judge_numbers(claimed));
    let where_expected = replay.expected();
    // A founding act of a newer version may name an origin that cannot be read.
    let has_origin = replay.is_readable() || replay.state().election().is_some();
    let has_all = has_origin && replay.has_no_gap() && claimed.lacking.is_none();
    if let (Some(expected), Expected::Never, true) = (anchors.expected, where_expected, has_all) {
        faults.push(FaultKind::NotExpected { expected });
    }
    let snapshot = claimed.snapshot(&replay);
    let (head, signatures, jumps) = (replay.head(), replay.signatures(), replay.jumps().to_vec());
    let (_, model, mut all, _) = replay.into_parts();
    all.extend(claimed.lacking.clone());
    all.extend(claimed.snapshots.iter().filter_map(ClaimedSnapshot::flaw));
    all.extend(faults.into_iter().map(Fault::of_ledger));
    Report {
        trust: anchors.trust(),
        expected: where_expected,
        checkpoint: claimed.latest().map(|signed| signed.checkpoint().clone()),
        witnesses,
        witnesses_asked,
        snapshot,
        head,
        signatures,
        faults: all,
        model,
        tiles: None,
        attachments: None,
        passed_over: Vec::new(),
        jumps,
    }
}

fn checkpoint_faults<M: ParallelMap>(
    replay: &Replay<M>,
    place: CheckpointPlace,
    signed: &SignedCheckpoint,
) -> Vec<FaultKind> {
    let mut faults = Vec::new();
    let checkpoint = signed.checkpoint();
    let is_the_logs = |key: &VerifierKey| signed.verify(key).is_ok();
    // An event of a newer version, or one that is missing, may have founded the log, or changed its key.
    if replay.is_readable() && replay.has_no_gap() && !replay.log_key_at(checkpoint.size).is_some_and(is_the_logs) {
        faults.push(FaultKind::NotTheLogs(place));
    }
    if let Some(recomputed) = replay.root_at(checkpoint.size).filter(|root| *root != checkpoint.root) {
        faults.push(FaultKind::Root { size: checkpoint.size, sealed: checkpoint.root, recomputed });
    }
    faults
}
