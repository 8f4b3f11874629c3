//! A clock that was wrong once is wrong for ever.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use serde_json::Value;

use crate::kit::clock::{on_day, run_on_day};
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

/// A witness of the office's log, on a machine whose clock is wrong by so many days.
struct Witness(Child);

impl Witness {
    /// Starts one, and gives its line of a policy; none where no clock can be shifted here.
    fn start(machine: &Machine, number: u8, days: i64) -> Option<(Self, String)> {
        let secret = SecretKey::from_seed(&[70 + number; 32]);
        machine.write(&format!("w{number}.key"), keyfile::seal_plain(&secret).as_bytes());
        machine.write("log.policy", format!("log {}quorum none\n", machine.text("ledger/log.vkey")));
        let of = format!("--key w{number}.key --name witness.example/{number} --state state{number}");
        let typed = format!("witness serve --policy log.policy {of} --listen 127.0.0.1:0 --json");
        let mut command = on_day(machine, days, &typed)?;
        let child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program starts");
        // Whatever fails from here on, the child is ended.
        let mut witness = Self(child);
        let (mut greeting, out) = (String::new(), witness.0.stdout.as_mut().expect("it is piped"));
        BufReader::new(out).read_line(&mut greeting).expect("it greets");
        let greeting: Value = serde_json::from_str(&greeting).expect("one object");
        let [key, url] = [&greeting["keys"][0], &greeting["url"]].map(|text| text.as_str().expect("a text").to_owned());
        Some((witness, format!("witness w{number} {key} {url}\n")))
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.0.kill().and_then(|()| self.0.wait());
    }
}

/// A policy of these witnesses, of whom any one is enough, or none needed.
fn policy(machine: &Machine, witnesses: &[&str], quorum: &str) {
    let names: String =
        witnesses.iter().filter_map(|line| line.split(' ').nth(1)).map(|name| format!(" {name}")).collect();
    let log = machine.text("ledger/log.vkey");
    machine.write("w.policy", format!("log {log}{}group any any{names}\nquorum {quorum}\n", witnesses.concat()));
}

#[test]
fn a_clock_that_no_witness_shares_seals_nothing() {
    let machine = office();
    let Some((right, line)) = Witness::start(&machine, 1, 0) else { return };
    policy(&machine, &[&line], "any");
    let typed = format!("submit 01.submission {TYPED} --policy w.policy");
    let before = machine.read("ledger/seal");
    // Neither last arrival nor polling day tells of two days: the witness does, which cosigned a moment ago.
    let stopped = run_on_day(&machine, 2, &format!("{typed} --json")).expect("as before").exits(6).error();
    let [says, advice] = [&stopped["says"], &stopped["do"]].map(|text| text.as_str().expect("a text"));
    assert!(stopped["code"] == "U15" && says.contains("witnesses cosigned a moment ago"), "{stopped}");
    assert!(advice.contains("set this machine's clock right") && advice.contains("--clock-is-right"), "{stopped}");
    assert_eq!(machine.read("ledger/seal"), before, "nothing was sealed");
    // It is the witness's clock that is wrong: of that the writer cannot know, and somebody insists.
    drop(right);
    let (ahead, ahead_line) = Witness::start(&machine, 1, 2).expect("as before");
    policy(&machine, &[&ahead_line], "any");
    assert_eq!(machine.fails(&typed, 6)["code"], "U15");
    // One witness of two that has nearly the same time is enough.
    let (_second, second_line) = Witness::start(&machine, 2, 0).expect("as before");
    policy(&machine, &[&ahead_line, &second_line], "any");
    machine.ok(&typed);
    drop(ahead);
    assert!(!machine.ok("verify").out.contains("V28"));
}

#[test]
fn a_witness_that_cosigned_days_ago_was_no_reason_to_doubt_the_clock() {
    let machine = office();
    let Some((witness, line)) = Witness::start(&machine, 1, 0) else { return };
    policy(&machine, &[&line], "none");
    machine.ok(&format!("publish {TYPED} --policy w.policy"));
    drop(witness);
    // Two days later nobody is asked who knows the time, and the witness is not needed.
    let typed = format!("submit 01.submission {TYPED} --policy w.policy --witness-seconds 1");
    let done = run_on_day(&machine, 2, &typed).expect("as before");
    assert!(done.exit == 0 && !done.err.contains("U15"), "{done}");
    machine.ok("sign commission-01.001.toml --key 01.key --yes --out 01.001.submission");
    // It is back, two days later too, and its new time is what counts.
    let (_back, line) = Witness::start(&machine, 1, 4).expect("as before");
    policy(&machine, &[&line], "any");
    let typed = format!("submit 01.001.submission {TYPED} --policy w.policy");
    run_on_day(&machine, 4, &typed).expect("as before").exits(0);
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
