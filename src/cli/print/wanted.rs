//! Which papers are printed.

use std::path::Path;

use crate::domain::id::UnitId;
use crate::domain::number::Sequence;
use crate::service::error::Error;
use crate::service::query::{PaperVersion, Query};
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

/// Finds the papers that are asked for.
pub fn wanted<'a>(query: Query<'a>, asked: &Asked<'_>) -> Result<Vec<Wanted<'a>>, Error> {
    let (model, contests) = (&query.reading.model, query.contests(asked.contest)?);
    let (unit, version) = match query.unit(asked.what) {
        Ok(unit) => (unit.clone(), None),
        Err(_) => {
            let PaperVersion { unit, contest, sequence } = query.paper(asked.what)?;
            (unit, Some((contest, sequence)))
        }
    };
    let Some((unit, record)) = model.units().get_key_value(&unit) else { return Ok(Vec::new()) };
    let held_here = |contest: &&ContestRecord| {
        let held_in = model.held_in(&contest.contest);
        model.lineage(unit).any(|unit| Some(unit) == held_in)
    };
    let wants = |contest: &&ContestRecord| version.as_ref().is_none_or(|(id, _)| *id == contest.contest.id);
    let sequence = version.as_ref().map(|(_, sequence)| *sequence);
    let contests = contests.into_iter().filter(held_here).filter(wants);
    Ok(contests.map(|contest| Wanted { contest, unit, record, version: sequence }).collect())
}
