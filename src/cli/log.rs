//! `log`: the events, one a line.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};

use super::args::{Global, Log};
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::Output;
use super::tally::known_unit;
use crate::domain::number::Sequence;
use crate::domain::{Author, Body, Kind, Statement};
use crate::ledger::envelope::Envelope;
use crate::ledger::submission::SignedStatement;
use crate::store::read::{Reading, sealed};
use crate::text::{self, Label};
use crate::verify::replay::unit_of;

/// How often `--follow` looks at the seal.
const LOOK_EVERY: Duration = Duration::from_millis(500);

pub fn run(global: &Global, arguments: &Log, output: &Output) -> Result<Exit, Failure> {
    let kind = arguments.kind.as_deref().map(parse_kind).transpose()?;
    let mut next = arguments.after.map_or(0, |after| after.saturating_add(1));
    loop {
        let reading = ledger::read(global, output)?;
        let places = places(&reading, arguments, next, global, output)?;
        for place in places {
            if !output.is_heard() {
                return Ok(Exit::Done);
            }
            let entry = entry(&reading, place, global, output)?;
            if kind.is_none_or(|kind| entry.kind() == Some(kind)) {
                entry.tell(output);
            }
        }
        next = next.max(reading.events.size().0);
        if !arguments.follow {
            return Ok(Exit::Done);
        }
        drop(reading);
        while sealed(&global.ledger).is_ok_and(|signed| signed.checkpoint().size.0 <= next) {
            std::thread::sleep(LOOK_EVERY);
        }
    }
}

fn places(
    reading: &Reading,
    arguments: &Log,
    from: u64,
    global: &Global,
    output: &Output,
) -> Result<Vec<Sequence>, Failure> {
    let whole = reading.events.size();
    match &arguments.unit {
        None => Ok((from..whole.0).map(Sequence).collect()),
        Some(unit) => {
            let unit = known_unit(reading, unit)?;
            let failed = |error| Failure::store(output.lang, &global.ledger, error);
            let places: BTreeSet<_> = reading.events.by_unit(&unit).map_err(failed)?.into_iter().collect();
            Ok(places.range(Sequence(from)..).copied().collect())
        }
    }
}

fn parse_kind(text: &str) -> Result<Kind, Failure> {
    let is_meant = |kind: &&Kind| kind.name().eq_ignore_ascii_case(text) || kind.word() == text;
    let known: Vec<_> = Kind::ALL.iter().map(|kind| kind.word()).collect();
    let unknown = || Failure::usage(format!("there is no kind {text}"), format!("the kinds are: {}", known.join(", ")));
    Kind::ALL.iter().find(is_meant).copied().ok_or_else(unknown)
}

/// One event, read from its bytes.
pub struct Entry {
    pub bytes: Vec<u8>,
    pub sequence: Sequence,
    pub envelope: Option<Envelope>,
    pub signed: Option<SignedStatement>,
    pub statement: Option<Statement>,
}

/// The event at a place, checked against its hash by the store that gives it.
pub fn entry(reading: &Reading, sequence: Sequence, global: &Global, output: &Output) -> Result<Entry, Failure> {
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    let missing = || Failure::not_found(format!("there is no event {sequence}"), "see `protokol log`");
    let bytes = reading.events.envelope(sequence).map_err(failed)?.ok_or_else(missing)?;
    let envelope = Envelope::decode(&bytes).ok();
    let signed = envelope.as_ref().and_then(|envelope| SignedStatement::decode(&envelope.submission).ok());
    let statement = signed.as_ref().and_then(|signed| signed.statement().ok());
    Ok(Entry { bytes, sequence, envelope, signed, statement })
}

impl Entry {
    fn kind(&self) -> Option<Kind> {
        self.statement.as_ref().map(|statement| statement.body.kind())
    }

    fn tell(&self, output: &Output) {
        if output.json {
            return output.value(&self.json(output));
        }
        let says = self.statement.as_ref().map_or_else(
            || output.label(Label::CannotBeRead).to_owned(),
            |statement| text::statement_line(output.lang, &statement.body),
        );
        let arrival = self.envelope.as_ref().map_or_else(String::new, |envelope| envelope.arrival.to_string());
        output.line(&format!("{:>7}  {arrival}  {says}", self.sequence));
    }

    /// The event for a program.
    pub fn json(&self, output: &Output) -> Value {
        let body = self.statement.as_ref().map(|statement| &statement.body);
        json!({
            "sequence": self.sequence.0,
            "event": Envelope::hash(&self.bytes).to_string(),
            "arrival": self.envelope.as_ref().map(|envelope| envelope.arrival.to_string()),
            "kind": body.map(|body| body.kind().name()),
            "unit": body.and_then(unit_of).map(|unit| unit.to_string()),
            "signers": self.signed.as_ref().map(|signed| signed.signers().map(ToString::to_string).collect::<Vec<_>>()),
            "said_at": self.statement.as_ref().map(|statement| statement.said_at.to_string()),
            "says": body.map(|body| text::statement_line(output.lang, body)),
            "body": body.and_then(body_json),
        })
    }
}

/// A statement's fields for a program.
pub fn body_json(body: &Body) -> Option<Value> {
    body.serialize_fields(serde_json::value::Serializer).ok()
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
