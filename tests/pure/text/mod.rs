//! Words for people: every code, refusal, fault and finding has its sentences, and they keep to the house's rules.

mod findings;
mod fluent;
mod golden;
mod languages;
mod letters;
#[cfg(feature = "intake")]
mod mistakes;
mod numbers;
mod refusals;
mod verification;

use std::collections::BTreeSet;

use protokol::crypto::key::SecretKey;
use protokol::crypto::vkey::VerifierKey;
use protokol::domain::code::Code;
use protokol::domain::commission::{CommissionFormed, Member, Office};
use protokol::domain::contest::Contest;
use protokol::domain::event::{Author, Event, RecordedEvent};
use protokol::domain::form::{Check, Form, Item, Operand, Operator, Role, Severity, Stage, Term};
use protokol::domain::id::{EventHash, LedgerId, StatementHash};
use protokol::domain::manifest::{ElectionCalled, Manifest, Tier, TurnoutRule, TurnoutSigners};
use protokol::domain::number::{Seat, Sequence, Voting};
use protokol::domain::protocol::Paper;
use protokol::domain::rules::RulesVersion;
use protokol::domain::statement::{Body, Kind, Statement};
use protokol::domain::text::Localised;
use protokol::domain::time::Millis;
use protokol::text::{self, Lang, Said};

const EN: Lang = Lang::En;
const ORIGIN: &str = "protokol.example/test";
/// Longer sentences are not read at 3 a.m.
const SENTENCE_MAX: usize = 400;
/// The verbs of the command line: advice names no other. The last is the first line of a submission's file.
const VERBS: [&str; 22] = [
    "rehearse",
    "keygen",
    "draft",
    "check",
    "sign",
    "submit",
    "init",
    "enrol",
    "serve",
    "restore",
    "export",
    "mirror",
    "takeover",
    "verify",
    "compare",
    "witness",
    "tally",
    "findings",
    "log",
    "show",
    "help",
    "submission",
];

/// The rules for everything a citizen reads.
fn reads_well(sentence: &str) {
    assert!(!sentence.trim().is_empty() && sentence.trim() == sentence, "{sentence:?}");
    assert!(sentence.chars().count() <= SENTENCE_MAX, "too long: {sentence}");
    assert!(sentence.ends_with('.'), "no full stop: {sentence}");
    assert!(!sentence.contains(['!', '{', '}', '\n']) && !sentence.contains("  "), "{sentence}");
    for advice in sentence.split("`protokol ").skip(1) {
        let verb: String = advice.chars().take_while(char::is_ascii_lowercase).collect();
        assert!(VERBS.contains(&verb.as_str()), "no such verb: {sentence}");
    }
    for kind in sentence.split("`protokol draft ").skip(1) {
        let word: String = kind.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
        assert!(Kind::ALL.iter().any(|kind| kind.word() == word), "no such kind of draft: {sentence}");
    }
}

/// A sentence of one language has no letters of another.
fn reads_well_in(lang: Lang, sentence: &str) {
    reads_well(sentence);
    keeps_to_its_letters(lang, sentence);
}

fn keeps_to_its_letters(lang: Lang, text: &str) {
    let foreign: fn(char) -> bool = match lang {
        Lang::En => |c| c.is_alphabetic() && !c.is_ascii(),
        Lang::Az => |c| ('\u{400}'..='\u{4ff}').contains(&c),
        Lang::Ru => |c| "əğıöüçşƏĞİÖÜÇŞ".contains(c),
    };
    assert!(!text.contains(foreign), "{lang}: {text}");
}

fn pair_reads_well_in(lang: Lang, said: &Said) {
    reads_well_in(lang, &said.says);
    reads_well_in(lang, &said.remedy.to_string());
}

fn parse<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().expect("a constant of the test")
}

fn english(text: &str) -> Localised {
    Localised::new(vec![("en".to_owned().try_into().expect("a language"), parse(text))]).expect("one language")
}

fn paper(voting: u16) -> Paper {
    Paper { contest: parse("round-1"), unit: parse("01.001"), voting: Voting(voting) }
}

fn item(key: &str, label: &str, stage: Stage, role: Option<Role>) -> Item {
    Item { key: parse(key), label: english(label), stage, role, optional: false }
}

