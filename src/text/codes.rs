//! What each code means and what to do. A message has the code's own name, so that no code goes without.

use super::fluent::{Arguments, Message, remedy, say};
use super::{Explanation, Lang};
use crate::domain::code::Code;

pub fn explain(lang: Lang, code: Code) -> Explanation {
    let id = code.as_str();
    Explanation { what: say(lang, id, &Arguments::default()), remedy: remedy(lang, id, Arguments::default()) }
}

/// The messages: one a code.
pub fn messages() -> impl Iterator<Item = Message> {
    Code::ALL.iter().map(|code| Message { id: code.as_str(), given: &[], has_remedy: true })
}
