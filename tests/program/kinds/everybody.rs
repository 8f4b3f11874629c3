//! What holds for every kind: which ledger, which keys, which body, how many. One statement of each kind is handed in
//! with the same crime.

use std::path::Path;

use protokol::domain::id::LedgerId;
use protokol::domain::statement::{Body, Kind};
use protokol::ledger::submission::SignedStatement;

use super::bodies::{self, every_kind, of};
use super::office::{Office, Stage, signed};

/// Hands in one of every kind, by these signers, and tells the codes with their kinds.
fn refused(
    office: &Office,
    ledger: LedgerId,
    by: impl Fn(&Body, &'static [&'static str]) -> Vec<&'static str>,
) -> Vec<(Kind, String)> {
    let kinds = every_kind();
    let signers: Vec<_> = kinds.iter().map(|(body, signers)| by(body, signers)).collect();
    let said: Vec<_> = kinds.iter().zip(&signers).map(|((body, _), by)| (body.clone(), &by[..])).collect();
    let codes = office.refuses_all(ledger, &said);
    kinds.iter().map(|(body, _)| body.kind()).zip(codes).collect()
}

fn all(codes: &[(Kind, String)], code: &str) {
    let others: Vec<_> = codes.iter().filter(|(_, other)| other != code).collect();
    assert!(others.is_empty() && codes.len() + 1 == Kind::ALL.len(), "not {code}: {others:?}");
}

#[test]
fn every_kind_is_here() {
    let here: Vec<_> = every_kind().iter().map(|(body, _)| body.kind()).collect();
    assert_eq!(here, Kind::ALL[1..]);
}

/// A kind that is added needs its life kept.
#[test]
fn every_kind_has_its_life_kept() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/program/kinds/golden");
    for kind in Kind::ALL {
        assert!(golden.join(format!("{}.txt", kind.word())).exists(), "{kind}");
    }
}

#[test]
fn what_was_signed_for_another_ledger() {
    let office = Stage::Enrolled.own();
    all(&refused(&office, LedgerId([9; 32]), |_, quorum| quorum.to_vec()), "R2");
}

/// A draft for another ledger is not even read.
#[test]
fn a_draft_for_another_ledger() {
    let office = Stage::Enrolled.own();
    let draft = office
        .drafted("closing", &[("ledger", "\"0909090909090909090909090909090909090909090909090909090909090909\"")]);
    assert_eq!(office.machine.fails(&format!("check {draft}"), 7)["code"], "U4");
}

#[test]
fn what_comes_after_the_ledger_was_closed() {
    let office = Stage::Closed.own();
    all(&refused(&office, office.ledger(), |_, quorum| quorum.to_vec()), "R3");
}

#[test]
fn what_a_stranger_signed() {
    let office = Stage::Enrolled.own();
    // A change of the log's key asks for the keys of the log first.
    let codes = refused(&office, office.ledger(), |_, _| vec!["fresh"]);
    let (of_log, others): (Vec<_>, Vec<_>) = codes.into_iter().partition(|(kind, _)| *kind == Kind::LogKeyRotated);
    assert_eq!(of_log[0].1, "R38");
    assert!(others.iter().all(|(_, code)| code == "R8"), "{others:?}");
}

#[test]
fn what_a_replaced_member_signed() {
    let office = Stage::Enrolled.own();
    let (unit, key, reason) = (of("CEC"), super::office::key("CEC-3").public(), of("lost"));
    let seat = protokol::domain::number::Seat(3);
    let revoked = protokol::domain::commission::KeyRevoked { unit, seat, key, reason };
    office.take(vec![(Body::KeyRevoked(revoked), &["CEC-1", "CEC-2"])]);
    let codes = refused(&office, office.ledger(), |_, _| vec!["CEC-3"]);
    let others: Vec<_> = codes.iter().filter(|(kind, _)| *kind != Kind::LogKeyRotated).collect();
    assert!(others.iter().all(|(_, code)| code == "R9"), "{others:?}");
}

