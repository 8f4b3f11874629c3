//! Numbers that leave with their proofs, and what convicts a log that signed false ones: true files say what is true, and no
//! byte, line or part of another file makes them say anything else.

use std::collections::BTreeMap;

use protokol::crypto::hash::TreeHash;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::crypto::transfer::TransferChange;
use protokol::crypto::vkey::KeyKind;
use protokol::domain::code::Code;
use protokol::domain::number::{Sequence, Size};
use protokol::domain::statement::Body;
use protokol::ledger::files::fold::FoldEvidence;
use protokol::ledger::files::rows_proof::{Claim, NotARowsProof, RowsProof, RowsUnproved};
use protokol::ledger::files::two_snapshots::TwoSnapshots;
use protokol::ledger::files::unnamed::{InLog, UnnamedEvidence};
use protokol::ledger::note::policy::Policy;
use protokol::ledger::note::snapshot::{SignedSnapshot, Snapshot};
use protokol::ledger::rows::key::RowKey;
use protokol::ledger::rows::node::RowHash;
use protokol::ledger::rows::prove::Asked;
use protokol::ledger::tree::merkle::Tree;
use protokol::ledger::tree::node::leaf_hash;
use protokol::text::{self, Lang};
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::fault::Verdict;
use protokol::verify::misconduct::{Misconduct, MisconductReport, NotProved, check};
use protokol::verify::rows_proof::{self, RowsProofReport};

use crate::kit::numbers::{Numbers, all, row};
use crate::kit::tiny::*;

/// The worked example, and a second precinct that has sent nothing.
fn ledger() -> Ledger {
    let mut ledger = Ledger::tiny();
    let silent = commission(&tiny_manifest(), "P2", "precinct", Some("TOP"));
    ledger.say(Body::CommissionFormed(silent), &[("TOP", "1")]).expect("admissible");
    ledger
}

fn truth() -> Numbers {
    numbers(&ledger())
}

fn numbers(ledger: &Ledger) -> Numbers {
    Numbers::of(&ledger.entries, log_key(ORIGIN))
}

/// A log that moves a vote in its rows and signs that.
fn lie() -> Numbers {
    truth().lying("votes 1 7", "votes 1 8")
}

fn asked() -> Vec<Asked> {
    vec![
        row("total/round-1/TOP"),
        row("paper/round-1/P1"),
        row("paper/round-1/P2"),
        row("candidate/round-1/00001"),
        row("unit/P3"),
        all("below/TOP/"),
        all("copy/round-1/P1/"),
    ]
}

/// A proof of rows of every kind, and of the absence of each: made up, for its words.
pub fn every_kind() -> RowsProof {
    let line = format!("3 {} P1:1\n", "0".repeat(64));
    let total = "expected 1200\nin-force 2\nawaited 1\nannulled 1\nfailed 1\ncorrected 1\nitem valid_votes 61044\n\
                 votes 1 26737\nvotes 5 1\nvoters 61044\nvoters-without-result 12\nturnout 17:00 20711 71\ncode D2 21\n\
                 code S1 1\n";
    let rows = [
        ("below/TOP/P1", "precinct\n"),
        ("candidate/round-1/00001", &line),
        ("contest/round-1", &line),
        ("copy/round-1/P1/ngo", &line),
        ("finding/round-1/P1", "E1 error -\ncell 7 8 a - b\nD2 warning -\n"),
        ("paper/round-1/P1", &line),
        ("summary/round-1/TOP", &line),
        ("total/round-1/TOP", total),
        ("unit/P1", &line),
    ];
    let rows: BTreeMap<RowKey, String> = rows.into_iter().map(|(key, value)| (id(key), value.to_owned())).collect();
    let absent = [
        "candidate/round-1/00002",
        "copy/round-1/P2/ngo",
        "finding/round-1/P2",
        "paper/round-1/P2",
        "summary/round-1/P2",
        "total/round-1/P2",
        "unit/P2",
    ];
    let prefixes =
        ["below/P1/", "below/TOP/", "copy/round-1/P1/", "copy/round-1/P2/", "election", "unit/", "total/round-1/"];
    let asked: Vec<_> = rows.keys().cloned().map(Asked::Row).chain(absent.map(row)).chain(prefixes.map(all)).collect();
    Numbers { rows, ..truth() }.prove(&asked, &[])
}

