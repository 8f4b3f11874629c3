//! What a log signed that does not agree with what it signed before: kept byte for byte, with what this witness held
//! against it.
//!
//! ```text
//! evidence/<hash of origin>/
//!   proof-<hash of checkpoint>.request        the request as it came: it convicts the log by itself
//!   proof-<hash of checkpoint>.held           the checkpoint that this witness had cosigned, if any
//!   proof-<hash of checkpoint>.evidence       of a fork: both in one file, which `protokol verify` explains to anybody
//!   suspicion-<hash of checkpoint>.request    a proof that failed: ask the log for the true one
//! ```
//! A checkpoint is kept once. Proofs and suspicions have each their own room, because anybody can send a log's
//! published checkpoints with false proofs, and only the log can sign a fork.

use std::io;

use crate::crypto::vkey::VerifierKey;
use crate::ledger::files::fork::ForkEvidence as Fork;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::witness::{AddCheckpoint, Weight, WitnessRefusal};
use crate::store::journal::disk::Disk;

/// How many proofs, and how many suspicions, are kept of each log: one proof is enough to convict, and 64 requests of
/// the largest size are 17 MB.
pub const EVIDENCE_MAX: usize = 64;

/// What became of evidence.
#[derive(Debug)]
pub enum EvidenceKeeping {
    /// It is kept, in this file of the state.
    Kept(String),
    /// This checkpoint was kept before.
    Known(String),
    /// There is no room for more of this log.
    Full,
    /// The disk failed. The refusal stands all the same.
    Lost(io::Error),
}

/// Whether a refused request is evidence.
pub(super) fn of(refusal: &WitnessRefusal) -> Option<Weight> {
    match refusal {
        WitnessRefusal::Inconsistent(inconsistency) => Some(inconsistency.weight()),
        _ => None,
    }
}

/// Keeps a request, once.
pub(super) fn keep<D: Disk>(
    state: &mut D,
    origin_hash: &str,
    weight: Weight,
    request: &AddCheckpoint,
    held: Option<&SignedCheckpoint>,
    logs: &[VerifierKey],
) -> EvidenceKeeping {
    let (folder, word) = (format!("evidence/{origin_hash}"), word(weight));
    let fingerprint = hex::encode(request.checkpoint().checkpoint().fingerprint().0);
    let stem = format!("{folder}/{word}-{fingerprint}");
    let file = format!("{stem}.request");
    let there = match state.list(&folder) {
        Ok(there) => there,
        Err(error) => return EvidenceKeeping::Lost(error),
    };
    if there.contains(&file) {
        return EvidenceKeeping::Known(file);
    }
    let is_alike = |name: &&String| name.starts_with(&format!("{folder}/{word}-")) && name.ends_with(".request");
    if there.iter().filter(is_alike).count() >= EVIDENCE_MAX {
        return EvidenceKeeping::Full;
    }
    let written = held.map_or(Ok(()), |held| state.put(&format!("{stem}.held"), held.to_string().as_bytes()));
    let fork = held.and_then(|held| Fork::of_one_size(logs, held.clone(), request.checkpoint().clone()).ok());
    let written = written.and_then(|()| match fork {
        Some(fork) => state.put(&format!("{stem}.evidence"), fork.to_string().as_bytes()),
        None => Ok(()),
    });
    match written.and_then(|()| state.put(&file, request.to_string().as_bytes())) {
        Ok(()) => EvidenceKeeping::Kept(file),
        Err(error) => EvidenceKeeping::Lost(error),
    }
}

fn word(weight: Weight) -> &'static str {
    match weight {
        Weight::Proof => "proof",
        Weight::Suspicion => "suspicion",
    }
}
