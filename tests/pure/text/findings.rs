//! Findings and events in one sentence each.

use super::{EN, english, form, founding, manifest, paper, parse, reads_well_in, recorded};
use protokol::domain::candidate::CandidateRegistered;
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::code::{Code, FindingCode};
use protokol::domain::decision::Decision;
use protokol::domain::finding::{Cell, Finding};
use protokol::domain::form::Severity;
use protokol::domain::number::{BallotNumber, Count};
use protokol::domain::observer::{CopyContent, CopyFiled};
use protokol::domain::protocol::{Figures, ProtocolAnnulled, ProtocolSubmitted};
use protokol::domain::rules::{About, RulesVersion};
use protokol::domain::statement::Body;
use protokol::text::{self, Lang};

fn figures(votes: &[u32], items: [u32; 3]) -> Figures {
    Figures {
        items: items.into_iter().map(|figure| Some(Count(figure))).collect(),
        votes: (1..).map(BallotNumber).zip(votes.iter().copied().map(Count)).collect(),
    }
}

fn of_form(votes: &[u32], items: [u32; 3]) -> Vec<String> {
    let (manifest, contest, unit) = (manifest(), parse("round-1"), parse("01.001"));
    let about = About { form: &manifest.form, contest: &contest, unit: &unit };
    let found = RulesVersion::V1.rules().findings_of_figures(about, &figures(votes, items));
    found.iter().map(|finding| text::finding(EN, finding, &manifest)).collect()
}

fn built_in(code: Code, cells: &[(&str, Option<i128>, Option<i128>)]) -> String {
    built_in_of(EN, code, cells)
}

pub fn built_in_of(lang: Lang, code: Code, cells: &[(&str, Option<i128>, Option<i128>)]) -> String {
    let cell = |(item, stated, expected): &(&str, _, _)| Cell {
        item: (*item).to_owned(),
        stated: *stated,
        expected: *expected,
    };
    let finding = Finding {
        code: FindingCode::BuiltIn(code),
        severity: Severity::Error,
        contest: parse("round-1"),
        unit: parse("01.001"),
        event: None,
        cells: cells.iter().map(cell).collect(),
    };
    text::finding(lang, &finding, &manifest())
}

#[test]
fn a_check_of_the_form_is_told_in_the_manifests_words_with_both_sums() {
    assert_eq!(of_form(&[550, 3], [1_700, 553, 12]), Vec::<String>::new());
    assert_eq!(
        of_form(&[1_550, 3], [1_700, 1_555, 60]),
        [
            "The candidates' votes do not sum to the valid votes: the candidates' votes = 1 553, Valid votes = 1 555.",
            "Many invalid papers: 97 × Invalid papers = 5 820, 3 × Valid votes = 4 665.",
        ]
    );
}

#[test]
fn a_built_in_finding_names_the_figures_that_disagree() {
    let cases = [
        (built_in(Code::S1, &[("valid", Some(1_555), Some(1_553)), ("cand_05", Some(7), None)]), {
            "The summary is not the sum of its protocols: Valid votes: 1 555 stated, 1 553 recomputed; \
             candidate 5: 7 stated, no figure recomputed."
        }),
        (
            built_in(Code::T1, &[("17:00", Some(300), Some(310)), ("20:00", Some(600), Some(598))]),
            "The turnout reports do not fit: 300 voters at 17:00, after 310 before; 600 voters at 20:00, and 598 on \
             the protocol.",
        ),
        (
            built_in(Code::C1, &[("cand_12", Some(120), Some(130))]),
            "An observer's copy shows other votes than the protocol: candidate 12: 120 on the copy, 130 on the \
             protocol.",
        ),
        (
            built_in(Code::S2, &[("received", Some(9), Some(10))]),
            "The summary's counters are not true: protocols received: 9 stated, 10 recomputed.",
        ),
        (built_in(Code::S2, &[]), "The summary names other protocols than those in force when it was made."),
        (
            built_in(Code::S6, &[("01.002", None, Some(505)), ("cand_02", Some(10), Some(300))]),
            "The summary leaves out protocols that were in force, and with them the candidates come in another order: \
             01.002: votes left out 505; candidate 2: 10 without them, 300 with them.",
        ),
        (
            built_in(Code::T4, &[("10:00", Some(9), Some(7))]),
            "More stations are counted than there are: 10:00: 9 stations, of 7.",
        ),
        (
            built_in(Code::L1, &[("cand_01", Some(100), None), ("cand_02", None, Some(190))]),
            "The certified candidate does not lead the totals of the protocols in force: candidate 1, certified: 100; \
             candidate 2: 190.",
        ),
        (built_in(Code::D1, &[]), "It arrived after its deadline."),
        (built_in(Code::D2, &[]), "It is missing, and its deadline is over."),
    ];
    for (told, expected) in cases {
        assert_eq!(told, expected);
    }
    for (lang, code) in Lang::ALL.iter().flat_map(|lang| Code::ALL.iter().map(move |code| (*lang, *code))) {
        reads_well_in(lang, &built_in_of(lang, code, &[]));
        reads_well_in(lang, &built_in_of(lang, code, &[("valid", None, Some(1)), ("cand_05", Some(2), None)]));
    }
    let many = vec![("valid", Some(1), Some(2)); 30];
    assert!(built_in(Code::S1, &many).ends_with("and 22 more."));
}

