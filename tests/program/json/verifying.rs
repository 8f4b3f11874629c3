//! What verifying and comparing answer.

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;

use super::desk::{newer, reader, unreadable, writer};
use super::frozen::{holds, holds_but};
use crate::kit::program::Machine;

/// Changes one byte of a file.
fn flip(machine: &Machine, file: &str, at: usize) {
    let mut bytes = machine.read(file);
    bytes[at] ^= 1;
    machine.write(file, bytes);
}

#[test]
fn verified() {
    let machine = writer();
    holds("report/verified", &machine.ok("verify --json"));
    holds("report/az", &machine.ok("verify --attachments --lang az --json"));
    machine.write("policy", format!("log {}quorum none\n", machine.text("ledger/log.vkey")));
    holds("report/by-policy", &machine.ok("verify --policy policy --json"));
    let fingerprint = machine.json("show checkpoint")["fingerprint"].as_str().expect("one").replace(' ', "");
    holds("report/expected", &machine.ok(&format!("verify --expect {fingerprint} --json")));
    holds("report/published", &machine.ok("verify ledger/published --json"));
}

#[test]
fn insufficient_failed_and_unreadable() {
    let machine = reader();
    holds("report/files-differ", &machine.run("verify --attachments --json").exits(1));
    holds("report/not-trusted", &machine.run("verify --policy other.policy --json").exits(1));
    let machine = writer();
    let witness = SecretKey::from_seed(&[7; 32]);
    let witness = NoteSigner::new("w.example/1".parse().expect("a name"), witness);
    let text = format!("log {}witness w {}\nquorum w\n", machine.text("ledger/log.vkey"), witness.verifier());
    machine.write("witnessed.policy", text);
    holds("report/insufficient", &machine.run("verify --policy witnessed.policy --json").exits(4));
    holds("report/forged-manifest", &{
        flip(&machine, "ledger/manifest.toml", 3);
        machine.run("verify --json").exits(1)
    });
    let journal = "ledger/journal/00000000000000000000.frames";
    let middle = machine.read(journal).len() / 2;
    flip(&machine, journal, middle);
    holds("report/damaged", &machine.run("verify --json").exits(1));
    holds("report/unreadable", &newer().run("verify --json").exits(3));
    holds("report/damaged-ru", &machine.run("verify --lang ru --json").exits(1));
    machine.write("ledger/seal", vec![0; machine.read("ledger/seal").len()]);
    holds("report/no-checkpoint", &machine.run("verify --json").exits(1));
}

#[test]
fn receipts() {
    let machine = writer();
    machine.ok("export --receipt 3 --out 3.tlog-proof");
    machine.ok("export --receipt 20 --out 20.tlog-proof");
    holds("receipt/by-its-ledger", &machine.ok("verify 3.tlog-proof --json"));
    machine.write("policy", format!("log {}quorum none\n", machine.text("ledger/log.vkey")));
    holds("receipt/by-policy", &machine.ok("verify 20.tlog-proof --policy policy --json"));
    let expect = "0".repeat(64);
    holds("receipt/not-expected", &machine.run(&format!("verify 3.tlog-proof --expect {expect} --json")).exits(1));
    let text = machine.text("3.tlog-proof").replace("index 3", "index 4");
    machine.write("4.tlog-proof", text);
    holds("receipt/of-another-place", &machine.run("verify 4.tlog-proof --json").exits(1));
}

#[test]
fn evidence() {
    let machine = reader();
    machine.run("compare evening other --evidence fork.evidence").exits(1);
    holds("evidence/self", &machine.ok("verify fork.evidence --json"));
    holds("evidence/by-policy", &machine.ok("verify fork.evidence --policy policy --json"));
    holds("evidence/not-trusted", &machine.run("verify fork.evidence --policy other.policy --json").exits(1));
    // The word of the signature line is another's.
    let text = machine.text("fork.evidence");
    let (at, _) = text.rmatch_indices('\u{2014}').next().expect("a signature");
    let (kept, last) = text.split_at(at);
    let swapped = last.replace('A', "B");
    machine.write("unsigned.evidence", format!("{kept}{swapped}"));
    let done = machine.run("verify unsigned.evidence --json");
    assert!([1, 3].contains(&done.exit), "{done}");
    holds("evidence/not-signed", &done);
}

#[test]
fn comparisons() {
    let machine = reader();
    holds("comparison/continuation", &machine.ok("compare evening ledger --json"));
    holds("comparison/ru", &machine.ok("compare evening.checkpoint ledger --lang ru --json"));
    holds("comparison/early", &machine.ok("compare early.checkpoint ledger --json"));
    holds("comparison/early-again", &machine.run("compare ledger early.checkpoint --json").exits(1));
    holds("comparison/equal", &machine.ok("compare evening evening.checkpoint --json"));
    holds("comparison/rollback", &machine.run("compare ledger evening --json").exits(1));
    holds("comparison/unrelated", &machine.run("compare ledger elsewhere.checkpoint --json").exits(1));
    holds("comparison/fork", &machine.run("compare ledger other --evidence fork.evidence --json").exits(1));
    holds("comparison/fork-without-events", &{
        machine.run("compare evening.checkpoint other --evidence second.evidence --json").exits(1)
    });
    holds("comparison/shut", &machine.ok("compare shut-evening shut --json"));
    holds("comparison/shut-inside", &machine.ok("compare shut-evening shut --inside --json"));
}

/// What cannot be read, or should not have been let in, is told as far as it can be.
#[test]
fn comparisons_of_what_cannot_be_read() {
    let machine = unreadable();
    holds("comparison/newer", &machine.run("compare older.checkpoint newer --json").exits(3));
    let told = machine.run("compare older.checkpoint newer").exits(3).out;
    assert!(told.contains("CONTINUATION") && told.contains("made by a newer version"), "{told}");
    holds("comparison/fork-unreadable", &{
        machine.run("compare newer broken --evidence fork.evidence --json").exits(1)
    });
}

#[test]
fn a_rehearsal() {
    let machine = writer();
    let times = ["reading the folder", "inventing figures", "deriving keys", "recording", "verifying"];
    holds_but("rehearsal/whole", &machine.ok("rehearse election --ledger again --json"), &times);
    let synthetic = machine.ok("rehearse election --ledger invented --synthetic 7 --units 4 --json");
    holds_but("rehearsal/invented", &synthetic, &times);
    let text = machine.text("election/manifest.toml");
    machine.write("election/manifest.toml", format!("publish_not_before = 2999-01-01T00:00:00Z\n{text}"));
    holds_but("rehearsal/shut", &machine.ok("rehearse election --ledger shut --json"), &times);
}
