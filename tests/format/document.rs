//! The worked example of `docs/format.md`, built with the library and compared byte for byte, and the claims that the
//! document makes about keys and texts. What a reader copies from the document cannot drift from the program.

use std::collections::BTreeMap;

use ed25519_dalek::{Verifier, VerifyingKey};
use protokol::crypto::key::{PublicKey, SecretKey, Signature};
use protokol::crypto::{context, hash};
use protokol::domain::number::Sequence;
use protokol::domain::statement::{Kind, Statement};
use protokol::domain::text::is_refused;
use protokol::ledger::envelope::Envelope;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::files::snapshots::SnapshotRecord;
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;

use crate::kit::numbers::{Numbers, all, row};
use crate::kit::tiny::*;

const DOCUMENT: &str = include_str!("../../docs/format.md");

/// The fenced blocks whose opening line is three backticks, a language and a name, by that name.
fn blocks(language: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut lines = DOCUMENT.lines();
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix("```").and_then(|l| l.strip_prefix(language)).filter(|n| !n.is_empty()) {
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            found.insert(name.trim().to_owned(), body.join("\n") + "\n");
        }
    }
    found
}

/// A block of hexadecimal digits, in which a semicolon begins a remark.
fn bytes_of(block: &str) -> Vec<u8> {
    let digits = block.lines().flat_map(|line| line.split(';').next());
    let digits: String = digits.flat_map(str::chars).filter(|c| !c.is_whitespace()).collect();
    hex::decode(digits).expect("hexadecimal digits")
}

fn hex_block(name: &str) -> Vec<u8> {
    bytes_of(blocks("hex").get(name).unwrap_or_else(|| panic!("no block `{name}` in docs/format.md")))
}

fn submission(ledger: &Ledger, at: usize) -> SignedStatement {
    let envelope = Envelope::decode(&ledger.entries[at]).expect("an envelope");
    SignedStatement::decode(&envelope.submission).expect("a submission")
}

#[test]
fn every_event_of_the_example_is_as_printed() {
    let ledger = Ledger::tiny();
    assert_eq!(ledger.entries.len(), 4);
    for (at, entry) in ledger.entries.iter().enumerate() {
        assert_eq!(hex::encode(entry), hex::encode(hex_block(&format!("envelope {at}"))), "envelope {at}");
        let statement = submission(&ledger, at).statement_bytes().to_vec();
        let hashes = [
            ("statement hash", Statement::hash(&statement).to_string()),
            ("event hash", Envelope::hash(entry).to_string()),
            ("leaf hash", leaf_hash(entry).to_string()),
        ];
        for (name, hash) in hashes {
            assert_eq!(hash, hex::encode(hex_block(&format!("{name} {at}"))), "{name} {at}");
        }
    }
}

#[test]
fn the_keys_of_the_example_are_as_printed() {
    for (name, unit, seat) in [("log", LOG, ORIGIN), ("TOP 1", "TOP", "1"), ("P1 1", "P1", "1")] {
        let seed = hash::blake3_keyed(context::DEMONSTRATION_KEY, format!("{unit}\n{seat}\n").as_bytes());
        assert_eq!(hex::encode(seed), hex::encode(hex_block(&format!("seed {name}"))), "{name}");
        let public = SecretKey::from_seed(&seed).public();
        assert_eq!(public.to_string(), hex::encode(hex_block(&format!("public key {name}"))), "{name}");
    }
}

#[test]
fn the_files_of_the_example_are_as_printed() {
    let ledger = Ledger::tiny();
    let journal = ledger.journal();
    let frames = [hex_block("frame 0 header"), hex_block("frame 1 header")];
    let second = 24 + 2 + ledger.entries[0].len();
    assert_eq!(hex::encode(&journal[..24]), hex::encode(&frames[0]));
    assert_eq!(hex::encode(&journal[second..second + 24]), hex::encode(&frames[1]));
    let seal = ledger.seal_file();
    for (number, size) in [(0usize, 1), (1, 4)] {
        let slot = &seal[4096 * number..4096 * (number + 1)];
        assert_eq!(hex::encode(&slot[..12]), hex::encode(hex_block(&format!("slot {number} header"))));
        let note = ledger.checkpoint(size).to_string();
        assert_eq!(note, blocks("note")[&format!("checkpoint {size}")]);
        assert_eq!(&slot[12..12 + note.len()], note.as_bytes());
        let fingerprint = ledger.checkpoint(size).checkpoint().fingerprint().to_string();
        assert_eq!(fingerprint + "\n", blocks("text")[&format!("fingerprint {size}")]);
    }
    assert_eq!(format!("{}\n", ledger.log.verifier()), blocks("text")["log.vkey"]);
}

#[test]
fn the_receipt_of_the_example_is_as_printed() {
    let ledger = Ledger::tiny();
    let mut tree = Tree::default();
    ledger.entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
    let index = Sequence(3);
    let proof = tree.prove_inclusion(index, tree.size()).expect("it is in there");
    let receipt = Receipt::new(Some(ledger.entries[3].clone()), index, proof, ledger.checkpoint(4)).expect("in range");
    assert_eq!(receipt.to_string(), blocks("text")["receipt"]);
}

/// The rows in the order of their tree, as a proof writes them.
fn written(rows: &BTreeMap<RowKey, String>) -> String {
    let mut rows: Vec<_> = rows.iter().collect();
    rows.sort_by_key(|(key, _)| format!("{key}\n"));
    let lines = |value: &str| value.lines().map(|line| format!("  {line}\n")).collect::<String>();
    rows.into_iter().map(|(key, value)| format!("= {key}\n{}", lines(value))).collect()
}

