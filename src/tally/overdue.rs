//! How many papers and summaries of a unit, and of those below it, came late or are missing.

use std::collections::BTreeMap;

use super::findings::findings;
use super::moment::Moment;
use super::read_model::ReadModel;
use crate::domain::code::{Code, FindingCode};
use crate::domain::id::{ContestId, UnitId};

/// What came late, and what is missing after its deadline. Who it is, the findings D1 and D2 name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Overdue {
    /// Papers and summaries that came late.
    pub late: u64,
    /// Papers and summaries that are not in.
    pub missing: u64,
}

/// For each unit of a contest with something late or missing in it or below it.
pub fn overdue(model: &ReadModel, contest: &ContestId, at: Moment) -> BTreeMap<UnitId, Overdue> {
    let mut counts: BTreeMap<UnitId, Overdue> = BTreeMap::new();
    for finding in findings(model, at).iter().filter(|finding| finding.contest == *contest) {
        let one = match finding.code {
            FindingCode::BuiltIn(Code::D1) => Overdue { late: 1, missing: 0 },
            FindingCode::BuiltIn(Code::D2) => Overdue { late: 0, missing: 1 },
            _ => continue,
        };
        for unit in model.lineage(&finding.unit) {
            let count = counts.entry(unit.clone()).or_default();
            *count = Overdue { late: count.late + one.late, missing: count.missing + one.missing };
        }
    }
    counts
}
