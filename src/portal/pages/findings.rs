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
    let all = all(book);
    let mut counts: BTreeMap<_, u64> = BTreeMap::new();
    all.iter().for_each(|found| *counts.entry((found.severity, &found.code)).or_default() += 1);
    let counted = |((severity, code), count): ((Severity, &FindingCode), u64)| Counted {
        mark: Mark::of(&frame, code.to_string(), severity),
        severity: text::severity(lang, severity),
        means: means(book, lang, code),
        count: number(lang, count),
        href: frame.to(&Place::FindingsOf(code.to_string())),
    };
    let codes = counts.into_iter().map(counted).collect();
    let contest = |record: &&ContestRecord| {
        let mut counts: BTreeMap<_, u64> = BTreeMap::new();
        let here = all.iter().filter(|found| found.contest == record.contest.id);
        here.for_each(|found| *counts.entry((&found.code, found.severity)).or_default() += 1);
        let mark = |((code, severity), count): ((&FindingCode, Severity), u64)| {
            let list = frame.to(&Place::FindingsOf(code.to_string()));
            (Mark { help: list, ..Mark::of(&frame, code.to_string(), severity) }, number(lang, count))
        };
        (Named::contest(&record.contest, lang), counts.into_iter().map(mark).collect())
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
    let found: Vec<_> = all(book).into_iter().filter(|found| found.code == code).collect();
    let parts = (found.len() as u64).div_ceil(FINDINGS_A_PAGE).max(1);
    let severity = found.first().map_or_else(|| severity(book, &code), |found| found.severity);
    let shown = found.chunks(usize::try_from(FINDINGS_A_PAGE).ok()?).nth(usize::try_from(part).ok()?);
    if shown.is_none() && part > 0 {
        return None;
    }
    let page = FindingsOf {
        mark: Mark::of(&frame, code.to_string(), severity),
        means: means(book, lang, &code),
        count: number(lang, found.len() as u64),
        found: shown.unwrap_or_default().iter().map(|found| Listed::of(book, &frame, found)).collect(),
        pager: Pager::of(&frame, part, parts, place),
        frame,
    };
    Some(html(&page))
}

/// Everything that is found.
fn all(book: &Book<'_>) -> Vec<Finding> {
    book.sight.findings(None, None).into_iter().flat_map(|(_, found)| found).collect()
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
