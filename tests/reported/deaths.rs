//! A night of small deaths: what a killed process leaves behind.

use std::fs;

use super::desk::desk;
use crate::kit::program::copy;

/// Embedded stores are as large as the journal, and are made from it.
#[test]
fn an_embedded_store_is_set_aside_once() {
    let machine = desk();
    copy(&machine.path("ledger/sled"), &machine.path("behind"));
    machine.ok("submit new.submission");
    for round in 1..=3 {
        fs::remove_dir_all(machine.path("ledger/sled")).expect("a store");
        copy(&machine.path("behind"), &machine.path("ledger/sled"));
        machine.ok("publish");
        let kept = fs::read_dir(machine.path("ledger/aside")).expect("it was set aside").count();
        assert_eq!(kept, 1, "after {round}");
    }
}
