//! What is wrong with a paper, where, and what to do about it.

use std::fmt;

use crate::domain::code::Code;

/// The most errors that are told at once: who has twenty has one cause, or a day's work.
pub const ERRORS_MAX: usize = 20;

/// A mistake in a paper: its place, what is wrong in the user's words, and what to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputError {
    /// [`Code::U3`]: the file is not in its format. [`Code::U4`]: a row or value is wrong.
    pub code: Code,
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: Option<u64>,
    /// The column of a table.
    pub column: Option<String>,
    /// The unit that the row or draft is about.
    pub unit: Option<String>,
    /// The item, candidate (`cand_05`) or key.
    pub item: Option<String>,
    /// What is wrong.
    pub says: String,
    /// What to do.
    pub advice: String,
}

/// What is wrong with a value, before its place is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Flaw {
    pub says: String,
    pub advice: String,
}

impl Flaw {
    pub fn new(says: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { says: says.into(), advice: advice.into() }
    }

    /// The flaw in a file that is not in its format.
    pub fn of_format(self, file: &str, line: Option<u64>) -> InputError {
        InputError { line, code: Code::U3, ..self.in_file(file) }
    }

    /// The flaw of a value, somewhere in a file.
    pub fn in_file(self, file: &str) -> InputError {
        InputError {
            code: Code::U4,
            file: file.to_owned(),
            line: None,
            column: None,
            unit: None,
            item: None,
            says: self.says,
            advice: self.advice,
        }
    }
}

impl InputError {
    /// The same, at a line.
    pub(super) fn at(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The same, about a unit.
    pub(super) fn of_unit(self, unit: impl fmt::Display) -> Self {
        Self { unit: Some(unit.to_string()), ..self }
    }

    /// The same, about an item, a candidate or a key.
    pub(super) fn of_item(self, item: impl fmt::Display) -> Self {
        Self { item: Some(item.to_string()), ..self }
    }
}

impl fmt::Display for InputError {
    /// One line: `protocols.csv:7: unit 01.001, cand_05: -3 is negative; write …`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(unit) = &self.unit {
            write!(f, ": unit {unit}")?;
        }
        if let Some(place) = self.column.as_ref().or(self.item.as_ref()) {
            write!(f, "{}{place}", if self.unit.is_some() { ", " } else { ": " })?;
        }
        write!(f, ": {}; {}", self.says, self.advice)
    }
}

impl std::error::Error for InputError {}

/// The value, or its errors kept for later.
pub(super) fn keep<T>(errors: &mut Vec<InputError>, read: Result<T, Vec<InputError>>) -> Option<T> {
    read.map_err(|found| errors.extend(found)).ok()
}
