//! English.

pub mod account;
pub mod codes;
pub mod events;
pub mod faults;
pub mod findings;
pub mod refusals;
pub mod words;

/// A number, its digits in groups.
fn n(number: impl Into<i128>) -> String {
    super::number(super::Lang::En, number)
}

/// "1 event", "2 events".
fn count(number: u64, one: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{} {one}s", n(number)) }
}
