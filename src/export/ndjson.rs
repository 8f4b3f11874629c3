//! `ndjson`: a line that names the checkpoint, then every event as one JSON object a line.

use serde_json::{Value, json};

use super::event::{Events, Owners, ReadEvent, author_json};
use super::snapshot::Snapshot;

/// Every event as a line.
#[derive(Debug)]
pub struct Lines<'a> {
    snapshot: Snapshot<'a>,
    owners: Owners<'a>,
}

impl<'a> Lines<'a> {
    /// The lines of a source.
    pub fn of(snapshot: Snapshot<'a>) -> Self {
        Self { snapshot, owners: Owners::of(snapshot.model) }
    }
}

impl Events for Lines<'_> {
    fn head(&self) -> String {
        let checkpoint = self.snapshot.checkpoint;
        let head = json!({
            "checkpoint": {
                "origin": checkpoint.origin.as_str(),
                "size": checkpoint.size.0,
                "root": crate::crypto::base64::encode(&checkpoint.root.0),
                "fingerprint": checkpoint.fingerprint().to_string(),
            },
            "as_of": self.snapshot.as_of.0,
            "rehearsal": self.snapshot.manifest().rehearsal,
        });
        format!("{head}\n")
    }

    fn event(&self, entry: &ReadEvent) -> String {
        let mut event = entry.json(self.snapshot.lang);
        event["author"] = self.owners.author(entry).as_ref().map_or(Value::Null, author_json);
        format!("{event}\n")
    }

    fn foot(&self) -> String {
        String::new()
    }
}
