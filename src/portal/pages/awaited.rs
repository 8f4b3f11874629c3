//! Who is awaited, who is late, and whom to call: for an officer of a commission above, from what everybody sees. There is a
//! chair's name and no telephone number: nobody signed one.

use std::collections::BTreeMap;

use askama::Template;

use super::closed::closed;
use super::html;
use crate::domain::commission::Office;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::time::Millis;
use crate::portal::book::Book;
use crate::portal::figures::number;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::Place;
use crate::portal::words::people::PeopleWord;
use crate::portal::words::{Word, word};
use crate::tally::deadlines::paper_due;
use crate::tally::paper::PaperAt;
use crate::tally::record::ContestRecord;
use crate::text::{self, Lang};

/// Every commission that waits for papers.
#[derive(Template)]
#[template(path = "pages/awaited.html", config = "src/portal/askama.toml")]
struct Awaited {
    frame: Frame,
    contests: Vec<OfContest>,
}

/// The commissions that wait in one contest.
struct OfContest {
    title: Named,
    commissions: Vec<Commission>,
}

/// A commission directly above units that have not reported.
struct Commission {
    name: String,
    href: String,
    chair: String,
    awaited: String,
    late: String,
}

/// The units of one commission that have not reported.
#[derive(Template)]
#[template(path = "pages/awaited_of.html", config = "src/portal/askama.toml")]
struct AwaitedOf {
    frame: Frame,
    contest: Named,
    /// The commission above, and its chair.
    above: (String, String),
    papers: Vec<Paper>,
}

/// A paper that has not come.
struct Paper {
    name: String,
    href: String,
    standing: &'static str,
    /// When it is due; none where there is no deadline.
    due: Option<String>,
    is_late: bool,
    chair: String,
}

/// A paper that has not come: of which unit, how far it is, when it is due, and whether that is over.
struct Late<'a> {
    unit: &'a UnitId,
    paper: PaperAt<'a>,
    due: Option<Millis>,
    is_late: bool,
}

/// The page of every commission that waits.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Awaited, word(lang, Word::WhomToCall).to_owned());
    if let Some(closed) = closed(book, &frame) {
        return html(&closed);
    }
    let contests = book.contests().into_iter().map(|contest| of_contest(book, &frame, contest)).collect();
    html(&Awaited { contests, frame })
}

/// The page of one commission; none where nothing stands directly below it.
pub fn of_unit(book: &Book<'_>, lang: Lang, contest: &ContestId, unit: &UnitId) -> Option<String> {
    let record = book.contest(contest)?;
    let title = format!("{}: {}", word(lang, Word::WhomToCall), book.unit_name(unit));
    let frame = book.frame(lang, Place::AwaitedOf(contest.clone(), unit.clone()), title);
    if book.below(unit).is_empty() {
        return None;
    }
    if let Some(closed) = closed(book, &frame) {
        return Some(html(&closed));
    }
    let paper = |late: Late<'_>| Paper {
        name: book.unit_name(late.unit),
        href: frame.to(&Place::Unit(contest.clone(), late.unit.clone())),
        standing: text::standing(lang, late.paper.status),
        due: late.due.map(|due| book.time(due)),
        is_late: late.is_late,
        chair: chair(book, late.unit),
    };
    let mut late: Vec<_> = awaited(book, record).remove(unit).unwrap_or_default();
    late.sort_by_key(|late| !late.is_late);
    Some(html(&AwaitedOf {
        contest: Named::contest(&record.contest, lang),
        above: (book.unit_name(unit), chair(book, unit)),
        papers: late.into_iter().map(paper).collect(),
        frame,
    }))
}

fn of_contest(book: &Book<'_>, frame: &Frame, contest: &ContestRecord) -> OfContest {
    let commission = |(unit, late): (&UnitId, Vec<Late<'_>>)| Commission {
        name: book.unit_name(unit),
        href: frame.to(&Place::AwaitedOf(contest.contest.id.clone(), unit.clone())),
        chair: chair(book, unit),
        awaited: number(frame.lang, late.len() as u64),
        late: number(frame.lang, late.iter().filter(|late| late.is_late).count() as u64),
    };
    OfContest {
        title: Named::contest(&contest.contest, frame.lang),
        commissions: awaited(book, contest).into_iter().map(commission).collect(),
    }
}

/// The papers of a contest that have not come, by the commission directly above.
fn awaited<'a>(book: &Book<'a>, contest: &ContestRecord) -> BTreeMap<&'a UnitId, Vec<Late<'a>>> {
    let (model, size, now) = (book.model(), book.size(), book.now());
    let mut waiting: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let Some(held_in) = model.held_in(&contest.contest) else { return waiting };
    for (unit, record) in model.lowest_within(held_in) {
        let Some(above) = record.formed.parent.as_ref() else { continue };
        let events = model.paper(&contest.contest.id, unit);
        let paper = events.map_or(PaperAt::FRESH, |events| events.at(size));
        if paper.status.is_awaited() {
            let due = paper_due(model, &contest.contest, unit, &paper, events);
            waiting.entry(above).or_default().push(Late {
                unit,
                paper,
                due,
                is_late: due.is_some_and(|due| due < now),
            });
        }
    }
    waiting
}

/// Who presides over a commission now: the member whose office it is, or whoever holds the first seat.
fn chair(book: &Book<'_>, unit: &UnitId) -> String {
    let Some(record) = book.model().units().get(unit) else { return String::new() };
    let seated = || record.members.iter().filter(|member| member.until.is_none()).map(|member| &member.member);
    let chair = seated().find(|member| member.office == Office::Chair).or_else(|| seated().next());
    chair.map_or_else(String::new, |member| member.name.to_string())
}