/// Evidence of each kind that convicts.
pub fn convictions() -> Vec<MisconductReport> {
    let mut moved = truth();
    moved.checkpoint.root = ledger().checkpoint(4).checkpoint().root;
    let keys = [moved.log.verifier().clone()];
    let roots = TwoSnapshots::new(&keys, truth().snapshot(), moved.snapshot());
    let unnamed = Misconduct::Unnamed(Box::new(unnamed()));
    [Misconduct::Snapshots(two()), Misconduct::Snapshots(roots), Misconduct::Fold(fold()), unnamed]
        .map(convicted)
        .into()
}

fn proof() -> RowsProof {
    truth().prove(&asked(), &[2, 3])
}

fn policy_of(log: &NoteSigner, more: &str) -> Policy {
    Policy::parse(&format!("log {}\n{more}", log.verifier())).expect("a policy")
}

fn policy() -> Policy {
    policy_of(&log_key(ORIGIN), "quorum none\n")
}

fn judged(proof: RowsProof, policy: &Policy) -> RowsProofReport {
    rows_proof::check(proof, policy)
}

fn codes(report: &RowsProofReport) -> Vec<Code> {
    report.faults.iter().map(protokol::verify::fault::Fault::code).collect()
}

#[test]
fn a_proof_says_what_was_and_what_was_not_there() {
    let proof = proof();
    assert_eq!(RowsProof::parse(proof.to_string().as_bytes()).as_ref(), Ok(&proof));
    let report = judged(proof, &policy());
    assert_eq!(codes(&report), []);
    assert_eq!(report.verdict(), Verdict::Verified);
    let said = text::claims(Lang::En, &report.proof).concat();
    for sentence in [
        "at size 5 the total of candidate 1 (Ada Example) in unit TOP was 7, contest round-1",
        "at size 5 the total of item valid_votes in unit TOP was 7, contest round-1",
        "at size 5 unit P2 had sent nothing in contest round-1",
        "at size 5 unit TOP had these 2 units below it and no others: P1, P2",
        "at size 5 there was no unit P3",
        "at size 5 no observer had filed a copy of unit P1 in contest round-1",
        "at size 5 these events were recorded of unit P1 in contest round-1: 3",
    ] {
        assert!(said.iter().any(|line| line == sentence), "{sentence}\n{said:#?}");
    }
    for lang in Lang::ALL {
        assert!(text::claims(*lang, &report.proof).concat().len() == said.len(), "{lang}");
    }
}

/// Whatever is done to a file, it is refused, or all that it says is true under the same snapshot.
fn is_harmless(bytes: &[u8], report: &RowsProofReport) -> bool {
    let Ok(other) = RowsProof::parse(bytes) else { return true };
    let other = judged(other, &policy());
    if other.verdict() != Verdict::Verified {
        return true;
    }
    let (proof, rows) = (&other.proof, truth().rows);
    let shown = proof.rows().shown();
    let is_true = |claim: &Claim| match claim {
        Claim::Row(key) => rows.contains_key(key),
        Claim::None(key) => !rows.contains_key(key),
        Claim::All(prefix) => {
            let of = |key: &&RowKey| key.as_str().starts_with(prefix);
            let told: Vec<_> = shown.iter().map(|(key, _)| *key).filter(of).collect();
            told == rows.keys().filter(of).collect::<Vec<_>>()
        }
    };
    proof.snapshot().snapshot() == report.proof.snapshot().snapshot()
        && proof.claims().iter().all(is_true)
        && shown.iter().all(|(key, value)| rows.get(*key).map(String::as_str) == Some(*value))
        && proof.events().iter().all(|event| report.proof.events().contains(event))
}

