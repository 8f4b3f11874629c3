//! `tally`, `show`, `findings` and `log` answer from proven rows alone where they can, and say what a fold of every event
//! says.

use std::fs;
use std::path::Path;

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::domain::number::Sequence;
use protokol::domain::time::Millis;
use protokol::ledger::envelope::Envelope;
use protokol::service::observer::Nobody;
use protokol::service::proofs::WithProof;
use protokol::service::proven;
use protokol::service::proven::thing::ProvenThing;
use protokol::service::setting::Setting;
use protokol::store::read::{self, Reading};
use protokol::verify::conclude::TrustAnchors;

use crate::kit::election;
use crate::kit::program::{Machine, copy, envelopes};
use crate::kit::stored::{self, edit, put_event};

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

/// What a fold of the journal gives.
fn folded(ledger: &Path) -> Reading {
    read::from_journal(ledger, &TrustAnchors::default(), Serial, &mut |_| {}).expect("the journal reads")
}

/// An answer from rows. The store lets go of its file a little after it was closed, and on a busy machine not at once.
fn from_rows<T>(ask: impl Fn() -> Option<T>) -> Option<T> {
    (0..10).find_map(|_| ask())
}

/// Holds what proven rows tell of a ledger against what the journal tells, byte by byte, in words and for programs: of
/// every unit and every event. And that rows told it: the library gives an answer of its own to each question.
pub fn agree(machine: &Machine) {
    let ledger = machine.path("ledger");
    let model = folded(&ledger).model;
    let clock = || Millis::try_from(4_000_000_000_000).expect("an instant");
    let setting = Setting { ledger: &ledger, clock: &clock, observer: &Nobody };
    let (anchors, size) = (TrustAnchors::default(), envelopes(&ledger).len() as u64);
    let mut questions: Vec<String> = ["findings", "show checkpoint", "log --after 3", "log --after 3 --kind protocol"]
        .into_iter()
        .chain(["show 0", "tally", "tally --tier precinct"])
        .map(str::to_owned)
        .collect();
    assert!(from_rows(|| proven::findings::proven(&setting, &anchors, None, WithProof::Yes)).is_some());
    for unit in model.units().keys().map(|unit| unit.as_str()) {
        questions.extend(["show", "findings --unit", "log --unit"].map(|verb| format!("{verb} {unit}")));
        let thing = from_rows(|| proven::thing::proven(&setting, &anchors, unit, WithProof::Yes));
        assert!(matches!(thing, Some(Ok(ProvenThing::Unit(_)))), "{unit}");
        // They hold the store for as long as they live.
        let findings = || proven::findings::proven(&setting, &anchors, Some(unit), WithProof::No)?.ok().map(drop);
        let events = || proven::events::proven(&setting, &anchors, Sequence(0), Some(unit))?.ok().map(drop);
        assert!(from_rows(findings).is_some(), "{unit}");
        assert!(from_rows(events).is_some(), "{unit}");
    }
    for (bytes, at) in envelopes(&ledger).into_iter().zip(0..) {
        let hash = Envelope::hash(&bytes).to_string();
        for name in [&hash, &format!("{at}")] {
            let thing = from_rows(|| proven::thing::proven(&setting, &anchors, name, WithProof::No));
            let Some(Ok(ProvenThing::Event(proven))) = thing else { panic!("{name} is not proved") };
            assert!(proven.event.bytes == bytes && proven.event.sequence == Sequence(at), "{name}");
        }
        if at + 1 == size {
            questions.extend([hash, format!("{at}")].map(|name| format!("show {name}")));
        }
    }
    assert_eq!(machine.run("verify --json").exits(0).json()["verdict"], "verified");
    let of_journal = Machine::new();
    copy(machine.folder(), of_journal.folder());
    for question in questions {
        for json in ["", " --json"] {
            let _ = fs::remove_dir_all(of_journal.path("ledger/sled"));
            let typed = format!("{question}{json}");
            let (proven, folded) = (machine.run(&typed).exits(0), of_journal.run(&typed).exits(0));
            assert_eq!(proven.out, folded.out, "{typed}");
            assert_eq!(proven.err, folded.err, "{typed}");
        }
    }
    let versions = model.papers().flat_map(|(_, paper)| &paper.steps).filter(|step| step.version().is_some());
    let versions = versions.map(|step| step.provenance.event.to_string());
    for what in model.units().keys().map(ToString::to_string).chain(versions) {
        let _ = fs::remove_dir_all(of_journal.path("ledger/sled"));
        let typed = format!("show {what} --print {what}.html --quiet");
        let (proven, folded) = (machine.run(&typed), of_journal.run(&typed));
        assert_eq!((proven.exit, &proven.err), (folded.exit, &folded.err), "{typed}");
        assert!(proven.exit != 0 || machine.text(&format!("{what}.html")) == of_journal.text(&format!("{what}.html")));
    }
}

