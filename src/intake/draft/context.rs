//! What is known where a draft is written or read.

use super::hint::{Hint, Hints};
use super::scans::Scans;
use crate::domain::form::Form;
use crate::domain::id::LedgerId;
use crate::intake::ballots::Ballots;

/// What a kit or a ledger knows about the papers that are drafted for it.
#[derive(Clone, Debug)]
pub struct DraftContext<'a> {
    /// The form: items in the paper's order.
    pub form: &'a Form,
    /// The candidates by contest. A contest without candidates has an empty ballot here.
    pub ballots: &'a Ballots,
    /// In which language labels and names stand beside the figures.
    pub language: &'a str,
    /// The words of the hints beside the fields.
    pub hints: Hints,
    /// The ledger that drafts are for.
    pub ledger: LedgerId,
    /// The scans that a draft names, or will name.
    pub scans: Scans,
}

impl DraftContext<'_> {
    /// The words of a hint; none where a field has none.
    pub(in crate::intake) fn hint(&self, hint: Option<Hint>) -> &'static str {
        hint.map_or("", |hint| (self.hints)(self.language, hint))
    }
}
