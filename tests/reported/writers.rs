//! One writer, whatever somebody deletes.

mod tars;

use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::process::{Child, Command};
use std::time::Duration;

use super::desk::desk;
use crate::kit::program::{Machine, copy};

/// A `submit` that was stopped when it had read the ledger and written nothing to it.
struct Stopped(Child);

impl Stopped {
    fn submits(machine: &Machine) -> Self {
        // While somebody else has it, a writer that has the ledger waits a little for its embedded store.
        let store = File::open(machine.path("ledger/sled/db")).expect("there is an embedded store");
        store.lock().expect("nobody else has it");
        // It notes where it writes when it has read the ledger.
        fs::remove_file(machine.path("ledger/place")).expect("it was noted before");
        let child = machine.start("submit new.submission --receipt first.tlog-proof");
        while !machine.has("ledger/place") {
            std::thread::sleep(Duration::from_millis(1));
        }
        let stopped = Self(child);
        stopped.signal("STOP");
        stopped
    }

    fn signal(&self, name: &str) {
        let id = self.0.id().to_string();
        assert!(Command::new("kill").args(["-s", name, &id]).status().is_ok_and(|status| status.success()));
    }

    /// Lets it go on, to its end.
    fn exit(mut self) -> Option<i32> {
        self.signal("CONT");
        self.0.wait().expect("it ends").code()
    }
}

fn assert_verified(machine: &Machine) {
    machine.ok("verify");
}

#[test]
fn removing_the_lock_does_not_let_a_second_writer_in() {
    let machine = desk();
    let first = Stopped::submits(&machine);
    fs::remove_file(machine.path("ledger/lock")).expect("operators do it");
    let refused = machine.fails("submit new.submission --receipt second.tlog-proof", 11);
    assert_eq!(refused["code"], "U7");
    assert!(refused["says"].as_str().is_some_and(|says| says.contains("`lock` was removed")), "{refused}");
    assert_eq!(first.exit(), Some(0));
    assert_verified(&machine);
    machine.ok("verify first.tlog-proof");
    machine.ok("submit new.submission --receipt second.tlog-proof");
}

#[test]
fn a_writer_whose_seal_was_exchanged_stops_for_good() {
    let machine = desk();
    let first = Stopped::submits(&machine);
    machine.write("ledger/other", machine.read("ledger/seal"));
    fs::rename(machine.path("ledger/other"), machine.path("ledger/seal")).expect("as a restore does it");
    fs::remove_file(machine.path("ledger/lock")).expect("operators do it");
    machine.ok("submit new.submission --receipt second.tlog-proof");
    assert_eq!(first.exit(), Some(11));
    assert!(!machine.has("first.tlog-proof"), "nothing is acknowledged");
    assert_verified(&machine);
    machine.ok("verify second.tlog-proof");
}

#[test]
fn a_writer_whose_journal_grew_by_another_hand_stops_and_says_why() {
    let machine = desk();
    let first = Stopped::submits(&machine);
    let journal = File::options().write(true).open(machine.path("ledger/journal/00000000000000000000.frames"));
    let journal = journal.expect("the first segment");
    let length = journal.metadata().expect("a file").len();
    journal.write_all_at(b"PKF1", length).expect("another writer's beginning");
    assert_eq!(first.exit(), Some(11));
    journal.set_len(length).expect("as it was");
    assert_verified(&machine);
    assert!(machine.ok("help U14").out.contains("somebody else changed the ledger's files"));
}

#[test]
fn a_copy_of_the_folder_is_told_when_it_is_written() {
    let machine = desk();
    machine.ok("submit new.submission");
    copy(&machine.path("ledger"), &machine.path("copy"));
    let told = |typed: &str| machine.ok(typed).err.contains("is a copy of");
    assert!(told("publish --ledger copy"), "the copy");
    assert!(!told("publish --ledger copy"), "once");
    assert!(!told("publish"), "the ledger that was copied");
}
