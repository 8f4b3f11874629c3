//! Turnout reports and bulletins: they rise, agree with each other, and end at or below the final figure.

use crate::domain::code::Code;
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::{Form, Role, Severity};
use crate::domain::number::{Count, Total};
use crate::domain::protocol::TurnoutReported;
use crate::domain::rules::{About, Filed};
use crate::domain::time::HourOfDay;

/// T1 and T2, over a unit's reports in the ledger's order; `last_word` is the final figure, where there is one.
pub(super) fn of(about: About<'_>, reports: &[Filed<'_, TurnoutReported>], last_word: Option<Total>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut reports: Vec<_> = reports.iter().collect();
    // Stable: reports for one hour stay in the ledger's order.
    reports.sort_by_key(|report| report.what.as_of);
    let cell = |hour: HourOfDay, stated: Count, expected: i128| Cell {
        item: hour.to_string(),
        stated: Some(i128::from(stated.0)),
        expected: Some(expected),
    };
    let mut falls = Vec::new();
    for pair in reports.windows(2) {
        let (earlier, later) = (pair[0].what, pair[1].what);
        let event = pair[1].event;
        let differs = cell(later.as_of, later.voters, i128::from(earlier.voters.0));
        if earlier.as_of == later.as_of && earlier.voters != later.voters {
            found.push(about.finding(Code::T2, Severity::Error, Some(event), vec![differs]));
        } else if later.voters < earlier.voters {
            falls.push((event, differs));
        }
    }
    if let (Some(last), Some(voted)) = (reports.last(), last_word)
        && u64::from(last.what.voters.0) > voted.0
    {
        falls.push((last.event, cell(last.what.as_of, last.what.voters, i128::from(voted.0))));
    }
    if let Some((event, _)) = falls.first() {
        let event = Some(*event);
        let cells = falls.into_iter().map(|(_, cell)| cell).collect();
        found.push(about.finding(Code::T1, Severity::Error, event, cells));
    }
    found
}

/// The sum of the items of role turnout that a paper has; none where it has none.
pub(super) fn voted<N: Copy + Into<Total>>(form: &Form, items: &[Option<N>]) -> Option<Total> {
    let parts = form.with_role(Role::Turnout).filter_map(|at| items.get(at).copied().flatten());
    parts.map(Into::into).reduce(|a: Total, b: Total| Total(a.0.saturating_add(b.0)))
}
