//! By which key a record is kept.

use serde::{Deserialize, Serialize};

use crate::domain::id::{ContestId, EventHash, ObserverId, UnitId};

/// Which record. Its order is the order in which a store keeps records.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum RecordKey {
    /// The one record of the election itself.
    Election,
    /// A unit and its commission.
    Unit(UnitId),
    /// A contest and its candidates.
    Contest(ContestId),
    /// A precinct's paper, over all votings.
    Paper(ContestId, UnitId),
    /// The summary of a parent commission.
    Summary(ContestId, UnitId),
    /// An observer, by id.
    Observer(ObserverId),
    /// A complaint, by the hash of its event.
    Complaint(EventHash),
}
