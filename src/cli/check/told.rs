//! What the rules say of a draft, as it is told.

use super::super::failure::Exit;
use super::super::output::{Output, Tone, column};
use super::super::rendering::papers;
use crate::clerk::background::{Background, Origin};
use crate::clerk::check::Checked;
use crate::domain::code::Code;
use crate::domain::form::Severity;
use crate::domain::manifest::Manifest;
use crate::domain::rejection::Rejection;
use crate::domain::statement::Body;
use crate::service::error;
use crate::tally::totals::tallies;
use crate::text::{self, Label};
use crate::view::check as view;
use crate::view::finding::Finding as FindingView;
use crate::view::refusal::Refusal;

/// The exit code of a check: what is refused is graver than what does not add up.
pub fn exit(checked: &Checked) -> Exit {
    if let Some(first) = checked.refusals.first() {
        Exit::from(error::Kind::of_refusal(first.code()))
    } else if checked.findings.iter().any(|finding| finding.severity == Severity::Error) {
        Exit::Findings
    } else {
        Exit::Done
    }
}

/// Warns of what ends for ever, before it is signed: also how many papers are then awaited for ever. A kit has none.
pub fn warn(body: &Body, background: Option<&Background>, output: &Output) {
    let Some(ends) = text::ends_for_ever(output.lang, body) else { return };
    output.say(&ends);
    let Some(ledger) = background.filter(|background| background.origin == Origin::Ledger) else { return };
    let (model, size) = (&ledger.model, ledger.state.size());
    let open = model.contests().iter().filter(|(id, contest)| {
        contest.certified_at(size).is_none() && body.contest().is_none_or(|ended| ended == *id)
    });
    for (id, contest) in open {
        let whole = model.held_in(&contest.contest).and_then(|unit| tallies(model, id, size).remove(unit));
        if let Some(tally) = whole.filter(|tally| tally.awaited > 0) {
            output.say(&format!("  {id}: {}", papers(output, &tally)));
        }
    }
}

/// What was found, for a program.
pub fn view(checked: &Checked, manifest: Option<&Manifest>, output: &Output) -> view::Check {
    let refusal = |rejection| view::Checked::Refusal(Refusal::of(rejection, output.lang));
    let refusals = checked.refusals.iter().map(refusal);
    let finding = |finding| Some(view::Checked::Finding(FindingView::of(finding, manifest?, output.lang)));
    let findings = checked.findings.iter().filter_map(finding);
    view::Check { findings: refusals.chain(findings).collect() }
}

/// Tells what was found, or that nothing was.
pub fn tell(checked: &Checked, background: Option<&Background>, output: &Output) {
    let manifest = background.and_then(|background| background.model.manifest());
    if output.json {
        return output.value(&view(checked, manifest, output));
    }
    tell_found(checked, manifest, output);
    if checked.refusals.is_empty() && checked.findings.is_empty() {
        output.line(output.label(Label::PaperIsComplete));
    } else if checked.refusals.is_empty() {
        output.say(output.label(Label::CountAgain));
    }
}

/// A line for each thing that was found.
pub fn tell_found(checked: &Checked, manifest: Option<&Manifest>, output: &Output) {
    let words = [Label::Refused, Label::Error, Label::Unusual].map(|word| output.label(word));
    let width = column(7, words);
    let [refused, error, unusual] = words.map(|word| format!("{word:<width$}"));
    // Of an empty draft, what is missing is told once.
    let missing = manifest.and_then(|m| text::figures_missing(output.lang, &checked.refusals, &m.form));
    let is_told = |rejection: &&Rejection| missing.is_none() || !rejection.is_of_missing_figure();
    let each = checked.refusals.iter().filter(is_told).map(|r| (r.code(), text::rejection(output.lang, r)));
    let each: Vec<_> = each.collect();
    for (code, said) in missing.into_iter().map(|said| (Code::R15, said)).chain(each) {
        output.line(&format!("{:<4} {refused}  {}", output.paint(Tone::Bad, code.as_str()), said.says));
        output.line(&format!("{:indent$}{}", "", said.remedy, indent = width + 8));
    }
    for finding in &checked.findings {
        let (tone, word) = match finding.severity {
            Severity::Error => (Tone::Bad, &error),
            Severity::Warning => (Tone::Note, &unusual),
        };
        let says = manifest.map_or_else(String::new, |manifest| text::finding(output.lang, finding, manifest));
        output.line(&format!("{:<4} {}  {says}", finding.code, output.paint(tone, word)));
    }
}
