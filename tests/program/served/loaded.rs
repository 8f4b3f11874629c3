//! A rehearsal that is handed in to a service: the load tool, and what it measures.

use std::collections::BTreeSet;
use std::fs;
use std::num::NonZeroU32;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use protokol::ledger::files::receipt::Receipt;
use protokol::rehearsal::arrivals;
use serde_json::Value;

use super::killed::Log;
use super::operated::free;
use super::posted::counted;
use super::witnessed::{Witness, policy};
use super::{Served, soon};
use crate::json::frozen::holds_but;
use crate::kit::election;
use crate::kit::program::{Machine, copy};
use crate::witness::conversation::Theirs;

/// What hangs on the clock and on the machine.
const MEASURED: [&str; 12] = [
    "url",
    "fingerprint",
    "early",
    "milliseconds",
    "per_second",
    "p50",
    "p90",
    "p99",
    "p999",
    "max",
    "signatures_per_second",
    "syncs_per_second",
];

/// A machine with an election folder, and a ledger that it founded.
fn founded(precincts: u32) -> Machine {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", precincts);
    // Two decisions about one paper, of which the second may come first where many hand in at once.
    let decisions = machine.text("election/decisions.csv") + "main,01.003,repeat,No 10,the box is closed\n";
    machine.write("election/decisions.csv", decisions);
    let founded = machine.json("rehearse election --found");
    assert_eq!(founded["ledger"], "ledger");
    machine.ok("verify ledger");
    machine
}

/// Another machine with the same folder.
fn loader(machine: &Machine) -> Machine {
    let loader = Machine::new();
    copy(&machine.path("election"), &loader.path("election"));
    loader
}

fn number(value: &Value, key: &str) -> u64 {
    value[key].as_u64().unwrap_or_else(|| panic!("no number {key} in {value}"))
}

#[test]
fn a_load_comes_to_what_the_rehearsal_comes_to_however_often_it_is_handed_in() {
    let machine = founded(6);
    let loader = loader(&machine);
    let served = Served::start_at(machine, "127.0.0.1:0", "--quiet");
    let typed = format!("rehearse election --to http://{} --clients 3", served.address);
    let first = loader.ok(&format!("{typed} --receipts kept --beside . --json"));
    holds_but("load/all", &first, &MEASURED);
    let loaded = first.json();
    let (size, all) = (number(&loaded, "size"), &loaded["all"]);
    assert_eq!((number(all, "taken"), number(all, "submissions")), (size - 1, size - 1), "{loaded}");
    assert_eq!(number(&loaded, "receipts"), size);
    assert!(["signatures", "syncs"].iter().all(|what| number(&loaded["machine"], &format!("{what}_per_second")) > 0));
    let steps = ["p50", "p90", "p99", "p999", "max"].map(|step| number(&all["latency"], step));
    assert!(steps.is_sorted() && steps[0] > 0, "{loaded}");
    assert_eq!(fs::read_dir(loader.path("kept")).expect("a folder").count() as u64, size);

    // By the clock of a night, which lasts as long as it is told to; and nothing comes in twice.
    let again = loader.json(&format!("{typed} --rate 200"));
    assert_eq!(number(&again["all"], "already"), size - 1, "{again}");
    assert_eq!((&again["size"], &again["fingerprint"]), (&loaded["size"], &loaded["fingerprint"]));
    assert!(number(&again["all"], "milliseconds") >= (size - 1) * 1000 / 200 / 2, "{again}");
    let told = loader.ok(&format!("{typed} --lang ru --rate 500")).out;
    assert!(told.contains("Квитанции") && told.contains("протокол"), "{told}");
    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    machine.ok("verify ledger");
    let here = self::loader(&machine);
    here.ok("rehearse election");
    assert_eq!(counted(&machine), counted(&here));
}

#[test]
fn what_a_load_is_refused_is_counted_and_what_it_is_not_of_is_told_at_once() {
    let machine = founded(6);
    let (loader, other) = (loader(&machine), loader(&machine));
    let served = Served::start_at(machine, "127.0.0.1:0", "--quiet");
    let typed = format!("rehearse election --to http://{}", served.address);
    // Somebody hands in another protocol of the same precinct before.
    let protocols = other.text("election/protocols.csv");
    let changed = protocols.replacen("main,01.001,900,700,", "main,01.001,900,700,1", 1);
    assert_ne!(protocols, changed);
    other.write("election/protocols.csv", changed);
    other.ok(&typed);
    let refused = loader.run(&format!("{typed} --clients 2 --rate 400 --json")).exits(6);
    holds_but("load/refused", &refused, &MEASURED);
    let refused = refused.json();
    assert_eq!((number(&refused["all"]["refused"], "R19"), &refused["error"]["code"]), (1, &"R19".into()), "{refused}");

    let manifest = other.text("election/manifest.toml");
    other.write("election/manifest.toml", manifest.replace("Central Commission", "Other Commission"));
    assert_eq!(other.fails(&typed, 7)["code"], "U5");
    assert_eq!(other.fails(&format!("{typed} --ledger ledger"), 2)["code"], "U1");
    assert_eq!(other.fails(&format!("{typed} --serve"), 2)["code"], "U1");
    other.run("rehearse election --rate 5").exits(2);
}

