//! The publication gate, asked before a verb tells figures. An agreement and no lock: who has the folder can read it.

use super::args::Insider;
use super::failure::{Exit, Failure};
use super::ledger::now;
use super::output::Output;
use super::rendering;
use crate::domain::Kind;
use crate::domain::code::Code;
use crate::domain::time::Millis;
use crate::tally::gate::holds_figures;
use crate::tally::{Gate, ReadModel};
use crate::text;

/// Lets figures pass: to insiders at any time, to everybody from the moment that the founding act names.
pub fn pass(model: &ReadModel, insider: &Insider, output: &Output) -> Result<(), Failure> {
    let Some(until) = closed(model, insider) else { return Ok(()) };
    let said = text::gate_closed(output.lang, until);
    Err(Failure::new(Exit::Refused, Code::U12, said.says, said.act))
}

/// Until when figures may not pass; none where they may.
pub fn closed(model: &ReadModel, insider: &Insider) -> Option<Millis> {
    match rendering::manifest(model).map_or(Gate::Open, |manifest| Gate::at(manifest, now())) {
        Gate::Closed { until } if !insider.inside => Some(until),
        Gate::Open | Gate::Closed { .. } => None,
    }
}

/// Lets an event pass: one without figures always. What cannot be read might hold some.
pub fn pass_event(model: &ReadModel, kind: Option<Kind>, insider: &Insider, output: &Output) -> Result<(), Failure> {
    if kind.is_some_and(|kind| !holds_figures(kind)) { Ok(()) } else { pass(model, insider, output) }
}
