//! Crashes: the machine stops at every writing operation, in every flavour, and nothing that was acknowledged is
//! missing, and nothing is ever signed that does not grow from what was signed before.

mod everywhere;
mod publishing;
mod segments;
mod table;

use protokol::crypto::parallel::Serial;
use protokol::domain::number::Size;
use protokol::domain::time::Millis;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;
use protokol::ledger::tree::proof::verify_consistency;
use protokol::store::journal::disk::Disk;
use protokol::store::journal::inspect::inspect;
use protokol::store::journal::memory::{Fault, Unsynced};
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::report::Report;

use crate::kit::disk::envelopes;
use crate::kit::small::{self, SMALL, after, quorum};

pub const FAULTS: [Fault; 3] = [Fault::NotDone, Fault::DoneAllTheSame, Fault::HalfDone];
pub const FLAVOURS: [Unsynced; 2] = [Unsynced::Lost, Unsynced::Kept];

/// What is handed in together, each with its clock.
type Turn = Vec<(SignedStatement, Millis)>;

/// Four turns of an evening; among them one statement twice, and one that is refused.
fn turns() -> Vec<Turn> {
    use protokol::domain::statement::Body;
    let protocols = SMALL.protocols();
    let turnout = |unit: &str, voters| {
        let body = Body::TurnoutReported(small::turnout(small::paper("round-1", unit), voters));
        small::signed(SMALL.ledger(), after(900), body, &quorum(unit))
    };
    let refused = {
        let body = Body::ProtocolSubmitted(small::protocol(small::paper("round-1", "99"), small::figures([1, 2, 3])));
        small::signed(SMALL.ledger(), after(901), body, &quorum("01.001"))
    };
    let turns: [Vec<SignedStatement>; 4] = [
        vec![turnout("01.001", 10), turnout("02.003", 20)],
        vec![protocols[0].clone(), protocols[1].clone(), protocols[2].clone()],
        vec![protocols[3].clone(), protocols[0].clone(), refused, protocols[4].clone()],
        vec![protocols[5].clone()],
    ];
    let timed = |(turn, at): (Vec<SignedStatement>, u64)| {
        turn.into_iter().zip(0..).map(|(signed, nth)| (signed, after(2000 + 100 * at + nth))).collect()
    };
    turns.into_iter().zip(0..).map(timed).collect()
}

/// A verifier's report on a disk.
pub fn report<D: Disk>(disk: &D) -> Report {
    inspect(disk, Serial, &TrustAnchors::default(), &mut |_| {}).expect("the disk reads")
}

/// The tree over everything in the journal.
pub fn tree<D: Disk>(disk: &D) -> Tree {
    let mut tree = Tree::default();
    envelopes(disk).iter().for_each(|envelope| tree.push(leaf_hash(envelope)));
    tree
}

/// No two checkpoints of the log may be inconsistent, whoever saw which.
pub fn assert_never_a_fork(tree: &Tree, signed: &[SignedCheckpoint], context: &str) {
    for old in signed.iter().map(SignedCheckpoint::checkpoint) {
        for new in signed.iter().map(SignedCheckpoint::checkpoint).filter(|new| new.size >= old.size) {
            let proof = tree.prove_consistency(old.size, new.size).unwrap_or_else(|e| panic!("{context}: {e}"));
            let held = verify_consistency(old.size, &old.root, new.size, &new.root, &proof);
            assert_eq!(held, Ok(()), "{context}: signed {} and {}", old.size, new.size);
        }
        assert_eq!(tree.root_at(old.size), Ok(old.root), "{context}: at {}", old.size);
    }
    assert!(signed.iter().all(|signed| signed.checkpoint().size > Size(0)));
}
