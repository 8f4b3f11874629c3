//! Strangers judge what a recorded ledger gives out: Go's checksum-database library accepts its checkpoint, a thousand
//! receipts and twenty consistency proofs, and refuses each of them tampered with.
//!
//! ```text
//! PROTOKOL_LEDGER   a ledger, as `protokol rehearse docs/elections/georgia-2018` records one
//! PROTOKOL_GO       the program that tests/strangers/go/main.go makes
//! ```

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use protokol::crypto::base64;
use protokol::crypto::hash::TreeHash;
use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::domain::number::{Sequence, Size};
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;
use protokol::store::read;
use protokol::verify::conclude::TrustAnchors;
use serde_json::{Value, json};

use crate::kit::chance::Chance;
use crate::kit::program;

const RECEIPTS: usize = 1_000;
const CONSISTENCY_PROOFS: usize = 20;
/// How many of the receipts are tampered with, in every way.
const TAMPERED: usize = 60;

/// A file in a folder that other people name, where they name one.
fn named(variable: &str) -> Option<PathBuf> {
    let path = std::env::var_os(variable).map(PathBuf::from);
    if path.is_none() {
        eprintln!("SKIPPED: {variable} is not set, so no stranger judges anything");
    }
    path
}

#[test]
fn go_accepts_what_is_true_and_refuses_what_is_not() {
    let (Some(ledger), Some(go)) = (named("PROTOKOL_LEDGER"), named("PROTOKOL_GO")) else { return };
    let mut cases = Cases::of(&ledger);
    cases.checkpoints();
    cases.receipts(&ledger);
    cases.consistency();
    let home = tempfile::tempdir().expect("a temporary folder");
    let file = home.path().join("cases.jsonl");
    let done = cases.judged_by(&go, &file);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let summary = String::from_utf8(done.stdout).expect("a text");
    eprint!("{summary}");
    for (kind, accepted) in [("checkpoint", 1), ("receipt", RECEIPTS), ("consistency", CONSISTENCY_PROOFS)] {
        let refused = cases.count(kind) - accepted;
        assert!(refused > accepted / 2, "{kind}: {refused} of {accepted} are tampered with");
        assert!(summary.contains(&format!("{kind}: {accepted} accepted, {refused} refused\n")), "{summary}");
    }
    // And it would say so: the same cases with another expectation of one of them.
    let last = cases.cases.len();
    cases.cases[last - 1]["expect"] = json!(true);
    let done = cases.judged_by(&go, &file);
    assert_eq!(done.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&done.stderr).starts_with(&format!("case {last}, consistency ")));
}

/// Cases in the making, about one ledger.
struct Cases {
    chance: Chance,
    log: NoteSigner,
    entries: Vec<Vec<u8>>,
    tree: Tree,
    signed: SignedCheckpoint,
    cases: Vec<Value>,
}

impl Cases {
    /// Of a ledger whose log has a demonstration key, so that it can be made to sign what is not so.
    fn of(ledger: &Path) -> Self {
        let signed = read::sealed(ledger).expect("a ledger");
        let size = usize::try_from(signed.checkpoint().size.0).expect("it fits in memory");
        let origin = signed.checkpoint().origin.to_string();
        let log = NoteSigner::new(origin.parse().expect("a name"), SecretKey::demonstration("log:", &origin));
        let entries: Vec<_> = program::envelopes(ledger).into_iter().take(size).collect();
        let mut tree = Tree::default();
        entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
        let vkey = fs::read_to_string(ledger.join("log.vkey")).expect("the log's key");
        assert_eq!(vkey.trim_end(), log.verifier().to_string(), "the ledger is a rehearsal");
        Self { chance: Chance(1), log, entries, tree, signed, cases: Vec::new() }
    }

    fn judged_by(&self, go: &Path, file: &Path) -> Output {
        let lines: Vec<_> = self.cases.iter().map(Value::to_string).collect();
        fs::write(file, lines.join("\n")).expect("a writable folder");
        Command::new(go).arg(file).output().expect("PROTOKOL_GO names a program")
    }

    fn count(&self, kind: &str) -> usize {
        self.cases.iter().filter(|case| case["kind"] == kind).count()
    }

