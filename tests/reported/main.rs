//! What was reported of programs like this one, tried on ours: a test a report, named after what went wrong, and a row a
//! test in `docs/reported.md`.

#[allow(dead_code, reason = "statements of the tests of every kind; here a few are said")]
#[path = "../program/kinds/bodies.rs"]
mod bodies;
#[path = "../kit/mod.rs"]
mod kit;
#[allow(dead_code, reason = "the office of the tests of every kind; here it is used in part")]
#[path = "../program/kinds/office.rs"]
mod office;

mod accused;
mod deaths;
mod evening;
mod keys;
mod lies;
mod lost;
mod places;
mod register;
mod words;
mod writers;
