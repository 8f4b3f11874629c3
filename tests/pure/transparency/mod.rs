//! Transparency: notes, tree, checkpoints, cosignatures, trust files and receipts, against the specifications' vectors,
//! against naive models, and against other people's libraries.

mod checkpoint;
mod contradicting;
mod merkle;
mod note;
mod notes;
pub mod numbers;
mod policy;
mod proofs;
mod receipt;
mod rows;
mod strangers;

use protokol::crypto::hash::TreeHash;
use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::vkey::{KeyKind, PosixSeconds, VerifierKey};
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;

const ORIGIN: &str = "elections.example/2026/parliament";

/// Whoever signs under `name`, with the key of 32 times this byte.
fn signer(name: &str, seed: u8) -> NoteSigner {
    NoteSigner::new(name.parse().expect("a key name"), SecretKey::from_seed(&[seed; 32]))
}

fn log() -> NoteSigner {
    signer(ORIGIN, 7)
}

fn witness(number: u8) -> NoteSigner {
    signer(&format!("witness.example/w{number}"), 100 + number)
}

fn cosigner_key(signer: &NoteSigner) -> VerifierKey {
    signer.verifier().spelled(KeyKind::Cosigner)
}

fn time(seconds: u64) -> PosixSeconds {
    seconds.try_into().expect("in range")
}

fn entry(number: u64) -> Vec<u8> {
    format!("entry {number}").into_bytes()
}

fn tree(size: u64) -> Tree {
    let mut tree = Tree::default();
    (0..size).for_each(|number| tree.push(leaf_hash(&entry(number))));
    tree
}

fn checkpoint(size: u64, root: TreeHash) -> Checkpoint {
    Checkpoint { origin: ORIGIN.parse().expect("an origin"), size: Size(size), root }
}

fn signed(size: u64) -> SignedCheckpoint {
    checkpoint(size, tree(size).root()).sign(&log()).expect("the log's own name")
}