#[test]
fn no_byte_of_a_proof_can_be_changed_so_that_it_says_something_else() {
    let report = judged(proof(), &policy());
    let bytes = report.proof.to_string().into_bytes();
    let mut read = 0;
    for at in 0..bytes.len() {
        for flip in [1, 16] {
            let mut turned = bytes.clone();
            turned[at] ^= flip;
            read += usize::from(RowsProof::parse(&turned).is_ok());
            assert!(is_harmless(&turned, &report), "bit {flip} of byte {at}");
        }
    }
    assert!(read > 100, "only {read} were read at all");
}

#[test]
fn no_line_of_a_proof_can_be_dropped_doubled_or_moved_so_that_it_says_something_else() {
    let report = judged(proof(), &policy());
    let text = report.proof.to_string();
    let lines: Vec<_> = text.split_inclusive('\n').collect();
    for at in 0..lines.len() {
        let mut dropped = lines.clone();
        dropped.remove(at);
        assert!(is_harmless(dropped.concat().as_bytes(), &report), "without line {at}: {}", lines[at]);
        let mut doubled = lines.clone();
        doubled.insert(at, lines[at]);
        assert!(is_harmless(doubled.concat().as_bytes(), &report), "line {at} twice: {}", lines[at]);
        for other in (at + 1..lines.len()).step_by(3) {
            let mut moved = lines.clone();
            moved.swap(at, other);
            assert!(is_harmless(moved.concat().as_bytes(), &report), "lines {at} and {other}");
        }
    }
}

#[test]
fn what_a_proof_does_not_show_is_v31_and_is_not_told() {
    let text = proof().to_string();
    let read = |text: String| RowsProof::parse(text.as_bytes()).expect("its form is right");
    let cases = [
        ("votes 1 7", "votes 1 8", RowsUnproved::OtherRoot),
        ("none paper/round-1/P2", "row paper/round-1/P2", {
            RowsUnproved::NotShown(Claim::Row("paper/round-1/P2".parse().expect("a key")))
        }),
        ("none unit/P3", "none unit/P1", RowsUnproved::NotShown(Claim::None("unit/P1".parse().expect("a key")))),
        ("all below/TOP/", "all total/", RowsUnproved::NotShown(Claim::All("total/".to_owned()))),
    ];
    for (old, new, expected) in cases {
        assert!(text.contains(old), "{old}");
        let lines: Vec<_> = text.split('\n').map(|line| line.replace(old, new)).collect();
        let mut lines: Vec<_> = lines.iter().map(String::as_str).collect();
        let claims = 4..4 + proof().claims().len();
        lines[claims].sort_unstable();
        let changed = read(lines.join("\n"));
        assert_eq!(changed.verify(), Err(expected), "{new}");
        let report = judged(changed, &policy());
        assert_eq!(codes(&report), [Code::V31], "{new}");
        assert_eq!(report.verdict(), Verdict::Failed);
    }
}

#[test]
fn a_proof_under_another_key_or_of_another_state_proves_nothing() {
    let stranger = log_key("another");
    assert_eq!(codes(&judged(proof(), &policy_of(&stranger, "quorum none\n"))), [Code::V12]);

    // The snapshot of one key, the checkpoint of another: a policy that knows both is not content.
    let (ledger, proof) = (ledger(), proof());
    let theirs = Numbers { log: log_key("another"), ..truth() }.snapshot().to_string();
    let with = |snapshot: &str, checkpoint: &str| {
        let text = proof.to_string();
        let (head, tree) =
            text.split_once("\n\n").map(|(head, rest)| (head, rest.split("\n\n").next())).expect("parts");
        let head: Vec<_> = head.lines().collect();
        let lengths = format!("snapshot {}\ncheckpoint {}", snapshot.len(), checkpoint.len());
        let head = [&head[..2].join("\n"), &lengths, &head[4..].join("\n")].map(String::as_str).join("\n");
        let text = format!("{head}\n\n{}\n\n{snapshot}{checkpoint}", tree.expect("a tree"));
        RowsProof::parse(text.as_bytes()).expect("its form is right")
    };
    let both = format!("log {}\nlog {}\nquorum none\n", ledger.log.verifier(), stranger.verifier());
    let both = Policy::parse(&both).expect("a policy");
    let checkpoint = proof.checkpoint().to_string();
    assert_eq!(codes(&judged(with(&theirs, &checkpoint), &both)), [Code::V8]);

    // A genuine snapshot under a genuine checkpoint of another size.
    let smaller = ledger.checkpoint(4).to_string();
    let report = judged(with(&proof.snapshot().to_string(), &smaller), &policy());
    assert_eq!(codes(&report), [Code::V31]);
    assert_eq!(report.proof.verify(), Err(RowsUnproved::OtherState));
}

