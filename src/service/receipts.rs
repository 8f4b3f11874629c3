//! Receipts: the proof of an event under the newest checkpoint with its cosignatures, or under the last one that a
//! quorum cosigned, where the newest has none yet. An older receipt names its event too: so a sealed one becomes a
//! witnessed one.

pub mod shelf;

use super::error::{Broken, Error, ReceiptError, TilesFlaw};
use super::parallel::Cores;
use super::setting::Setting;
use super::source::LogSource;
use crate::crypto::hash::TreeHash;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::proof::verify_consistency;
use crate::ledger::tree::prove::{HashReader, consistency, inclusion};
use crate::ledger::tree::tile::bundle_of;
use crate::ledger::tree::tile_reader::TileReader;
use crate::store::read;
use crate::verify::conclude::TrustAnchors;
use crate::verify::fault::Fault;
use crate::verify::published;

/// An event whose receipt is wanted.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// By its place in the log.
    Sequence(Sequence),
    /// The event of an older receipt; the name is the file's.
    Older(String, Box<Receipt>),
}

impl Wanted {
    /// The event's place in the log.
    pub fn sequence(&self) -> Sequence {
        match self {
            Self::Sequence(sequence) => *sequence,
            Self::Older(_, receipt) => receipt.index(),
        }
    }
}

/// Whether a log grew from an older state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Growth {
    /// It did, which is proved.
    Grew,
    /// It did not, or went back.
    DidNotGrow,
    /// What would prove either is not at hand.
    CannotTell,
}

/// What is known of a log, against which older receipts are held.
pub trait Past {
    /// How many events it has.
    fn size(&self) -> Size;
    /// Whether it grew from an older state.
    fn growth(&self, older: &Checkpoint) -> Growth;
    /// Whether the log itself signed the checkpoint of a receipt, and the event is under it.
    fn signed(&self, receipt: &Receipt) -> bool;
}

/// A log's history as it is here, against which older receipts are held.
#[derive(Debug)]
pub struct History<'a> {
    /// The tree over all its events.
    pub tree: &'a Tree,
    /// Every key that signed for the log, up to now.
    pub log_keys: Vec<VerifierKey>,
}

impl Past for History<'_> {
    fn size(&self) -> Size {
        self.tree.size()
    }

    fn growth(&self, older: &Checkpoint) -> Growth {
        match grew(self.tree, older, self.size(), &self.tree.root()) {
            Ok(true) => Growth::Grew,
            _ => Growth::DidNotGrow,
        }
    }

    fn signed(&self, receipt: &Receipt) -> bool {
        let by_the_log = self.log_keys.iter().any(|key| receipt.checkpoint().verify(key).is_ok());
        by_the_log && receipt.entry().is_some_and(|entry| receipt.verify_inclusion(entry).is_ok())
    }
}

/// Whether a tree grew from an older state: by a proof that whoever has both roots can check.
pub(super) fn grew<H: HashReader + ?Sized>(
    hashes: &H,
    older: &Checkpoint,
    size: Size,
    root: &TreeHash,
) -> Result<bool, H::Error> {
    if older.size > size {
        return Ok(false);
    }
    let proof = consistency(hashes, older.size, size)?;
    Ok(verify_consistency(older.size, &older.root, size, root, &proof).is_ok())
}

/// From a published log, of which no more is read than the proofs need. What is not true does not leave; nor does what
/// stands under a checkpoint that the log, by the policy or by the key beside it, did not sign.
///
/// # Errors
/// [`ReceiptError`]; those of [`LogSource::believed`].
pub fn of_log(source: &LogSource<'_>, anchors: &TrustAnchors<'_>, wanted: &[Wanted]) -> Result<Vec<Receipt>, Error> {
    let signed = source.believed(anchors)?.ok_or(ReceiptError::Broken(Broken::NoCheckpoint))?;
    let size = signed.checkpoint().size;
    let tiles = TileReader::new(size, |tile| published::read_hashes(source, tile));
    let mut receipts = Vec::with_capacity(wanted.len());
    for event in wanted {
        let broken = |what| Error::Receipt(ReceiptError::Broken(what));
        let sequence = event.sequence();
        let (bundle, place) = bundle_of(sequence, size).ok_or(ReceiptError::NoEvent { sequence, size })?;
        let entries = published::read_bundle(source, bundle)?;
        let entries = entries.map_err(|what| broken(Broken::Bundle(Box::new(Fault::of_tile(bundle, what)))))?;
        let proof = inclusion(&tiles, sequence, size);
        let proof = proof.map_err(|error| TilesFlaw::told(error, |flaw| broken(Broken::Tiles(flaw))))?;
        let entry = entries.into_iter().nth(place).unwrap_or_default();
        let receipt = Receipt::new(Some(entry), sequence, proof, signed.clone());
        let receipt = receipt.map_err(|error| broken(Broken::Receipt(error)))?;
        let entry = receipt.entry().unwrap_or_default();
        receipt.verify_inclusion(entry).map_err(|_| broken(Broken::NotProved))?;
        receipts.push(receipt);
    }
    let newest = signed.checkpoint();
    same_history(wanted, &receipts, |older| {
        let grown = grew(&tiles, older, newest.size, &newest.root);
        grown.map_err(|error| TilesFlaw::told(error, |flaw| Error::Receipt(ReceiptError::Broken(Broken::Tiles(flaw)))))
    })?;
    Ok(receipts)
}

/// From a ledger. A receipt holds the event itself, and so its figures: whoever calls this has passed the publication
/// gate.
///
/// # Errors
/// [`ReceiptError`]; those of [`Error::reading`].
pub fn of_ledger(setting: &Setting<'_>, anchors: &TrustAnchors<'_>, wanted: &[Wanted]) -> Result<Vec<Receipt>, Error> {
    let sequences: Vec<_> = wanted.iter().map(Wanted::sequence).collect();
    let read = read::receipts(setting.ledger, anchors, Cores, &sequences);
    let (receipts, tree) = read.map_err(Error::reading(setting.ledger))?;
    same_history(wanted, &receipts, |older| Ok(grew(&tree, older, tree.size(), &tree.root()).unwrap_or(false)))?;
    Ok(receipts)
}

/// The event under the new checkpoint must be the one that the older receipt holds, and the log must have grown from
/// the state that the older receipt is under, unless it is shown here in an earlier one.
fn same_history(
    wanted: &[Wanted],
    receipts: &[Receipt],
    grown: impl Fn(&Checkpoint) -> Result<bool, Error>,
) -> Result<(), Error> {
    for (wanted, newer) in wanted.iter().zip(receipts) {
        let Wanted::Older(file, older) = wanted else { continue };
        let [theirs, ours] = [older, newer].map(|receipt| receipt.checkpoint().checkpoint());
        if theirs.origin != ours.origin {
            let (theirs, ours) = (theirs.origin.clone(), ours.origin.clone());
            return Err(ReceiptError::OtherLog { file: file.clone(), theirs, ours }.into());
        }
        let is_other = older.entry().is_some_and(|entry| Some(entry) != newer.entry());
        if is_other || (theirs.size <= ours.size && !grown(theirs)?) {
            return Err(ReceiptError::TwoHistories { file: file.into(), sequence: older.index() }.into());
        }
    }
    Ok(())
}
