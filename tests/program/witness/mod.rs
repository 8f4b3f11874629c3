//! Witnessing: what a log asks and a witness decides, proofs from published tiles, asking witnesses over the network,
//! being one, and the state of each, against failing disks, forged answers and a stranger's witness.

mod asking;
pub mod conversation;
mod decision;
mod disk;
mod fetching;
mod numbers;
mod program;
mod quorum;
mod state;
mod tiled;
mod wire;
mod witnessed;

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::vkey::PosixSeconds;
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::note::witness::AddCheckpoint;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;

/// The log of every test here.
const ORIGIN: &str = "elections.example/2026/parliament";

/// Whoever signs under `name`, with the key of 32 times this byte.
fn signer(name: &str, seed: u8) -> NoteSigner {
    NoteSigner::new(name.parse().expect("a key name"), SecretKey::from_seed(&[seed; 32]))
}

pub fn log() -> NoteSigner {
    signer(ORIGIN, 7)
}

fn witness(number: u8) -> NoteSigner {
    signer(&format!("witness.example/w{number}"), 100 + number)
}

fn time(seconds: u64) -> PosixSeconds {
    seconds.try_into().expect("in range")
}

/// The tree of a history: two histories share their first `shared` leaves.
fn history(name: &str, shared: u64, size: u64) -> Tree {
    let mut tree = Tree::default();
    for number in 0..size {
        let whose = if number < shared { "everybody" } else { name };
        tree.push(leaf_hash(format!("{whose} {number}").as_bytes()));
    }
    tree
}

/// The true history.
pub fn tree(size: u64) -> Tree {
    history("everybody", 0, size)
}

fn checkpoint_of(tree: &Tree, size: u64) -> Checkpoint {
    let root = tree.root_at(Size(size)).expect("the tree is as large");
    Checkpoint { origin: ORIGIN.parse().expect("an origin"), size: Size(size), root }
}

fn signed_of(tree: &Tree, size: u64) -> SignedCheckpoint {
    checkpoint_of(tree, size).sign(&log()).expect("the log's own name")
}

/// An honest request.
pub fn request(tree: &Tree, old: u64, new: u64) -> AddCheckpoint {
    let proof = tree.prove_consistency(Size(old), Size(new)).expect("the tree is as large");
    AddCheckpoint::new(Size(old), proof, signed_of(tree, new)).expect("a short proof")
}
