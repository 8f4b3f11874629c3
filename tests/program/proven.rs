//! `tally` answers from proven rows alone where it can, and says what a fold of every event says.

use std::fs;

use crate::kit::election;
use crate::kit::program::Machine;

/// What may be asked of the election of the kit, in every way that there is.
const ASKED: [&str; 9] = [
    "",
    " --contest main",
    " --unit 01",
    " --unit 01.001",
    " --unit CEC",
    " --tier precinct",
    " --tier constituency",
    " --tier central",
    " --contest main --tier constituency",
];

fn recorded() -> Machine {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    machine.ok("rehearse election");
    machine
}

#[test]
fn the_sums_of_proven_rows_are_those_of_a_fold() {
    let machine = recorded();
    for asked in ASKED {
        for json in ["", " --json"] {
            // A published log is verified whole, and folded.
            let folded = machine.ok(format!("tally ledger/published{asked}{json}").trim());
            let proven = machine.ok(format!("tally{asked}{json}").trim());
            assert_eq!(proven.out, folded.out, "tally{asked}{json}");
        }
    }
}

#[test]
fn nothing_is_folded_for_the_sums_of_the_last_checkpoint() {
    let machine = recorded();
    let before = machine.ok("tally --json").out;
    // Whoever folded the journal would meet this.
    let segment = "ledger/journal/00000000000000000000.frames";
    let mut journal = fs::read(machine.path(segment)).expect("it reads");
    let last = journal.len() - 20;
    journal[last] ^= 1;
    machine.write(segment, &journal);
    assert_eq!(machine.ok("tally --json").out, before);
    assert_eq!(machine.run("verify --json").exits(1).json()["verdict"], "failed");
}

#[test]
fn what_is_not_there_is_told_as_before() {
    let machine = recorded();
    for (asked, names) in [("--unit 01.999", "01.999"), ("--tier village", "village"), ("--contest round-9", "round-9")]
    {
        let said = machine.run(&format!("tally {asked}")).exits(2).err;
        assert!(said.contains(names), "{said}");
        let of_log = machine.run(&format!("tally ledger/published {asked}")).exits(2).err;
        let last = |said: &str| said.lines().last().map(str::to_owned);
        assert_eq!(last(&said), last(&of_log), "the same advice");
    }
}
