//! What describes a table: its columns, once for its first line and once for its companion, the description of CSV on the
//! Web (W3C), which stands beside it as `FILE-metadata.json`. It names the checkpoint, and says what each column means.

use serde_json::{Value, json};

use super::cells::OURS;
use super::snapshot::Snapshot;
use crate::text::{self, Column};

/// A column of a table.
pub(super) struct TableColumn {
    /// As the first line has it.
    pub name: String,
    /// What it means.
    pub about: Column,
    /// What people call it, in the language of the table; may be nothing.
    pub title: String,
    /// What is in it.
    pub holds: Holds,
}

/// What is in a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    Number,
    Time,
}

impl TableColumn {
    /// A column whose name says enough.
    pub fn new(name: impl Into<String>, about: Column, holds: Holds) -> Self {
        Self { name: name.into(), about, title: String::new(), holds }
    }

    /// A column that is not the paper's.
    pub fn ours(name: &str, about: Column, holds: Holds) -> Self {
        Self::new(format!("{OURS}{name}"), about, holds)
    }

    /// The same, as people call it.
    pub fn called(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    fn described(&self, snapshot: &Snapshot<'_>) -> Value {
        let titles: Vec<_> = [&self.name, &self.title].into_iter().filter(|title| !title.is_empty()).collect();
        let datatype = match self.holds {
            Holds::Text => "string",
            Holds::Number => "integer",
            Holds::Time => "dateTime",
        };
        json!({
            // A name of this standard has no colon.
            "name": self.name.replace(':', "_"),
            "titles": titles,
            "datatype": datatype,
            "dc:description": text::column(snapshot.lang, self.about),
        })
    }
}

/// The first line of a table.
pub(super) fn header(columns: &[TableColumn], snapshot: &Snapshot<'_>) -> String {
    let names: Vec<_> = columns.iter().map(|column| column.name.as_str()).collect();
    format!("{}{}\n", snapshot.reader.mark(), names.join(","))
}

/// The description of a table that stands in a file of this name.
pub(super) fn description(columns: &[TableColumn], snapshot: &Snapshot<'_>, file: &str) -> String {
    let checkpoint: serde_json::Map<_, _> =
        snapshot.names().into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect();
    let columns: Vec<_> = columns.iter().map(|column| column.described(snapshot)).collect();
    let manifest = snapshot.manifest();
    let described = json!({
        "@context": ["http://www.w3.org/ns/csvw", {"@language": snapshot.lang.code()}],
        "url": file,
        "dc:title": manifest.title.in_language(snapshot.lang.code()),
        "dc:date": snapshot.time.to_string(),
        "notes": [{"checkpoint": checkpoint, "rehearsal": manifest.rehearsal}],
        "dialect": {"delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "encoding": "utf-8", "lineTerminators": ["\n"]},
        "tableSchema": {"columns": columns},
    });
    serde_json::to_string_pretty(&described).expect("an object of texts and lists") + "\n"
}
