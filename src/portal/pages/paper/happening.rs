//! One thing that happened to a paper: when, by which event, and what is to be said of it.

use crate::domain::event::Author;
use crate::domain::finding::candidate_key;
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::paper::sheet::{Desk, Wanted};
use crate::portal::place::Place;
use crate::portal::words::papers;
use crate::tally::record::{CandidateRecord, Provenance};
use crate::text;

/// Of which paper things are told.
pub struct Of<'a> {
    pub book: &'a Book<'a>,
    pub frame: &'a Frame,
    pub desk: &'a Desk<'a>,
    pub wanted: Wanted<'a>,
}

/// A thing that happened.
#[derive(Debug)]
pub struct Happening {
    /// What it is; empty where its place says so.
    pub says: String,
    /// When it came in.
    pub time: String,
    /// Which event it is.
    pub event: String,
    /// Where all of that is.
    pub href: String,
    /// Name and value, of what there is.
    pub facts: Vec<(&'static str, String)>,
}

impl Of<'_> {
    /// A thing that happened; of its facts those that say something.
    pub fn happening(&self, by: &Provenance, says: String, facts: Vec<(&'static str, String)>) -> Happening {
        Happening {
            says,
            time: self.desk.time(by.arrival, self.wanted.record),
            event: say!(self.frame.lang, papers::portal_event { event: by.sequence }),
            href: self.frame.to(&Place::Event(by.sequence)),
            facts: facts.into_iter().filter(|(_, value)| !value.is_empty()).collect(),
        }
    }

    /// What the paper calls a figure: an item, or a candidate with number and name.
    pub fn label(&self, key: &str) -> String {
        let stands = |candidate: &&CandidateRecord| candidate_key(candidate.registered.number) == key;
        match self.wanted.contest.candidates.iter().find(stands) {
            Some(CandidateRecord { registered, .. }) => {
                format!("{}. {}", registered.number, registered.names.in_language(self.frame.lang.code()))
            }
            None => text::cell_label(self.frame.lang, &self.desk.manifest.form, key),
        }
    }

    /// Who stands behind something: an observer with the organisation, or a commission.
    pub fn who(&self, author: &Author) -> String {
        match author {
            Author::Commission { unit, .. } => self.book.unit_name(unit),
            Author::Observer(observer) => {
                let record = self.book.model().observers().get(observer);
                let organisation = record.map_or("", |record| record.accredited.organisation.as_str());
                if organisation.is_empty() { observer.to_string() } else { format!("{observer}, {organisation}") }
            }
        }
    }
}
