//! What readers take, and what they tell once.

mod verdicts;
