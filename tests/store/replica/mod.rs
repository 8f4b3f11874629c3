//! A ledger with a replica: the protocol as a model, and the writer against stores that answer as real ones do.

mod model;
