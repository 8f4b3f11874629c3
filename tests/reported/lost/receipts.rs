//! Receipts: of whom, in whose place, and what is told where they cannot be written.

use std::fs;

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use serde_json::{Value, json};

use crate::commission::{evening, signed};
use crate::kit::program::{Disk, Machine, copy};

fn event_of(machine: &Machine, receipt: &str) -> Value {
    machine.json(&format!("verify {receipt}"))["event"].clone()
}

#[test]
fn two_units_receipts_went_into_one_file() {
    let machine = evening();
    for unit in ["01.001", "01.002"] {
        signed(&machine, unit, unit);
        let sealed = machine.json(&format!("submit {unit}"));
        assert_eq!(sealed["receipt"], format!("{unit}.tlog-proof"));
    }
    assert_ne!(event_of(&machine, "01.001.tlog-proof"), event_of(&machine, "01.002.tlog-proof"));
    // A draft's name has no ending either, where nobody gave it one.
    crate::commission::draft(&machine, "01.003", "01.003");
    let first = machine.json("sign 01.003 --key 01.003-1.key --yes");
    assert_eq!(first["file"], "01.003.submission");
}

#[test]
fn one_receipt_was_named_for_two_papers() {
    let machine = evening();
    signed(&machine, "01.001", "a.submission");
    signed(&machine, "01.002", "b.submission");
    machine.ok("submit a.submission --receipt r.tlog-proof");
    let first = machine.read("r.tlog-proof");
    let ledger = machine.read("ledger/seal");
    assert_eq!(machine.fails("submit b.submission --receipt r.tlog-proof", 7)["code"], "U5");
    assert!(machine.read("r.tlog-proof") == first && machine.read("ledger/seal") == ledger, "nothing was done");
    // A newer receipt of the same paper takes its place.
    machine.ok("submit b.submission");
    machine.ok("submit a.submission --receipt r.tlog-proof");
    assert_ne!(machine.read("r.tlog-proof"), first);
    // Nor does a folder of exported receipts write over what is of another log or paper.
    machine.write("out/8.tlog-proof", machine.read("b.tlog-proof"));
    let before = machine.read("out/8.tlog-proof");
    let last = machine.json("verify r.tlog-proof")["sequence"].as_u64().expect("a number");
    machine.write(&format!("out/{last}.tlog-proof"), &before);
    let export = format!("export --receipt {last} --receipt 1 --out out --inside");
    assert_eq!(machine.fails(&export, 7)["code"], "U5");
    assert_eq!(machine.read(&format!("out/{last}.tlog-proof")), before);
}

#[test]
fn a_file_that_is_no_submission_stopped_the_whole_queue() {
    let machine = evening();
    signed(&machine, "01.001", "queue/01.001.submission");
    signed(&machine, "01.002", "queue/01.002.submission");
    let whole = machine.read("queue/01.002.submission");
    machine.write("queue/._01.001.submission", b"\0\x05\x16\x07\0\x02\0\0Mac OS X        ");
    machine.write("queue/01.003.submission", &whole[..whole.len() / 2]);
    fs::create_dir(machine.path("queue/a folder.submission")).expect("a folder");
    let told = machine.run("submit queue --json").exits(7).json();
    let answers = told["submissions"].as_array().expect("a list");
    let of = |file: &str| answers.iter().find(|one| one["error"]["file"] == format!("queue/{file}"));
    assert_eq!(of("._01.001.submission").expect("an answer")["error"]["code"], "R35", "{told}");
    assert_eq!(of("01.003.submission").expect("an answer")["error"]["code"], "R35", "{told}");
    assert_eq!(of("a folder.submission").expect("an answer")["error"]["code"], "U2", "{told}");
    let sealed = answers.iter().filter(|one| one["status"] == "sealed").count();
    assert_eq!((answers.len(), sealed), (5, 2), "{told}");
    assert!(machine.has("queue/01.001.tlog-proof") && machine.has("queue/01.002.tlog-proof"));
    // One that the ledger refuses is graver than a file that nobody can read.
    crate::commission::draft(&machine, "01.004", "draft.toml");
    machine.ok("sign draft.toml --key 01.004-1.key --yes --out queue/01.004.submission");
    machine.run("submit queue").exits(6);
}

