//! Summaries, recomputed from the protocols that they name.

use std::collections::BTreeSet;

use super::About;
use crate::domain::code::{Code, FindingCode};
use crate::domain::finding::{Cell, Finding, candidate_key};
use crate::domain::form::{Form, Severity};
use crate::domain::id::UnitId;
use crate::domain::number::{BallotNumber, Sequence, Size, Total};
use crate::domain::rules::Recomputed;
use crate::domain::summary::SummarySubmitted;
use crate::tally::board::Board;
use crate::tally::row::SummaryRow;
use crate::tally::summaries;

impl About<'_> {
    /// S1 to S4, of the version in force.
    pub(super) fn summary(&self, board: &Board, row: &SummaryRow, at: Size, found: &mut Vec<Finding>) {
        let Some((mark, summary)) = row.in_force(at) else { return };
        for (code, severity, cells) in of_summary(board, summary, at) {
            found.push(self.finding(code, severity, Some(mark.event), cells));
        }
    }
}

/// What the rules say about a summary that nobody signed yet: what `check` shows to the commission.
pub fn of_draft_summary(board: &Board, summary: &SummarySubmitted, at: Size) -> Vec<Finding> {
    let (contest, unit) = (&summary.contest, &summary.unit);
    let finding = |(code, severity, cells)| Finding {
        code: FindingCode::BuiltIn(code),
        severity,
        contest: contest.clone(),
        unit: unit.clone(),
        event: None,
        cells,
    };
    of_summary(board, summary, at).into_iter().map(finding).collect()
}

/// What the rules say about a summary, signed or still a draft, held against the board at a size.
pub fn of_summary(board: &Board, summary: &SummarySubmitted, at: Size) -> Vec<(Code, Severity, Vec<Cell>)> {
    let form = board.election().map(|election| &election.founding.manifest.form);
    let recomputed = summaries::recompute(board, &summary.contest, &summary.unit, summary.made_at, &summary.left_out);
    let (Some(form), Some(recomputed)) = (form, recomputed) else { return Vec::new() };
    let mut found = Vec::new();
    if !recomputed.is_complete {
        let cell = Cell {
            item: "protocols".to_owned(),
            stated: Some(i128::from(recomputed.counters.taken_as_basis)),
            expected: recomputed.units_expected.map(i128::from),
        };
        found.push((Code::S4, Severity::Warning, vec![cell]));
    } else {
        let cells = total_cells(form, summary, &recomputed);
        if !cells.is_empty() {
            found.push((Code::S1, Severity::Error, cells));
        }
    }
    let counters = counter_cells(summary, &recomputed);
    if !counters.is_empty() || recomputed.root != summary.root || recomputed.left_out_without_protocol {
        found.push((Code::S2, Severity::Error, counters));
    }
    let changed = summaries::changed_since(board, summary, at).into_iter();
    let cell = |(unit, by): (UnitId, Sequence)| Cell {
        item: unit.to_string(),
        stated: Some(i128::from(summary.made_at.0)),
        expected: Some(i128::from(by.0)),
    };
    let changed: Vec<_> = changed.map(cell).collect();
    if !changed.is_empty() {
        found.push((Code::S3, Severity::Warning, changed));
    }
    found
}

fn total_cells(form: &Form, summary: &SummarySubmitted, recomputed: &Recomputed) -> Vec<Cell> {
    let keys = form.items.iter().map(|item| item.key.to_string());
    let stated = summary.totals.items.iter().zip(&recomputed.totals.items);
    let items = keys.zip(stated).map(|(key, (stated, expected))| (key, *stated, *expected));
    let of = |votes: &[(BallotNumber, Total)], number| {
        votes.iter().find(|(n, _)| *n == number).map_or(Total(0), |(_, v)| *v)
    };
    let both = summary.totals.votes.iter().chain(&recomputed.totals.votes).map(|(number, _)| *number);
    let numbers: BTreeSet<_> = both.collect();
    let votes = numbers.into_iter().map(|number| {
        let (stated, expected) = (of(&summary.totals.votes, number), of(&recomputed.totals.votes, number));
        (candidate_key(number), Some(stated), Some(expected))
    });
    let total = |total: Option<Total>| total.map(|total| i128::from(total.0));
    let differs = items.chain(votes).filter(|(_, stated, expected)| stated != expected);
    differs.map(|(item, s, e)| Cell { item, stated: total(s), expected: total(e) }).collect()
}

fn counter_cells(summary: &SummarySubmitted, recomputed: &Recomputed) -> Vec<Cell> {
    let (stated, expected) = (summary.counters, recomputed.counters);
    let counters = [
        ("units", stated.units, expected.units),
        ("received", stated.received, expected.received),
        ("taken_as_basis", stated.taken_as_basis, expected.taken_as_basis),
        ("failed", stated.failed, expected.failed),
        ("annulled", stated.annulled, expected.annulled),
    ];
    let differs = counters.into_iter().filter(|(_, stated, expected)| stated != expected);
    let cell = |(name, stated, expected): (&str, u32, u32)| Cell {
        item: name.to_owned(),
        stated: Some(i128::from(stated)),
        expected: Some(i128::from(expected)),
    };
    differs.map(cell).collect()
}
