//! Tables whose columns do not depend on the election's form, and how each of their rows is read.

use super::rows::{CandidateRow, DecisionRow, MemberRow, ObserverRow, TurnoutRow, UnitRow};
use super::table::{Table, TableRow};
use crate::domain::number::{BallotNumber, Voting};
use crate::domain::text::{Language, Localised};
use crate::intake::error::{Flaw, InputError};
use crate::intake::spelling::{number, parsed, text, word};

/// A row that can be read without the form.
pub(in crate::intake) trait PlainRow: Sized {
    /// The columns that must be there.
    const REQUIRED: &[&str];

    /// Whether a further column may be there.
    fn knows(_column: &str) -> bool {
        false
    }

    /// Reads a row.
    fn read(row: TableRow) -> Result<Self, InputError>;
}

/// Gives each kind of row its public reader.
macro_rules! plain_rows {
    ($($name:ident)*) => { $(
        impl $name {
            /// Reads a whole table of these rows. Whether units and contests exist is not asked here.
            ///
            /// # Errors
            /// The table's mistakes, at most [`ERRORS_MAX`](crate::intake::error::ERRORS_MAX).
            pub fn read_all(file: &str, bytes: &[u8]) -> Result<Vec<Self>, Vec<InputError>> {
                let table = Table::read(file, bytes, Self::REQUIRED, Self::knows).map_err(|e| vec![e])?;
                table.read_rows(Self::read)
            }
        }
    )* };
}

plain_rows! { UnitRow CandidateRow TurnoutRow DecisionRow ObserverRow MemberRow }

impl PlainRow for UnitRow {
    const REQUIRED: &[&str] = &["unit", "parent", "tier", "name"];

    fn knows(column: &str) -> bool {
        column == "utc_offset"
    }

    fn read(row: TableRow) -> Result<Self, InputError> {
        Ok(Self {
            line: row.line,
            unit: row.read("unit", parsed)?,
            parent: row.maybe("parent", parsed)?,
            tier: row.read("tier", parsed)?,
            name: row.text("name")?,
            utc_offset: row.maybe("utc_offset", parsed)?,
        })
    }
}

impl PlainRow for CandidateRow {
    const REQUIRED: &[&str] = &["contest", "number"];

    fn knows(column: &str) -> bool {
        language(column).is_some() || ["nominated_by", "approved_on", "registered_on", "decision"].contains(&column)
    }

    fn read(row: TableRow) -> Result<Self, InputError> {
        let number = row.read("number", number)?;
        if number == BallotNumber(0) {
            return Err(row.error("number", Flaw::new("there is no number 0 on a ballot", "numbers begin with 1")));
        }
        Ok(Self {
            line: row.line,
            contest: row.read("contest", parsed)?,
            number,
            names: names(&row)?,
            nominated_by: row.text("nominated_by")?,
            approved_on: row.maybe("approved_on", parsed)?,
            registered_on: row.maybe("registered_on", parsed)?,
            decision: row.text("decision")?,
        })
    }
}

impl PlainRow for TurnoutRow {
    const REQUIRED: &[&str] = &["contest", "unit", "as_of", "voters"];

    fn knows(column: &str) -> bool {
        column == "stations"
    }

    fn read(row: TableRow) -> Result<Self, InputError> {
        Ok(Self {
            line: row.line,
            contest: row.read("contest", parsed)?,
            unit: row.read("unit", parsed)?,
            as_of: row.read("as_of", parsed)?,
            voters: row.read("voters", number)?,
            stations: row.maybe("stations", number)?,
        })
    }
}

impl PlainRow for DecisionRow {
    const REQUIRED: &[&str] = &["contest", "unit", "decision", "reference", "reason"];

    fn read(row: TableRow) -> Result<Self, InputError> {
        Ok(Self {
            line: row.line,
            contest: row.read("contest", parsed)?,
            unit: row.read("unit", parsed)?,
            decision: row.read("decision", word)?,
            reference: row.text("reference")?,
            reason: row.text("reason")?,
            voting: Voting::FIRST,
        })
    }
}

impl PlainRow for ObserverRow {
    const REQUIRED: &[&str] = &["observer", "organisation", "role", "scope"];

    fn knows(column: &str) -> bool {
        column == "public_key"
    }

    fn read(row: TableRow) -> Result<Self, InputError> {
        Ok(Self {
            line: row.line,
            observer: row.read("observer", parsed)?,
            organisation: row.text("organisation")?,
            role: row.read("role", word)?,
            scope: row.read("scope", parsed)?,
            public_key: row.maybe("public_key", parsed)?,
        })
    }
}

impl PlainRow for MemberRow {
    const REQUIRED: &[&str] = &["unit", "seat", "name", "office", "nominated_by", "public_key"];

    fn read(row: TableRow) -> Result<Self, InputError> {
        Ok(Self {
            line: row.line,
            unit: row.read("unit", parsed)?,
            seat: row.read("seat", number)?,
            name: row.read("name", text)?,
            office: row.read("office", word)?,
            nominated_by: row.text("nominated_by")?,
            public_key: row.read("public_key", parsed)?,
        })
    }
}

/// The language of a column `name_LANG`.
fn language(column: &str) -> Option<Language> {
    Language::try_from(column.strip_prefix("name_")?.to_owned()).ok()
}

/// The names of a candidate; an empty cell is a language without a name.
fn names(row: &TableRow) -> Result<Localised, InputError> {
    let mut names = Vec::new();
    for column in row.columns() {
        if let Some(language) = language(column) {
            names.extend(row.maybe(column, text)?.map(|name| (language, name)));
        }
    }
    if names.is_empty() {
        return Err(row.flaw(Flaw::new("the candidate has no name", "add a column such as name_en, and fill it in")));
    }
    Localised::new(names).map_err(|e| row.flaw(Flaw::new(e.to_string(), "remove some columns")))
}
