//! Who stands, as registered: by which decision, when, nominated by whom, and who stands no more.

use askama::Template;

use super::html;
use super::outcome::NOTHING;
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::Place;
use crate::portal::words::papers;
use crate::portal::words::people::PeopleWord;
use crate::portal::words::{Word, word};
use crate::tally::record::{CandidateRecord, ContestRecord, Provenance};
use crate::text::{Label, Lang};
use crate::view::version::decision;

/// By which decision something was done, and the event that says so.
#[derive(Debug)]
struct By {
    /// The decision's reference and day.
    decision: String,
    /// The event, where it is, and when it came in.
    event: String,
    href: String,
    time: String,
}

/// A candidate.
#[derive(Debug)]
struct Candidate {
    number: u16,
    name: String,
    nominated_by: String,
    registered: By,
    /// Why the candidate stands no more.
    withdrawn: Option<(String, By)>,
}

/// A contest.
#[derive(Debug)]
struct Ballot {
    title: Named,
    /// Where its results are; none while the unit that it is held in is not formed.
    href: Option<String>,
    candidates: Vec<Candidate>,
    /// Approved nominations: who, by whom, by which decision.
    nominations: Vec<(String, String, By)>,
}

/// Who stands.
#[derive(Template)]
#[template(path = "pages/candidates.html", config = "src/portal/askama.toml")]
struct Candidates {
    frame: Frame,
    ballots: Vec<Ballot>,
}

/// The page.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Candidates, word(lang, Word::Candidates).to_owned());
    let ballots = book.contests().into_iter().map(|record| Ballot::of(book, &frame, record)).collect();
    html(&Candidates { ballots, frame })
}

impl Ballot {
    fn of(book: &Book<'_>, frame: &Frame, record: &ContestRecord) -> Self {
        let by = |by: &Provenance, decision: String| By {
            decision,
            event: say!(frame.lang, papers::portal_event { event: by.sequence }),
            href: frame.to(&Place::Event(by.sequence)),
            time: book.time(by.arrival),
        };
        let lang = frame.lang.code();
        let candidate = |candidate: &CandidateRecord| {
            let CandidateRecord { registered, provenance, withdrawn } = candidate;
            let gone =
                withdrawn.as_ref().map(|(event, gone)| (gone.reason.to_string(), by(event, decision(&gone.decision))));
            Candidate {
                number: registered.number.0,
                name: registered.names.in_language(lang).to_owned(),
                nominated_by: or_nothing(registered.nominated_by.as_str()),
                registered: by(provenance, decision(&registered.decision)),
                withdrawn: gone,
            }
        };
        let nominations = record.nominations.iter().map(|(event, approved)| {
            let name = approved.names.in_language(lang).to_owned();
            (name, or_nothing(approved.nominated_by.as_str()), by(event, decision(&approved.decision)))
        });
        Self {
            title: Named::contest(&record.contest, frame.lang),
            href: book.whole(record).map(|_| frame.to(&Place::Contest(record.contest.id.clone()))),
            candidates: record.candidates.iter().map(candidate).collect(),
            nominations: nominations.collect(),
        }
    }
}

/// Who nominated may not have been published.
fn or_nothing(text: &str) -> String {
    if text.is_empty() { NOTHING.to_owned() } else { text.to_owned() }
}