fn protocol(voting: u16) -> ProtocolSubmitted {
    ProtocolSubmitted {
        paper: paper(voting),
        figures: figures(&[1_550, 3], [1_700, 1_553, 12]),
        form_serial: parse(""),
        completed_at: None,
        dissent: Vec::new(),
        attachments: Vec::new(),
    }
}

fn decision(reference: &str) -> Decision {
    Decision { reference: parse(reference), date: None }
}

#[test]
fn an_event_is_told_on_one_line() {
    let registered = CandidateRegistered {
        contest: parse("round-1"),
        number: BallotNumber(5),
        nominated_by: parse("Party by the River"),
        names: english("A. Candidate"),
        decision: decision(""),
    };
    let annulled = ProtocolAnnulled {
        paper: paper(1),
        protocol: of_protocol(),
        reason: parse(&"x".repeat(200)),
        decision: decision("12/3"),
    };
    let refused = CopyFiled { paper: paper(1), content: CopyContent::Refused { reason: parse("no time") } };
    let cases = [
        (founding(), "GE: An election, 2018-10-28, 1 contest, a rehearsal".to_owned()),
        (
            Body::ProtocolSubmitted(protocol(1)),
            "01.001, round-1: protocol, 1 700 voters, 1 553 votes for 2 candidates, 12 invalid".to_owned(),
        ),
        (
            Body::CandidateRegistered(registered),
            "round-1: candidate 5, A. Candidate, nominated by Party by the River".to_owned(),
        ),
        (
            Body::ProtocolAnnulled(annulled),
            format!("01.001, round-1: protocol annulled by decision 12/3 ({}…)", "x".repeat(80)),
        ),
        (Body::CopyFiled(refused), "01.001, round-1: an observer was refused a copy (no time)".to_owned()),
        (Body::LedgerClosed(LedgerClosed { decision: decision("") }), "the ledger is closed".to_owned()),
    ];
    for (body, expected) in cases {
        assert_eq!(text::event_line(EN, &recorded(body), &form()), expected);
    }
    assert_eq!(
        text::statement_line(EN, &Body::ProtocolSubmitted(protocol(2))),
        "01.001, round-1, voting 2: protocol, 1 553 votes for 2 candidates"
    );
}

fn of_protocol() -> protokol::domain::id::EventHash {
    protokol::domain::id::EventHash([3; 32])
}

#[test]
fn a_certified_result_and_what_it_ends_are_told() {
    let certified = ResultCertified {
        contest: parse("round-1"),
        body: parse("the court"),
        elected: vec![BallotNumber(2), BallotNumber(5)],
        nobody: false,
        decision: Decision { reference: parse("No 7"), date: None },
    };
    let elected = [(BallotNumber(2), "Ada"), (BallotNumber(5), "Bo")];
    assert_eq!(
        text::certified(EN, &certified, &elected),
        "Certified by the court by decision No 7: elected 2 Ada, 5 Bo"
    );
    assert_eq!(text::certified(EN, &certified, &[]), "Certified by the court by decision No 7: nobody elected");
    let closed = Body::LedgerClosed(LedgerClosed { decision: certified.decision.clone() });
    let result = Body::ResultCertified(certified.clone());
    let ends = |lang, body: &Body| text::ends_for_ever(lang, body).expect("it ends something");
    assert_eq!(ends(EN, &closed), "For ever: after this nothing at all can be added to the ledger.");
    for lang in Lang::ALL {
        assert!(text::certified(*lang, &certified, &elected).contains("2 Ada, 5 Bo"));
        reads_well_in(*lang, &ends(*lang, &closed));
        reads_well_in(*lang, &ends(*lang, &result));
    }
}
