//! Receipts: the proof of an event under the newest checkpoint with its cosignatures, or under the last one that a
//! quorum cosigned, where the newest has none yet. An older receipt names its event too: so a sealed one becomes a
//! witnessed one.

use super::error::{Broken, Error, ReceiptError, TilesFlaw};
use super::parallel::Cores;
use super::setting::Setting;
use super::source::LogSource;
use crate::domain::number::Sequence;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::tree::prove::inclusion;
use crate::ledger::tree::tile::bundle_of;
use crate::ledger::tree::tile_reader::TileReader;
use crate::store::read;
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

/// From a published log, of which no more is read than the proofs need. What is not true does not leave.
///
/// # Errors
/// [`ReceiptError`]; those of the log.
pub fn of_log(source: &LogSource<'_>, wanted: &[Wanted]) -> Result<Vec<Receipt>, Error> {
    let signed = published::checkpoint(source)?.map_err(|_| ReceiptError::Broken(Broken::NoCheckpoint))?;
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
    same_history(wanted, &receipts)?;
    Ok(receipts)
}

/// From a ledger. A receipt holds the event itself, and so its figures: whoever calls this has passed the publication
/// gate.
///
/// # Errors
/// [`ReceiptError`]; [`Error::Store`].
pub fn of_ledger(setting: &Setting<'_>, wanted: &[Wanted]) -> Result<Vec<Receipt>, Error> {
    let sequences: Vec<_> = wanted.iter().map(Wanted::sequence).collect();
    let receipts = read::receipts(setting.ledger, Cores, &sequences).map_err(Error::store(setting.ledger))?;
    same_history(wanted, &receipts)?;
    Ok(receipts)
}

/// The event under the new checkpoint must be the one that the older receipt holds.
fn same_history(wanted: &[Wanted], receipts: &[Receipt]) -> Result<(), ReceiptError> {
    for (wanted, newer) in wanted.iter().zip(receipts) {
        let Wanted::Older(file, older) = wanted else { continue };
        let [theirs, ours] = [older, newer].map(|receipt| &receipt.checkpoint().checkpoint().origin);
        if theirs != ours {
            return Err(ReceiptError::OtherLog { file: file.clone(), theirs: theirs.clone(), ours: ours.clone() });
        }
        if older.entry().is_some_and(|entry| Some(entry) != newer.entry()) {
            return Err(ReceiptError::TwoHistories { file: file.into(), sequence: older.index() });
        }
    }
    Ok(())
}
