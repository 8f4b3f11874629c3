//! A night of small deaths: what a killed process leaves behind.

mod witnesses;
use std::fs::{self, File};
use std::process::{Command, Stdio};

use super::desk::desk;
use crate::kit::program::{Disk, Machine, copy};

/// Embedded stores are as large as the journal, and are made from it.
#[test]
fn an_embedded_store_is_set_aside_once() {
    let machine = desk();
    for round in 1..=3 {
        machine.write("ledger/sled/db", "no store\n");
        machine.ok("publish");
        let kept = fs::read_dir(machine.path("ledger/aside")).expect("it was set aside").count();
        assert_eq!(kept, 1, "after {round}");
    }
}

/// Runs the program as the process of a number that a killed one had, which was writing a file of this name.
fn after_its_double(machine: &Machine, typed: &str, name: &str) -> Option<i32> {
    let program = env!("CARGO_BIN_EXE_protokol");
    let line = format!("echo half > .{name}.$$; exec {program} {typed}");
    let mut command = Command::new("sh");
    command.args(["-c", &line]).current_dir(machine.folder()).stdin(Stdio::null()).stdout(Stdio::null());
    command.status().expect("a shell").code()
}

#[test]
fn what_a_killed_process_left_blocks_nothing_that_is_written() {
    let machine = desk();
    machine.write("pass.txt", "a long enough passphrase\n");
    for (typed, name) in [
        ("sign draft.toml --key 1.key --yes --out signed.submission", "signed.submission"),
        ("submit new.submission --receipt event.tlog-proof", "event.tlog-proof"),
        ("submit new.submission --receipt event.tlog-proof", "event.tlog-proof"),
        ("draft annulment 01.001 --out paper.toml", "paper.toml"),
        ("export --kit --out kit.protokol", "kit.protokol"),
        ("export --format csv --inside --out table.csv", "table.csv"),
        ("export --out log.tar --inside", "log.tar"),
        ("keygen --name A --out a.key --passphrase-file pass.txt", "a.key"),
    ] {
        machine.write(&format!(".{name}.0.part"), "half");
        assert_eq!(after_its_double(&machine, typed, name), Some(0), "{typed}");
        assert!(machine.has(name), "{typed}");
        assert!(!machine.has(&format!(".{name}.0.part")), "{typed}: the rest is cleared away");
    }
    machine.write("ledger/published/checkpoint.part", "half");
    machine.write("ledger/published/checkpoint.1.part", "half");
    machine.ok("publish");
    // What lives is no rest: it is left alone.
    machine.write(".again.tlog-proof.0.part", "half");
    let other = File::open(machine.path(".again.tlog-proof.0.part")).expect("another process's file");
    other.lock().expect("it is being written");
    machine.ok("submit new.submission --receipt again.tlog-proof");
    assert_eq!(machine.text(".again.tlog-proof.0.part"), "half");
}

/// A torn write is evidence, and as large as the turn that it is of.
#[test]
fn a_full_disk_is_not_filled_by_what_is_set_aside_again_and_again() {
    let machine = desk();
    fs::create_dir(machine.path("small")).expect("a folder");
    let Some(disk) = Disk::mount(&machine.path("small"), 4096) else { return };
    copy(&machine.path("ledger"), &machine.path("small/ledger"));
    fs::remove_dir_all(machine.path("small/ledger/sled")).expect("a store");
    let journal = machine.path("small/ledger/journal/00000000000000000000.frames");
    let torn = [fs::read(&journal).expect("a segment"), b"PKF1".to_vec(), vec![7; 300_000]].concat();
    fs::write(&journal, &torn).expect("there is room");
    machine.write("small/room", [0; 120_000]);
    disk.fill();
    fs::remove_file(machine.path("small/room")).expect("some room, and too little");
    for _ in 0..3 {
        machine.run("submit new.submission --ledger small/ledger").exits(8);
    }
    let aside = fs::read_dir(machine.path("small/ledger/aside")).map_or(0, Iterator::count);
    assert_eq!(aside, 0, "no copy is whole");
    assert_eq!(fs::read(&journal).expect("a segment"), torn, "nothing was cut");
}
