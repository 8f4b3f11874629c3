//! Floor 9: the door to the network, inwards. Who asks may be hostile: every request is bounded in bytes, every
//! connection in time, and their number is bounded too.

mod connection;
pub mod running;
pub mod witness;
