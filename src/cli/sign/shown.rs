//! What is shown before anybody signs.

use std::fmt::Display;

use super::super::check;
use super::super::output::{Output, Tone, column};
use super::paper::Paper as SignedPaper;
use crate::domain::id::ContestId;
use crate::domain::number::{BallotNumber, Count};
use crate::domain::observer::{CopyContent, CopyFiled};
use crate::domain::protocol::{Figures, Paper};
use crate::domain::statement::Body;
use crate::domain::summary::SummarySubmitted;
use crate::domain::time::Offset;
use crate::service::check::Checked;
use crate::service::kit::Background;
use crate::text::{self, Label, Lang, Row};
use crate::view::event::Fields;

/// What stands between the parts of a paper that is shown on one line.
const BETWEEN: &str = " · ";

/// Shows one paper of many: its file, what it says, all that stands in it, and under which codes it does not add up.
pub fn row(paper: &SignedPaper, checked: &Checked, background: &Background, output: &Output) {
    let (lang, body) = (output.lang, &paper.draft.body);
    let form = background.model.manifest().map(|manifest| &manifest.form);
    let mut line = format!("{}  {}", paper.file.display(), text::body_line(lang, body, form));
    let codes: Vec<_> = checked.findings.iter().map(|finding| finding.code.to_string()).collect();
    if !codes.is_empty() {
        line += &format!("  {}", output.paint(Tone::Note, &codes.join(" ")));
    }
    output.say(&line);
    let rows = text::page(lang, body, clock(Some(background))).into_iter().map(|Row { label, value }| (label, value));
    let figures = figures(body, Some(background), lang);
    let figures = figures.into_iter().map(|(label, figure)| (label, text::number(lang, figure)));
    let all: Vec<_> = rows.chain(figures).map(|(label, value)| format!("{label}: {value}")).collect();
    output.say(&format!("    {}", all.join(BETWEEN)));
    check::warn(body, Some(background), output);
}

/// Shows what is signed: all that it says, and every figure in figures and in words, as the law wants it on the paper.
pub fn show(body: &Body, background: Option<&Background>, output: &Output) {
    let lang = output.lang;
    output.say(&text::statement_line(lang, body));
    let rows = text::page(lang, body, clock(background));
    let width = column(0, rows.iter().map(|row| row.label.as_str()));
    rows.iter().for_each(|Row { label, value }| output.say(&format!("  {label:<width$}  {value}")));
    for (label, figure) in figures(body, background, lang) {
        let words = text::words(lang, figure);
        output.say(&format!("  {label:<52} {:>10}  {words}", text::number(lang, figure)));
    }
}

/// Shows the same field by field, as a program reads it.
pub fn show_fields(body: &Body, output: &Output) {
    serde_json::to_string_pretty(&Fields::of(body)).unwrap_or_default().lines().for_each(|line| output.say(line));
}

/// The election's clock, where the election is known.
fn clock(background: Option<&Background>) -> Option<Offset> {
    background.and_then(|background| background.model.manifest()).map(|manifest| manifest.utc_offset)
}

/// Every figure of a paper, under the form's label or the candidate's name; by number where no election is known.
fn figures(body: &Body, background: Option<&Background>, lang: Lang) -> Vec<(String, u64)> {
    let (contest, items, votes) = match body {
        Body::OpeningSealed(sealed) => (&sealed.paper.contest, counts(&sealed.items), Vec::new()),
        Body::ProtocolSubmitted(protocol) => of_paper(&protocol.paper, &protocol.figures),
        Body::ProtocolCorrected(corrected) => of_paper(&corrected.protocol.paper, &corrected.protocol.figures),
        Body::CopyFiled(CopyFiled { paper, content: CopyContent::Handed { figures, .. } }) => of_paper(paper, figures),
        Body::SummarySubmitted(summary) => of_summary(summary),
        Body::SummaryCorrected(corrected) => of_summary(&corrected.summary),
        _ => return Vec::new(),
    };
    let form = background.and_then(|background| background.model.manifest()).map(|manifest| &manifest.form);
    let numbered = |what, number: &dyn Display| format!("{} {number}", text::label(lang, what));
    let label = |at: usize| match form {
        Some(form) => form.items.get(at).map(|item| item.label.in_language(lang.code()).to_owned()),
        None => Some(numbered(Label::Item, &(at + 1))),
    };
    let items = items.into_iter().enumerate().filter_map(|(at, figure)| Some((label(at)?, figure?)));
    let candidates = background.and_then(|background| background.model.contests().get(contest));
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
