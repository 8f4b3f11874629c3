//! The story at its stages: what was there, what was told, and what was refused.

use std::fs;

use protokol::crypto::parallel::Serial;
use protokol::domain::code::Code;
use protokol::domain::number::BallotNumber;
use protokol::domain::time::Millis;
use protokol::store::read::{self, Reading};
use protokol::tally::findings::findings;
use protokol::tally::moment::Moment;
use protokol::verify::conclude::TrustAnchors;
use serde_json::{Value, json};

use super::story::{TOP, WHOLE, baku, log, told};
use crate::kit::program::{Machine, envelopes};
use crate::kit::tiny::{Ledger, id};

fn reading() -> Reading {
    read::open(&told().machine.path("ledger"), &TrustAnchors::default(), Serial, &mut |_| {}).expect("a ledger")
}

/// The tally of the whole as it stood at a time.
fn tally_at(time: &str) -> Value {
    let typed = format!("tally --at {}:00+04:00", time.replace(' ', "T"));
    told().machine.json(&typed)["contests"][0].clone()
}

/// What was told at a time, by code and unit; of the constituencies their number.
fn told_at(time: &str) -> Vec<String> {
    told_of(baku(time), baku(time))
}

/// What was told at one time of the events that had arrived by another.
fn told_of(clock: Millis, arrived: Millis) -> Vec<String> {
    let reading = reading();
    let size = reading.size_at(arrived).expect("the events read");
    let (mut told, mut constituencies) = (Vec::new(), 0);
    for finding in findings(&reading.model, Moment { size, clock }) {
        match finding.unit.as_str() {
            TOP => told.push(format!("{} {TOP}", finding.code)),
            _ => {
                assert_eq!(finding.code.to_string(), "D2", "{finding:?}");
                constituencies += 1;
            }
        }
    }
    if constituencies > 0 {
        told.push(format!("D2 {constituencies}"));
    }
    told
}

#[test]
fn every_event_is_in_and_verified() {
    let report = told().machine.json("verify ledger");
    assert_eq!(report["verdict"], "verified");
    assert_eq!(report["events"], WHOLE);
    assert_eq!(report["faults"], json!([]));
}

#[test]
fn candidates_join_the_ballot_on_their_days() {
    let on_ballot = |time| tally_at(time)["candidates"].as_array().expect("a list").len();
    let days = ["2023-12-08 11:00", "2023-12-22 00:00", "2023-12-31 00:00", "2024-01-07 00:00", "2024-01-10 00:00"];
    assert_eq!(days.map(on_ballot), [0, 0, 1, 3, 7]);
}

#[test]
fn at_every_stage_6537_are_awaited_and_no_figure_is_zero() {
    for time in ["2023-12-08 11:00", "2024-02-07 12:00", "2024-02-08 00:00", "2024-02-12 00:00", "2024-02-14 00:00"] {
        let tally = tally_at(time);
        let states = ["units_expected", "awaited", "in_force", "annulled", "failed"].map(|key| tally[key].clone());
        assert_eq!(states, [6537, 6537, 0, 0, 0].map(Value::from), "{time}");
        assert!(tally["totals"].as_object().expect("a table").values().all(Value::is_null), "{time}: {tally}");
    }
}

#[test]
fn the_second_figure_for_15_00_is_told_from_when_it_came() {
    assert_eq!(told_at("2024-02-07 15:30"), Vec::<String>::new());
    assert_eq!(told_at("2024-02-07 16:00"), ["T2 AZ"]);
}

#[test]
fn constituencies_are_missed_when_their_two_days_are_over() {
    assert_eq!(told_at("2024-02-10 00:00"), ["T2 AZ"]);
    assert_eq!(told_at("2024-02-10 00:01"), ["T2 AZ", "D2 125"]);
}

#[test]
fn the_final_protocol_is_in_time_and_not_recomputable() {
    assert_eq!(told_at("2024-02-12 00:00"), ["T2 AZ", "S4 AZ", "D2 125"]);
    assert_eq!(told_at("2024-02-14 00:00"), ["T2 AZ", "S4 AZ", "D2 125"]);
    // Had it not come, it would have been missed when its ten days were over.
    let before = baku("2024-02-11 00:00");
    assert_eq!(told_of(baku("2024-02-18 00:00"), before), ["T2 AZ", "D2 125"]);
    assert_eq!(told_of(baku("2024-02-18 00:01"), before), ["T2 AZ", "D2 AZ", "D2 125"]);
}

#[test]
fn the_court_confirms_and_the_ledger_is_closed() {
    let model = reading().model;
    let contest = &model.contests()[&id("president")];
    let (provenance, certified) = contest.certified.as_ref().expect("it is certified");
    assert_eq!(certified.body.as_str(), "Constitutional Court of the Republic of Azerbaijan");
    assert_eq!(certified.elected, [BallotNumber(1)]);
    assert_eq!(certified.decision.date, Some(id("2024-02-13")));
    let closed = model.election().and_then(|election| election.closed.as_ref()).expect("it is closed");
    assert_eq!((provenance.sequence.0, closed.sequence.0), (WHOLE - 2, WHOLE - 1));
}

#[test]
fn what_comes_after_the_certification_or_the_closing_is_refused() {
    assert_eq!(told().refused, [Code::R32, Code::R3]);
}

/// The operator has the log's key: chains the late event rightly, seals it, and is found out all the same.
#[test]
fn an_event_forced_in_after_the_closing_is_told() {
    let mut forged = Ledger::default();
    forged.log = log();
    for envelope in envelopes(&told().machine.path("ledger")) {
        forged.put(envelope).expect("as it was admitted");
    }
    assert_eq!(forged.seal(told().late.encode()), Err(Code::R3));
    let machine = Machine::new();
    let place = machine.path("forged");
    forged.write(&place);
    let manifest = told().machine.path("ledger").join("manifest.toml");
    fs::copy(manifest, place.join("manifest.toml")).expect("the rendering copies");
    let report = machine.run("verify forged --json").exits(1).json();
    let faults = report["faults"].as_array().expect("a list");
    let told: Vec<_> = faults.iter().map(|fault| (fault["code"].as_str(), fault["sequence"].as_u64())).collect();
    assert_eq!(told, [(Some("V16"), Some(WHOLE))], "{report}");
}
