//! The verifier, for the page *check it yourself*. One list says what can be asked.

mod asked;
mod handed;
mod log;
mod log_files;
mod refused;
mod seen;
mod shelf;
mod told;
mod totals;
mod words;

use self::asked::Asked;
use self::log::{Log, Verified};
use self::refused::Refused;
use super::answers::{Answers, json};
use super::parcel;
use crate::ledger::entry::look;
use crate::text::{Lang, Message};

/// Answers a question.
type Answer = fn(&mut Check, &[u8]) -> Result<Vec<u8>, (Lang, Refused)>;

/// What can be asked, by name.
const QUESTIONS: &[(&str, Answer)] = &[
    // Which program this is.
    ("about", |_, _| Ok(about())),
    // A file that proves something alone.
    ("file", |_, given| file(given)),
    // Whose signatures hold in a bundle: what a helper is asked.
    ("look", |_, given| Ok(look_at(given))),
    // A published log: begun, its files named and taken one after the other, concluded.
    ("open", open),
    ("wanted", wanted),
    ("take", take),
    ("conclude", conclude),
    // The verdict again, in another language.
    ("told", told),
    // Totals that a page shows, once a log is verified.
    ("totals", totals_of),
];

/// What the page's verifier keeps between two questions.
#[derive(Debug, Default)]
pub struct Check {
    log: Option<Log>,
    verified: Option<Verified>,
}

impl Answers for Check {
    fn answer(&mut self, question: &str, given: &[u8]) -> Vec<u8> {
        let known = QUESTIONS.iter().find(|(name, _)| *name == question);
        let answered = match known {
            Some((_, answer)) => answer(self, given),
            None => Err((Lang::default(), Refused::OutOfTurn)),
        };
        answered.unwrap_or_else(|(lang, refused)| refused.answer(lang))
    }
}

/// Every message that this program says besides those of [`text`](crate::text), and what it is given.
pub fn messages() -> impl Iterator<Item = Message> {
    words::MESSAGES.iter().copied()
}

/// Which program this is, and which languages it speaks.
fn about() -> Vec<u8> {
    let languages: Vec<_> = Lang::ALL.iter().map(|lang| lang.code()).collect();
    json(&serde_json::json!({ "version": env!("CARGO_PKG_VERSION"), "languages": languages }))
}

fn file(given: &[u8]) -> Result<Vec<u8>, (Lang, Refused)> {
    let (asked, items) = Asked::of(given)?;
    let bytes = items.first().and_then(|(_, bytes)| *bytes).ok_or((asked.lang, Refused::NoParcel))?;
    handed::verify(&asked, bytes).map_err(|refused| (asked.lang, refused))
}

/// The hashes of those entries of a bundle whose signatures hold, one after the other.
fn look_at(mut bundle: &[u8]) -> Vec<u8> {
    let mut entries = Vec::new();
    while let Some((length, rest)) = bundle.split_first_chunk::<2>() {
        let Some((entry, rest)) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length))) else { break };
        entries.push(entry.to_vec());
        bundle = rest;
    }
    look(&entries).iter().flat_map(|hash| hash.0).collect()
}

fn open(check: &mut Check, given: &[u8]) -> Result<Vec<u8>, (Lang, Refused)> {
    (check.log, check.verified) = (None, None);
    let (asked, items) = Asked::of(given)?;
    let lang = asked.lang;
    let log = Log::open(asked, &items).map_err(|refused| (lang, refused))?;
    Ok(check.log.insert(log).reach())
}

fn wanted(check: &mut Check, given: &[u8]) -> Result<Vec<u8>, (Lang, Refused)> {
    let log = check.log.as_mut().ok_or((Lang::default(), Refused::OutOfTurn))?;
    let wanting = serde_json::from_slice(given).map_err(|_| (log.lang(), Refused::NoParcel))?;
    Ok(log.wanted(&wanting))
}

fn take(check: &mut Check, given: &[u8]) -> Result<Vec<u8>, (Lang, Refused)> {
    let log = check.log.as_mut().ok_or((Lang::default(), Refused::OutOfTurn))?;
    let lang = log.lang();
    let items = parcel::read(given).map_err(|_| (lang, Refused::NoParcel))?;
    log.take(&items).map_err(|refused| (lang, refused))
}

fn conclude(check: &mut Check, _: &[u8]) -> Result<Vec<u8>, (Lang, Refused)> {
    let log = check.log.take().ok_or((Lang::default(), Refused::OutOfTurn))?;
    let lang = log.lang();
    Ok(check.verified.insert(log.conclude()).told(lang))
}

fn told(check: &mut Check, given: &[u8]) -> Result<Vec<u8>, (Lang, Refused)> {
    let (asked, _) = Asked::of(given)?;
    let verified = check.verified.as_mut().ok_or((asked.lang, Refused::OutOfTurn))?;
    Ok(verified.told(asked.lang))
}

fn totals_of(check: &mut Check, given: &[u8]) -> Result<Vec<u8>, (Lang, Refused)> {
    let (asked, items) = Asked::of(given)?;
    let verified = check.verified.as_mut().ok_or((asked.lang, Refused::OutOfTurn))?;
    let stated = items.first().and_then(|(_, bytes)| *bytes).ok_or((asked.lang, Refused::NoParcel))?;
    verified.totals(&asked, stated).map_err(|refused| (asked.lang, refused))
}
