//! What a line about an event tells of its figures.

use crate::domain::form::{Form, Role};
use crate::domain::protocol::Figures;
use crate::domain::summary::SummarySubmitted;

/// The figures of a paper that a line has room for.
pub struct Sums {
    /// Only where the form is at hand, and says which items count voters.
    pub voters: Option<i128>,
    pub votes: i128,
    pub candidates: usize,
    /// As [`Sums::voters`].
    pub invalid: Option<i128>,
}

impl Sums {
    pub fn of(figures: &Figures, form: Option<&Form>) -> Self {
        let sum = |role| {
            let items = form?.with_role(role).filter_map(|at| figures.item(at));
            items.map(|count| i128::from(count.0)).reduce(|sum, count| sum + count)
        };
        Self {
            voters: sum(Role::Turnout),
            votes: figures.votes.iter().map(|(_, votes)| i128::from(votes.0)).sum(),
            candidates: figures.votes.len(),
            invalid: sum(Role::Invalid),
        }
    }
}

/// The votes that a summary tells.
pub fn summary_votes(summary: &SummarySubmitted) -> i128 {
    summary.totals.votes.iter().map(|(_, votes)| i128::from(votes.0)).sum()
}
