//! A program for a page: what it keeps between two questions, and how it is asked.

use serde::Serialize;

use crate::domain::code::Code;
use crate::text::Said;
use crate::view::failure::{Failed, Failure};

/// What a page can ask. Whoever has one keeps it for as long as the page asks, and asks one question at a time.
pub trait Answers: Default {
    /// Answers a question by its name. What is given and what is answered is the question's own: JSON, or bytes. A name that
    /// is not known is answered as every other failure is: `{"error": …}`.
    fn answer(&mut self, question: &str, given: &[u8]) -> Vec<u8>;
}

/// A value as a page reads it.
pub fn json<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).expect("a view has names for keys, and nothing in it refuses to be written")
}

/// Why something is not answered, as a page reads it.
pub fn failed(code: Code, said: Said) -> Vec<u8> {
    json(&Failed { error: Failure::of(code, said) })
}
