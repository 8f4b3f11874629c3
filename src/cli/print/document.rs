//! The file that is printed: one page a contest. The template only places what the sheets say.

use askama::Template;

use crate::portal::check;
use crate::portal::paper::sheet::Sheet;
use crate::text::{self, Heading, Label, Lang, Remark};

/// The file: one page a contest.
#[derive(Debug, Template)]
#[template(path = "print.html", config = "src/cli/print/askama.toml")]
pub struct Document {
    pub lang: Lang,
    pub election: String,
    pub authority: String,
    pub rehearsal: bool,
    pub pages: Vec<Sheet>,
}

impl Document {
    fn heading(&self, heading: Heading) -> &'static str {
        text::heading(self.lang, heading)
    }

    fn label(&self, label: Label) -> &'static str {
        text::label(self.lang, label)
    }

    /// With which page the paper is checked; whoever compares its digest finds the whole beside every published log.
    fn check_page(&self) -> String {
        let digits: Vec<_> = check::digest().as_bytes().chunks(4).take(8).map(String::from_utf8_lossy).collect();
        text::remark(self.lang, &Remark::CheckPage(&digits.join(" ")))
    }

    fn rehearsal_mark(&self) -> String {
        text::upper(self.lang, self.label(Label::Rehearsal))
    }
}
