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

use super::DraftContext;
use crate::domain::finding::candidate_key;
use crate::domain::form::{Item, Stage};
use crate::domain::id::ContestId;
use crate::domain::number::{BallotNumber, Count};
use crate::domain::protocol::Figures;
use crate::domain::summary::SummaryFigures;
use crate::intake::error::{Flaw, InputError, keep};
use crate::intake::spelling::{self, Whole};
use crate::intake::toml::fields::{Fields, Given};
use crate::intake::toml::page::Page;
use crate::intake::toml::record::Entry;
use crate::intake::toml::scalar::{Scalar, digits};

/// Items by position, and votes by ballot number.
type Cells<N> = (Vec<Option<N>>, Vec<(BallotNumber, N)>);

impl Entry for Figures {
    fn write(entry: Option<&Self>, _: &'static str, _: &str, page: &mut Page, context: &DraftContext) {
        let (items, votes) = entry.map_or((&[][..], &[][..]), |figures| (&figures.items, &figures.votes));
        write_items(items, |_| true, page, context);
        write_votes(votes, page, context);
    }

    fn read(_: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        read_cells(fields, context).map(|(items, votes)| Self { items, votes })
    }
}

impl Entry for SummaryFigures {
    fn write(entry: Option<&Self>, _: &'static str, _: &str, page: &mut Page, context: &DraftContext) {
        let (items, votes) = entry.map_or((&[][..], &[][..]), |totals| (&totals.items, &totals.votes));
        write_items(items, |_| true, page, context);
        write_votes(votes, page, context);
    }

    fn read(_: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        read_cells(fields, context).map(|(items, votes)| Self { items, votes })
    }
}

/// The items of an opening paper: those of the count are not on it.
impl Entry for Vec<Option<Count>> {
    fn write(entry: Option<&Self>, _: &'static str, _: &str, page: &mut Page, context: &DraftContext) {
        write_items(entry.map_or(&[], Vec::as_slice), is_opening, page, context);
    }

    fn read(_: &'static str, fields: &mut Fields, context: &DraftContext) -> Result<Self, Vec<InputError>> {
        read_items(fields, is_opening, context)
    }
}

/// Takes the tables of figures of a paper that has none; what was filled in is refused.
pub(super) fn take_blank(fields: &mut Fields) -> Result<(), InputError> {
    for table in ["items", "votes"].map(|key| fields.take(key)).into_iter().flatten() {
        if let Some(filled) = table.table()?.take_all().into_iter().find(|given| !given.is_blank()) {
            return Err(
                filled.error(Flaw::new("a refused copy has no figures", "empty it, or write copy = \"handed\""))
            );
        }
    }
    Ok(())
}

fn is_opening(item: &Item) -> bool {
    item.stage == Stage::Opening
}

fn write_items<N: Whole>(items: &[Option<N>], on_paper: fn(&Item) -> bool, page: &mut Page, context: &DraftContext) {
    page.table("items", |page| {
        for (at, item) in context.form.items.iter().enumerate().filter(|(_, item)| on_paper(item)) {
            let figure = items.get(at).copied().flatten().map(|figure| figure.to_string());
            page.value(item.key.as_str(), figure, "\"\"", item.label.in_language(context.language));
        }
    });
}

/// The ballot in its order; a vote for a number that is not on it is not hidden either.
fn write_votes<N: Whole>(votes: &[(BallotNumber, N)], page: &mut Page, context: &DraftContext) {
    let ballot = page.peek("contest").and_then(|contest| context.ballots.0.get(&contest.parse().ok()?));
    page.table("votes", |page| {
        let name =
            |number| ballot.and_then(|ballot| ballot.get(&number)).map_or("", |n| n.in_language(context.language));
        for number in ballot.into_iter().flat_map(|ballot| ballot.keys().copied()) {
            let figure = votes.iter().find(|(n, _)| *n == number).map(|(_, figure)| figure.to_string());
            page.value(&format!("{:02}", number.0), figure, "\"\"", name(number));
        }
        for (number, figure) in votes.iter().filter(|(n, _)| ballot.is_none_or(|ballot| !ballot.contains_key(n))) {
            page.value(&format!("{:02}", number.0), Some(figure.to_string()), "", "not on the ballot");
        }
    });
}

fn read_cells<N: Whole>(fields: &mut Fields, context: &DraftContext) -> Result<Cells<N>, Vec<InputError>> {
    let mut errors = Vec::new();
    let items = keep(&mut errors, read_items(fields, |_| true, context));
    let votes = keep(&mut errors, read_votes(fields, context));
    items.zip(votes).ok_or(errors)
}

fn read_items<N: Whole>(
    fields: &mut Fields,
    on_paper: fn(&Item) -> bool,
    context: &DraftContext,
) -> Result<Vec<Option<N>>, Vec<InputError>> {
    let table = fields.required("items").and_then(|given| given.table()).map_err(|e| vec![e])?.take_all();
    let mut items = vec![None; context.form.items.len()];
    let mut errors = Vec::new();
    for given in table {
        match context.form.items.iter().enumerate().find(|(_, item)| item.key.as_str() == given.key) {
            Some((at, item)) if on_paper(item) => match figure(&given) {
                Ok(figure) => items[at] = figure,
                Err(error) => errors.push(error),
            },
            Some(_) => {
                let says = "this item is written at the count, and not before the boxes are opened";
                errors.push(given.error(Flaw::new(says, "remove the line")));
            }
            None => errors.push(given.error(Flaw::new("the form has no such item", "remove it, or correct its name"))),
        }
    }
    if errors.is_empty() { Ok(items) } else { Err(errors) }
}

fn read_votes<N: Whole>(
    fields: &mut Fields,
    context: &DraftContext,
) -> Result<Vec<(BallotNumber, N)>, Vec<InputError>> {
    let table = fields.required("votes").and_then(|given| given.table()).map_err(|e| vec![e])?.take_all();
    // A contest that is missing, or no id, is told where it is read as a field.
    let contest = fields.peek("contest").ok_or_else(Vec::new)?;
    let id: ContestId = Scalar::read(&contest).map_err(|_| Vec::new())?;
    let unknown = || contest.error(Flaw::new(format!("there is no contest {id}"), "correct it"));
    let ballot = context.ballots.0.get(&id).ok_or_else(|| vec![unknown()])?;
    let (mut votes, mut seen, mut errors) = (BTreeMap::new(), BTreeSet::new(), Vec::new());
    for given in table {
        let number = spelling::ballot_number(given.key.strip_prefix("cand_").unwrap_or(given.key));
        let number = number.filter(|number| ballot.contains_key(number));
        let read = match number {
            None => Err(Flaw::new("no such number is on the ballot", "write it as on the ballot, with two digits")),
            Some(number) if !seen.insert(number) => Err(Flaw::new("this number stands here twice", "remove one")),
            Some(number) => Ok(number),
        };
        let named = |error: InputError| match number {
            Some(number) => error.of_item(candidate_key(number)),
            None => error,
        };
        match read.map_err(|flaw| given.error(flaw)).and_then(|number| Ok((number, figure(&given)?))) {
            Ok((number, figure)) => votes.extend(figure.map(|figure| (number, figure))),
            Err(error) => errors.push(named(error)),
        }
    }
    if errors.is_empty() { Ok(votes.into_iter().collect()) } else { Err(errors) }
}

/// A figure; none where nothing is filled in.
fn figure<N: Whole>(given: &Given) -> Result<Option<N>, InputError> {
    if given.is_blank() { Ok(None) } else { digits(given).map(Some) }
}
