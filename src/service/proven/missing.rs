//! A name that is not there, which the rows prove, and what there is instead.

use crate::service::error::QueryError;
use crate::store::proven::named::Unproved;
use crate::tally::read_model::ReadModel;

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
