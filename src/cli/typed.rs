//! Commands that people are advised to run next, as they can be typed.

use std::path::Path;

use super::args::{BackgroundSource, Global, LEDGER};
use crate::remote::http::is_url;
use crate::service::kit::service_of;

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

/// Where a paper is handed in: to the service that gave the kit, or else to the ledger.
pub fn desk(global: &Global, source: &BackgroundSource) -> String {
    let kit = source.kit.as_ref().and_then(|kit| kit.to_str()).filter(|kit| is_url(kit));
    let service = kit.and_then(service_of);
    service.map_or_else(|| ledger(global), |service| format!(" --to {}", word(Path::new(service))))
}

/// What a draft is held against: the kit, or else the ledger.
pub fn flags(global: &Global, source: &BackgroundSource) -> String {
    source.kit.as_ref().map_or_else(|| ledger(global), |kit| format!(" --kit {}", word(kit)))
}
