//! Election folders that people name.

use std::path::Path;

use super::failure::Failure;
use super::files;
use crate::intake::error::InputError;
use crate::intake::folder::ElectionFolder;
use crate::service::error::Error;
use crate::text::Lang;

/// Reads the folder's files into memory; they are proved before anything is written.
pub fn read_folder(lang: Lang, folder: &Path) -> Result<ElectionFolder, Failure> {
    let wanted = |name: &str| name == "manifest.toml" || name.ends_with(".csv");
    let files = files::read_folder(lang, folder, wanted)?.into_iter().collect();
    let placed = |errors: Vec<InputError>| errors.into_iter().map(|error| in_folder(folder, error)).collect();
    ElectionFolder::read(&files).map_err(|errors| Failure::inputs(lang, placed(errors)))
}

/// What an operation could not do with a folder.
pub fn failed(lang: Lang, folder: &Path, error: Error) -> Failure {
    match error {
        Error::Table(error) => Failure::input(lang, in_folder(folder, *error)),
        error => Failure::service(lang, error),
    }
}

/// A mistake in a table, with the table's place on the disk.
fn in_folder(folder: &Path, error: InputError) -> InputError {
    InputError { file: folder.join(&error.file).display().to_string(), ..error }
}
