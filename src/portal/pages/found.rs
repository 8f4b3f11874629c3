//! What does not add up, in words: its code and where that is explained, how grave it is, and which figures it concerns.

use crate::domain::code::FindingCode;
use crate::domain::finding::Finding;
use crate::domain::form::{Form, Severity};
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::place::Place;
use crate::text;

/// A code beside what it concerns.
#[derive(Clone, Debug)]
pub struct Mark {
    /// The code.
    pub code: String,
    /// Where it is explained.
    pub help: String,
    /// Whether it is an error, and not only unusual.
    pub is_error: bool,
}

/// A finding.
#[derive(Debug)]
pub struct Found {
    /// Its code.
    pub mark: Mark,
    /// How grave it is.
    pub severity: &'static str,
    /// What it says.
    pub says: String,
    /// The figures that it concerns, by their keys.
    concerns: Vec<String>,
}

impl Mark {
    /// The mark of a code.
    pub fn of(frame: &Frame, code: String, severity: Severity) -> Self {
        let help = frame.to(&Place::Code(code.clone()));
        Self { code, help, is_error: severity == Severity::Error }
    }
}

impl Found {
    /// A finding in the language of a page.
    pub fn of(book: &Book<'_>, frame: &Frame, finding: &Finding) -> Self {
        Self {
            mark: Mark::of(frame, finding.code.to_string(), finding.severity),
            severity: text::severity(frame.lang, finding.severity),
            says: text::finding(frame.lang, finding, book.manifest()),
            concerns: concerned(&book.manifest().form, finding),
        }
    }

    /// The marks beside a figure.
    pub fn beside(found: &[Self], key: &str) -> Vec<Mark> {
        let concerns = |found: &&Self| found.concerns.iter().any(|concerned| concerned == key);
        found.iter().filter(concerns).map(|found| found.mark.clone()).collect()
    }
}

/// The items that a check of the form names, or the figures that a built-in rule found to disagree.
fn concerned(form: &Form, finding: &Finding) -> Vec<String> {
    match &finding.code {
        FindingCode::Form(code) => {
            let check = form.checks.iter().find(|check| check.code == *code);
            let terms = check.into_iter().flat_map(|check| check.left.iter().chain(&check.right));
            terms.map(|term| term.of.to_string()).collect()
        }
        FindingCode::BuiltIn(_) => finding.cells.iter().map(|cell| cell.item.clone()).collect(),
    }
}