    fn flip(&mut self, bytes: &mut [u8]) {
        let at = self.chance.below(bytes.len());
        bytes[at] ^= 1 << self.chance.below(8);
    }

    fn checkpoint(&mut self, name: &str, expect: bool, vkey: &str, note: &str) {
        let kind = "checkpoint";
        self.cases.push(json!({ "kind": kind, "name": name, "expect": expect, "vkey": vkey, "note": note }));
    }

    /// The checkpoint, and every bit of its text and of its signature flipped.
    fn checkpoints(&mut self) {
        let (vkey, note) = (self.log.verifier().to_string(), self.signed.to_string());
        self.checkpoint("as signed", true, &vkey, &note);
        let (text, line) = note.split_once("\n\n").expect("a note");
        for (at, bit) in (0..text.len()).flat_map(|at| (0..7).map(move |bit| (at, bit))) {
            let mut bytes = note.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let flipped = String::from_utf8(bytes).expect("what was ASCII stays ASCII");
            self.checkpoint(&format!("bit {bit} of byte {at}"), false, &vkey, &flipped);
        }
        let (name, signature) = line.trim_end().rsplit_once(' ').expect("a signature line");
        let signature = base64::decode(signature).expect("base64");
        for at in 0..signature.len() * 8 {
            let mut flipped = signature.clone();
            flipped[at / 8] ^= 1 << (at % 8);
            let flipped = format!("{text}\n\n{name} {}\n", base64::encode(&flipped));
            self.checkpoint(&format!("bit {at} of the signature"), false, &vkey, &flipped);
        }
        let stranger = NoteSigner::new(self.log.verifier().name().clone(), SecretKey::from_seed(&[1; 32]));
        self.checkpoint("under another key", false, &stranger.verifier().to_string(), &note);
        let signed = self.signed.checkpoint().clone().sign(&stranger).expect("the log's own name").to_string();
        self.checkpoint("signed by a stranger", false, &vkey, &signed);
    }

    fn receipt(&mut self, name: &str, expect: bool, receipt: &str) {
        let vkey = self.log.verifier().to_string();
        let kind = "receipt";
        self.cases.push(json!({ "kind": kind, "name": name, "expect": expect, "vkey": vkey, "receipt": receipt }));
    }

    /// Receipts of the first event, the last, those around the edges of tiles, and of as many others as are wanted.
    fn receipts(&mut self, ledger: &Path) {
        let size = self.entries.len();
        let edges = (0..size).step_by(256).take(40).flat_map(|edge| [edge.saturating_sub(1), edge, edge + 1]);
        let top = size.next_power_of_two() / 2;
        let mut wanted: BTreeSet<usize> = edges.chain([top - 1, top, size - 2, size - 1]).collect();
        while wanted.len() < RECEIPTS {
            wanted.insert(self.chance.below(size));
        }
        let wanted: Vec<_> = wanted.into_iter().map(|index| Sequence(index as u64)).collect();
        let (receipts, _) = read::receipts(ledger, &TrustAnchors::default(), Serial, &wanted).expect("a ledger");
        assert_eq!(receipts.len(), RECEIPTS);
        for receipt in &receipts {
            self.receipt(&format!("of {}", receipt.index()), true, &receipt.to_string());
        }
        for receipt in receipts.iter().step_by(RECEIPTS / TAMPERED) {
            self.tamper(receipt);
        }
    }

