//! One entry of the log, opened: all that a verifier can compute from its bytes alone, so that it opens many at once.

use super::envelope::{Envelope, EnvelopeError};
use super::submission::{OpenedSubmission, SignedStatement, SubmissionError, open_all};
use super::tree::node;
use super::vouched::Vouched;
use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::hash::TreeHash;
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
    let opened = Entry::open_all(entries, &AdmittedKeys::default(), &Vouched::default());
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
    pub fn open_all(entries: &[Vec<u8>], known: &AdmittedKeys, vouched: &Vouched) -> Vec<Self> {
        let mut read: Vec<_> = entries.iter().map(|bytes| Self::read(bytes)).collect();
        let is_vouched = |entry: &Self| vouched.covers(&entry.hash);
        for (entry, signed) in read.iter_mut().filter(|(entry, _)| is_vouched(entry)) {
            entry.submission = signed.take().map_or(Err(SubmissionError::Layout), |signed| signed.open_vouched());
        }
        let (mut entries, signed): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        let signed: Vec<_> =
            signed.iter().enumerate().filter_map(|(at, signed)| Some((at, signed.as_ref()?))).collect();
        let opened = open_all(&signed.iter().map(|(_, signed)| *signed).collect::<Vec<_>>(), known);
        for ((at, _), opened) in signed.iter().zip(opened) {
            entries[*at].submission = opened;
        }
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
