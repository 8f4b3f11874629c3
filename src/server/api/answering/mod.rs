//! What is answered, whatever it is about: an answer, one that is kept, a page of a list, a problem, nudges.

pub(in crate::server) mod answer;
pub(in crate::server) mod crossing;
pub(in crate::server) mod kept;
pub(in crate::server) mod nudges;
pub(in crate::server) mod page;
pub(in crate::server) mod problems;
pub(in crate::server) mod refusing;
