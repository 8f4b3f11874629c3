//! Every refusal is a pair, and names what it is about.

use std::collections::BTreeSet;

use super::{EN, pair_reads_well_in, paper, parse};
use protokol::crypto::hash::FileDigest;
use protokol::crypto::key::PublicKey;
use protokol::crypto::wire::WireError;
use protokol::domain::attachment::AttachmentFile;
use protokol::domain::code::Code;
use protokol::domain::id::{ContestId, EventHash, StatementHash};
use protokol::domain::manifest::ManifestFlaw;
use protokol::domain::number::RulesNumber;
use protokol::domain::number::{BallotNumber, Seat, Sequence, Size, Voting};
use protokol::domain::paper_status::PaperStatus;
use protokol::domain::protocol::{Attachment, Media, ShapeFlaw};
use protokol::domain::rejection::Rejection;
use protokol::domain::statement::{Kind, StatementError};
use protokol::domain::time::Millis;
use protokol::ledger::submission::SubmissionError;
use protokol::text::{self, Action, Lang, Part};

pub const KEY: PublicKey = PublicKey([0xAB; 32]);

pub fn shape_flaws() -> Vec<ShapeFlaw> {
    vec![
        ShapeFlaw::ItemCount { found: 2, expected: 3 },
        ShapeFlaw::ItemMissing(parse("valid_votes")),
        ShapeFlaw::ItemOfCount(parse("valid_votes")),
        ShapeFlaw::CandidateMissing(BallotNumber(5)),
        ShapeFlaw::CandidateUnknown(BallotNumber(12)),
        ShapeFlaw::VotesUnordered,
    ]
}

pub fn manifest_flaws() -> Vec<ManifestFlaw> {
    vec![
        ManifestFlaw::Tiers,
        ManifestFlaw::TierTwice(parse("precinct")),
        ManifestFlaw::Quorum(parse("precinct")),
        ManifestFlaw::ContestTwice("round-1".into()),
        ManifestFlaw::Items,
        ManifestFlaw::Checks,
        ManifestFlaw::ItemTwice(parse("valid_votes")),
        ManifestFlaw::ItemReserved(parse("votes")),
        ManifestFlaw::CheckItem(parse("E1"), parse("valid_votes")),
        ManifestFlaw::CheckTwice(parse("E1")),
        ManifestFlaw::CheckBuiltIn(parse("T1")),
        ManifestFlaw::CheckEmpty(parse("E1")),
        ManifestFlaw::Deadline(parse("precinct")),
        ManifestFlaw::Invalidity,
        ManifestFlaw::TooMany,
        ManifestFlaw::Hours,
    ]
}

