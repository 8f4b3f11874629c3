//! The writer's clock, held against what can be known before an arrival is sealed: the last arrival, the polling days,
//! and the times at which its witnesses cosigned a moment ago.

use super::error::{ClockDoubt, Error};
use super::setting::Setting;
use crate::domain::clock::{AHEAD_MAX, held_against, is_jump};
use crate::domain::manifest::ElectionCalled;
use crate::domain::time::{HourOfDay, Millis};
use crate::store::open::Held;

/// How far two good clocks may be apart, in milliseconds: ten minutes.
const APART_MAX: u64 = 600_000;

/// Whether the clock is compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum ClockTrust {
    /// It is, and a jump stops the writer.
    #[default]
    Compared,
    /// An operator insists that it is right. A jump is then told by whoever verifies.
    Insisted,
}

/// Holds the clock against a ledger that is about to be written to, and against `heard`, what time it is by each witness
/// that answered a moment ago. A rehearsal has a clock of its own.
///
/// # Errors
/// [`ClockDoubt`].
pub fn compare(setting: &Setting<'_>, held: &Held, heard: &[Millis]) -> Result<(), Error> {
    let (clock, last) = (setting.now(), held.writer.head().arrival);
    let Some(after) = held.writer.state().election().and_then(|election| held_against(last, election)) else {
        return Ok(());
    };
    if is_apart(clock, last) && clock < last {
        return Err(ClockDoubt::Behind { clock, last }.into());
    }
    if is_jump(clock, after) {
        return Err(ClockDoubt::Ahead { clock, after }.into());
    }
    match heard.iter().max() {
        Some(newest) if heard.iter().all(|time| is_apart(clock, *time)) => {
            Err(ClockDoubt::Apart { clock, cosigned: *newest }.into())
        }
        _ => Ok(()),
    }
}

/// Holds the clock against a founding act: an election is founded before its polling day, or not long after it.
///
/// # Errors
/// [`ClockDoubt`].
pub fn compare_founding(clock: Millis, called: &ElectionCalled) -> Result<(), Error> {
    let manifest = &called.manifest;
    let polling_day = Millis::at(manifest.polling_day, HourOfDay::MIDNIGHT, manifest.utc_offset);
    let is_early = polling_day.value().saturating_sub(clock.value()) > AHEAD_MAX;
    if !manifest.rehearsal && (is_early || is_jump(clock, polling_day)) {
        return Err(ClockDoubt::Founding { clock, polling_day: manifest.polling_day }.into());
    }
    Ok(())
}

fn is_apart(one: Millis, other: Millis) -> bool {
    one.value().abs_diff(other.value()) > APART_MAX
}
