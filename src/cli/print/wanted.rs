//! Which papers are printed.

use std::path::Path;

use crate::domain::id::UnitId;
use crate::domain::number::Sequence;
use crate::service::query::PaperVersion;
use crate::tally::known_unit::KnownUnit;
use crate::tally::record::{ContestRecord, UnitRecord};

/// What somebody asks to have on paper.
pub struct Asked<'a> {
    /// A unit or an event, as it was typed.
    pub what: &'a str,
    pub contest: Option<&'a str>,
    /// A published log, if not the ledger.
    pub from: Option<&'a Path>,
}

/// Which paper, and which version of it: the one in force where none is named.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    pub contest: &'a ContestRecord,
    pub unit: &'a UnitId,
    pub record: &'a UnitRecord,
    pub version: Option<Sequence>,
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
