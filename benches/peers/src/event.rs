//! The events that everybody appends: envelopes as they were recorded, with the statements and signatures in them.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use protokol::crypto::context::STATEMENT_SIGNATURE;
use protokol::crypto::key::{AdmittedKey, PublicKey, Signature};
use protokol::domain::number::Sequence;
use protokol::domain::time::Millis;
use protokol::crypto::parallel::ParallelMap;
use protokol::ledger::envelope::Envelope;
use protokol::service::parallel::Cores;
use protokol::store::read;
use protokol::verify::conclude::TrustAnchors;

/// An event of the ledger.
pub struct Event {
    pub sequence: Sequence,
    pub arrival: Millis,
    /// What the others append.
    pub envelope: Vec<u8>,
    /// What is handed in to ours, which makes the envelope.
    pub submission: Vec<u8>,
}

impl Event {
    fn of(envelope: Vec<u8>) -> Self {
        let read = Envelope::decode(&envelope).expect("it was recorded");
        Self { sequence: read.sequence, arrival: read.arrival, submission: read.submission, envelope }
    }

    /// What is signed, and who signed it how, by the layout alone.
    fn signed(&self) -> (Vec<u8>, impl ExactSizeIterator<Item = (PublicKey, Signature)>) {
        let (length, rest) = self.submission.split_first_chunk::<4>().expect("a length");
        let (statement, rest) = rest.split_at(u32::from_le_bytes(*length) as usize);
        let pairs = rest[2..].as_chunks::<96>().0.iter().map(|pair| {
            let (key, signature) = pair.split_at(32);
            let signature = Signature::from_bytes(signature.try_into().expect("64 bytes"));
            (PublicKey(key.try_into().expect("32 bytes")), signature)
        });
        ([STATEMENT_SIGNATURE, statement].concat(), pairs)
    }

    pub fn signatures(&self) -> usize {
        self.signed().1.len()
    }
}

/// All events of a ledger.
pub fn all(ledger: &Path) -> Vec<Event> {
    let reading = read::from_journal(ledger, &TrustAnchors::default(), Cores, &mut |_| {}).expect("a ledger");
    let envelope = |at| reading.events.envelope(Sequence(at)).expect("it reads").expect("it is below the size");
    (0..reading.events.size().0).map(|at| Event::of(envelope(at))).collect()
}

/// The keys that were seen, each looked at once.
#[derive(Default)]
pub struct Signers(HashMap<PublicKey, AdmittedKey>);

impl Signers {
    /// Admits the keys that are new.
    pub fn learn(&mut self, events: &[Event]) {
        let keys: BTreeSet<_> = events.iter().flat_map(|event| event.signed().1.map(|(key, _)| key)).collect();
        let new: Vec<_> = keys.into_iter().filter(|key| !self.0.contains_key(key)).collect();
        self.0.extend(Cores.map(new, |key| (key, key.admit().expect("it signed"))));
    }

    /// Whether every signature is its key's, one by one and on all cores. Whether that key may say it, nobody asks.
    pub fn hold(&mut self, events: &[Event]) -> bool {
        self.learn(events);
        let hold = |event: &Event| {
            let (message, mut by) = event.signed();
            by.all(|(key, signature)| self.0[&key].verifies(&message, &signature))
        };
        Cores.map(events.iter().collect(), hold).into_iter().all(|holds| holds)
    }
}
