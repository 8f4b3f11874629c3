//! Something was lost, or done without a word.

mod clocks;
mod folders;
mod receipts;
mod witnesses;
