//! Readers beside readers, and beside a writer: a store that is held by another is whole, and nobody waits for long.

use std::time::{Duration, Instant};

use protokol::crypto::parallel::Serial;
use protokol::domain::number::Sequence;
use protokol::store::files;
use protokol::store::read::{self, ReadFrom};
use protokol::verify::conclude::TrustAnchors;

use super::same::assert_same;
use super::{aside, close, commit, evening, files_below, read_any, read_journal, report, write};

#[test]
fn two_readers_at_once_leave_the_store_alone() {
    let (_folder, ledger) = evening();
    let one = read_any(&ledger);
    assert_eq!(one.source, ReadFrom::Sled);
    let other = read_any(&ledger);
    assert_eq!(other.source, ReadFrom::Journal);
    assert_same("two readers", &one, &other);
    assert_eq!(aside(&ledger), [""; 0]);
    drop((one, other));
    assert_eq!(read_any(&ledger).source, ReadFrom::Sled);
    assert_eq!(aside(&ledger), [""; 0]);
}

#[test]
fn a_writer_beside_a_reader_leaves_the_store_alone() {
    let (_folder, ledger) = evening();
    let reader = read_any(&ledger);
    assert_eq!(reader.source, ReadFrom::Sled);
    let mut held = write(&ledger).expect("a reader keeps no writer out");
    assert!(!held.recovery.rebuilt && held.recovery.without_store.is_some(), "{:?}", held.recovery);
    commit(&mut held, vec![report(1)]);
    close(held);
    assert_eq!(aside(&ledger), [""; 0]);
    // What the reader began with is what it goes on with.
    assert!(reader.events.envelope(Sequence(0)).expect("it reads").is_some());
    assert_eq!(reader.events.size(), reader.checkpoint.checkpoint().size);
    drop(reader);
    assert_same("afterwards", &read_any(&ledger), &read_journal(&ledger));
}

/// A rebuild of a national ledger takes longer than a writer waits for a reader.
#[test]
fn a_reader_that_rebuilds_keeps_no_writer_out() {
    let (_folder, ledger) = evening();
    std::fs::remove_dir_all(ledger.join(files::SLED)).expect("it goes");
    let (mut asked, since) = (None, Instant::now());
    let reading = read::open(&ledger, &TrustAnchors::default(), Serial, &mut |_| {
        asked.get_or_insert_with(|| write(&ledger).map(close));
    });
    asked.expect("the fold tells its progress").expect("no reader keeps a writer out");
    assert!(since.elapsed() < Duration::from_secs(9), "the writer waited for the reader");
    assert_same("rebuilt", &reading.expect("it reads"), &read_journal(&ledger));
    assert_eq!(aside(&ledger), [""; 0]);
}

/// A reader that cannot fill the store puts back what was there, and not while somebody else writes.
#[test]
fn a_rebuild_that_fails_puts_back_what_was_there() {
    let (_folder, ledger) = evening();
    std::fs::write(ledger.join("sled/db"), "garbage").expect("it writes");
    let before = files_below(&ledger.join(files::SLED));
    let path = files_below(&ledger.join(files::JOURNAL)).remove(0);
    let mut journal = std::fs::read(&path).expect("it reads");
    let middle = journal.len() / 2;
    journal[middle] ^= 1;
    std::fs::write(&path, &journal).expect("it writes");
    assert!(read::open(&ledger, &TrustAnchors::default(), Serial, &mut |_| {}).is_err());
    assert_eq!(files_below(&ledger.join(files::SLED)), before);
    assert_eq!(aside(&ledger), [""; 0]);
}
