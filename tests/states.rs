//! The matrix of `docs/states.md`, cell by cell: every event in every state of a paper.

mod support;

use protokol::domain::Body;
use protokol::domain::code::Code;
use protokol::domain::id::EventHash;
use protokol::domain::number::Count;
use protokol::domain::observer::{CopyContent, CopyFiled, ObserverAccredited, ObserverRole};
use protokol::domain::phase::Phase;
use protokol::domain::protocol::{
    OpeningSealed, ProtocolAnnulled, ProtocolCorrected, RepeatVotingCalled, TurnoutReported, VotingFailed,
};
use support::*;

const DOCUMENT: &str = include_str!("../docs/states.md");
const OBSERVER: By<'static> = ("TOP", "observer");

/// A precinct whose paper is awaited; one item is of stage opening.
fn awaited() -> Ledger {
    let mut manifest = tiny_manifest();
    manifest.form.items[0].stage = protokol::domain::form::Stage::Opening;
    let mut ledger = Ledger::default();
    let precinct = commission(&manifest, "P1", "precinct", Some("TOP"));
    let observer = ObserverAccredited {
        observer: id("obs"),
        organisation: text(""),
        role: ObserverRole::Domestic,
        scope: id("P1"),
        key: key(OBSERVER).public(),
    };
    for body in [
        Body::ElectionCalled(founding(manifest, "TOP")),
        Body::CommissionFormed(precinct),
        candidate(1, "Ada Example"),
        Body::ObserverAccredited(observer),
    ] {
        ledger.say(body, &[("TOP", "1")]).expect("admissible");
    }
    ledger
}

fn phase(ledger: &Ledger) -> Phase {
    ledger.state.election().expect("founded").paper(&id("round-1"), &id("P1")).phase
}

/// The event in force, or another one where there is none.
fn in_force(ledger: &Ledger) -> EventHash {
    match phase(ledger) {
        Phase::Reported(event) => event,
        _ => EventHash([7; 32]),
    }
}

fn event(name: &str, ledger: &Ledger) -> (Body, By<'static>) {
    let (paper, reason, decision) = (paper("P1"), text("as was found"), decision());
    let protocol = protocol("P1", &[7], &[(1, 7)]);
    let event = in_force(ledger);
    let body = match name {
        "OpeningSealed" => Body::OpeningSealed(OpeningSealed { paper, items: vec![Some(Count(7))] }),
        "TurnoutReported" => {
            Body::TurnoutReported(TurnoutReported { paper, as_of: id("10:00"), voters: Count(1), stations: None })
        }
        "ProtocolSubmitted" => Body::ProtocolSubmitted(protocol),
        "ProtocolCorrected" => {
            Body::ProtocolCorrected(ProtocolCorrected { replaces: event, reason, decision, protocol })
        }
        "ProtocolAnnulled" => Body::ProtocolAnnulled(ProtocolAnnulled { paper, protocol: event, reason, decision }),
        "VotingFailed" => Body::VotingFailed(VotingFailed { paper, reason, decision }),
        "RepeatVotingCalled" => {
            Body::RepeatVotingCalled(RepeatVotingCalled { paper, day: id("2026-05-17"), reason, decision })
        }
        "CopyFiled" => Body::CopyFiled(CopyFiled { paper, content: CopyContent::Refused { reason } }),
        other => panic!("no event {other}"),
    };
    let by = match name {
        "ProtocolAnnulled" | "VotingFailed" | "RepeatVotingCalled" => ("TOP", "1"),
        "CopyFiled" => OBSERVER,
        _ => ("P1", "1"),
    };
    (body, by)
}

fn say(ledger: &mut Ledger, name: &str) -> Result<EventHash, Code> {
    let (body, by) = event(name, ledger);
    ledger.say(body, &[by])
}

