//! A machine whose place another took, and that hears of it without a paper: it follows.

use std::fs;
use std::thread;

use protokol::ledger::submission::SignedStatement;

use super::served;
use super::standby::{follows, size, standing_by, takes_submissions};
use crate::kit::program::envelopes;
use crate::kit::small::SMALL;
use crate::served::operated::free;
use crate::served::witnessed::Witness;
use crate::served::{BYTES, Served, exchange, founded, soon};

#[test]
fn a_writer_that_is_overtaken_while_it_has_nothing_to_do_follows() {
    let replica = tempfile::tempdir().expect("a folder");
    let writer = served(replica.path(), &SMALL);
    let standby = standing_by(replica.path(), &writer, "");
    follows(&standby, &writer);
    standby.machine.ok("takeover");
    standby.takes(&SMALL.protocols()[..1]);
    soon("it steps back", || (!takes_submissions(&writer)).then_some(()));
    follows(&writer, &standby);
    // Nothing was lost, so there is nothing to keep.
    assert!(!writer.machine.has("ledger/aside"));
    // Whoever writes alone goes on, however often it looks up.
    standby.takes(&SMALL.protocols()[1..2]);
    follows(&writer, &standby);
}

#[test]
fn a_writer_that_hears_of_it_from_a_witness_follows() {
    const FLAGS: &str = "--policy w.policy --witness-seconds 3";
    let (replica, machine) = (tempfile::tempdir().expect("a folder"), founded(&SMALL));
    let (mut witness, papers) = (Witness::of(&machine), SMALL.protocols());
    witness.policy(&machine);
    let writer = Served::start(machine, &format!("--replica {} {FLAGS}", replica.path().display()));
    writer.takes(&SMALL.structure());
    let standby = standing_by(replica.path(), &writer, "");
    writer.machine.hand("w.policy", &standby.machine);
    let standby = standby.again(&format!("--standby {FLAGS}"));
    // What it asks the witness in vain it will ask again, when the witness has more.
    witness.stop();
    writer.takes(&papers[..1]);
    follows(&standby, &writer);
    writer.sleeps();
    witness.go_on();
    standby.machine.ok("takeover");
    standby.post(&[BYTES, ("Prefer", "wait=20")], &papers[1].to_file()).is(201);
    writer.goes_on();
    follows(&writer, &standby);
    assert!(!takes_submissions(&writer));
    assert!(!writer.told().contains("Nothing is written any more"), "{}", writer.told());
}

#[test]
fn a_writer_that_is_overtaken_while_the_replica_is_silent_waits_for_it() {
    let (replica, operators) = (tempfile::tempdir().expect("a folder"), free());
    let (machine, _) = served(replica.path(), &SMALL).stop();
    let writer = Served::start(machine, &format!("--operators {operators}"));
    let papers = SMALL.protocols();
    let standby = standing_by(replica.path(), &writer, "");
    follows(&standby, &writer);
    // What the two have in common cannot be read there; that there is more, can be.
    let (seal, aside) = (replica.path().join(format!("seal/{:020}", size(&writer))), replica.path().join("aside"));
    fs::rename(&seal, &aside).expect("one file system");
    fs::create_dir(&seal).expect("writable");
    standby.machine.ok("takeover");
    standby.takes(&papers[..1]);

    // All who are there at that moment are sent elsewhere, and nobody is refused.
    thread::scope(|scope| {
        let hand_in = |paper: &SignedStatement| {
            let answer = writer.post(&[BYTES], &paper.to_file()).is(503);
            assert!(["U25", "U28"].contains(&answer.json()["code"].as_str().expect("a code")), "{answer:?}");
            assert!(answer.header("Retry-After").is_some(), "{answer:?}");
        };
        papers.iter().for_each(|paper| drop(scope.spawn(move || hand_in(paper))));
    });
    let ready = || exchange(operators, "GET", "/readyz", &[], &[]).expect("it answers");
    soon("it says that the replica is silent", || ready().json()["reasons"].get("replica").is_some().then_some(()));
    writer.get("/v1/totals").is(200);
    writer.post(&[BYTES], &papers[1].to_file()).is(503).problem("U28");

    fs::remove_dir(&seal).expect("ours");
    fs::rename(&aside, &seal).expect("one file system");
    follows(&writer, &standby);
    soon("it is ready", || (ready().status == 200).then_some(()));
    standby.takes(&papers[1..2]);
    follows(&writer, &standby);
    let ((one, _), (two, status)) = (standby.stop(), writer.stop());
    assert!(status.success());
    assert_eq!(envelopes(&one.path("ledger")), envelopes(&two.path("ledger")));
}

#[test]
fn a_writer_that_was_overtaken_and_is_started_to_write_says_whose_place_it_takes() {
    let replica = tempfile::tempdir().expect("a folder");
    let mut writer = served(replica.path(), &SMALL);
    let papers = SMALL.protocols();
    let standby = standing_by(replica.path(), &writer, "");
    follows(&standby, &writer);
    writer.kill();
    standby.machine.ok("takeover");
    standby.takes(&papers[..1]);
    let writer = writer.again("");
    assert!(writer.told().contains("protokol serve --standby"), "{}", writer.told());
    writer.takes(&papers[1..2]);
    follows(&standby, &writer);
    assert!(!takes_submissions(&standby));
    // Whoever finds nothing new takes nobody's place, and says nothing of it.
    let (machine, _) = writer.stop();
    machine.write("talk", "");
    let writer = Served::start(machine, "");
    assert!(!writer.told().contains("--standby"), "{}", writer.told());
}