#[test]
fn the_rows_of_the_example_are_as_printed() {
    let ledger = Ledger::tiny();
    let numbers = Numbers::of(&ledger.entries, log_key(ORIGIN));
    assert_eq!(written(&numbers.rows), blocks("text")["rows 4"]);
    assert_eq!(hex::encode(numbers.root().0), hex::encode(hex_block("rows root 4")));
    let snapshot = numbers.snapshot();
    assert_eq!(snapshot.to_string(), blocks("note")["snapshot 4"]);
    let record = SnapshotRecord::of(&snapshot, ledger.log.verifier()).expect("the log signed it").encode();
    assert_eq!(hex::encode(record), hex::encode(hex_block("snapshots record 4")));
    let asked = ["total/round-1/TOP", "summary/round-1/TOP", "paper/round-1/P1"].map(row);
    let proof = numbers.prove(&[&asked[..], &[all("below/TOP/")]].concat(), &[3]);
    assert_eq!(proof.to_string(), blocks("text")["proof"]);
}

#[test]
fn every_kind_stands_in_the_table() {
    for kind in Kind::ALL {
        let row = format!("| {} | `{kind}` |", kind.number());
        assert!(DOCUMENT.contains(&row), "no row {row:?}");
    }
}

/// The refused code points are exactly those of the document's table.
#[test]
fn the_refused_code_points_are_the_documents() {
    let blocks = blocks("text");
    let ranges: Vec<(u32, u32)> = blocks["refused code points"]
        .lines()
        .flat_map(|line| line.split(';').next().expect("a part").split_whitespace())
        .map(|range| {
            let (low, high) = range.split_once("..").unwrap_or((range, range));
            let number = |s| u32::from_str_radix(s, 16).expect("hexadecimal");
            (number(low), number(high))
        })
        .collect();
    for c in (0..=0x10_FFFF).filter_map(char::from_u32) {
        let listed = ranges.iter().any(|(low, high)| (*low..=*high).contains(&u32::from(c)));
        assert_eq!(is_refused(c), listed, "U+{:04X}", u32::from(c));
    }
}

/// The document's list of small-order encodings: each is a point of small order to a decoder that forgives second
/// spellings, and none is admitted as a key or believed as the first half of a signature.
#[test]
fn small_order_encodings_are_refused() {
    let block = hex_block("small order");
    let listed: Vec<[u8; 32]> = block.as_chunks::<32>().0.to_vec();
    assert_eq!((listed.len(), block.len()), (14, 14 * 32));
    let secret = key(("P1", "1"));
    let admitted = secret.public().admit().expect("an honest key");
    for encoding in &listed {
        let lax = VerifyingKey::from_bytes(encoding).expect("a point to a forgiving decoder");
        assert!(lax.is_weak(), "{}", hex::encode(encoding));
        assert!(PublicKey(*encoding).admit().is_err(), "{}", hex::encode(encoding));
        let signature = Signature { r: *encoding, ..secret.sign(b"message") };
        assert!(!admitted.verifies(b"message", &signature), "{}", hex::encode(encoding));
    }
    // Nothing else is one: every other spelling of a y below 19, where second spellings are, is of large order or none.
    for (y, sign) in (0..19u8).flat_map(|y| [(y, 0), (y, 0x80u8)]) {
        for first in [y, 0xed + y.min(18)] {
            let mut encoding = [if first == y { 0 } else { 0xff }; 32];
            encoding[0] = first;
            encoding[31] = if first == y { sign } else { 0x7f | sign };
            let weak = VerifyingKey::from_bytes(&encoding).is_ok_and(|key| key.is_weak());
            assert_eq!(weak, listed.contains(&encoding), "{}", hex::encode(encoding));
        }
    }
}

/// The document's forged signature: R is the neutral point, S = h·a. The equation holds, so OpenSSL and `verify`
/// believe it for a message that its maker chose afterwards; `verify_strict` does not.
#[test]
fn the_lax_signature_of_the_document_is_refused() {
    let block = hex_block("lax signature");
    let (signature, rest) = block.split_first_chunk::<64>().expect("a signature");
    assert!(rest.is_empty());
    let message = b"a message that nobody signed in earnest";
    let public = key(("P1", "1")).public();
    let lax = VerifyingKey::from_bytes(&public.0).expect("a key");
    assert!(lax.verify(message, &ed25519_dalek::Signature::from_bytes(signature)).is_ok(), "the equation holds");
    assert!(!public.admit().expect("honest").verifies(message, &Signature::from_bytes(signature)));
}

/// Writes the example as a folder, for other verifiers:
/// `FOLDER=/tmp/tiny cargo test --test format document -- --ignored`.
#[test]
#[ignore = "writes a folder"]
fn write_the_example() {
    let folder = std::env::var("FOLDER").expect("the variable FOLDER names the folder");
    Ledger::tiny().write(std::path::Path::new(&folder));
}

#[test]
fn the_slip_is_as_printed() {
    let printed = blocks("text").remove("slip").expect("it is printed");
    assert_eq!(printed, crate::vectors::slips::example().to_string());
    let context = String::from_utf8(context::SLIP_SIGNATURE.to_vec()).expect("a text");
    assert!(DOCUMENT.contains(&format!("`{}` and a newline", context.trim_end())));
}
