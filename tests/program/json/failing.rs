//! What is answered where nothing is done.

use super::desk::{newer, reader, signed, writer};
use super::frozen::holds;
use crate::kit::program::Machine;

/// Each case, and the exit code it ends with.
fn each(machine: &Machine, cases: &[(&str, &str, i32)]) {
    for (case, typed, exit) in cases {
        holds(&format!("failure/{case}"), &machine.run(&format!("{typed} --json")).exits(*exit));
    }
}

#[test]
fn wrong_usage() {
    let machine = reader();
    each(
        &machine,
        &[
            ("no-such-flag", "tally --nothing", 2),
            ("no-such-verb", "tallly", 2),
            ("no-such-code", "help X99", 2),
            ("no-such-finding", "findings --code X99", 2),
            ("no-such-kind", "log --kind nothing", 2),
            ("no-such-unit", "tally --unit 99", 2),
            ("no-such-tier", "tally --tier nothing", 2),
            ("no-such-contest", "tally --contest nothing", 2),
            ("no-such-size", "tally --at 4000", 2),
            ("no-such-event", "show 4000", 2),
            ("no-such-place", "tally --ledger nowhere", 10),
            ("no-such-file", "check nothing.toml", 7),
            ("no-fingerprint", "verify --expect zzz", 2),
            ("no-policy", "witness ledger --key k --name w.example/1 --state s", 2),
            ("not-figures-yet", "tally --ledger shut", 6),
            ("exists", "export --kit --out policy", 7),
            ("two-checkpoints", "compare evening.checkpoint evening.checkpoint", 2),
        ],
    );
}

#[test]
fn a_ledger_of_a_newer_program() {
    each(&newer(), &[("newer", "log", 3)]);
}

#[test]
fn bad_files() {
    let machine = writer();
    machine.write("bad.submission", "this is none");
    machine.write("bad.toml", "kind = \"protocol\"\nunit = \"01.006\"\nlisted = three\n");
    machine.write("bad.evidence", "protokol.example/fork-evidence@v1\n");
    let protocols = machine.text("election/protocols.csv");
    let spoilt = protocols.replacen(",900,", ",9OO,", 1).replacen(",900,", ",-3,", 1);
    machine.write("election/protocols.csv", spoilt);
    let draft = machine.text("draft.toml").replace("listed = 900", "listed = -9");
    machine.write("negative.toml", draft);
    each(
        &machine,
        &[
            ("no-submission", "submit bad.submission", 7),
            ("no-draft", "check bad.toml", 7),
            ("a-negative-figure", "check negative.toml", 7),
            ("a-spoilt-table", "rehearse election --ledger another", 7),
            ("not-this-folder", "rehearse election", 7),
            ("an-empty-queue", "submit election", 7),
        ],
    );
}

#[test]
fn refusals() {
    let machine = signed();
    machine.ok("sign draft.toml --key 1.key --yes --out one.submission");
    let seat = protokol::crypto::key::SecretKey::demonstration("01.005", "1");
    machine.write("stranger.key", protokol::crypto::keyfile::seal_plain(&seat).as_bytes());
    each(
        &machine,
        &[
            ("quorum-not-met", "submit one.submission", 6),
            ("quorum-not-met-az", "submit one.submission --lang az", 6),
            ("not-entitled", "sign draft.toml --key stranger.key --yes --out three.submission", 6),
        ],
    );
}
