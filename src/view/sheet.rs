//! A statement as the page that is read before it is signed.

use std::fmt::Display;

use schemars::JsonSchema;
use serde::Serialize;

use crate::domain::id::ContestId;
use crate::domain::number::{BallotNumber, Count};
use crate::domain::observer::{CopyContent, CopyFiled};
use crate::domain::protocol::{Figures, Paper};
use crate::domain::statement::Body;
use crate::domain::summary::SummarySubmitted;
use crate::tally::read_model::ReadModel;
use crate::text::{self, Label, Lang, Row};

/// All that a statement says: what it is, what it is about, and every figure in figures and in words, as the law wants
/// it on the paper.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Sheet {
    /// What it says, on one line.
    pub says: String,
    /// All that it says besides figures.
    pub rows: Vec<SheetRow>,
    /// Every figure that stands on it, in the paper's order.
    pub figures: Vec<SheetFigure>,
    /// What it ends for ever; null where it can be put right afterwards.
    pub ends: Option<String>,
}

/// A row of a page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct SheetRow {
    /// What the row is of.
    pub label: String,
    /// What is said of it.
    pub value: String,
}

/// A figure of a page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct SheetFigure {
    /// What the paper calls it, or the candidate's number and name.
    pub label: String,
    /// In figures.
    pub figure: String,
    /// In words.
    pub words: String,
}

impl Sheet {
    /// The page of what a statement says, in a language; with the election's clock and labels where it is known.
    pub fn of(lang: Lang, body: &Body, model: Option<&ReadModel>) -> Self {
        let clock = model.and_then(ReadModel::manifest).map(|manifest| manifest.utc_offset);
        let row = |Row { label, value }| SheetRow { label, value };
        let figure = |(label, figure)| SheetFigure {
            label,
            figure: text::number(lang, figure),
            words: text::words(lang, figure),
        };
        Self {
            says: text::statement_line(lang, body),
            rows: text::page(lang, body, clock).into_iter().map(row).collect(),
            figures: figures(lang, body, model).into_iter().map(figure).collect(),
            ends: text::ends_for_ever(lang, body),
        }
    }
}

/// Every figure of a paper, under the form's label or the candidate's name; by number where no election is known.
fn figures(lang: Lang, body: &Body, model: Option<&ReadModel>) -> Vec<(String, u64)> {
    let (contest, items, votes) = match body {
        Body::OpeningSealed(sealed) => (&sealed.paper.contest, counts(&sealed.items), Vec::new()),
        Body::ProtocolSubmitted(protocol) => of_paper(&protocol.paper, &protocol.figures),
        Body::ProtocolCorrected(corrected) => of_paper(&corrected.protocol.paper, &corrected.protocol.figures),
        Body::CopyFiled(CopyFiled { paper, content: CopyContent::Handed { figures, .. } }) => of_paper(paper, figures),
        Body::SummarySubmitted(summary) => of_summary(summary),
        Body::SummaryCorrected(corrected) => of_summary(&corrected.summary),
        _ => return Vec::new(),
    };
    let form = model.and_then(ReadModel::manifest).map(|manifest| &manifest.form);
    let numbered = |what, number: &dyn Display| format!("{} {number}", text::label(lang, what));
    let label = |at: usize| match form {
        Some(form) => form.items.get(at).map(|item| item.label.in_language(lang.code()).to_owned()),
        None => Some(numbered(Label::Item, &(at + 1))),
    };
    let items = items.into_iter().enumerate().filter_map(|(at, figure)| Some((label(at)?, figure?)));
    let candidates = model.and_then(|model| model.contests().get(contest));
    let named = |(number, votes): (BallotNumber, u64)| {
        let candidate = candidates.and_then(|c| c.candidates.iter().find(|c| c.registered.number == number));
        let name = candidate.map_or("", |candidate| candidate.registered.names.in_language(lang.code()));
        (if form.is_some() { format!("{number} {name}") } else { numbered(Label::Candidate, &number) }, votes)
    };
    items.chain(votes.into_iter().map(named)).collect()
}

type PaperFigures<'a> = (&'a ContestId, Vec<Option<u64>>, Vec<(BallotNumber, u64)>);

fn of_paper<'a>(paper: &'a Paper, figures: &Figures) -> PaperFigures<'a> {
    let votes = figures.votes.iter().map(|(number, votes)| (*number, u64::from(votes.0)));
    (&paper.contest, counts(&figures.items), votes.collect())
}

fn of_summary(summary: &SummarySubmitted) -> PaperFigures<'_> {
    let items = summary.totals.items.iter().map(|total| total.map(|total| total.0));
    let votes = summary.totals.votes.iter().map(|(number, votes)| (*number, votes.0));
    (&summary.contest, items.collect(), votes.collect())
}

fn counts(items: &[Option<Count>]) -> Vec<Option<u64>> {
    items.iter().map(|figure| figure.map(|figure| u64::from(figure.0))).collect()
}
