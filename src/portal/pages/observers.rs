//! Who may watch: accredited by whom, in which role, where, and whose accreditation was withdrawn.

use askama::Template;

use super::html;
use super::pager::Pager;
use crate::domain::id::ObserverId;
use crate::portal::book::Book;
use crate::portal::figures::number;
use crate::portal::frame::Frame;
use crate::portal::place::{OBSERVERS_A_PAGE, Place};
use crate::portal::words::findings::FindingWord;
use crate::portal::words::papers;
use crate::portal::words::people::PeopleWord;
use crate::portal::words::{Word, word};
use crate::tally::record::{ObserverRecord, Provenance};
use crate::text::{self, Lang};

/// An event: what it is called, where it is, when it came in.
type By = (String, String, String);

/// An observer.
#[derive(Debug)]
struct Observer {
    name: String,
    organisation: String,
    role: &'static str,
    /// Where the observer may watch, and where that unit's page is.
    scope: (String, Option<String>),
    accredited: By,
    withdrawn: Option<By>,
}

/// Who may watch.
#[derive(Template)]
#[template(path = "pages/observers.html", config = "src/portal/askama.toml")]
struct Observers {
    frame: Frame,
    count: String,
    observers: Vec<Observer>,
    pager: Pager,
}

/// The page, from a part on; none where there are not so many.
pub fn page(book: &Book<'_>, lang: Lang, part: u64) -> Option<String> {
    let place = |part: u64| if part == 0 { Place::Observers } else { Place::ObserversPart(part) };
    let frame = book.frame(lang, place(part), word(lang, Word::Observers).to_owned());
    let all = book.model().observers();
    let parts = (all.len() as u64).div_ceil(OBSERVERS_A_PAGE).max(1);
    if part >= parts {
        return None;
    }
    let first = usize::try_from(part.checked_mul(OBSERVERS_A_PAGE)?).ok()?;
    let shown = all.iter().skip(first).take(usize::try_from(OBSERVERS_A_PAGE).ok()?);
    Some(html(&Observers {
        count: number(lang, all.len() as u64),
        observers: shown.map(|(id, record)| Observer::of(book, &frame, id, record)).collect(),
        pager: Pager::of(&frame, part, parts, place),
        frame,
    }))
}

impl Observer {
    fn of(book: &Book<'_>, frame: &Frame, id: &ObserverId, record: &ObserverRecord) -> Self {
        let accredited = &record.accredited;
        let by = |by: &Provenance| {
            let event = say!(frame.lang, papers::portal_event { event: by.sequence });
            (event, frame.to(&Place::Event(by.sequence)), book.time(by.arrival))
        };
        let scope = book.anywhere(&accredited.scope);
        let href = scope.map(|contest| frame.to(&Place::Unit(contest, accredited.scope.clone())));
        Self {
            name: id.to_string(),
            organisation: accredited.organisation.to_string(),
            role: text::observer_role(frame.lang, accredited.role),
            scope: (book.unit_name(&accredited.scope), href),
            accredited: by(&record.provenance),
            withdrawn: record.withdrawn.as_ref().map(by),
        }
    }
}