/// A ledger whose paper is in a state, by the shortest way there.
fn in_state(name: &str) -> Ledger {
    let way: &[&str] = match name {
        "Awaited" => &[],
        "Opened" => &["OpeningSealed"],
        "Reported" => &["ProtocolSubmitted"],
        "Annulled" => &["ProtocolSubmitted", "ProtocolAnnulled"],
        "Failed" => &["VotingFailed"],
        other => panic!("no state {other}"),
    };
    let mut ledger = awaited();
    for step in way {
        say(&mut ledger, step).expect("on the way");
    }
    ledger
}

fn name_of(phase: Phase) -> &'static str {
    match phase {
        Phase::Awaited => "Awaited",
        Phase::Opened => "Opened",
        Phase::Reported(_) => "Reported",
        Phase::Annulled => "Annulled",
        Phase::Failed => "Failed",
    }
}

/// The matrix: (event, state, next state or code).
fn matrix() -> Vec<(&'static str, &'static str, &'static str)> {
    let mut rows = DOCUMENT.lines().skip_while(|line| !line.starts_with("| event | Awaited"));
    let cells =
        |line: &'static str| -> Vec<&'static str> { line.trim_matches('|').split('|').map(str::trim).collect() };
    let states = cells(rows.next().expect("the matrix"));
    let mut found = Vec::new();
    for row in rows.skip(1).take_while(|line| line.starts_with('|')) {
        let row = cells(row);
        found.extend(states.iter().zip(&row).skip(1).map(|(state, cell)| (row[0].trim_matches('`'), *state, *cell)));
    }
    found
}

#[test]
fn every_cell_is_true() {
    let matrix = matrix();
    assert_eq!(matrix.len(), 8 * 5);
    for (event, state, expected) in matrix {
        let mut ledger = in_state(state);
        assert_eq!(name_of(phase(&ledger)), state);
        let before = in_force(&ledger);
        match say(&mut ledger, event) {
            Ok(hash) => {
                assert_eq!(name_of(phase(&ledger)), expected, "{event} in {state}");
                let becomes = matches!(event, "ProtocolSubmitted" | "ProtocolCorrected");
                assert_eq!(
                    in_force(&ledger),
                    if becomes { hash } else { still(&ledger, before) },
                    "{event} in {state}"
                );
            }
            Err(code) => {
                assert_eq!(code.as_str(), expected, "{event} in {state}");
                assert_eq!(name_of(phase(&ledger)), state, "a refusal changes nothing");
            }
        }
    }
}

fn still(ledger: &Ledger, before: EventHash) -> EventHash {
    if matches!(phase(ledger), Phase::Reported(_)) { before } else { in_force(ledger) }
}

#[test]
fn what_names_another_version_is_refused() {
    for name in ["ProtocolCorrected", "ProtocolAnnulled"] {
        let mut ledger = in_state("Reported");
        let (mut body, by) = event(name, &ledger);
        match &mut body {
            Body::ProtocolCorrected(corrected) => corrected.replaces = EventHash([7; 32]),
            Body::ProtocolAnnulled(annulled) => annulled.protocol = EventHash([7; 32]),
            _ => unreachable!("one of the two"),
        }
        assert_eq!(ledger.say(body, &[by]), Err(Code::R22), "{name}");
    }
}

/// After a repeat voting is called, papers of the first voting are refused, and those of the second go the same way.
#[test]
fn a_repeat_voting_begins_again() {
    for state in ["Annulled", "Failed"] {
        let mut ledger = in_state(state);
        say(&mut ledger, "RepeatVotingCalled").expect("admissible");
        let late = protocol("P1", &[7], &[(1, 7)]);
        assert_eq!(
            ledger.say(
                Body::ProtocolCorrected(ProtocolCorrected {
                    replaces: EventHash([7; 32]),
                    reason: text(""),
                    decision: decision(),
                    protocol: late.clone(),
                }),
                &[("P1", "1")]
            ),
            Err(Code::R21)
        );
        let mut again = late;
        again.paper.voting = again.paper.voting.next();
        ledger.say(Body::ProtocolSubmitted(again), &[("P1", "1")]).expect("the second voting");
        assert_eq!(name_of(phase(&ledger)), "Reported");
    }
}
