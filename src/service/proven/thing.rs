//! One thing, completely, as somebody names it: a unit, an event, or the checkpoint.

use super::events::{self, ProvenEvent};
use super::missing::{Missing, NoAnswer};
use super::named::no_unit;
use super::rows::{answer, has_unit, of_election};
use super::unit::{self, ProvenUnit};
use crate::domain::id::UnitId;
use crate::ledger::note::checkpoint::{Fingerprint, SignedCheckpoint};
use crate::service::proofs::WithProof;
use crate::service::setting::Setting;
use crate::store::proven::rows::ProvenRows;
use crate::tally::read_model::ReadModel;
use crate::verify::conclude::TrustAnchors;

/// The word that means the checkpoint.
pub const CHECKPOINT: &str = "checkpoint";

/// One thing that was proved.
#[derive(Debug)]
pub enum ProvenThing {
    /// A unit.
    Unit(Box<ProvenUnit>),
    /// An event.
    Event(Box<ProvenEvent>),
    /// The checkpoint, by its word or by its fingerprint, and the election.
    Checkpoint(Box<(SignedCheckpoint, ReadModel)>),
}

/// What somebody names, or that there is no such thing, where the ledger proves it.
pub fn proven(
    setting: &Setting<'_>,
    anchors: &TrustAnchors<'_>,
    what: &str,
    proof: WithProof,
) -> Option<Result<ProvenThing, Missing>> {
    let answer = answer(setting, anchors, |rows| named(rows, setting, what, proof), ProvenThing::model)?;
    Some(answer.map(|(thing, _)| thing))
}

fn named(
    rows: &ProvenRows,
    setting: &Setting<'_>,
    what: &str,
    proof: WithProof,
) -> Result<Option<ProvenThing>, NoAnswer> {
    let checkpoint = || {
        let model = rows.model(&of_election())?;
        Ok(Some(ProvenThing::Checkpoint(Box::new((rows.checkpoint.clone(), model)))))
    };
    if what == CHECKPOINT {
        return if proof == WithProof::No { checkpoint() } else { Ok(None) };
    }
    if let Ok(unit) = what.parse::<UnitId>()
        && has_unit(rows, &unit)?
    {
        let proven = unit::of_rows(rows, setting, &unit, proof)?;
        return Ok(proven.map(Box::new).map(ProvenThing::Unit));
    }
    let fingerprint = rows.checkpoint.checkpoint().fingerprint();
    if what.parse::<Fingerprint>().is_ok_and(|named| named == fingerprint) {
        // A checkpoint is its own proof.
        return if proof == WithProof::No { checkpoint() } else { Ok(None) };
    }
    match events::named(rows, what, proof)? {
        None if events::is_nowhere(rows, what)? => Err(no_unit(rows, what)?),
        event => Ok(event.map(Box::new).map(ProvenThing::Event)),
    }
}

impl ProvenThing {
    fn model(&self) -> &ReadModel {
        match self {
            Self::Unit(unit) => unit.model(),
            Self::Event(event) => &event.model,
            Self::Checkpoint(signed) => &signed.1,
        }
    }
}
