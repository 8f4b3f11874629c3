//! A ledger with a replica: the protocol as a model, and the writer against stores that answer as real ones do.

mod aside;
mod folder;
mod model;
mod started;
mod tried;
mod unwell;
