//! A TOML paper, read key by key: each value knows its line, and a key that nobody asked for is refused.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::intake::error::InputError;
use crate::intake::mistake::{FileMistake, Mistake, Sort, TomlFlaw, ValueMistake};

/// A paper's text and the name of its file: what turns a place into a line.
#[derive(Clone, Copy)]
pub(in crate::intake) struct TomlSource<'a> {
    pub file: &'a str,
    pub text: &'a str,
}

/// A value that stands on one line, with its one way to be written and read.
pub(in crate::intake) trait Scalar: Sized {
    /// What stands there before it is filled in.
    const BLANK: &str = "\"\"";

    /// The value as TOML.
    fn write(&self) -> String;

    /// Reads the value, or says what is wrong with it.
    fn read(value: &TomlValue) -> Result<Self, InputError>;
}

/// A table whose keys are taken one after the other.
pub(in crate::intake) struct Fields<'a> {
    source: TomlSource<'a>,
    line: u64,
    whole: &'a DeTable<'a>,
    /// The table in whose list this one stands.
    above: Option<&'a DeTable<'a>>,
    left: BTreeMap<&'a str, TomlValue<'a>>,
    asked: Vec<&'static str>,
    /// Where each named thing below stands; of two with one name, the later.
    named: BTreeMap<String, u64>,
}

/// A value that somebody wrote, and under which key.
#[derive(Clone, Copy)]
pub(in crate::intake) struct TomlValue<'a> {
    source: TomlSource<'a>,
    pub key: &'a str,
    at: usize,
    value: &'a Spanned<DeValue<'a>>,
}

impl<'a> TomlSource<'a> {
    /// The paper's outermost table.
    pub fn parse(self) -> Result<DeTable<'a>, InputError> {
        let table = DeTable::parse(self.text).map_err(|e| {
            let span = e.span().or_else(|| self.first_line_with(e.message()));
            self.malformed(e.message(), span)
        })?;
        Ok(table.into_inner())
    }

    /// Where a mistake that the parser gives no place begins: the last line of the shortest beginning that has it.
    fn first_line_with(self, message: &str) -> Option<Range<usize>> {
        let ends: Vec<usize> = self.text.match_indices('\n').map(|(at, _)| at).chain([self.text.len()]).collect();
        let is_before = |end: &usize| !DeTable::parse(&self.text[..*end]).is_err_and(|e| e.message() == message);
        let line = ends.partition_point(is_before);
        let start = line.checked_sub(1).and_then(|before| ends.get(before)).map_or(0, |end| end + 1);
        ends.get(line).map(|end| start..*end)
    }

    fn malformed(self, message: &str, span: Option<Range<usize>>) -> InputError {
        let at = span.map(|span| span.start);
        let mistake = FileMistake::NotToml(TomlFlaw::of(message));
        let error = InputError::of_format(self.file, at.map(|at| self.line(at)), mistake);
        let written = at.and_then(|at| self.text.lines().nth(self.text.get(..at)?.matches('\n').count()));
        match written.and_then(|line| line.split_once('=')) {
            Some((key, _)) => error.of_item(key.trim()),
            None => error,
        }
    }

    fn line(self, at: usize) -> u64 {
        let before = self.text.as_bytes().iter().take(at);
        1 + before.filter(|b| **b == b'\n').count() as u64
    }
}

impl<'a> Fields<'a> {
    /// The fields of a paper's outermost table.
    pub fn outermost(source: TomlSource<'a>, table: &'a DeTable<'a>) -> Self {
        Self::new(source, 1, table)
    }

    fn new(source: TomlSource<'a>, line: u64, whole: &'a DeTable<'a>) -> Self {
        let left = whole.iter().map(|entry| TomlValue::new(source, entry)).map(|value| (value.key, value)).collect();
        Self { source, line, whole, above: None, left, asked: Vec::new(), named: BTreeMap::new() }
    }

