//! Frozen bytes: one statement of every kind, and bytes that must be refused, each file named after its crime.
//!
//! A vector is never rewritten. `cargo test --test format vectors -- --ignored` writes those that are missing, after a
//! kind was appended or a new crime was thought of.

mod newer;
pub mod slips;
mod transparency;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use protokol::crypto::admitted::AdmittedKeys;
use protokol::crypto::hash::{FileDigest, TreeHash};
use protokol::crypto::key::PublicKey;
use protokol::domain::candidate::{CandidateWithdrawn, NominationApproved};
use protokol::domain::closing::{LedgerClosed, ResultCertified};
use protokol::domain::code::Code;
use protokol::domain::commission::{KeyRevoked, Member, MemberReplaced, Office};
use protokol::domain::complaint::{ComplaintDecided, ComplaintFiled, Outcome};
use protokol::domain::contest::{Contest, ContestCalled};
use protokol::domain::id::{EventHash, LedgerId};
use protokol::domain::manifest::{Deadline, LegalBasis, Predecessor, TurnoutSigners};
use protokol::domain::number::{BallotNumber, Count, Seat, Size, Total};
use protokol::domain::observer::{AccreditationWithdrawn, CopyContent, CopyFiled, ObserverAccredited, ObserverRole};
use protokol::domain::protocol::{
    Attachment, Dissent, Media, OpeningSealed, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted,
    RepeatVotingCalled, TurnoutReported, VotingFailed,
};
use protokol::domain::rules::decide;
use protokol::domain::state::State;
use protokol::domain::statement::{Body, Kind, LogKeyRotated, Statement};
use protokol::domain::summary::{Counters, SummaryCorrected, SummaryFigures, SummarySubmitted};
use protokol::ledger::envelope::Envelope;
use protokol::ledger::files::frame;
use protokol::ledger::submission::SignedStatement;

use crate::kit::tiny::*;

fn folder(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors").join(of)
}