#[test]
fn a_queue_in_which_one_receipts_place_is_taken_was_not_handed_in() {
    let machine = evening();
    signed(&machine, "01.001", "queue/01.001.submission");
    signed(&machine, "01.002", "queue/01.002.submission");
    machine.write("queue/01.001.tlog-proof", "something else\n");
    let told = machine.run("submit queue --json").exits(7).json();
    let (refused, taken) = (&told["submissions"][1], &told["submissions"][0]);
    assert_eq!((&refused["error"]["code"], &taken["status"]), (&json!("U5"), &json!("sealed")), "{told}");
    assert_eq!(machine.text("queue/01.001.tlog-proof"), "something else\n");
}

#[test]
fn what_was_sealed_was_not_told_where_no_receipt_could_be_written() {
    let machine = evening();
    // Nobody can write below a file, whatever rights they have.
    machine.write("full", "");
    signed(&machine, "01.003", "c.submission");
    let told = machine.run("submit c.submission --receipt full/c.tlog-proof --json").exits(8).json();
    assert_eq!((&told["status"], &told["receipt"]), (&json!("sealed"), &Value::Null), "{told}");
    assert_eq!(told["error"]["code"], "U17");
    let sequence = told["sequence"].as_u64().expect("a number");
    let again = machine.run("submit c.submission --receipt full/c.tlog-proof").exits(8);
    assert!(again.err.contains(&format!("event {sequence}")) && again.err.contains("run the same command"), "{again}");
    machine.ok("submit c.submission");
    assert!(machine.has("c.tlog-proof"));
}

#[test]
fn a_queue_whose_disk_was_full_did_not_tell_what_was_in() {
    let machine = evening();
    let queue = ["01.001", "01.002"].map(|unit| format!("queue/{unit}.submission"));
    fs::create_dir(machine.path("queue")).expect("a folder");
    let Some(disk) = Disk::mount(&machine.path("queue"), 64) else { return };
    for (unit, file) in ["01.001", "01.002"].iter().zip(&queue) {
        signed(&machine, unit, file);
    }
    disk.fill();
    let told = machine.run("submit queue --json").exits(8).json();
    for answer in told["submissions"].as_array().expect("a list") {
        assert_eq!((&answer["status"], &answer["error"]["code"]), (&json!("sealed"), &json!("U17")), "{told}");
    }
    fs::remove_file(machine.path("queue/filling")).expect("there is room again");
    let told = machine.json("submit queue");
    assert_eq!(told["submissions"][0]["status"], "already", "{told}");
    assert!(machine.has("queue/01.001.tlog-proof") && machine.has("queue/01.002.tlog-proof"));
}

#[test]
fn one_of_two_receipts_that_show_a_fork_was_written_over() {
    let machine = evening();
    signed(&machine, "01.001", "01.001.submission");
    signed(&machine, "01.002", "01.002.submission");
    copy(&machine.path("ledger"), &machine.path("copied"));
    machine.ok("submit 01.001.submission");
    machine.ok("submit 01.002.submission --ledger copied");
    let first = machine.read("01.001.tlog-proof");
    let told = machine.run("submit 01.001.submission --ledger copied --json").exits(1).json();
    assert_eq!((&told["status"], &told["receipt"]), (&json!("sealed"), &json!("01.001-2.tlog-proof")), "{told}");
    assert_eq!(told["error"]["code"], "V24");
    assert_eq!(machine.read("01.001.tlog-proof"), first);
    machine.run("compare 01.001.tlog-proof copied").exits(1);
    // Each later receipt takes the place of the one that it extends.
    machine.ok("submit 01.001.submission");
    let told = machine.run("submit 01.001.submission --ledger copied --json").exits(1).json();
    assert_eq!(told["receipt"], "01.001-2.tlog-proof");
    assert!(!machine.has("01.001-3.tlog-proof"));
}

#[test]
fn a_cosigned_receipt_was_replaced_by_one_that_nobody_cosigned() {
    let machine = evening();
    signed(&machine, "01.001", "a.submission");
    signed(&machine, "01.002", "b.submission");
    machine.ok("submit a.submission");
    let receipt = machine.text("a.tlog-proof");
    let signed: SignedCheckpoint = machine.text("ledger/published/checkpoint").parse().expect("a checkpoint");
    let witness = NoteSigner::new("witness.example/w".parse().expect("a name"), SecretKey::from_seed(&[77; 32]));
    let line = signed.cosign(&witness, 1_700_000_000.try_into().expect("a time"));
    let cosigned = format!("{receipt}{line}\n");
    machine.write("a.tlog-proof", &cosigned);
    machine.ok("verify a.tlog-proof");
    machine.ok("submit b.submission");
    machine.ok("submit a.submission");
    assert_eq!(machine.text("a.tlog-proof"), cosigned);
}
