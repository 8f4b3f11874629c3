//! Which papers are printed.

use super::super::args::Global;
use super::super::failure::Failure;
use super::super::log::{entry, find};
use super::super::output::Output;
use super::super::tally::{known_contests, known_unit};
use crate::domain::Body;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Sequence;
use crate::store::read::Reading;
use crate::tally::record::{ContestRecord, UnitRecord};

/// What somebody asks to have on paper.
pub struct Asked<'a> {
    /// A unit or an event, as it was typed.
    pub what: &'a str,
    pub contest: Option<&'a str>,
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
pub fn wanted<'a>(
    reading: &'a Reading,
    asked: &Asked<'_>,
    global: &Global,
    output: &Output,
) -> Result<Vec<Wanted<'a>>, Failure> {
    let model = &reading.model;
    let contests = known_contests(reading, asked.contest)?;
    let (unit, version) = match known_unit(reading, asked.what) {
        Ok(unit) => (unit, None),
        Err(_) => of_event(reading, asked, global, output)?,
    };
    let of_unit = model.units().get_key_value(&unit);
    let held_here = |contest: &&ContestRecord| {
        let held_in = model.held_in(&contest.contest);
        model.lineage(&unit).any(|unit| Some(unit) == held_in)
    };
    let wants = |contest: &&ContestRecord| version.as_ref().is_none_or(|(id, _)| *id == contest.contest.id);
    let contests = contests.into_iter().filter(held_here).filter(wants);
    let version = version.as_ref().map(|(_, sequence)| *sequence);
    let each = contests.filter_map(|contest| of_unit.map(|(unit, record)| Wanted { contest, unit, record, version }));
    Ok(each.collect())
}

/// The unit of an event that is a version of a protocol or summary, and which version it is.
fn of_event(
    reading: &Reading,
    asked: &Asked<'_>,
    global: &Global,
    output: &Output,
) -> Result<(UnitId, Option<(ContestId, Sequence)>), Failure> {
    let sequence = find(reading, asked.what, global, output)?;
    let statement = entry(reading, sequence, global, output)?.statement;
    let (unit, contest) = match statement.map(|statement| statement.body) {
        Some(Body::ProtocolSubmitted(protocol)) => (protocol.paper.unit, protocol.paper.contest),
        Some(Body::ProtocolCorrected(corrected)) => (corrected.protocol.paper.unit, corrected.protocol.paper.contest),
        Some(Body::SummarySubmitted(summary)) => (summary.unit, summary.contest),
        Some(Body::SummaryCorrected(corrected)) => (corrected.summary.unit, corrected.summary.contest),
        _ => {
            let act = "name a unit, or the event of a protocol or a summary; see `protokol log`";
            return Err(Failure::usage(format!("{} is no protocol that could be printed", asked.what), act));
        }
    };
    Ok((unit, Some((contest, sequence))))
}