/// Every kind once, with every optional field given somewhere.
fn bodies() -> Vec<Body> {
    let manifest = tiny_manifest();
    let mut founding = founding(manifest.clone(), "TOP");
    founding.predecessor =
        Some(Predecessor { origin: text("tiny.example/2025"), size: Size(3), root: TreeHash([9; 32]) });
    founding.manifest.legal_basis =
        Some(LegalBasis { reference: text("Decree 1"), date: Some(id("2026-03-01")), signatory: text("A. Head") });
    founding.manifest.deadlines = vec![Deadline { tier: id("precinct"), hours: 24 }];
    founding.manifest.turnout.signers = TurnoutSigners::Quorum;
    founding.manifest.turnout.hours = vec![id("10:00"), id("24:00")];
    founding.manifest.utc_offset = id("-03:30");
    founding.manifest.publish_not_before = Some(instant(START));
    let (event, reason) = (EventHash([7; 32]), || text("as was found"));
    let attachment = Attachment {
        name: text("page-1.jpg"),
        media: Media::Jpeg,
        bytes: 123_456,
        blake3: FileDigest([5; 32]),
        sha256: FileDigest([6; 32]),
    };
    let full = ProtocolSubmitted {
        completed_at: Some(instant(START)),
        dissent: vec![Dissent { seat: Seat(1), opinion: text("I dissent") }],
        attachments: vec![attachment.clone()],
        ..protocol("P1", &[7], &[(1, 5), (2, 2)])
    };
    let summary = SummarySubmitted {
        contest: id("round-1"),
        unit: id("TOP"),
        totals: SummaryFigures { items: vec![Some(Total(7)), None], votes: vec![(BallotNumber(1), Total(7))] },
        counters: Counters { units: 2, received: 1, taken_as_basis: 1, failed: 0, annulled: 0 },
        made_at: Size(4),
        left_out: vec![id("P2")],
        root: TreeHash([8; 32]),
        form_serial: text(""),
        completed_at: None,
    };
    let member = Member {
        seat: Seat(1),
        name: text("Günel Əliyeva"),
        office: Office::Deputy,
        nominated_by: text("a party"),
        key: key(("P1", "next")).public(),
    };
    let contest = Contest {
        id: id("round-2"),
        title: english("Second round"),
        unit: Some(id("P1")),
        polling_day: id("2026-05-24"),
    };
    vec![
        Body::ElectionCalled(founding),
        Body::ContestCalled(ContestCalled { decision: decision(), contest }),
        Body::LogKeyRotated(LogKeyRotated {
            old: text(&log_key(ORIGIN).verifier().to_string()),
            new: text(&log_key("log 2").verifier().to_string()),
            reason: reason(),
        }),
        Body::CommissionFormed(commission(&manifest, "P1", "precinct", Some("TOP"))),
        Body::MemberReplaced(MemberReplaced { unit: id("P1"), reason: reason(), member }),
        Body::KeyRevoked(KeyRevoked {
            unit: id("P1"),
            seat: Seat(1),
            key: key(("P1", "1")).public(),
            reason: reason(),
        }),
        Body::NominationApproved(NominationApproved {
            contest: id("round-1"),
            nominated_by: text("herself"),
            names: english("Ada Example"),
            decision: decision(),
        }),
        candidate(1, "Ada Example"),
        Body::CandidateWithdrawn(CandidateWithdrawn {
            contest: id("round-1"),
            number: BallotNumber(1),
            reason: reason(),
            decision: decision(),
        }),
        Body::ObserverAccredited(ObserverAccredited {
            observer: id("obs-1"),
            organisation: text("Watchers"),
            role: ObserverRole::Domestic,
            scope: id("TOP"),
            key: key(("TOP", "observer obs-1")).public(),
        }),
        Body::AccreditationWithdrawn(AccreditationWithdrawn { observer: id("obs-1"), reason: reason() }),
        Body::OpeningSealed(OpeningSealed { paper: paper("P1"), items: vec![Some(Count(u32::MAX)), None] }),
        Body::TurnoutReported(TurnoutReported {
            paper: paper("P1"),
            as_of: id("17:30"),
            voters: Count(6),
            stations: None,
        }),
        Body::ProtocolSubmitted(full.clone()),
        Body::ProtocolCorrected(ProtocolCorrected {
            replaces: event,
            reason: reason(),
            decision: decision(),
            protocol: full.clone(),
        }),
        Body::ProtocolAnnulled(ProtocolAnnulled {
            paper: paper("P1"),
            protocol: event,
            reason: reason(),
            decision: decision(),
        }),
        Body::VotingFailed(VotingFailed { paper: paper("P1"), reason: reason(), decision: decision() }),
        Body::RepeatVotingCalled(RepeatVotingCalled {
            paper: paper("P1"),
            day: id("2026-05-17"),
            reason: reason(),
            decision: decision(),
        }),
        Body::SummarySubmitted(summary.clone()),
        Body::SummaryCorrected(SummaryCorrected { replaces: event, reason: reason(), decision: decision(), summary }),
        Body::CopyFiled(CopyFiled {
            paper: paper("P1"),
            content: CopyContent::Handed { figures: full.figures, attachments: vec![attachment] },
        }),
        Body::ComplaintFiled(ComplaintFiled {
            against: event,
            subject: text("The copy was refused"),
            text_sha256: FileDigest([4; 32]),
        }),
        Body::ComplaintDecided(ComplaintDecided {
            complaint: event,
            outcome: Outcome::UpheldInPart,
            reason: reason(),
            decision: decision(),
        }),
        Body::ResultCertified(ResultCertified {
            contest: id("round-1"),
            body: text("the court"),
            elected: vec![BallotNumber(1)],
            nobody: false,
            decision: decision(),
        }),
        Body::LedgerClosed(LedgerClosed { decision: decision() }),
    ]
}

fn good() -> BTreeMap<String, Vec<u8>> {
    let statement = |body: Body| {
        let kind = body.kind();
        let ledger = if kind == Kind::ElectionCalled { LedgerId::UNFOUNDED } else { LedgerId([1; 32]) };
        let statement = Statement { ledger, said_at: instant(START), body };
        let name = format!("{:02}-{}", kind.number(), kind.name());
        (name, statement.encode().expect("fits an entry"))
    };
    bodies().into_iter().map(statement).collect()
}

/// A copy of the statement of a kind with one edit.
fn edited(kind: &str, edit: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = good().remove(kind).expect("a good vector");
    edit(&mut bytes);
    bytes
}

