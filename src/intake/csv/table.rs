//! Tables: UTF-8, commas, one header line, `\n`, quotes as in RFC 4180. Whatever deviates is told with its line; another
//! [separator](super::separator) is taken where nothing else can be meant.

use super::separator::Separator;
use crate::domain::text::Text;
use crate::intake::error::{ERRORS_MAX, InputError};
use crate::intake::mistake::{FileMistake, Mistake, TableMistake, ValueMistake};
use crate::intake::spelling::{self, WholeNumber};

/// A table whose format was proved; its cells were not read yet.
pub(in crate::intake) struct Table {
    file: String,
    header: Vec<String>,
    records: Vec<(u64, csv::StringRecord)>,
}

/// A row of a table.
#[derive(Clone, Copy)]
pub(in crate::intake) struct TableRow<'a> {
    table: &'a Table,
    /// The line on which the row begins.
    pub line: u64,
    record: &'a csv::StringRecord,
}

/// Reads bytes as UTF-8 without a byte order mark and without carriage returns.
pub(in crate::intake) fn utf8<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, InputError> {
    let line_at = |at: usize| 1 + bytes.iter().take(at).filter(|b| **b == b'\n').count() as u64;
    let wrong = |line, mistake| InputError::of_format(file, Some(line), mistake);
    let text = std::str::from_utf8(bytes).map_err(|e| wrong(line_at(e.valid_up_to()), FileMistake::NotUtf8))?;
    if text.starts_with('\u{feff}') {
        return Err(wrong(1, FileMistake::ByteOrderMark));
    }
    match text.find('\r') {
        None => Ok(text),
        Some(at) => Err(wrong(line_at(at), FileMistake::CarriageReturn)),
    }
}

impl Table {
    /// Reads a table, and proves that it has every required column, and no other than `known` ones.
    pub fn read(file: &str, bytes: &[u8], required: &[&str], known: impl Fn(&str) -> bool) -> Result<Self, InputError> {
        let text = utf8(file, bytes)?;
        let separator = Separator::of(text);
        check_quotes(file, text, separator)?;
        let wrong = |mistake| InputError::of_format(file, None, mistake);
        let mut reader = csv::ReaderBuilder::new();
        let mut reader =
            reader.has_headers(false).flexible(true).delimiter(separator.byte()).from_reader(text.as_bytes());
        let mut records = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|e| wrong(FileMistake::NotCsv(e.to_string())))?;
            records.push((record.position().map_or(1, csv::Position::line), record));
        }
        let mut records = records.into_iter();
        let empty = || FileMistake::Empty(required.iter().map(|column| (*column).to_owned()).collect());
        let (_, header) = records.next().ok_or_else(|| wrong(empty()))?;
        let header = header.iter().map(str::to_owned).collect();
        let table = Self { file: file.to_owned(), header, records: records.collect() };
        table.check_columns(required, known)?;
        table.check_lengths()?;
        Ok(table)
    }

    fn check_columns(&self, required: &[&str], known: impl Fn(&str) -> bool) -> Result<(), InputError> {
        for (at, column) in self.header.iter().enumerate() {
            if column.is_empty() {
                return Err(InputError::of_format(&self.file, Some(1), FileMistake::ColumnUnnamed(at + 1)));
            }
            if self.header[..at].contains(column) {
                return Err(self.column_error(column, FileMistake::ColumnTwice));
            }
            if !required.contains(&column.as_str()) && !known(column) {
                return Err(match Separator::is_in(column) {
                    true => self.column_error(column, FileMistake::SeparatorsMixed),
                    false => self.column_error(column, FileMistake::ColumnUnknown(column.clone())),
                });
            }
        }
        match required.iter().find(|column| self.position(column).is_none()) {
            Some(column) => Err(self.missing(column)),
            None => Ok(()),
        }
    }

    fn check_lengths(&self) -> Result<(), InputError> {
        let wrong = self.rows().find(|row| row.record.len() != self.header.len());
        wrong.map_or(Ok(()), |row| {
            let (cells, header) = (row.record.len(), self.header.len());
            Err(row.error_of_row(TableMistake::Length { cells, header }))
        })
    }

    /// The error of a column that is not there.
    pub fn missing(&self, column: &str) -> InputError {
        self.column_error(column, FileMistake::ColumnMissing)
    }

    /// An error of a column as a whole.
    pub fn column_error(&self, column: &str, mistake: FileMistake) -> InputError {
        InputError::of_format(&self.file, Some(1), mistake).of_column(column)
    }

    /// The columns, in the order of the file.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.header.iter().map(String::as_str)
    }

    /// The place of a column.
    pub fn position(&self, column: &str) -> Option<usize> {
        self.header.iter().position(|known| known == column)
    }

    /// The rows, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = TableRow<'_>> {
        self.records.iter().map(|(line, record)| TableRow { table: self, line: *line, record })
    }

    /// Reads every row; the first errors of a table are told together.
    pub fn read_rows<T>(&self, read: impl FnMut(TableRow) -> Result<T, InputError>) -> Result<Vec<T>, Vec<InputError>> {
        let (mut rows, mut errors) = (Vec::with_capacity(self.records.len()), Vec::new());
        for row in self.rows().map(read) {
            match row {
                Ok(row) => rows.push(row),
                Err(error) => errors.push(error),
            }
            if errors.len() == ERRORS_MAX {
                break;
            }
        }
        if errors.is_empty() { Ok(rows) } else { Err(errors) }
    }
}

