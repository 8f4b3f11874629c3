//! Floor 3: folds over events. What the read model holds, what it sums to, and what does not add up.

pub mod attachments;
mod below;
pub mod complaints;
pub mod copies;
pub mod counts;
pub mod deadlines;
pub mod findings;
pub mod gate;
pub mod history;
pub mod invalidity;
pub mod known_unit;
pub mod moment;
pub mod night;
pub mod overdue;
pub mod owners;
pub mod paper;
pub mod read_model;
pub mod record;
pub mod rows;
pub mod scope;
pub mod summaries;
pub mod summed;
pub mod sums;
pub mod totals;
pub mod turnout;
