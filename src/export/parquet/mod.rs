//! `parquet`: the long table, `csv-long`, in columns with types, for data frames. Who needs it builds the program with the
//! feature `parquet`.
//!
//! ```text
//! >>> pandas.read_parquet("results.parquet").groupby("candidate")["votes"].sum()
//! ```

#[cfg(feature = "parquet")]
mod made;

use super::format::{Format, Makes};

/// The format, as `export --format` offers it.
pub const FORMAT: Format = Format {
    name: "parquet",
    about: "csv-long in typed columns, by a build with that feature",
    media: "application/vnd.apache.parquet",
    extension: "parquet",
    makes: MAKES,
};

#[cfg(feature = "parquet")]
const MAKES: Makes = Makes::Bytes(made::file);
#[cfg(not(feature = "parquet"))]
const MAKES: Makes = Makes::NotInThisBuild("parquet");
