//! One event, read from its bytes, and who stood behind it. Formats of events are texts around the one for each.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::crypto::key::PublicKey;
use crate::domain::id::{ObserverId, UnitId};
use crate::domain::number::{Seat, Sequence};
use crate::domain::{Author, Body, Kind, Statement};
use crate::ledger::envelope::Envelope;
use crate::ledger::submission::SignedStatement;
use crate::tally::ReadModel;
use crate::text::{self, Lang};

/// One event, read from its bytes.
#[derive(Clone, Debug)]
pub struct ReadEvent {
    /// The envelope's bytes.
    pub bytes: Vec<u8>,
    /// Its place.
    pub sequence: Sequence,
    /// The envelope; none where the bytes are none.
    pub envelope: Option<Envelope>,
    /// The submission in it.
    pub signed: Option<SignedStatement>,
    /// What it says; none where a newer program said it.
    pub statement: Option<Statement>,
}

/// A format that tells every event, one after the other.
pub trait Events {
    /// What stands before the events.
    fn head(&self) -> String;
    /// One event.
    fn event(&self, entry: &ReadEvent) -> String;
    /// What stands after them.
    fn foot(&self) -> String;
}

impl ReadEvent {
    /// Reads the bytes of an event.
    pub fn read(sequence: Sequence, bytes: Vec<u8>) -> Self {
        let envelope = Envelope::decode(&bytes).ok();
        let signed = envelope.as_ref().and_then(|envelope| SignedStatement::decode(&envelope.submission).ok());
        let statement = signed.as_ref().and_then(|signed| signed.statement().ok());
        Self { bytes, sequence, envelope, signed, statement }
    }

    /// What it says.
    pub fn body(&self) -> Option<&Body> {
        self.statement.as_ref().map(|statement| &statement.body)
    }

    /// Its kind.
    pub fn kind(&self) -> Option<Kind> {
        self.body().map(Body::kind)
    }

    /// The keys that signed it, ascending.
    pub fn signers(&self) -> impl Iterator<Item = &PublicKey> {
        self.signed.iter().flat_map(SignedStatement::signers)
    }

    /// The event for a program.
    pub fn json(&self, lang: Lang) -> Value {
        let body = self.body();
        json!({
            "sequence": self.sequence.0,
            "event": Envelope::hash(&self.bytes).to_string(),
            "arrival": self.envelope.as_ref().map(|envelope| envelope.arrival.to_string()),
            "kind": body.map(|body| body.kind().name()),
            "unit": body.and_then(Body::unit).map(UnitId::as_str),
            "signers": self.signed.as_ref().map(|signed| signed.signers().map(ToString::to_string).collect::<Vec<_>>()),
            "said_at": self.statement.as_ref().map(|statement| statement.said_at.to_string()),
            "says": body.map(|body| text::statement_line(lang, body)),
            "body": body.and_then(body_json),
        })
    }
}

/// A statement's fields for a program.
pub fn body_json(body: &Body) -> Option<Value> {
    body.serialize_fields(serde_json::value::Serializer).ok()
}

/// Whose each key is, over the whole life of the ledger: a key belongs to one seat or observer, once.
#[derive(Debug)]
pub struct Owners<'a>(BTreeMap<PublicKey, Owner<'a>>);

#[derive(Clone, Copy, Debug)]
enum Owner<'a> {
    Seat(&'a UnitId, Seat),
    Observer(&'a ObserverId),
}

impl<'a> Owners<'a> {
    /// The owners of the keys on a read model.
    pub fn of(model: &'a ReadModel) -> Self {
        let seats = model.units().iter().flat_map(|(unit, record)| {
            record.members.iter().map(move |record| (record.member.key, Owner::Seat(unit, record.member.seat)))
        });
        let observers = model.observers().iter().map(|(id, record)| (record.accredited.key, Owner::Observer(id)));
        Self(seats.chain(observers).collect())
    }

    /// Who signed; keys of the log itself are nobody's here.
    pub fn author(&self, entry: &ReadEvent) -> Option<Author> {
        let owners: Vec<_> = entry.signers().filter_map(|key| self.0.get(key)).collect();
        let unit = match *owners.first()? {
            Owner::Observer(observer) => return Some(Author::Observer((*observer).clone())),
            Owner::Seat(unit, _) => *unit,
        };
        let seat = |owner: &&Owner<'_>| match owner {
            Owner::Seat(of, seat) if *of == unit => Some(*seat),
            _ => None,
        };
        let mut seats: Vec<_> = owners.iter().filter_map(seat).collect();
        seats.sort();
        Some(Author::Commission { unit: unit.clone(), seats })
    }
}

/// Who stands behind an event, for a program.
pub fn author_json(author: &Author) -> Value {
    match author {
        Author::Commission { unit, seats } => {
            json!({ "unit": unit.as_str(), "seats": seats.iter().map(|seat| seat.0).collect::<Vec<_>>() })
        }
        Author::Observer(observer) => json!({ "observer": observer.as_str() }),
    }
}
