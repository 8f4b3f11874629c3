//! The log's key by the journal's word, for a reader that replays nothing: the founding act names it, and the event that
//! changes it.

use std::io;

use super::disk::Disk;
use super::walk::{Step, Walk};
use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::vkey::VerifierKey;
use crate::domain::statement::Body;
use crate::ledger::envelope::Envelope;
use crate::ledger::submission::SignedStatement;

/// The key of that text, where the journal's first event makes it the log's, or a later one does; each is believed only
/// with its signatures. Of a log that never changed its key, one frame is read.
///
/// # Errors
/// Those of the disk.
pub fn named<D: Disk>(disk: &D, key: &str) -> io::Result<Option<VerifierKey>> {
    for step in Walk::begin(disk, None)? {
        let (_, Step::Frame(envelopes)) = step? else { return Ok(None) };
        if envelopes.iter().any(|envelope| names(envelope, key)) {
            return Ok(key.parse().ok());
        }
    }
    Ok(None)
}

fn names(envelope: &[u8], key: &str) -> bool {
    let Ok(envelope) = Envelope::decode(envelope) else { return false };
    let Ok(signed) = SignedStatement::decode(&envelope.submission) else { return false };
    let says = |body: &Body| match body {
        Body::ElectionCalled(called) => called.log_key.as_str() == key,
        Body::LogKeyRotated(rotated) => rotated.new.as_str() == key,
        _ => false,
    };
    signed.statement().is_ok_and(|statement| says(&statement.body)) && signed.open(&AdmittedKeys::default()).is_ok()
}
