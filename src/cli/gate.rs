//! The publication gate, asked before a verb tells figures. An agreement and no lock: who has the folder can read it.

use super::args::Insider;
use super::failure::{Exit, Failure};
use super::ledger::now;
use super::output::Output;
use crate::domain::code::Code;
use crate::domain::statement::Kind;
use crate::domain::time::Millis;
use crate::service::proven::missing::Missing;
use crate::tally::gate::Gate;
use crate::tally::read_model::ReadModel;
use crate::text;

/// Lets figures pass: to insiders at any time, to everybody from the moment that the founding act names.
pub fn pass(model: &ReadModel, insider: &Insider, output: &Output) -> Result<(), Failure> {
    pass_through(Gate::of(model, now()), model, insider, output)
}

/// That something is not there, which is told where figures could be.
pub fn pass_missing<T>(found: Result<T, Missing>, insider: &Insider, output: &Output) -> Result<T, Failure> {
    found.or_else(|Missing { model, error }| {
        pass(&model, insider, output)?;
        Err(Failure::service(output.lang, error))
    })
}

/// Lets an event pass: one without figures always.
pub fn pass_event(model: &ReadModel, kind: Option<Kind>, insider: &Insider, output: &Output) -> Result<(), Failure> {
    pass_through(Gate::of_event(model, kind, now()), model, insider, output)
}

/// Until when figures may not pass; none where they may.
pub fn closed(model: &ReadModel, insider: &Insider) -> Option<Millis> {
    closed_to(Gate::of(model, now()), insider)
}

fn pass_through(gate: Gate, model: &ReadModel, insider: &Insider, output: &Output) -> Result<(), Failure> {
    let Some(until) = closed_to(gate, insider) else { return Ok(()) };
    let said = text::gate_closed(output.lang, until, output.clock(model.manifest()));
    Err(Failure::said(Exit::Refused, Code::U12, said))
}

fn closed_to(gate: Gate, insider: &Insider) -> Option<Millis> {
    match gate {
        Gate::Closed { until } if !insider.inside => Some(until),
        Gate::Open | Gate::Closed { .. } => None,
    }
}
