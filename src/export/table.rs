//! A table: its columns, its keys and its rows. Its columns are described once: for its first line; for its companion,
//! the description of CSV on the Web (W3C), which stands beside it as `FILE-metadata.json`; and for whatever else holds
//! tables. A description names the checkpoint, and says what each column means.

use serde_json::{Value, json};

use super::cells::{Cell, OURS, TableReader, line};
use super::snapshot::Snapshot;
use crate::domain::form::Role;
use crate::text::{self, Column, TableTopic};

/// A table, and its rows when they are asked for.
#[expect(missing_debug_implementations, reason = "rows that are not made yet have nothing to show")]
pub struct Table<'a> {
    /// What it is called among others.
    pub name: &'static str,
    /// What its rows are.
    pub(super) about: TableTopic,
    pub(super) columns: Vec<TableColumn>,
    /// The columns by which a row is told from all others, none of them empty; none where rows have no such.
    pub(super) primary_key: &'static [&'static str],
    pub(super) foreign_keys: &'static [ForeignKey],
    /// As many cells in each as there are columns.
    pub(super) rows: Box<dyn Iterator<Item = Vec<Cell>> + 'a>,
}

/// Columns that name a row of another table, where none of them is empty.
pub(super) struct ForeignKey {
    pub columns: &'static [&'static str],
    /// The other table.
    pub table: &'static str,
    /// What the columns are called there.
    pub named: &'static [&'static str],
}

/// A column of a table.
#[derive(Clone)]
pub(super) struct TableColumn {
    /// As the first line has it.
    pub name: String,
    /// What it means.
    pub about: Column,
    /// What people call it, in the language of the table; may be nothing.
    pub title: String,
    /// What is in it.
    pub holds: Holds,
    /// What a figure counts, where that is known.
    pub unit: Option<&'static str>,
}

/// What is in a column.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Text,
    Number,
    Time,
    Day,
}

impl TableColumn {
    /// A column whose name says enough.
    pub fn new(name: impl Into<String>, about: Column, holds: Holds) -> Self {
        Self { name: name.into(), about, title: String::new(), holds, unit: None }
    }

    /// A column that is not the paper's.
    pub fn ours(name: &str, about: Column, holds: Holds) -> Self {
        Self::new(format!("{OURS}{name}"), about, holds)
    }

    /// The same, as people call it.
    pub fn called(self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self }
    }

    /// The same, of figures that count this.
    pub fn counted_in(self, unit: &'static str) -> Self {
        Self { unit: Some(unit), ..self }
    }

    fn described(&self, snapshot: &Snapshot<'_>) -> Value {
        let titles: Vec<_> = [&self.name, &self.title].into_iter().filter(|title| !title.is_empty()).collect();
        let datatype = match self.holds {
            Holds::Text => "string",
            Holds::Number => "integer",
            Holds::Time => "dateTime",
            Holds::Day => "date",
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

/// What the items of a role count.
pub(super) fn counted_in(role: Role) -> &'static str {
    match role {
        Role::Electorate | Role::Turnout => "voters",
        Role::Valid | Role::Invalid => "ballot papers",
    }
}

impl<'a> Table<'a> {
    /// The lines of a file, the first of which names the columns.
    pub fn lines(self, reader: TableReader) -> impl Iterator<Item = String> + 'a {
        let names: Vec<_> = self.columns.iter().map(|column| column.name.as_str()).collect();
        let header = format!("{}{}\n", reader.mark(), names.join(","));
        std::iter::once(header).chain(self.rows.map(move |cells| line(cells, reader)))
    }

    /// The description of the table, which stands in a file of this name.
    pub fn description(&self, snapshot: &Snapshot<'_>, file: &str) -> String {
        let columns: Vec<_> = self.columns.iter().map(|column| column.described(snapshot)).collect();
        let manifest = snapshot.manifest();
        let mut described = json!({
            "@context": ["http://www.w3.org/ns/csvw", {"@language": snapshot.lang.code()}],
            "url": file,
            "dc:title": manifest.title.in_language(snapshot.lang.code()),
            "dc:date": snapshot.time.to_string(),
            "notes": [{"checkpoint": checkpoint(snapshot), "rehearsal": manifest.rehearsal}],
            "dialect": {"delimiter": ",", "quoteChar": "\"", "doubleQuote": true, "encoding": "utf-8", "lineTerminators": ["\n"]},
            "tableSchema": {"columns": columns},
        });
        if let Some(licence) = snapshot.licence {
            described["dc:license"] = json!(licence);
        }
        serde_json::to_string_pretty(&described).expect("an object of texts and lists") + "\n"
    }
}

/// What names the checkpoint, as an object.
pub(super) fn checkpoint(snapshot: &Snapshot<'_>) -> Value {
    snapshot.names().into_iter().map(|(name, value)| (name.to_owned(), json!(value))).collect()
}
