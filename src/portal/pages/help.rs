//! What each code means, and what to do: those of the program, and the checks of the election's own form.

use askama::Template;

use super::findings::is_rule;
use super::html;
use super::remedy::{Piece, pieces};
use crate::domain::code::Code;
use crate::domain::form::{Check, sum_text};
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::Place;
use crate::portal::words::findings::FindingWord;
use crate::portal::words::{Word, word};
use crate::text::{self, Fact, Label, Lang};

/// A code, where it is explained, and what it means.
type Line = (String, String, Named);

/// Every code.
#[derive(Template)]
#[template(path = "pages/help.html", config = "src/portal/askama.toml")]
struct Help {
    frame: Frame,
    of_form: Vec<Line>,
    built_in: Vec<Line>,
}

/// One code.
#[derive(Template)]
#[template(path = "pages/code.html", config = "src/portal/askama.toml")]
struct Explained {
    frame: Frame,
    code: String,
    what: Named,
    /// What a check of the form demands.
    demands: Option<String>,
    remedy: Vec<Piece>,
    /// Where what was found under it is listed.
    found: Option<String>,
}

/// The page of every code.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Help, word(lang, Word::Help).to_owned());
    let line = |code: String, what: Named| {
        let href = frame.to(&Place::Code(code.clone()));
        (code, href, what)
    };
    let of_form = |check: &Check| line(check.code.to_string(), Named::of(&check.says, lang));
    let built_in = |code: &Code| line(code.to_string(), Named::plain(text::explain(lang, *code).what));
    html(&Help {
        of_form: book.manifest().form.checks.iter().map(of_form).collect(),
        built_in: Code::ALL.iter().map(built_in).collect(),
        frame,
    })
}

/// The page of one code; none where there is no such code.
pub fn of_code(book: &Book<'_>, lang: Lang, named: &str) -> Option<String> {
    let frame = book.frame(lang, Place::Code(named.to_owned()), format!("{named} · {}", word(lang, Word::Help)));
    let list = || frame.to(&Place::FindingsOf(named.to_owned()));
    let (what, demands, remedy, found) = match Code::ALL.iter().copied().find(|code| code.as_str() == named) {
        Some(code) => {
            let explained = text::explain(lang, code);
            let what = Named::plain(explained.what);
            (what, None, pieces(&frame, &explained.remedy), is_rule(code).then(list))
        }
        None => {
            let check = book.manifest().form.checks.iter().find(|check| check.code.as_str() == named)?;
            let rule = format!("{} {} {}", sum_text(&check.left), check.op.sign(), sum_text(&check.right));
            let first = text::label(lang, Label::CountFirst).to_owned();
            let first = vec![Piece { says: first, is_command: false, href: None }];
            let demands = text::fact(lang, &Fact::Demands { rule: &rule });
            (Named::of(&check.says, lang), Some(demands), first, Some(list()))
        }
    };
    Some(html(&Explained { code: named.to_owned(), what, demands, remedy, found, frame }))
}
