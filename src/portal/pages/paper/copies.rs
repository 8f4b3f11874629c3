//! Observers' copies beside the protocol: whether they agree, and each figure that differs.

use super::happening::{Happening, Of};
use crate::domain::finding::Cell;
use crate::domain::form::Severity;
use crate::portal::pages::found::Mark;
use crate::portal::pages::outcome::NOTHING;
use crate::portal::paper::happened::copy_lines;
use crate::portal::words::papers::{PaperWord, paper_word};
use crate::tally::copies::ComparedCopy;
use crate::text;

/// An observer's copy.
#[derive(Debug)]
pub struct Copied {
    /// When, by which event, by whom.
    pub happening: Happening,
    /// How it compares, line by line.
    pub lines: Vec<String>,
    /// Under which code it differs from the version in force.
    pub mark: Option<Mark>,
    /// The figures that differ from it: which, on the copy, on the protocol.
    pub cells: Vec<(String, String, String)>,
}

impl Copied {
    /// A copy, compared.
    pub fn of(of: &Of<'_>, copy: &ComparedCopy<'_>) -> Self {
        let lang = of.desk.lang;
        let against = copy.now.as_ref().or(copy.then.as_ref());
        let differs = against.and_then(|against| against.differs.as_ref());
        let shown = |figure: Option<i128>| figure.map_or(NOTHING.to_owned(), |figure| text::number(lang, figure));
        let cell = |cell: &Cell| {
            let item = of.label(&cell.item);
            (item, shown(cell.stated), shown(cell.expected))
        };
        let who = vec![(paper_word(lang, PaperWord::Who), of.who(&copy.provenance.author))];
        Self {
            happening: of.happening(copy.provenance, String::new(), who),
            lines: copy_lines(copy, lang),
            mark: differs.map(|(code, _)| Mark::of(of.frame, code.to_string(), Severity::Error)),
            cells: differs.map_or_else(Vec::new, |(_, cells)| cells.iter().map(cell).collect()),
        }
    }
}
