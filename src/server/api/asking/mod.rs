//! What is asked, before anything is looked up: who asks, in which language, how the answer may be packed, what is sent.

pub(in crate::server) mod asker;
pub(in crate::server) mod packing;
pub(in crate::server) mod parts;
mod wishes;
