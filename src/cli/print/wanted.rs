//! Which papers are printed.

use std::path::Path;

use crate::portal::paper::sheet::Wanted;
use crate::service::query::PaperVersion;
use crate::tally::known_unit::KnownUnit;
use crate::tally::record::ContestRecord;

/// What somebody asks to have on paper.
pub struct Asked<'a> {
    /// A unit or an event, as it was typed.
    pub what: &'a str,
    pub contest: Option<&'a str>,
    /// A published log, if not the ledger.
    pub from: Option<&'a Path>,
}

/// The papers of a unit that are asked for: in one contest where one is named, and one version where one is.
pub fn wanted<'a>(known: &KnownUnit<'a>, contest: Option<&str>, version: Option<&PaperVersion>) -> Vec<Wanted<'a>> {
    let (unit, record) = (known.unit(), known.record());
    let is_named = |of: &&ContestRecord| contest.is_none_or(|contest| of.contest.id.as_str() == contest);
    let is_of_version = |of: &&ContestRecord| version.is_none_or(|version| version.contest == of.contest.id);
    let meant = known.contests_here().filter(is_named).filter(is_of_version);
    let version = version.map(|version| version.sequence);
    meant.map(|contest| Wanted { contest, unit, record, version }).collect()
}
