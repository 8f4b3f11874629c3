//! What does not add up: how often under each code, and under one code, paper by paper.

use std::collections::BTreeMap;

use askama::Template;

use super::closed::closed;
use super::found::{Found, Mark};
use super::html;
use super::pager::Pager;
use crate::domain::code::{Code, FindingCode};
use crate::domain::finding::Finding;
use crate::domain::form::Severity;
use crate::portal::book::Book;
use crate::portal::figures::number;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::{FINDINGS_A_PAGE, Place};
use crate::portal::words::findings::FindingWord;
use crate::portal::words::papers::{self, PaperWord};
use crate::portal::words::{Word, word};
use crate::tally::record::ContestRecord;
use crate::text::{self, Label, Lang};

/// How often something was found.
#[derive(Debug)]
struct Counted {
    mark: Mark,
    severity: &'static str,
    /// What the code means.
    means: Named,
    count: String,
    /// Where they are listed.
    href: String,
}

/// Every code under which something was found.
#[derive(Template)]
#[template(path = "pages/findings.html", config = "src/portal/askama.toml")]
struct Findings {
    frame: Frame,
    codes: Vec<Counted>,
    /// The contests, with how often each code was found there.
    contests: Vec<(Named, Vec<(Mark, String)>)>,
}

/// A finding in a list.
#[derive(Debug)]
struct Listed {
    unit: String,
    /// Where the paper is.
    href: String,
    contest: Option<Named>,
    says: String,
    /// The event that it is of, and where that is.
    event: Option<(String, String)>,
}

/// What was found under one code.
#[derive(Template)]
#[template(path = "pages/findings_of.html", config = "src/portal/askama.toml")]
struct FindingsOf {
    frame: Frame,
    mark: Mark,
    means: Named,
    count: String,
    found: Vec<Listed>,
    pager: Pager,
}

/// The page of all of it.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Findings, word(lang, Word::Findings).to_owned());
    if let Some(closed) = closed(book, &frame) {
        return html(&closed);
    }
    let counted = |((severity, code), rows): (&(Severity, FindingCode), &BTreeMap<String, u64>)| Counted {
        mark: Mark::of(&frame, code.to_string(), *severity),
        severity: text::severity(lang, *severity),
        means: means(book, lang, code),
        count: number(lang, rows.values().sum()),
        href: frame.to(&Place::FindingsOf(code.to_string())),
    };
    let codes = book.sight.found().iter().map(counted).collect();
    let contest = |record: &&ContestRecord| {
        let within = format!("{}/", record.contest.id);
        let mut marks = BTreeMap::new();
        for ((severity, code), rows) in book.sight.found() {
            let here = rows.range(within.clone()..).take_while(|(paper, _)| paper.starts_with(&within));
            let count = here.map(|(_, count)| *count).sum::<u64>();
            if count > 0 {
                let help = frame.to(&Place::FindingsOf(code.to_string()));
                let mark = Mark { help, ..Mark::of(&frame, code.to_string(), *severity) };
                marks.insert((code, severity), (mark, number(lang, count)));
            }
        }
        (Named::contest(&record.contest, lang), marks.into_values().collect())
    };
    let contests = book.contests().iter().map(contest).collect();
    html(&Findings { codes, contests, frame })
}

/// What was found under one code, from a part on; none where there is no such code, or not so much was found.
pub fn of_code(book: &Book<'_>, lang: Lang, named: &str, part: u64) -> Option<String> {
    let code: FindingCode = named.parse().ok().filter(|code| is_finding(book, code))?;
    let place = |part: u64| match part {
        0 => Place::FindingsOf(named.to_owned()),
        part => Place::FindingsPart(named.to_owned(), part),
    };
    let frame = book.frame(lang, place(part), format!("{named} · {}", word(lang, Word::Findings)));
    if let Some(closed) = closed(book, &frame) {
        return Some(html(&closed));
    }
    let found: Vec<_> = book.sight.found().iter().filter(|((_, of), _)| *of == code).collect();
    let severity = found.first().map_or_else(|| severity(book, &code), |((severity, _), _)| *severity);
    // Each paper as often as something is found in it.
    let rows = found.into_iter().flat_map(|(_, rows)| rows);
    let papers: Vec<_> = rows.flat_map(|(paper, count)| (0..*count).map(move |at| (paper, at))).collect();
    let (shown, pager) = Pager::cut(&frame, &papers, part, FINDINGS_A_PAGE, place)?;
    let listed = |(paper, at): &(&String, u64)| {
        let mut of_paper = book.sight.found_in(paper).into_iter().filter(|found| found.code == code);
        of_paper.nth(usize::try_from(*at).ok()?).map(|found| Listed::of(book, &frame, &found))
    };
    let page = FindingsOf {
        mark: Mark::of(&frame, code.to_string(), severity),
        means: means(book, lang, &code),
        count: number(lang, papers.len() as u64),
        found: shown.iter().filter_map(listed).collect(),
        pager,
        frame,
    };
    Some(html(&page))
}

/// Whether something can be found under a code: a check of the form, or a built-in rule.
fn is_finding(book: &Book<'_>, code: &FindingCode) -> bool {
    match code {
        FindingCode::Form(code) => book.manifest().form.checks.iter().any(|check| check.code == *code),
        FindingCode::BuiltIn(code) => is_rule(*code),
    }
}

/// Whether a built-in code is that of a finding: these stand before the first refusal.
pub fn is_rule(code: Code) -> bool {
    code < Code::R1
}

/// What a code means: a check in the form's own words.
fn means(book: &Book<'_>, lang: Lang, code: &FindingCode) -> Named {
    match code {
        FindingCode::Form(code) => {
            let check = book.manifest().form.checks.iter().find(|check| check.code == *code);
            check.map_or_else(|| Named::plain(String::new()), |check| Named::of(&check.says, lang))
        }
        FindingCode::BuiltIn(code) => Named::plain(text::explain(lang, *code).what),
    }
}

/// How grave the form calls a check. Of a built-in rule under which nothing is found nobody said.
fn severity(book: &Book<'_>, code: &FindingCode) -> Severity {
    let check = book.manifest().form.checks.iter().find(|check| FindingCode::Form(check.code.clone()) == *code);
    check.map_or(Severity::Warning, |check| check.severity)
}

impl Listed {
    fn of(book: &Book<'_>, frame: &Frame, finding: &Finding) -> Self {
        let contest = book.contest(&finding.contest).map(|record| Named::contest(&record.contest, frame.lang));
        let of = finding.event.and_then(|event| book.sight.query().find(&event.to_string()).ok());
        let event = of.map(|at| (say!(frame.lang, papers::portal_event { event: at }), frame.to(&Place::Event(at))));
        Self {
            unit: book.unit_name(&finding.unit),
            href: frame.to(&Place::Unit(finding.contest.clone(), finding.unit.clone())),
            contest,
            says: Found::of(book, frame, finding).says,
            event,
        }
    }
}
