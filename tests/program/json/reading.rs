//! What is read from a ledger.

use super::desk::{reader, writer};
use super::frozen::{holds, text_holds_but};
use super::night::{kinds, manifest, night};
use protokol::domain::statement::Kind;

#[test]
fn everything_happens_in_the_night() {
    let here = kinds(&night(manifest()));
    let missing: Vec<_> = Kind::ALL.iter().filter(|kind| !here.contains(kind)).collect();
    assert_eq!(missing, [&Kind::LogKeyRotated, &Kind::SummaryCorrected]);
}

#[test]
fn tallies() {
    let machine = reader();
    for (case, typed) in [
        ("whole", "tally"),
        ("contest", "tally --contest round-1"),
        ("unit", "tally --unit 01.002"),
        ("constituency", "tally --unit 01 --contest round-1"),
        ("tier", "tally --tier precinct --contest round-1"),
        ("earlier", "tally --at 18 --contest round-1"),
        ("at-a-time", "tally --at 2026-05-10T20:10:00Z"),
        ("inside", "tally --ledger shut --inside --contest round-2"),
        ("az", "tally --contest round-1 --lang az"),
    ] {
        holds(&format!("tally/{case}"), &machine.ok(&format!("{typed} --json")));
    }
    holds("tally/rehearsed", &writer().ok("tally --tier precinct --json"));
}

#[test]
fn findings() {
    let machine = reader();
    for (case, typed) in [("every", ""), ("az", " --lang az"), ("ru-of-a-unit", " --unit 01.002 --lang ru")] {
        holds(&format!("finding/{case}"), &machine.ok(&format!("findings{typed} --json")));
    }
    holds("finding/missing", &machine.ok("findings --ledger evening --code D2 --json"));
    assert_eq!(machine.ok("findings --code V1 --json").out, "", "where nothing is found, nothing is printed");
    holds("finding/rehearsed", &writer().ok("findings --json"));
}

#[test]
fn events() {
    let machine = reader();
    holds("event/every", &machine.ok("log --json"));
    holds("event/ru-of-a-unit", &machine.ok("log --unit 01.002 --lang ru --json"));
    holds("event/of-a-kind", &machine.ok("log --kind turnout --after 14 --json"));
    assert_eq!(machine.ok("log --after 400 --json").out, "", "where nothing came later, nothing is printed");
}

#[test]
fn units() {
    let machine = reader();
    for unit in ["TOP", "01", "01.001", "01.002", "01.003", "01.004"] {
        holds(&format!("unit/{unit}"), &machine.ok(&format!("show {unit} --json")));
    }
    holds("unit/shut", &machine.ok("show 01.001 --ledger shut --inside --json"));
    holds("unit/az", &machine.ok("show 01.001 --lang az --json"));
    holds("unit/rehearsed", &writer().ok("show 01.002 --json"));
    machine.ok("export --out log.tar");
    holds("unit/published", &machine.ok("show 01.001 --from log.tar --json"));
    holds("shown-event/published", &machine.ok("show 17 --from log.tar --json"));
}

#[test]
fn an_event_and_the_checkpoint() {
    let machine = reader();
    holds("shown-event/with-scans", &machine.ok("show 17 --json"));
    holds("shown-event/founding", &machine.ok("show 0 --json"));
    holds("shown-event/az", &machine.ok("show 21 --lang az --json"));
    // People are shown the same, on more lines.
    let shown = machine.ok("show 17").out;
    text_holds_but("shown-event/for-people", &shown, &[]);
    holds("checkpoint/whole", &machine.ok("show checkpoint --json"));
}

#[test]
fn pages_and_codes() {
    let machine = reader();
    holds("page/of-a-protocol", &machine.ok("show 01.001 --print 01.001.html --json"));
    holds("page/of-a-summary", &machine.ok("show 01 --print 01.html --json"));
    for lang in ["en", "az", "ru"] {
        holds(&format!("codes/{lang}"), &machine.ok(&format!("help --lang {lang} --json")));
    }
    holds("code/built-in", &machine.ok("help R11 --json"));
    holds("code/of-the-form", &machine.ok("help E1 --json"));
    holds("manual/pages", &machine.ok("manual man --json"));
}
