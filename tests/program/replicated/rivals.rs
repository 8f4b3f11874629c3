//! Two services on one key and one replica, both handed papers, one of them killed or lost again and again: the log is one,
//! and every receipt that either gave proves its event in it.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::submission::SignedStatement;

use super::served_at;
use crate::kit::chance::Chance;
use crate::kit::program::{Environment, Machine, copy, envelopes};
use crate::kit::small::{SMALL, Small};
use crate::served::killed::Log;
use crate::served::{BYTES, Served, exchange};

/// Enough papers that no round sees their end.
pub const MANY: Small = Small { constituencies: 4, precincts: 40, ..SMALL };

/// The receipts that either gave.
pub type Receipts = Mutex<Vec<Receipt>>;

/// How often one of the two is started again: a few times, or as often as `PROTOKOL_ROUNDS` says.
pub fn rounds() -> usize {
    std::env::var("PROTOKOL_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(6)
}

/// Hands papers in to both for a while, and kills one of them meanwhile; keeps the receipts, and tells how many answers said
/// that another writer went on.
pub fn load(rivals: &mut [Served; 2], killed: usize, papers: &[SignedStatement], seed: u64, kept: &Receipts) -> usize {
    let (lost, after) = (Mutex::new(0), Duration::from_millis(seed * 37 % 200));
    thread::scope(|scope| {
        for (who, rival) in rivals.iter().enumerate() {
            let (address, mut chance, lost) = (rival.address, Chance(2 * seed + who as u64), &lost);
            scope.spawn(move || {
                for _ in 0..8 {
                    let paper = chance.of(papers).to_file();
                    let Some(answer) = exchange(address, "POST", "/v1/submissions", &[BYTES], &paper) else { return };
                    match answer.status {
                        200 | 201 => {
                            let receipt = answer.body.parse().expect("a receipt");
                            kept.lock().expect("nobody panicked").push(receipt);
                        }
                        503 => {
                            // It found so now, or did before.
                            let problem = answer.json();
                            assert!(problem["code"] == "U25" || problem["code"] == "U28", "{answer:?}");
                            *lost.lock().expect("nobody panicked") += 1;
                        }
                        _ => panic!("{answer:?}"),
                    }
                    thread::sleep(Duration::from_millis(chance.below(20) as u64));
                }
            });
        }
        thread::sleep(after);
        rivals[killed].kill();
    });
    lost.into_inner().expect("nobody panicked")
}

#[test]
fn two_services_on_one_key_make_one_log() {
    let replica = tempfile::tempdir().expect("a folder");
    make_one_log(&replica.path().display().to_string(), [&Vec::new(), &Vec::new()]);
}

/// Two services with one key and one replica, which is at a place, in an environment each.
pub fn make_one_log(place: &str, environments: [&Environment; 2]) {
    let (machine, _) = served_at(place, environments[0], &MANY).stop();
    let other = Machine::new().knowing(environments[1]);
    machine.hand("log.key", &other);
    copy(&machine.path("ledger"), &other.path("ledger"));
    let (papers, receipts, mut chance, mut lost) = (MANY.protocols(), Mutex::new(Vec::new()), Chance(7), 0);
    let mut rivals = [machine, other].map(|machine| Served::start(machine, ""));
    for round in 0..rounds() {
        let killed = chance.below(2);
        lost += load(&mut rivals, killed, &papers, round as u64, &receipts);
        // It comes back with all that there is; the other is late from its next turn on, if it is not already.
        let [one, two] = rivals;
        rivals = if killed == 0 { [one.again(""), two] } else { [one, two.again("")] };
    }
    let receipts = receipts.into_inner().expect("nobody panicked");
    println!("{} receipts, {lost} answers that another writer went on", receipts.len());
    assert!(lost > 0 && receipts.len() > rounds(), "{lost} {}", receipts.len());
    // Both follow to the end, one after the other.
    let machines = rivals.map(|rival| rival.again("").stop().0);
    let again = machines[0].ok("publish --log-key log.key");
    assert!(again.err.is_empty() || again.err.contains("replica"), "{again}");
    machines[1].ok("publish --log-key log.key");
    assert_eq!(envelopes(&machines[0].path("ledger")), envelopes(&machines[1].path("ledger")));
    machines.iter().for_each(|machine| drop(machine.ok("verify ledger")));
    hold(&machines[0], &receipts);
}

/// Every receipt proves its event in the one log, and of one place there is one event.
pub fn hold(machine: &Machine, receipts: &[Receipt]) {
    let (log, mut places) = (Log::of(machine), BTreeMap::new());
    for receipt in receipts {
        let entry = log.holds(receipt);
        assert_eq!(places.insert(receipt.index(), entry.to_vec()).unwrap_or(entry.to_vec()), entry);
    }
}
