//! The figures of a draft, in the paper's order and with its labels beside them:
//!
//! ```toml
//! [items]
//! voters_main_list = 1391  # Voters on the main list
//! ballots_received = ""    # Ballot papers received
//!
//! [votes]
//! 05 = 178  # Grigol Vashadze
//! ```
//!
//! What is not filled in, or not there, is absent, never zero. Whether it may be is asked later, by `check`.

use std::collections::{BTreeMap, BTreeSet};

use super::context::DraftContext;
use super::hint::Hint;
use crate::domain::finding::{candidate_digits, candidate_key};
use crate::domain::form::{Item, Stage};
use crate::domain::id::ContestId;
use crate::domain::number::{BallotNumber, Count};
use crate::domain::protocol::Figures;
use crate::domain::summary::SummaryFigures;
use crate::intake::error::{InputError, keep};
use crate::intake::mistake::DraftMistake;
use crate::intake::spelling::{self, WholeNumber};
use crate::intake::toml::fields::{Fields, Scalar, TomlValue};
use crate::intake::toml::record::Field;
use crate::intake::toml::scalar::digits;
use crate::intake::toml::writer::TomlWriter;

/// Items by position, and votes by ballot number.
type Cells<N> = (Vec<Option<N>>, Vec<(BallotNumber, N)>);

impl Field for Figures {
    fn write(field: Option<&Self>, _: &'static str, _: Option<Hint>, writer: &mut TomlWriter, context: &DraftContext) {
        let (items, votes) = field.map_or((&[][..], &[][..]), |figures| (&figures.items, &figures.votes));
        write_items(items, |_| true, writer, context);
        write_votes(votes, writer, context);
    }

    fn read(_: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        read_cells(fields, context).map(|(items, votes)| Self { items, votes })
    }
}

impl Field for SummaryFigures {
    fn write(field: Option<&Self>, _: &'static str, _: Option<Hint>, writer: &mut TomlWriter, context: &DraftContext) {
        let (items, votes) = field.map_or((&[][..], &[][..]), |totals| (&totals.items, &totals.votes));
        write_items(items, |_| true, writer, context);
        write_votes(votes, writer, context);
    }

    fn read(_: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        read_cells(fields, context).map(|(items, votes)| Self { items, votes })
    }
}

/// The items of an opening paper: those of the count are not on it.
impl Field for Vec<Option<Count>> {
    fn write(field: Option<&Self>, _: &'static str, _: Option<Hint>, writer: &mut TomlWriter, context: &DraftContext) {
        write_items(field.map_or(&[], Vec::as_slice), is_opening, writer, context);
    }

    fn read(_: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        read_items(fields, is_opening, context)
    }
}

/// Takes the tables of figures of a paper that has none; what was filled in is refused.
pub(super) fn take_blank(fields: &mut Fields) -> Result<(), InputError> {
    for table in ["items", "votes"].map(|key| fields.take(key)).into_iter().flatten() {
        if let Some(filled) = table.table()?.take_all().into_iter().find(|value| !value.is_blank()) {
            return Err(filled.error(DraftMistake::RefusedWithFigures));
        }
    }
    Ok(())
}

fn is_opening(item: &Item) -> bool {
    item.stage == Stage::Opening
}

fn write_items<N: WholeNumber>(
    items: &[Option<N>],
    on_paper: fn(&Item) -> bool,
    writer: &mut TomlWriter,
    context: &DraftContext,
) {
    writer.table("items", |writer| {
        for (at, item) in context.form.items.iter().enumerate().filter(|(_, item)| on_paper(item)) {
            let figure = items.get(at).copied().flatten().map(|figure| figure.to_string());
            writer.value(item.key.as_str(), figure, "\"\"", item.label.in_language(context.language));
        }
    });
}

