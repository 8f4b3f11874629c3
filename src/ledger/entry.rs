//! One entry of the log, opened: all that a verifier can compute from its bytes alone, so that it opens many at once.

use super::envelope::{Envelope, EnvelopeError};
use super::submission::{OpenedSubmission, SignedStatement, SubmissionError, open_all};
use super::tree::node;
use super::vouched::Vouched;
use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::hash::TreeHash;
use crate::crypto::parallel::{ParallelMap, Serial};
use crate::domain::id::EventHash;

/// An entry: hashed and decoded, and its signatures checked.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The event's hash, of the bytes as they are.
    pub hash: EventHash,
    /// The leaf's hash, of the bytes as they are.
    pub leaf: TreeHash,
    /// The envelope, if the bytes are one.
    pub envelope: Result<Envelope, EnvelopeError>,
    /// The submission within, if its bytes and signatures are right.
    pub submission: Result<OpenedSubmission, SubmissionError>,
    /// How many signatures it carries.
    pub signatures: usize,
}

/// The hashes of those among some entries that are right by their bytes alone: what a helper says, who shares no memory with the
/// replay. Of the others it says nothing.
pub fn look(entries: &[Vec<u8>]) -> Vec<EventHash> {
    let opened = Entry::open_all(entries, &AdmittedKeys::default(), &Vouched::default(), &Serial);
    opened.into_iter().filter(|entry| entry.submission.is_ok()).map(|entry| entry.hash).collect()
}

impl Entry {
    /// Opens an entry: hashes it, decodes it, and checks its signatures one by one.
    pub fn open(bytes: &[u8], known: &AdmittedKeys) -> Self {
        let (mut entry, signed) = Self::read(bytes);
        if let Some(signed) = signed {
            entry.submission = signed.open(known);
        }
        entry
    }

    /// Opens entries as [`open`](Self::open) does each of them, with all their signatures checked together; not those of
    /// entries that were vouched for.
    pub fn open_all<M: ParallelMap>(
        entries: &[Vec<u8>],
        known: &AdmittedKeys,
        vouched: &Vouched,
        map: &M,
    ) -> Vec<Self> {
        let read = map.map(entries.iter().collect(), |bytes: &Vec<u8>| {
            let (mut entry, mut signed) = Self::read(bytes);
            if vouched.covers(&entry.hash) {
                entry.submission = signed.take().map_or(Err(SubmissionError::Layout), |signed| signed.open_vouched());
            }
            (entry, signed)
        });
        let (mut entries, signed): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        let opened = open_all(&signed.iter().flatten().collect::<Vec<_>>(), known, map);
        let to_open = entries.iter_mut().zip(&signed).filter(|(_, signed)| signed.is_some());
        to_open.zip(opened).for_each(|((entry, _), opened)| entry.submission = opened);
        entries
    }

    /// Hashes and decodes an entry, and gives the submission within, of which nothing else is looked at.
    fn read(bytes: &[u8]) -> (Self, Option<SignedStatement>) {
        let envelope = Envelope::decode(bytes);
        let signed = match &envelope {
            Ok(envelope) => SignedStatement::decode(&envelope.submission),
            Err(_) => Err(SubmissionError::Layout),
        };
        let (signed, error) = match signed {
            Ok(signed) => (Some(signed), SubmissionError::Layout),
            Err(error) => (None, error),
        };
        let entry = Self {
            hash: Envelope::hash(bytes),
            leaf: node::leaf_hash(bytes),
            signatures: signed.as_ref().map_or(0, |signed| signed.signers().len()),
            submission: Err(error),
            envelope,
        };
        (entry, signed)
    }
}
