//! What is shown before anybody signs.

use super::super::check;
use super::super::output::{Output, Tone, column};
use super::paper::Paper as SignedPaper;
use crate::clerk::background::Background;
use crate::clerk::check::Checked;
use crate::domain::statement::Body;
use crate::text;
use crate::view::event::Fields;
use crate::view::sheet::{Sheet, SheetFigure, SheetRow};

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
    let Sheet { rows, figures, .. } = Sheet::of(lang, body, Some(&background.model));
    let rows = rows.into_iter().map(|SheetRow { label, value }| (label, value));
    let figures = figures.into_iter().map(|SheetFigure { label, figure, .. }| (label, figure));
    let all: Vec<_> = rows.chain(figures).map(|(label, value)| format!("{label}: {value}")).collect();
    output.say(&format!("    {}", all.join(BETWEEN)));
    check::warn(body, Some(background), output);
}

/// Shows what is signed: all that it says, and every figure in figures and in words, as the law wants it on the paper.
pub fn show(body: &Body, background: Option<&Background>, output: &Output) {
    let Sheet { says, rows, figures, .. } = Sheet::of(output.lang, body, background.map(|known| &known.model));
    output.say(&says);
    let width = column(0, rows.iter().map(|row| row.label.as_str()));
    rows.iter().for_each(|SheetRow { label, value }| output.say(&format!("  {label:<width$}  {value}")));
    for SheetFigure { label, figure, words } in figures {
        output.say(&format!("  {label:<52} {figure:>10}  {words}"));
    }
}

/// Shows the same field by field, as a program reads it.
pub fn show_fields(body: &Body, output: &Output) {
    serde_json::to_string_pretty(&Fields::of(body)).unwrap_or_default().lines().for_each(|line| output.say(line));
}