    fn tamper(&mut self, receipt: &Receipt) {
        let index = receipt.index();
        let entry = receipt.entry().expect("the entry travels along").to_vec();
        let (signed, proof) = (receipt.checkpoint().clone(), receipt.proof().to_vec());
        let made = |entry: &[u8], index, proof: &[TreeHash], signed: &SignedCheckpoint| {
            let (entry, proof, signed) = (Some(entry.to_vec()), proof.to_vec(), signed.clone());
            Receipt::new(entry, index, proof, signed).expect("of a receipt's form").to_string()
        };
        let mut flipped = entry.clone();
        self.flip(&mut flipped);
        let other = (index.0 as usize + 1) % self.entries.len();
        let mut hashes = proof.clone();
        let at = self.chance.below(hashes.len());
        let mut hash = hashes[at].0;
        self.flip(&mut hash);
        hashes[at] = TreeHash(hash);
        let longer = [&proof[..], &proof[..1]].concat();
        let reversed: Vec<_> = proof.iter().rev().copied().collect();
        let mut root = signed.checkpoint().root.0;
        self.flip(&mut root);
        let forged = Checkpoint { root: TreeHash(root), ..signed.checkpoint().clone() };
        let forged = forged.sign(&self.log).expect("the log's own name");
        let honest = receipt.to_string();
        let size = signed.checkpoint().size;
        for (crime, tampered) in [
            ("an altered entry", made(&flipped, index, &proof, &signed)),
            ("another entry", made(&self.entries[other], index, &proof, &signed)),
            ("another index", made(&entry, Sequence(index.0.checked_sub(1).unwrap_or(1)), &proof, &signed)),
            ("an altered hash", made(&entry, index, &hashes, &signed)),
            ("a hash too few", made(&entry, index, &proof[..proof.len() - 1], &signed)),
            ("a hash too many", made(&entry, index, &longer, &signed)),
            ("no proof", made(&entry, index, &[], &signed)),
            ("the proof from the root down", made(&entry, index, &reversed, &signed)),
            ("another root, signed", made(&entry, index, &proof, &forged)),
            ("another size", honest.replace(&format!("\n{size}\n"), &format!("\n{}\n", size.0 + 1))),
            ("a second spelling of the index", honest.replace("\nindex ", "\nindex 0")),
            ("a cut signature", honest[..honest.len() - 2].to_owned()),
        ] {
            assert_ne!(tampered, honest, "{crime}");
            self.receipt(&format!("of {index}: {crime}"), false, &tampered);
        }
    }

    fn proof(&mut self, name: &str, expect: bool, (old, old_root): Root, (new, new_root): Root, proof: &[TreeHash]) {
        let text = |hash: &TreeHash| base64::encode(&hash.0);
        let proof: Vec<_> = proof.iter().map(text).collect();
        self.cases.push(json!({
            "kind": "consistency", "name": format!("{old} to {new}: {name}"), "expect": expect,
            "old": old, "old_root": text(&old_root), "new": new, "new_root": text(&new_root), "proof": proof,
        }));
    }

    fn consistency(&mut self) {
        for (old, new) in self.growths() {
            let root = |size| (size, self.tree.root_at(Size(size)).expect("within"));
            let (from, to) = (root(old), root(new));
            let proof = self.tree.prove_consistency(Size(old), Size(new)).expect("within");
            self.proof("as it is", true, from, to, &proof);
            let flipped = |cases: &mut Self, mut hash: TreeHash| {
                cases.flip(&mut hash.0);
                hash
            };
            let at = self.chance.below(proof.len());
            let mut hashes = proof.clone();
            hashes[at] = flipped(self, hashes[at]);
            self.proof("an altered hash", false, from, to, &hashes);
            let other = flipped(self, from.1);
            self.proof("another old root", false, (old, other), to, &proof);
            let other = flipped(self, to.1);
            self.proof("another new root", false, from, (new, other), &proof);
            self.proof("another old size", false, (old - 1, from.1), to, &proof);
            self.proof("a hash too few", false, from, to, &proof[1..]);
            self.proof("a hash too many", false, from, to, &[&proof[..], &proof[..1]].concat());
            self.proof("backwards", false, to, from, &proof);
        }
    }

    /// From and to powers of two and their neighbours, to the whole, and between sizes of chance.
    fn growths(&mut self) -> Vec<(u64, u64)> {
        let size = self.entries.len() as u64;
        let mut growths = vec![(1, 2), (2, 3), (255, 256), (256, 257), (257, size), (256, 512), (size - 1, size)];
        let half = size.next_power_of_two() / 2;
        growths.extend([(half - 1, half), (half - 1, half + 1), (half, size), (half / 2, half), (1, size)]);
        while growths.len() < CONSISTENCY_PROOFS {
            let (one, other) =
                (self.chance.below(self.entries.len()) as u64, self.chance.below(self.entries.len()) as u64);
            if one != other && one != 0 && other != 0 {
                growths.push((one.min(other), one.max(other)));
            }
        }
        growths
    }
}

/// A size, and the root there.
type Root = (u64, TreeHash);
