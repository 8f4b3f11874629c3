//! Observers' copies, held against the protocol.

use crate::domain::code::Code;
use crate::domain::finding::{Cell, Finding, candidate_key};
use crate::domain::form::{Form, Item, Severity};
use crate::domain::number::Count;
use crate::domain::observer::{CopyContent, CopyFiled};
use crate::domain::protocol::Figures;
use crate::domain::rules::{About, Filed};

/// C1 and C2: each copy beside the version in force.
pub(super) fn of(about: About<'_>, copies: &[Filed<&CopyFiled>], official: &Figures) -> Vec<Finding> {
    let differs = |copy: &Filed<&CopyFiled>| {
        let CopyContent::Handed { figures, .. } = &copy.what.content else { return None };
        let (code, cells) = difference(about.form, figures, official)?;
        Some(about.finding(code, Severity::Error, Some(copy.event), cells))
    };
    copies.iter().filter_map(differs).collect()
}

/// Under which code a copy differs from a protocol, and in which cells; none where it does not.
pub(in super::super) fn difference(form: &Form, copy: &Figures, protocol: &Figures) -> Option<(Code, Vec<Cell>)> {
    let (items, votes) = (copy_items(form, copy, protocol), copy_votes(copy, protocol));
    let code = if votes.is_empty() { Code::C2 } else { Code::C1 };
    let cells: Vec<_> = items.into_iter().chain(votes).collect();
    if cells.is_empty() { None } else { Some((code, cells)) }
}

/// The items that a copy has and the protocol has otherwise.
fn copy_items(form: &Form, copy: &Figures, protocol: &Figures) -> Vec<Cell> {
    let items = form.items.iter().zip(copy.items.iter().zip(&protocol.items));
    let differs = items.filter(|(_, (copied, official))| copied.is_some() && copied != official);
    let cell = |(item, (copied, official)): (&Item, (&Option<Count>, &Option<Count>))| {
        Cell::of_counts(item.key.to_string(), *copied, *official)
    };
    differs.map(cell).collect()
}

fn copy_votes(copy: &Figures, protocol: &Figures) -> Vec<Cell> {
    let official = |number| protocol.votes_of(number);
    let differs = copy.votes.iter().filter(|(number, votes)| official(*number) != Some(*votes));
    let cell = |(number, votes): &(_, Count)| Cell::of_counts(candidate_key(*number), Some(*votes), official(*number));
    differs.map(cell).collect()
}
