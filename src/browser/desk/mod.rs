//! A commission's papers, for the page of the desk: the form in the paper's order, what the rules say as somebody types,
//! the page that is read before a signature, signatures, and the receipt. One list says what can be asked.
//!
//! What thinks is what the program runs: `intake` reads what was typed, [`clerk`](crate::clerk) says what the rules say
//! and who may sign, [`verify`](crate::verify) checks the receipt. Nothing is kept but the kit, and no key beyond one
//! answer.

mod asked;
mod checked;
mod compared;
mod fields;
mod known;
mod looking;
mod paper;
mod passing;
mod receipt;
mod refused;
mod scan;
mod signing;
mod slips;
pub mod words;

use serde::Serialize;
use serde::de::DeserializeOwned;

use self::known::Known;
use self::refused::Refused;
use super::answers::{Answers, failed, json};
use crate::domain::code::Code;
use crate::text::{Message, Said};

/// A question, and what answers it.
type Question = (&'static str, fn(&mut Desk, &[u8]) -> Vec<u8>);

/// What can be asked, by name.
const QUESTIONS: &[Question] = &[
    ("words", |_, given| answer(given, |asked| Ok(words::words(&asked)))),
    ("open", |desk, given| {
        told(known::open(given).map(|known| {
            let opened = known.opened();
            desk.0 = Some(known);
            opened
        }))
    }),
    ("form", |desk, given| desk.of_known(given, fields::form)),
    ("check", |desk, given| desk.of_known(given, checked::check)),
    ("compare", |desk, given| desk.of_known(given, compared::compare)),
    ("draw_up", |desk, given| desk.of_known(given, paper::draw_up)),
    ("read", |desk, given| desk.of_known(given, paper::read)),
    ("sign", |desk, given| desk.of_known(given, signing::sign)),
    ("slips", |desk, given| match &desk.0 {
        Some(known) => told(slips::sorted(known, given)),
        None => failed(Code::U1, of_a_page("no kit is open".to_owned())),
    }),
    ("look_over", |desk, given| desk.of_known(given, |known, asked| Ok(looking::look_over(known, asked)))),
    ("sign_all", |desk, given| desk.of_known(given, slips::sign_all)),
    ("join", |desk, given| desk.of_known(given, signing::join)),
    ("receipt", |desk, given| desk.of_known(given, receipt::receipt)),
    ("scan", |_, given| told(scan::scan(given))),
    ("digest", |_, given| json(&scan::digest(given))),
    ("parts", |_, given| told(passing::parts(given))),
    ("joined", |_, given| answer(given, |asked| passing::joined(&asked))),
    ("square", |_, given| answer(given, |asked| Ok(passing::square(&asked)))),
];

/// What the desk keeps between two questions: what is known of the commission whose kit was opened.
#[derive(Debug, Default)]
pub struct Desk(Option<Known>);

impl Answers for Desk {
    fn answer(&mut self, question: &str, given: &[u8]) -> Vec<u8> {
        match QUESTIONS.iter().find(|(name, _)| *name == question) {
            Some((_, answer)) => answer(self, given),
            None => failed(Code::U1, of_a_page(format!("no question is called {question:?}"))),
        }
    }
}

impl Desk {
    /// Answers what needs a kit.
    fn of_known<A: DeserializeOwned, T: Serialize>(
        &self,
        given: &[u8],
        ask: impl Fn(&Known, &A) -> Result<T, Refused>,
    ) -> Vec<u8> {
        match &self.0 {
            Some(known) => answer(given, |asked: A| ask(known, &asked)),
            None => failed(Code::U1, of_a_page("no kit is open".to_owned())),
        }
    }
}

/// Every message that the desk says besides those of [`text`](crate::text), and what it is given.
pub fn messages() -> impl Iterator<Item = Message> {
    refused::MESSAGES.iter().chain(words::Word::MESSAGES).copied()
}

fn answer<A: DeserializeOwned, T: Serialize>(given: &[u8], ask: impl Fn(A) -> Result<T, Refused>) -> Vec<u8> {
    match serde_json::from_slice(given) {
        Ok(asked) => told(ask(asked)),
        Err(error) => failed(Code::U1, of_a_page(error.to_string())),
    }
}

fn told<T: Serialize>(answered: Result<T, Refused>) -> Vec<u8> {
    answered.map_or_else(|refused| refused.json(), |value| json(&value))
}

/// What only a page can be told that asks what cannot be asked: no person reads it.
fn of_a_page(says: String) -> Said {
    Said { says, remedy: String::new().into() }
}
