//! An observer's copy of a protocol, beside it.

use schemars::JsonSchema;
use serde::Serialize;

use super::author::Author;
use super::finding::Cell;
use super::provenance::Provenance;
use super::spelling::Hash;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::observer::CopyContent;
use crate::tally::copies::{self, ComparedCopy};

/// An observer's copy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Copy {
    /// Where and when it came in.
    #[serde(flatten)]
    pub provenance: Provenance,
    /// Who filed it.
    pub observer: Author,
    /// Why no copy was handed over, in the observer's words; left out where one was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "String")]
    pub refused: Option<String>,
    /// Against the version that was in force when it was filed; null where there was none, or no copy.
    pub then: Option<CopyComparison>,
    /// Against the version in force now; null where there is none, or no copy.
    pub now: Option<CopyComparison>,
}

/// An observer's copy on a list of copies.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ListedCopy {
    /// In which contest.
    pub contest: String,
    /// Of which unit.
    pub unit: String,
    /// The copy.
    #[serde(flatten)]
    pub copy: Copy,
}

/// A copy against one version.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct CopyComparison {
    /// The version that the copy is held against.
    pub version: Hash,
    /// `C1` or `C2`; null where the copy agrees.
    pub code: Option<String>,
    /// The figures that differ: stated on the copy, and expected by the version.
    pub cells: Vec<Cell>,
}

impl Copy {
    /// The view of a copy.
    pub fn of(copy: &ComparedCopy<'_>) -> Self {
        let refused = match &copy.copy.content {
            CopyContent::Refused { reason } => Some(reason.to_string()),
            CopyContent::Handed { .. } => None,
        };
        Self {
            provenance: Provenance::of(copy.provenance),
            observer: Author::of(&copy.provenance.author),
            refused,
            then: copy.then.as_ref().map(CopyComparison::of),
            now: copy.now.as_ref().map(CopyComparison::of),
        }
    }
}

impl ListedCopy {
    /// The line of a copy of a unit's paper.
    pub fn of(contest: &ContestId, unit: &UnitId, copy: &ComparedCopy<'_>) -> Self {
        Self { contest: contest.to_string(), unit: unit.to_string(), copy: Copy::of(copy) }
    }
}

impl CopyComparison {
    fn of(comparison: &copies::CopyComparison<'_>) -> Self {
        let differs = comparison.differs.as_ref();
        Self {
            version: comparison.version.event.into(),
            code: differs.map(|(code, _)| code.to_string()),
            cells: differs.map_or_else(Vec::new, |(_, cells)| cells.iter().map(Cell::of).collect()),
        }
    }
}
