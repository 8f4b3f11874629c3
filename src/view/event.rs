//! One event of the log.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

use super::attachment::Attachment;
use super::author::Author;
use super::proof_text::ProofText;
use super::spelling::{Hash, Instant, Key, Print};
use super::word::Word;
use crate::domain;
use crate::domain::id::UnitId;
use crate::domain::statement::{Body, Kind};
use crate::ledger::envelope::Envelope;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::text::{self, Lang};

/// One event, as far as this program can read it: what it cannot is null.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Event<'a> {
    /// Its place in the log, from 0.
    pub sequence: u64,
    /// Its hash, of the bytes as they are.
    pub event: Hash,
    /// When it arrived.
    pub arrival: Option<Instant>,
    /// What kind of statement.
    pub kind: Option<Word<Kind>>,
    /// Which unit it is about; null too where it concerns the whole.
    pub unit: Option<String>,
    /// The keys that signed it, ascending.
    pub signers: Option<Vec<Key>>,
    /// When it was said, by the signers' own clock.
    pub said_at: Option<Instant>,
    /// What it says on one line, in the language asked for.
    pub says: Option<String>,
    /// The statement itself, field by field.
    pub body: Option<Fields<'a>>,
}

/// One event, shown completely.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ShownEvent<'a> {
    /// The event, as lists of events tell it.
    #[serde(flatten)]
    pub event: Event<'a>,
    /// The scans that it names; left out where it names none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// The fingerprint of the ledger's checkpoint.
    pub fingerprint: Print,
    /// The proof that the log took it, where it was asked for.
    #[serde(flatten)]
    pub proof: Option<ProofText>,
}

/// One event in a list of events, with its proof where that was asked for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ProvedEvent<'a> {
    /// The event.
    #[serde(flatten)]
    pub event: Event<'a>,
    /// The proof that the log took it.
    #[serde(flatten)]
    pub proof: Option<ProofText>,
}

/// One event in an export of every event, a line each.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ExportedEvent<'a> {
    /// The event, as lists of events tell it.
    #[serde(flatten)]
    pub event: Event<'a>,
    /// Who stands behind it; null where the log's own key signed alone, or where it cannot be read.
    pub author: Option<Author>,
}

/// The fields of a statement: those of its kind in `docs/format.md`, under the same names and in the same order.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'a>(&'a Body);

impl<'a> Event<'a> {
    /// The view of an event.
    pub fn of(logged: &'a LoggedEvent, lang: Lang) -> Self {
        let body = logged.body();
        Self {
            sequence: logged.sequence.0,
            event: Envelope::hash(&logged.bytes).into(),
            arrival: logged.envelope.as_ref().map(|envelope| envelope.arrival.into()),
            kind: body.map(|body| Word(body.kind())),
            unit: body.and_then(Body::unit).map(UnitId::to_string),
            signers: logged.signed.as_ref().map(|signed| signed.signers().map(|key| (*key).into()).collect()),
            said_at: logged.statement.as_ref().map(|statement| statement.said_at.into()),
            says: body.map(|body| text::statement_line(lang, body)),
            body: body.map(Fields),
        }
    }

    /// The same event without its figures, which may not be told yet: `says` names only what it is.
    #[must_use]
    pub fn without_figures(self, says: String) -> Self {
        Self { says: Some(says), body: None, ..self }
    }

    /// With the proof of it.
    #[must_use]
    pub fn proved(self, proof: Option<ProofText>) -> ProvedEvent<'a> {
        ProvedEvent { event: self, proof }
    }
}

impl<'a> ShownEvent<'a> {
    /// An event with the scans that it names, under a checkpoint.
    pub fn of(event: Event<'a>, attachments: Vec<Attachment>, fingerprint: Fingerprint) -> Self {
        Self { event, attachments, fingerprint: fingerprint.into(), proof: None }
    }

    /// With the proof of it.
    #[must_use]
    pub fn proved(self, proof: Option<ProofText>) -> Self {
        Self { proof, ..self }
    }
}

impl<'a> ExportedEvent<'a> {
    /// An event and who stands behind it.
    pub fn of(event: Event<'a>, author: Option<&domain::event::Author>) -> Self {
        Self { event, author: author.map(Author::of) }
    }
}

impl<'a> Fields<'a> {
    /// The fields of a statement's body.
    pub fn of(body: &'a Body) -> Self {
        Self(body)
    }
}

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize_fields(serializer)
    }
}

impl JsonSchema for Fields<'_> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Fields".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object" })
    }
}