fn term(coefficient: i32, key: &str) -> Term {
    let of = if key == "votes" { Operand::Votes } else { Operand::Item(parse(key)) };
    Term { coefficient, of }
}

fn form() -> Form {
    let check = |code: &str, left, op, right, severity, says: &str| Check {
        code: parse(code),
        left,
        op,
        right,
        severity,
        says: english(says),
    };
    Form {
        items: vec![
            item("voters", "Voters who received a paper", Stage::Count, Some(Role::Turnout)),
            item("valid", "Valid votes", Stage::Count, Some(Role::Valid)),
            item("invalid", "Invalid papers", Stage::Count, Some(Role::Invalid)),
        ],
        checks: vec![
            check(
                "E1",
                vec![term(1, "votes")],
                Operator::Equal,
                vec![term(1, "valid")],
                Severity::Error,
                "The candidates' votes do not sum to the valid votes",
            ),
            check(
                "W4",
                vec![term(97, "invalid")],
                Operator::Below,
                vec![term(3, "valid")],
                Severity::Warning,
                "Many invalid papers.",
            ),
        ],
    }
}

fn manifest() -> Manifest {
    let contest =
        Contest { id: parse("round-1"), title: english("First round"), unit: None, polling_day: parse("2018-10-28") };
    Manifest {
        id: parse("test-2018"),
        kind: parse("presidential"),
        title: english("An election"),
        polling_day: parse("2018-10-28"),
        utc_offset: parse("+04:00"),
        authority: parse("Central Election Commission"),
        legal_basis: None,
        rehearsal: true,
        tiers: vec![Tier { name: parse("central"), members: 1, quorum: 1, declared: None }],
        contests: vec![contest],
        form: form(),
        turnout: TurnoutRule { signers: TurnoutSigners::AnyMember, hours: Vec::new() },
        deadlines: Vec::new(),
        publish_not_before: None,
        invalidity: None,
        complaint_hours: None,
    }
}

fn log_key() -> VerifierKey {
    VerifierKey::ed25519(parse(ORIGIN), SecretKey::from_seed(&[7; 32]).public()).expect("a sound key")
}

fn founding() -> Body {
    let member = Member {
        seat: Seat(1),
        name: parse("Member 1 of GE"),
        office: Office::Chair,
        nominated_by: parse(""),
        key: SecretKey::from_seed(&[1; 32]).public(),
    };
    Body::ElectionCalled(ElectionCalled {
        rules: RulesVersion::FOUNDING.number(),
        origin: parse(ORIGIN),
        log_key: parse(&log_key().to_string()),
        predecessor: None,
        manifest: manifest(),
        commission: CommissionFormed {
            unit: parse("GE"),
            tier: parse("central"),
            parent: None,
            name: parse("Central Election Commission"),
            utc_offset: None,
            quorum: 1,
            members: vec![member],
        },
    })
}

fn recorded(body: Body) -> RecordedEvent {
    let statement = Statement { ledger: LedgerId::UNFOUNDED, said_at: Millis::EPOCH, body };
    let author = Author::commission(parse("GE"), [Seat(1)]);
    RecordedEvent {
        event: Event { statement, hash: StatementHash([0; 32]), author },
        sequence: Sequence(0),
        hash: EventHash([5; 32]),
        arrival: Millis::EPOCH,
    }
}

#[test]
fn every_code_is_explained_in_words_of_its_own() {
    let mut seen = BTreeSet::new();
    for lang in Lang::ALL {
        for code in Code::ALL {
            let explanation = text::explain(*lang, *code);
            for sentence in [explanation.what.to_owned(), explanation.remedy.to_string()] {
                reads_well_in(*lang, &sentence);
                assert!(seen.insert(sentence.clone()), "{code} says what another code says: {sentence}");
            }
        }
    }
    assert_eq!(seen.len(), 2 * Code::ALL.len() * Lang::ALL.len());
}

#[test]
fn every_kind_has_a_name_of_its_own() {
    for lang in Lang::ALL {
        let names: BTreeSet<_> = Kind::ALL.iter().map(|kind| text::event_kind(*lang, *kind)).collect();
        assert_eq!(names.len(), Kind::ALL.len(), "{lang}");
    }
}
