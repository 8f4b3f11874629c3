//! One writer at a time, and who it is.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use protokol::crypto::parallel::Serial;
use protokol::store::error::StoreError;
use protokol::store::{confirm, files, open};

use super::{evening, fresh, read_any, write};
use crate::kit::small::log_signer;

#[test]
fn a_second_writer_is_told_who_writes() {
    let (_folder, ledger) = evening();
    let held = open::write(&ledger, log_signer(), Serial, "rehearse", &mut confirm::without_witnesses, &mut |_| {})
        .expect("nobody else writes");
    match write(&ledger) {
        Err(StoreError::Locked(holder)) => {
            assert_eq!(holder.process, std::process::id().to_string());
            assert_eq!(holder.doing, "rehearse");
        }
        other => panic!("two writers: {:?}", other.err()),
    }
    drop(held);
    write(&ledger).expect("the first one is gone");
}

#[test]
fn there_must_be_a_ledger() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    assert!(matches!(write(folder.path()), Err(StoreError::NoLedger(_))));
    assert!(!folder.path().join(files::LOCK).exists(), "nothing is made where there is no ledger");
}

/// Readers take the lock for a moment: a writer waits for them, and is never told of one that wrote before.
#[test]
fn readers_do_not_turn_a_writer_away() {
    let (_folder, ledger) = fresh();
    drop(write(&ledger).expect("nobody else writes"));
    let done = Arc::new(AtomicBool::new(false));
    let reader = std::thread::spawn({
        let (ledger, done) = (ledger.clone(), Arc::clone(&done));
        move || {
            while !done.load(Ordering::Relaxed) {
                read_any(&ledger);
            }
        }
    });
    let turned_away = (0..40).find_map(|_| write(&ledger).err());
    done.store(true, Ordering::Relaxed);
    reader.join().expect("the reader reads");
    assert!(turned_away.is_none(), "{turned_away:?}");
}
