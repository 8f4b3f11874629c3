//! Files that are not in their format.

use super::toml::TomlFlaw;

/// Why a file is not in its format.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FileMistake {
    /// The folder does not have the file.
    Missing,
    /// Its bytes are in another encoding.
    NotUtf8,
    /// It begins with U+FEFF.
    ByteOrderMark,
    /// A line ends with `\r\n`.
    CarriageReturn,
    /// It is not TOML.
    NotToml(TomlFlaw),
    /// It is not a table, in the words of the library that reads it.
    NotCsv(String),
    /// A table has not even a header; these columns belong there.
    Empty(Vec<String>),
    /// A table has a line without a cell.
    EmptyLine,
    /// A quote stands neither at the beginning nor at the end of its cell.
    QuoteInside,
    /// A cell begins with a quote and does not end with one.
    QuoteOpen,
    /// Two columns have one name.
    ColumnTwice,
    /// No such table has a column of this name.
    ColumnUnknown(String),
    /// The column at this place, from 1, has no name.
    ColumnUnnamed(usize),
    /// The header has commas and another separator.
    SeparatorsMixed,
    /// A column that must be there is not.
    ColumnMissing,
    /// A column `cand_NN` is of a number that is on no ballot.
    CandidateUnknown,
    /// Two columns are of one number on the ballot.
    CandidateTwice,
}
