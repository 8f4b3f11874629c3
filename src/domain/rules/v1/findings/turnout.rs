//! Turnout reports and bulletins: they rise, agree with each other, end at or below the final figure, and count neither
//! more voters nor more stations than there are.

use crate::domain::code::Code;
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::{Check, Form, Operand, Role, Severity};
use crate::domain::id::{EventHash, ItemKey};
use crate::domain::number::{Count, Total};
use crate::domain::protocol::{Figures, TurnoutReported};
use crate::domain::rules::v1::arithmetic::violations;
use crate::domain::rules::{About, Filed};
use crate::domain::time::HourOfDay;

/// T1 and T2, over a unit's reports in the ledger's order; `last_word` is the final figure, where there is one.
pub(super) fn of(about: About<'_>, reports: &[Filed<TurnoutReported>], last_word: Option<i128>) -> Vec<Finding> {
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
        let (earlier, later) = (&pair[0].what, &pair[1].what);
        let event = pair[1].event;
        let differs = cell(later.as_of, later.voters, i128::from(earlier.voters.0));
        if earlier.as_of == later.as_of && earlier.voters != later.voters {
            found.push(about.finding(Code::T2, Severity::Error, Some(event), vec![differs]));
        } else if later.voters < earlier.voters {
            falls.push((event, differs));
        }
    }
    if let (Some(last), Some(voted)) = (reports.last(), last_word)
        && i128::from(last.what.voters.0) > voted
    {
        falls.push((last.event, cell(last.what.as_of, last.what.voters, voted)));
    }
    if let Some((event, _)) = falls.first() {
        let event = Some(*event);
        let cells = falls.into_iter().map(|(_, cell)| cell).collect();
        found.push(about.finding(Code::T1, Severity::Error, event, cells));
    }
    found
}

/// T3: the reports, and the final figure with the event that states it, that are above the voters on the lists, each on
/// its own: `listed` those that the reports are of, `electorate` those that the final figure is of.
pub(super) fn above_electorate(
    about: About<'_>,
    reports: &[Filed<TurnoutReported>],
    listed: Option<i128>,
    final_figure: Option<(EventHash, i128)>,
    electorate: Option<i128>,
) -> Option<Finding> {
    let reported = reports.iter().map(|report| {
        let TurnoutReported { as_of, voters, .. } = &report.what;
        (report.event, as_of.to_string(), i128::from(voters.0), listed)
    });
    let stated = final_figure.map(|(event, voted)| (event, final_key(about.form), voted, electorate));
    let above = reported.chain(stated).filter(|(_, _, voters, most)| most.is_some_and(|most| *voters > most));
    let cell = |(event, item, voters, expected)| (event, Cell { item, stated: Some(voters), expected });
    one(about, Code::T3, above.map(cell))
}

/// T4: the bulletins that count more stations than there can be.
pub(super) fn too_many_stations(
    about: About<'_>,
    reports: &[Filed<TurnoutReported>],
    stations_max: Option<u64>,
) -> Option<Finding> {
    let max = stations_max?;
    let above = reports.iter().filter_map(|report| {
        let stations = report.what.stations.filter(|stations| u64::from(stations.0) > max)?;
        let (stated, expected) = (Some(i128::from(stations.0)), Some(i128::from(max)));
        Some((report.event, Cell { item: report.what.as_of.to_string(), stated, expected }))
    });
    one(about, Code::T4, above)
}

/// One finding for all its cells, about the event of the first.
fn one(about: About<'_>, code: Code, cells: impl Iterator<Item = (EventHash, Cell)>) -> Option<Finding> {
    let (events, cells): (Vec<_>, Vec<_>) = cells.unzip();
    Some(about.finding(code, Severity::Error, Some(*events.first()?), cells))
}

/// Whether a check of the form says of a protocol already that more voted than are on the lists: one that does not
/// hold, and compares items of both roles.
pub(super) fn is_told_by_the_form(form: &Form, figures: &Figures) -> bool {
    let names = |check: &Check, role| {
        let is_of_role = |key: &ItemKey| form.with_role(role).any(|at| form.items[at].key == *key);
        let mut terms = check.left.iter().chain(&check.right);
        terms.any(|term| matches!(&term.of, Operand::Item(key) if is_of_role(key)))
    };
    let mut broken = violations(form, figures).into_iter().map(|violation| violation.check);
    broken.any(|check| names(check, Role::Turnout) && names(check, Role::Electorate))
}

/// The items of role turnout, by their keys.
fn final_key(form: &Form) -> String {
    form.with_role(Role::Turnout).map(|at| form.items[at].key.as_str()).collect::<Vec<_>>().join(" + ")
}

/// The sum of the items of role turnout that a paper has; none where it has none.
pub(super) fn voted<N: Copy + Into<Total>>(form: &Form, items: &[Option<N>]) -> Option<i128> {
    let parts = form.with_role(Role::Turnout).filter_map(|at| items.get(at).copied().flatten());
    parts.map(|part| i128::from(part.into().0)).reduce(|sum, part| sum + part)
}
