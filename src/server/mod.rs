//! Floor 10: the door to the network, inwards. Who asks may be hostile: every request is bounded in bytes and in time,
//! every connection in time, their number is bounded, and who only waits makes room. It holds for whatever is served.

mod answering;
pub mod api;
mod body;
mod connection;
mod door;
mod headers;
mod host;
pub mod identity;
mod limiting;
pub mod limits;
pub mod metrics;
pub mod operating;
mod patience;
pub mod peer;
pub mod rates;
pub mod readiness;
pub mod refusal;
pub mod running;
pub mod setting;
mod shares;
mod stopping;
pub mod supervisor;
pub mod telling;
pub mod tls;
pub mod visit;
pub mod witness;
pub mod workshop;
