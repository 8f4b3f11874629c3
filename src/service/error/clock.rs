//! Why a writer does not believe its clock.

use crate::domain::time::{Day, Millis};

/// Why a writer does not believe its clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ClockDoubt {
    /// The last event arrived later.
    #[error("the clock says {clock}, and the last event arrived at {last}")]
    Behind {
        /// What the clock says.
        clock: Millis,
        /// When the last event arrived.
        last: Millis,
    },
    /// Nothing arrived for so long, and no polling day came.
    #[error("the clock says {clock}, long after {after}")]
    Ahead {
        /// What the clock says.
        clock: Millis,
        /// The last arrival, or the end of the last polling day.
        after: Millis,
    },
    /// No witness that cosigned a moment ago has nearly the same time.
    #[error("the clock says {clock}, and the witnesses cosigned at {cosigned}")]
    Apart {
        /// What the clock says.
        clock: Millis,
        /// The latest time that a witness states.
        cosigned: Millis,
    },
    /// No election is founded so far from its polling day.
    #[error("the clock says {clock}, and the polling day is {polling_day}")]
    Founding {
        /// What the clock says.
        clock: Millis,
        /// The polling day of the founding act.
        polling_day: Day,
    },
}
