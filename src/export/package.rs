//! `datapackage`: every table in one folder, and a description of all of them, a Data Package of Frictionless Data: types,
//! keys, hashes, and the state of the ledger that they came from.
//!
//! ```text
//! {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "ledger": {"fingerprint": …}, "rehearsal": false,
//!  "resources": [{"name": "votes", "path": "votes.csv", "bytes": 41, "hash": "sha256:…", "schema": {"fields": […]}}]}
//! ```

use serde_json::{Value, json};

use super::dataset;
use super::format::{Format, Makes};
use super::long;
use super::snapshot::Snapshot;
use super::table::{ForeignKey, Holds, Table, TableColumn, checkpoint};
use super::wide;
use crate::crypto::hash::Digests;
use crate::text;

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "datapackage",
    about: "every table in a folder, as Frictionless has it",
    media: "application/x-tar",
    extension: "tar",
    makes: Makes::Folder(tables),
};

/// The file of the description.
pub const DESCRIPTION: &str = "datapackage.json";

/// The tables of the data set, and those that stand alone too.
fn tables(snapshot: Snapshot<'_>) -> Vec<Table<'_>> {
    let mut tables = dataset::tables(snapshot);
    tables.extend([wide::table(snapshot), long::table(snapshot)]);
    tables
}

/// The file of a table in the folder.
pub fn file(table: &Table<'_>) -> String {
    format!("{}.csv", table.name)
}

/// What is said of a table whose file came to these digests.
pub fn resource(table: &Table<'_>, snapshot: &Snapshot<'_>) -> Resource {
    Resource(json!({
        "name": table.name,
        "type": "table",
        "path": file(table),
        "description": text::table(snapshot.lang, table.about),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema(table, snapshot),
    }))
}

/// What is said of a table before its file is written.
#[derive(Debug, Clone)]
pub struct Resource(Value);

impl Resource {
    /// The same of a table whose file came to this.
    #[must_use]
    pub fn written(mut self, file: Digests) -> Self {
        self.0["bytes"] = json!(file.bytes);
        self.0["hash"] = json!(format!("sha256:{}", file.sha256));
        self
    }
}

/// The description of the folder.
pub fn description(snapshot: &Snapshot<'_>, resources: Vec<Resource>) -> String {
    let manifest = snapshot.manifest();
    let mut described = json!({
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": manifest.id.as_str().to_ascii_lowercase(),
        "id": snapshot.checkpoint.fingerprint().to_string(),
        "title": manifest.title.in_language(snapshot.lang.code()),
        "description": text::table(snapshot.lang, text::TableTopic::Whole),
        "version": snapshot.as_of.to_string(),
        "created": snapshot.time.to_string(),
        "ledger": checkpoint(snapshot),
        "rehearsal": manifest.rehearsal,
        "resources": resources.into_iter().map(|resource| resource.0).collect::<Vec<_>>(),
    });
    if let Some(licence) = snapshot.licence {
        described["licenses"] = json!([licensed(licence)]);
    }
    serde_json::to_string_pretty(&described).expect("an object of texts, numbers and lists") + "\n"
}

/// A licence by its address, or by its name.
fn licensed(licence: &str) -> Value {
    let key = if licence.contains("://") { "path" } else { "name" };
    json!({ key: licence })
}

fn schema(table: &Table<'_>, snapshot: &Snapshot<'_>) -> Value {
    let fields: Vec<_> = table.columns.iter().map(|column| field(column, table, snapshot)).collect();
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if !table.primary_key.is_empty() {
        schema["primaryKey"] = json!(table.primary_key);
    }
    if !table.foreign_keys.is_empty() {
        schema["foreignKeys"] = table.foreign_keys.iter().map(|key| named(key, table)).collect();
    }
    schema
}

fn field(column: &TableColumn, table: &Table<'_>, snapshot: &Snapshot<'_>) -> Value {
    let kind = match column.holds {
        Holds::Text => "string",
        Holds::Number => "integer",
        Holds::Time => "datetime",
        Holds::Day => "date",
    };
    let mut field = json!({ "name": column.name, "type": kind });
    if !column.title.is_empty() {
        field["title"] = json!(column.title);
    }
    field["description"] = json!(text::column(snapshot.lang, column.about));
    if let Some(unit) = column.unit {
        field["unit"] = json!(unit);
    }
    if table.primary_key.contains(&column.name.as_str()) {
        field["constraints"] = json!({ "required": true });
    }
    field
}

/// A table names itself by an empty text, as readers of both versions of the standard know it.
fn named(key: &ForeignKey, table: &Table<'_>) -> Value {
    let resource = if key.table == table.name { "" } else { key.table };
    json!({ "fields": key.columns, "reference": { "resource": resource, "fields": key.named } })
}
