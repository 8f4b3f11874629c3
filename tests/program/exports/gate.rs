//! The publication gate, with the clock on both sides of it.

use std::sync::OnceLock;
use std::time::{SystemTime, UNIX_EPOCH};

use protokol::domain::statement::Kind;
use protokol::domain::time::Millis;
use protokol::ledger::envelope::Envelope;
use protokol::ledger::submission::SignedStatement;
use protokol::tally::gate::{Gate, holds_figures};

use super::site;
use crate::kit::election;
use crate::kit::program::{Machine, copy, envelopes};
use crate::kit::tiny::{instant, tiny_manifest};

const HOUR_MS: u64 = 3_600_000;

/// Verbs that tell figures.
const FIGURES: [&str; 10] = [
    "tally",
    "tally --tier precinct",
    "findings",
    "log",
    "log --kind protocol",
    "log --unit 01.001",
    "show 01.001",
    "show CEC",
    "tally --at 0",
    "findings --code E1",
];

/// What may be seen at any time.
const NO_FIGURES: [&str; 8] = [
    "show checkpoint",
    "verify",
    "log --kind commission",
    "show 0",
    "show 01.004",
    "help U12",
    "export --receipt 0 --out 0.tlog-proof",
    "export --kit --out kit.protokol",
];

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    since.as_millis().try_into().expect("before the year 10000")
}

/// A rehearsal whose figures are published from this moment on. 01.004 never reports.
fn rehearsed(gate: Millis) -> Machine {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 4);
    let manifest = machine.text("election/manifest.toml");
    let gated = manifest.replace("rehearsal = true\n", &format!("rehearsal = true\npublish_not_before = {gate}\n"));
    assert_ne!(manifest, gated);
    machine.write("election/manifest.toml", gated);
    machine
}

/// An hour before publication.
fn before() -> &'static (Machine, String) {
    static MACHINE: OnceLock<(Machine, String)> = OnceLock::new();
    MACHINE.get_or_init(|| {
        let machine = rehearsed(instant(now() + HOUR_MS));
        let result = machine.ok("rehearse election").out;
        (machine, result)
    })
}

#[test]
fn the_gate_opens_at_the_very_moment() {
    let mut manifest = tiny_manifest();
    assert_eq!(Gate::at(&manifest, Millis::EPOCH), Gate::Open);
    let until = instant(1_778_443_200_000);
    manifest.publish_not_before = Some(until);
    assert_eq!(Gate::at(&manifest, instant(1_778_443_199_999)), Gate::Closed { until });
    assert_eq!(Gate::at(&manifest, until), Gate::Open);
    assert_eq!(Gate::at(&manifest, instant(1_778_443_200_001)), Gate::Open);
}

#[test]
fn before_it_no_figure_leaves() {
    let (machine, result) = before();
    assert!(result.contains("U12") && result.contains("VERIFIED"), "{result}");
    assert!(!result.contains("Candidate A") && !result.contains("What does not add up"), "{result}");
    for typed in FIGURES {
        let error = machine.fails(typed, 6);
        assert_eq!(error["code"], "U12", "{typed}");
        let (says, act) = (error["says"].as_str().expect("a text"), error["do"].as_str().expect("a text"));
        assert!(says.contains("published from 2"), "{says}");
        assert!(act.contains("show checkpoint") && act.contains("verify"), "{act}");
        let words = machine.run(&format!("{typed} --quiet")).exits(6);
        assert!(words.out.is_empty() && words.err.starts_with("U12 "), "{words}");
    }
    for format in super::formats() {
        machine.fails(&format!("export --format {format} --out figures"), 6);
    }
    assert_eq!(machine.fails("show 01.001 --print figures", 6)["code"], "U12");
    let of_figures = |kind: &str| {
        let log = machine.ok(&format!("log --kind {kind} --json --inside")).lines();
        log[0]["sequence"].as_u64().expect("a number")
    };
    for kind in Kind::ALL
        .iter()
        .filter(|kind| holds_figures(**kind))
        .filter(|kind| !matches!(kind, Kind::SummarySubmitted | Kind::SummaryCorrected))
    {
        let sequence = of_figures(kind.word());
        assert_eq!(machine.fails(&format!("export --receipt {sequence} --out figures"), 6)["code"], "U12", "{kind}");
        assert_eq!(machine.fails(&format!("show {sequence}"), 6)["code"], "U12", "{kind}");
    }
    assert!(!machine.has("figures"));
}

#[test]
fn before_it_a_mirror_has_pages_without_figures_and_no_log() {
    let (machine, _) = before();
    let forms: String = super::formats().map(|form| format!(" --format {form}")).collect();
    machine.ok(&format!("mirror mirror-before{forms}"));
    machine.ok("export --site site-before");
    let [mut mirror, site] = ["mirror-before", "site-before"].map(|folder| site::files(&machine.path(folder)));
    assert!(mirror.remove("mirror.id").is_some(), "nothing says whose it is");
    assert!(mirror.keys().eq(site.keys()), "there is more, or less");
    for (name, bytes) in mirror.iter().filter(|(name, _)| name.ends_with("index.html")) {
        // What says whether the log is beside the pages.
        assert!(name.ends_with("/check/index.html") || bytes == &site[name], "{name}");
    }
}

#[test]
fn before_it_a_mirror_takes_no_other_log() {
    let (machine, _) = before();
    machine.ok("mirror mirror-kept");
    let kept = site::files(&machine.path("mirror-kept"));
    let other = rehearsed(instant(now() + 2 * HOUR_MS));
    other.ok("rehearse election");
    copy(&machine.path("mirror-kept"), &other.path("mirror"));
    assert_eq!(other.fails("mirror mirror", 1)["code"], "V24");
    assert!(kept == site::files(&other.path("mirror")), "something was changed");
    machine.ok("mirror mirror-kept");
}

#[test]
fn before_it_everything_else_is_told() {
    let (machine, _) = before();
    for typed in NO_FIGURES {
        machine.ok(typed);
    }
}

#[test]
fn before_it_insiders_see_figures_and_commissions_get_receipts() {
    let (machine, _) = before();
    for typed in FIGURES {
        assert!(!machine.ok(&format!("{typed} --inside")).out.is_empty() || typed.ends_with("E1"), "{typed}");
    }
    machine.ok("export --format csv --out inside.csv --inside");
    assert_eq!(super::table(&machine.text("inside.csv")).len(), 4);
    let protocol = machine.ok("log --kind protocol --json --inside").lines()[0]["sequence"].as_u64().expect("one");
    let bytes = &envelopes(&machine.path("ledger"))[usize::try_from(protocol).expect("few")];
    let submission = Envelope::decode(bytes).expect("an envelope").submission;
    let signed = SignedStatement::decode(&submission).expect("a submission");
    machine.write("own.submission", signed.to_file());
    assert_eq!(machine.json("submit own.submission")["status"], "already");
    machine.ok("verify own.tlog-proof");
}

#[test]
fn after_it_everybody_sees_figures() {
    let machine = rehearsed(instant(now() - HOUR_MS));
    let result = machine.json("rehearse election");
    assert_eq!(result["contests"][0]["in_force"], 2);
    for typed in FIGURES.into_iter().chain(NO_FIGURES) {
        machine.ok(typed);
    }
    for format in super::formats() {
        machine.ok(&format!("export --format {format} --out {format}.out"));
    }
}

#[test]
fn before_it_a_program_is_told_null_and_not_nothing() {
    let machine = rehearsed(instant(now() + HOUR_MS));
    let result = machine.json("rehearse election");
    assert!(result["contests"].is_null() && result["findings"].is_null() && result["verdict"] == "verified");
}
