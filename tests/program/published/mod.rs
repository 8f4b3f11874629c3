//! A log as others see it: published while it is written, exported into a folder and a tar, verified from there, and
//! a ledger brought back from it.

mod crimes;
mod leaving;
mod restoring;

use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use protokol::ledger::files::receipt::Receipt;

use crate::kit::election;
use crate::kit::program::{Machine, copy, filled};

const FIGURES: [(&str, &str); 8] = [
    ("listed", "900"),
    ("received", "700"),
    ("took", "181"),
    ("invalid", "5"),
    ("valid", "176"),
    ("01", "100"),
    ("02", "60"),
    ("03", "16"),
];

/// A rehearsed ledger whose last precinct has not reported, and that precinct's signed protocol beside it.
fn office() -> Machine {
    static OFFICE: OnceLock<Machine> = OnceLock::new();
    let office = OFFICE.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 5);
        machine.ok("rehearse election");
        for seat in ["1", "2"] {
            let key = SecretKey::demonstration("01.005", seat);
            machine.write(&format!("{seat}.key"), keyfile::seal_plain(&key).as_bytes());
        }
        machine.ok("draft protocol 01.005 --out blank.toml");
        machine.write("last.toml", filled(&machine.text("blank.toml"), &FIGURES));
        machine.ok("sign last.toml --key 1.key --yes");
        machine.ok("sign last.submission --key 2.key --yes");
        machine
    });
    let machine = Machine::new();
    copy(office.folder(), machine.folder());
    machine
}

/// The size of a ledger or of what was published.
fn size(machine: &Machine, what: &str) -> u64 {
    machine.json(&format!("verify {what}"))["size"].as_u64().expect("a size")
}

fn receipt(machine: &Machine, file: &str) -> Receipt {
    Receipt::parse(&machine.read(file)).expect("a receipt")
}

/// The codes of what a verification finds, in order.
fn faults(machine: &Machine, typed: &str, exit: i32) -> Vec<String> {
    let told = machine.run(&format!("{typed} --json")).exits(exit).json();
    let faults = told["faults"].as_array().unwrap_or_else(|| panic!("no faults in {told}"));
    faults.iter().map(|fault| fault["code"].as_str().expect("a code").to_owned()).collect()
}
