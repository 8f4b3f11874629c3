//! Signed notes and what is made of them: checkpoints, receipts, trust files.

use protokol::crypto::note::{NOTE_SIGNATURES_MAX, Note, NoteRefusal, NoteSignature, Verified};
use protokol::crypto::vkey::{KeyKind, PosixSeconds, VerifierKey};
use protokol::crypto::wire::ENTRY_BYTES_MAX;
use protokol::domain::number::Size;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::note::checkpoint::{Checkpoint, Fingerprint, SignedCheckpoint};
use protokol::ledger::note::cosignature::parse_lines;
use protokol::ledger::note::policy::{Policy, Quorum};
use protokol::ledger::tree::proof::PROOF_HASHES_MAX;
use protokol::verify;

use super::{Made, log, stranger, witness};

/// A note prints as it was read, and neither the order of signatures nor a stranger's changes what is believed of it.
pub fn note(bytes: &[u8]) -> Made {
    if let Ok(text) = std::str::from_utf8(bytes) {
        what_is_signed_is_read(text);
    }
    let Ok(note) = Note::parse(bytes) else { return Made::Refused };
    assert_eq!(note.to_string().as_bytes(), bytes, "one spelling");
    assert!((1..=NOTE_SIGNATURES_MAX).contains(&note.signatures().len()));
    for line in note.signatures() {
        assert_eq!(line.to_string().parse().as_ref(), Ok(line));
    }
    let keys = [log().verifier().clone(), witness().verifier().spelled(KeyKind::Cosigner)];
    let believed = verdict(note.verified_by(&keys));
    let turned = with_lines(note.text(), note.signatures().iter().rev());
    assert_eq!(verdict(turned.verified_by(&keys)), believed, "signatures in another order");
    let mut joined = note.clone();
    if joined.add(stranger().sign_note(note.text()).expect("it is a note's").signatures()[0].clone()).is_ok() {
        assert_eq!(verdict(joined.verified_by(&keys)), believed, "a stranger's signature");
    }
    if believed.is_ok() {
        let other = with_lines(&format!("{}.\n", note.text()), note.signatures().iter());
        assert!(matches!(other.verified_by(&keys), Err(NoteRefusal::Forged { .. })), "another text");
    }
    Made::Read
}

fn what_is_signed_is_read(text: &str) {
    if let Ok(signed) = log().sign_note(text) {
        assert_eq!(Note::parse(signed.to_string().as_bytes()).as_ref(), Ok(&signed));
        assert_eq!((signed.text(), signed.verified_by(&[log().verifier().clone()]).is_ok()), (text, true));
    }
}

/// Who signed and when, in the keys' order; or whether a known key was forged.
fn verdict(verified: Result<Vec<Verified<'_>>, NoteRefusal>) -> Result<Vec<(String, Option<PosixSeconds>)>, bool> {
    let mut names: Vec<_> = verified
        .map_err(|refusal| refusal != NoteRefusal::NoKnownSignature)?
        .iter()
        .map(|one| (one.key.to_string(), one.time))
        .collect();
    names.sort();
    Ok(names)
}

fn with_lines<'n>(text: &str, lines: impl Iterator<Item = &'n NoteSignature>) -> Note {
    let lines: String = lines.map(|line| format!("{line}\n")).collect();
    format!("{text}\n{lines}").parse().expect("the lines of a note under a note's text")
}

/// A checkpoint prints as it was read, can be cosigned, and stays as trusted as it was.
pub fn checkpoint(bytes: &[u8]) -> Made {
    if let Ok(text) = std::str::from_utf8(bytes) {
        parts_print_as_read(text);
    }
    let Ok(signed) = SignedCheckpoint::parse(bytes) else { return Made::Refused };
    assert_eq!(signed.to_string().as_bytes(), bytes, "one spelling");
    assert_eq!(signed.checkpoint().text(), signed.note().text());
    let believed = signed.verify(log().verifier()).is_ok();
    let time = PosixSeconds::try_from(1_800_000_000).expect("in range");
    let mut cosigned = signed.clone();
    match cosigned.add_cosignature(signed.cosign(&witness(), time), witness().verifier()) {
        Ok(stated) => {
            assert_eq!(stated, time);
            assert_eq!(cosigned.cosigned_by(witness().verifier()), Ok(Some(time)));
            assert_eq!(cosigned.verify(log().verifier()).is_ok(), believed);
            assert_eq!(SignedCheckpoint::parse(cosigned.to_string().as_bytes()).as_ref(), Ok(&cosigned));
        }
        Err(_) => assert_eq!(cosigned, signed, "what is refused changes nothing"),
    }
    let other = Checkpoint { size: Size(signed.checkpoint().size.0 ^ 1 << 40), ..signed.checkpoint().clone() };
    let other = with_lines(&other.text(), signed.note().signatures().iter()).to_string();
    assert!(!other.parse().is_ok_and(|it: SignedCheckpoint| it.verify(log().verifier()).is_ok()), "another size");
    Made::Read
}

