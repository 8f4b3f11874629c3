//! Floor 9: the door to the network, inwards. Who asks may be hostile: every request is bounded in bytes and in time,
//! every connection in time, their number is bounded, and who only waits makes room. It holds for whatever is served.

pub mod api;
mod connection;
mod door;
pub mod running;
pub mod witness;
