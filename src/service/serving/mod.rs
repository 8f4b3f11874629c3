//! A ledger that is written and read at the same time: what a server needs of the floors below, as values.
//!
//! ```text
//! submissions ─▶ desk: checked ahead ─▶ one turn, durable and sealed ─▶ live: what readers see ─▶ answers
//!                                                                        │  ▲
//!                                                       rounds: witnesses ◀─┘  └─ cosignatures
//! ```

pub mod desk;
pub mod kits;
pub mod live;
pub mod rounds;
pub mod scrub;
pub mod sight;
pub mod tray;
