//! The folder, rehearsed: what was published stands there as what it is, and what was not is awaited.

use std::sync::OnceLock;

use protokol::crypto::parallel::Serial;
use protokol::domain::number::{BallotNumber, Total};
use protokol::store::read;
use protokol::tally::read_model::ReadModel;
use protokol::verify::conclude::TrustAnchors;
use serde_json::{Value, json};

use super::{REGISTER, VALID_VOTES, VOTES, constituencies, place};
use crate::kit::program::Machine;

/// The machine on which it was rehearsed, once for all tests, and what the program printed.
fn rehearsed() -> &'static (Machine, Value) {
    static DONE: OnceLock<(Machine, Value)> = OnceLock::new();
    DONE.get_or_init(|| {
        let machine = Machine::new();
        let printed = machine.json(&format!("rehearse {}", place().display()));
        (machine, printed)
    })
}

fn model() -> ReadModel {
    read::open(&rehearsed().0.path("ledger"), &TrustAnchors::default(), Serial, &mut |_| {}).expect("a ledger").model
}

fn findings(code: &str) -> Vec<Value> {
    rehearsed().0.ok(&format!("findings --code {code} --json")).lines()
}

/// Every figure of a tally.
fn figures(tally: &Value) -> Vec<&Value> {
    let of = |key: &str| tally[key].as_object().expect("a table").values();
    let votes = tally["candidates"].as_array().expect("a list").iter().map(|candidate| &candidate["votes"]);
    of("totals").chain(of("roles")).chain(votes).collect()
}

#[test]
fn all_6537_precincts_are_awaited_and_none_is_zero() {
    let (_, printed) = rehearsed();
    let contest = &printed["contests"][0];
    assert_eq!(contest["units_expected"], 6537);
    assert_eq!(contest["awaited"], 6537);
    assert_eq!(contest["in_force"], 0);
    let figures = figures(contest);
    assert_eq!(figures.len(), 16 + 7 + 4 + 7, "items and votes, roles, candidates");
    assert!(figures.iter().all(|figure| figure.is_null()), "{contest}");
}

#[test]
fn it_is_verified_and_exactly_this_is_told() {
    let (_, printed) = rehearsed();
    assert_eq!(printed["verdict"], "verified");
    // The founding, 125 commissions, 7 nominations and 7 registrations, 2 accreditations, 4 bulletins, the final
    // protocol.
    assert_eq!(printed["size"], 1 + 125 + 7 + 7 + 2 + 4 + 1);
    assert_eq!(printed["findings"], json!({ "D2": 125, "S4": 1, "T2": 1 }));
}

#[test]
fn the_two_bulletins_for_15_00_differ() {
    let found = findings("T2");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["unit"], "AZ");
    assert_eq!(found[0]["cells"], json!([{ "item": "15:00", "stated": 3_922_290, "expected": 3_922_187 }]));
}

#[test]
fn the_final_protocol_cannot_be_recomputed_from_0_of_6537_precincts() {
    let found = findings("S4");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0]["unit"], "AZ");
    assert_eq!(found[0]["cells"], json!([{ "item": "protocols", "stated": 0, "expected": 6537 }]));
}

/// Two days after the polling day the constituencies' protocols were due. They exist; nobody published them.
#[test]
fn each_constituency_owes_its_protocol() {
    let units: Vec<_> =
        findings("D2").iter().map(|finding| finding["unit"].as_str().expect("a unit").to_owned()).collect();
    assert_eq!(units, constituencies());
}

#[test]
fn no_precinct_is_invented() {
    let model = model();
    assert_eq!(model.lowest().count(), 0);
    let units: Vec<_> = model.units().keys().map(|unit| unit.as_str().to_owned()).collect();
    assert_eq!(units, [constituencies(), vec!["AZ".to_owned()]].concat());
    let named: Vec<_> = model.units().iter().filter(|(_, row)| !row.name.is_empty()).collect();
    let named: Vec<_> = named.iter().map(|(unit, row)| (unit.as_str(), row.name.as_str())).collect();
    assert_eq!(named, [("080", "Lerik-Astara"), ("AZ", "Mərkəzi Seçki Komissiyası")]);
}

#[test]
fn the_final_protocol_has_votes_and_the_register_and_no_other_figure() {
    let model = model();
    let contest = "president".parse().expect("an id");
    let row = model.summary(&contest, &"AZ".parse().expect("an id")).expect("a summary");
    let [(_, summary)] = row.versions.as_slice() else { panic!("one version") };
    let stated: Vec<_> = VOTES.iter().map(|(number, votes)| (BallotNumber(*number), Total(*votes))).collect();
    assert_eq!(summary.totals.votes, stated);
    assert_eq!(summary.totals.votes.iter().map(|(_, votes)| votes.0).sum::<u64>(), VALID_VOTES);
    assert_eq!(summary.totals.items[0], Some(Total(REGISTER)));
    assert!(summary.totals.items[1..].iter().all(Option::is_none));
    // The units that it speaks for are those that were declared, of which none was received.
    assert_eq!((summary.counters.units, summary.counters.received), (6537, 0));
    assert_eq!(model.summaries(&contest).count(), 1);
}

#[test]
fn candidates_bear_the_days_that_are_known() {
    let model = model();
    let contest = model.contests().values().next().expect("a contest");
    let day = |day: Option<protokol::domain::time::Day>| day.map(|day| day.to_string()).unwrap_or_default();
    let approved: Vec<_> = contest.nominations.iter().map(|(_, approved)| day(approved.decision.date)).collect();
    assert_eq!(approved, [["2023-12-19"].as_slice(), &["2023-12-21"; 6]].concat());
    let registered = contest.candidates.iter().map(|row| &row.registered);
    let registered: Vec<_> = registered.map(|r| (day(r.decision.date), r.decision.reference.as_str())).collect();
    let known = |day: &str| (day.to_owned(), "");
    let by = (String::new(), "by 9 January 2024");
    let three = [known("2023-12-30"), known("2024-01-06"), known("2024-01-06")];
    assert_eq!(registered, [three.as_slice(), &[by.clone(), by.clone(), by.clone(), by]].concat());
}