#[test]
fn what_rows_tell_of_a_rehearsed_election_the_journal_tells_too() {
    agree(&recorded());
}

/// Takes an event out of the store, and spoils the journal: whoever reads all of either meets that.
fn with_a_hole(machine: &Machine, event: &str) {
    let at = machine.json(&format!("show {event}"))["sequence"].as_u64().expect("a place");
    edit(&machine.path("ledger/sled"), |db| {
        assert!(!stored::event(db, at).is_empty());
        put_event(db, at, &[]);
    });
    let segment = "ledger/journal/00000000000000000000.frames";
    let mut journal = machine.read(segment);
    let last = journal.len() - 20;
    journal[last] ^= 1;
    machine.write(segment, &journal);
}

#[test]
fn nothing_is_read_that_is_not_asked_for() {
    let machine = recorded();
    let of = |unit: &str| machine.json(&format!("show {unit}"))["papers"][0]["in_force"].as_str().map(str::to_owned);
    let (hole, other) = (of("01.004").expect("a protocol"), of("01.001").expect("a protocol"));
    let asked = [
        "show 01.001".to_owned(),
        "show 01".to_owned(),
        format!("show {other}"),
        "findings".to_owned(),
        "findings --unit 01.004".to_owned(),
        "log --unit 01.001".to_owned(),
        "tally --tier precinct".to_owned(),
        "show checkpoint".to_owned(),
    ];
    let before = asked.each_ref().map(|asked| machine.ok(asked).out);
    machine.ok("show 01.001 --print before.html");
    machine.ok("show 01.001 --proof before.proof");
    machine.ok("tally --tier precinct --proof page-before.proof");
    with_a_hole(&machine, &hole);
    for (asked, before) in asked.iter().zip(before) {
        assert_eq!(machine.ok(asked).out, before, "{asked}");
    }
    machine.ok("show 01.001 --print after.html");
    assert_eq!(machine.text("before.html"), machine.text("after.html"));
    machine.ok("show 01.001 --proof after.proof");
    machine.ok("tally --tier precinct --proof page-after.proof");
    assert_eq!(machine.text("before.proof"), machine.text("after.proof"));
    assert_eq!(machine.text("page-before.proof"), machine.text("page-after.proof"));
    // Whatever needs the hole is refused, and told as what it is.
    for asked in ["show 01.004".to_owned(), format!("show {hole}"), "log --unit 01.004".to_owned()] {
        let refused = machine.run(&asked);
        assert!(refused.exit != 0 && refused.out.is_empty(), "{refused}");
    }
}

