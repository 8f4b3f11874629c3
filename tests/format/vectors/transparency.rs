//! Crimes against the formats of transparency logs, put to everything that reads them.

mod crimes;

pub use crimes::bad;

use protokol::crypto::note::NoteSigner;
use protokol::crypto::vkey::PosixSeconds;
use protokol::domain::code::Code;
use protokol::domain::number::Sequence;
use protokol::ledger::files::kit::Kit;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::files::seal::{SEAL_BYTES, SLOT_BYTES, Seal, Slot};
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::note::policy::{Policy, Quorum};
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;
use protokol::ledger::tree::tile::Tile;
use protokol::verify;

#[cfg(feature = "cli")]
use crate::kit::program;
use crate::kit::tiny::{Ledger, ORIGIN, key, log_key};

/// How the files of each format end. Below the line with the verdict they are the bytes themselves.
pub const ENDINGS: [(&str, &str); 5] = [
    ("note", "note"),
    ("checkpoint", "checkpoint"),
    ("receipt", "tlog-proof"),
    ("policy", "policy"),
    ("tile-path", "path"),
];

/// What the library says of the bytes, whichever way they come in.
pub fn judge(sort: &str, bytes: &[u8]) -> Option<Code> {
    match sort {
        "note" | "checkpoint" => judge_checkpoint(bytes),
        "receipt" => judge_receipt(bytes),
        "policy" => Policy::parse(std::str::from_utf8(bytes).expect("a text")).err().map(|_| Code::U3),
        _ => std::str::from_utf8(bytes).expect("a text").parse::<Tile>().err().map(|_| Code::U3),
    }
}

/// A checkpoint comes alone, in a receipt, in a kit and in a slot of the seal: all say the same.
fn judge_checkpoint(bytes: &[u8]) -> Option<Code> {
    let parsed = SignedCheckpoint::parse(bytes);
    let (kit, receipt) = (Kit::decode(&in_kit(bytes)), in_receipt(bytes));
    let slot = in_slot(bytes).map(|seal| Seal::decode(&seal).slots[0].clone());
    let Ok(signed) = parsed else {
        assert!(kit.is_err() && slot.is_none_or(|slot| slot == Slot::Damaged));
        assert_eq!(judge_receipt(&receipt), Some(Code::U3));
        return Some(Code::U3);
    };
    assert_eq!(kit.map(|kit| kit.checkpoint).as_ref(), Ok(&signed));
    assert_eq!(slot.as_ref().and_then(Slot::checkpoint), Some(&signed));
    let code = trusted().judge(&signed).err().map(|_| Code::V12);
    assert_eq!(judge_receipt(&receipt), code);
    let by_hand = signed.verify(log().verifier()).is_ok() && signed.cosigned_by(witness().verifier()).is_ok();
    assert_eq!(by_hand, code.is_none());
    code
}

fn judge_receipt(bytes: &[u8]) -> Option<Code> {
    match Receipt::parse(bytes) {
        Err(_) => Some(Code::U3),
        Ok(receipt) => verify::receipt::check(&receipt, &trusted()).faults.first().map(verify::fault::Fault::code),
    }
}

fn log() -> NoteSigner {
    log_key(ORIGIN)
}

fn witness() -> NoteSigner {
    NoteSigner::new("witness.example/w1".parse().expect("a key name"), key(("witness:", "1")))
}

/// Whom to believe here: the log, and one witness without whom it goes as well.
fn trust_file() -> String {
    format!("log {}\nwitness w1 {}\nquorum none\n", log().verifier(), witness().verifier())
}

fn trusted() -> Policy {
    Policy::parse(&trust_file()).expect("a trust file")
}

fn tree(ledger: &Ledger) -> Tree {
    let mut tree = Tree::default();
    ledger.entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
    tree
}

/// The receipt of the example's last event under any checkpoint.
fn in_receipt(checkpoint: &[u8]) -> Vec<u8> {
    let good = good_receipt();
    let (head, _) = good.split_once("\n\n").expect("two parts");
    [head.as_bytes(), b"\n\n", checkpoint].concat()
}

fn good_receipt() -> String {
    let ledger = Ledger::tiny();
    let proof = tree(&ledger).prove_inclusion(Sequence(3), ledger.size()).expect("within");
    Receipt::new(Some(ledger.entries[3].clone()), Sequence(3), proof, ledger.checkpoint(4)).expect("fits").to_string()
}

fn in_kit(checkpoint: &[u8]) -> Vec<u8> {
    let length = u32::try_from(checkpoint.len()).expect("short").to_le_bytes();
    [&b"protokol kit v1\n"[..], &length, checkpoint].concat()
}

