//! The program with a replica: papers handed in over HTTP, a ledger from its objects alone, and two writers on one key; in a
//! folder, and in object stores that others wrote.

mod addressed;
#[cfg(feature = "replica")]
mod engines;
mod overtaken;
mod rivals;
mod standby;

use std::fs;
use std::path::Path;

use crate::kit::program::{Environment, Machine, copy, envelopes};
use crate::kit::small::{SMALL, Small};
use crate::served::{BYTES, Served, founded, soon};

/// A service with a replica in a folder, which outlives it.
fn served(replica: &Path, small: &Small) -> Served {
    served_at(&replica.display().to_string(), &Vec::new(), small)
}

/// The same with a replica that is found at a place, by what is in the environment.
fn served_at(place: &str, environment: &Environment, small: &Small) -> Served {
    let served = Served::start(founded(small).knowing(environment), &format!("--replica {place}"));
    served.takes(&small.structure());
    served
}

fn fingerprint(machine: &Machine, ledger: &str) -> serde_json::Value {
    machine.json(&format!("show checkpoint --ledger {ledger}"))["fingerprint"].clone()
}

#[test]
fn a_ledger_is_restored_from_its_objects_alone_and_goes_on() {
    let replica = tempfile::tempdir().expect("a folder");
    is_restored_and_goes_on(&replica.path().display().to_string(), &Vec::new());
}

fn is_restored_and_goes_on(place: &str, environment: &Environment) {
    let served = served_at(place, environment, &SMALL);
    served.takes(&SMALL.protocols()[..4]);
    let (machine, status) = served.stop();
    assert!(status.success());

    // A fire in the server room: the key and the replica are left.
    let other = Machine::new().knowing(environment);
    machine.hand("log.key", &other);
    assert_eq!(other.json(&format!("restore {place}"))["continues"], true);
    assert_eq!(fingerprint(&other, "ledger"), fingerprint(&machine, "ledger"));
    assert_eq!(envelopes(&other.path("ledger")), envelopes(&machine.path("ledger")));
    other.ok("verify ledger");
    assert_eq!(other.ok("tally --contest round-1").out, machine.ok("tally --contest round-1").out);

    // Others read the replica itself, as any log.
    other.ok(&format!("verify {place}"));
    assert_eq!(other.json(&format!("compare ledger {place}"))["relation"], "equal");

    // It goes on, with the replica that it notes.
    other.write("five.submission", SMALL.protocols()[4].to_file());
    other.ok("submit five.submission --log-key log.key");
    // The first machine comes back, takes over what it lacks, and goes on after it.
    machine.write("six.submission", SMALL.protocols()[5].to_file());
    let done = machine.ok("submit six.submission --log-key log.key");
    assert!(done.err.contains("one event that only the replica had"), "{done}");
    assert!(done.err.contains("protokol serve --standby"), "{done}");
    let (here, there) = (envelopes(&machine.path("ledger")), envelopes(&other.path("ledger")));
    assert_eq!((here.len(), &here[..there.len()]), (there.len() + 1, &there[..]));
    machine.ok("verify ledger");
}

#[test]
fn of_two_services_on_one_key_the_one_that_is_late_ends() {
    let replica = tempfile::tempdir().expect("a folder");
    let (machine, _) = served(replica.path(), &SMALL).stop();
    let other = Machine::new();
    machine.hand("log.key", &other);
    copy(&machine.path("ledger"), &other.path("ledger"));
    let (one, two) = (Served::start(machine, ""), Served::start(other, ""));
    one.takes(&SMALL.protocols()[..1]);
    let refused = two.post(&[BYTES], &SMALL.protocols()[1].to_file());
    let problem = refused.is(503).problem("U25");
    assert!(problem["says"].as_str().is_some_and(|says| !says.is_empty()), "{problem}");
    soon("its operator is told", || two.told().contains("another writer's bytes").then_some(()));
    one.takes(&SMALL.protocols()[2..3]);

    // Started again it has all of it, and the other has lost.
    let two = two.again("");
    two.takes(&SMALL.protocols()[1..2]);
    one.post(&[BYTES], &SMALL.protocols()[3].to_file()).is(503).problem("U25");
    let (machine, _) = two.stop();
    machine.ok("verify ledger");
    assert_eq!(envelopes(&machine.path("ledger")).len(), 1 + SMALL.structure().len() + 3);
}

#[test]
fn a_ledger_is_written_with_its_replica_alone() {
    let replica = tempfile::tempdir().expect("a folder");
    let (machine, _) = served(replica.path(), &SMALL).stop();
    machine.write("one.submission", SMALL.protocols()[0].to_file());
    fs::create_dir(machine.path("elsewhere")).expect("writable");
    let hands_in = |flags: &str, exit: i32| {
        let refused = machine.fails(&format!("submit one.submission --log-key log.key{flags}"), exit);
        refused["code"].as_str().map(str::to_owned)
    };
    let size = envelopes(&machine.path("ledger")).len();
    assert_eq!(hands_in(" --replica elsewhere", 6).as_deref(), Some("U27"));
    assert_eq!(hands_in(" --replica nowhere", 7).as_deref(), Some("U27"));
    assert_eq!(hands_in(" --replica ftp://elsewhere/", 7).as_deref(), Some("U27"));
    // It is not mounted.
    let aside = tempfile::tempdir().expect("a folder");
    fs::rename(replica.path(), aside.path().join("replica")).expect("one file system");
    assert_eq!(hands_in("", 7).as_deref(), Some("U27"));
    // It is there, and lost what it took.
    fs::create_dir(replica.path()).expect("writable");
    assert_eq!(hands_in("", 6).as_deref(), Some("U27"));
    assert_eq!(envelopes(&machine.path("ledger")).len(), size);
    fs::remove_dir_all(replica.path()).expect("ours");
    fs::rename(aside.path().join("replica"), replica.path()).expect("one file system");
    machine.ok("submit one.submission --log-key log.key");
    machine.ok("verify ledger");
}

#[test]
fn nobody_goes_on_from_a_replica_with_a_gap() {
    let replica = tempfile::tempdir().expect("a folder");
    let (machine, _) = served(replica.path(), &SMALL).stop();
    let (size, place) = (envelopes(&machine.path("ledger")).len(), replica.path().display().to_string());
    let aside = replica.path().join("aside");
    // In the middle, and the last one, whose seal is there: to go on would sign what was signed differently before.
    for gone in [size / 2, size - 1] {
        let frame = replica.path().join(format!("frame/{gone:020}"));
        fs::rename(&frame, &aside).expect("it was there");
        assert_eq!(machine.fails(&format!("restore {place} --ledger restored"), 6)["code"], "U27");
        machine.fails(&format!("compare ledger {place}"), 6);
        assert!(!machine.has("restored"));
        fs::rename(&aside, &frame).expect("one file system");
    }
    assert_eq!(machine.json(&format!("restore {place} --ledger restored"))["size"], size);
}
