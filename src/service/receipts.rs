//! Receipts: the proof of an event under the newest checkpoint with its cosignatures, or under the last one that a quorum
//! cosigned, where the newest has none yet. An older receipt names its event too: so a sealed one becomes a witnessed one.

use std::path::PathBuf;

use super::Setting;
use super::error::{Error, Kind};
use super::parallel::Cores;
use super::source::Source;
use crate::domain::code::Code;
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::receipt::{Receipt, ReceiptError as Refused};
use crate::ledger::note::checkpoint::Origin;
use crate::ledger::tree::prove::inclusion;
use crate::ledger::tree::tile::{Tile, bundle_of};
use crate::ledger::tree::tile_reader::{TileReader, TileReaderError};
use crate::store::read;
use crate::verify::{Fault, Published, published};

/// An event whose receipt is wanted.
#[derive(Clone, Debug)]
pub enum Wanted {
    /// By its place in the log.
    Sequence(Sequence),
    /// The event of an older receipt; the name is the file's.
    Older(String, Box<Receipt>),
}

/// Why a receipt is not made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReceiptError {
    /// There is no event there.
    #[error("there is no event {sequence}")]
    NoEvent {
        /// Which is wanted.
        sequence: Sequence,
        /// How many there are.
        size: Size,
    },
    /// The published log does not give the proof.
    #[error("{0}")]
    Broken(Broken),
    /// The older receipt is of another log.
    #[error("{file} is of the log {theirs}, and this is {ours}")]
    OtherLog {
        /// The older receipt.
        file: String,
        /// Its log.
        theirs: Origin,
        /// The log that is asked.
        ours: Origin,
    },
    /// The older receipt proves another event: the log has two histories.
    #[error("{file} proves another event {sequence} than this log has")]
    TwoHistories {
        /// The older receipt.
        file: PathBuf,
        /// The event's place.
        sequence: Sequence,
    },
}

/// What is wrong with a published log that ought to prove an event.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// There is no checkpoint that can be read.
    #[error("no checkpoint that can be read")]
    NoCheckpoint,
    /// The bundle of the event is missing, or is none.
    #[error("a bundle is missing or is none")]
    Bundle(Box<Fault>),
    /// A tile is missing, or is none, or no tree has such a proof.
    #[error("{0}")]
    Tiles(String),
    /// The receipt cannot be one.
    #[error("{0}")]
    Receipt(Refused),
    /// Its tiles do not prove the event.
    #[error("its tiles do not prove the event")]
    NotProved,
}

impl ReceiptError {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::NoEvent { .. } => Code::U9,
            Self::Broken(_) => Code::U3,
            Self::OtherLog { .. } => Code::U1,
            Self::TwoHistories { .. } => Code::V24,
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::NoEvent { .. } | Self::OtherLog { .. } => Kind::Usage,
            Self::Broken(_) => Kind::CannotTell,
            Self::TwoHistories { .. } => Kind::No,
        }
    }
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
pub fn of_log(source: &Source, wanted: &[Wanted]) -> Result<Vec<Receipt>, Error> {
    let signed = published::checkpoint(source)?.ok_or(ReceiptError::Broken(Broken::NoCheckpoint))?;
    let size = signed.checkpoint().size;
    let tiles = TileReader::new(size, |tile: Tile| source.read(&tile.to_string(), tile.bytes_max()));
    let mut receipts = Vec::with_capacity(wanted.len());
    for event in wanted {
        let broken = |what| Error::Receipt(ReceiptError::Broken(what));
        let sequence = event.sequence();
        let (bundle, place) = bundle_of(sequence, size).ok_or(ReceiptError::NoEvent { sequence, size })?;
        let entries = published::read_bundle(source, bundle)?;
        let entries = entries.map_err(|what| broken(Broken::Bundle(Box::new(Fault::of_tile(bundle, what)))))?;
        let proof = inclusion(&tiles, sequence, size).map_err(|error| match error {
            TileReaderError::Place(error) => error,
            error => broken(Broken::Tiles(error.to_string())),
        })?;
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

/// From a ledger. A receipt holds the event itself, and so its figures: whoever calls this has passed the publication gate.
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