#[test]
fn a_proof_whose_witnesses_are_too_few_is_not_enough() {
    let witness = NoteSigner::new(id("ngo.example/recomputed"), key((LOG, "witness")));
    let cosigner = witness.verifier().spelled(KeyKind::Cosigner);
    let numbers = policy_of(&log_key(ORIGIN), &format!("witness ngo {cosigner}\nquorum none\nnumbers ngo\n"));
    let report = judged(proof(), &numbers);
    assert_eq!((codes(&report), report.verdict()), (vec![Code::V32], Verdict::Insufficient));

    let line = proof().snapshot().cosign(&witness, 1_778_443_200.try_into().expect("in range"));
    let signed = format!("{}{line}\n", proof().snapshot());
    let text = proof().to_string();
    let old = proof().snapshot().to_string();
    let text = text.replace(&old, &signed).replacen(
        &format!("snapshot {}\n", old.len()),
        &format!("snapshot {}\n", signed.len()),
        1,
    );
    let report = judged(RowsProof::parse(text.as_bytes()).expect("a proof"), &numbers);
    assert_eq!((codes(&report), report.recomputed_by.clone()), (vec![], vec!["ngo".to_owned()]));
}

#[test]
fn a_proof_that_a_mail_program_changed_is_told_as_that() {
    let text = proof().to_string();
    let changed = |text: String| RowsProof::parse(text.as_bytes());
    let cases = [
        (text.replace('\n', "\r\n"), TransferChange::LineEnds),
        (text.replace("— ", "- "), TransferChange::Dash),
        (text.replace("— ", ""), TransferChange::Dash),
        (format!("\u{feff}{text}"), TransferChange::ByteOrderMark),
        (text.trim_end().to_owned(), TransferChange::LastLineEnd),
    ];
    for (sent, change) in cases {
        assert_eq!(changed(sent), Err(NotARowsProof::Changed(change)));
    }
    // Whatever it says, a file that was changed on its way is only asked for again.
    let lying = changed(text.replace("votes 1 7", "votes 1 8").replace('\n', "\r\n"));
    assert_eq!(lying, Err(NotARowsProof::Changed(TransferChange::LineEnds)));
}

fn convicted(evidence: Misconduct) -> MisconductReport {
    check(evidence, &TrustAnchors { policy: Some(&policy()), expected: None }, Serial)
}

fn two() -> TwoSnapshots {
    let (truth, lie) = (truth(), lie());
    let keys = [log_key("another").verifier().clone(), truth.log.verifier().clone()];
    TwoSnapshots::new(&keys, truth.snapshot(), lie.snapshot())
}

fn fold() -> FoldEvidence {
    let lie = lie();
    FoldEvidence::new(lie.log.verifier().clone(), ledger().entries, lie.snapshot())
}

/// A log whose rows leave out the protocol of P1, and all that comes of it.
fn unnamed() -> UnnamedEvidence {
    truth().without(Sequence(3)).unnamed(None, Sequence(3))
}

