//! Laws: what holds of every ledger, whatever is handed in.

mod folds;
mod model;
mod night;
mod replay;
mod spelling;