/// The checkpoint in the first slot of a seal, if it is no longer than a slot.
fn in_slot(checkpoint: &[u8]) -> Option<Vec<u8>> {
    let mut seal = vec![0; SEAL_BYTES];
    if checkpoint.len() > SLOT_BYTES - 12 {
        return None;
    }
    seal[..4].copy_from_slice(b"PKS1");
    seal[4..8].copy_from_slice(&u32::try_from(checkpoint.len()).expect("short").to_le_bytes());
    seal[12..12 + checkpoint.len()].copy_from_slice(checkpoint);
    let sum = crc32c::crc32c_append(crc32c::crc32c(&seal[..8]), &seal[12..SLOT_BYTES]);
    seal[8..12].copy_from_slice(&sum.to_le_bytes());
    Some(seal)
}

/// A checkpoint that a witness cosigned in the year 2100: well formed and genuine, and whose clock is wrong, only a
/// reader with a clock of its own can say.
pub fn from_the_future() -> Vec<u8> {
    let mut signed = Ledger::tiny().checkpoint(4);
    let time = PosixSeconds::try_from(4_102_444_800).expect("in range");
    signed.add_cosignature(signed.cosign(&witness(), time), witness().verifier()).expect("its own");
    signed.to_string().into_bytes()
}

/// Whatever is a receipt, and whatever may stand in one, is refused by the program as the library refuses it.
#[test]
#[cfg(feature = "cli")]
fn the_program_says_the_same_of_receipts_and_policies() {
    // What mail and FTP programs do too is told as that.
    const CHANGED: [&str; 4] = ["crlf", "crlf-before-the-checkpoint", "hyphen-for-the-em-dash", "last-newline-missing"];
    let machine = program::Machine::new();
    machine.write("trust.policy", trust_file());
    machine.write("good.tlog-proof", good_receipt());
    machine.ok("verify good.tlog-proof --policy trust.policy");
    for (sort, crimes) in bad() {
        for (name, code, bytes) in crimes {
            match sort {
                "policy" => {
                    machine.write("bad.policy", bytes);
                    let error = machine.fails("verify good.tlog-proof --policy bad.policy", 7);
                    assert_eq!(error["code"], code.as_str(), "{sort}/{name}: {error}");
                }
                "note" | "checkpoint" | "receipt" => {
                    machine.write("bad.tlog-proof", if sort == "receipt" { bytes } else { in_receipt(&bytes) });
                    let done = machine.run("verify bad.tlog-proof --policy trust.policy --json");
                    let said = if code == Code::U3 { done.error() } else { done.json()["faults"][0].clone() };
                    let told = if CHANGED.contains(&name) { "V29" } else { code.as_str() };
                    assert_eq!(said["code"], told, "{sort}/{name}: {done}");
                    assert_eq!(done.exit, if code == Code::U3 { 3 } else { 1 }, "{sort}/{name}");
                }
                _ => {}
            }
        }
    }
}

/// A reader with a clock does not count it, and then the quorum is not met; a reader without one counts it.
#[test]
fn a_cosignature_from_the_future_does_not_count() {
    let (code, bytes) = super::read(&super::folder("clock").join("cosignature-of-the-year-2100.checkpoint"));
    assert_eq!((code, &bytes), (Some(Code::V13), &from_the_future()));
    let signed = SignedCheckpoint::parse(&bytes).expect("well formed");
    let policy = Policy::parse(&trust_file().replace("none", "w1")).expect("a trust file");
    assert_eq!(policy.judge(&signed).map(|judged| judged.quorum), Ok(Quorum::Met));
    for (now, quorum) in [(1_778_450_000, Quorum::NotMet), (4_102_444_800, Quorum::Met)] {
        let policy = policy.clone().at(PosixSeconds::try_from(now).expect("in range"));
        assert_eq!(policy.judge(&signed).map(|judged| judged.quorum), Ok(quorum), "{now}");
    }
}

/// Until the year 2100, that is.
#[test]
#[cfg(feature = "cli")]
fn the_program_does_not_count_it_either() {
    let machine = program::Machine::new();
    machine.write("trust.policy", trust_file().replace("none", "w1"));
    machine.write("future.tlog-proof", in_receipt(&from_the_future()));
    let done = machine.run("verify future.tlog-proof --policy trust.policy --json").exits(4);
    assert_eq!(done.json()["faults"][0]["code"], Code::V13.as_str(), "{done}");
}
