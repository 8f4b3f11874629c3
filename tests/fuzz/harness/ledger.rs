//! The ledger's own bytes: statements, submissions, envelopes, journal frames, seals, kits.

use protokol::crypto::admitted::AdmittedKeys;
use protokol::crypto::wire::ENTRY_BYTES_MAX;
use protokol::domain::id::LedgerId;
use protokol::domain::statement::Statement;
use protokol::domain::time::Millis;
use protokol::ledger::entry::Entry;
use protokol::ledger::envelope::{ENVELOPE_HEADER_BYTES, Envelope, Head};
use protokol::ledger::files::frame::{self, FRAME_EVENTS_MAX, FRAME_HEADER_BYTES, Frame, FrameError};
use protokol::ledger::files::kit::Kit;
use protokol::ledger::files::seal::{SLOT_BYTES, Seal, Slot, SlotNumber, encode_slot};
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::ledger::submission::{OpenedSubmission, SUBMISSION_BYTES_MAX, SignedStatement, SubmissionError};
use protokol::ledger::tree::node::leaf_hash;

use super::{Made, stranger};

/// A statement has one spelling, and its hash changes with what is said.
pub fn statement(bytes: &[u8]) -> Made {
    let Ok(statement) = Statement::decode(bytes) else { return Made::Refused };
    assert_eq!(statement.encode().as_deref(), Ok(bytes), "one spelling");
    let elsewhere = Statement { ledger: LedgerId(statement.ledger.0.map(|byte| !byte)), ..statement.clone() };
    let elsewhere = elsewhere.encode().expect("as long as it was");
    assert_ne!(Statement::hash(&elsewhere), Statement::hash(bytes));
    let unsigned = SignedStatement::unsigned(&statement).expect("it fits an entry");
    assert_eq!((unsigned.statement_bytes(), unsigned.statement().as_ref()), (bytes, Ok(&statement)));
    Made::Read
}

/// A submission has one spelling; who signed stays who signed when one more does, and not when the statement changes.
pub fn submission(bytes: &[u8]) -> Made {
    let of_file = SignedStatement::from_file(bytes);
    assert!(of_file.as_ref().map_or(true, |signed| signed.to_file() == bytes), "one spelling");
    let Ok(signed) = of_file.or_else(|_| SignedStatement::decode(bytes)) else { return Made::Refused };
    let whole = signed.encode();
    assert!(bytes.ends_with(&whole) && whole.len() <= SUBMISSION_BYTES_MAX, "one spelling");
    assert_eq!(SignedStatement::from_file(&signed.to_file()).as_ref(), Ok(&signed));
    assert!(signed.signers().is_sorted());
    let opened = open(&signed);
    let mut joined = signed.clone();
    joined.sign(&protokol::crypto::key::SecretKey::demonstration("stranger:", "1"));
    match (&opened, open(&joined)) {
        (Ok(first), Ok(second)) => {
            assert_eq!(first.submission.hash, second.submission.hash);
            assert_eq!(second.submission.signers.len(), joined.signers().len());
        }
        (Ok(_), Err(error)) => assert!(matches!(error, SubmissionError::TooLong(_)), "{error}"),
        (Err(_), Ok(_)) => {
            let key = stranger().verifier().public();
            assert!(signed.signers().any(|signer| *signer == key), "only its own signature was made right");
        }
        (Err(_), Err(_)) => {}
    }
    if opened.is_ok_and(|opened| !opened.submission.signers.is_empty()) {
        let mut other = whole;
        other[4 + 36] ^= 1; // of the signers' time
        let other = SignedStatement::decode(&other).expect("laid out as it was");
        assert!(open(&other).is_err(), "another statement");
    }
    Made::Read
}

fn open(signed: &SignedStatement) -> Result<OpenedSubmission, SubmissionError> {
    signed.open(&AdmittedKeys::default())
}