#[test]
fn what_members_of_two_commissions_signed() {
    let office = Stage::Enrolled.own();
    let codes = refused(&office, office.ledger(), |_, _| vec!["CEC-1", "01-1"]);
    let others: Vec<_> = codes.iter().filter(|(kind, _)| *kind != Kind::LogKeyRotated).collect();
    assert!(others.iter().all(|(_, code)| code == "R10"), "{others:?}");
}

/// No commission says what an observer says, and no observer what a commission says.
#[test]
fn what_an_observer_may_not_say() {
    let office = Stage::Enrolled.own();
    for (kind, code) in refused(&office, office.ledger(), |_, _| vec!["watch"]) {
        let expected = match kind {
            Kind::LogKeyRotated => "R38",
            // An observer may say it; what is said is wrong.
            Kind::ComplaintFiled | Kind::ComplaintDecided => "R26",
            Kind::CopyFiled => continue,
            _ => "R10",
        };
        assert_eq!(code, expected, "{kind}");
    }
}

#[test]
fn what_too_few_signed() {
    let office = Stage::Enrolled.own();
    for (kind, code) in refused(&office, office.ledger(), |_, quorum| quorum[..1].to_vec()) {
        let expected = match kind {
            Kind::LogKeyRotated => "R38",
            // One signature is enough.
            Kind::TurnoutReported | Kind::CopyFiled => "sealed",
            Kind::ComplaintFiled | Kind::ComplaintDecided => "R26",
            _ => "R11",
        };
        assert_eq!(code, expected, "{kind}");
    }
}

/// The bytes of a submission, spoilt after it was signed.
fn bytes_refused(spoil: impl FnOnce(&mut Vec<u8>), code: &str) {
    let office = Stage::Enrolled.own();
    let mut bytes = signed(office.ledger(), bodies::closing(), &["CEC-1", "CEC-2"]).to_file();
    spoil(&mut bytes);
    office.machine.write("spoilt.submission", &bytes);
    let before = office.machine.read("ledger/seal");
    let done = office.machine.run("submit spoilt.submission --log-key log.key --json");
    assert_eq!(done.error()["code"], code, "{done}");
    assert!([3, 6, 7].contains(&done.exit), "{done}");
    assert!(office.machine.read("ledger/seal") == before, "nothing is written");
}

/// Bytes before the statement in a file: a line, and a length.
const HEAD: usize = "protokol submission v1\n".len() + 4;
/// Bytes of two signatures with their keys.
const TWO: usize = 2 * 96;

#[test]
fn a_signature_that_does_not_fit() {
    bytes_refused(|bytes| *bytes.last_mut().expect("a byte") ^= 1, "R33");
}

#[test]
fn signatures_out_of_order() {
    bytes_refused(
        |bytes| {
            let at = bytes.len() - TWO;
            bytes[at..].rotate_left(TWO / 2);
        },
        "R34",
    );
}

#[test]
fn a_submission_that_is_cut_off() {
    bytes_refused(|bytes| bytes.truncate(bytes.len() - 1), "R35");
}

#[test]
fn a_kind_from_the_future() {
    bytes_refused(|bytes| bytes[HEAD + 2] = 99, "R36");
}

#[test]
fn a_submission_that_is_too_long() {
    bytes_refused(|bytes| bytes.resize(70_000, 0), "R37");
}

#[test]
fn a_statement_that_nobody_signed() {
    let office = Stage::Enrolled.own();
    office.refuses_body(bodies::closing(), &[], "R11");
}

/// Whoever takes more than the rules know has a newer program; the submission itself is sound.
#[test]
fn a_sound_submission_for_comparison() {
    let office = Stage::Enrolled.own();
    let bytes = signed(office.ledger(), bodies::closing(), &["CEC-1", "CEC-2"]).to_file();
    assert_eq!(SignedStatement::from_file(&bytes).expect("a submission").signers().len(), 2);
    office.machine.write("sound.submission", &bytes);
    office.machine.ok("submit sound.submission --log-key log.key");
}
