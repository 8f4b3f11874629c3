//! A ledger that was lost, brought back from what was published; and when its log may go on.

use std::fs;

use protokol::crypto::key::SecretKey;

use super::{faults, office, size};
use crate::kit::program::{Machine, copy, envelopes};

/// The ledger is lost, but for its key and what was published.
fn lost() -> Machine {
    let machine = office();
    machine.ok("export --out web.tar");
    fs::rename(machine.path("ledger"), machine.path("lost")).expect("it is ours");
    machine
}

#[test]
fn a_restored_ledger_is_the_same_and_is_only_read() {
    let machine = lost();
    for (place, from) in [("a", "web.tar"), ("b", "lost/published"), ("c", "lost")] {
        let restored = machine.json(&format!("restore {from} --ledger {place}"));
        assert_eq!(restored["continues"], false);
        assert_eq!(envelopes(&machine.path(place)), envelopes(&machine.path("lost")));
        let told = |ledger: &str, verb: &str| machine.ok(&format!("{verb} --ledger {ledger}")).out;
        for verb in ["tally --contest main", "findings", "log"] {
            assert_eq!(told(place, verb), told("lost", verb), "{verb}");
        }
        machine.ok(&format!("verify {place} --policy lost/published/policy"));
        assert_eq!(size(&machine, &format!("{place}/published")), size(&machine, "lost"));
        let refused = machine.fails(&format!("submit last.submission --ledger {place} --log-key lost/log.key"), 6);
        assert_eq!(refused["code"], "U13");
        assert_eq!(
            machine.fails(&format!("restore {from} --ledger {place}"), 7)["code"],
            "U5",
            "nothing is written over"
        );
    }
}

/// Only a seal that survived, and says the same, lets the log go on.
#[test]
fn the_log_goes_on_under_a_surviving_seal() {
    let machine = lost();
    assert_eq!(machine.json("restore web.tar --seal lost/seal")["continues"], true);
    machine.ok("submit last.submission --log-key lost/log.key");
    machine.ok("verify ledger --policy lost/published/policy");
    assert_eq!(size(&machine, "ledger"), size(&machine, "lost") + 1);
}

#[test]
fn a_seal_that_says_more_keeps_the_log_from_going_on() {
    let machine = office();
    machine.ok("export --out early.tar");
    machine.ok("submit last.submission");
    let done = machine.ok("restore early.tar --seal ledger/seal --ledger restored");
    assert!(done.out.contains("so 1 are lost"), "{done}");
    assert_eq!(machine.fails("submit last.submission --ledger restored --log-key ledger/log.key", 6)["code"], "U13");
    // Half of a seal is no seal: the other half may have said more.
    let mut seal = machine.read("ledger/seal");
    seal[100] ^= 1;
    machine.write("half.seal", seal);
    machine.ok("export --out late.tar");
    assert_eq!(machine.json("restore late.tar --seal half.seal --ledger half")["continues"], false);
}

#[test]
fn nothing_is_restored_from_what_does_not_verify() {
    let machine = lost();
    copy(&machine.path("lost/published"), &machine.path("forged"));
    let bundle = format!("forged/tile/entries/000.p/{}", size(&machine, "lost"));
    let mut bytes = machine.read(&bundle);
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    machine.write(&bundle, bytes);
    let before = machine.files().len();
    assert!(!faults(&machine, "restore forged", 1).is_empty());
    assert_eq!(machine.files().len(), before, "nothing half-made stays");
    assert_eq!(machine.fails("restore nowhere", 10)["code"], "V18");
    machine.write("odd", "neither\n");
    machine.fails("restore odd", 3);
    assert!(!machine.has("ledger"));
}

/// A successor names the last known state of the log that it continues, and has a name of its own.
#[test]
fn a_successor_names_the_last_known_state() {
    let machine = lost();
    machine.ok("restore web.tar");
    let public = SecretKey::demonstration("somebody", "else").public();
    let member = |seat: u16| {
        let office = ["chair", "secretary", "member"][usize::from(seat) - 1];
        format!("CEC,{seat},Member {seat},{office},,{}\n", SecretKey::demonstration("A", &seat.to_string()).public())
    };
    let members: String = (1..=3).map(member).collect();
    machine.write("election/members.csv", format!("unit,seat,name,office,nominated_by,public_key\n{members}"));
    let founding = format!("draft founding --from election --log-key {public} --succeeds");
    let manifest = machine.text("election/manifest.toml");
    let called = |origin: &str| machine.write("election/manifest.toml", format!("origin = \"{origin}\"\n{manifest}"));
    called("protokol.example/example-2030/rehearsal");
    assert_eq!(machine.fails(&format!("{founding} ledger"), 2)["code"], "U1", "the same name");
    called("successor.example/2030");
    let draft = machine.ok(&format!("{founding} ledger")).out;
    let size = size(&machine, "lost");
    let named = draft.split("[predecessor]").nth(1).unwrap_or_else(|| panic!("no predecessor in {draft}"));
    assert!(named.lines().any(|line| line.starts_with("size") && line.contains(&format!("= {size} "))), "{draft}");
}