/// A row that was changed, and every hash above it: the answer is the true one, and the store is set aside.
#[test]
fn a_row_that_does_not_prove_itself_is_not_told() {
    for asked in ["show 01.001", "findings", "log --unit 01.001", "show 9"] {
        let machine = recorded();
        let before = machine.ok(asked).out;
        let db = ::sled::Config::new().path(machine.path("ledger/sled")).open().expect("the store is whole");
        let rows: Vec<_> = db.scan_prefix(b"r").map(|entry| entry.expect("it reads")).collect();
        for (key, value) in rows {
            let edited: Vec<u8> = value.iter().map(|byte| if *byte == b'4' { b'5' } else { *byte }).collect();
            db.insert(key, edited).expect("it writes");
        }
        db.flush().expect("it writes");
        drop(db);
        let told = machine.ok(asked);
        assert_eq!(told.out, before, "{asked}");
        assert!(told.err.contains("was set aside"), "{told}");
    }
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

#[test]
fn a_thing_that_is_not_there_is_told_as_before() {
    let machine = recorded();
    for asked in ["show 01.999", "show 99999", "findings --unit 01.999", "findings --code E99", "log --unit 01.999"] {
        let said = machine.run(asked).exits(2).err;
        let of_log = match asked.split_once(' ') {
            Some(("show", what)) => format!("show {what} --from ledger/published"),
            _ => asked.replacen(' ', " ledger/published ", 1),
        };
        let of_log = machine.run(&of_log).exits(2).err;
        let last = |said: &str| said.lines().last().map(str::to_owned);
        assert_eq!(last(&said), last(&of_log), "{asked}");
    }
}

/// What is not there is known from the rows alone, with the names that look alike; of a hash no row tells, and so every event
/// is asked.
#[test]
fn that_a_name_is_not_there_the_rows_tell() {
    let machine = recorded();
    let asked = [
        "show 01.999",
        "show 99999",
        "show 01.\u{41e}01",
        "show nobody",
        "findings --unit 01.999",
        "findings --unit 01.O01",
        "log --unit 01.999",
        "tally --unit 01.999",
        "tally --tier village",
        "tally --contest round-9",
        "tally --unit 01.999 --proof x.proof",
    ];
    let nothing = format!("show {}", "ab".repeat(32));
    let told = |asked: &str| {
        let done = machine.run(asked).exits(2);
        assert!(done.out.is_empty(), "{done}");
        done.err
    };
    let before = asked.map(told);
    assert!(before[2].contains("01.001"), "the name that looks the same: {}", before[2]);
    let of_hash = told(&nothing);
    let of_journal = Machine::new();
    copy(machine.folder(), of_journal.folder());
    for (asked, before) in asked.iter().zip(&before).chain([(&nothing.as_str(), &of_hash)]) {
        let _ = fs::remove_dir_all(of_journal.path("ledger/sled"));
        assert_eq!(of_journal.run(asked).exits(2).err, *before, "{asked}");
    }
    let of = |unit: &str| machine.json(&format!("show {unit}"))["papers"][0]["in_force"].as_str().map(str::to_owned);
    with_a_hole(&machine, &of("01.004").expect("a protocol"));
    for (asked, before) in asked.iter().zip(before) {
        assert_eq!(machine.run(asked).exits(2).err, before, "{asked}");
    }
    // It could be the one that is not there.
    let refused = machine.run(&nothing);
    assert!(![0, 2].contains(&refused.exit), "{refused}");
}

/// Before the moment that the founding act names, an outsider hears what a fold of every event would let through, of a
/// commission too below which something came in, or nothing.
#[test]
fn while_figures_may_not_be_told_proven_rows_tell_none() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    let edit = |file: &str, edited: &dyn Fn(String) -> String| {
        let path = format!("election/{file}");
        machine.write(&path, edited(machine.text(&path)));
    };
    let gate = "rehearsal = true\npublish_not_before = 2999-01-01T00:00:00Z\n";
    edit("manifest.toml", &|text| text.replace("rehearsal = true\n", gate));
    edit("units.csv", &|text| text + "02,CEC,constituency,\n02.001,02,precinct,\n");
    machine.ok("rehearse election");
    let of_journal = Machine::new();
    copy(machine.folder(), of_journal.folder());
    let protocol = machine.ok("log --kind protocol --inside --json").lines()[0]["event"].clone();
    let protocol = protocol.as_str().expect("a hash");
    let things = ["CEC", "01", "01.001", "01.003", "01.005", "02", "02.001", "0", protocol];
    let mut closed = 0;
    let shows = things.iter().map(|what| format!("show {what}"));
    for asked in shows.chain(["findings", "tally", "log --unit 01.001", "log --after 5"].map(str::to_owned)) {
        for inside in ["", " --inside"] {
            let _ = fs::remove_dir_all(of_journal.path("ledger/sled"));
            let typed = format!("{asked}{inside}");
            let (proven, folded) = (machine.run(&typed), of_journal.run(&typed));
            assert_eq!((proven.exit, &proven.out, &proven.err), (folded.exit, &folded.out, &folded.err), "{typed}");
            closed += u32::from(proven.exit != 0);
        }
    }
    assert_eq!(closed, 9, "CEC, 01, 01.001, 01.003, the protocol, the findings, the sums, and both logs");
}

/// A policy that names the log is heard by single rows too; one that names another log gets no answer from them.
#[test]
fn a_policy_means_the_same_where_nothing_is_folded() {
    let machine = recorded();
    let own = machine.text("ledger/log.vkey");
    let stranger =
        NoteSigner::new("protokol.example/other".parse().expect("a name"), SecretKey::demonstration("a", "b"));
    machine.write("own.policy", format!("log {own}quorum none\n"));
    machine.write("other.policy", format!("log {}\nquorum none\n", stranger.verifier()));
    let verified = machine.run("verify --policy other.policy --json");
    for asked in ["show 01.001", "show 3", "findings", "log --unit 01", "tally", "show checkpoint"] {
        let (plain, trusted) = (machine.ok(asked), machine.ok(&format!("{asked} --policy own.policy")));
        assert_eq!(plain.out, trusted.out, "{asked}");
        assert!(plain.err.contains("own word") && !trusted.err.contains("own word"), "{plain}{trusted}");
        let refused = machine.fails(&format!("{asked} --policy other.policy"), verified.exit);
        assert_eq!(refused["code"], verified.json()["faults"][0]["code"], "{asked}");
        assert_eq!(machine.fails(&format!("{asked} --policy nowhere.policy"), 7)["code"], "U2", "{asked}");
    }
}
