//! `ndjson`: a line that names the checkpoint, then every event as one JSON object a line.

use serde::Serialize;

use super::event::Events;
use super::source::Source;
use crate::ledger::logged_event::LoggedEvent;
use crate::tally::owners::Owners;
use crate::view::event::{Event, ExportedEvent};
use crate::view::exported::ExportedHead;

/// Every event as a line.
#[derive(Debug)]
pub struct Lines<'a> {
    source: Source<'a>,
    owners: Owners<'a>,
}

impl<'a> Lines<'a> {
    /// The lines of a source.
    pub fn of(source: Source<'a>) -> Self {
        Self { source, owners: Owners::of(source.model) }
    }
}

impl Events for Lines<'_> {
    fn head(&self) -> String {
        line(&ExportedHead::of(self.source.checkpoint, self.source.as_of, self.source.manifest()))
    }

    fn event(&self, event: &LoggedEvent) -> String {
        let author = self.owners.author(event.signers());
        line(&ExportedEvent::of(Event::of(event, self.source.lang), author.as_ref()))
    }

    fn foot(&self) -> String {
        String::new()
    }
}

fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("a view is texts, numbers and lists of them") + "\n"
}
