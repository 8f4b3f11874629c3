//! A clock that was wrong once is wrong for ever.

use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;

use crate::kit::clock::run_on_day;
use crate::kit::election::{CANDIDATES, manifest};
use crate::kit::program::{Machine, copy};

const CENTURY: i64 = 36_525;
const UNITS: &str =
    "unit,parent,tier,name\nCEC,,central,Central\n01,CEC,constituency,First\n01.001,01,precinct,School\n";
const TYPED: &str = "--log-key log.key";

/// An election that is no rehearsal, of commissions of one member: founded, and two commissions signed to be formed.
fn office() -> Machine {
    static OFFICE: OnceLock<Machine> = OnceLock::new();
    let first = OFFICE.get_or_init(|| {
        let machine = Machine::new();
        let mut members = "unit,seat,name,office,nominated_by,public_key\n".to_owned();
        for (number, unit) in [(1, "CEC"), (2, "01"), (3, "01.001")] {
            let key = SecretKey::from_seed(&[number; 32]);
            machine.write(&format!("{unit}.key"), keyfile::seal_plain(&key).as_bytes());
            members += &format!("{unit},1,Member of {unit},chair,,{}\n", key.public());
        }
        let log = SecretKey::from_seed(&[4; 32]);
        machine.write("log.key", keyfile::seal_plain(&log).as_bytes());
        machine.write("election/manifest.toml", manifest(false, [(1, 1), (1, 1), (1, 1)]));
        machine.write("election/units.csv", UNITS);
        machine.write("election/candidates.csv", CANDIDATES);
        machine.write("election/members.csv", members);
        let key = log.public();
        machine.ok(&format!("draft founding --from election --log-key {key} --out founding.toml"));
        machine.ok("sign founding.toml --key CEC.key --yes --out founding.submission");
        machine.ok(&format!("init founding.submission {TYPED}"));
        machine.ok("enrol election/members.csv --out .");
        machine.ok("sign commission-01.toml --key CEC.key --yes --out 01.submission");
        machine
    });
    let machine = Machine::new();
    copy(first.folder(), machine.folder());
    machine
}

#[test]
fn a_clock_a_century_ahead_seals_nothing_until_somebody_insists() {
    let machine = office();
    let before = machine.read("ledger/seal");
    let Some(stopped) = run_on_day(&machine, CENTURY, &format!("submit 01.submission {TYPED} --json")) else { return };
    assert_eq!(stopped.exits(6).error()["code"], "U15");
    assert_eq!(machine.read("ledger/seal"), before, "nothing was sealed");
    let insisting = format!("submit 01.submission {TYPED} --clock-is-right");
    run_on_day(&machine, CENTURY, &insisting).expect("as before").exits(0);
    let told = machine.ok("verify");
    assert!(told.out.contains("event 1 arrived at 21") && told.out.contains("(V28)"), "{told}");
    machine.ok("sign commission-01.001.toml --key 01.key --yes --out 01.001.submission");
    // The clock is right again, and the ledger's is not.
    let stopped = machine.run(&format!("submit 01.001.submission {TYPED} --json")).exits(6).error();
    assert!(stopped["says"].as_str().is_some_and(|says| says.contains("arrived later")), "{stopped}");
    machine.ok(&format!("submit 01.001.submission {TYPED} --clock-is-right"));
}

#[test]
fn a_clock_that_went_back_seals_nothing() {
    let machine = office();
    let Some(stopped) = run_on_day(&machine, -2, &format!("submit 01.submission {TYPED} --json")) else { return };
    assert_eq!(stopped.exits(6).error()["code"], "U15");
    machine.ok(&format!("submit 01.submission {TYPED}"));
    assert!(!machine.ok("verify").out.contains("V28"));
}

#[test]
fn nothing_is_founded_by_a_clock_that_starts_at_1970() {
    let machine = office();
    let typed = format!("init founding.submission {TYPED} --ledger another --json");
    let Some(stopped) = run_on_day(&machine, -20_000, &typed) else { return };
    assert_eq!(stopped.exits(6).error()["code"], "U15");
    assert!(!machine.has("another"));
}

/// Nobody lives before 1970, but machines without a battery do.
#[test]
fn a_clock_before_1970_ends_no_verb() {
    let machine = office();
    for typed in ["verify", "tally --inside", "log", "findings --inside", "show checkpoint", "export --out web"] {
        let Some(done) = run_on_day(&machine, -CENTURY, typed) else { return };
        done.exits(0);
    }
}
