//! How fast papers come in, in this process: `cargo bench --bench admission` hands turnout reports of one signature each to a
//! ledger on this disk, durable, sealed, with totals, the embedded store and the published folder; from 64 submitters who
//! each wait for their answer, and from one alone. Beside it the same signatures checked in batches on all cores and
//! nothing else, and a plain file with two syncs for each report. Three times in turn; it prints reports a second, and milliseconds.

#[path = "../tests/kit/small.rs"]
#[allow(dead_code, reason = "the benchmarks use a part of it")]
mod small;

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::thread;
use std::time::Instant;

use protokol::crypto::admitted::AdmittedKeys;
use protokol::domain::statement::Body;
use protokol::ledger::entry::ParallelMap;
use protokol::ledger::submission::{SignedStatement, open_all};
use protokol::service::parallel::Cores;
use protokol::store::confirm;
use protokol::store::founding::{Founding, found};
use protokol::store::open::{self, Held};
use protokol::store::queue::Queue;

use small::{SMALL, Small, after, log_signer, paper, quorum, signed};

const ELECTION: Small = Small { constituencies: 4, precincts: 100, ..SMALL };
const SUBMITTERS: usize = 64;
/// How many reports each of the submitters hands in.
const REPORTS_EACH: usize = 250;
/// How many one alone hands in.
const REPORTS_ALONE: usize = 400;
/// How often each is measured.
const TIMES: usize = 3;

fn main() {
    let reports: Vec<_> = (0..SUBMITTERS * REPORTS_EACH).map(report).collect();
    let temporary = tempfile::tempdir().expect("a temporary folder");
    for time in 0..TIMES {
        let batches = a_second(reports.len(), measured(|| in_batches(&reports)));
        let many = a_second(reports.len(), from_many(&temporary.path().join(format!("many-{time}")), &reports));
        println!("signatures in batches alone {batches:7} a second");
        println!(
            "from {SUBMITTERS} submitters          {many:7} a second: {} hundredths of that",
            100 * many / batches
        );
        let alone = from_one(&temporary.path().join(format!("one-{time}")), &reports[..REPORTS_ALONE]);
        let syncs = two_syncs(&temporary.path().join("plain"));
        println!("from one alone              {:7} µs a report", alone / REPORTS_ALONE as u128);
        println!(
            "a plain file, two syncs     {:7} µs: {} hundredths",
            syncs / REPORTS_ALONE as u128,
            100 * alone / syncs
        );
    }
}

/// A turnout report of one signature, each unit's with more voters than the one before.
fn report(number: usize) -> SignedStatement {
    let unit = ELECTION.precincts().nth(number % 400).expect("400 precincts");
    let voters = u32::try_from(number).expect("few");
    let body = Body::TurnoutReported(small::turnout(paper("round-1", &unit), voters));
    signed(ELECTION.ledger(), after(u64::from(voters)), body, &quorum(&unit)[..1])
}

/// Microseconds on the wall.
fn measured(work: impl FnOnce()) -> u128 {
    let since = Instant::now();
    work();
    since.elapsed().as_micros()
}

fn a_second(times: usize, microseconds: u128) -> u128 {
    times as u128 * 1_000_000 / microseconds
}

/// Checks all signatures in as few batches as there are cores, under keys that are read before.
fn in_batches(reports: &[SignedStatement]) {
    let mut known = AdmittedKeys::default();
    for formed in ELECTION.structure() {
        known.learn(formed.open(&AdmittedKeys::default()).expect("our own").enrols);
    }
    let batches = reports.chunks(reports.len().div_ceil(Cores.width())).collect();
    let hold = Cores.map(batches, |batch: &[SignedStatement]| {
        open_all(&batch.iter().collect::<Vec<_>>(), &known).iter().all(Result::is_ok)
    });
    assert!(hold.into_iter().all(|holds| holds));
}

fn from_many(ledger: &Path, reports: &[SignedStatement]) -> u128 {
    let Held { writer, .. } = founded(ledger);
    let (queue, thread) = Queue::start(writer, Cores, || after(1));
    let spent = measured(|| {
        thread::scope(|scope| {
            for one in reports.chunks(REPORTS_EACH) {
                let queue = queue.clone();
                scope.spawn(move || {
                    for report in one {
                        let ticket = queue.submit(report.clone()).expect("it runs");
                        ticket.wait().expect("it runs").expect("admissible");
                    }
                });
            }
        });
    });
    drop(queue);
    thread.join().expect("it does not panic").expect("the disk holds");
    spent
}

fn from_one(ledger: &Path, reports: &[SignedStatement]) -> u128 {
    let mut held = founded(ledger);
    measured(|| {
        for report in reports {
            let answers = held.writer.commit(vec![report.clone()], after(1), &Cores).expect("the disk holds");
            assert!(answers.iter().all(Result::is_ok));
        }
    })
}

/// A file to which a report is written for a report, with a sync for the journal's and one for the seal's.
fn two_syncs(file: &Path) -> u128 {
    let bytes = vec![7; report(0).encode().len() + 50];
    let mut file = File::create(file).expect("a file");
    measured(|| {
        for _ in 0..REPORTS_ALONE {
            for _ in 0..2 {
                file.write_all(&bytes).and_then(|()| file.sync_data()).expect("the disk holds");
            }
        }
    })
}

fn founded(ledger: &Path) -> Held {
    let founding = Founding {
        submission: &ELECTION.founding(),
        clock: after(0),
        signer: &log_signer(),
        manifest: "",
        rehearsal_key: None,
    };
    found(ledger, &founding).expect("nothing is there");
    let mut held =
        open::write(ledger, log_signer(), Cores, "a benchmark", &mut confirm::without_witnesses, &mut |_| {})
            .expect("a ledger");
    held.writer.commit(ELECTION.structure(), after(0), &Cores).expect("the disk holds");
    held
}
