//! Something was lost, or done without a word.

mod folders;
mod receipts;