/// An envelope has one spelling; an entry's hashes are of its bytes, and what follows it continues the chain.
pub fn envelope(bytes: &[u8]) -> Made {
    let entry = Entry::open(bytes, &AdmittedKeys::default());
    assert_eq!((entry.hash, entry.leaf), (Envelope::hash(bytes), leaf_hash(bytes)));
    assert!(entry.envelope.is_ok() || entry.submission.is_err());
    let Ok(envelope) = Envelope::decode(bytes) else { return Made::Refused };
    assert_eq!(entry.envelope.as_ref(), Ok(&envelope));
    assert_eq!(envelope.encode(), bytes, "one spelling");
    assert!((ENVELOPE_HEADER_BYTES..=ENTRY_BYTES_MAX).contains(&bytes.len()));
    if let Ok(opened) = &entry.submission {
        assert_eq!(opened.submission.signers.len(), entry.signatures);
    }
    if envelope.sequence.0 < u64::MAX - 1 {
        let head = Head { size: envelope.sequence.size(), hash: entry.hash, arrival: envelope.arrival };
        let next = head.seal(Millis::EPOCH, Vec::new());
        assert_eq!(head.link_faults(&next), []);
        assert!(!head.link_faults(&envelope).is_empty(), "an envelope does not follow itself");
    }
    Made::Read
}

/// A frame makes the same bytes again, of which only as many are read as it has; a checksum alone does not make one.
pub fn frame(bytes: &[u8]) -> Made {
    let frame = match frame::decode(bytes) {
        Ok(frame) => frame,
        Err(FrameError::Checksum(Some(frame))) => {
            let mended = again(&frame);
            let sum = 20..FRAME_HEADER_BYTES;
            assert!((0..frame.bytes).all(|at| sum.contains(&at) || mended[at] == bytes[at]), "one spelling");
            assert_eq!(frame::decode(&mended), Ok(*frame));
            return Made::Refused;
        }
        Err(_) => return Made::Refused,
    };
    assert_eq!(again(&frame), &bytes[..frame.bytes], "one spelling");
    assert!((1..=FRAME_EVENTS_MAX).contains(&frame.envelopes.len()));
    assert_eq!(frame::decode(&bytes[..frame.bytes - 1]), Err(FrameError::Incomplete));
    let mut torn = bytes[..frame.bytes].to_vec();
    let last = torn.len() - 1;
    torn[last] ^= 1;
    assert!(frame::decode(&torn).is_err());
    Made::Read
}

fn again(frame: &Frame) -> Vec<u8> {
    frame::encode(frame.first, &frame.envelopes)
}

/// A written slot makes the same slot again, and the larger of two checkpoints rules. Bytes that are a note are sealed
/// first, as the checksum would keep chance from ever making a slot.
pub fn seal(bytes: &[u8]) -> Made {
    if let Ok(signed) = SignedCheckpoint::parse(bytes) {
        return sealed(&signed);
    }
    let seal = Seal::decode(bytes);
    assert_eq!(seal.bytes, bytes.len());
    for (number, slot) in [SlotNumber::First, SlotNumber::Second].into_iter().zip(&seal.slots) {
        let at = usize::try_from(number.offset()).expect("two pages");
        let page = bytes.get(at..at + SLOT_BYTES);
        match slot {
            Slot::Written(signed) => assert_eq!(encode_slot(signed).as_deref(), page, "one spelling"),
            Slot::Empty => assert!(page.is_some_and(|page| page.iter().all(|byte| *byte == 0))),
            Slot::Damaged => assert!(seal.damaged().contains(&number)),
        }
    }
    let sizes = || seal.slots.iter().filter_map(Slot::checkpoint).map(|signed| signed.checkpoint().size);
    assert_eq!(seal.latest().map(|(_, signed)| signed.checkpoint().size), sizes().max());
    if seal.latest().is_some() { Made::Read } else { Made::Refused }
}

fn sealed(signed: &SignedCheckpoint) -> Made {
    let Some(slot) = encode_slot(signed) else {
        assert!(signed.to_string().len() > SLOT_BYTES / 2);
        return Made::Refused;
    };
    assert_eq!(slot.len(), SLOT_BYTES);
    for number in [SlotNumber::First, SlotNumber::Second] {
        let mut bytes = vec![0; 2 * SLOT_BYTES];
        let at = usize::try_from(number.offset()).expect("two pages");
        bytes[at..at + SLOT_BYTES].copy_from_slice(&slot);
        assert_eq!(Seal::decode(&bytes).latest(), Some((number, signed)));
        bytes[at + SLOT_BYTES - 1] ^= 1;
        assert_eq!(Seal::decode(&bytes).latest(), None, "a torn slot");
    }
    Made::Read
}

/// A kit makes the same bytes again.
pub fn kit(bytes: &[u8]) -> Made {
    let Ok(kit) = Kit::decode(bytes) else { return Made::Refused };
    assert_eq!(kit.encode(), bytes, "one spelling");
    assert!(kit.envelopes.iter().map(|envelope| envelope.len() + 2).sum::<usize>() < bytes.len());
    Made::Read
}