#[test]
fn an_event_that_is_left_out_convicts_a_log() {
    let evidence = unnamed();
    assert_eq!(UnnamedEvidence::parse(evidence.to_string().as_bytes()).as_ref(), Ok(&evidence));
    assert!(evidence.to_string().len() < 6000, "{} bytes", evidence.to_string().len());
    let report = convicted(Misconduct::Unnamed(Box::new(evidence)));
    assert_eq!((report.proved.clone(), report.verdict()), (Ok(()), Verdict::Verified));
    for lang in Lang::ALL {
        assert_eq!(text::misconduct(*lang, &report).len(), 2, "{lang}");
    }
    let stranger = policy_of(&log_key("another"), "quorum none\n");
    let report = check(report.evidence, &TrustAnchors { policy: Some(&stranger), expected: None }, Serial);
    assert_eq!((report.verdict(), report.faults[0].code()), (Verdict::Failed, Code::V12));
}

#[test]
fn a_log_whose_rows_name_its_events_is_convicted_by_none() {
    let said = |evidence| convicted(Misconduct::Unnamed(Box::new(evidence))).proved;
    for at in (0..5).map(Sequence) {
        assert_eq!(said(truth().unnamed(None, at)), Err(NotProved::Named(at)));
        // Rows of a lie under the true snapshot, and true rows under that of a lie.
        let (lie, truth) = (truth().without(at).unnamed(None, at), truth().unnamed(None, at));
        let under = |one: &UnnamedEvidence, other: &UnnamedEvidence| {
            UnnamedEvidence::new(one.key().clone(), one.events().clone(), other.rows().clone(), one.snapshot().clone())
        };
        assert_eq!([said(under(&truth, &lie)), said(under(&lie, &truth))], [const { Err(NotProved::OtherRows) }; 2]);
        // Another row than the one that would name it.
        let shown = self::truth().without(at).shown(&[row("unit/nowhere")]);
        let hidden =
            UnnamedEvidence::new(lie.key().clone(), lie.events().clone(), shown.clone(), lie.snapshot().clone());
        let is_shown = shown.rows().is_some();
        assert_eq!(said(hidden), if is_shown { Ok(()) } else { Err(NotProved::RowNotShown(at)) }, "event {at}");
    }
    // A stranger signs a lie over the events of a log: they name its key, and not his.
    let framed = |seat: &str, rotated| {
        let lie = truth().without(Sequence(3));
        Numbers { log: log_key(seat), ..lie }.unnamed(rotated, Sequence(3))
    };
    assert_eq!(said(framed("another", None)), Err(NotProved::OtherKey));
    assert_eq!(said(framed("another", Some(Sequence(2)))), Err(NotProved::OtherKey));
    assert_eq!(said(framed(ORIGIN, None)), Ok(()));
    // What is in no log.
    let mut events = unnamed().events().clone();
    events.left_out.entry[60] ^= 1;
    let lie = unnamed();
    let forged = UnnamedEvidence::new(lie.key().clone(), events, lie.rows().clone(), lie.snapshot().clone());
    assert_eq!(said(forged), Err(NotProved::OtherEvents));
}

#[test]
fn no_bit_of_an_event_that_is_left_out_can_be_turned() {
    let bytes = unnamed().to_string().into_bytes();
    let mut read = 0;
    for at in (0..bytes.len() * 8).step_by(3) {
        let mut turned = bytes.clone();
        turned[at / 8] ^= 1 << (at % 8);
        if let Ok(other) = UnnamedEvidence::parse(&turned) {
            read += 1;
            let verdict = convicted(Misconduct::Unnamed(Box::new(other))).verdict();
            assert_ne!(verdict, Verdict::Verified, "bit {at}");
        }
    }
    assert!(read > 100, "only {read} were read at all");
}

