//! Floor 3: folds over events. What the board holds, what it sums to, and what does not add up.

pub mod attachments;
pub mod board;
pub mod complaints;
pub mod copies;
pub mod counts;
pub mod deadlines;
pub mod findings;
pub mod gate;
pub mod history;
pub mod invalidity;
pub mod moment;
pub mod overdue;
pub mod owners;
pub mod paper;
pub mod row;
pub mod summaries;
pub mod totals;
pub mod turnout;

pub use attachments::attachments;
pub use board::Board;
pub use findings::findings;
pub use gate::Gate;
pub use moment::Moment;
pub use totals::{ContestTally, tallies};
