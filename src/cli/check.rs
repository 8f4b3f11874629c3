//! `check`: the rules, run on a draft. Nothing is signed and nothing leaves the room.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{BackgroundSource, Global};
use super::failure::{Exit, Failure};
use super::files;
use super::kit;
use super::ledger::now;
use super::output::{Output, Tone, column};
use super::scans;
use crate::domain::form::Severity;
use crate::domain::statement::{Body, Kind};
use crate::intake::draft::{self, Draft, DraftContext};
use crate::service::check::{Checked, check};
use crate::service::error;
use crate::service::kit::Background;
use crate::text::{self, Label};
use crate::view::check as view;
use crate::view::finding::Finding as FindingView;
use crate::view::refusal::Refusal;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol check 01.001.toml --kit kit.protokol\n  protokol check 01.001.toml --json"
)]
pub struct Check {
    /// The draft
    pub draft: PathBuf,
    #[command(flatten)]
    pub background: BackgroundSource,
}

pub fn run(global: &Global, arguments: &Check, output: &Output) -> Result<Exit, Failure> {
    let background = background_of(global, arguments, output)?;
    let draft = read_draft(&arguments.draft, background.as_ref(), output)?;
    let checked = check(&draft.body, background.as_ref(), now());
    tell(&checked, background.as_ref(), output);
    warn(&draft.body, output);
    if !checked.sums_are_checked {
        output.say(output.label(Label::KitHasNoSums));
    }
    Ok(exit(&checked))
}

/// A founding act needs nothing to be held against.
fn background_of(global: &Global, arguments: &Check, output: &Output) -> Result<Option<Background>, Failure> {
    let text = files::read_text(output.lang, &arguments.draft)?;
    if is_founding(&text) { Ok(None) } else { kit::load(global, &arguments.background, output).map(Some) }
}

/// The kind that a draft says it is of, where it says one.
pub fn kind_of(text: &str) -> Option<Kind> {
    let kinds = text.lines().filter_map(|line| line.split_once('=')).filter(|(key, _)| key.trim() == "kind");
    let mut words = kinds.map(|(_, word)| word.trim().trim_start_matches(['"', '\'']));
    let word = words.next()?.split(['"', '\'']).next()?;
    Kind::ALL.iter().copied().find(|kind| kind.word() == word)
}

/// Whether a draft says that it is a founding act.
pub fn is_founding(text: &str) -> bool {
    kind_of(text) == Some(Kind::ElectionCalled)
}

/// Reads a draft, and sees that it is for this ledger.
pub fn read_draft(path: &Path, background: Option<&Background>, output: &Output) -> Result<Draft, Failure> {
    let text = files::read_text(output.lang, path)?;
    let context = background.map(|background| background.context(output.lang.code(), text::hint)).transpose();
    let context = context.map_err(|error| Failure::service(output.lang, error))?;
    let scans = scans::of_draft(output.lang, path, &text)?;
    let context = context.map(|context| DraftContext { scans, ..context });
    let read = draft::read(&path.display().to_string(), &text, context.as_ref());
    read.map_err(|errors| Failure::inputs(output.lang, errors))
}

/// The exit code of a check: what is refused is graver than what does not add up.
fn exit(checked: &Checked) -> Exit {
    if let Some(first) = checked.refusals.first() {
        Exit::from(error::Kind::of_refusal(first.code()))
    } else if checked.findings.iter().any(|finding| finding.severity == Severity::Error) {
        Exit::Findings
    } else {
        Exit::Done
    }
}

/// Warns of what ends for ever, before it is signed.
pub fn warn(body: &Body, output: &Output) {
    if let Some(ends) = text::ends_for_ever(output.lang, body) {
        output.say(&ends);
    }
}

/// Tells what was found; says whether anything was.
pub fn tell(checked: &Checked, background: Option<&Background>, output: &Output) {
    let manifest = background.and_then(|background| background.model.manifest());
    if output.json {
        let refusal = |rejection| view::Checked::Refusal(Refusal::of(rejection, output.lang));
        let refusals = checked.refusals.iter().map(refusal);
        let finding = |finding| Some(view::Checked::Finding(FindingView::of(finding, manifest?, output.lang)));
        let findings = checked.findings.iter().filter_map(finding);
        output.value(&view::Check { findings: refusals.chain(findings).collect() });
        return;
    }
    let words = [Label::Refused, Label::Error, Label::Unusual].map(|word| output.label(word));
    let width = column(7, words);
    let [refused, error, unusual] = words.map(|word| format!("{word:<width$}"));
    for rejection in &checked.refusals {
        let said = text::rejection(output.lang, rejection);
        output.line(&format!("{:<4} {refused}  {}", output.paint(Tone::Bad, rejection.code().as_str()), said.says));
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
    if checked.refusals.is_empty() && checked.findings.is_empty() {
        output.line(output.label(Label::PaperIsComplete));
    } else if checked.refusals.is_empty() {
        output.say(output.label(Label::CountAgain));
    }
}
