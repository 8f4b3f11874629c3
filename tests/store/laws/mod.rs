//! Laws: what holds of every ledger, whatever is handed in.

mod model;
mod night;
mod replay;
mod spelling;
