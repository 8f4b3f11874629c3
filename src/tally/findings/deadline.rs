//! Who is late, and who is missing. Each unit's clock is its own, and "now" is when the last event arrived.

use super::About;
use crate::domain::code::Code;
use crate::domain::finding::Finding;
use crate::domain::form::Severity;
use crate::domain::id::EventHash;
use crate::domain::time::Millis;
use crate::tally::deadlines::{Timeliness, timeliness};

impl About<'_> {
    /// D1 and D2: of a paper or summary that was due at an instant, and came in first with an event.
    pub(super) fn deadline(
        &self,
        due: Option<Millis>,
        came: Option<(Millis, EventHash)>,
        clock: Millis,
        found: &mut Vec<Finding>,
    ) {
        let (code, event) = match timeliness(due, came.map(|(arrival, _)| arrival), clock) {
            Timeliness::Late => (Code::D1, came.map(|(_, event)| event)),
            Timeliness::Missing => (Code::D2, None),
            Timeliness::Pending | Timeliness::InTime => return,
        };
        found.push(self.finding(code, Severity::Warning, event, Vec::new()));
    }
}
