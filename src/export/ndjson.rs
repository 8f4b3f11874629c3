//! `ndjson`: a line that names the checkpoint, then every event as one JSON object a line.

use serde::Serialize;

use super::event::Events;
use super::format::{Format, Makes};
use super::snapshot::Snapshot;
use crate::ledger::logged_event::LoggedEvent;
use crate::tally::owners::Owners;
use crate::view::event::{Event, ExportedEvent};
use crate::view::exported::ExportedHead;

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "ndjson",
    about: "every event a line",
    media: "application/x-ndjson",
    extension: "ndjson",
    makes: Makes::Events(|snapshot| Box::new(Lines::of(snapshot))),
};

/// Every event as a line.
#[derive(Debug)]
struct Lines<'a> {
    snapshot: Snapshot<'a>,
    owners: Owners<'a>,
}

impl<'a> Lines<'a> {
    /// The lines of a source.
    fn of(snapshot: Snapshot<'a>) -> Self {
        Self { snapshot, owners: Owners::of(snapshot.model) }
    }
}

impl Events for Lines<'_> {
    fn head(&self) -> String {
        line(&ExportedHead::of(self.snapshot.checkpoint, self.snapshot.as_of, self.snapshot.manifest()))
    }

    fn event(&self, event: &LoggedEvent) -> String {
        let author = self.owners.author(event.signers());
        line(&ExportedEvent::of(Event::of(event, self.snapshot.lang), author.as_ref()))
    }

    fn foot(&self) -> String {
        String::new()
    }
}

fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("a view is texts, numbers and lists of them") + "\n"
}
