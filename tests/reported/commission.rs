//! An evening to try things on: six precincts of which none has reported, their members' keys, the ledger and a kit.

use std::fs;
use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;

use crate::kit::election;
use crate::kit::program::{Machine, copy, filled};

/// A machine of the evening. The log's key is the rehearsal's own, which lies with the ledger.
pub fn evening() -> Machine {
    static EVENING: OnceLock<Machine> = OnceLock::new();
    let machine = EVENING.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "all", 6);
        for table in ["manifest.toml", "units.csv", "candidates.csv"] {
            machine.write(&format!("election/{table}"), machine.read(&format!("all/{table}")));
        }
        machine.ok("rehearse election");
        machine.ok("export --kit --out kit.protokol");
        for unit in ["CEC", "01", "01.001", "01.002", "01.003", "01.004"] {
            for seat in ["1", "2", "3"] {
                let key = SecretKey::demonstration(unit, seat);
                machine.write(&format!("{unit}-{seat}.key"), keyfile::seal_plain(&key).as_bytes());
            }
        }
        machine
    });
    let other = Machine::new();
    copy(machine.folder(), other.folder());
    other
}

/// The draft of a unit's protocol, filled in, as this file.
pub fn draft(machine: &Machine, unit: &str, file: &str) {
    let blank = machine.ok(&format!("draft protocol {unit}")).out;
    machine.write(file, filled(&blank, &election::ADDS_UP));
}

/// A unit's protocol, signed by its quorum, as this file.
pub fn signed(machine: &Machine, unit: &str, file: &str) {
    draft(machine, unit, "draft.toml");
    let path = machine.path(file);
    fs::create_dir_all(path.parent().expect("it lies in the machine's folder")).expect("a folder");
    machine.ok(&format!("sign draft.toml --key {unit}-1.key --yes --out {file}"));
    machine.ok(&format!("sign {file} --key {unit}-2.key --yes"));
}

/// The draft of a founding act as `founding.toml`: its members are those of the evening, under demonstration keys.
pub fn founding(machine: &Machine) {
    let mut members = "unit,seat,name,office,nominated_by,public_key\n".to_owned();
    for (seat, office) in [("1", "chair"), ("2", "secretary"), ("3", "member")] {
        let key = SecretKey::demonstration("CEC", seat).public();
        members += &format!("CEC,{seat},Member {seat},{office},,{key}\n");
    }
    machine.write("election/members.csv", members);
    let log = SecretKey::from_seed(&[3; 32]).public();
    machine.ok(&format!("draft founding --from election --log-key {log} --out founding.toml"));
}
