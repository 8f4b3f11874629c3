//! The shape of a paper: what its form and the ballot demand. Flaws are told in the order of the paper.

use crate::domain::form::{Form, Stage};
use crate::domain::number::{BallotNumber, Count};
use crate::domain::protocol::{Figures, ShapeFlaw};

/// Of a protocol: each required item, each candidate of the ballot, and nothing else. `ballot` is ascending.
pub(super) fn protocol_flaws(figures: &Figures, form: &Form, ballot: &[BallotNumber]) -> Vec<ShapeFlaw> {
    let mut flaws = item_flaws(&figures.items, form, |_| true);
    flaws.extend(vote_flaws(figures, ballot));
    let missing = ballot.iter().filter(|number| figures.votes_of(**number).is_none());
    flaws.extend(missing.map(|number| ShapeFlaw::CandidateMissing(*number)));
    flaws
}

/// Of a copy, from which anything may be left out: one that is hard to read is still a copy.
pub(super) fn copy_flaws(figures: &Figures, form: &Form, ballot: &[BallotNumber]) -> Vec<ShapeFlaw> {
    let mut flaws = item_flaws(&figures.items, form, |_| false);
    flaws.extend(vote_flaws(figures, ballot));
    flaws
}

/// Of an opening paper: the opening items, and nothing of the count.
pub(super) fn opening_flaws(items: &[Option<Count>], form: &Form) -> Vec<ShapeFlaw> {
    let mut flaws = item_flaws(items, form, |stage| stage == Stage::Opening);
    let of_count = form.items.iter().zip(items).filter(|(item, figure)| item.stage == Stage::Count && figure.is_some());
    flaws.extend(of_count.map(|(item, _)| ShapeFlaw::ItemOfCount(item.key.clone())));
    flaws
}

fn vote_flaws(figures: &Figures, ballot: &[BallotNumber]) -> Vec<ShapeFlaw> {
    let unordered = figures.votes.windows(2).any(|pair| pair[0].0 >= pair[1].0).then_some(ShapeFlaw::VotesUnordered);
    let unknown = figures.votes.iter().filter(|(number, _)| ballot.binary_search(number).is_err());
    unordered.into_iter().chain(unknown.map(|(number, _)| ShapeFlaw::CandidateUnknown(*number))).collect()
}

fn item_flaws(items: &[Option<Count>], form: &Form, required: impl Fn(Stage) -> bool) -> Vec<ShapeFlaw> {
    if items.len() != form.items.len() {
        return vec![ShapeFlaw::ItemCount { found: items.len(), expected: form.items.len() }];
    }
    let missing =
        form.items.iter().zip(items).filter(|(item, f)| required(item.stage) && !item.optional && f.is_none());
    missing.map(|(item, _)| ShapeFlaw::ItemMissing(item.key.clone())).collect()
}
