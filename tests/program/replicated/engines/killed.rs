//! An engine that is killed under load, alone and together with whoever writes or stands by.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::submission::SignedStatement;

use super::started::Engine;
use crate::kit::chance::Chance;
use crate::replicated::standby::{are_one_log, follows, standing_by_at};
use crate::replicated::{rivals, served_at};
use crate::served::killed::Log;
use crate::served::{BYTES, Served, soon};

/// How often an engine is killed under load.
const KILLED: usize = 2;

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

/// At any moment of a load the engine is killed, and one of the two services; whichever is left goes on, once the engine is
/// there again.
#[test]
fn of_two_services_and_seaweedfs_one_and_the_engine_are_killed_and_the_other_goes_on() {
    let Some(mut engine) = Engine::seaweed() else { return };
    let (place, environment) = (engine.place("killed-with"), engine.environment());
    let writer = served_at(&place, &environment, &rivals::MANY);
    let standby = standing_by_at(&place, &environment, &writer, "");
    let (mut pair, mut writes, mut chance) = ([writer, standby], 0, Chance(5));
    let (papers, receipts) = (rivals::MANY.protocols(), Mutex::default());
    // Whoever writes, and whoever stands by.
    for (round, killed) in [(0, 0), (1, 0)] {
        let (before, silent) = (chance.below(150) as u64, chance.below(2000) as u64);
        thread::scope(|scope| {
            scope.spawn(|| {
                thread::sleep(Duration::from_millis(before));
                engine.kill();
                thread::sleep(Duration::from_millis(silent));
                engine.start();
            });
            rivals::load(&mut pair, killed, &papers, round, &receipts);
        });
        if killed == writes {
            writes = 1 - killed;
            // It may take the engine longer to find what it has than to answer.
            let standby = &pair[writes].machine;
            soon("the other takes over", || (standby.run("takeover").exit == 0).then_some(()));
        }
        let [one, two] = pair;
        pair = if killed == 0 { [one.again("--standby"), two] } else { [one, two.again("--standby")] };
        follows(&pair[1 - writes], &pair[writes]);
    }
    let receipts = receipts.into_inner().expect("nobody panicked");
    println!("{place}: {} papers came in", receipts.len());
    assert!(receipts.len() > KILLED);
    pair[writes].takes(&papers[papers.len() - 1..]);
    follows(&pair[1 - writes], &pair[writes]);
    are_one_log(pair, &receipts);
}
