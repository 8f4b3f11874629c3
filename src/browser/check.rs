//! The verifier, for the page *check it yourself*. One list says what can be asked.

use super::answers::{Answers, failed, json};
use crate::domain::code::Code;
use crate::text::{Lang, Said};

/// A question, and what answers it.
type Question = (&'static str, fn(&mut Check, &[u8]) -> Vec<u8>);

/// What can be asked, by name.
const QUESTIONS: &[Question] = &[("about", |_, _| about())];

/// What the page's verifier keeps between two questions.
#[derive(Debug, Default)]
pub struct Check {}

impl Answers for Check {
    fn answer(&mut self, question: &str, given: &[u8]) -> Vec<u8> {
        match QUESTIONS.iter().find(|(name, _)| *name == question) {
            Some((_, answer)) => answer(self, given),
            None => {
                let (says, remedy) = (format!("no question is called {question:?}"), String::new().into());
                failed(Code::U1, Said { says, remedy })
            }
        }
    }
}

/// Which program this is, and which languages it speaks.
fn about() -> Vec<u8> {
    let languages: Vec<_> = Lang::ALL.iter().map(|lang| lang.code()).collect();
    json(&serde_json::json!({ "version": env!("CARGO_PKG_VERSION"), "languages": languages }))
}
