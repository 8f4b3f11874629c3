//! Commands that people are advised to run next, as they can be typed.

use std::path::Path;

use super::args::{BackgroundSource, Global, LEDGER};

/// A path as a shell reads it: in quotes where it would read something else.
pub fn word(path: &Path) -> String {
    let path = path.display().to_string();
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,:=@%".contains(c);
    if !path.is_empty() && path.chars().all(is_plain) { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

/// The ledger, where it is not the one that is meant anyway.
pub fn ledger(global: &Global) -> String {
    if global.ledger == Path::new(LEDGER) { String::new() } else { format!(" --ledger {}", word(&global.ledger)) }
}

/// What a draft is held against: the kit, or else the ledger.
pub fn flags(global: &Global, source: &BackgroundSource) -> String {
    source.kit.as_ref().map_or_else(|| ledger(global), |kit| format!(" --kit {}", word(kit)))
}
