//! NIST's own schemas accept the reports, and the reports say what the ledger says.

use jsonschema::Validator;
use protokol::domain::closing::ResultCertified;
use protokol::domain::number::{BallotNumber, Size};
use protokol::domain::statement::Body;
use protokol::domain::time::Millis;
use protokol::export::report::report;
use protokol::export::snapshot::Snapshot;
use protokol::text::Lang;
use serde_json::{Value, json};

use super::{export, rehearsed};
use crate::kit::tiny::{self, By, Ledger, commission, decision, founding, id, protocol, text, tiny_manifest};

const RESULTS: &str = include_str!("../../nist/NIST_V2_election_results_reporting.json");
const EVENTS: &str = include_str!("../../nist/NIST_V1_election_event_logging.json");
const TOP: &[By<'static>] = &[("TOP", "1")];

fn schema(text: &str) -> Validator {
    jsonschema::draft4::new(&super::json(text)).expect("NIST's schema is one")
}

fn accepted(schema: &Validator, report: &Value) {
    let errors: Vec<_> = schema.iter_errors(report).take(5).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// The report of a ledger made by hand, at a size.
fn report_of(ledger: &Ledger, size: usize) -> Value {
    let checkpoint = ledger.checkpoint(ledger.entries.len());
    let source = Snapshot {
        licence: None,
        model: &ledger.model,
        election: ledger.model.election().expect("it is founded"),
        checkpoint: checkpoint.checkpoint(),
        as_of: Size(size as u64),
        time: Millis::EPOCH,
        lang: Lang::En,
        reader: Default::default(),
    };
    let report = serde_json::to_value(report(&source)).expect("a report is JSON");
    accepted(&schema(RESULTS), &report);
    report
}

#[test]
fn nist_accepts_the_results() {
    let schema = schema(RESULTS);
    for further in ["", " --at 0", " --at 40"] {
        accepted(&schema, &super::json(&export("nist", further)));
    }
    // The schema is no rubber stamp.
    let report = super::json(&export("nist", ""));
    for (wrong, value) in [("Status", json!("done")), ("Election", json!([{}])), ("Extra", json!(1))] {
        let mut report = report.clone();
        report[wrong] = value;
        assert!(!schema.is_valid(&report), "{wrong}");
    }
}

#[test]
fn nist_accepts_the_event_log() {
    let schema = schema(EVENTS);
    for further in ["", " --at 0", " --at 1"] {
        accepted(&schema, &super::json(&export("nist-log", further)));
    }
    let mut log = super::json(&export("nist-log", ""));
    log["Device"][0]["Event"][3]["Disposition"] = json!("perhaps");
    assert!(!schema.is_valid(&log));
}

#[test]
fn the_report_tells_how_far_the_count_is() {
    let report = super::json(&export("nist", ""));
    assert_eq!((&report["Status"], &report["IsTest"]), (&json!("unofficial-partial"), &json!(true)));
    let unit = |number: &str| {
        let units = report["GpUnit"].as_array().expect("a list");
        units.iter().find(|unit| unit["Number"] == number).expect("every unit").clone()
    };
    let counts = |unit: &Value| (unit["SubUnitsReported"].clone(), unit["TotalSubUnits"].clone());
    // 01.003 is annulled: settled, and not reported. 02.004 is awaited.
    assert_eq!(counts(&unit("CEC")), (json!(22), json!(24)));
    assert_eq!(counts(&unit("01")), (json!(19), json!(20)));
    assert_eq!(counts(&report["Election"][0]["Contest"][0]), (json!(22), json!(24)));
    let status = |number: &str| unit(number)["CountStatus"][0]["Status"].clone();
    assert_eq!([status("01"), status("02"), status("02.004")], ["completed", "in-process", "not-processed"]);
    assert_eq!(unit("02")["ComposingGpUnitIds"], json!(["unit-02.001", "unit-02.002", "unit-02.003", "unit-02.004"]));
    let event = unit("01.001")["ExternalIdentifier"][0].clone();
    assert_eq!((&event["OtherType"], &event["Label"]), (&json!("protokol-event"), &json!("main")));
    let shown = rehearsed().json(&format!("show {}", event["Value"].as_str().expect("a hash")));
    assert_eq!((&shown["kind"], &shown["unit"]), (&json!("ProtocolSubmitted"), &json!("01.001")));
    // One contest: the voters have one number, and the unit carries it.
    let tally = &rehearsed().json("tally --unit 01")["contests"][0]["roles"];
    assert_eq!(unit("01")["VotersRegistered"], tally["electorate"]);
    assert_eq!(unit("01")["VotersParticipated"], tally["turnout"]);
}

#[test]
fn the_status_follows_the_ledger() {
    let mut ledger = Ledger::tiny();
    let (contest, body, elected) = (id("round-1"), text("Court"), vec![BallotNumber(1)]);
    let certified = ResultCertified { contest, body, elected, nobody: false, decision: decision() };
    ledger.say(Body::ResultCertified(certified), TOP).expect("admissible");
    let status = |size| report_of(&ledger, size)["Status"].clone();
    let all = [0, 2, 3, 4, 5].map(status);
    assert_eq!(all, ["pre-election", "pre-election", "pre-election", "unofficial-complete", "certified"]);
    let candidate = |size| report_of(&ledger, size)["Election"][0]["Candidate"][0].clone();
    assert_eq!(candidate(4)["PostElectionStatus"], Value::Null);
    assert_eq!(candidate(5)["PostElectionStatus"], "winner");
    // She nominated herself, which makes no party.
    assert_eq!(candidate(5)["PartyId"], Value::Null);
    assert_eq!(report_of(&ledger, 5)["Party"], json!([]));
}

#[test]
fn declared_units_that_nobody_listed_are_awaited() {
    let mut manifest = tiny_manifest();
    manifest.tiers[1].declared = Some(3);
    manifest.contests[0].title = Default::default();
    let mut ledger = Ledger::default();
    let precinct = commission(&manifest, "P1", "precinct", Some("TOP"));
    ledger.say(Body::ElectionCalled(founding(manifest, "TOP")), TOP).expect("admissible");
    ledger.say(Body::CommissionFormed(precinct), TOP).expect("admissible");
    ledger.say(party_candidate(), TOP).expect("admissible");
    ledger.say(Body::ProtocolSubmitted(protocol("P1", &[7], &[(2, 7)])), &[("P1", "1")]).expect("admissible");
    let report = report_of(&ledger, 4);
    assert_eq!(report["Status"], "unofficial-partial");
    let top = report["GpUnit"].as_array().expect("a list").iter().find(|unit| unit["Number"] == "TOP").expect("one");
    assert_eq!((&top["SubUnitsReported"], &top["TotalSubUnits"]), (&json!(1), &json!(3)));
    let election = &report["Election"][0];
    // What has no title is called by its id.
    assert_eq!(election["Contest"][0]["Name"], "round-1");
    assert_eq!(election["Candidate"][0]["PartyId"], report["Party"][0]["@id"]);
    assert_eq!(report["Party"][0]["Name"]["Text"][0]["Content"], "Party of Examples");
    // The form counts no invalid papers, nor voters: how many were cast is not known.
    let counts = election["BallotCounts"].as_array().expect("a list");
    assert!(counts.iter().all(|counts| counts["Type"] == "other" && counts["OtherType"] == "valid_votes"));
}

fn party_candidate() -> Body {
    let Body::CandidateRegistered(mut registered) = tiny::candidate(2, "Bea Example") else {
        unreachable!("it makes candidates")
    };
    registered.nominated_by = text("Party of Examples");
    Body::CandidateRegistered(registered)
}
