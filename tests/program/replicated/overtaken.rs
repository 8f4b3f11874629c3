//! A machine whose place another took, and that hears of it without a paper: it follows.

use super::served;
use super::standby::{follows, standing_by, takes_submissions};
use crate::kit::small::SMALL;
use crate::served::witnessed::Witness;
use crate::served::{BYTES, Served, founded, soon};

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
