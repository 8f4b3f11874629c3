//! Decisions: by what a body acted.

use serde::{Deserialize, Serialize};

use super::text::Text;
use super::time::Day;

/// A decision by which a body acted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The decision's number or reference; may be empty where none was published.
    pub reference: Text,
    /// The day of the decision, where known.
    pub date: Option<Day>,
}
