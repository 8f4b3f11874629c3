//! The log's key changed. A reader takes the seal of the key that is in force, from the store as from the journal, and
//! none of the key before it.

use std::path::Path;

use protokol::crypto::parallel::Serial;
use protokol::domain::code::Code;
use protokol::domain::statement::{Body, LogKeyRotated};
use protokol::ledger::files::seal::encode_slot;
use protokol::ledger::files::snapshots::SnapshotRecord;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::note::snapshot::Snapshot;
use protokol::store::error::StoreError;
use protokol::store::files;
use protokol::store::read::{self, ReadFrom};
use protokol::tally::moment::Moment;
use protokol::tally::rows;
use protokol::verify::conclude::TrustAnchors;
use tempfile::TempDir;

use super::read_any;
use crate::kit::tiny::{LOG, Ledger, ORIGIN, commission, log_key, text, tiny_manifest, write_ledger};

/// The key after the change.
const NEXT: &str = "the next";

/// A ledger whose key changes with its fifth event, and two events after that; where it is sealed next is for the test.
fn rotated() -> Ledger {
    let mut ledger = Ledger::tiny();
    let [old, new] = [ORIGIN, NEXT].map(|seat| text(&log_key(seat).verifier().to_string()));
    let rotated = Body::LogKeyRotated(LogKeyRotated { old, new, reason: text("the officer changed") });
    ledger.say(rotated, &[("TOP", "1"), (LOG, ORIGIN), (LOG, NEXT)]).expect("admissible");
    for unit in ["P2", "P3"] {
        let formed = commission(&tiny_manifest(), unit, "precinct", Some("TOP"));
        ledger.say(Body::CommissionFormed(formed), &[("TOP", "1")]).expect("admissible");
    }
    ledger
}

/// The checkpoint at a size under the key of a seat.
fn at(ledger: &mut Ledger, size: usize, seat: &str) -> SignedCheckpoint {
    ledger.log = log_key(seat);
    ledger.checkpoint(size)
}

fn sealed(folder: &Path, ledger: &mut Ledger, size: usize, slots: [(usize, &str); 2]) {
    let seal = slots.map(|(size, seat)| encode_slot(&at(ledger, size, seat)).expect("a short note")).concat();
    let mut shorter = Ledger::default();
    (shorter.entries, shorter.log) = (ledger.entries[..size].to_vec(), log_key(NEXT));
    write_ledger(folder, &shorter.journal(), &seal, &shorter.log);
}

/// The log signs the numbers of everything, under the key of a seat.
fn with_snapshot(folder: &Path, ledger: &mut Ledger, seat: &str) {
    let signer = log_key(seat);
    let now = Moment { size: ledger.size(), clock: ledger.head.arrival };
    let checkpoint = at(ledger, ledger.entries.len(), seat).checkpoint().clone();
    let snapshot = Snapshot { checkpoint, rows: rows::root(&ledger.model, now) };
    let signed = snapshot.sign(&signer).expect("the log's own name");
    let record = SnapshotRecord::of(&signed, signer.verifier()).expect("the log signed it");
    std::fs::write(folder.join(files::SNAPSHOTS), record.encode()).expect("a writable folder");
}

fn refusal(folder: &Path) -> Option<Code> {
    match read::open(folder, &TrustAnchors::default(), Serial, &mut |_| {}) {
        Ok(_) => None,
        Err(StoreError::ReadOnly(faults)) => Some(faults[0].code()),
        Err(error) => panic!("{error}"),
    }
}

#[test]
fn the_key_in_force_is_believed_and_the_one_before_is_not() {
    let (folder, mut ledger) = (TempDir::new().expect("a folder"), rotated());
    // The older half was sealed before the key changed.
    sealed(folder.path(), &mut ledger, 5, [(4, ORIGIN), (5, NEXT)]);
    assert_eq!(read_any(folder.path()).checkpoint.checkpoint().size.0, 5);
    sealed(folder.path(), &mut ledger, 7, [(6, NEXT), (7, NEXT)]);
    assert_eq!(read_any(folder.path()).source, ReadFrom::Journal, "the log signed no numbers yet");
    with_snapshot(folder.path(), &mut ledger, NEXT);
    assert_eq!(read_any(folder.path()).source, ReadFrom::Sled, "the store is built");
    assert_eq!(read_any(folder.path()).source, ReadFrom::Sled, "and proves itself");
    // Whoever kept the old key seals with it.
    for slots in [[(6, NEXT), (7, ORIGIN)], [(6, ORIGIN), (7, ORIGIN)], [(6, ORIGIN), (7, NEXT)]] {
        sealed(folder.path(), &mut ledger, 7, slots);
        assert_eq!(refusal(folder.path()), Some(Code::V8), "{slots:?}");
    }
    // And the new key is none for what was sealed before it.
    sealed(folder.path(), &mut ledger, 7, [(4, NEXT), (7, NEXT)]);
    assert_eq!(refusal(folder.path()), Some(Code::V8));
}
