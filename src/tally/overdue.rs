//! How many papers and summaries of a unit, and of those below it, came late or are missing.

use std::collections::BTreeMap;

use super::counts::{self, Codes};
use super::findings::findings;
use super::moment::Moment;
use super::read_model::ReadModel;
use super::rows::total::TotalRow;
use crate::domain::code::Code;
use crate::domain::id::{ContestId, UnitId};

/// What came late, and what is missing after its deadline. Who it is, the findings D1 and D2 name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Overdue {
    /// Papers and summaries that came late.
    pub late: u64,
    /// Papers and summaries that are not in.
    pub missing: u64,
}

impl Overdue {
    /// As a unit's total has it.
    pub fn of(total: &TotalRow) -> Self {
        Self { late: total.count(&Code::D1.into()), missing: total.count(&Code::D2.into()) }
    }
}

/// For each unit of a contest with something late or missing in it or below it.
pub fn overdue(model: &ReadModel, contest: &ContestId, at: Moment) -> BTreeMap<UnitId, Overdue> {
    let counts = counts::below(model, contest, &findings(model, at)).into_iter();
    let overdue = |codes: &Codes| Overdue { late: codes.count(Code::D1), missing: codes.count(Code::D2) };
    let told = counts.map(|(unit, codes)| (unit, overdue(&codes)));
    told.filter(|(_, overdue)| *overdue != Overdue::default()).collect()
}
