//! Something was lost, or done without a word.

mod receipts;
mod witnesses;