fn replace(bytes: &mut Vec<u8>, from: &[u8], to: &[u8]) {
    let at = bytes.windows(from.len()).position(|window| window == from).expect("it is in there");
    bytes.splice(at..at + from.len(), to.iter().copied());
}

/// A text or id in the codec.
fn coded(s: &[u8]) -> Vec<u8> {
    [&(s.len() as u64).to_le_bytes()[..], s].concat()
}

fn bad_statements() -> Vec<(&'static str, Code, Vec<u8>)> {
    let reason = |to: &[u8]| edited("17-VotingFailed", |b| replace(b, &coded(b"as was found"), &coded(to)));
    let unit = |to: &[u8]| edited("16-ProtocolAnnulled", |b| replace(b, &coded(b"P1"), &coded(to)));
    let day = |to: &[u8]| edited("18-RepeatVotingCalled", |b| replace(b, &coded(b"2026-05-17"), &coded(to)));
    let names = |list: &[(&[u8], &[u8])]| {
        let mut to = (list.len() as u64).to_le_bytes().to_vec();
        list.iter().for_each(|(language, name)| to.extend([coded(language), coded(name)].concat()));
        let from = [&1u64.to_le_bytes()[..], &coded(b"en"), &coded(b"Ada Example")].concat();
        edited("08-CandidateRegistered", |b| replace(b, &from, &to))
    };
    let offset = |to: i16| {
        edited("01-ElectionCalled", |b| {
            replace(b, &[coded(b"2026-05-10"), (-210i16).to_le_bytes().to_vec()].concat(), &{
                [coded(b"2026-05-10"), to.to_le_bytes().to_vec()].concat()
            })
        })
    };
    let languages: Vec<Vec<u8>> = (0..33u8).map(|n| vec![b'a', b'a' + n / 26, b'a' + n % 26]).collect();
    let too_many: Vec<(&[u8], &[u8])> = languages.iter().map(|l| (&l[..], &b"Ada"[..])).collect();
    let closed = "25-LedgerClosed";
    let date = [&[1][..], &coded(b"2026-05-01")].concat();
    let r35: Vec<(&'static str, Vec<u8>)> = vec![
        ("trailing-byte", edited(closed, |b| b.push(0))),
        ("header-cut-short", edited(closed, |b| b.truncate(43))),
        ("body-missing", edited(closed, |b| b.truncate(44))),
        ("body-cut-short", edited(closed, |b| b.truncate(b.len() - 1))),
        (
            "said-after-the-year-9999",
            edited(closed, |b| b[36..44].copy_from_slice(&253_402_300_800_000u64.to_le_bytes())),
        ),
        ("option-tag-2", edited(closed, |b| replace(b, &date, &[&[2][..], &coded(b"2026-05-01")].concat()))),
        ("option-none-with-value", edited(closed, |b| replace(b, &date, &[&[0][..], &coded(b"2026-05-01")].concat()))),
        (
            "bool-2",
            edited("01-ElectionCalled", |b| {
                let signatory = [coded(b"A. Head"), vec![1]].concat();
                replace(b, &signatory, &[coded(b"A. Head"), vec![2]].concat());
            }),
        ),
        ("enum-variant-in-one-byte", edited("23-ComplaintDecided", |b| replace(b, &[1, 0, 0, 0, 12], &[1, 12]))),
        ("string-length-in-one-byte", edited(closed, |b| replace(b, &coded(b"1/1"), b"\x031/1"))),
        ("string-length-in-big-endian", edited(closed, |b| replace(b, &3u64.to_le_bytes(), &3u64.to_be_bytes()))),
        ("string-longer-than-the-bytes", edited(closed, |b| replace(b, &coded(b"1/1"), b"\xff\0\0\0\0\0\0\x001/1"))),
        (
            "string-length-beyond-every-memory",
            edited(closed, |b| replace(b, &coded(b"1/1"), b"\xff\xff\xff\xff\xff\xff\xff\xff1/1")),
        ),
        (
            "list-longer-than-the-bytes",
            edited("12-OpeningSealed", |b| replace(b, &2u64.to_le_bytes(), &3u64.to_le_bytes())),
        ),
        (
            "list-length-beyond-every-memory",
            edited("12-OpeningSealed", |b| {
                let at = b.len() - 14;
                b[at..at + 8].copy_from_slice(&(u64::MAX / 2).to_le_bytes());
            }),
        ),
        ("text-not-utf8", reason(b"\xff\xfe")),
        ("text-overlong-utf8", reason(b"a\xc0\xaf")),
        ("text-surrogate", reason(b"a\xed\xa0\x80")),
        ("text-of-two-lines", reason(b"two\nlines")),
        ("text-with-a-null", reason(b"a\0b")),
        ("text-with-c1-control", reason("a\u{85}b".as_bytes())),
        ("text-right-to-left-override", reason("a\u{202e}b".as_bytes())),
        ("text-zero-width-space", reason("a\u{200b}b".as_bytes())),
        ("text-no-break-space", reason("a\u{a0}b".as_bytes())),
        ("text-tag-character", reason("a\u{e0041}b".as_bytes())),
        ("text-noncharacter", reason("a\u{1fffe}b".as_bytes())),
        ("text-leading-space", reason(b" padded")),
        ("text-trailing-space", reason(b"padded ")),
        ("text-of-2001-bytes", reason(&[b'a'; 2001])),
        ("unit-empty", unit(b"")),
        ("unit-of-33-bytes", unit(&[b'A'; 33])),
        ("unit-with-a-slash", unit(b"P/1")),
        ("unit-with-a-letter-beyond-ascii", unit("Ə1".as_bytes())),
        (
            "observer-of-65-bytes",
            edited("11-AccreditationWithdrawn", |b| replace(b, &coded(b"obs-1"), &coded(&[b'o'; 65]))),
        ),
        ("day-without-leading-zero", day(b"2026-5-17")),
        ("day-with-a-sign", day(b"+026-05-17")),
        ("day-that-does-not-exist", day(b"2026-02-29")),
        ("day-of-the-year-0", day(b"0000-01-01")),
        ("day-with-other-separators", day(b"2026/05/17")),
        (
            "hour-after-24-00",
            edited("13-TurnoutReported", |b| replace(b, &1050u16.to_le_bytes(), &1441u16.to_le_bytes())),
        ),
        ("offset-of-a-whole-day", offset(1440)),
        ("offset-of-a-whole-day-west", offset(-1440)),
        ("language-in-capitals", names(&[(b"EN", b"Ada")])),
        ("language-of-four-letters", names(&[(b"engl", b"Ada")])),
        ("languages-out-of-order", names(&[(b"en", b"Ada"), (b"az", b"Ada")])),
        ("language-twice", names(&[(b"en", b"Ada"), (b"en", b"Bea")])),
        ("languages-33", names(&too_many)),
    ];
    let mut list: Vec<_> = r35.into_iter().map(|(name, bytes)| (name, Code::R35, bytes)).collect();
    list.extend(newer::statements());
    list.extend([
        (
            "unknown-enum-variant",
            Code::R36,
            edited("23-ComplaintDecided", |b| replace(b, &[1, 0, 0, 0, 12], &[4, 0, 0, 0, 12])),
        ),
        ("version-2", Code::R36, edited(closed, |b| b[0] = 2)),
        ("version-0", Code::R36, edited(closed, |b| b[0] = 0)),
        ("version-in-big-endian", Code::R36, edited(closed, |b| b[..2].copy_from_slice(&[0, 1]))),
        ("kind-0", Code::R36, edited(closed, |b| b[2] = 0)),
        ("kind-26", Code::R36, edited(closed, |b| b[2] = 26)),
        (
            "kind-unknown-and-body-garbled",
            Code::R36,
            edited(closed, |b| {
                b[3] = 1;
                b.truncate(50);
            }),
        ),
    ]);
    list
}

