//! The store on a real disk: two ways to the same bytes, an embedded store that may break, one writer.

mod attachments;
mod damage;
mod edits;
mod folds;
mod fuzzed;
mod kill;
mod locks;
mod readers;
mod rotated;
mod same;
#[path = "../../fuzz/harness/stored.rs"]
mod stored;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use protokol::crypto::parallel::Serial;
use protokol::domain::statement::Body;
use protokol::ledger::submission::SignedStatement;
use protokol::store::confirm;
use protokol::store::error::StoreError;
use protokol::store::founding::{Founding, found};
use protokol::store::open::{self, Held};
use protokol::store::read::{self, Reading};
use protokol::verify::conclude::TrustAnchors;
use tempfile::TempDir;

use crate::kit::small::{self, SMALL, after, log_signer, quorum};

/// However badly a store is broken, opening it ends.
const PATIENCE: Duration = Duration::from_secs(30);

/// A ledger in a folder of its own, founded and nothing more.
fn fresh() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let ledger = folder.path().join("ledger");
    let founding = Founding {
        submission: &SMALL.founding(),
        clock: after(0),
        signer: &log_signer(),
        manifest: "",
        rehearsal_key: None,
    };
    found(&ledger, &founding).expect("nothing is there");
    (folder, ledger)
}

/// A ledger with an evening in it, closed; its embedded store is up to date.
fn evening() -> (TempDir, PathBuf) {
    let (folder, ledger) = fresh();
    let mut held = write(&ledger).expect("a founded ledger");
    commit(&mut held, SMALL.structure());
    for protocol in SMALL.protocols() {
        commit(&mut held, vec![protocol]);
    }
    close(held);
    (folder, ledger)
}

fn write(ledger: &Path) -> Result<Held, StoreError> {
    open::write(ledger, log_signer(), Serial, "a test", &mut confirm::without_witnesses, &mut |_| {})
}

/// Lets go of the lock too.
fn close(held: Held) {
    let Held { writer, .. } = held;
    writer.close().expect("the store is flushed");
}

fn commit(held: &mut Held, submissions: Vec<SignedStatement>) {
    for answer in held.writer.commit(submissions, after(5000), &Serial).expect("the disk holds") {
        answer.expect("an admissible submission");
    }
}

fn read_any(ledger: &Path) -> Reading {
    read::open(ledger, &TrustAnchors::default(), Serial, &mut |_| {})
        .unwrap_or_else(|error| panic!("{}: {error}", ledger.display()))
}

fn read_journal(ledger: &Path) -> Reading {
    read::from_journal(ledger, &TrustAnchors::default(), Serial, &mut |_| {})
        .unwrap_or_else(|error| panic!("{}: {error}", ledger.display()))
}

/// A turnout report that no other one equals.
fn report(number: u32) -> SignedStatement {
    let units: Vec<_> = SMALL.precincts().collect();
    let unit = &units[number as usize % units.len()];
    let body = Body::TurnoutReported(small::turnout(small::paper("round-1", unit), number));
    small::signed(SMALL.ledger(), after(u64::from(number)), body, &quorum(unit)[..1])
}

/// Copies a folder with everything in it.
fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("the folder lists") {
        let entry = entry.expect("the folder lists");
        let target = to.join(entry.file_name());
        if entry.file_type().expect("it has a type").is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file copies");
        }
    }
}

/// Every file below a folder, in order.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.expect("the folder lists").path();
        if path.is_dir() { files.extend(files_below(&path)) } else { files.push(path) }
    }
    files.sort();
    files
}

/// What was set aside.
fn aside(ledger: &Path) -> Vec<String> {
    let entries = fs::read_dir(ledger.join("aside")).into_iter().flatten();
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("it lists").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Runs something on a thread of its own, and fails if it neither ends nor panics in time.
fn in_time<T: Send + 'static>(name: &str, work: impl FnOnce() -> T + Send + 'static) -> T {
    let (sender, receiver) = std::sync::mpsc::channel();
    let thread = std::thread::spawn(move || drop(sender.send(work())));
    match receiver.recv_timeout(PATIENCE) {
        Ok(done) => done,
        Err(std::sync::mpsc::RecvTimeoutError::Timeout) => panic!("{name}: it hangs"),
        Err(std::sync::mpsc::RecvTimeoutError::Disconnected) => match thread.join() {
            Err(panic) => std::panic::resume_unwind(panic),
            Ok(()) => unreachable!("the thread sends before it ends"),
        },
    }
}
