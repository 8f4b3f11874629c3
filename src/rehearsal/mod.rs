//! Floor 4: an election folder, turned into the submissions that its commissions would have handed in. The same folder
//! gives the same bytes: keys are demonstration keys, the clock is virtual, and nothing is drawn by chance but by the
//! seed of a [synthetic] rehearsal.

mod arrivals;
mod keys;
mod papers;
mod phase;
mod plan;
mod planned;
mod rows;
mod script;
pub mod synthetic;

pub use arrivals::arrivals;
pub use keys::is_demonstration_log_key;
pub use phase::{Phase, PhaseKind};
pub use plan::Plan;
pub use planned::Planned;
pub use script::Script;
