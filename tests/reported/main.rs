//! What was reported of programs like this one, tried on ours: a test a report, named after what went wrong, and a row a
//! test in `docs/reported.md`.

#[path = "../kit/mod.rs"]
mod kit;

mod accused;
mod commission;
mod deaths;
mod desk;
mod evening;
mod keys;
mod lies;
mod lost;
mod office;
mod places;
mod register;
mod stages;
mod words;
mod writers;
