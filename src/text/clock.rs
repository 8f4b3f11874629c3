//! Instants as people read them.

use crate::domain::time::{Millis, Offset};

/// An instant on the clock of an election; in UTC, which its `Z` says, where no election is known.
pub fn moment(at: Millis, clock: Option<Offset>) -> String {
    clock.map_or_else(|| at.to_string(), |offset| at.on_clock(offset))
}
