//! What is wrong with a paper, and where.

use std::fmt;

use super::mistake::{FileMistake, Mistake};
use crate::domain::code::Code;

/// The most errors that are told at once: who has twenty has one cause, or a day's work.
pub const ERRORS_MAX: usize = 20;

/// A mistake in a paper, and its place.
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
    pub mistake: Mistake,
}

impl InputError {
    /// A file is not in its format.
    pub(super) fn of_format(file: &str, line: Option<u64>, mistake: FileMistake) -> Self {
        Self { line, code: Code::U3, ..Self::in_file(file, mistake) }
    }

    /// A row or value is wrong, somewhere in a file.
    pub(super) fn in_file(file: &str, mistake: impl Into<Mistake>) -> Self {
        Self {
            code: Code::U4,
            file: file.to_owned(),
            line: None,
            column: None,
            unit: None,
            item: None,
            mistake: mistake.into(),
        }
    }

    /// The same, at a line.
    pub(super) fn at(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }

    /// The same, in a column.
    pub(super) fn of_column(self, column: &str) -> Self {
        Self { column: Some(column.to_owned()), ..self }
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

/// Each error once: what a table gives to several below it is wrong once.
pub(super) fn once(errors: Vec<InputError>) -> Vec<InputError> {
    let mut told = Vec::with_capacity(errors.len());
    for error in errors {
        if !told.contains(&error) {
            told.push(error);
        }
    }
    told
}

/// The one error of what stops at its first.
pub(super) fn alone(error: InputError) -> Vec<InputError> {
    vec![error]
}

/// The value, or its errors kept for later.
pub(super) fn keep<T>(errors: &mut Vec<InputError>, read: Result<T, Vec<InputError>>) -> Option<T> {
    read.map_err(|found| errors.extend(found)).ok()
}