/// The ballot in its order; a vote for a number that is not on it is not hidden either.
fn write_votes<N: WholeNumber>(votes: &[(BallotNumber, N)], writer: &mut TomlWriter, context: &DraftContext) {
    let ballot = writer.peek("contest").and_then(|contest| context.ballots.0.get(&contest.parse().ok()?));
    let not_there = context.hint(Some(Hint::NotOnTheBallot));
    writer.table("votes", |writer| {
        let name =
            |number| ballot.and_then(|ballot| ballot.get(&number)).map_or("", |n| n.in_language(context.language));
        for number in ballot.into_iter().flat_map(|ballot| ballot.keys().copied()) {
            let figure = votes.iter().find(|(n, _)| *n == number).map(|(_, figure)| figure.to_string());
            writer.value(&format!("{:02}", number.0), figure, "\"\"", name(number));
        }
        for (number, figure) in votes.iter().filter(|(n, _)| ballot.is_none_or(|ballot| !ballot.contains_key(n))) {
            writer.value(&format!("{:02}", number.0), Some(figure.to_string()), "", not_there);
        }
    });
}

fn read_cells<N: WholeNumber>(fields: &mut Fields, context: &DraftContext) -> Result<Cells<N>, Vec<InputError>> {
    let mut errors = Vec::new();
    let items = keep(&mut errors, read_items(fields, |_| true, context));
    let votes = keep(&mut errors, read_votes(fields, context));
    items.zip(votes).ok_or(errors)
}

fn read_items<N: WholeNumber>(
    fields: &mut Fields,
    on_paper: fn(&Item) -> bool,
    context: &DraftContext,
) -> Result<Vec<Option<N>>, Vec<InputError>> {
    let table = fields.required("items").and_then(|value| value.table()).map_err(|e| vec![e])?.take_all();
    let mut items = vec![None; context.form.items.len()];
    let mut errors = Vec::new();
    for value in table {
        match context.form.items.iter().enumerate().find(|(_, item)| item.key.as_str() == value.key) {
            Some((at, item)) if on_paper(item) => match figure(&value) {
                Ok(figure) => items[at] = figure,
                Err(error) => errors.push(error),
            },
            Some(_) => errors.push(value.error(DraftMistake::ItemOfCount)),
            None => errors.push(value.error(DraftMistake::ItemUnknown)),
        }
    }
    if errors.is_empty() { Ok(items) } else { Err(errors) }
}

fn read_votes<N: WholeNumber>(
    fields: &mut Fields,
    context: &DraftContext,
) -> Result<Vec<(BallotNumber, N)>, Vec<InputError>> {
    let table = fields.required("votes").and_then(|value| value.table()).map_err(|e| vec![e])?.take_all();
    // A contest that is missing, or no id, is told where it is read as a field.
    let contest = fields.peek("contest").ok_or_else(Vec::new)?;
    let id: ContestId = Scalar::read(&contest).map_err(|_| Vec::new())?;
    let unknown = || contest.error(DraftMistake::ContestUnknown(id.clone()));
    let ballot = context.ballots.0.get(&id).ok_or_else(|| vec![unknown()])?;
    let (mut votes, mut seen, mut errors) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
    for value in table {
        let number = spelling::ballot_number(candidate_digits(value.key).unwrap_or(value.key));
        let number = number.filter(|number| ballot.contains_key(number));
        let read = match number {
            None => Err(DraftMistake::NotOnBallot),
            Some(number) if !seen.insert(number) => Err(DraftMistake::NumberTwice),
            Some(number) => Ok(number),
        };
        let named = |error: InputError| match number {
            Some(number) => error.of_item(candidate_key(number)),
            None => error,
        };
        match read.map_err(|mistake| value.error(mistake)).and_then(|number| Ok((number, figure(&value)?))) {
            Ok((number, figure)) => votes.extend(figure.map(|figure| (number, figure))),
            Err(error) => errors.push(named(error)),
        }
    }
    if errors.is_empty() { Ok(votes.into_iter().collect()) } else { Err(errors) }
}

/// A figure; none where nothing is filled in.
fn figure<N: WholeNumber>(value: &TomlValue) -> Result<Option<N>, InputError> {
    if value.is_blank() { Ok(None) } else { digits(value).map(Some) }
}