/// The texts that people compare, answer with, and put into trust files.
fn parts_print_as_read(text: &str) {
    if let Ok(checkpoint) = Checkpoint::parse(text) {
        assert_eq!(checkpoint.text(), text);
        let fingerprint = checkpoint.fingerprint();
        assert_eq!(fingerprint.to_string().parse::<Fingerprint>(), Ok(fingerprint));
    }
    if let Ok(lines) = parse_lines(text) {
        assert_eq!(lines.iter().map(|line| format!("{line}\n")).collect::<String>(), text);
    }
    if let Ok(key) = text.parse::<VerifierKey>() {
        assert_eq!(key.to_string(), text);
        for kind in [KeyKind::Ed25519, KeyKind::Cosigner] {
            assert_eq!(key.spelled(kind).to_string().parse(), Ok(key.spelled(kind)));
        }
    }
}

/// A receipt prints as it was read; what it proves, it proves of no other entry and by no other hashes.
pub fn receipt(bytes: &[u8]) -> Made {
    let Ok(receipt) = Receipt::parse(bytes) else { return Made::Refused };
    assert_eq!(receipt.to_string().as_bytes(), bytes, "one spelling");
    assert!(
        receipt.proof().len() <= PROOF_HASHES_MAX && receipt.checkpoint().checkpoint().size.covers(receipt.index())
    );
    assert!(receipt.entry().is_none_or(|entry| (1..=ENTRY_BYTES_MAX).contains(&entry.len())));
    let policy = Policy::parse(&format!("log {}\nquorum none\n", log().verifier())).expect("a trust file");
    let report = verify::receipt::check(&receipt, &policy);
    let Some(entry) = receipt.entry() else {
        assert!(!report.faults.is_empty(), "nothing was said");
        return Made::Read;
    };
    let included = receipt.verify_inclusion(entry).is_ok();
    if report.faults.is_empty() {
        assert!(included && receipt.checkpoint().verify(log().verifier()).is_ok() && report.statement.is_some());
    }
    if included {
        let mut other = entry.to_vec();
        other[0] ^= 1;
        assert!(receipt.verify_inclusion(&other).is_err(), "another entry");
        for at in 0..receipt.proof().len() {
            let mut proof = receipt.proof().to_vec();
            proof[at].0[at % 32] ^= 1;
            assert!(claims(&receipt, proof).is_err(), "another hash");
        }
        let cut = receipt.proof().split_last().map(|(_, rest)| rest.to_vec());
        assert!(cut.is_none_or(|proof| claims(&receipt, proof).is_err()), "a hash less");
    }
    Made::Read
}

fn claims(
    receipt: &Receipt,
    proof: Vec<protokol::crypto::hash::TreeHash>,
) -> Result<(), protokol::ledger::tree::proof::ProofRefusal> {
    let entry = receipt.entry().expect("asked before").to_vec();
    let other = Receipt::new(Some(entry.clone()), receipt.index(), proof, receipt.checkpoint().clone());
    other.expect("no longer than it was").verify_inclusion(&entry)
}

/// A trust file means the same however it is spaced, and a further cosignature never unmakes a quorum.
pub fn policy(bytes: &[u8]) -> Made {
    let Ok(text) = std::str::from_utf8(bytes) else { return Made::Refused };
    let policy = match Policy::parse(text) {
        Ok(policy) => policy,
        Err(error) => {
            assert!((1..=text.split_inclusive('\n').count() + 1).contains(&error.line), "{error}");
            return Made::Refused;
        }
    };
    let spaced = format!("# spaced\n\n{}\t\n", text.replace('\n', " \n").replace(' ', "\t "));
    if let Ok(spaced) = Policy::parse(&spaced) {
        assert_eq!(format!("{policy:?}"), format!("{spaced:?}"));
    }
    let all = policy.quorum(|_| true);
    assert!(all != Quorum::NotMet, "what nobody can meet");
    assert_eq!(policy.quorum(|_| false) == Quorum::NoneRequired, all == Quorum::NoneRequired);
    assert_ne!(policy.quorum(|_| false), Quorum::Met, "what nobody needs to meet");
    let mut met = policy.quorum(|_| false);
    for count in 1..=policy.witnesses().len() {
        let first = &policy.witnesses()[..count];
        let now = policy.quorum(|witness| first.contains(witness));
        assert!(met != Quorum::Met || now == Quorum::Met, "one more, and no longer enough");
        met = now;
    }
    assert_eq!(met, all);
    let signed = log().sign_note(&format!("{}\n4\n{}\n", super::ORIGIN, "A".repeat(43) + "=")).expect("a text");
    let signed = SignedCheckpoint::parse(signed.to_string().as_bytes()).expect("three lines");
    let is_named = policy.logs().iter().any(|one| one.key == *log().verifier());
    assert_eq!(policy.judge(&signed).is_ok(), is_named, "the log's own signature, and no other");
    Made::Read
}
