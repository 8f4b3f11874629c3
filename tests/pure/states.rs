//! The diagram of `docs/states.md`, arrow by arrow, and its matrix, cell by cell: every event in every state of a
//! paper.

use protokol::domain::code::{Code, FindingCode};
use protokol::domain::id::EventHash;
use protokol::domain::number::Count;
use protokol::domain::observer::{CopyContent, CopyFiled, ObserverAccredited, ObserverRole};
use protokol::domain::paper_status::PaperStatus;
use protokol::domain::protocol::{
    OpeningSealed, ProtocolAnnulled, ProtocolCorrected, RepeatVotingCalled, TurnoutReported, VotingFailed,
};
use protokol::domain::statement::Body;
use protokol::tally::findings::findings;
use protokol::tally::moment::Moment;

use crate::kit::tiny::*;

const DOCUMENT: &str = include_str!("../../docs/states.md");
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

fn phase(ledger: &Ledger) -> PaperStatus {
    ledger.state.election().expect("founded").paper(&id("round-1"), &id("P1")).status
}

/// The event in force, or another one where there is none.
fn in_force(ledger: &Ledger) -> EventHash {
    match phase(ledger) {
        PaperStatus::Reported(event) => event,
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
            // Something differs from every version before.
            let protocol =
                protokol::domain::protocol::ProtocolSubmitted { form_serial: text(&event.to_string()), ..protocol };
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

fn name_of(phase: PaperStatus) -> &'static str {
    match phase {
        PaperStatus::Awaited => "Awaited",
        PaperStatus::Opened => "Opened",
        PaperStatus::Reported(_) => "Reported",
        PaperStatus::Annulled => "Annulled",
        PaperStatus::Failed => "Failed",
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

/// The arrows of the diagram, as they stand there.
fn diagram() -> Vec<&'static str> {
    let lines = DOCUMENT.lines().skip_while(|line| *line != "stateDiagram-v2").take_while(|line| *line != "```");
    lines.map(str::trim).filter(|line| line.contains("-->")).collect()
}

/// An arrow: from which state, to which, by which event, and the remark beside it.
fn parsed(arrow: &'static str) -> (&'static str, &'static str, &'static str, &'static str) {
    let (from, rest) = arrow.split_once(" --> ").expect("an arrow");
    let (to, event) = rest.split_once(": ").expect("an event");
    let (event, remark) = event.split_once(" (").unwrap_or((event, ""));
    (from, to, event, remark.trim_end_matches(')'))
}

/// Takes an arrow, and sees that what stands beside it is true.
fn take(arrow: &'static str) {
    let (from, to, event, remark) = parsed(arrow);
    let mut ledger = in_state(from);
    assert_eq!(name_of(phase(&ledger)), from);
    let before = (paper_now(&ledger), in_force(&ledger));
    say(&mut ledger, event).unwrap_or_else(|code| panic!("{arrow}: {code}"));
    assert_eq!(name_of(phase(&ledger)), to, "{arrow}");
    let opens_the_next = paper_now(&ledger).voting == before.0.voting.next();
    let never_sealed = findings(&ledger.model, Moment::end(instant(START)))
        .iter()
        .any(|finding| finding.code == FindingCode::BuiltIn(Code::O2));
    assert_eq!(remark == "next voting", opens_the_next, "{arrow}");
    assert_eq!(remark == "next version", from == to && before.1 != in_force(&ledger), "{arrow}");
    assert_eq!(remark == "finding O2", never_sealed && to == "Reported" && from != to, "{arrow}");
}

fn paper_now(ledger: &Ledger) -> protokol::domain::paper_status::PaperState {
    ledger.state.election().expect("founded").paper(&id("round-1"), &id("P1"))
}

/// Cites arrows of the diagram, each by a test that takes it.
macro_rules! arrows {
    ($($name:ident $arrow:literal,)*) => {
        $(#[test] fn $name() { take($arrow); })*

        /// An arrow that is added to the diagram needs a test, and one that is taken out leaves none behind.
        #[test]
        fn every_arrow_is_cited_by_the_test_that_takes_it() {
            let mut cited = vec!["[*] --> Awaited"];
            cited.extend([$($arrow),*]);
            assert_eq!(diagram(), cited);
        }
    };
}

arrows! {
    an_opening_is_sealed "Awaited --> Opened: OpeningSealed",
    a_protocol_without_an_opening "Awaited --> Reported: ProtocolSubmitted (finding O2)",
    a_protocol_after_the_opening "Opened --> Reported: ProtocolSubmitted",
    a_protocol_is_corrected "Reported --> Reported: ProtocolCorrected (next version)",
    a_protocol_is_annulled "Reported --> Annulled: ProtocolAnnulled",
    a_voting_fails_before_the_opening "Awaited --> Failed: VotingFailed",
    a_voting_fails_after_the_opening "Opened --> Failed: VotingFailed",
    an_annulled_voting_is_repeated "Annulled --> Awaited: RepeatVotingCalled (next voting)",
    a_failed_voting_is_repeated "Failed --> Awaited: RepeatVotingCalled (next voting)",
}

/// The arrow without an event.
#[test]
fn a_paper_begins_awaited() {
    assert_eq!(diagram()[0], "[*] --> Awaited");
    assert_eq!(paper_now(&awaited()), protokol::domain::paper_status::PaperState::FRESH);
    assert_eq!(name_of(phase(&awaited())), "Awaited");
}

/// The picture and the matrix are one: an arrow for every cell with a state in it, but for reports and copies, which
/// change nothing.
#[test]
fn the_diagram_draws_the_matrix() {
    let changes = |(event, ..): &(&str, &str, &str)| !matches!(*event, "TurnoutReported" | "CopyFiled");
    let is_code = |cell: &str| cell.starts_with('R') && cell[1..].bytes().all(|b| b.is_ascii_digit());
    let mut of_matrix: Vec<_> = matrix()
        .into_iter()
        .filter(changes)
        .filter(|(.., cell)| !is_code(cell))
        .map(|(e, from, to)| (from, to, e))
        .collect();
    let mut of_diagram: Vec<_> =
        diagram().into_iter().skip(1).map(parsed).map(|(from, to, event, _)| (from, to, event)).collect();
    of_matrix.sort_unstable();
    of_diagram.sort_unstable();
    assert_eq!(of_diagram, of_matrix);
}

fn still(ledger: &Ledger, before: EventHash) -> EventHash {
    if matches!(phase(ledger), PaperStatus::Reported(_)) { before } else { in_force(ledger) }
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
