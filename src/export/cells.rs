//! Lines of comma-separated cells, as in RFC 4180 but for the line end, which is `\n` as in an election folder.
//!
//! ```text
//! "main","Parliament","01.010","School 9, hall",900,"reported",2018-10-28T17:00:00.000Z
//! ```
//! A text stands in quotes, also where it need not, so that a reader who heeds them takes `"01.010"` for a text; figures
//! and times stand without.

use crate::domain::time::Millis;

/// The beginning of every column that is not the paper's: no item of a form can have such a key.
pub(super) const OURS: &str = "ledger:";

/// A cell of a table.
pub(super) enum Cell {
    /// A text: an id, a name, a word.
    Text(String),
    /// A figure or another whole number.
    Number(u64),
    /// A moment.
    Time(Millis),
    /// Nothing: what is not on the paper is not zero.
    Nothing,
}

impl Cell {
    /// A text that is always there.
    pub fn text(text: impl ToString) -> Self {
        Self::Text(text.to_string())
    }

    /// A text, where there is one.
    pub fn text_or_nothing(text: Option<impl ToString>) -> Self {
        text.map_or(Self::Nothing, Self::text)
    }

    /// A figure or another whole number, where there is one.
    pub fn number(number: Option<impl Into<u64>>) -> Self {
        number.map_or(Self::Nothing, |number| Self::Number(number.into()))
    }

    /// A moment, where there is one.
    pub fn time(time: Option<Millis>) -> Self {
        time.map_or(Self::Nothing, Self::Time)
    }
}

/// Who reads a table.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum TableReader {
    /// A program: texts stand as they were signed.
    #[default]
    Program,
    /// A spreadsheet, which runs what begins like a formula and makes numbers and dates of what looks like one: there an
    /// apostrophe stands before such a text.
    Spreadsheet,
}

impl TableReader {
    /// What a file for this reader begins with: spreadsheets tell UTF-8 by its mark.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Self::Program => "",
            Self::Spreadsheet => "\u{feff}",
        }
    }

    fn must_be_kept_from(self, text: &str) -> bool {
        self == Self::Spreadsheet && text.starts_with(|first| is_run(first) || first.is_numeric())
    }
}

/// What a spreadsheet takes for the beginning of a formula, in the wide forms of East Asia too.
fn is_run(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '−')
}

/// Writes one line with its newline.
pub(super) fn line(cells: impl IntoIterator<Item = Cell>, reader: TableReader) -> String {
    let spelled = |cell| match cell {
        Cell::Text(text) if reader.must_be_kept_from(&text) => quoted(&format!("'{text}")),
        Cell::Text(text) => quoted(&text),
        Cell::Number(number) => number.to_string(),
        Cell::Time(time) => time.to_string(),
        Cell::Nothing => String::new(),
    };
    cells.into_iter().map(spelled).collect::<Vec<_>>().join(",") + "\n"
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}
