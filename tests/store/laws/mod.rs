//! Laws: what holds of every ledger, whatever is handed in.

mod folds;
mod layout;
mod model;
mod night;
mod replay;
mod spelling;
mod together;
