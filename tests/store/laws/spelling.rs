//! Every format has one spelling: whatever bytes are accepted, the same bytes come out again. Nothing panics.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use protokol::crypto::admitted::AdmittedKeys;
use protokol::crypto::key::SecretKey;
use protokol::crypto::note::{Note, NoteSigner};
use protokol::crypto::parallel::Serial;
use protokol::domain::number::Sequence;
use protokol::domain::statement::{Kind, Statement};
use protokol::ledger::envelope::Envelope;
use protokol::ledger::files::frame;
use protokol::ledger::files::kit::Kit;
use protokol::ledger::files::receipt::Receipt;
use protokol::ledger::files::seal::{SLOT_BYTES, Seal, Slot, encode_slot};
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::note::policy::Policy;
use protokol::ledger::submission::SignedStatement;
use protokol::store::files;
use protokol::verify::replay::Replay;

use crate::kit::disk::{Shared, commit_one, envelopes, prepared, start};
use crate::kit::small::{self, SMALL, after};

/// Bytes of every format, all genuine.
static GENUINE: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let disk = Shared::new(prepared(SMALL));
    let mut writer = start(disk.clone()).expect("nothing is wrong with the disk");
    let answers = SMALL.protocols().into_iter().map(|protocol| commit_one(&mut writer, protocol, after(5000)));
    let receipt = answers.last().expect("there are precincts").expect("an admissible protocol").receipt;
    let memory = disk.memory();
    let envelopes = envelopes(&memory);
    let kit = Kit { checkpoint: writer.checkpoint().clone(), envelopes: envelopes[..3].to_vec() };
    let seal = memory.files()[files::SEAL].clone();
    let witness = NoteSigner::new(small::of("witness.example/w"), SecretKey::from_seed(&[8; 32]));
    let (log, witness) = (small::log_signer().verifier().clone(), witness.verifier().clone());
    let policy = format!("log {log}\nwitness a {witness}\ngroup g 1 a\nquorum g\n");
    Policy::parse(&policy).expect("a trust file");
    let mut all = vec![receipt.to_string().into_bytes(), kit.encode(), seal, policy.into_bytes()];
    all.push(writer.checkpoint().to_string().into_bytes());
    all.push(writer.checkpoint().checkpoint().text().into_bytes());
    all.push(frame::encode(Sequence(3), &envelopes[3..6]));
    for envelope in &envelopes {
        let submission = Envelope::decode(envelope).expect("our own").submission;
        let signed = SignedStatement::decode(&submission).expect("our own");
        all.extend([signed.statement_bytes().to_vec(), signed.to_file(), submission, envelope.clone()]);
    }
    all
});

/// How genuine bytes are spoilt.
#[derive(Clone, Debug)]
enum Blow {
    Flip(Index, u8),
    Set(Index, u8),
    Insert(Index, u8),
    Cut(Index),
    Remove(Index),
    Repeat(Index, Index),
    Claim(Index, u64),
}

fn blow() -> impl Strategy<Value = Blow> {
    let huge = prop_oneof![Just(u64::MAX), Just(u64::from(u32::MAX)), Just(1 << 40), Just(65_536), any::<u64>()];
    prop_oneof![
        (any::<Index>(), 0..8u8).prop_map(|(at, bit)| Blow::Flip(at, bit)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Blow::Set(at, byte)),
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Blow::Insert(at, byte)),
        any::<Index>().prop_map(Blow::Cut),
        any::<Index>().prop_map(Blow::Remove),
        (any::<Index>(), any::<Index>()).prop_map(|(from, to)| Blow::Repeat(from, to)),
        (any::<Index>(), huge).prop_map(|(at, number)| Blow::Claim(at, number)),
    ]
}

fn spoil(bytes: &mut Vec<u8>, blow: &Blow) {
    let length = bytes.len();
    match blow {
        _ if length == 0 => bytes.push(0),
        Blow::Flip(at, bit) => bytes[at.index(length)] ^= 1 << bit,
        Blow::Set(at, byte) => bytes[at.index(length)] = *byte,
        Blow::Insert(at, byte) => bytes.insert(at.index(length), *byte),
        Blow::Cut(at) => bytes.truncate(at.index(length)),
        Blow::Remove(at) => drop(bytes.remove(at.index(length))),
        Blow::Repeat(from, to) => {
            let (from, to) = (from.index(length), to.index(length));
            let piece = bytes[from.min(to)..from.max(to)].to_vec();
            bytes.splice(to..to, piece);
        }
        Blow::Claim(at, number) => {
            let at = at.index(length);
            let end = length.min(at + 8);
            bytes[at..end].copy_from_slice(&number.to_le_bytes()[..end - at]);
        }
    }
}

