//! What is shown before anybody signs.

use super::super::check;
use super::super::output::{Output, Tone};
use super::paper::Paper as SignedPaper;
use crate::domain::manifest::Manifest;
use crate::domain::protocol::{Figures, Paper};
use crate::domain::statement::Body;
use crate::service::check::Checked;
use crate::service::kit::Background;
use crate::text;
use crate::view::event::Fields;

/// Shows one paper of many: its file, what it says, and under which codes it does not add up.
pub fn row(paper: &SignedPaper, checked: &Checked, background: &Background, output: &Output) {
    let form = background.model.manifest().map(|manifest| &manifest.form);
    let mut line = format!("{}  {}", paper.file.display(), text::body_line(output.lang, &paper.draft.body, form));
    let codes: Vec<_> = checked.findings.iter().map(|finding| finding.code.to_string()).collect();
    if !codes.is_empty() {
        line += &format!("  {}", output.paint(Tone::Note, &codes.join(" ")));
    }
    output.say(&line);
    check::warn(&paper.draft.body, Some(background), output);
}

/// Shows what is signed: every figure in figures and in words, as the law wants it on the paper.
pub fn show(body: &Body, background: Option<&Background>, output: &Output) {
    output.say(&text::statement_line(output.lang, body));
    let Some(manifest) = background.and_then(|background| background.model.manifest()) else {
        return show_fields(body, output);
    };
    match body {
        Body::ProtocolSubmitted(protocol) => {
            show_figures(&protocol.figures, manifest, background, &protocol.paper, output)
        }
        Body::ProtocolCorrected(corrected) => {
            let protocol = &corrected.protocol;
            show_figures(&protocol.figures, manifest, background, &protocol.paper, output);
        }
        Body::OpeningSealed(sealed) => {
            let figures = Figures { items: sealed.items.clone(), votes: Vec::new() };
            show_figures(&figures, manifest, background, &sealed.paper, output);
        }
        _ => return show_fields(body, output),
    }
    for attachment in body.attachments() {
        output.say(&format!("  {}", text::attachment(output.lang, attachment)));
    }
}

fn show_fields(body: &Body, output: &Output) {
    serde_json::to_string_pretty(&Fields::of(body)).unwrap_or_default().lines().for_each(|line| output.say(line));
}

fn show_figures(
    figures: &Figures,
    manifest: &Manifest,
    background: Option<&Background>,
    paper: &Paper,
    output: &Output,
) {
    let lang = output.lang;
    let line = |label: &str, figure: u32| {
        let words = text::words(lang, u64::from(figure));
        output.say(&format!("  {:<52} {:>10}  {words}", label, text::number(lang, u64::from(figure))));
    };
    for (item, figure) in manifest.form.items.iter().zip(&figures.items) {
        if let Some(figure) = figure {
            line(item.label.in_language(lang.code()), figure.0);
        }
    }
    let contest = background.and_then(|background| background.model.contests().get(&paper.contest));
    for (number, votes) in &figures.votes {
        let candidate = contest.and_then(|c| c.candidates.iter().find(|c| c.registered.number == *number));
        let name = candidate.map_or("", |candidate| candidate.registered.names.in_language(lang.code()));
        line(&format!("{number} {name}"), votes.0);
    }
}
