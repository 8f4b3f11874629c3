//! The file, made in memory: this room has no disk.

use rusqlite::types::{ToSqlOutput, Value};
use rusqlite::{Connection, MAIN_DB, ToSql, params, params_from_iter};

use crate::export::cells::Cell;
use crate::export::dataset;
use crate::export::format::NotMade;
use crate::export::snapshot::Snapshot;
use crate::export::table::{Holds, Table, TableColumn};
use crate::text;

/// What people ask first, and the indexes for it.
const VIEWS: &str = include_str!("views.sql");

impl From<rusqlite::Error> for NotMade {
    fn from(error: rusqlite::Error) -> Self {
        Self(error.to_string())
    }
}

/// The bytes of the file; the same snapshot gives the same.
///
/// # Errors
/// [`NotMade`] where SQLite's memory ends, at 2 GB of data.
pub fn file(snapshot: Snapshot<'_>) -> Result<Vec<u8>, NotMade> {
    let mut connection = Connection::open_in_memory()?;
    let transaction = connection.transaction()?;
    metadata(&transaction, &snapshot)?;
    transaction
        .execute_batch("CREATE TABLE dictionary (\"table\" TEXT NOT NULL, \"column\" TEXT, about TEXT NOT NULL)")?;
    for table in dataset::tables(snapshot) {
        dictionary(&transaction, &snapshot, &table)?;
        transaction.execute_batch(&declared(&table))?;
        fill(&transaction, table)?;
    }
    transaction.execute_batch(VIEWS)?;
    transaction.commit()?;
    Ok(connection.serialize(MAIN_DB)?.to_vec())
}

/// The state of the ledger that all of it came from, and what is true of all of it.
fn metadata(connection: &Connection, snapshot: &Snapshot<'_>) -> Result<(), NotMade> {
    connection.execute_batch("CREATE TABLE metadata (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)")?;
    let mut put = connection.prepare("INSERT INTO metadata VALUES (?1, ?2)")?;
    for (name, value) in snapshot.metadata() {
        put.execute(params![name, value])?;
    }
    Ok(())
}

/// What the table and its columns mean.
fn dictionary(connection: &Connection, snapshot: &Snapshot<'_>, table: &Table<'_>) -> Result<(), NotMade> {
    let mut put = connection.prepare("INSERT INTO dictionary VALUES (?1, ?2, ?3)")?;
    put.execute(params![table.name, None::<&str>, text::table(snapshot.lang, table.about)])?;
    for column in &table.columns {
        put.execute(params![table.name, column.name, text::column(snapshot.lang, column.about)])?;
    }
    Ok(())
}

/// The statement that makes a table. Its names are ours: no paper's word is among them. Keys are held when all rows are in:
/// a unit may come before the one above.
fn declared(table: &Table<'_>) -> String {
    let columns = table.columns.iter().map(|column| declared_column(column, table));
    let primary = (!table.primary_key.is_empty()).then(|| format!("PRIMARY KEY ({})", table.primary_key.join(", ")));
    let foreign = table.foreign_keys.iter().map(|key| {
        let (columns, named) = (key.columns.join(", "), key.named.join(", "));
        format!("FOREIGN KEY ({columns}) REFERENCES {} ({named}) DEFERRABLE INITIALLY DEFERRED", key.table)
    });
    let parts: Vec<_> = columns.chain(primary).chain(foreign).collect();
    format!("CREATE TABLE {} (\n  {}\n)", table.name, parts.join(",\n  "))
}

fn declared_column(column: &TableColumn, table: &Table<'_>) -> String {
    let kind = match column.holds {
        Holds::Number => "INTEGER",
        Holds::Text | Holds::Time | Holds::Day => "TEXT",
    };
    let required = if table.primary_key.contains(&column.name.as_str()) { " NOT NULL" } else { "" };
    format!("{} {kind}{required}", column.name)
}

fn fill(connection: &Connection, table: Table<'_>) -> Result<(), NotMade> {
    let places = vec!["?"; table.columns.len()].join(", ");
    let mut put = connection.prepare(&format!("INSERT INTO {} VALUES ({places})", table.name))?;
    for cells in table.rows {
        put.execute(params_from_iter(cells))?;
    }
    Ok(())
}

impl ToSql for Cell {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(match self {
            Self::Text(text) => ToSqlOutput::from(text.as_str()),
            // Every number is a figure of 32 bits or a place in a log, far below 63.
            Self::Number(number) => return number_of(*number),
            Self::Time(time) => ToSqlOutput::Owned(Value::Text(time.to_string())),
            Self::Nothing => ToSqlOutput::Owned(Value::Null),
        })
    }
}

fn number_of(number: u64) -> rusqlite::Result<ToSqlOutput<'static>> {
    let number = i64::try_from(number).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    Ok(ToSqlOutput::Owned(Value::Integer(number)))
}
