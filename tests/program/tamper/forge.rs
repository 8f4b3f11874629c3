//! What a forger writes: envelopes chained again with correct hashes, framed again with correct checksums, sealed again
//! with whatever key the forger has.

use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::domain::id::LedgerId;
use protokol::domain::number::{Sequence, Size};
use protokol::domain::statement::Statement;
use protokol::domain::time::Millis;
use protokol::ledger::envelope::{Envelope, Head};
use protokol::ledger::files::frame::{self, FRAME_EVENTS_MAX};
use protokol::ledger::files::seal::{SEAL_BYTES, SLOT_BYTES, encode_slot};
use protokol::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use protokol::ledger::submission::SignedStatement;
use protokol::ledger::tree::merkle::CompactRange;
use protokol::ledger::tree::node::leaf_hash;
use protokol::store::files;
use protokol::store::journal::JournalReader;
use protokol::store::journal::memory::Memory;

use super::story::{ORIGIN, log};

/// The envelopes of a journal, in order.
pub fn entries(disk: &Memory) -> Vec<Vec<u8>> {
    let fragments = JournalReader::open(disk).expect("memory does not fail");
    fragments
        .flat_map(|fragment| fragment.expect("memory does not fail").frame.expect("a whole frame").envelopes)
        .collect()
}

pub fn envelope(entry: &[u8]) -> Envelope {
    Envelope::decode(entry).expect("an envelope")
}

/// The journal's one segment.
pub fn journal(disk: &Memory) -> Vec<u8> {
    disk.files()[&files::segment(Sequence(0))].clone()
}

pub fn seal(disk: &Memory) -> Vec<u8> {
    disk.files()[files::SEAL].clone()
}

/// A ledger of these bytes.
pub fn disk(journal: Vec<u8>, seal: Vec<u8>) -> Memory {
    let mut disk = Memory::default();
    disk.lay(&files::segment(Sequence(0)), journal);
    disk.lay(files::SEAL, seal);
    disk
}

/// Where each frame begins.
pub fn frames(disk: &Memory) -> Vec<usize> {
    let fragments = JournalReader::open(disk).expect("memory does not fail");
    let offset =
        |fragment: std::io::Result<protokol::store::journal::Fragment>| fragment.expect("memory does not fail").offset;
    fragments.map(|fragment| usize::try_from(offset(fragment)).expect("a small journal")).collect()
}

/// Envelopes in frames again, each frame whole and its checksum right.
pub fn framed(entries: &[Vec<u8>]) -> Vec<u8> {
    let mut first = 0;
    let mut journal = Vec::new();
    for chunk in entries.chunks(FRAME_EVENTS_MAX) {
        journal.extend(frame::encode(Sequence(first), chunk));
        first += chunk.len() as u64;
    }
    journal
}

/// Envelopes chained again: sequences, hashes and arrivals are as an honest writer would have made them.
pub fn chained(submissions: impl IntoIterator<Item = (Millis, Vec<u8>)>) -> Vec<Vec<u8>> {
    let mut head = Head::START;
    let seal = |(clock, submission)| {
        let envelope = head.seal(clock, submission);
        let bytes = envelope.encode();
        head = head.after(Envelope::hash(&bytes), envelope.arrival);
        bytes
    };
    submissions.into_iter().map(seal).collect()
}

/// The same submissions, chained again.
pub fn rechained(entries: &[Vec<u8>]) -> Vec<Vec<u8>> {
    chained(entries.iter().map(|entry| (envelope(entry).arrival, envelope(entry).submission)))
}

/// One more envelope after these, rightly linked.
pub fn appended(entries: &[Vec<u8>], submission: Vec<u8>) -> Vec<Vec<u8>> {
    let last = entries.last().map(|entry| envelope(entry)).expect("a founded ledger");
    let head = Head::START.after(Envelope::hash(entries.last().expect("founded")), last.arrival);
    let next = Head { size: Size(entries.len() as u64), ..head }.seal(last.arrival.plus(1000), submission);
    [entries, &[next.encode()]].concat()
}

/// The checkpoint over these envelopes.
pub fn checkpoint(entries: &[Vec<u8>]) -> Checkpoint {
    let mut tree = CompactRange::default();
    entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
    Checkpoint { origin: ORIGIN.parse().expect("an origin"), size: tree.size(), root: tree.root() }
}

pub fn signed(entries: &[Vec<u8>], signer: &NoteSigner) -> SignedCheckpoint {
    let origin = signer.verifier().name().as_str().parse().expect("an origin");
    Checkpoint { origin, ..checkpoint(entries) }.sign(signer).expect("under the signer's own name")
}

/// A seal of these envelopes by this key: the checkpoint in the first slot, the one before it in the second.
pub fn sealed(entries: &[Vec<u8>], signer: &NoteSigner) -> Vec<u8> {
    let before = entries.split_last().map_or(&[][..], |(_, before)| before);
    let slots = [entries, before].map(|entries| slot(&signed(entries, signer)));
    if before.is_empty() { [slots[0].clone(), vec![0; SLOT_BYTES]].concat() } else { slots.concat() }
}

pub fn slot(checkpoint: &SignedCheckpoint) -> Vec<u8> {
    encode_slot(checkpoint).expect("a short note")
}

/// Envelopes as they are, framed and sealed with the log's key.
pub fn resealed(entries: &[Vec<u8>]) -> Memory {
    disk(framed(entries), sealed(entries, &log()))
}

/// A submission's bytes over any statement's bytes, signed by these keys in the order given.
pub fn submission(statement: &[u8], keys: &[SecretKey]) -> Vec<u8> {
    let message = [protokol::crypto::context::STATEMENT_SIGNATURE, statement].concat();
    let pairs = keys.iter().map(|key| [&key.public().0[..], &key.sign(&message).to_bytes()].concat());
    laid_out(statement, &pairs.collect::<Vec<_>>())
}

/// A submission's bytes of a statement and pairs of a key and a signature, right or wrong.
pub fn laid_out(statement: &[u8], pairs: &[Vec<u8>]) -> Vec<u8> {
    let length = u32::try_from(statement.len()).expect("a short statement").to_le_bytes();
    let count = u16::try_from(pairs.len()).expect("few signatures").to_le_bytes();
    [&length[..], statement, &count, &pairs.concat()].concat()
}

/// Sorted by public key, as a submission must have them.
pub fn ascending(mut keys: Vec<SecretKey>) -> Vec<SecretKey> {
    keys.sort_by_key(SecretKey::public);
    keys
}

/// The statement's bytes in an entry.
pub fn statement_bytes(entry: &[u8]) -> Vec<u8> {
    let signed = SignedStatement::decode(&envelope(entry).submission).expect("a submission");
    signed.statement_bytes().to_vec()
}

pub fn statement(entry: &[u8]) -> Statement {
    Statement::decode(&statement_bytes(entry)).expect("a statement")
}

/// The ledger that begins with this entry.
pub fn ledger(entries: &[Vec<u8>]) -> LedgerId {
    Envelope::hash(&entries[0]).into()
}

/// The nth envelope, with its submission changed and its signatures and place kept.
pub fn with_submission(entry: &[u8], change: impl FnOnce(Vec<u8>) -> Vec<u8>) -> Vec<u8> {
    let envelope = envelope(entry);
    Envelope { submission: change(envelope.submission.clone()), ..envelope }.encode()
}

/// A seal of two slots.
pub fn seal_of(first: Vec<u8>, second: Vec<u8>) -> Vec<u8> {
    let seal = [first, second].concat();
    assert_eq!(seal.len(), SEAL_BYTES);
    seal
}
