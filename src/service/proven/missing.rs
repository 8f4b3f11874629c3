//! A name that is not there, which the rows prove, and what there is instead.

use crate::domain::id::UnitId;
use crate::domain::manifest::Manifest;
use crate::intake::alike::twin;
use crate::ledger::rows::key::RowKey;
use crate::service::error::QueryError;
use crate::store::proven::named::Unproved;
use crate::store::proven::rows::ProvenRows;
use crate::tally::read_model::ReadModel;

use super::rows::{has_unit, of_election};

/// A name that is not there.
#[derive(Debug)]
pub struct Missing {
    /// The election, for whoever asks whether its figures may be told.
    pub model: ReadModel,
    /// What is not there, and what is.
    pub error: QueryError,
}

/// Why rows do not tell what was asked for.
pub(super) enum NoAnswer {
    /// They do not prove it: the whole is asked.
    Unproved,
    /// They prove that it is not there.
    Missing(Box<Missing>),
}

impl From<Unproved> for NoAnswer {
    fn from(_: Unproved) -> Self {
        Self::Unproved
    }
}

impl NoAnswer {
    /// That something is not there in an election; where there is none, the whole says so.
    pub(super) fn missing(model: ReadModel, error: QueryError) -> Self {
        if model.election().is_none() {
            return Self::Unproved;
        }
        Self::Missing(Box::new(Missing { model, error }))
    }
}

/// The unit that somebody names.
///
/// # Errors
/// [`NoAnswer::Missing`], with the unit that looks the same, of all that there are.
pub(super) fn unit_named(rows: &ProvenRows, name: &str) -> Result<UnitId, NoAnswer> {
    match name.parse::<UnitId>() {
        Ok(unit) if has_unit(rows, &unit)? => Ok(unit),
        _ => Err(no_unit(rows, name)?),
    }
}

/// That there is no unit of a name.
pub(super) fn no_unit(rows: &ProvenRows, name: &str) -> Result<NoAnswer, Unproved> {
    let (model, units) = (rows.model(&of_election())?, rows.all("unit/")?);
    let lowest = model.manifest().and_then(Manifest::lowest_tier).map(|tier| tier.name.clone());
    let known = |(key, _): &(RowKey, String)| key.as_str().rsplit('/').next()?.parse::<UnitId>().ok();
    let twin = twin(name, units.iter().filter_map(known));
    Ok(NoAnswer::missing(model, QueryError::NoUnit { unit: name.to_owned(), lowest, twin }))
}
