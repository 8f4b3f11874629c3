//! A service that is killed under load, again and again: whoever has a receipt has a place in the log.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use protokol::ledger::envelope::Envelope;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;

use super::witnessed::Witness;
use super::{BYTES, Served, exchange, founded};
use crate::kit::program::{Machine, envelopes};
use crate::kit::small::{SMALL, Small};

/// Enough papers that none of the rounds sees their end.
const MANY: Small = Small { constituencies: 4, precincts: 60, ..SMALL };
const ROUNDS: u64 = 10;
const CLIENTS: usize = 6;

/// Hands papers in from several clients until the service is gone; each receipt is kept by the paper's number.
fn load(served: &mut Served, papers: &[SignedStatement], receipts: &Mutex<BTreeMap<usize, Vec<Receipt>>>, round: u64) {
    let (address, next, over) = (served.address, AtomicUsize::new(0), AtomicBool::new(false));
    thread::scope(|scope| {
        for _ in 0..CLIENTS {
            scope.spawn(|| {
                while !over.load(Ordering::Relaxed) {
                    let number = next.fetch_add(1, Ordering::Relaxed) % papers.len();
                    let answer = exchange(address, "POST", "/v1/submissions", &[BYTES], &papers[number].to_file());
                    let Some(answer) = answer.filter(|answer| matches!(answer.status, 200 | 201)) else { continue };
                    let receipt = answer.body.parse().expect("a receipt");
                    receipts.lock().expect("nobody panicked").entry(number).or_default().push(receipt);
                }
            });
        }
        // Another moment each time, from before the first answer to the middle of everything.
        thread::sleep(Duration::from_millis(40 + 97 * round));
        served.kill();
        over.store(true, Ordering::Relaxed);
    });
}

/// Every receipt proves its event under a checkpoint of the log as it is now, and is of what was handed in.
fn hold(machine: &Machine, receipts: &BTreeMap<usize, Vec<Receipt>>, papers: &[SignedStatement]) {
    let log = Log::of(machine);
    for (number, receipts) in receipts {
        for receipt in receipts {
            let submission = Envelope::decode(log.holds(receipt)).expect("an envelope").submission;
            assert_eq!(submission, papers[*number].encode(), "it is the paper that was handed in");
        }
    }
}

/// A log as it is at the end.
pub struct Log {
    entries: Vec<Vec<u8>>,
    tree: Tree,
}

impl Log {
    pub fn of(machine: &Machine) -> Self {
        let (entries, mut tree) = (envelopes(&machine.path("ledger")), Tree::default());
        entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
        Self { entries, tree }
    }

    /// The entry of a receipt, which is where the receipt says, under a checkpoint of this log.
    pub fn holds(&self, receipt: &Receipt) -> &[u8] {
        let entry = receipt.entry().expect("the event travels along");
        let place = usize::try_from(receipt.index().0).expect("a place");
        let found = self.entries.get(place).map(Vec::as_slice);
        assert_eq!(found, Some(entry), "it is where the receipt says");
        receipt.verify_inclusion(entry).expect("it proves the event");
        let checkpoint = receipt.checkpoint().checkpoint();
        assert_eq!(self.tree.root_at(checkpoint.size), Ok(checkpoint.root), "the log is a continuation");
        found.expect("seen")
    }
}

#[test]
fn no_receipt_is_lost_however_often_the_service_is_killed() {
    let machine = founded(&MANY);
    let witness = Witness::of(&machine);
    witness.policy(&machine);
    let flags = "--policy w.policy --witness-seconds 3";
    let mut served = Served::start(machine, flags);
    served.takes(&MANY.structure()[..8]);
    // In any order: those whose commission is not there yet are refused, and come again.
    let papers: Vec<_> = MANY.structure()[8..].iter().cloned().chain(MANY.protocols()).collect();
    let receipts = Mutex::default();
    for round in 0..ROUNDS {
        load(&mut served, &papers, &receipts, round);
        served = served.again(flags);
    }
    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    let receipts = receipts.into_inner().expect("nobody panicked");
    assert!(receipts.len() > 100, "only {} papers came in", receipts.len());
    hold(&machine, &receipts, &papers);
    machine.ok("verify ledger");
    machine.ok("verify ledger/published --policy w.policy");
}