/// What a newer program made may have taken the line away.
#[test]
fn an_event_of_a_newer_version_is_not_judged() {
    let mut ledger = ledger();
    let mut statement = ledger.signed(candidate(2, "Bo Example"), &[("TOP", "1")]).statement_bytes().to_vec();
    statement[2] = 250;
    let _ = ledger.seal(submission_of(&statement, &[("TOP", "1")]));
    let lie = numbers(&ledger).without(Sequence(3)).unnamed(None, Sequence(3));
    let mut events = lie.events().clone();
    let newest = (ledger.entries.len() - 1) as u64;
    let mut tree = Tree::default();
    ledger.entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
    let proof = tree.prove_inclusion(Sequence(newest), tree.size()).expect("inside");
    events.left_out = InLog { sequence: Sequence(newest), entry: ledger.entries[newest as usize].clone(), proof };
    let evidence = UnnamedEvidence::new(lie.key().clone(), events, lie.rows().clone(), lie.snapshot().clone());
    let report = convicted(Misconduct::Unnamed(Box::new(evidence)));
    assert_eq!((report.proved.clone(), report.verdict()), (Err(NotProved::Newer), Verdict::Unreadable));
}

#[test]
fn two_answers_to_one_question_convict_a_log() {
    let two = two();
    assert_eq!(two.keys().len(), 1, "only keys that signed are listed");
    assert_eq!(TwoSnapshots::parse(two.to_string().as_bytes()).as_ref(), Ok(&two));
    let [one, other] = two.both().map(Clone::clone);
    assert_eq!(TwoSnapshots::new(two.keys(), other, one), two);
    let report = convicted(Misconduct::Snapshots(two));
    assert_eq!((report.proved, report.faults), (Ok(()), vec![]));
}

#[test]
fn no_bit_of_two_snapshots_can_be_turned() {
    let bytes = two().to_string().into_bytes();
    let mut read = 0;
    for at in 0..bytes.len() * 8 {
        let mut turned = bytes.clone();
        turned[at / 8] ^= 1 << (at % 8);
        if let Ok(other) = TwoSnapshots::parse(&turned) {
            read += 1;
            assert_ne!(convicted(Misconduct::Snapshots(other)).verdict(), Verdict::Verified, "bit {at}");
        }
    }
    assert!(read > 100, "only {read} were read at all");
}

#[test]
fn what_is_no_contradiction_convicts_nobody() {
    let ledger = ledger();
    let (keys, truth) = ([ledger.log.verifier().clone()], truth().snapshot());
    let said = |one: &SignedSnapshot, other: &SignedSnapshot| {
        convicted(Misconduct::Snapshots(TwoSnapshots::new(&keys, one.clone(), other.clone()))).proved
    };
    assert_eq!(said(&truth, &truth), Err(NotProved::Agree));
    // Two sizes of one log.
    let smaller = Snapshot { checkpoint: ledger.checkpoint(4).checkpoint().clone(), rows: RowHash([7; 32]) };
    let smaller = smaller.sign(&ledger.log).expect("the log's own name");
    assert_eq!(said(&truth, &smaller), Err(NotProved::OtherState));
    // A second snapshot that somebody else signed.
    let forged = Snapshot { checkpoint: truth.snapshot().checkpoint.clone(), rows: RowHash([7; 32]) };
    let forged = forged.sign(&log_key("another")).expect("the log's own name");
    assert!(matches!(said(&truth, &forged), Err(NotProved::NotSigned(_))));
    let other_root = Snapshot {
        checkpoint: protokol::ledger::note::checkpoint::Checkpoint {
            root: TreeHash([9; 32]),
            ..truth.snapshot().checkpoint.clone()
        },
        rows: truth.snapshot().rows,
    };
    assert_eq!(said(&truth, &other_root.sign(&ledger.log).expect("the log's own name")), Ok(()));
}

