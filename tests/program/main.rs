//! The built program, run as people run it, and the rooms that only it brings together.

#[path = "../kit/mod.rs"]
mod kit;

mod answers;
mod attachments;
mod azerbaijan;
mod bad_input;
mod bound;
mod cli;
mod compare;
#[cfg(feature = "browser")]
mod desk;
mod door;
mod edited;
mod elections;
mod exports;
mod hostile;
mod json;
mod keyfile;
mod kinds;
mod newer;
mod precinct;
mod print;
mod proofs;
mod proven;
mod published;
mod rehearsal;
mod replicated;
mod served;
mod slips;
mod story;
mod synthetic;
mod tamper;
mod witness;