    /// The line on which the table begins.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// Takes the value of a key, if it stands here.
    pub fn take(&mut self, key: &'static str) -> Option<TomlValue<'a>> {
        self.asked.push(key);
        self.left.remove(key)
    }

    /// Takes the value of a key that must stand here.
    pub fn required(&mut self, key: &'static str) -> Result<TomlValue<'a>, InputError> {
        self.take(key).ok_or_else(|| self.error(ValueMistake::KeyMissing(key)).of_item(key))
    }

    /// Takes a value of one line that must stand here.
    pub fn one<T: Scalar>(&mut self, key: &'static str) -> Result<T, InputError> {
        T::read(&self.required(key)?)
    }

    /// Takes a value of one line that may be left out or empty.
    pub fn maybe<T: Scalar>(&mut self, key: &'static str) -> Result<Option<T>, InputError> {
        self.take(key).filter(|value| !value.is_blank()).map(|value| T::read(&value)).transpose()
    }

    /// Takes a value of one line that holds for this table too where it stands only in the table above.
    pub fn inherited<T: Scalar>(&mut self, key: &'static str) -> Result<T, InputError> {
        let own = self.maybe(key)?;
        let above = || self.above.and_then(|table| stands(self.source, table, key));
        match own.map(Ok).or_else(|| above().map(|value| T::read(&value))) {
            Some(read) => read,
            None => self.one(key),
        }
    }

    /// Takes a list of tables, `[[key]]`; none stand here when the key does not.
    pub fn tables(&mut self, key: &'static str) -> Result<Vec<Fields<'a>>, InputError> {
        let list = self.take(key).map_or(Ok(Vec::new()), |value| value.list())?;
        let below = |value: &TomlValue<'a>| value.table().map(|table| Self { above: Some(self.whole), ..table });
        list.iter().map(below).collect()
    }

    /// Whether a table of this name, which stands under `name_key`, is in a list of the table above.
    pub fn is_named_above(&self, list: &str, name_key: &str, name: &str) -> bool {
        let tables = self.above.and_then(|above| stands(self.source, above, list)?.list().ok());
        let is_meant = |value: &TomlValue| {
            let named = value.table().ok().and_then(|table| table.peek(name_key)?.text().ok());
            named == Some(name)
        };
        tables.is_some_and(|tables| tables.iter().any(is_meant))
    }

    /// Remembers where a thing of this name stands.
    pub fn remember(&mut self, name: String, line: u64) {
        self.named.insert(name, line);
    }

    /// Where a thing of this name stands.
    pub fn line_of(&self, name: &str) -> Option<u64> {
        self.named.get(name).copied()
    }

    /// Takes everything that is left, in the order of the lines.
    pub fn take_all(&mut self) -> Vec<TomlValue<'a>> {
        let mut all: Vec<_> = std::mem::take(&mut self.left).into_values().collect();
        all.sort_by_key(|value| value.at);
        all
    }

    /// What stands under a key of this table, whether it was taken or not.
    pub fn peek(&self, key: &str) -> Option<TomlValue<'a>> {
        stands(self.source, self.whole, key)
    }

    /// Whatever is left is unknown: one error for each.
    pub fn unknown(&mut self) -> Vec<InputError> {
        let left = self.take_all();
        left.into_iter().map(|value| value.error(ValueMistake::KeyUnknown(self.asked.clone()))).collect()
    }

    /// An error of the whole table.
    pub fn error(&self, mistake: impl Into<Mistake>) -> InputError {
        InputError::in_file(self.source.file, mistake).at(self.line)
    }
}

/// What stands under a key of a table.
fn stands<'a>(source: TomlSource<'a>, table: &'a DeTable<'a>, key: &str) -> Option<TomlValue<'a>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|entry| TomlValue::new(source, entry))
}

impl<'a> TomlValue<'a> {
    fn new(source: TomlSource<'a>, (key, value): (&'a Spanned<Cow<'a, str>>, &'a Spanned<DeValue<'a>>)) -> Self {
        Self { source, key: key.get_ref(), at: key.span().start, value }
    }

    /// The line on which the key stands; in a list, the value.
    pub fn line(&self) -> u64 {
        self.source.line(self.at)
    }

    /// What is wrong with this value.
    pub fn error(&self, mistake: impl Into<Mistake>) -> InputError {
        InputError::in_file(self.source.file, mistake).at(self.line()).of_item(self.key)
    }

    /// Whether it is a text of no letters: not filled in yet.
    pub fn is_blank(&self) -> bool {
        self.value.get_ref().as_str() == Some("")
    }

    /// The value, as the parser read it.
    pub fn value(&self) -> &'a DeValue<'a> {
        self.value.get_ref()
    }

    /// The value as it is typed.
    pub fn typed(&self) -> &'a str {
        self.source.text.get(self.value.span()).unwrap_or("")
    }

    /// The value as a text.
    pub fn text(&self) -> Result<&'a str, InputError> {
        self.value().as_str().ok_or_else(|| self.not(ValueMistake::NotAText))
    }

    /// The value as a table.
    pub fn table(&self) -> Result<Fields<'a>, InputError> {
        let table = self.value().as_table().ok_or_else(|| self.not(ValueMistake::NotATable))?;
        Ok(Fields::new(self.source, self.line(), table))
    }

    /// The entries of a list, each under the list's key.
    pub fn list(&self) -> Result<Vec<TomlValue<'a>>, InputError> {
        let list = self.value().as_array().ok_or_else(|| self.not(ValueMistake::NotAList))?;
        Ok(list.iter().map(|value| TomlValue { at: value.span().start, value, ..*self }).collect())
    }

    /// An error: the value is not of the sort that belongs here.
    pub fn not(&self, wanted: fn(Sort) -> ValueMistake) -> InputError {
        self.error(wanted(match self.value() {
            DeValue::String(_) => Sort::Text,
            DeValue::Integer(_) => Sort::WholeNumber,
            DeValue::Float(_) => Sort::Fraction,
            DeValue::Boolean(_) => Sort::TrueOrFalse,
            DeValue::Datetime(_) => Sort::Time,
            DeValue::Array(_) => Sort::List,
            DeValue::Table(_) => Sort::Table,
        }))
    }
}
