//! Drafts that people name: of which kind they are, and what they say.

use std::path::Path;

use super::failure::Failure;
use super::files;
use super::output::Output;
use super::scans;
use crate::clerk::background::Background;
use crate::domain::statement::Kind;
use crate::intake::draft::{self, Draft, DraftContext};
use crate::text;

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
