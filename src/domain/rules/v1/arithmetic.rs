//! The form's checks, evaluated on one paper. Exact: integers only, no rounding, no overflow.

use crate::domain::form::{Check, Form, Operand, Term};
use crate::domain::protocol::Figures;
use crate::domain::rules::Violation;

/// Every check of the form that these figures violate. One that counts an item which is not on the paper says nothing.
pub(super) fn violations<'a>(form: &'a Form, figures: &Figures) -> Vec<Violation<'a>> {
    form.checks.iter().filter_map(|check| violation(form, check, figures)).collect()
}

fn violation<'a>(form: &Form, check: &'a Check, figures: &Figures) -> Option<Violation<'a>> {
    let (left, right) = (sum(form, &check.left, figures)?, sum(form, &check.right, figures)?);
    (!check.op.holds(left, right)).then_some(Violation { check, left, right })
}

/// At most 2⁸ terms of at most 2³¹ × 2⁴⁸ each: an `i128` holds every sum.
fn sum(form: &Form, terms: &[Term], figures: &Figures) -> Option<i128> {
    terms.iter().map(|term| Some(i128::from(term.coefficient) * value(form, &term.of, figures)?)).sum()
}

fn value(form: &Form, operand: &Operand, figures: &Figures) -> Option<i128> {
    match operand {
        Operand::Votes => Some(figures.votes.iter().map(|(_, votes)| i128::from(votes.0)).sum()),
        Operand::Item(key) => figures.item(form.find(key)?.0).map(|count| i128::from(count.0)),
    }
}
