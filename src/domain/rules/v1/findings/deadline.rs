//! Who is late, and who is missing. Each unit's clock is its own, and "now" is when the last event arrived.

use crate::domain::code::Code;
use crate::domain::finding::Finding;
use crate::domain::form::Severity;
use crate::domain::rules::{About, Timing};

/// D1 and D2: of a paper or summary that was due at an instant. Without a deadline it is never late.
pub(super) fn of(about: About<'_>, timing: Timing) -> Option<Finding> {
    let (code, event) = match (timing.due?, timing.came) {
        (due, Some((arrival, event))) if arrival > due => (Code::D1, Some(event)),
        (due, None) if timing.clock > due => (Code::D2, None),
        _ => return None,
    };
    Some(about.finding(code, Severity::Warning, event, Vec::new()))
}
