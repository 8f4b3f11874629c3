//! What verifying and comparing answer.

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::ledger::files::fold::FoldEvidence;

use super::desk::{newer, reader, unreadable, writer};
use super::frozen::{holds, holds_but};
use crate::kit::numbers::{Numbers, all, row};
use crate::kit::program::{Machine, envelopes};
use crate::kit::tiny::{ORIGIN, log_key};

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

/// What the night's log says of its numbers at its end.
fn numbers(machine: &Machine) -> Numbers {
    Numbers::of(&envelopes(&machine.path("ledger")), log_key(ORIGIN))
}

#[test]
fn proofs() {
    let machine = reader();
    let numbers = numbers(&machine);
    let asked = [row("total/round-1/01"), row("paper/round-1/01.001"), row("unit/nowhere"), all("below/01/")];
    let protocol = numbers.rows["paper/round-1/01.001"].split(' ').next().map(str::parse::<u64>);
    let event = protocol.expect("a line").expect("a sequence");
    let text = numbers.prove(&asked, &[event]).to_string();
    machine.write("night.proof", &text);
    holds("proof/by-its-ledger", &machine.ok("verify night.proof --json"));
    holds("proof/by-policy", &machine.ok("verify night.proof --policy policy --json"));
    holds("proof/ru", &machine.ok("verify night.proof --lang ru --json"));
    let witness = NoteSigner::new("ngo/recomputed".parse().expect("a name"), SecretKey::from_seed(&[7; 32]));
    let line = numbers.snapshot().cosign(&witness, 1_778_443_200.try_into().expect("in range"));
    let (alone, cosigned) = (numbers.snapshot().to_string(), format!("{}{line}\n", numbers.snapshot()));
    let lengths = [&alone, &cosigned].map(|note| format!("snapshot {}\n", note.len()));
    machine.write("cosigned.proof", text.replace(&alone, &cosigned).replace(&lengths[0], &lengths[1]));
    let policy = format!("{}witness ngo {}\n", machine.text("policy").replace("quorum none\n", ""), witness.verifier());
    machine.write("numbers.policy", format!("{policy}quorum none\nnumbers ngo\n"));
    holds("proof/recomputed", &machine.ok("verify cosigned.proof --policy numbers.policy --json"));
    holds("proof/insufficient", &machine.run("verify night.proof --policy numbers.policy --json").exits(4));
    machine.write("false.proof", text.replace("  in-force 2\n", "  in-force 3\n"));
    holds("proof/false", &machine.run("verify false.proof --json").exits(1));
    let not_trusted = machine.run("verify night.proof --policy other.policy --json").exits(1);
    holds("proof/not-trusted", &not_trusted);
    let expect = "0".repeat(64);
    holds("proof/not-expected", &machine.run(&format!("verify night.proof --expect {expect} --json")).exits(1));
    machine.write("mailed.proof", text.replace('\n', "\r\n"));
    assert_eq!(machine.fails("verify mailed.proof", 3)["code"], "V29");
    machine.write("torn.proof", &text[..text.len() / 2]);
    assert_eq!(machine.fails("verify torn.proof", 3)["code"], "U3");
    assert_eq!(machine.fails("verify night.proof --ledger elsewhere", 2)["code"], "U1");
}

/// The proof of an answer within it.
#[test]
fn proved_answers() {
    let machine = writer();
    holds("tally/proved", &machine.ok("tally --proof - --json"));
    holds("unit/proved", &machine.ok("show 01.001 --proof - --json"));
    holds("finding/proved", &machine.ok("findings --proof - --json"));
    holds("event/proved", &machine.ok("log --unit 01.001 --kind opening --proof - --json"));
    holds("shown-event/proved", &machine.ok("show 22 --proof - --json"));
    holds("written/proved", &machine.ok("export --format csv --out proved.csv --proof - --json"));
    holds("comparison/proved", &machine.ok("compare ledger ledger/published --proof - --proof-before - --json"));
    assert!(machine.run("tally --proof -").exits(2).err.contains("U1"));
}

/// A log that tells two people two numbers, and one that signs what its events do not come to.
#[test]
fn misconduct() {
    let machine = reader();
    let lie = numbers(&machine).lying("in-force 1\n", "in-force 2\n");
    let truth = numbers(&machine);
    machine.write("true.proof", truth.prove(&[row("total/round-1/01")], &[]).to_string());
    machine.write("lie.proof", lie.prove(&[row("total/round-1/01")], &[]).to_string());
    let typed = "compare true.proof lie.proof --policy policy --evidence two.evidence";
    holds("comparison/contradiction", &machine.run(&format!("{typed} --json")).exits(1));
    let told = machine.run(typed).exits(1).out;
    assert!(told.contains("CONTRADICTION") && told.contains("two answers to one question"), "{told}");
    holds("misconduct/two-snapshots", &machine.ok("verify two.evidence --json"));
    holds("misconduct/by-policy", &machine.ok("verify two.evidence --policy policy --json"));
    holds("misconduct/not-trusted", &machine.run("verify two.evidence --policy other.policy --json").exits(1));
    // The notes alone say it too, and the log itself beside one of them tells whose key it is.
    machine.write("true.snapshot", truth.snapshot().to_string());
    machine.write("lie.snapshot", lie.snapshot().to_string());
    machine.run("compare true.snapshot lie.proof --policy policy --evidence again.evidence").exits(1);
    assert_eq!(machine.text("again.evidence"), machine.text("two.evidence"));
    assert_eq!(machine.fails("compare true.snapshot lie.proof", 2)["code"], "U1");
    let same = machine.ok("compare true.snapshot true.proof --policy policy --json");
    holds("comparison/same-snapshot", &same);
    assert_eq!(machine.fails("compare true.snapshot evening.checkpoint --policy policy", 3)["code"], "U3");
    assert_eq!(machine.fails("compare true.proof lie.snapshot --policy other.policy", 1)["code"], "V12");
    machine.ok("compare true.proof ledger");

    let entries = envelopes(&machine.path("ledger"));
    let fold = |signed| FoldEvidence::new(truth.log.verifier().clone(), entries.clone(), signed).to_string();
    machine.write("fold.evidence", fold(lie.snapshot()));
    holds("misconduct/fold", &machine.ok("verify fold.evidence --policy policy --json"));
    machine.write("slander.evidence", fold(truth.snapshot()));
    holds("misconduct/slander", &machine.run("verify slander.evidence --json").exits(1));
    let unsigned = lie.snapshot().to_string().replace(ORIGIN, "another.example/log");
    machine.write("unsigned.evidence", fold(lie.snapshot()).replace(&lie.snapshot().to_string(), &unsigned));
    holds("misconduct/not-signed", &machine.run("verify unsigned.evidence --json").exits(1));
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
    assert_eq!(machine.fails("compare shut-evening shut --proof x.proof", 6)["code"], "U12");
    let forked = "compare ledger other --evidence fork.evidence --proof x.proof";
    machine.run(forked).exits(1);
    assert!(!machine.has("x.proof"), "of what contradicts itself no totals are told");
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
