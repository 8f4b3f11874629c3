//! The files beside a log that repeat what its founding act says: the manifest, and the log's key.

use super::fault::{Fault, FaultKind};
use super::published::{self, LOG_VKEY, MANIFEST, Published};
use super::report::Report;
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::crypto::transfer;
use crate::crypto::vkey::VerifierKey;
use crate::intake::toml::manifest::render_manifest;

/// Whether a log's key stands where a published log has it.
///
/// # Errors
/// Those of the place.
pub fn names_a_log<P: Published>(published: &P) -> Result<bool, P::Error> {
    Ok(published.read(LOG_VKEY, NOTE_BYTES_MAX)?.is_some_and(|bytes| log_key(&bytes).is_some()))
}

/// The log's key in the bytes of `log.vkey`, if that is what they are.
pub fn log_key(bytes: &[u8]) -> Option<VerifierKey> {
    std::str::from_utf8(bytes).ok()?.trim_end().parse().ok()
}

/// The files beside the events that repeat what the founding act says; `missing` is the fault where one is not there.
///
/// # Errors
/// Those of the place.
pub fn faults<P: Published>(place: &P, report: &Report, missing: &FaultKind) -> Result<Vec<Fault>, P::Error> {
    let Some(election) = report.model.election() else { return Ok(Vec::new()) };
    let manifest = render_manifest(&election.founding.manifest, election.founding.origin.as_str());
    let mut expected = vec![(MANIFEST, manifest)];
    // Behind a gap the log's key may have changed.
    if report.checkpoint.as_ref().is_none_or(|checkpoint| checkpoint.size <= report.head.size) {
        expected.push((LOG_VKEY, format!("{}\n", election.log_key)));
    }
    let mut faults = Vec::new();
    for (file, expected) in expected {
        if let Some(what) = file_fault(place, file, &expected, missing)? {
            faults.push(Fault::at(file, 0, what));
        }
    }
    Ok(faults)
}

/// What is wrong with a file that should read so. A cache may still have an older one.
fn file_fault<P: Published>(
    place: &P,
    file: &str,
    expected: &str,
    missing: &FaultKind,
) -> Result<Option<FaultKind>, P::Error> {
    // A file whose line ends were changed may be twice as long, or thrice in another encoding.
    let bytes_max = 3 * expected.len();
    let is_right = |bytes: &Option<Vec<u8>>| bytes.as_deref() == Some(expected.as_bytes());
    let mut found = place.read(file, bytes_max)?;
    if !is_right(&found) {
        found = published::read_past_caches(place, file, bytes_max)?.or(found);
    }
    Ok(match &found {
        found if is_right(found) => None,
        None => Some(missing.clone()),
        Some(bytes) => {
            let change = transfer::found(bytes, |text| text == expected);
            Some(change.map_or(FaultKind::FileDiffers, FaultKind::Changed))
        }
    })
}