pub fn rejections() -> Vec<Rejection> {
    let (unit, contest, event) = (parse("01.001"), parse::<ContestId>("round-1"), EventHash([0xCD; 32]));
    let mut all = vec![
        Rejection::Already(StatementHash([1; 32]), Sequence(17)),
        Rejection::OtherLedger,
        Rejection::Closed,
        Rejection::UnitUnknown(parse("01.001")),
        Rejection::UnitExists(parse("01.001")),
        Rejection::ContestUnknown(parse("round-1")),
        Rejection::ContestExists(parse("round-1")),
        Rejection::ContestElsewhere(parse("round-1"), parse("01.001")),
        Rejection::KeyNotEnrolled(KEY),
        Rejection::KeyNotInForce(KEY),
        Rejection::MixedSigners,
        Rejection::Unsigned,
        Rejection::QuorumNotMet { unit: parse("01.001"), signed: 6, needed: 7 },
        Rejection::KeyTaken(KEY),
        Rejection::NotAsManifest { tier: parse("precinct"), members: 6, quorum: 4 },
        Rejection::Misplaced(parse("01.001")),
        Rejection::SeatUnknown(parse("01.001"), Seat(9)),
        Rejection::Reported(paper(1)),
        Rejection::OpeningTooLate(paper(1)),
        Rejection::OtherVoting { paper: paper(1), open: Voting(2) },
        Rejection::OtherVoting { paper: paper(2), open: Voting(1) },
        Rejection::NotInForce(event),
        Rejection::BallotFixed(parse("round-1"), BallotNumber(5)),
        Rejection::CandidateUnknown(parse("round-1"), BallotNumber(5)),
        Rejection::ObserverUnknown(parse("ngo-7")),
        Rejection::ObserverExists(parse("ngo-7")),
        Rejection::OutOfScope(parse("ngo-7"), unit),
        Rejection::EventUnknown(event),
        Rejection::DemonstrationKey(parse("01.001"), Seat(1)),
        Rejection::NotFounded,
        Rejection::FoundedAlready,
        Rejection::RulesUnknown(RulesNumber(2)),
        Rejection::Commitment { made_at: Size(9), size: Size(8) },
        Rejection::Commitment { made_at: Size(8), size: Size(8) },
        Rejection::Certified(contest.clone()),
        Rejection::LogKey,
        Rejection::ListOutOfOrder("dissent"),
        Rejection::ReasonMissing,
        Rejection::Unchanged(EventHash([6; 32])),
        Rejection::BodyMissing(contest.clone()),
        Rejection::ElectedOrNobody(contest),
    ];
    let phases = [
        PaperStatus::Awaited,
        PaperStatus::Opened,
        PaperStatus::Reported(event),
        PaperStatus::Annulled,
        PaperStatus::Failed,
    ];
    all.extend(phases.map(|phase| Rejection::NotInThisState(paper(1), phase)));
    all.extend(shape_flaws().into_iter().map(|flaw| Rejection::Shape(paper(1), flaw)));
    let of_summary = |flaw| Rejection::SummaryShape(parse("round-1"), parse("01"), flaw);
    all.extend(shape_flaws().into_iter().map(of_summary));
    all.extend(manifest_flaws().into_iter().map(Rejection::Manifest));
    all.extend(Kind::ALL.iter().map(|kind| Rejection::NotEntitled(*kind, parse("01.001"))));
    all
}

pub fn submission_errors() -> Vec<SubmissionError> {
    let wire = [
        WireError::TooLong { found: 70_000, limit: 65_535 },
        WireError::Malformed("UnexpectedEnd { additional: 4 }".into()),
        WireError::Trailing(3),
        WireError::NotCanonical,
    ];
    let mut all = vec![
        SubmissionError::TooLong(70_000),
        SubmissionError::Layout,
        SubmissionError::SignatureOrder,
        SubmissionError::Statement(StatementError::Newer { version: 2, kind: 26 }),
        SubmissionError::Statement(StatementError::TooShort),
        SubmissionError::Statement(StatementError::Time),
        SubmissionError::Signature(KEY),
        SubmissionError::Key(KEY),
        SubmissionError::NotAFile,
    ];
    all.extend(wire.map(|error| SubmissionError::Statement(StatementError::Body(error))));
    all
}

#[test]
fn every_refusal_reads_well() {
    let rejections = rejections();
    for lang in Lang::ALL.iter().copied() {
        rejections.iter().for_each(|rejection| pair_reads_well_in(lang, &text::rejection(lang, rejection)));
        submission_errors().iter().for_each(|error| pair_reads_well_in(lang, &text::submission_error(lang, error)));
        shape_flaws().iter().for_each(|flaw| pair_reads_well_in(lang, &text::shape_flaw(lang, flaw)));
        let says: BTreeSet<_> = rejections.iter().map(|rejection| text::rejection(lang, rejection).says).collect();
        assert_eq!(says.len(), rejections.len(), "{lang}: each refusal has a sentence of its own");
    }
}

