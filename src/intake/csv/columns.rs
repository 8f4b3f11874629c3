//! The columns of figures that protocols, summaries, corrections and copies share: items of the form, then
//! `cand_NN` for the number NN on the ballot. A column that belongs to another contest stays empty.

use std::collections::BTreeMap;

use super::table::{Table, TableRow};
use crate::domain::finding::{candidate_digits, candidate_key};
use crate::domain::form::Form;
use crate::domain::id::ContestId;
use crate::domain::number::BallotNumber;
use crate::intake::ballots::Ballots;
use crate::intake::error::InputError;
use crate::intake::mistake::{FileMistake, TableMistake};
use crate::intake::spelling::{self, WholeNumber};

/// What a paper may leave out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Gaps {
    /// Optional items alone: a protocol.
    OptionalItems,
    /// Any item, no candidate: a summary.
    Items,
    /// Anything: a copy may be hard to read.
    Anything,
}

/// Where each figure of a table stands.
pub(in crate::intake) struct FigureColumns<'a> {
    form: &'a Form,
    ballots: &'a Ballots,
    gaps: Gaps,
    items: Vec<Option<usize>>,
    candidates: BTreeMap<BallotNumber, usize>,
}

/// Items by position, and votes by ballot number, ascending.
pub(in crate::intake) type Cells<N> = (Vec<Option<N>>, Vec<(BallotNumber, N)>);

/// Whether a column holds figures of this form, for the check of a header.
pub(in crate::intake) fn is_figure(form: &Form, column: &str) -> bool {
    candidate(column).is_some() || form.items.iter().any(|item| item.key.as_str() == column)
}

fn candidate(column: &str) -> Option<BallotNumber> {
    spelling::ballot_number(candidate_digits(column)?)
}

impl<'a> FigureColumns<'a> {
    /// Finds the columns; one that no form or ballot knows is refused.
    pub fn find(table: &Table, form: &'a Form, ballots: &'a Ballots, gaps: Gaps) -> Result<Self, InputError> {
        let items: Vec<_> = form.items.iter().map(|item| table.position(item.key.as_str())).collect();
        let missing = form.items.iter().zip(&items).find(|(item, at)| at.is_none() && !item.optional);
        if let (Gaps::OptionalItems, Some((item, _))) = (gaps, missing) {
            return Err(table.missing(item.key.as_str()).of_item(&item.key));
        }
        let mut candidates = BTreeMap::new();
        for (at, column) in table.columns().enumerate() {
            let Some(number) = candidate(column) else { continue };
            if !ballots.0.values().any(|ballot| ballot.contains_key(&number)) {
                return Err(table.column_error(column, FileMistake::CandidateUnknown).of_item(column));
            }
            if candidates.insert(number, at).is_some() {
                return Err(table.column_error(column, FileMistake::CandidateTwice).of_item(column));
            }
        }
        Ok(Self { form, ballots, gaps, items, candidates })
    }

    /// The figures of a row of a contest.
    pub fn read<N: WholeNumber>(&self, row: &TableRow, contest: &ContestId) -> Result<Cells<N>, InputError> {
        let ballot = self.ballots.0.get(contest);
        let on_ballot = |number: &BallotNumber| ballot.is_some_and(|ballot| ballot.contains_key(number));
        let elsewhere = self.candidates.iter().find(|(number, at)| !on_ballot(number) && !row.cell_at(**at).is_empty());
        if let Some((number, _)) = elsewhere {
            let mistake = TableMistake::NotOnBallot(contest.clone());
            return Err(row.error(&candidate_key(*number), mistake).of_item(candidate_key(*number)));
        }
        let items = self.read_items(row)?;
        let mut votes = Vec::new();
        for number in ballot.into_iter().flat_map(|ballot| ballot.keys()) {
            let column = candidate_key(*number);
            let figure = self.candidates.get(number).map_or(Ok(None), |at| row.figure(*at, &column))?;
            if figure.is_none() && self.gaps != Gaps::Anything {
                return Err(row.error(&column, TableMistake::VotesMissing).of_item(&column));
            }
            votes.extend(figure.map(|figure| (*number, figure)));
        }
        Ok((items, votes))
    }

    fn read_items<N: WholeNumber>(&self, row: &TableRow) -> Result<Vec<Option<N>>, InputError> {
        let mut items = Vec::with_capacity(self.items.len());
        for (item, at) in self.form.items.iter().zip(&self.items) {
            let figure = at.map_or(Ok(None), |at| row.figure(at, item.key.as_str()))?;
            if figure.is_none() && self.gaps == Gaps::OptionalItems && !item.optional {
                return Err(row.error(item.key.as_str(), TableMistake::FigureMissing).of_item(&item.key));
            }
            items.push(figure);
        }
        Ok(items)
    }
}