/// The founding act with another key in its only seat, signed by that seat's demonstration key all the same.
fn enrolling(key_bytes: &str) -> Vec<u8> {
    let mut bytes = good().remove("01-ElectionCalled").expect("a good vector");
    let other: PublicKey = key_bytes.parse().expect("64 hexadecimal digits");
    replace(&mut bytes, &key(("TOP", "1")).public().0, &other.0);
    submission_of(&bytes, &[("TOP", "1")])
}

fn bad_submissions() -> Vec<(&'static str, Code, Vec<u8>)> {
    let statement = good().remove("25-LedgerClosed").expect("a good vector");
    let whole = submission_of(&statement, &[("TOP", "1"), ("TOP", "2")]);
    let signatures = 4 + statement.len() + 2;
    let edited = |edit: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = whole.clone();
        edit(&mut bytes);
        bytes
    };
    let pair = |n: usize| whole[signatures + 96 * n..signatures + 96 * (n + 1)].to_vec();
    // S + L, the same number modulo the group's order: what lax libraries let through.
    let plus_order = |bytes: &mut Vec<u8>| {
        let order = "edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010";
        let order: PublicKey = order.parse().expect("64 hexadecimal digits");
        let s = &mut bytes[signatures + 64..signatures + 96];
        let mut carry = 0u16;
        for (byte, add) in s.iter_mut().zip(order.0) {
            carry += u16::from(*byte) + u16::from(add);
            *byte = (carry & 0xff) as u8;
            carry >>= 8;
        }
    };
    let newer = edited_statement(&statement, |b| b[0] = 2);
    vec![
        ("empty", Code::R35, Vec::new()),
        ("trailing-byte", Code::R35, edited(&|b| b.push(0))),
        ("cut-short", Code::R35, edited(&|b| b.truncate(b.len() - 1))),
        ("statement-longer-than-the-bytes", Code::R35, edited(&|b| b[3] = 1)),
        ("count-one-too-many", Code::R35, edited(&|b| b[signatures - 2] = 3)),
        ("count-one-too-few", Code::R35, edited(&|b| b[signatures - 2] = 1)),
        ("too-long", Code::R37, vec![0; 65_488]),
        ("keys-descend", Code::R34, edited(&|b| b[signatures..].copy_from_slice(&[pair(1), pair(0)].concat()))),
        ("key-twice", Code::R34, edited(&|b| b[signatures + 96..].copy_from_slice(&pair(0)))),
        ("signature-flipped-bit", Code::R33, edited(&|b| b[signatures + 40] ^= 1)),
        (
            "signature-of-another-key",
            Code::R33,
            edited(&|b| {
                let (first, second) = (pair(0), pair(1));
                b[signatures + 32..signatures + 96].copy_from_slice(&second[32..]);
                b[signatures + 128..].copy_from_slice(&first[32..]);
            }),
        ),
        ("signature-s-plus-the-order", Code::R33, edited(&|b| plus_order(b))),
        ("signature-without-context", Code::R33, {
            let mut bytes = submission_of(&statement, &[("TOP", "1")]);
            let at = bytes.len() - 64;
            let signature = key(("TOP", "1")).sign(&statement).to_bytes();
            bytes[at..].copy_from_slice(&signature);
            bytes
        }),
        ("statement-of-a-newer-version", Code::R36, submission_of(&newer, &[("TOP", "1")])),
        (
            "enrols-the-neutral-point",
            Code::R30,
            enrolling("0100000000000000000000000000000000000000000000000000000000000000"),
        ),
        (
            "enrols-a-point-of-order-8",
            Code::R30,
            enrolling("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
        ),
        (
            "enrols-a-second-spelling",
            Code::R30,
            enrolling("f3ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        ),
        ("enrols-no-point", Code::R30, enrolling("0200000000000000000000000000000000000000000000000000000000000000")),
        ("enrols-a-key-with-torsion", Code::R30, enrolling(TORSION)),
        (
            "enrols-zero-with-a-sign",
            Code::R30,
            enrolling("0100000000000000000000000000000000000000000000000000000000000080"),
        ),
    ]
}

/// The base point plus the point of order 2: on the curve, of large order, and outside the group that signs.
const TORSION: &str = "9599999999999999999999999999999999999999999999999999999999999999";

fn edited_statement(statement: &[u8], edit: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = statement.to_vec();
    edit(&mut bytes);
    bytes
}

fn bad_envelopes() -> Vec<(&'static str, Code, Vec<u8>)> {
    let year_10000 = [&[0; 40][..], &253_402_300_800_000u64.to_le_bytes()].concat();
    vec![
        ("empty", Code::V3, Vec::new()),
        ("of-47-bytes", Code::V3, vec![0; 47]),
        ("of-65536-bytes", Code::V3, vec![0; 65_536]),
        ("arrival-after-the-year-9999", Code::V3, year_10000),
    ]
}

fn bad_frames() -> Vec<(&'static str, Code, Vec<u8>)> {
    let whole = frame::encode(protokol::domain::number::Sequence(0), &[vec![1; 3], vec![2; 5]]);
    let edited = |edit: &dyn Fn(&mut Vec<u8>), sum: bool| {
        let mut bytes = whole.clone();
        edit(&mut bytes);
        if sum {
            let crc = crc32c::crc32c_append(crc32c::crc32c(&bytes[..20]), &bytes[24..]);
            bytes[20..24].copy_from_slice(&crc.to_le_bytes());
        }
        bytes
    };
    vec![
        ("empty", Code::V1, Vec::new()),
        ("header-cut-short", Code::V1, whole[..23].to_vec()),
        ("payload-cut-short", Code::V1, whole[..whole.len() - 1].to_vec()),
        ("other-magic", Code::V1, edited(&|b| b[3] = b'2', true)),
        ("flipped-bit", Code::V1, edited(&|b| b[30] ^= 1, false)),
        ("flipped-bit-in-the-sequence", Code::V1, edited(&|b| b[8] ^= 1, false)),
        ("no-envelopes", Code::V1, edited(&|b| b[16] = 0, true)),
        ("257-envelopes", Code::V1, edited(&|b| b[16..18].copy_from_slice(&[1, 1]), true)),
        ("count-one-too-many", Code::V1, edited(&|b| b[16] = 3, true)),
        ("count-one-too-few", Code::V1, edited(&|b| b[16] = 1, true)),
        ("envelope-longer-than-the-payload", Code::V1, edited(&|b| b[24] = 200, true)),
    ]
}

type Crimes = Vec<(&'static str, Code, Vec<u8>)>;

fn bad() -> Vec<(&'static str, Crimes)> {
    let ours = [
        ("statement", bad_statements()),
        ("submission", bad_submissions()),
        ("founding", newer::foundings()),
        ("envelope", bad_envelopes()),
        ("frame", bad_frames()),
        ("slip", slips::bad()),
    ];
    ours.into_iter().chain(transparency::bad()).collect()
}

/// How the files of a sort end: `hex` where they are hexadecimal digits.
fn ending(sort: &str) -> &'static str {
    if sort == "slip" {
        return "slip";
    }
    transparency::ENDINGS.iter().find(|(name, _)| *name == sort).map_or("hex", |(_, ending)| ending)
}

/// What the library says of bad bytes of a sort.
fn judge(sort: &str, bytes: &[u8]) -> Option<Code> {
    match sort {
        "statement" => Statement::decode(bytes)
            .err()
            .map(|error| protokol::ledger::submission::SubmissionError::from(error).code()),
        "submission" => {
            let signed = SignedStatement::decode(bytes);
            signed.and_then(|signed| signed.open(&AdmittedKeys::default())).err().map(|error| error.code())
        }
        "founding" => {
            let signed = SignedStatement::decode(bytes).expect("a submission");
            let opened = signed.open(&AdmittedKeys::default()).expect("a sound one");
            decide(&State::default(), &opened.submission, instant(START)).err().map(|rejection| rejection.code())
        }
        "envelope" => Envelope::decode(bytes).err().map(|_| Code::V3),
        "frame" => frame::decode(bytes).err().map(|_| Code::V1),
        "slip" => slips::judge(bytes),
        other => transparency::judge(other, bytes),
    }
}

fn to_file(sort: &str, code: Option<Code>, bytes: &[u8]) -> Vec<u8> {
    let head = code.map_or(String::new(), |code| format!("# {code}\n"));
    if ending(sort) != "hex" {
        return [head.as_bytes(), bytes].concat();
    }
    let digits = hex::encode(bytes);
    let lines: Vec<&str> = digits.as_bytes().chunks(96).map(|l| std::str::from_utf8(l).expect("digits")).collect();
    format!("{head}{}\n", lines.join("\n")).into_bytes()
}

fn read(path: &Path) -> (Option<Code>, Vec<u8>) {
    let file = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if path.extension().is_some_and(|ending| ending != "hex") {
        let end = file.iter().position(|byte| *byte == b'\n').expect("a line with the verdict");
        let code = std::str::from_utf8(&file[..end]).expect("a text").strip_prefix("# ").expect("the verdict");
        return (code.parse().ok(), file[end + 1..].to_vec());
    }
    let file = String::from_utf8(file).expect("hexadecimal digits");
    let (head, digits): (Vec<&str>, Vec<&str>) = file.lines().partition(|line| line.starts_with('#'));
    let code = head.first().map(|line| line[2..].parse().expect("a code"));
    (code, hex::decode(digits.concat()).expect("hexadecimal digits"))
}

fn files(of: &str) -> BTreeMap<String, PathBuf> {
    let entries = fs::read_dir(folder(of)).expect("the vectors are there");
    let paths = entries.map(|entry| entry.expect("readable").path());
    paths.map(|path| (path.file_stem().expect("a name").to_string_lossy().into_owned(), path)).collect()
}

#[test]
fn every_kind_has_a_frozen_statement() {
    let names: Vec<String> = Kind::ALL.iter().map(|kind| format!("{:02}-{}", kind.number(), kind.name())).collect();
    assert_eq!(files("good").into_keys().collect::<Vec<_>>(), names);
}

#[test]
fn good_bytes_are_what_the_library_makes_and_reads() {
    for (name, made) in good() {
        let (_, frozen) = read(&folder("good").join(format!("{name}.hex")));
        assert_eq!(hex::encode(&made), hex::encode(&frozen), "{name}: the bytes of an old ledger changed");
        let statement = Statement::decode(&frozen).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(statement.encode().expect("fits"), frozen, "{name}");
    }
}

#[test]
fn bad_bytes_are_refused_under_their_code() {
    for (sort, crimes) in bad() {
        let frozen = files(&format!("bad/{sort}"));
        assert_eq!(frozen.len(), crimes.len(), "{sort}: every crime has a file");
        for (name, path) in frozen {
            let (code, bytes) = read(&path);
            assert!(code.is_some() && judge(sort, &bytes) == code, "{sort}/{name}");
        }
    }
}

/// Each bit of a good statement, flipped: it is refused, or it says something else and in its only spelling.
#[test]
fn no_flipped_bit_goes_unseen() {
    for (name, bytes) in good() {
        let statement = Statement::decode(&bytes).expect("good");
        for bit in 0..bytes.len() * 8 {
            let mut flipped = bytes.clone();
            flipped[bit / 8] ^= 1 << (bit % 8);
            if let Ok(other) = Statement::decode(&flipped) {
                assert_ne!(other, statement, "{name}, bit {bit}");
                assert_eq!(other.encode().expect("fits"), flipped, "{name}, bit {bit}");
            }
        }
    }
}

#[test]
#[ignore = "writes the vectors that are missing, and never rewrites one"]
fn write_missing_vectors() {
    let write = |path: PathBuf, sort: &str, code: Option<Code>, bytes: &[u8]| {
        fs::create_dir_all(path.parent().expect("a folder")).expect("writable");
        if !path.exists() {
            fs::write(path, to_file(sort, code, bytes)).expect("writable");
        }
    };
    for (name, bytes) in good() {
        write(folder("good").join(format!("{name}.hex")), "statement", None, &bytes);
    }
    for (sort, crimes) in bad() {
        for (name, code, bytes) in crimes {
            assert_eq!(judge(sort, &bytes), Some(code), "{sort}/{name}");
            let file = folder(&format!("bad/{sort}")).join(format!("{name}.{}", ending(sort)));
            write(file, sort, Some(code), &bytes);
        }
    }
    for (name, slip) in slips::good() {
        let file = folder("slip").join(format!("{name}.slip"));
        fs::create_dir_all(folder("slip")).expect("writable");
        if !file.exists() {
            fs::write(file, slip.to_string()).expect("writable");
        }
    }
    let future = folder("clock").join("cosignature-of-the-year-2100.checkpoint");
    write(future, "checkpoint", Some(Code::V13), &transparency::from_the_future());
}
