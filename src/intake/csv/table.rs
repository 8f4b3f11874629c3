//! Tables: UTF-8, commas, one header line, `\n`, quotes as in RFC 4180. Whatever deviates is told with its line.

use crate::domain::text::Text;
use crate::intake::error::{ERRORS_MAX, Flaw, InputError};
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
    let text = std::str::from_utf8(bytes).map_err(|e| {
        let flaw = Flaw::new("the text is not UTF-8", "save the file again in the encoding UTF-8");
        flaw.of_format(file, Some(line_at(e.valid_up_to())))
    })?;
    if text.starts_with('\u{feff}') {
        let flaw = Flaw::new("the file begins with a byte order mark", "save it as UTF-8 without BOM");
        return Err(flaw.of_format(file, Some(1)));
    }
    match text.find('\r') {
        None => Ok(text),
        Some(at) => {
            let flaw = Flaw::new("the line ends with a carriage return", "save the file with Unix line ends (LF)");
            Err(flaw.of_format(file, Some(line_at(at))))
        }
    }
}

impl Table {
    /// Reads a table, and proves that it has every required column, and no other than `known` ones.
    pub fn read(file: &str, bytes: &[u8], required: &[&str], known: impl Fn(&str) -> bool) -> Result<Self, InputError> {
        let text = utf8(file, bytes)?;
        check_quotes(file, text)?;
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let mut records = Vec::new();
        for record in reader.records() {
            let unreadable = |e: csv::Error| Flaw::new(e.to_string(), "correct the row").of_format(file, None);
            let record = record.map_err(unreadable)?;
            records.push((record.position().map_or(1, csv::Position::line), record));
        }
        let mut records = records.into_iter();
        let (_, header) = records.next().ok_or_else(|| {
            Flaw::new("the file is empty", format!("write the header line: {}", required.join(",")))
                .of_format(file, None)
        })?;
        let header = header.iter().map(str::to_owned).collect();
        let table = Self { file: file.to_owned(), header, records: records.collect() };
        table.check_columns(required, known)?;
        table.check_lengths()?;
        Ok(table)
    }

    fn check_columns(&self, required: &[&str], known: impl Fn(&str) -> bool) -> Result<(), InputError> {
        for (at, column) in self.header.iter().enumerate() {
            if self.header[..at].contains(column) {
                return Err(self.column_error(column, "this column stands here twice", "remove one"));
            }
            if !required.contains(&column.as_str()) && !known(column) {
                let advice = "correct its name, or remove the column";
                return Err(self.column_error(column, "this column is not known here", advice));
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
            let says = format!("the row has {} cells, and the header {}", row.record.len(), self.header.len());
            Err(row.flaw(Flaw::new(says, "add or remove commas; a cell with a comma stands in quotes")))
        })
    }

    /// The error of a column that is not there.
    pub fn missing(&self, column: &str) -> InputError {
        self.column_error(
            column,
            "this column is missing",
            "add it; where the paper has no figure, leave the cell empty",
        )
    }

    /// An error of a column as a whole.
    pub fn column_error(&self, column: &str, says: &str, advice: &str) -> InputError {
        let error = Flaw::new(says, advice).of_format(&self.file, Some(1));
        InputError { column: Some(column.to_owned()), ..error }
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
    pub fn read<T>(&self, column: &str, spelling: impl FnOnce(&str) -> Result<T, Flaw>) -> Result<T, InputError> {
        let read = match self.cell(column) {
            "" => Err(Flaw::new("the cell is empty", "fill it in")),
            cell => spelling(cell),
        };
        read.map_err(|flaw| self.error(column, flaw))
    }

    /// A cell that may be empty, by one of the spellings.
    pub fn maybe<T>(&self, column: &str, read: impl FnOnce(&str) -> Result<T, Flaw>) -> Result<Option<T>, InputError> {
        if self.cell(column).is_empty() { Ok(None) } else { self.read(column, read).map(Some) }
    }

    /// A text, which may be empty.
    pub fn text(&self, column: &str) -> Result<Text, InputError> {
        spelling::text(self.cell(column)).map_err(|flaw| self.error(column, flaw))
    }

    /// A figure; an empty cell is none.
    pub fn figure<N: WholeNumber>(&self, at: usize, column: &str) -> Result<Option<N>, InputError> {
        match self.cell_at(at) {
            "" => Ok(None),
            cell => spelling::number(cell).map(Some).map_err(|flaw| self.error(column, flaw).of_item(column)),
        }
    }

    /// What is wrong with a cell.
    pub fn error(&self, column: &str, flaw: Flaw) -> InputError {
        InputError { column: Some(column.to_owned()), ..self.flaw(flaw) }
    }

    /// What is wrong with the row.
    pub fn flaw(&self, flaw: Flaw) -> InputError {
        let error = flaw.in_file(&self.table.file).at(self.line);
        match self.cell("unit") {
            "" => error,
            unit => error.of_unit(unit),
        }
    }
}

/// Quotes stand around whole cells and nowhere else, and no line is empty: the reader itself would let both pass.
fn check_quotes(file: &str, text: &str) -> Result<(), InputError> {
    #[derive(PartialEq)]
    enum At {
        Row,
        Cell,
        Plain,
        Quoted,
        Closed,
    }
    let (mut at, mut line, mut opened) = (At::Row, 1, 1);
    let wrong = |line, says: &str, advice: &str| Err(Flaw::new(says, advice).of_format(file, Some(line)));
    for byte in text.bytes() {
        at = match (at, byte) {
            (At::Row, b'\n') => return wrong(line, "the line is empty", "remove it"),
            (At::Row | At::Cell, b'"') => {
                opened = line;
                At::Quoted
            }
            (At::Closed, b'"') | (At::Quoted, 0..b'"' | b'#'..) => At::Quoted,
            (At::Quoted, b'"') => At::Closed,
            (_, b',') => At::Cell,
            (_, b'\n') => At::Row,
            (At::Plain, b'"') | (At::Closed, _) => {
                return wrong(
                    line,
                    "a quote stands inside a cell",
                    "put the whole cell in quotes, and double those in it",
                );
            }
            (At::Row | At::Cell | At::Plain, _) => At::Plain,
        };
        line += u64::from(byte == b'\n');
    }
    if at == At::Quoted { wrong(opened, "a quote is not closed", "close it at the end of the cell") } else { Ok(()) }
}
