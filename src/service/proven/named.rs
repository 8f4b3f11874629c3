//! What somebody names, or that there is none, and what looks like it.

use super::missing::NoAnswer;
use super::rows::{has_unit, of_election};
use crate::domain::id::UnitId;
use crate::domain::manifest::Manifest;
use crate::intake::alike::twin;
use crate::ledger::rows::key::RowKey;
use crate::service::error::QueryError;
use crate::store::proven::named::Unproved;
use crate::store::proven::rows::ProvenRows;

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
