//! Turnout reports and bulletins: they rise, agree with each other, and end at or below the final figure.

use super::About;
use crate::domain::code::Code;
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::{Form, Role, Severity};
use crate::domain::number::{Count, Size, Total, Voting};
use crate::domain::time::HourOfDay;
use crate::tally::record::{Provenance, PaperRecord};

impl About<'_> {
    /// T1 and T2, over a unit's reports of the voting that is open; `last_word` is the final figure, where there is
    /// one.
    pub(super) fn turnout(
        &self,
        record: &PaperRecord,
        voting: Voting,
        last_word: Option<Total>,
        at: Size,
        found: &mut Vec<Finding>,
    ) {
        let is_meant = |(provenance, report): &&(Provenance, crate::domain::protocol::TurnoutReported)| {
            provenance.is_in(at) && report.paper.voting == voting
        };
        let mut reports: Vec<_> = record.turnout.iter().filter(is_meant).collect();
        reports.sort_by_key(|(provenance, report)| (report.as_of, provenance.sequence));
        let cell = |hour: HourOfDay, stated: Count, expected: i128| Cell {
            item: hour.to_string(),
            stated: Some(i128::from(stated.0)),
            expected: Some(expected),
        };
        let mut falls = Vec::new();
        for pair in reports.windows(2) {
            let ((_, earlier), (provenance, later)) = (pair[0], pair[1]);
            let differs = cell(later.as_of, later.voters, i128::from(earlier.voters.0));
            if earlier.as_of == later.as_of && earlier.voters != later.voters {
                found.push(self.finding(Code::T2, Severity::Error, Some(provenance.event), vec![differs]));
            } else if later.voters < earlier.voters {
                falls.push((provenance, differs));
            }
        }
        if let (Some((provenance, last)), Some(voted)) = (reports.last(), last_word)
            && u64::from(last.voters.0) > voted.0
        {
            falls.push((provenance, cell(last.as_of, last.voters, i128::from(voted.0))));
        }
        if let Some((provenance, _)) = falls.first() {
            let event = Some(provenance.event);
            let cells = falls.into_iter().map(|(_, cell)| cell).collect();
            found.push(self.finding(Code::T1, Severity::Error, event, cells));
        }
    }
}

/// The sum of the items of role turnout that a paper has; none where it has none.
pub(super) fn voted<N: Copy + Into<Total>>(form: &Form, items: &[Option<N>]) -> Option<Total> {
    let parts = form.with_role(Role::Turnout).filter_map(|at| items.get(at).copied().flatten());
    parts.map(Into::into).reduce(|a: Total, b: Total| Total(a.0.saturating_add(b.0)))
}
