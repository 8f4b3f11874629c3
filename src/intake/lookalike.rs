//! Files of an election folder that look like its tables and are none of those that are read.

use super::folder::{MANIFEST_FILE, TABLE_FILES};

/// How the names of tables end, whatever program wrote them.
const TABLE_ENDINGS: [&str; 8] = ["csv", "tsv", "tab", "xls", "xlsx", "xlsm", "ods", "numbers"];
/// How a table or a manifest may end that somebody saved under its name and another ending.
const OTHER_ENDINGS: [&str; 3] = ["", "txt", "toml"];

/// Why a file that looks like a table is not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lookalike {
    /// The file that was meant is called otherwise.
    Misnamed(&'static str),
    /// No election folder has such a table.
    NoTable,
}

/// Whether a file is one that is read.
pub fn is_read(name: &str) -> bool {
    files().any(|file| file == name)
}

/// What a file is that is not read and should not go unnoticed. Hidden files are other programs' own.
pub fn lookalike(name: &str) -> Option<Lookalike> {
    if is_read(name) || name.starts_with('.') {
        return None;
    }
    let name = name.to_lowercase();
    let mut parts = name.split('.');
    let first = parts.next().unwrap_or_default();
    let meant = files().find(|file| file.split('.').next() == first.split(|c: char| !c.is_alphabetic()).next());
    let endings = || parts.clone().map(|part| part.trim_end_matches('~'));
    let is_table = endings().any(|ending| TABLE_ENDINGS.contains(&ending));
    match meant {
        Some(file) if is_table || OTHER_ENDINGS.contains(&endings().next_back().unwrap_or_default()) => {
            Some(Lookalike::Misnamed(file))
        }
        _ => is_table.then_some(Lookalike::NoTable),
    }
}

fn files() -> impl Iterator<Item = &'static str> {
    TABLE_FILES.into_iter().chain([MANIFEST_FILE])
}
