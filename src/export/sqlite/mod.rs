//! `sqlite`: the tables of the data set in one file, with views of what people ask first. The table `metadata` names the
//! state of the ledger that they came from, and `dictionary` says what each column means.
//!
//! ```text
//! $ sqlite3 results.sqlite "SELECT candidate, votes FROM totals WHERE unit = 'GE' ORDER BY votes DESC LIMIT 3"
//! ```

#[cfg(feature = "sqlite")]
mod made;

use super::format::{Format, Makes};

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "sqlite",
    about: "every table in one SQLite file",
    media: "application/vnd.sqlite3",
    extension: "sqlite",
    makes: MAKES,
};

#[cfg(feature = "sqlite")]
const MAKES: Makes = Makes::Bytes(made::file);
#[cfg(not(feature = "sqlite"))]
const MAKES: Makes = Makes::NotInThisBuild("sqlite");
