//! Witnesses who recompute an election, and vouch for its numbers: their line under the snapshot, and a policy that asks
//! for it.

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::crypto::note::NoteSigner;
use protokol::ledger::note::snapshot::SignedSnapshot;

use crate::kit::election;
use crate::kit::program::Machine;

const WITNESS: &str = "witness ledger/published --policy log.policy --passphrase-file pass.txt --out w.cosignature";
const ELECTION: &str = "--election --key r.key --name party.example/recomputed --state r";
const GROWTH: &str = "--key g.key --name party.example/grown --state g";
const PUBLISH: &str = "publish --policy numbers.policy --witness-seconds 1 --cosignature w.cosignature";

/// A recorded rehearsal, two witnesses without an address, and a policy that asks one of them for the numbers.
fn evening() -> Machine {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    machine.ok("rehearse election");
    machine.write("pass.txt", b"a passphrase for the tests of numbers\n");
    let log = format!("log {}", machine.text("ledger/log.vkey"));
    machine.write("log.policy", format!("{log}quorum none\n").as_bytes());
    let mut text = log;
    for (name, seed) in [("grown", 71), ("recomputed", 72)] {
        let key = SecretKey::from_seed(&[seed; 32]);
        machine.write(&format!("{}.key", &name[..1]), keyfile::seal_plain(&key).as_bytes());
        let signer = NoteSigner::new(format!("party.example/{name}").parse().expect("a name"), key);
        text += &format!("witness {name} {}\n", signer.verifier());
    }
    text += "group anybody any grown recomputed\nquorum none\nnumbers anybody\n";
    machine.write("numbers.policy", text.as_bytes());
    machine
}

/// The code of the first fault, or the verdict where there is none.
fn verified(machine: &Machine, typed: &str, exit: i32) -> String {
    let report = machine.run(&format!("{typed} --json")).exits(exit).json();
    let told = if report["faults"][0].is_null() { &report["verdict"] } else { &report["faults"][0]["code"] };
    told.as_str().expect("a word").to_owned()
}

fn published(machine: &Machine) -> SignedSnapshot {
    SignedSnapshot::parse(machine.text("ledger/published/snapshot").as_bytes()).expect("a snapshot")
}

#[test]
fn a_policy_asks_for_numbers_and_gets_them_from_who_computed_them() {
    let machine = evening();
    assert_eq!(verified(&machine, "verify --policy numbers.policy", 4), "V32", "nobody computed anything yet");
    assert_eq!(machine.fails("tally --policy numbers.policy", 4)["code"], "V32", "a reading verb says the same");

    // Whoever looks at growth alone has one line, and it is none about numbers.
    machine.ok(&format!("{WITNESS} {GROWTH}"));
    assert_eq!(machine.text("w.cosignature").lines().count(), 1);
    machine.ok(PUBLISH);
    assert_eq!(verified(&machine, "verify --policy numbers.policy", 4), "V32");

    let told = machine.json(&format!("{WITNESS} {ELECTION}"));
    assert!(told["numbers"].as_str().is_some_and(|line| line.starts_with("— party.example/recomputed ")), "{told}");
    assert_eq!(machine.text("w.cosignature").lines().count(), 2);
    machine.ok(PUBLISH);
    assert_eq!(published(&machine).note().signatures().len(), 2, "the log's, and of who computed them");
    assert_eq!(verified(&machine, "verify --policy numbers.policy", 0), "verified");
    assert_eq!(verified(&machine, "verify ledger/published --policy numbers.policy", 0), "verified");
    machine.ok("tally --policy numbers.policy");

    // What is published anew keeps the line, and so does a ledger whose published folder was lost.
    std::fs::remove_dir_all(machine.path("ledger/published")).expect("ours");
    machine.ok("publish");
    assert_eq!(verified(&machine, "verify ledger/published --policy numbers.policy", 0), "verified");
}

#[test]
fn a_snapshot_that_the_events_do_not_give_is_cosigned_by_nobody_who_recomputes() {
    let machine = evening();
    let signer = NoteSigner::new(
        published(&machine).snapshot().checkpoint.origin.key_name(),
        SecretKey::demonstration("log:", published(&machine).snapshot().checkpoint.origin.as_str()),
    );
    let mut lie = published(&machine).snapshot().clone();
    lie.rows.0[7] ^= 1;
    let lie = lie.sign(&signer).expect("its own name");
    machine.write("ledger/published/snapshot", lie.to_string().as_bytes());
    let refused = machine.fails(&format!("{WITNESS} {ELECTION}"), 1);
    assert_eq!(refused["code"], "V30", "{refused}");
    assert!(!machine.path("w.cosignature").exists());
    assert_eq!(verified(&machine, "verify ledger/published", 1), "V30");
}

#[test]
fn a_false_line_under_the_snapshot_is_told_and_not_counted() {
    let machine = evening();
    machine.ok(&format!("{WITNESS} {ELECTION}"));
    machine.ok(PUBLISH);
    let before = machine.text("ledger/published/snapshot");
    let line = before.lines().last().expect("the witness's line").to_owned();
    let (head, base64) = line.rsplit_once(' ').expect("three words");
    // One letter of the signature; the name of its key, in front, stays.
    let mut turned = base64.to_owned();
    turned.replace_range(20..21, if &base64[20..21] == "A" { "B" } else { "A" });
    machine.write("ledger/published/snapshot", before.replace(&line, &format!("{head} {turned}")).as_bytes());
    std::fs::remove_file(machine.path("ledger/snapshot")).expect("it was kept");
    assert_eq!(verified(&machine, "verify ledger/published --policy numbers.policy", 1), "V12");
}
