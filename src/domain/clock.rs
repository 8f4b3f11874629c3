//! What a log's clock is held against. An arrival time is the writer's word, and once it is sealed, every later event
//! arrives after it: a clock that was wrong once is wrong for ever. Nothing is refused for it; it is told.

use super::number::Sequence;
use super::state::Election;
use super::time::{HourOfDay, Millis};

/// How long a ledger may be silent, in milliseconds, before the next arrival is a jump: 92 days.
pub const SILENCE_MAX: u64 = 92 * DAY;
/// How long before the polling day an election may be founded, in milliseconds: ten years.
pub const AHEAD_MAX: u64 = 3_653 * DAY;
/// The milliseconds of a day.
pub const DAY: u64 = 86_400_000;

/// An arrival that came long after all that was known before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ClockJump {
    /// The event.
    pub sequence: Sequence,
    /// When it arrived.
    pub arrival: Millis,
    /// What it was held against: the arrival before it, or the end of the last polling day.
    pub after: Millis,
}

/// The moment after which an arrival is a jump: so long after the arrival before it and the last polling day that is
/// known. None in a rehearsal, which has a clock of its own.
pub fn held_against(before: Millis, election: &Election) -> Option<Millis> {
    (!election.manifest().rehearsal).then(|| before.max(last_polling_day_ends(election)))
}

/// The midnight that ends the last polling day of any contest, on the clock of the election.
pub fn last_polling_day_ends(election: &Election) -> Millis {
    let manifest = election.manifest();
    let contests = election.contests().map(|contest| contest.contest.polling_day);
    let last = contests.fold(manifest.polling_day, Ord::max);
    Millis::at(last.plus_days(1), HourOfDay::MIDNIGHT, manifest.utc_offset)
}

/// Whether an arrival is a jump after what it is held against.
pub fn is_jump(arrival: Millis, after: Millis) -> bool {
    arrival.value().saturating_sub(after.value()) > SILENCE_MAX
}
