//! What is written: one writer on a thread of its own, those who check ahead of it and read after it, what the service
//! knows of itself, and how the writing ends.

mod checking;
pub mod ending;
mod hearing;
mod leading;
pub mod not_taken;
pub mod notice;
mod pulse;
pub mod scrubbing;
mod standby;
pub mod standing;
pub mod state;
mod turns;
pub mod writer;
