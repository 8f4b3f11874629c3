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
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use protokol::crypto::admitted::AdmittedKeys;
use protokol::crypto::parallel::{ParallelMap, Serial};
use protokol::domain::id::LedgerId;
use protokol::domain::number::Count;
use protokol::domain::protocol::TurnoutReported;
use protokol::domain::statement::Body;
use protokol::domain::time::HourOfDay;
use protokol::ledger::submission::{SignedStatement, open_all};
use protokol::server::api::bounds::{SCRUB_REST, WAITING};
use protokol::server::api::writing::standing::Standing;
use protokol::server::api::writing::writer::{WriterSetting, WriterThread};
use protokol::service::clock::ClockTrust;
use protokol::service::paper::HandedIn;
use protokol::service::parallel::Cores;
use protokol::service::scans::ScansAre;
use protokol::service::serving::live::Live;
use protokol::store::confirm;
use protokol::store::founding::{Founding, found};
use protokol::store::open::{self, Held};

use tokio::runtime::Runtime;

use small::{SMALL, Small, after, log_signer, paper, quorum, signed};

const ELECTION: Small = Small { constituencies: 8, precincts: 500, ..SMALL };
const PRECINCTS: usize = 4_000;
const SUBMITTERS: usize = 64;
/// How many reports each of the submitters hands in.
const REPORTS_EACH: usize = 250;
/// How many one alone hands in.
const REPORTS_ALONE: usize = 400;
/// How often each is measured.
const TIMES: usize = 3;

fn main() {
    let ledger = ELECTION.ledger();
    let units: Vec<_> = ELECTION.precincts().collect();
    let reports: Vec<_> = (0..SUBMITTERS * REPORTS_EACH).map(|number| report(ledger, &units, number)).collect();
    let known = known_keys();
    let temporary = tempfile::tempdir().expect("a temporary folder");
    for time in 0..TIMES {
        let batches = a_second(reports.len(), measured(|| in_batches(&reports, &known)));
        let many = a_second(reports.len(), from_many(&temporary.path().join(format!("many-{time}")), &reports));
        println!("signatures in batches alone {batches:7} a second");
        println!(
            "from {SUBMITTERS} submitters          {many:7} a second: {} hundredths of that",
            100 * many / batches
        );
        let alone = from_one(&temporary.path().join(format!("one-{time}")), &reports[..REPORTS_ALONE]);
        let syncs = two_syncs(&temporary.path().join("plain"), &reports[0]);
        println!("from one alone              {:7} µs a report", alone / REPORTS_ALONE as u128);
        println!(
            "a plain file, two syncs     {:7} µs: {} hundredths",
            syncs / REPORTS_ALONE as u128,
            100 * alone / syncs
        );
    }
}

/// A turnout report of one signature: first those of all units for eight o'clock, then those for the next hours.
fn report(ledger: LedgerId, units: &[String], number: usize) -> SignedStatement {
    let (unit, round) = (&units[number % PRECINCTS], u16::try_from(number / PRECINCTS).expect("few rounds"));
    let as_of = HourOfDay::try_from((8 + round) * 60).expect("an hour of the day");
    let paper = paper("round-1", unit);
    let body =
        Body::TurnoutReported(TurnoutReported { paper, as_of, voters: Count(100 * u32::from(round)), stations: None });
    signed(ledger, after(u64::from(round)), body, &quorum(unit)[..1])
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

/// The keys of all commissions, each looked at before.
fn known_keys() -> AdmittedKeys {
    let mut known = AdmittedKeys::default();
    for formed in ELECTION.structure() {
        known.learn(formed.open(&AdmittedKeys::default()).expect("our own").enrols);
    }
    known
}

/// Checks all signatures in as few batches as there are cores.
fn in_batches(reports: &[SignedStatement], known: &AdmittedKeys) {
    let batches = reports.chunks(reports.len().div_ceil(Cores.width())).collect();
    let hold = Cores.map(batches, |batch: &[SignedStatement]| {
        open_all(&batch.iter().collect::<Vec<_>>(), known, &Serial).iter().all(Result::is_ok)
    });
    assert!(hold.into_iter().all(|holds| holds));
}

/// Hands reports in to the service's writer from 64, each of whom waits for an answer before the next.
fn from_many(ledger: &Path, reports: &[SignedStatement]) -> u128 {
    let held = founded(ledger);
    let live = Live::of(ledger, &held).expect("its journal can be read");
    let setting = WriterSetting {
        ledger: ledger.to_owned(),
        policy: None,
        patience: Duration::ZERO,
        waiting: WAITING,
        scrub_rest: SCRUB_REST,
        trust: ClockTrust::Insisted,
        standing: Standing::default(),
        clock: || after(1),
        tell: Arc::new(|_| {}),
    };
    let writer = WriterThread::start(setting, held, Arc::new(RwLock::new(live))).expect("nobody is asked to witness");
    let (writer, runtime) = (Arc::new(writer), Runtime::new().expect("threads"));
    let submitters: Vec<_> = reports.chunks(REPORTS_EACH).map(<[_]>::to_vec).collect();
    measured(|| {
        let hand_in = |reports: Vec<SignedStatement>| {
            let writer = Arc::clone(&writer);
            runtime.spawn(async move {
                for submission in reports {
                    let taken = writer.hand_in(HandedIn { submission, scans: ScansAre::Owed }).await;
                    assert!(taken.is_ok(), "it is admissible");
                }
            })
        };
        let submitters: Vec<_> = submitters.into_iter().map(hand_in).collect();
        submitters.into_iter().for_each(|submitter| runtime.block_on(submitter).expect("it does not panic"));
    })
}

/// Hands reports in one by one, as whoever writes alone.
fn from_one(ledger: &Path, reports: &[SignedStatement]) -> u128 {
    let mut writer = founded(ledger).writer;
    let keys = writer.known_keys();
    measured(|| {
        for report in reports {
            let checked = keys.check(report);
            let answers = writer.turn_checked(vec![(checked, after(1))]).expect("the disk holds");
            assert!(answers.iter().all(Result::is_ok));
            if writer.catches_up_in() == Some(Duration::ZERO) {
                writer.catch_up();
            }
        }
    })
}

/// A file to which a report is written for a report, with a sync for the journal's and one for the seal's.
fn two_syncs(file: &Path, report: &SignedStatement) -> u128 {
    let bytes = report.encode();
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