/// Of the papers of a night few come at first, most together, and some late.
#[test]
fn papers_are_due_by_a_curve() {
    let rate = NonZeroU32::new(50).expect("some");
    let due = arrivals(1000, rate);
    assert!(due.is_sorted() && due.last().is_some_and(|last| *last < 20_000_000), "{due:?}");
    let in_tenth = |tenth: u64| {
        let within = |due: &&u64| (2_000_000 * tenth..2_000_000 * (tenth + 1)).contains(*due);
        due.iter().filter(within).count()
    };
    let tenths: Vec<_> = (0..10).map(in_tenth).collect();
    assert_eq!(tenths, [20, 60, 120, 180, 190, 160, 110, 70, 50, 40]);
    assert!(arrivals(0, rate).is_empty());
    assert!(arrivals(1, rate)[0] < 20_000);
}

/// Every receipt that the load kept holds in the log as it is at the end.
fn receipts_hold(loader: &Machine, machine: &Machine) -> usize {
    let log = Log::of(machine);
    let mut places = BTreeSet::new();
    for file in fs::read_dir(loader.path("kept")).expect("a folder") {
        let text = fs::read_to_string(file.expect("an entry").path()).expect("a text");
        let receipt: Receipt = text.parse().expect("a receipt");
        log.holds(&receipt);
        places.insert(receipt.index());
    }
    places.len()
}

const KILLS: u64 = 10;

#[test]
fn a_load_outlives_ten_kills_of_the_service_under_two_witnesses() {
    let machine = founded(70);
    let (loader, address) = (loader(&machine), free().to_string());
    let ours = Witness::with(&machine, 51);
    let theirs = Theirs::watching(&machine.text("ledger/log.vkey").trim().parse().expect("a key"));
    // One more of ours, where the stranger's is not there.
    let second = theirs.is_none().then(|| Witness::with(&machine, 52));
    let (key, url) = match (&theirs, &second) {
        (Some(theirs), _) => (theirs.key.to_string(), theirs.url()),
        (None, Some(second)) => (second.named().0.to_owned(), second.named().1.to_owned()),
        (None, None) => unreachable!("one of them is there"),
    };
    policy(&machine, &[ours.named(), (&key, &url)]);
    loader.write("w.policy", machine.text("w.policy"));
    let flags = "--policy w.policy --witness-seconds 3 --quiet";
    let mut served = Served::start_at(machine, &address, flags);
    let typed = format!("rehearse election --to http://{address} --clients 6 --rate 60 --receipts kept --json");
    let out = fs::File::create(loader.path("told")).expect("a file");
    let mut load = loader.command(&typed).stdout(out).stderr(Stdio::null()).spawn().expect("it starts");
    for kill in 0..KILLS {
        let size = || served.get("/v1/checkpoint").json()["size"].as_u64();
        let before = size();
        soon("nothing comes in", || (size() > before).then_some(()));
        // Another moment each time.
        thread::sleep(Duration::from_millis(37 * kill));
        assert!(load.try_wait().expect("it was started").is_none(), "the load is over before kill {kill}");
        served.kill();
        let Served { machine, .. } = &mut served;
        let machine = std::mem::replace(machine, Machine::new());
        served = Served::start_at(machine, &address, flags);
    }
    let status = load.wait().expect("it was started");
    let told: Value = serde_json::from_str(&loader.text("told")).expect("JSON");
    assert!(status.success(), "{told}");
    assert!(number(&told["asked_again"], "gone") > 0, "nobody noticed the kills: {told}");
    // What was acknowledged before a kill and what only came to its end afterwards: each is in once.
    let (size, all) = (number(&told, "size"), &told["all"]);
    assert_eq!(number(all, "taken") + number(all, "already"), size - 1, "{told}");
    let (machine, status) = served.stop();
    assert!(status.success(), "{status}");
    assert_eq!(receipts_hold(&loader, &machine) as u64, size, "an event has no receipt");
    machine.ok("verify ledger");
    machine.ok("verify ledger/published --policy w.policy");
    let here = self::loader(&machine);
    here.ok("rehearse election");
    assert_eq!(counted(&machine), counted(&here));
}
