//! The scans that a draft names: read from beside it, and handed to whoever reads the draft.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::failure::Failure;
use super::words::papers;
use crate::domain::attachment::ATTACHMENT_BYTES_MAX;
use crate::intake::draft::scans::named;
use crate::intake::draft::scans::{Scans, Unread};
use crate::store::error::Doing;
use crate::text::Lang;

/// The scans of a draft, by their paths relative to it.
pub fn of_draft(lang: Lang, draft: &Path, text: &str) -> Result<Scans, Failure> {
    let mut scans = Scans::default();
    for file in named(text) {
        scans.add(&file, read(lang, &draft.with_file_name("").join(&file))?);
    }
    Ok(scans)
}

/// The scans that are to be attached to a new draft, under the names that it will give them. Each is proved at once:
/// who attaches the wrong file is told now, and not when the figures are typed.
pub fn for_draft(lang: Lang, files: &[PathBuf], out: Option<&Path>) -> Result<Scans, Failure> {
    let mut scans = Scans::default();
    for file in files {
        let bytes = read(lang, file)?;
        scans.add(&seen_from(lang, file, out)?, bytes);
    }
    scans.error().map_or(Ok(scans), |error| Err(Failure::input(lang, error)))
}

/// A scan's path as the draft names it: relative where it lies in the draft's folder or below.
fn seen_from(lang: Lang, file: &Path, out: Option<&Path>) -> Result<String, Failure> {
    let folder = out.and_then(Path::parent).filter(|folder| !folder.as_os_str().is_empty());
    let seen = match folder {
        None => file.to_owned(),
        Some(folder) => {
            let whole = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
            let parent = file.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
            // The scan's own name stays, even where it is a link to another one.
            let file = whole(parent).join(file.file_name().unwrap_or_default());
            file.strip_prefix(whole(folder)).map_or_else(|_| file.clone(), Path::to_owned)
        }
    };
    seen.to_str().map(str::to_owned).ok_or_else(|| {
        Failure::format(file, advise!(lang, papers::paper_scan_name { file: file.display().to_string() }))
    })
}

/// A file's bytes, and no more than one above the longest attachment. What is wrong with the file is the draft's to
/// tell, with its line; what is wrong with the disk ends the run.
fn read(lang: Lang, path: &Path) -> Result<Result<Vec<u8>, Unread>, Failure> {
    let io = |error: std::io::Error| Failure::io(lang, Doing::Read, path, &error);
    match fs::metadata(path) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Ok(Err(Unread::Missing));
        }
        Err(error) => return Err(io(error)),
        // A device or a pipe would be read without end, or wait for ever.
        Ok(metadata) if !metadata.is_file() => return Ok(Err(Unread::NotAFile)),
        Ok(_) => {}
    }
    let mut bytes = Vec::new();
    File::open(path).and_then(|file| file.take(ATTACHMENT_BYTES_MAX + 1).read_to_end(&mut bytes)).map_err(io)?;
    Ok(Ok(bytes))
}