impl<'a> TableRow<'a> {
    /// The columns of the table.
    pub fn columns(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.table.columns()
    }

    /// The cell at a place.
    pub fn cell_at(&self, at: usize) -> &'a str {
        self.record.get(at).unwrap_or("")
    }

    /// The cell of a column; empty where the table has no such column.
    pub fn cell(&self, column: &str) -> &'a str {
        self.table.position(column).map_or("", |at| self.cell_at(at))
    }

    /// A cell that must not be empty, by one of the spellings.
    pub fn read<T, M: Into<Mistake>>(
        &self,
        column: &str,
        spelling: impl FnOnce(&str) -> Result<T, M>,
    ) -> Result<T, InputError> {
        match self.cell(column) {
            "" => Err(self.error(column, TableMistake::CellEmpty)),
            cell => spelling(cell).map_err(|mistake| self.error(column, mistake)),
        }
    }

    /// A cell that may be empty, by one of the spellings.
    pub fn maybe<T>(
        &self,
        column: &str,
        read: impl FnOnce(&str) -> Result<T, ValueMistake>,
    ) -> Result<Option<T>, InputError> {
        if self.cell(column).is_empty() { Ok(None) } else { self.read(column, read).map(Some) }
    }

    /// A text, which may be empty.
    pub fn text(&self, column: &str) -> Result<Text, InputError> {
        spelling::text(self.cell(column)).map_err(|mistake| self.error(column, mistake))
    }

    /// A figure; an empty cell is none.
    pub fn figure<N: WholeNumber>(&self, at: usize, column: &str) -> Result<Option<N>, InputError> {
        match self.cell_at(at) {
            "" => Ok(None),
            cell => spelling::number(cell).map(Some).map_err(|mistake| self.error(column, mistake).of_item(column)),
        }
    }

    /// What is wrong with a cell.
    pub fn error(&self, column: &str, mistake: impl Into<Mistake>) -> InputError {
        self.error_of_row(mistake).of_column(column)
    }

    /// What is wrong with the row.
    pub fn error_of_row(&self, mistake: impl Into<Mistake>) -> InputError {
        let error = InputError::in_file(&self.table.file, mistake).at(self.line);
        match self.cell("unit") {
            "" => error,
            unit => error.of_unit(unit),
        }
    }
}

/// Quotes stand around whole cells and nowhere else, and no line is empty: the reader itself would let both pass.
fn check_quotes(file: &str, text: &str, separator: Separator) -> Result<(), InputError> {
    #[derive(PartialEq)]
    enum At {
        Row,
        Cell,
        Plain,
        Quoted,
        Closed,
    }
    let (mut at, mut line, mut opened) = (At::Row, 1, 1);
    let wrong = |line, mistake| Err(InputError::of_format(file, Some(line), mistake));
    for byte in text.bytes() {
        at = match (at, byte) {
            (At::Row, b'\n') => return wrong(line, FileMistake::EmptyLine),
            (At::Row | At::Cell, b'"') => {
                opened = line;
                At::Quoted
            }
            (At::Closed, b'"') | (At::Quoted, 0..b'"' | b'#'..) => At::Quoted,
            (At::Quoted, b'"') => At::Closed,
            (_, byte) if byte == separator.byte() => At::Cell,
            (_, b'\n') => At::Row,
            (At::Plain, b'"') | (At::Closed, _) => return wrong(line, FileMistake::QuoteInside),
            (At::Row | At::Cell | At::Plain, _) => At::Plain,
        };
        line += u64::from(byte == b'\n');
    }
    if at == At::Quoted { wrong(opened, FileMistake::QuoteOpen) } else { Ok(()) }
}
