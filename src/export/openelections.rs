//! `openelections`: the seven columns of OpenElections and no more, for who adds a file to that collection.
//!
//! ```text
//! county,precinct,office,district,party,candidate,votes
//! "01","01.010","Registered Voters","","","",900
//! "01","01.010","The contest","","A party","A Candidate",412
//! ```

use super::cells::OURS;
use super::format::{Format, Makes};
use super::long;
use super::snapshot::Snapshot;
use super::table::Table;

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "openelections",
    about: "the same in the seven columns of OpenElections alone",
    media: "text/csv; charset=utf-8",
    extension: "csv",
    makes: Makes::Table(table),
};

/// What the long table has before the columns of ours.
fn table(snapshot: Snapshot<'_>) -> Table<'_> {
    let mut table = long::table(snapshot);
    table.columns.retain(|column| !column.name.starts_with(OURS));
    let theirs = table.columns.len();
    let rows = table.rows.map(move |mut cells| {
        cells.truncate(theirs);
        cells
    });
    Table { name: "openelections", foreign_keys: &[], rows: Box::new(rows), ..table }
}
