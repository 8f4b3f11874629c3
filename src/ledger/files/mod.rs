//! Files that stand for themselves: the journal's frames and the seal, and what goes from hand to hand.

pub mod evidence;
pub mod fold;
pub mod fork;
pub mod frame;
pub mod kit;
pub mod receipt;
pub mod rows_proof;
pub mod seal;
pub mod slip;
pub mod snapshots;
pub mod two_snapshots;
pub mod unnamed;
