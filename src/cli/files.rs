//! Files that people name on the command line: read whole, written whole or not at all.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::output::Output;
use super::words::papers;
use crate::ledger::submission::SignedStatement;
use crate::service::files as whole;
use crate::service::files::Readers;
use crate::store::error::Doing;
use crate::text::{self, Lang, Said};

/// How submissions are named.
pub const SUBMISSION_EXTENSION: &str = "submission";

/// How receipts are named.
pub const RECEIPT_EXTENSION: &str = "tlog-proof";

/// What every election folder has.
const MANIFEST: &str = "manifest.toml";

/// How drafts are named.
pub const DRAFT_EXTENSION: &str = "toml";

/// Whether a file's name ends with a dot and this.
pub fn ending_with(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|extension| extension == ending)
}

/// Whether a file is named as a draft is; the manifest of an election folder is none.
pub fn is_draft(path: &Path) -> bool {
    ending_with(path, DRAFT_EXTENSION) && path.file_name().is_none_or(|name| name != MANIFEST)
}

/// The same name with another ending. Only that ending goes: the last part of a unit's number is none.
pub fn renamed(path: &Path, from: &str, to: &str) -> PathBuf {
    let stem = if ending_with(path, from) { path.with_extension("") } else { path.to_owned() };
    let mut name = stem.into_os_string();
    name.push(format!(".{to}"));
    name.into()
}

/// Reads a whole file, at most `PAPER_BYTES_MAX`.
pub fn read(lang: Lang, path: &Path) -> Result<Vec<u8>, Failure> {
    whole::read(path).map_err(|error| Failure::service(lang, error))
}

/// Reads a whole file as UTF-8.
pub fn read_text(lang: Lang, path: &Path) -> Result<String, Failure> {
    whole::read_text(path).map_err(|error| Failure::service(lang, error))
}

/// A submission file.
pub fn read_submission(path: &Path, output: &Output) -> Result<SignedStatement, Failure> {
    SignedStatement::from_file(&read(output.lang, path)?).map_err(|error| {
        let said = text::submission_error(output.lang, &error);
        let says = say!(output.lang, papers::paper_in_file { file: path.display().to_string(), says: said.says });
        Failure { code: error.code(), ..Failure::format(path, Said { says, ..said }) }
    })
}

/// Writes a new file, whole; refuses one that exists.
pub fn write_new(lang: Lang, path: &Path, bytes: &[u8], readers: Readers) -> Result<(), Failure> {
    whole::write_new(path, bytes, readers).map_err(|error| Failure::service(lang, error))
}

/// Writes new files into a folder, which is made if it must: all of them or none, and none over another.
pub fn write_all_new(
    lang: Lang,
    folder: &Path,
    files: &[(PathBuf, impl AsRef<[u8]>)],
    readers: Readers,
) -> Result<(), Failure> {
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        return Err(Failure::exists(lang, path));
    }
    fs::create_dir_all(folder).map_err(|error| Failure::io(lang, Doing::Create, folder, &error))?;
    for (at, (path, bytes)) in files.iter().enumerate() {
        write_new(lang, path, bytes.as_ref(), readers).inspect_err(|_| {
            // A later run would stop at the first of these. Its own error is the one to tell.
            files[..at].iter().for_each(|(written, _)| drop(fs::remove_file(written)));
        })?;
    }
    Ok(())
}

/// The same, where those that are there already and say the same stay: who runs a verb again goes on where it stopped.
pub fn write_all_missing(
    lang: Lang,
    folder: &Path,
    files: &[(PathBuf, impl AsRef<[u8]>)],
    readers: Readers,
) -> Result<(), Failure> {
    let mut missing = Vec::new();
    for (path, bytes) in files {
        if !path.exists() || read(lang, path)? != bytes.as_ref() {
            missing.push((path.clone(), bytes.as_ref()));
        }
    }
    write_all_new(lang, folder, &missing, readers)
}

/// Writes a file in the place of one that may be there, whole or not at all.
pub fn write(lang: Lang, path: &Path, bytes: &[u8], readers: Readers) -> Result<(), Failure> {
    whole::write(path, bytes, readers).map_err(|error| Failure::service(lang, error))
}

/// What is directly in a folder, in the order of the names.
pub fn in_folder(lang: Lang, folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let io = |error| Failure::io(lang, Doing::ReadFolder, folder, &error);
    let entries = fs::read_dir(folder).map_err(io)?;
    let mut files = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>().map_err(io)?;
    files.sort();
    Ok(files)
}

/// The names of what is directly in a folder, in order.
pub fn names(lang: Lang, folder: &Path) -> Result<Vec<String>, Failure> {
    let io = |error| Failure::io(lang, Doing::ReadFolder, folder, &error);
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(io)? {
        names.push(entry.map_err(io)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// What is no file, or never ends, is told as that.
pub fn refuse_folder(lang: Lang, path: &Path) -> Result<(), Failure> {
    match path.exists() && !path.is_file() {
        true => Err(Failure::io(lang, Doing::Read, path, &ErrorKind::IsADirectory.into())),
        false => Ok(()),
    }
}

/// Nobody named this file: what is no file, or never ends, is not waited for.
pub fn read_regular(lang: Lang, path: &Path) -> Result<Vec<u8>, Failure> {
    refuse_folder(lang, path)?;
    read(lang, path)
}
