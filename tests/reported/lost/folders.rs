//! Files of an election folder that were passed over, or stopped the others.

use crate::kit::election;
use crate::kit::program::Machine;

/// A folder of five precincts under the name `election`.
fn folder() -> Machine {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    machine
}

#[test]
fn a_table_with_capitals_in_its_name_was_passed_over() {
    let machine = folder();
    std::fs::rename(machine.path("election/copies.csv"), machine.path("election/COPIES.CSV")).expect("it is there");
    for (file, text) in [("protocols (1).csv", ""), ("members.xlsx", ""), ("turnouts.tsv", ""), ("notes.txt", "")] {
        machine.write(&format!("election/{file}"), text);
    }
    let done = machine.ok("rehearse election");
    for (file, meant) in
        [("COPIES.CSV", "copies.csv"), ("protocols (1).csv", "protocols.csv"), ("members.xlsx", "members.csv")]
    {
        let told = done.err.lines().any(|line| line.starts_with(file) && line.contains(meant));
        assert!(told, "{file} is told: {done}");
    }
    assert!(done.err.contains("turnouts.tsv is no table"), "{done}");
    assert!(!done.err.contains("notes.txt"), "{done}");
    // Whoever founds or enrols from the folder is told too.
    machine.write("election/members.csv", "unit,seat,name,office,public_key\n");
    let key = "0".repeat(64);
    let done = machine.run(&format!("draft founding --from election --log-key {key}")).exits(7);
    assert!(done.err.contains("COPIES.CSV"), "{done}");
}

#[test]
fn what_is_no_table_stopped_the_folder() {
    use std::os::unix::ffi::OsStrExt;
    let machine = folder();
    std::fs::create_dir(machine.path("election/old.csv")).expect("a folder");
    let latin = machine.path("election").join(std::ffi::OsStr::from_bytes(b"prot\xf6kolle.csv"));
    std::fs::write(latin, "a,b\n").expect("a file");
    let done = machine.ok("rehearse election");
    assert!(done.err.contains("kolle.csv is no table") && !done.err.contains("old.csv"), "{done}");
}
