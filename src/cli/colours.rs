//! The colours of candidates, in a file beside the ledger: `colours.csv`.

use std::path::Path;

use super::failure::Failure;
use super::files;
use super::folder::in_folder;
use crate::domain::id::ContestId;
use crate::domain::number::BallotNumber;
use crate::intake::colours::{self, COLOURS_FILE};
use crate::portal::colours::Colours;
use crate::service::files::Readers;
use crate::tally::read_model::ReadModel;
use crate::text::Lang;

/// The colours that lie beside a ledger; none where there is no such file. Before the candidates of a contest are registered
/// nobody can say which numbers are theirs.
///
/// # Errors
/// Every mistake in the file, with its line.
pub fn read(ledger: &Path, model: &ReadModel, lang: Lang) -> Result<Colours, Failure> {
    let path = ledger.join(COLOURS_FILE);
    let (true, Some(manifest)) = (path.is_file(), model.manifest()) else { return Ok(Colours::default()) };
    let is_candidate = |contest: &ContestId, number: BallotNumber| {
        let registered = model.contests().get(contest).map_or(&[][..], |record| &record.candidates);
        registered.is_empty() || registered.iter().any(|candidate| candidate.registered.number == number)
    };
    let bytes = files::read_regular(lang, &path)?;
    let rows = colours::read(&bytes, manifest, is_candidate);
    rows.map(Colours::of).map_err(|errors| Failure::inputs(lang, in_folder(ledger, errors)))
}

/// Puts the colours of an election folder beside the ledger that was made of it, where it has any.
///
/// # Errors
/// The file cannot be read, or written.
pub fn copy(folder: &Path, ledger: &Path, lang: Lang) -> Result<(), Failure> {
    let from = folder.join(COLOURS_FILE);
    if !from.is_file() {
        return Ok(());
    }
    let bytes = files::read_regular(lang, &from)?;
    files::write(lang, &ledger.join(COLOURS_FILE), &bytes, Readers::All)
}