/// Hands the bytes to every decoder. What one of them accepts, it must give back.
fn one_spelling(bytes: &[u8]) -> Result<(), TestCaseError> {
    if let Ok(statement) = Statement::decode(bytes) {
        prop_assert_eq!(statement.encode().expect("it came from an entry"), bytes);
    }
    for (read, written) in [
        (SignedStatement::decode(bytes), SignedStatement::encode as fn(&SignedStatement) -> Vec<u8>),
        (SignedStatement::from_file(bytes), SignedStatement::to_file),
    ] {
        if let Ok(signed) = read {
            prop_assert_eq!(written(&signed), bytes);
            // Whatever it says, asking must not panic.
            let _ = signed.open(&AdmittedKeys::default());
        }
    }
    if let Ok(envelope) = Envelope::decode(bytes) {
        prop_assert_eq!(envelope.encode(), bytes);
    }
    if let Ok(frame) = frame::decode(bytes) {
        prop_assert_eq!(frame::encode(frame.first, &frame.envelopes), &bytes[..frame.bytes]);
    }
    let seal = Seal::decode(bytes);
    for (slot, at) in seal.slots.iter().zip([0, SLOT_BYTES]) {
        match slot {
            Slot::Written(signed) => {
                prop_assert_eq!(encode_slot(signed).expect("it fitted"), &bytes[at..at + SLOT_BYTES]);
            }
            Slot::Empty => prop_assert!(bytes[at..at + SLOT_BYTES].iter().all(|byte| *byte == 0)),
            Slot::Damaged => {}
        }
    }
    if let Ok(note) = Note::parse(bytes) {
        prop_assert_eq!(note.to_string().into_bytes(), bytes);
    }
    if let Ok(signed) = SignedCheckpoint::parse(bytes) {
        prop_assert_eq!(signed.to_string().into_bytes(), bytes);
        prop_assert_eq!(signed.checkpoint().text(), signed.note().text());
    }
    if let Ok(receipt) = Receipt::parse(bytes) {
        prop_assert_eq!(receipt.to_string().into_bytes(), bytes);
        let _ = receipt.verify_inclusion(receipt.entry().unwrap_or_default());
    }
    if let Ok(kit) = Kit::decode(bytes) {
        prop_assert_eq!(kit.encode(), bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        if let Ok(checkpoint) = Checkpoint::parse(text) {
            prop_assert_eq!(checkpoint.text(), text);
        }
        let _ = Policy::parse(text);
    }
    // A replay takes any bytes as an entry, and says what is wrong.
    let mut replay = Replay::new(Serial);
    replay.feed(vec![bytes.to_vec(), bytes.to_vec()]);
    prop_assert!(!replay.faults().is_empty(), "no entry follows itself");
    Ok(())
}

#[test]
fn genuine_bytes_come_out_again() {
    for bytes in GENUINE.iter() {
        one_spelling(bytes).expect("the same bytes");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, ..ProptestConfig::default() })]

    #[test]
    fn spoilt_bytes_are_refused_or_come_out_again(which in any::<Index>(), blows in vec(blow(), 1..4)) {
        let mut bytes = GENUINE[which.index(GENUINE.len())].clone();
        blows.iter().for_each(|blow| spoil(&mut bytes, blow));
        one_spelling(&bytes)?;
    }

    #[test]
    fn arbitrary_bytes_are_refused_or_come_out_again(bytes in vec(any::<u8>(), 0..300)) {
        one_spelling(&bytes)?;
    }

    /// Bytes that begin as a statement of each kind does, and go on with small numbers, as lengths and tags do.
    #[test]
    fn arbitrary_bodies_are_refused_or_come_out_again(
        kind in any::<Index>(),
        body in vec(prop_oneof![4 => Just(0u8), 2 => 0..4u8, 1 => Just(b'a'), 1 => any::<u8>()], 0..200),
    ) {
        let kind = Kind::ALL[kind.index(Kind::ALL.len())];
        let mut bytes = [1u16.to_le_bytes(), kind.number().to_le_bytes()].concat();
        bytes.extend([0; 40]);
        bytes.extend(body);
        one_spelling(&bytes)?;
    }
}
