//! `nist-log`: every event as an election event log of NIST SP 1500-101. The ledger is its one device.

use serde_json::{Value, json};

use super::event::Events;
use super::format::{Format, Makes};
use super::snapshot::Snapshot;
use crate::domain::event::Author;
use crate::domain::statement::Kind;
use crate::ledger::envelope::Envelope;
use crate::ledger::logged_event::LoggedEvent;
use crate::tally::owners::Owners;
use crate::text;

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "nist-log",
    about: "SP 1500-101 events",
    media: "application/json",
    extension: "json",
    makes: Makes::Events(|snapshot| Box::new(EventLog::of(snapshot))),
};

/// The events as NIST SP 1500-101 has them.
#[derive(Debug)]
struct EventLog<'a> {
    snapshot: Snapshot<'a>,
    owners: Owners<'a>,
}

impl<'a> EventLog<'a> {
    /// The event log of a source.
    fn of(snapshot: Snapshot<'a>) -> Self {
        Self { snapshot, owners: Owners::of(snapshot.model) }
    }

    /// `01.001 1+2+4`: the commission and the seats that signed; or the observer.
    fn user(&self, entry: &LoggedEvent) -> Option<String> {
        Some(match self.owners.author(entry.signers())? {
            Author::Observer(observer) => observer.to_string(),
            Author::Commission { unit, seats } => {
                let seats: Vec<_> = seats.iter().map(ToString::to_string).collect();
                format!("{unit} {}", seats.join("+"))
            }
        })
    }
}

/// An object without its last brace: another field follows.
fn open(object: &Value) -> String {
    let mut text = object.to_string();
    text.pop();
    text
}

impl Events for EventLog<'_> {
    fn head(&self) -> String {
        let names = self.snapshot.names().map(|(name, value)| format!("{name} {value}"));
        let log = json!({
            "@type": "EventLogging.ElectionEventLog",
            "Details": names.join("; "),
            "ElectionId": self.snapshot.manifest().id.as_str(),
            "GeneratedTime": self.snapshot.time.to_string(),
        });
        let device = json!({
            "@type": "EventLogging.Device",
            "Id": self.snapshot.checkpoint.origin.as_str(),
            "Type": "other",
            "OtherType": "election results ledger",
            "Version": env!("CARGO_PKG_VERSION"),
            "HashType": "other",
            "OtherHashType": "blake3",
        });
        format!("{},\"Device\":[{},\"Event\":[\n", open(&log), open(&device))
    }

    fn event(&self, entry: &LoggedEvent) -> String {
        let mut event = json!({
            "@type": "EventLogging.Event",
            "Id": entry.kind().map_or("unknown", Kind::name),
            "Type": entry.kind().map_or("unknown", Kind::word),
            "Sequence": entry.sequence.to_string(),
            "TimeStamp": entry.envelope.as_ref().map_or(self.snapshot.time, |envelope| envelope.arrival).to_string(),
            "Disposition": if entry.statement.is_some() { "success" } else { "na" },
            "Hash": Envelope::hash(&entry.bytes).to_string(),
        });
        let says = entry.body().map(|body| text::statement_line(self.snapshot.lang, body));
        for (name, text) in [("UserId", self.user(entry)), ("Description", says)] {
            if let Some(text) = text {
                event[name] = json!(text);
            }
        }
        let comma = if entry.sequence.0 == 0 { "" } else { ",\n" };
        format!("{comma}{event}")
    }

    fn foot(&self) -> String {
        "\n]}]}\n".to_owned()
    }
}
