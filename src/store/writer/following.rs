//! A writer that stands by: what another one made durable and signed at the replica is verified as any auditor would, and
//! taken over into the journal, the seal and all that follows them. It signs nothing, until it goes on itself.

use std::mem;

use super::{SealedFrame, Writer};
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::{Sequence, Size};
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::store::confirm::Confirm;
use crate::store::error::{Contradiction, Doing, StoreError};
use crate::store::journal::disk::Disk;
use crate::store::journal::walk::Span;
use crate::store::replica::Replica;
use crate::store::replica::chain::ChainFrame;
use crate::store::replica::name::ObjectName;
use crate::verify::fold::Fold;
use crate::verify::replay::{Replay, ReplayedEntry};

/// With how many events no further frame is taken over in one go.
const EVENTS_AT_ONCE: u64 = 4096;

/// Frames behind what is sealed here, and the last checkpoint over them; none where nobody signed one yet.
struct Ahead {
    frames: Vec<ChainFrame>,
    sealed: Option<SignedCheckpoint>,
}

/// How far one who is to go on has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GoneOn {
    /// There was more that others signed: that is taken over, and there may be more.
    Followed,
    /// It writes.
    Writes,
}

/// A frame whose events were admitted.
type Admitted = (Sequence, Vec<ReplayedEntry>);

impl<D: Disk> Writer<D> {
    /// Whether it stands by: another writes, and this one follows the replica.
    pub fn stands_by(&self) -> bool {
        self.stands_by
    }

    /// Takes over what was signed at the replica since, as much as is done in one go; says how many events that were.
    ///
    /// # Errors
    /// [`StoreError::Replica`]: silence changes nothing, anything else is another history; [`StoreError::Io`].
    pub fn follow<M: ParallelMap + Clone>(&mut self, map: M) -> Result<Size, StoreError> {
        let replica = self.followed()?.asked_once();
        self.follow_in(&replica, &map)
    }

    /// Goes on from the end of the replica, or takes over the next of what was signed there, and is asked again once that is shown to
    /// readers. At the end, whole frames that nobody signed are taken over and sealed; before that, `confirm` is asked. Whoever
    /// wrote before loses with the first frame that is created after this.
    ///
    /// # Errors
    /// As [`follow`](Self::follow), what `confirm` says and [`StoreError::NotTheLogKey`]: it stands by as before;
    /// [`StoreError::Io`].
    pub fn go_on<M: ParallelMap + Clone>(&mut self, map: M, confirm: &mut Confirm<'_>) -> Result<GoneOn, StoreError> {
        let replica = self.followed()?.clone();
        if self.follow_in(&replica, &map)? > Size(0) {
            return Ok(GoneOn::Followed);
        }
        let Ahead { frames, .. } = ahead(&replica, self.tree.size())?;
        // Its writer may have gone on meanwhile: then the first frame of this one finds its place taken.
        replica.ends_at(frames.last().map_or(self.tree.size(), ChainFrame::end))?;
        if self.log_key().as_ref() != Some(self.signer.verifier()) {
            return Err(StoreError::NotTheLogKey);
        }
        let confirmed = match confirm(&self.sealed, &self.tree) {
            // Its writer did go on, and a witness has heard of it: there is more to follow, or another history.
            Err(ahead @ StoreError::Contradicted(Contradiction::Ahead { .. })) => {
                return if self.follow_in(&replica, &map)? > Size(0) { Ok(GoneOn::Followed) } else { Err(ahead) };
            }
            confirmed => confirmed?,
        };
        if !frames.is_empty() {
            self.take_over(frames, None, &map)?;
        }
        self.poisoned = true;
        self.make_up_snapshot()?;
        self.publish_sealed();
        self.cosigned(&confirmed);
        (self.stands_by, self.poisoned) = (false, false);
        Ok(GoneOn::Writes)
    }

    /// The replica that it follows.
    fn followed(&self) -> Result<&Replica, StoreError> {
        self.replica.as_ref().filter(|_| self.stands_by && !self.poisoned).ok_or(StoreError::Poisoned)
    }

    fn follow_in<M: ParallelMap + Clone>(&mut self, replica: &Replica, map: &M) -> Result<Size, StoreError> {
        let before = self.tree.size();
        let ahead = ahead(replica, before)?;
        let Some(sealed) = ahead.sealed else { return Ok(Size(0)) };
        self.take_over(ahead.frames, Some(sealed), map)?;
        Ok(Size(self.tree.size().0 - before.0))
    }

