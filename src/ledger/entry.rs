//! One entry of the log, opened: all that a verifier can compute from its bytes alone, so that it opens many at once.

use super::envelope::{Envelope, EnvelopeError};
use super::submission::{AdmittedKeys, OpenedSubmission, SignedStatement, SubmissionError};
use super::tree::node;
use super::vouched::Vouched;
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

/// Applies a function to every item, in any order and on as many threads as it has, and hands the results back in the
/// items' order. The caller brings it: a verifier has no threads of its own.
pub trait ParallelMap {
    /// The results, in the items' order.
    fn map<T: Send, R: Send>(&self, items: Vec<T>, f: impl Fn(T) -> R + Sync + Send) -> Vec<R>;
}

/// Maps one item after the other, on the caller's thread.
#[derive(Clone, Copy, Debug, Default)]
pub struct Serial;

impl ParallelMap for Serial {
    fn map<T: Send, R: Send>(&self, items: Vec<T>, f: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        items.into_iter().map(f).collect()
    }
}

impl Entry {
    /// Opens an entry: hashes it, decodes it, and checks its signatures.
    pub fn open(bytes: &[u8], admitted_keys: &AdmittedKeys) -> Self {
        Self::read(bytes, |signed, _| signed.open(admitted_keys))
    }

    /// The same, where the signatures of entries that were vouched for are not checked again.
    pub fn open_vouched(bytes: &[u8], admitted_keys: &AdmittedKeys, vouched: &Vouched) -> Self {
        Self::read(
            bytes,
            |signed, hash| {
                if vouched.covers(hash, signed) { signed.open_held() } else { signed.open(admitted_keys) }
            },
        )
    }

    fn read(
        bytes: &[u8],
        open: impl FnOnce(&SignedStatement, &EventHash) -> Result<OpenedSubmission, SubmissionError>,
    ) -> Self {
        let hash = Envelope::hash(bytes);
        let envelope = Envelope::decode(bytes);
        let signed = match &envelope {
            Ok(envelope) => SignedStatement::decode(&envelope.submission),
            Err(_) => Err(SubmissionError::Layout),
        };
        Self {
            leaf: node::leaf_hash(bytes),
            signatures: signed.as_ref().map_or(0, |signed| signed.signers().len()),
            submission: signed.and_then(|signed| open(&signed, &hash)),
            envelope,
            hash,
        }
    }
}
