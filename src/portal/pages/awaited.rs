//! Who is awaited, who is late, and whom to call: for an officer of a commission above, from what everybody sees. There is a
//! chair's name and no telephone number: nobody signed one.

use askama::Template;

use super::closed::closed;
use super::html;
use super::pager::Pager;
use crate::domain::code::Code;
use crate::domain::commission::Office;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::time::Millis;
use crate::portal::book::Book;
use crate::portal::figures::number;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::{Place, UNITS_A_PAGE};
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

/// The commissions that wait in one contest, directly below where it is held, and that one where papers are due to it.
struct OfContest {
    title: Named,
    commissions: Vec<Commission>,
    pager: Pager,
}

/// A commission with units in it or below it that have not reported.
struct Commission {
    name: String,
    href: String,
    chair: String,
    awaited: String,
    late: String,
}

/// What one commission waits for: the commissions directly below it that wait themselves, and papers.
#[derive(Template)]
#[template(path = "pages/awaited_of.html", config = "src/portal/askama.toml")]
struct AwaitedOf {
    frame: Frame,
    contest: Named,
    /// The commission above, and its chair.
    above: (String, String),
    commissions: Vec<Commission>,
    papers: Vec<Paper>,
    pager: Pager,
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

/// What is waited for directly below a unit.
enum Due<'a> {
    /// A commission that waits for so many papers, of which so many are late.
    Commission { unit: &'a UnitId, awaited: u64, late: u64 },
    /// A paper that has not come: how far it is, when it is due, and whether that is over.
    Paper { unit: &'a UnitId, paper: PaperAt<'a>, due: Option<Millis>, is_late: bool },
}

/// The page of every commission that waits.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Awaited, word(lang, Word::WhomToCall).to_owned());
    if let Some(closed) = closed(book, &frame) {
        return html(&closed);
    }
    let contests = book.contests().into_iter().filter_map(|contest| of_contest(book, &frame, contest)).collect();
    html(&Awaited { contests, frame })
}

/// The page of one commission, from a part on; none where nothing stands directly below it, or there is no such part.
pub fn of_unit(book: &Book<'_>, lang: Lang, contest: &ContestId, unit: &UnitId, part: u64) -> Option<String> {
    let record = book.contest(contest)?;
    let title = format!("{}: {}", word(lang, Word::WhomToCall), book.unit_name(unit));
    let place = place(contest, unit);
    let frame = book.frame(lang, place(part), title);
    if book.below(unit).is_empty() {
        return None;
    }
    if let Some(closed) = closed(book, &frame) {
        return Some(html(&closed));
    }
    let all = awaited(book, record, unit);
    let (shown, pager) = Pager::cut(&frame, &all, part, UNITS_A_PAGE, place)?;
    Some(html(&AwaitedOf {
        contest: Named::contest(&record.contest, lang),
        above: (book.unit_name(unit), chair(book, unit)),
        commissions: shown.iter().filter_map(|due| Commission::of(book, &frame, contest, due)).collect(),
        papers: shown.iter().filter_map(|due| Paper::of(book, &frame, contest, due)).collect(),
        pager,
        frame,
    }))
}

/// Where the parts of what a commission waits for are.
fn place(contest: &ContestId, unit: &UnitId) -> impl Fn(u64) -> Place {
    let (contest, unit) = (contest.clone(), unit.clone());
    move |part| match part {
        0 => Place::AwaitedOf(contest.clone(), unit.clone()),
        part => Place::AwaitedPart(contest.clone(), unit.clone(), part),
    }
}

fn of_contest(book: &Book<'_>, frame: &Frame, contest: &ContestRecord) -> Option<OfContest> {
    let (id, held_in) = (&contest.contest.id, book.model().held_in(&contest.contest)?);
    let all = awaited(book, contest, held_in);
    let (shown, pager) = Pager::cut(frame, &all, 0, UNITS_A_PAGE, place(id, held_in))?;
    let papers = || all.iter().filter(|due| matches!(due, Due::Paper { .. }));
    let (awaited, late) = (papers().count() as u64, papers().filter(|due| due.is_late()).count() as u64);
    let itself = (awaited > 0).then_some(Due::Commission { unit: held_in, awaited, late });
    let commissions = itself.iter().chain(shown).filter_map(|due| Commission::of(book, frame, id, due)).collect();
    let title = Named::contest(&contest.contest, frame.lang);
    Some(OfContest { title, commissions, pager })
}

/// What a contest waits for directly below a unit: commissions, then papers, of which the late ones come first.
fn awaited<'a>(book: &Book<'a>, contest: &ContestRecord, above: &UnitId) -> Vec<Due<'a>> {
    let (model, id) = (book.model(), &contest.contest.id);
    let of_unit = |unit: &'a UnitId| {
        if !model.is_lowest(model.units().get(unit)?) {
            let summed = book.summed(contest, unit)?;
            let own = book.sight.findings(Some(id), Some(unit)).into_iter().flat_map(|(_, found)| found);
            // A summary of its own that is missing is no paper that is waited for.
            let own = own.filter(|finding| finding.code == Code::D2.into()).count() as u64;
            let (awaited, late) = (summed.tally.awaited, summed.overdue.missing.saturating_sub(own));
            return (awaited > 0).then_some(Due::Commission { unit, awaited, late });
        }
        let events = model.paper(id, unit);
        let paper = events.map_or(PaperAt::FRESH, |events| events.at(book.size()));
        let due = paper_due(model, &contest.contest, unit, &paper, events);
        let is_late = due.is_some_and(|due| due < book.now());
        paper.status.is_awaited().then_some(Due::Paper { unit, paper, due, is_late })
    };
    let mut all: Vec<_> = book.below(above).into_iter().filter_map(of_unit).collect();
    all.sort_by_key(|due| (matches!(due, Due::Paper { .. }), !due.is_late()));
    all
}

impl Due<'_> {
    /// Whether it is a paper that is late: commissions stand in the order of their numbers.
    fn is_late(&self) -> bool {
        matches!(self, Self::Paper { is_late: true, .. })
    }
}

impl Commission {
    fn of(book: &Book<'_>, frame: &Frame, contest: &ContestId, due: &Due<'_>) -> Option<Self> {
        let Due::Commission { unit, awaited, late } = *due else { return None };
        Some(Self {
            name: book.unit_name(unit),
            href: frame.to(&Place::AwaitedOf(contest.clone(), unit.clone())),
            chair: chair(book, unit),
            awaited: number(frame.lang, awaited),
            late: number(frame.lang, late),
        })
    }
}

impl Paper {
    fn of(book: &Book<'_>, frame: &Frame, contest: &ContestId, due: &Due<'_>) -> Option<Self> {
        let Due::Paper { unit, paper, due, is_late } = due else { return None };
        Some(Self {
            name: book.unit_name(unit),
            href: frame.to(&Place::Unit(contest.clone(), (*unit).clone())),
            standing: text::standing(frame.lang, paper.status),
            due: due.map(|due| book.time(due)),
            is_late: *is_late,
            chair: chair(book, unit),
        })
    }
}

/// Who presides over a commission now: the member whose office it is, or whoever holds the first seat.
fn chair(book: &Book<'_>, unit: &UnitId) -> String {
    let Some(record) = book.model().units().get(unit) else { return String::new() };
    let chair =
        record.seated_now().find(|member| member.office == Office::Chair).or_else(|| record.seated_now().next());
    chair.map_or_else(String::new, |member| member.name.to_string())
}
