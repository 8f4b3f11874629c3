//! Why no figure is told yet.

use crate::domain::time::Millis;

/// What is so, and what to do.
pub fn closed(until: Millis) -> (String, &'static str) {
    (
        format!("The figures of this election are published from {until} on, and not before."),
        "Wait until then. `protokol show checkpoint` and `protokol verify` work at any time. A commission that must see the \
         figures on its own machine adds --inside.",
    )
}
