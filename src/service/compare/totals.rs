//! The proof of what every contest came to in one of two states, from a log that has it, wherever that is.

use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::service::error::{Error, ProofError};
use crate::service::proofs::{Prover, Sources, of_tally};
use crate::service::query::Point;
use crate::service::reading::Log;
use crate::service::setting::Setting;
use crate::tally::scope::Scope;
use crate::verify::conclude::TrustAnchors;

/// The proof of every contest's total at a state of the log that a setting names, which is verified again; of a contest
/// that was called later, that there was none.
///
/// # Errors
/// [`ProofError`], where the log has no snapshot of this size; [`Error::OtherLog`] where it has another history than this
/// state by now; those of [`Log::open`].
pub(super) fn prove(setting: &Setting<'_>, anchors: &TrustAnchors<'_>, state: &Checkpoint) -> Result<RowsProof, Error> {
    let log = Log::open(setting, anchors)?;
    let (model, moment) = (&log.reading.model, log.query().moment(Point::Size(state.size))?);
    let contests = model.contests().values();
    let asked = contests.flat_map(|contest| of_tally(model, contest, model.held_in(&contest.contest), &Scope::Whole));
    let asked: Vec<_> = asked.collect();
    if asked.is_empty() {
        return Err(ProofError::NoSnapshot(state.size).into());
    }
    let proof = Prover::at(&log, moment)?.prove(&asked, Sources::LeftOut)?;
    if proof.snapshot().snapshot().checkpoint == *state { Ok(proof) } else { Err(Error::OtherLog(log.place)) }
}
