//! `kill -9` in the middle of writing: whatever was acknowledged is there.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use protokol::crypto::parallel::Serial;
use protokol::store::files;
use protokol::store::journal::disk::Folder;
use protokol::store::journal::inspect::inspect;
use protokol::store::publish::published::PublishedFolder;
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::fault::Verdict;
use protokol::verify::published;

use super::same::assert_same;
use super::{close, evening, in_time, read_any, read_journal, report, write};
use crate::kit::small::after;

/// Where the child writes; without it the child is no child.
const LEDGER: &str = "PROTOKOL_TEST_LEDGER";
/// With which report it begins.
const FIRST: &str = "PROTOKOL_TEST_FIRST";

/// The child: writes until it is killed, and tells each report that was acknowledged.
#[test]
#[ignore = "the child of the test below"]
fn child() {
    let Some(ledger) = std::env::var_os(LEDGER) else { return };
    let first: u32 = std::env::var(FIRST).expect("the parent says").parse().expect("a number");
    let mut held = write(Path::new(&ledger)).expect("the ledger opens");
    let mut out = std::io::stdout();
    let mut number = first;
    loop {
        let turn = 1 + number % 7;
        let submissions = (number..number + turn).map(report).collect();
        for answer in held.writer.commit(submissions, after(5000), &Serial).expect("the disk holds") {
            answer.expect("an admissible report");
        }
        number += turn;
        writeln!(out, "acknowledged below {number}").and_then(|()| out.flush()).expect("the parent listens");
    }
}

#[test]
fn nothing_acknowledged_is_missing_after_a_kill() {
    let (_folder, ledger) = evening();
    let (mut first, mut acknowledged, mut longest) = (0, 0, 0);
    for round in 0..10 {
        let mut child = Command::new(std::env::current_exe().expect("this very test"))
            .args(["--exact", "folder::kill::child", "--ignored", "--nocapture"])
            .env(LEDGER, &ledger)
            .env(FIRST, first.to_string())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the test runs itself");
        let mut lines = BufReader::new(child.stdout.take().expect("it is piped")).lines();
        let mut hear = |line: Option<std::io::Result<String>>| {
            let line = line.and_then(Result::ok)?;
            // The last line may be cut.
            if let Some(number) = line.split("acknowledged below ").nth(1).and_then(|n| n.parse::<u32>().ok()) {
                acknowledged = acknowledged.max(number);
            }
            Some(())
        };
        let killed = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(200 + 60 * round));
            child.kill().expect("it runs until it is killed");
            child.wait().expect("it ended")
        });
        while hear(lines.next()).is_some() {}
        assert!(!killed.join().expect("the killer lives").success());

        let place = ledger.clone();
        let size = in_time("opening after a kill", move || {
            let held = write(&place).unwrap_or_else(|error| panic!("round {round}: {error}"));
            for number in 0..acknowledged {
                assert!(held.writer.admitted(&report(number)).is_some(), "round {round}: report {number} is missing");
            }
            let report =
                inspect(&Folder::new(&place), Serial, &TrustAnchors::default(), &mut |_| {}).expect("it reads");
            assert_eq!(report.verdict(), Verdict::Verified, "round {round}: {:?}", report.faults);
            assert_eq!(held.writer.unpublished(), None);
            let folder = PublishedFolder::new(&place.join(files::PUBLISHED));
            let published =
                published::inspect(&folder, Serial, &TrustAnchors::default(), &mut |_| {}).expect("it reads").report;
            assert_eq!(published.verdict(), Verdict::Verified, "round {round}: {:?}", published.faults);
            assert_eq!(published.checkpoint.as_ref(), Some(held.writer.checkpoint().checkpoint()));
            let size = held.writer.head().size.0;
            close(held);
            assert_same(&format!("round {round}"), &read_any(&place), &read_journal(&place));
            size
        });
        assert!(size >= longest);
        longest = size;
        // What was in flight may be in or not: the next child hands it in again.
        first = acknowledged;
    }
    assert!(acknowledged > 100, "the child hardly wrote: {acknowledged}");
}
