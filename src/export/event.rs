//! Formats that tell every event: texts around the one for each.

use crate::ledger::logged_event::LoggedEvent;

/// A format that tells every event, one after the other.
pub trait Events {
    /// What stands before the events.
    fn head(&self) -> String;
    /// Writes one event.
    fn event(&self, event: &LoggedEvent) -> String;
    /// What stands after them.
    fn foot(&self) -> String;
}
