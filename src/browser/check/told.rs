//! A verdict as the page shows it: the account line by line, and each fault with what to do, in the program's words.

use serde::Serialize;

use crate::domain::code::Code;
use crate::text::{self, Lang, Status};
use crate::verify::fault::{Fault, Verdict};
use crate::verify::report::Trust;
use crate::view::word::Word;

/// What the page shows.
#[derive(Debug, Serialize)]
pub struct Told {
    /// The answer, in one word for programs.
    pub verdict: Word<Verdict>,
    /// Whose word it is taken on.
    pub trust: Word<Trust>,
    /// The answer, in the reader's language.
    pub says: &'static str,
    /// Whether it is evidence that holds: then the answer is against a log.
    pub convicts: bool,
    /// What people compare.
    pub fingerprint: Option<String>,
    /// The account.
    pub lines: Vec<Line>,
    /// What is wrong.
    pub faults: Vec<Wrong>,
    /// How many further faults there are, which are not listed.
    pub untold: u64,
}

/// A line of the account.
#[derive(Debug, Serialize)]
pub struct Line {
    /// What was asked; empty where the line goes on from the one before.
    pub name: String,
    /// How it ended.
    pub status: Word<Status>,
    /// How it ended, in the reader's language.
    pub word: String,
    /// What was found.
    pub detail: String,
}

/// Something wrong.
#[derive(Debug, Serialize)]
pub struct Wrong {
    /// Under which code.
    pub code: String,
    /// What is wrong.
    pub says: String,
    /// What to do.
    #[serde(rename = "do")]
    pub remedy: String,
}

/// The most faults that a page lists.
const LISTED_MAX: usize = 200;

impl Told {
    /// A verdict with nothing told of it yet.
    pub fn new(lang: Lang, verdict: Verdict, trust: Trust, fingerprint: Option<String>) -> Self {
        let says = text::verdict(lang, verdict, trust);
        let (lines, faults) = (Vec::new(), Vec::new());
        Self {
            verdict: Word(verdict),
            trust: Word(trust),
            says,
            convicts: false,
            fingerprint,
            lines,
            faults,
            untold: 0,
        }
    }

    /// With a line of figures or names, of which nothing is judged.
    pub fn note(&mut self, name: &str, detail: String) {
        self.lines.push(Line { name: name.to_owned(), status: Word(Status::Note), word: String::new(), detail });
    }

    /// With a line that was judged.
    pub fn judged(&mut self, lang: Lang, name: &str, status: Status, detail: String) {
        let word = text::status(lang, status).to_owned();
        self.lines.push(Line { name: name.to_owned(), status: Word(status), word, detail });
    }

    /// With what is wrong under a code.
    pub fn wrong(&mut self, lang: Lang, code: Code, says: String) {
        if self.faults.len() == LISTED_MAX {
            self.untold += 1;
            return;
        }
        let remedy = text::explain(lang, code).remedy.to_string();
        self.faults.push(Wrong { code: code.to_string(), says, remedy });
    }

    /// With faults.
    pub fn faults<'a>(&mut self, lang: Lang, faults: impl IntoIterator<Item = &'a Fault>) {
        faults.into_iter().for_each(|fault| self.wrong(lang, fault.code(), text::fault(lang, fault)));
    }

    /// With a graver verdict, where it is one.
    pub fn at_least(&mut self, lang: Lang, verdict: Verdict) {
        if verdict > self.verdict.0 {
            self.verdict = Word(verdict);
            self.says = text::verdict(lang, verdict, self.trust.0);
        }
    }
}
