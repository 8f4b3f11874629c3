//! Object stores that others wrote, started here on loopback, hold what the program writes.
//!
//! ```text
//! PROTOKOL_WEED      the program of SeaweedFS, which speaks S3
//! PROTOKOL_AZURITE   the program of Azurite, azurite-blob, which speaks Azure Blob; node is on the machine
//! PROTOKOL_REPLICA   by hand: s3://BUCKET/PREFIX of an engine that runs, which the environment opens, and where nothing is
//! PROTOKOL_GATEWAY   by hand: another way to the same engine, as AWS_ENDPOINT_URL is one
//! ```
//! Where one of them is not named, what it would judge is told as SKIPPED.

mod answering;
mod mirrored;
mod started;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::submission::SignedStatement;

use self::started::Engine;
use super::{is_restored_and_goes_on, rivals, served_at};
use crate::kit::chance::Chance;
use crate::served::killed::Log;
use crate::served::{BYTES, Served, soon};

/// How often an engine is killed under load.
const KILLED: usize = 2;

#[test]
fn a_ledger_is_restored_from_the_objects_of_seaweedfs_and_goes_on() {
    let Some(engine) = Engine::seaweed() else { return };
    is_restored_and_goes_on(&engine.place("ledger"), &engine.environment());
    // Another one, and nobody reads on the way.
    is_restored_and_goes_on(&engine.place(""), &engine.encrypted());
}

#[test]
fn a_ledger_is_restored_from_the_objects_of_azurite_and_goes_on() {
    let Some(engine) = Engine::azurite() else { return };
    is_restored_and_goes_on(&engine.place("an/other/ledger"), &engine.environment());
}

#[test]
fn two_services_on_one_key_make_one_log_in_seaweedfs() {
    let Some(engine) = Engine::seaweed() else { return };
    rivals::make_one_log(&engine.place("rivals"), [&engine.environment(), &engine.environment()]);
}

#[test]
fn two_services_on_one_key_make_one_log_in_azurite() {
    let Some(engine) = Engine::azurite() else { return };
    rivals::make_one_log(&engine.place("rivals"), [&engine.environment(), &engine.environment()]);
}

#[test]
fn an_engine_that_somebody_runs_holds_a_replica_and_two_services_make_one_log_in_it() {
    let Ok(place) = std::env::var("PROTOKOL_REPLICA") else {
        eprintln!("SKIPPED: PROTOKOL_REPLICA is not set, so no engine that somebody runs judges anything");
        return;
    };
    is_restored_and_goes_on(&format!("{place}/restored"), &Vec::new());
    let gateway = std::env::var("PROTOKOL_GATEWAY").ok();
    let beside = gateway.map(|url| ("AWS_ENDPOINT_URL", url)).into_iter().collect();
    rivals::make_one_log(&format!("{place}/rivals"), [&Vec::new(), &beside]);
}

/// Papers are handed in from several sides while the engine is killed and started again; who writes waits meanwhile. Azurite
/// is not asked: it writes down from time to time what it has, and is nowhere said to be more than an emulator.
#[test]
fn seaweedfs_killed_under_load_loses_nothing() {
    let Some(mut engine) = Engine::seaweed() else { return };
    let (small, mut chance) = (&rivals::MANY, Chance(11));
    let served = served_at(&engine.place("killed"), &engine.environment(), small);
    let (papers, receipts, over) = (small.protocols(), Mutex::new(BTreeMap::new()), AtomicBool::new(false));
    thread::scope(|scope| {
        for (side, papers) in papers.chunks(papers.len() / 4).enumerate() {
            let (served, receipts, over) = (&served, &receipts, &over);
            scope.spawn(move || hand_in(served, papers, receipts, &mut Chance(side as u64), over));
        }
        let count = || receipts.lock().expect("nobody panicked").len();
        for _ in 0..KILLED {
            thread::sleep(Duration::from_millis(chance.below(700) as u64));
            engine.kill();
            let before = count();
            thread::sleep(Duration::from_millis(chance.below(2000) as u64));
            engine.start();
            // It may take longer to find what it has than to answer.
            soon("papers come in again", || (count() > before + 4).then_some(()));
        }
        over.store(true, Ordering::Relaxed);
    });
    let receipts = receipts.into_inner().expect("nobody panicked");
    println!("{}: {} papers came in", engine.place(""), receipts.len());
    assert!(receipts.len() > KILLED);
    // It wrote on without being started again, and its replica has all of it.
    served.takes(&papers[papers.len() - 1..]);
    let (machine, status) = served.stop();
    assert!(status.success());
    let log = Log::of(&machine);
    for receipt in receipts.values() {
        log.holds(receipt);
    }
    machine.ok(&format!("verify {}", engine.place("killed")));
    assert_eq!(machine.json(&format!("compare ledger {}", engine.place("killed")))["relation"], "equal");
}

/// Hands papers in, one after the other, until it is over; a turn that waits is waited for.
fn hand_in(
    served: &Served,
    papers: &[SignedStatement],
    receipts: &Mutex<BTreeMap<Vec<u8>, Receipt>>,
    chance: &mut Chance,
    over: &AtomicBool,
) {
    // The last is kept for when it is over.
    for paper in &papers[..papers.len() - 1] {
        if over.load(Ordering::Relaxed) {
            return;
        }
        let bytes = paper.to_file();
        let answer = served.post(&[BYTES], &bytes);
        let receipt = answer.is(201).body.parse().expect("a receipt");
        receipts.lock().expect("nobody panicked").insert(bytes, receipt);
        thread::sleep(Duration::from_millis(chance.below(60) as u64));
    }
}
