//! Forged receipts.

use protokol::crypto::hash::TreeHash;
use protokol::crypto::parallel::Serial;
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::envelope::Envelope;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::note::policy::Policy;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;
use protokol::verify::receipt::check;

use super::forge::{self, entries, signed};
use super::story::*;

fn policy() -> Policy {
    Policy::parse(&format!("log {}\nquorum none\n", log().verifier())).expect("a trust file")
}

/// The codes that a receipt's check tells, and whether the event is proved.
fn told(receipt: &Receipt) -> Vec<String> {
    let report = check(receipt, &policy());
    report.faults.iter().map(|fault| fault.code().to_string()).collect()
}

fn tree(entries: &[Vec<u8>]) -> Tree {
    let mut tree = Tree::default();
    entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
    tree
}

/// The genuine parts of B's receipt.
fn parts() -> (Vec<Vec<u8>>, Vec<TreeHash>) {
    let all = entries(&Story::whole(1).disk());
    let proof = tree(&all).prove_inclusion(Sequence(PROTOCOL_B as u64), Size(EVENTS as u64)).expect("inside");
    (all, proof)
}

fn receipt(entry: &[u8], index: usize, proof: Vec<TreeHash>, of: &[Vec<u8>]) -> Receipt {
    Receipt::new(Some(entry.to_vec()), Sequence(index as u64), proof, signed(of, &log())).expect("a receipt's shape")
}

#[test]
fn a_genuine_receipt() {
    let mut story = Story::whole(1);
    let more = super::story::signed(story.ledger(), turnout("A", 60), &[Who::Renewed(1)]);
    let answers = story.writer.commit(vec![more], clock(EVENTS), &Serial).expect("a disk that works");
    let given = &answers[0].as_ref().expect("an admissible statement").receipt;
    assert_eq!(told(given), [""; 0]);
    assert_eq!(Receipt::parse(given.to_string().as_bytes()).as_ref(), Ok(given));
    let (all, proof) = parts();
    assert_eq!(told(&receipt(&all[PROTOCOL_B], PROTOCOL_B, proof, &all)), [""; 0]);
}

#[test]
fn another_index() {
    let (all, proof) = parts();
    for index in (0..EVENTS).filter(|index| *index != PROTOCOL_B) {
        assert_eq!(told(&receipt(&all[PROTOCOL_B], index, proof.clone(), &all)), ["V15", "V5"], "{index}");
    }
}

#[test]
fn another_proof_length() {
    let (all, proof) = parts();
    let shorter = receipt(&all[PROTOCOL_B], PROTOCOL_B, proof[1..].to_vec(), &all);
    let longer = receipt(&all[PROTOCOL_B], PROTOCOL_B, [&proof[..], &proof[..1]].concat(), &all);
    let none = receipt(&all[PROTOCOL_B], PROTOCOL_B, Vec::new(), &all);
    for forged in [shorter, longer, none] {
        assert_eq!(told(&forged), ["V15"]);
    }
}

#[test]
fn another_proof() {
    let (all, proof) = parts();
    for at in 0..proof.len() {
        let mut other = proof.clone();
        other[at].0[31] ^= 1;
        assert_eq!(told(&receipt(&all[PROTOCOL_B], PROTOCOL_B, other, &all)), ["V15"]);
    }
}

#[test]
fn another_checkpoint() {
    let (all, proof) = parts();
    assert_eq!(told(&receipt(&all[PROTOCOL_B], PROTOCOL_B, proof.clone(), &all[..SUMMARY])), ["V15"]);
    let forger = log_of(ORIGIN, 8);
    let of = |checkpoint| Receipt::new(Some(all[PROTOCOL_B].clone()), Sequence(11), proof.clone(), checkpoint);
    assert_eq!(told(&of(signed(&all, &forger)).expect("a receipt's shape")), ["V12"]);
    assert_eq!(told(&of(signed(&all, &log_of("other.example/log", 7))).expect("a receipt's shape")), ["V12"]);
}

#[test]
fn another_entry() {
    let (all, proof) = parts();
    assert_eq!(told(&receipt(&all[PROTOCOL_A], PROTOCOL_B, proof.clone(), &all)), ["V15", "V5"]);
    assert_eq!(told(&receipt(b"anything", PROTOCOL_B, proof.clone(), &all)), ["V15", "V3"]);
    let forged = forge::with_submission(&all[PROTOCOL_B], |bytes| {
        let signed = SignedStatement::decode(&bytes).expect("a submission");
        let mut statement = signed.statement_bytes().to_vec();
        let at = statement.len() - 29;
        statement[at] += 1;
        [&bytes[..4], &statement, &bytes[4 + statement.len()..]].concat()
    });
    assert_eq!(told(&receipt(&forged, PROTOCOL_B, proof, &all)), ["V15", "R33"]);
}

#[test]
fn no_entry() {
    let (all, proof) = parts();
    let bare = Receipt::new(None, Sequence(PROTOCOL_B as u64), proof, signed(&all, &log())).expect("a receipt's shape");
    assert_eq!(told(&bare), ["V18"]);
}

/// A node of the tree in place of an entry: domain separation keeps leaves and nodes apart.
#[test]
fn a_node_as_an_entry() {
    let (all, _) = parts();
    let tree = tree(&all[..2]);
    let (left, right) = (leaf_hash(&all[0]), leaf_hash(&all[1]));
    let node = [left.0, right.0].concat();
    assert_ne!(tree.root(), leaf_hash(&node));
    let forged = Receipt::new(Some(node), Sequence(0), Vec::new(), signed(&all[..1], &log())).expect("its shape");
    assert!(told(&forged).contains(&"V15".to_owned()));
}

/// Proved to be in the log, and wrong all the same: an operator's own forgery.
#[test]
fn an_entry_with_a_bad_signature_in_the_log() {
    let (mut all, _) = parts();
    let last = all[SUMMARY].len() - 1;
    all[SUMMARY][last] ^= 0x08;
    let proof = tree(&all).prove_inclusion(Sequence(SUMMARY as u64), Size(EVENTS as u64)).expect("inside");
    assert_eq!(told(&receipt(&all[SUMMARY], SUMMARY, proof, &all)), ["R33"]);
    let envelope = Envelope { sequence: Sequence(3), ..forge::envelope(&all[PROTOCOL_B]) }.encode();
    all[PROTOCOL_B] = envelope;
    let proof = tree(&all).prove_inclusion(Sequence(PROTOCOL_B as u64), Size(EVENTS as u64)).expect("inside");
    assert_eq!(told(&receipt(&all[PROTOCOL_B], PROTOCOL_B, proof, &all)), ["V5"]);
}
