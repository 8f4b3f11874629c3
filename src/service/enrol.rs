//! Who is enrolled from a table of an election folder: what it says and the ledger has not.

use super::error::Error;
use crate::domain::candidate::CandidateRegistered;
use crate::domain::manifest::Manifest;
use crate::domain::statement::Body;
use crate::intake::folder::ElectionFolder;
use crate::intake::members;
use crate::tally::read_model::ReadModel;

/// A table that enrols.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Table {
    /// The members of commissions.
    Members,
    /// The candidates of contests.
    Candidates,
    /// The observers that the central commission accredits.
    Observers,
}

/// The statements that a table makes, but for what is in the ledger already.
///
/// # Errors
/// [`Error::Tables`].
pub fn statements(
    table: Table,
    folder: &ElectionFolder,
    manifest: &Manifest,
    model: &ReadModel,
) -> Result<Vec<Body>, Error> {
    match table {
        Table::Members => {
            let commissions = members::commissions(&folder.units, &folder.members, manifest)?;
            let fresh = commissions.into_iter().filter(|formed| !model.units().contains_key(&formed.unit));
            Ok(fresh.map(Body::CommissionFormed).collect())
        }
        Table::Candidates => {
            let candidates = members::candidates(&folder.candidates).into_iter();
            let fresh = candidates.filter(|registered| !is_on_ballot(registered, model));
            Ok(fresh.map(Body::CandidateRegistered).collect())
        }
        Table::Observers => {
            let observers = members::observers(&folder.observers)?.into_iter();
            let fresh = observers.filter(|accredited| !model.observers().contains_key(&accredited.observer));
            Ok(fresh.map(Body::ObserverAccredited).collect())
        }
    }
}

fn is_on_ballot(registered: &CandidateRegistered, model: &ReadModel) -> bool {
    let record = model.contests().get(&registered.contest);
    record.is_some_and(|record| record.candidates.iter().any(|c| c.registered.number == registered.number))
}
