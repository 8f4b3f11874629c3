//! The service: a ledger that answers over the network. Reads are public; the only way to change anything is a signed
//! submission. A route is a parse, one call, one rendering.
//!
//! ```text
//! POST submissions ─▶ queue ─▶ checked ─▶ one writer: turn after turn ─▶ live ─▶ GET anything
//!                                                                        └─▶ grown ─▶ who follows is nudged
//! ```
//!
//! `asking`: what is known before anything is looked up. `answering`: how it is answered. `nouns`: what it is about.
//! `writing`: the only way to change anything. `nouns` use the others; `answering` uses `asking`; `writing` uses none.

pub(super) mod answering;
pub(super) mod asking;
pub mod bounds;
mod desk;
mod nouns;
mod openapi;
mod pages;
pub(super) mod query;
pub(super) mod route;
pub mod routes;
pub mod service;
mod shown;
pub mod writing;
