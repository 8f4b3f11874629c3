//! The small election of the tests of every kind, at the stages of its life.
#![allow(dead_code, reason = "here it is used in part")]

#[path = "../program/kinds/bodies.rs"]
pub mod bodies;
#[path = "../program/kinds/office.rs"]
pub mod office;
