//! Deadlines: when each unit's paper is due, by the unit's own clock.

use super::paper::PaperAt;
use super::read_model::ReadModel;
use super::record::{PaperEvent, PaperRecord};
use crate::domain::contest::Contest;
use crate::domain::id::UnitId;
use crate::domain::time::{Day, HourOfDay, Millis};

/// When a precinct's protocol is due, at the voting that is open. None where its tier has no deadline.
pub fn paper_due(
    model: &ReadModel,
    contest: &Contest,
    unit: &UnitId,
    paper: &PaperAt<'_>,
    record: Option<&PaperRecord>,
) -> Option<Millis> {
    let called = record.into_iter().flat_map(|record| record.steps.iter().rev()).find_map(|step| match &step.what {
        PaperEvent::RepeatCalled(repeat) if repeat.paper.voting.next() == paper.voting => Some(repeat.day),
        _ => None,
    });
    due(model, unit, called.unwrap_or(contest.polling_day))
}

/// When a summary is due. None where its tier has no deadline.
pub fn summary_due(model: &ReadModel, contest: &Contest, unit: &UnitId) -> Option<Millis> {
    due(model, unit, contest.polling_day)
}

/// So many hours after the midnight that ends the day of the voting, at the unit's difference to UTC.
fn due(model: &ReadModel, unit: &UnitId, day: Day) -> Option<Millis> {
    let manifest = &model.election()?.founding.manifest;
    let record = model.units().get(unit)?;
    let deadline = manifest.deadlines.iter().find(|deadline| deadline.tier == record.tier)?;
    let offset = record.utc_offset.unwrap_or(manifest.utc_offset);
    let midnight = Millis::at(day.plus_days(1), HourOfDay::MIDNIGHT, offset);
    Some(midnight.plus(u64::from(deadline.hours) * 3_600_000))
}
