//! Floor 7: the ledger's data in forms that others read. One file a format, each a pure function of a
//! [`Snapshot`](snapshot::Snapshot) and, where every event is asked for, of the [events](event) one after the other.
//! What is made of rows is made of [tables](table), whose columns are described once. The columns and mappings stand in
//! `docs/exports.md`.

pub mod cells;
mod dataset;
pub mod event;
pub mod event_log;
pub mod format;
pub mod long;
pub mod ndjson;
pub mod openelections;
pub mod package;
pub mod parquet;
pub mod report;
pub mod snapshot;
pub mod sqlite;
pub mod table;
pub mod wide;

use format::Format;

/// Every format that the ledger's data leaves in, as lists have them.
pub const FORMATS: &[Format] = &[
    wide::FORMAT,
    long::FORMAT,
    openelections::FORMAT,
    package::FORMAT,
    sqlite::FORMAT,
    parquet::FORMAT,
    report::FORMAT,
    event_log::FORMAT,
    ndjson::FORMAT,
];