#[test]
fn a_snapshot_that_is_not_what_its_events_come_to_convicts_a_log() {
    let fold = fold();
    assert_eq!(FoldEvidence::parse(fold.to_string().as_bytes()).as_ref(), Ok(&fold));
    let report = convicted(Misconduct::Fold(fold));
    assert_eq!((report.proved.clone(), report.verdict()), (Ok(()), Verdict::Verified));
    assert_eq!(report.recomputed, Some(truth().root()));
    for lang in Lang::ALL {
        assert_eq!(text::misconduct(*lang, &report).len(), 2, "{lang}");
    }
    // Whose key it is, a policy says.
    let stranger = policy_of(&log_key("another"), "quorum none\n");
    let report = check(report.evidence, &TrustAnchors { policy: Some(&stranger), expected: None }, Serial);
    assert_eq!((report.verdict(), report.faults[0].code()), (Verdict::Failed, Code::V12));
}

/// Whatever events somebody puts under a true snapshot: others, fewer, more, in another order, with forged signatures.
#[test]
fn an_honest_log_is_never_convicted() {
    let ledger = ledger();
    let (key, truth) = (ledger.log.verifier().clone(), truth().snapshot());
    let said = |entries: Vec<Vec<u8>>| {
        let report = convicted(Misconduct::Fold(FoldEvidence::new(key.clone(), entries, truth.clone())));
        assert_eq!(report.verdict(), Verdict::Failed);
        report.proved
    };
    let all = ledger.entries.clone();
    assert_eq!(said(all.clone()), Err(NotProved::SameRows));
    assert_eq!(said(all[..4].to_vec()), Err(NotProved::Entries { stated: Size(5), found: Size(4) }));
    assert_eq!(said(Vec::new()), Err(NotProved::Entries { stated: Size(5), found: Size(0) }));
    let mut swapped = all.clone();
    swapped.swap(3, 4);
    assert_eq!(said(swapped), Err(NotProved::OtherEvents));
    for at in 0..all.len() {
        for byte in [0, 20, all[at].len() / 2, all[at].len() - 1] {
            let mut turned = all.clone();
            turned[at][byte] ^= 1;
            assert_eq!(said(turned), Err(NotProved::OtherEvents), "byte {byte} of event {at}");
        }
    }
    // Rows of another size than the events, under the log's name and another key.
    let stranger = log_key("another");
    let forged = Snapshot { checkpoint: truth.snapshot().checkpoint.clone(), rows: RowHash([7; 32]) };
    let forged = forged.sign(&stranger).expect("the log's own name");
    let framed = |key: &NoteSigner| {
        convicted(Misconduct::Fold(FoldEvidence::new(key.verifier().clone(), all.clone(), forged.clone()))).proved
    };
    assert_eq!(framed(&stranger), Err(NotProved::OtherKey));
    assert!(matches!(framed(&ledger.log), Err(NotProved::NotSigned(_))));
}

/// What an evidence file says is changed bit by bit: each is refused, or convicts for the same lie alone.
#[test]
fn no_bit_of_a_fold_can_be_turned() {
    let bytes = fold().to_string().into_bytes();
    let mut read = 0;
    for at in (0..bytes.len() * 8).step_by(5) {
        let mut turned = bytes.clone();
        turned[at / 8] ^= 1 << (at % 8);
        if let Ok(other) = FoldEvidence::parse(&turned) {
            read += 1;
            assert_ne!(convicted(Misconduct::Fold(other)).verdict(), Verdict::Verified, "bit {at}");
        }
    }
    assert!(read > 100, "only {read} were read at all");
}

/// An event that a newer program made may have changed every row: it cannot be told.
#[test]
fn a_log_of_a_newer_version_is_not_judged() {
    let mut ledger = ledger();
    let mut statement = ledger.signed(candidate(2, "Bo Example"), &[("TOP", "1")]).statement_bytes().to_vec();
    statement[2] = 250;
    let _ = ledger.seal(submission_of(&statement, &[("TOP", "1")]));
    let signed = Numbers { rows: BTreeMap::new(), ..numbers(&ledger) }.snapshot();
    let evidence = FoldEvidence::new(ledger.log.verifier().clone(), ledger.entries.clone(), signed);
    let report = convicted(Misconduct::Fold(evidence));
    assert_eq!((report.proved.clone(), report.verdict()), (Err(NotProved::Newer), Verdict::Unreadable));
}
