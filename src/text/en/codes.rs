//! What each code means and what to do, family by family. The sentences are told without anything at hand but the code.

mod findings;
mod refusals;
mod usage;
mod verification;

use crate::domain::code::Code;
use crate::text::Explanation;

pub fn explain(code: Code) -> Explanation {
    explained! { code }
}