    /// Verifies frames as any auditor would, and takes them over under the checkpoint that was signed over them; under one of its
    /// own where there is none.
    fn take_over<M: ParallelMap + Clone>(
        &mut self,
        frames: Vec<ChainFrame>,
        sealed: Option<SignedCheckpoint>,
        map: &M,
    ) -> Result<(), StoreError> {
        // From here on the state is ahead of the disk: whatever fails now ends this writer.
        self.poisoned = true;
        let admitted = self.replay(frames, map)?;
        // A frame that nobody signed may have changed the log's key: whoever has the earlier one signs nothing behind it.
        if sealed.is_none() && self.log_key().as_ref() != Some(self.signer.verifier()) {
            return Err(StoreError::NotTheLogKey);
        }
        self.promised = sealed.map(|signed| self.signed_by_the_log(&signed)).transpose()?;
        self.stands()?;
        let frames = admitted.into_iter().map(|frame| self.append(frame)).collect::<Result<Vec<_>, _>>()?;
        self.settled = self.rows.settle(&self.model);
        self.seal()?;
        self.snapshot = None;
        let entries = || frames.iter().flat_map(|frame| &frame.entries);
        self.keeping.follow(entries(), &self.settled.rows);
        if entries().any(ReplayedEntry::changes_log_key) {
            self.renew_log_vkey()?;
        }
        self.poisoned = false;
        self.falls_behind(frames);
        self.catch_up();
        Ok(())
    }

    /// Steps over frames, each signature checked and each event decided again.
    fn replay<M: ParallelMap + Clone>(
        &mut self,
        frames: Vec<ChainFrame>,
        map: &M,
    ) -> Result<Vec<Admitted>, StoreError> {
        let fold = Fold {
            head: self.head,
            log_keys: mem::take(&mut self.log_keys),
            state: mem::take(&mut self.state),
            model: mem::take(&mut self.model),
            rows: Some(mem::take(&mut self.rows)),
            known: self.known_keys.lend(),
        };
        let tree = self.tree.range();
        let (mut replay, mut admitted, mut bad) = (Replay::going_on(map.clone(), fold, tree), Vec::new(), None);
        for ChainFrame { name, first, envelopes } in frames {
            let (opened, ()) = replay.open_beside(envelopes, |_| ());
            let mut entries = Vec::with_capacity(opened.len());
            for entry in opened {
                let entry = replay.step(entry);
                self.tree.push(entry.leaf);
                entries.push(entry);
            }
            if !replay.faults().is_empty() {
                bad = Some(name);
                break;
            }
            admitted.push((first, entries));
        }
        (self.head, self.log_keys) = (replay.head(), replay.log_keys().to_vec());
        self.rows = replay.take_rows().unwrap_or_default();
        let (state, model, _, known) = replay.into_parts();
        (self.state, self.model) = (state, model);
        self.known_keys.give_back(known);
        bad.map_or(Ok(admitted), |name| Err(self.other(name)))
    }

    /// A checkpoint of everything, as the log's key alone signed it.
    fn signed_by_the_log(&self, signed: &SignedCheckpoint) -> Result<SignedCheckpoint, StoreError> {
        let other = || self.other(ObjectName::Seal(signed.checkpoint().size));
        let key = self.log_key().ok_or_else(other)?;
        let is_ours = signed.verify(&key).is_ok_and(|checkpoint| checkpoint.root == self.tree.root());
        signed.signed_alone_by(&key).filter(|_| is_ours).ok_or_else(other)
    }

    fn append(&mut self, (first, entries): Admitted) -> Result<SealedFrame, StoreError> {
        let envelopes: Vec<_> = entries.iter().map(|entry| entry.bytes.clone()).collect();
        self.journal.turn(first);
        let (file, offset) = (self.journal.file.clone(), self.journal.length);
        let io = StoreError::io(Doing::Write, file.clone());
        self.journal.append(&mut self.disk, first, &envelopes).map_err(io)?;
        Ok(SealedFrame { span: Span { file, offset, bytes: self.journal.length - offset }, entries })
    }

    fn log_key(&self) -> Option<VerifierKey> {
        self.state.election()?.log_key().parse().ok()
    }

    fn other(&self, name: ObjectName) -> StoreError {
        self.replica.as_ref().map_or(StoreError::Poisoned, |replica| replica.other(name).into())
    }
}

/// What the replica has behind so many events: up to the last frame that is signed for, or all where none is.
fn ahead(replica: &Replica, size: Size) -> Result<Ahead, StoreError> {
    let (mut frames, mut sealed, mut end) = (Vec::new(), None, size);
    while sealed.is_none() || end.0 - size.0 < EVENTS_AT_ONCE {
        let Some(frame) = replica.frame(end.next())? else { break };
        end = frame.end();
        frames.push(frame);
        if let Some(signed) = replica.sealed(end)? {
            sealed = Some((frames.len(), signed));
        }
    }
    let sealed = sealed.map(|(signed_for, signed)| {
        frames.truncate(signed_for);
        signed
    });
    Ok(Ahead { frames, sealed })
}
