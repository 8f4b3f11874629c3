//! The snapshots that a log signed, one behind the other, as `ledger/snapshots` holds them: ascending by size.
//!
//! ```text
//! size        8    u64, little endian
//! rows        32   the root of the rows
//! signature   64   the log's, over the text of the snapshot
//! ```
//! The origin and the root over the events are the ledger's own, at that size.

use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::snapshot::{SignedSnapshot, Snapshot};
use crate::ledger::rows::node::RowHash;

/// How many bytes a record has.
pub const SNAPSHOT_BYTES: usize = 104;

/// What a disk writes whole or not at all.
const SECTOR_BYTES: usize = 512;

/// A snapshot as it is kept. Its signature is not checked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SnapshotRecord {
    /// How many events it is of.
    pub size: Size,
    /// The root of the rows after so many events.
    pub rows: RowHash,
    signature: [u8; 64],
}

/// The records that were written to their end, each with where it ends. Nobody waits for the disk, so a power cut may leave a
/// part of the last one, or zeros in the place of any sector: no record that reaches into such a one was written.
fn written(file: &[u8]) -> impl DoubleEndedIterator<Item = (&[u8; SNAPSHOT_BYTES], usize)> {
    let is_lost = |sector: usize| {
        let sector = file.chunks(SECTOR_BYTES).nth(sector).unwrap_or_default();
        sector.iter().all(|byte| *byte == 0)
    };
    let records = file.as_chunks().0.iter().enumerate();
    records.map(|(at, record)| (record, (at + 1) * SNAPSHOT_BYTES)).filter(move |(_, end)| {
        let sectors = (end - SNAPSHOT_BYTES) / SECTOR_BYTES..=(end - 1) / SECTOR_BYTES;
        !sectors.into_iter().any(is_lost)
    })
}

impl SnapshotRecord {
    /// The record of a snapshot; none where the key did not sign it.
    pub fn of(signed: &SignedSnapshot, key: &VerifierKey) -> Option<Self> {
        signed.verify(key).ok()?;
        Self::claimed(signed, key)
    }

    /// The record of a snapshot that the key is said to have signed: whoever signed it himself need not check that.
    pub fn claimed(signed: &SignedSnapshot, key: &VerifierKey) -> Option<Self> {
        let Snapshot { checkpoint, rows } = signed.snapshot();
        let lines = signed.note().signatures();
        let signature = lines.iter().find(|line| line.claims(key))?.bytes().try_into().ok()?;
        Some(Self { size: checkpoint.size, rows: *rows, signature })
    }

    /// The newest of those in a file; none where there is none. What stands behind the last whole one was not written to
    /// its end.
    pub fn last(file: &[u8]) -> Option<Self> {
        written(file).next_back().map(|(record, _)| Self::decode(record))
    }

    /// All of those in a file, in their order.
    pub fn all(file: &[u8]) -> impl Iterator<Item = Self> {
        written(file).map(|(record, _)| Self::decode(record))
    }

    /// Where the last of those in a file ends: what stands behind it was not written to its end.
    pub fn written_bytes(file: &[u8]) -> usize {
        written(file).next_back().map_or(0, |(_, end)| end)
    }

    /// The snapshot that it is of a log's checkpoint, where the key signed it over this very checkpoint.
    pub fn signed(&self, checkpoint: &Checkpoint, key: &VerifierKey) -> Option<SignedSnapshot> {
        let snapshot = Snapshot { checkpoint: checkpoint.clone(), rows: self.rows };
        (checkpoint.size == self.size).then(|| SignedSnapshot::under(snapshot, key, &self.signature)).flatten()
    }

    /// Its bytes.
    pub fn encode(&self) -> [u8; SNAPSHOT_BYTES] {
        let mut bytes = [0; SNAPSHOT_BYTES];
        bytes[..8].copy_from_slice(&self.size.0.to_le_bytes());
        bytes[8..40].copy_from_slice(&self.rows.0);
        bytes[40..].copy_from_slice(&self.signature);
        bytes
    }

    fn decode(bytes: &[u8; SNAPSHOT_BYTES]) -> Self {
        let (mut size, mut rows, mut signature) = ([0; 8], [0; 32], [0; 64]);
        size.copy_from_slice(&bytes[..8]);
        rows.copy_from_slice(&bytes[8..40]);
        signature.copy_from_slice(&bytes[40..]);
        Self { size: Size(u64::from_le_bytes(size)), rows: RowHash(rows), signature }
    }
}
