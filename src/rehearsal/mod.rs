//! Floor 3: an election folder, turned into the submissions that its commissions would have handed in. The same folder
//! gives the same bytes: keys are demonstration keys, the clock is virtual, and nothing is drawn by chance.

mod keys;
mod papers;
mod plan;
mod script;

pub use plan::{Phase, Planned};
pub use script::Script;
