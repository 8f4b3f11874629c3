//! Tables whose columns do not depend on the election's form, and how each of their rows is read.

use super::rows::{CandidateRow, ColourRow, DecisionRow, MemberRow, ObserverRow, TurnoutRow, UnitRow};
use super::table::{Table, TableRow};
use crate::domain::number::{BallotNumber, Voting};
use crate::domain::text::{Language, Localised};
use crate::intake::error::InputError;
use crate::intake::mistake::{EnrolmentMistake, Mistake};
use crate::intake::spelling::{number, parsed, text, word};

/// A row that can be read without the form.
pub(in crate::intake) trait PlainRow: Sized {
    /// The columns that must be there.
    const REQUIRED: &[&str];

    /// Whether a further column may be there.
    fn knows(_column: &str) -> bool {
        false
    }

    /// Reads one row of the table.
    fn read(row: TableRow) -> Result<Self, InputError>;
}

/// Lists the columns of each table once: those that must be there, those that may, and each with how its cell is read;
/// then what else a row has.
macro_rules! plain_rows {
    ($($name:ident {
        must { $($must:ident: $reads:ident $(($spelling:path))?,)* }
        may { $($may:ident: $may_read:ident $(($may_spelling:path))?,)* }
        $(by_language { $names:ident: $language:path, $in_languages:path })?
        $(not_a_column { $other:ident: $value:expr })?
    })*) => { $(
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

        impl PlainRow for $name {
            const REQUIRED: &[&str] = &[$(stringify!($must)),*];

            fn knows(column: &str) -> bool {
                let may: &[&str] = &[$(stringify!($may)),*];
                may.contains(&column) $(|| $language(column).is_some())?
            }

            fn read(row: TableRow) -> Result<Self, InputError> {
                Ok(Self {
                    line: row.line,
                    $($must: row.$reads(stringify!($must) $(, $spelling)?)?,)*
                    $($may: row.$may_read(stringify!($may) $(, $may_spelling)?)?,)*
                    $($names: $in_languages(&row)?,)?
                    $($other: $value,)?
                })
            }
        }
    )* };
}

plain_rows! {
    UnitRow {
        must { unit: read(parsed), parent: maybe(parsed), tier: read(parsed), name: text, }
        may { utc_offset: maybe(parsed), }
    }
    CandidateRow {
        must { contest: read(parsed), number: read(on_ballot), }
        may { nominated_by: text, approved_on: maybe(parsed), registered_on: maybe(parsed), decision: text, }
        by_language { names: language, names }
    }
    TurnoutRow {
        must { contest: read(parsed), unit: read(parsed), as_of: read(parsed), voters: read(number), }
        may { stations: maybe(number), }
    }
    DecisionRow {
        must { contest: read(parsed), unit: read(parsed), decision: read(word), reference: text, reason: read(text), }
        may {}
        not_a_column { voting: Voting::FIRST }
    }
    ColourRow {
        must { contest: read(parsed), number: read(on_ballot), colour: read(parsed), }
        may {}
    }
    ObserverRow {
        must { observer: read(parsed), organisation: text, role: read(word), scope: read(parsed), }
        may { public_key: maybe(parsed), }
    }
    MemberRow {
        must {
            unit: read(parsed),
            seat: read(number),
            name: read(text),
            office: read(word),
            nominated_by: text,
            public_key: read(parsed),
        }
        may {}
    }
}

/// A number that may stand on a ballot.
fn on_ballot(written: &str) -> Result<BallotNumber, Mistake> {
    match number(written)? {
        BallotNumber(0) => Err(EnrolmentMistake::NumberZero.into()),
        number => Ok(number),
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
        return Err(row.error_of_row(EnrolmentMistake::NoName));
    }
    Localised::new(names).map_err(|_| row.error_of_row(EnrolmentMistake::NamesTooMany))
}
