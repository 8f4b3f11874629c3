//! What a ledger proves at its last checkpoint without being folded: each row that is asked for under what the log signed,
//! by a handful of hashes, or that there is no such thing. Where the embedded store does not prove it, or cannot be asked,
//! there is no answer here: whoever reads the whole gives it, and says why.

pub mod events;
pub mod findings;
pub mod missing;
mod named;
pub mod paper;
pub(super) mod rows;
pub mod tally;
pub mod thing;
pub mod unit;
