//! Summaries, held against what the protocols that they name come to.

use std::collections::BTreeSet;

use crate::domain::code::Code;
use crate::domain::finding::{Cell, Finding, candidate_key};
use crate::domain::form::{Form, Severity};
use crate::domain::id::UnitId;
use crate::domain::number::{BallotNumber, Sequence, Total};
use crate::domain::rules::{About, Recomputed, SummaryFacts};
use crate::domain::summary::SummarySubmitted;

/// S1 to S6, of the version in force or of a draft.
pub(in super::super) fn of_summary(about: About<'_>, facts: &SummaryFacts<'_>) -> Vec<Finding> {
    let (summary, recomputed) = (facts.stated, facts.recomputed);
    let mut found = Vec::new();
    let mut tell = |code, severity, cells| found.push(about.finding(code, severity, facts.event, cells));
    if !recomputed.is_complete {
        let cell = Cell {
            item: "protocols".to_owned(),
            stated: Some(i128::from(recomputed.counters.taken_as_basis)),
            expected: recomputed.units_expected.map(i128::from),
        };
        tell(Code::S4, Severity::Warning, vec![cell]);
    } else {
        let cells = total_cells(about.form, summary, recomputed);
        if !cells.is_empty() {
            tell(Code::S1, Severity::Error, cells);
        }
    }
    let counters = counter_cells(summary, recomputed);
    if !counters.is_empty() || recomputed.root != summary.root || recomputed.left_out_without_protocol {
        tell(Code::S2, Severity::Error, counters);
    }
    let cell = |(unit, by): (&UnitId, &Sequence)| Cell {
        item: unit.to_string(),
        stated: Some(i128::from(summary.made_at.0)),
        expected: Some(i128::from(by.0)),
    };
    if !facts.changed.is_empty() {
        tell(Code::S3, Severity::Warning, facts.changed.iter().map(cell).collect());
    }
    if !recomputed.left_out.is_empty() {
        let units = recomputed.left_out.iter().map(|(unit, votes)| added(unit.to_string(), None, *votes));
        if is_same_order(&recomputed.totals.votes, &recomputed.votes_of_all) {
            tell(Code::S5, Severity::Warning, units.collect());
        } else {
            tell(Code::S6, Severity::Error, units.chain(candidate_cells(recomputed)).collect());
        }
    }
    found
}

/// Whether both lists, of the same candidates in the same order, put every two of them in one order.
fn is_same_order(votes: &[(BallotNumber, Total)], of_all: &[(BallotNumber, Total)]) -> bool {
    let both: Vec<_> = votes.iter().zip(of_all).map(|((_, one), (_, other))| (one, other)).collect();
    both.iter().enumerate().all(|(at, (one, other))| both[..at].iter().all(|(a, b)| one.cmp(a) == other.cmp(b)))
}

/// What each candidate has without the units that are left out, and with them.
fn candidate_cells(recomputed: &Recomputed) -> impl Iterator<Item = Cell> {
    let both = recomputed.totals.votes.iter().zip(&recomputed.votes_of_all);
    both.map(|((number, without), (_, with))| added(candidate_key(*number), Some(*without), *with))
}

fn added(item: String, without: Option<Total>, with: Total) -> Cell {
    Cell { item, stated: without.map(|votes| i128::from(votes.0)), expected: Some(i128::from(with.0)) }
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
