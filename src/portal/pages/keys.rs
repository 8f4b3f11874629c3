//! The keys: with which the log signs and signed, and who witnesses it.

use askama::Template;

use super::html;
use crate::crypto::vkey::VerifierKey;
use crate::domain::statement::Body;
use crate::domain::time::Millis;
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::portal::words::papers;
use crate::portal::words::people::PeopleWord;
use crate::portal::words::{Word, word};
use crate::service::error::Error;
use crate::tally::record::Provenance;
use crate::text::Lang;
use crate::view::cosigned::CosigningWitness;

/// A key, told from others at a glance.
#[derive(Debug)]
struct Key {
    /// As it is written.
    key: String,
    /// Its name.
    name: String,
    /// The first digits of its fingerprint, which stand beside every signature.
    short: String,
    /// The event that put it in force, or another in its place: what is said, where it is, when it came in.
    by: (String, String, String),
}

/// A witness of the policy.
#[derive(Debug)]
struct Witness {
    name: String,
    key: String,
    /// When it cosigned the checkpoint; none where it did not.
    cosigned: Option<String>,
}

/// The keys.
#[derive(Template)]
#[template(path = "pages/keys.html", config = "src/portal/askama.toml")]
struct Keys {
    frame: Frame,
    now: Vec<Key>,
    former: Vec<Key>,
    witnesses: Vec<Witness>,
    quorum: PeopleWord,
    policy: Option<String>,
}

/// The page.
///
/// # Errors
/// [`Error::Store`]: an event cannot be read; [`Error::Query`]: there is no election.
pub fn page(book: &Book<'_>, lang: Lang) -> Result<String, Error> {
    let frame = book.frame(lang, Place::Keys, word(lang, Word::Keys).to_owned());
    let election = book.sight.query().election()?;
    let since = election.rotated.last().unwrap_or(&election.founded);
    let mut former = Vec::new();
    for by in &election.rotated {
        if let Some(Body::LogKeyRotated(rotated)) = book.sight.query().event(by.sequence)?.body() {
            former.push(Key::of(book, &frame, rotated.old.as_str(), by));
        }
    }
    let quorum = match book.cosigned.quorum {
        Some(true) => PeopleWord::QuorumMet,
        Some(false) => PeopleWord::QuorumNotMet,
        None => PeopleWord::NoQuorum,
    };
    Ok(html(&Keys {
        now: vec![Key::of(book, &frame, &election.log_key, since)],
        former,
        witnesses: book.cosigned.witnesses.iter().map(|witness| Witness::of(book, witness)).collect(),
        quorum,
        policy: book.policy.map(str::to_owned),
        frame,
    }))
}

impl Key {
    fn of(book: &Book<'_>, frame: &Frame, key: &str, by: &Provenance) -> Self {
        let parsed: Option<VerifierKey> = key.parse().ok();
        let (name, short) = parsed.map(|key| (key.name().to_string(), key.key_id().to_string())).unwrap_or_default();
        let event = say!(frame.lang, papers::portal_event { event: by.sequence });
        Self {
            key: key.to_owned(),
            name,
            short,
            by: (event, frame.to(&Place::Event(by.sequence)), book.time(by.arrival)),
        }
    }
}

impl Witness {
    fn of(book: &Book<'_>, witness: &CosigningWitness) -> Self {
        let CosigningWitness { name, key, cosigned_at } = witness;
        let at = |seconds: u64| Millis::try_from(seconds.saturating_mul(1000)).ok();
        let cosigned = cosigned_at.and_then(at).map(|at| book.time(at));
        Self { name: name.clone(), key: key.clone(), cosigned }
    }
}