#[test]
fn the_publication_gate_says_when_it_opens() {
    let until = parse::<Millis>("2024-02-07T19:00:00+04:00");
    for lang in Lang::ALL {
        let said = text::gate_closed(*lang, until, Some(parse("+04:00")));
        pair_reads_well_in(*lang, &said);
        assert!(said.says.contains("2024-02-07 19:00:00 +04:00"), "{}", said.says);
        assert!(
            said.remedy.to_string().contains("`protokol show checkpoint`")
                && said.remedy.to_string().contains("--inside"),
            "{}",
            said.remedy
        );
    }
}

/// Together the two lists have every code of the family `R`.
#[test]
fn every_refusal_code_is_reached() {
    let of_rules = rejections().iter().map(Rejection::code).collect::<BTreeSet<_>>();
    let of_bytes = submission_errors().iter().map(SubmissionError::code).collect::<BTreeSet<_>>();
    let reached: BTreeSet<_> = of_rules.union(&of_bytes).copied().collect();
    let family: BTreeSet<_> = Code::ALL.iter().copied().filter(|code| code.as_str().starts_with('R')).collect();
    assert_eq!(reached, family);
}

#[test]
fn a_refusal_names_what_it_is_about() {
    let says = |rejection: &Rejection| text::rejection(EN, rejection);
    let quorum = |signed| Rejection::QuorumNotMet { unit: parse("01.001"), signed, needed: 7 };
    assert_eq!(says(&quorum(3)).says, "01.001: 3 of the 7 signatures that the commission's quorum needs.");
    let collect = "Collect 4 more members' signatures with `protokol sign`, then submit again.";
    assert_eq!(says(&quorum(3)).remedy.to_string(), collect);
    assert!(says(&quorum(3)).remedy.parts().contains(&Part::Action(Action::Sign)), "a page makes a button of it");
    assert!(says(&quorum(6)).remedy.to_string().starts_with("Collect 1 more member's signature with"));
    assert_eq!(
        says(&Rejection::Shape(paper(1), ShapeFlaw::ItemMissing(parse("valid_votes")))).says,
        "01.001, round-1: the item valid_votes is missing."
    );
    assert_eq!(
        says(&Rejection::Shape(paper(2), ShapeFlaw::CandidateMissing(BallotNumber(5)))).says,
        "01.001, round-1, voting 2: candidate number 5 (cand_05) has no figure."
    );
    assert!(says(&Rejection::KeyTaken(KEY)).says.contains("abababababababab…"));
    assert!(!says(&Rejection::KeyTaken(KEY)).says.contains("ababababababababa"));
    assert!(says(&Rejection::UnitUnknown(parse("ge"))).says.contains(" ge "), "an id keeps its letters");
}

#[test]
fn a_scan_that_does_not_come_is_told_with_its_name() {
    let attachment = Attachment {
        name: parse("front.jpg"),
        media: Media::Jpeg,
        bytes: 1_204_331,
        blake3: FileDigest([0xAB; 32]),
        sha256: FileDigest([0xCD; 32]),
    };
    let line = text::attachment(EN, &attachment);
    assert_eq!(line, "front.jpg, JPEG, 1 204 331 bytes, BLAKE3 abababababababab…");
    let missing = text::attachment_missing(EN, &attachment, "room");
    let differs = text::attachment_differs(EN, &attachment, "room");
    for lang in Lang::ALL.iter().copied() {
        let missing = text::attachment_missing(lang, &attachment, "room");
        for said in [missing, text::attachment_differs(lang, &attachment, "room")] {
            pair_reads_well_in(lang, &said);
            assert!(said.says.contains("front.jpg") && said.says.contains("room"), "{said:?}");
        }
        let kept: BTreeSet<_> = [AttachmentFile::There, AttachmentFile::Missing, AttachmentFile::Altered]
            .map(|kept| text::kept(lang, Some(kept)))
            .into();
        assert_eq!(kept.len(), 3);
    }
    assert!(missing.remedy.to_string().contains("--without-attachments"));
    assert!(differs.remedy.to_string().contains("cdcdcdcdcdcdcdcd…"));
}
