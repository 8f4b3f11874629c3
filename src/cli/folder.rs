//! Election folders that people name.

use std::collections::BTreeMap;
use std::path::Path;

use super::failure::Failure;
use super::files;
use super::output::Output;
use super::words::papers;
use crate::intake::csv::separator::Separator;
use crate::intake::error::InputError;
use crate::intake::folder::{ElectionFolder, MANIFEST_FILE};
use crate::intake::lookalike::{Lookalike, is_read, lookalike};
use crate::service::error::Error;
use crate::text::Lang;

/// Reads the folder's files into memory; they are proved before anything is written. What looks like a table and is
/// not read, or is not read as it stands, is told.
pub fn read_folder(folder: &Path, output: &Output) -> Result<ElectionFolder, Failure> {
    let mut read = BTreeMap::new();
    for name in files::names(output.lang, folder)? {
        let path = folder.join(&name);
        if is_read(&name) {
            let bytes = files::read_regular(output.lang, &path)?;
            tell_separator(&name, &bytes, output);
            read.insert(name, bytes);
        } else if !path.is_dir() {
            tell_lookalike(&name, output);
        }
    }
    ElectionFolder::read(&read).map_err(|errors| Failure::inputs(output.lang, in_folder(folder, errors)))
}

fn tell_lookalike(file: &str, output: &Output) {
    match lookalike(file) {
        Some(Lookalike::Misnamed(name)) => output.say(&say!(output.lang, papers::paper_misnamed_table { file, name })),
        Some(Lookalike::NoTable) => output.say(&say!(output.lang, papers::paper_unread_table { file })),
        None => {}
    }
}

fn tell_separator(file: &str, bytes: &[u8], output: &Output) {
    let header = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let separator = Separator::of(&String::from_utf8_lossy(header));
    let told = match separator {
        _ if file == MANIFEST_FILE => return,
        Separator::Comma => return,
        Separator::Semicolon => say!(output.lang, papers::paper_semicolons { file }),
        Separator::Tab => say!(output.lang, papers::paper_tabs { file }),
    };
    output.say(&told);
}

/// What an operation could not do with a folder.
pub fn failed(lang: Lang, folder: &Path, error: Error) -> Failure {
    match error {
        Error::Tables(errors) => Failure::inputs(lang, in_folder(folder, errors)),
        error => Failure::service(lang, error),
    }
}

/// Mistakes in tables, with the tables' places on the disk.
pub fn in_folder(folder: &Path, errors: Vec<InputError>) -> Vec<InputError> {
    let placed = |error: InputError| InputError { file: folder.join(&error.file).display().to_string(), ..error };
    errors.into_iter().map(placed).collect()
}
