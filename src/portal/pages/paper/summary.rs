//! A commission's own summary: what it states, beside what its protocols come to.

use super::super::found::Found;
use super::super::outcome::NOTHING;
use super::{attach, desk};
use crate::domain::number::Total;
use crate::domain::summary::{Counters, SummarySubmitted};
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::paper::sheet::{Sheet, Wanted};
use crate::portal::paper::summary;
use crate::portal::place::Place;
use crate::service::error::Error;
use crate::tally::known_unit::KnownUnit;
use crate::tally::record::ContestRecord;
use crate::tally::summaries::recompute;
use crate::text::{self, Heading, Lang};

/// A commission's own summary.
#[derive(Debug)]
pub struct Own {
    /// What the paper says.
    pub sheet: Sheet,
    /// Counters and sums, each as stated and as recomputed.
    pub compared: Vec<Compared>,
    /// What is found in it.
    pub found: Vec<Found>,
    /// Where the event is.
    pub event: String,
    /// Where the receipt is asked for.
    pub receipt: Option<String>,
}

/// A figure of a summary.
#[derive(Debug)]
pub struct Compared {
    /// What it counts.
    pub label: String,
    /// As the commission states it.
    pub stated: String,
    /// As its protocols come to.
    pub recomputed: String,
    /// Whether the two differ.
    pub differs: bool,
}

impl Own {
    /// The summary in force; none where the commission made none.
    ///
    /// # Errors
    /// [`Error::Store`]: the event cannot be read.
    pub fn of(
        book: &Book<'_>,
        frame: &Frame,
        known: KnownUnit<'_>,
        contest: &ContestRecord,
    ) -> Result<Option<Self>, Error> {
        let desk = desk(book, known, frame.lang);
        let wanted = Wanted { contest, unit: known.unit(), record: known.record(), version: None };
        let in_force = known.summary(&contest.contest.id).and_then(|record| record.in_force(desk.at));
        let Some(((by, stated), mut sheet)) = in_force.zip(summary::sheet(&desk, &wanted)) else { return Ok(None) };
        let receipt = attach(book, frame, &mut sheet)?;
        let compared = compared(frame.lang, known, stated, &mut sheet);
        let found = desk.found(&wanted).into_iter().map(|finding| Found::of(book, frame, finding)).collect();
        Ok(Some(Self { compared, found, event: frame.to(&Place::Event(by.sequence)), receipt, sheet }))
    }

    /// Whether every figure is what its protocols come to.
    pub fn agrees(&self) -> bool {
        self.compared.iter().all(|figure| !figure.differs)
    }
}

/// What is stated beside what is recomputed: the counters, which then stand nowhere else, and the sums.
fn compared(lang: Lang, known: KnownUnit<'_>, stated: &SummarySubmitted, sheet: &mut Sheet) -> Vec<Compared> {
    let again = recompute(known.model(), &stated.contest, &stated.unit, stated.made_at, &stated.left_out);
    let line = |label: String, figures: [Option<u64>; 2]| {
        let [stated, recomputed] = figures.map(|f| f.map_or(NOTHING.to_owned(), |figure| text::number(lang, figure)));
        Compared { label, stated, recomputed, differs: figures[0] != figures[1] }
    };
    let again_counted = again.as_ref().map(|again| counted(&again.counters));
    let counters = counted(&stated.counters).into_iter().enumerate().map(|(at, (heading, count))| {
        let recomputed = again_counted.as_ref().map(|counted| u64::from(counted[at].1));
        line(text::heading(lang, heading).to_owned(), [Some(count.into()), recomputed])
    });
    let counters: Vec<_> = counters.collect();
    sheet.facts.retain(|(name, _)| counters.iter().all(|counter| counter.label != *name));
    let value = |total: Option<Total>| total.map(|total| total.0);
    let items = sheet.items.iter().zip(&stated.totals.items).enumerate().map(|(at, (row, of))| {
        let recomputed = again.as_ref().and_then(|again| again.totals.items.get(at).copied().flatten());
        line(row.label.clone(), [value(*of), value(recomputed)])
    });
    let votes = sheet.votes.iter().zip(&stated.totals.votes).map(|(row, (number, votes))| {
        let of = again.as_ref().and_then(|again| again.totals.votes.iter().find(|(of, _)| of == number));
        line(format!("{}. {}", row.number, row.label), [Some(votes.0), of.map(|(_, votes)| votes.0)])
    });
    counters.into_iter().chain(items).chain(votes).collect()
}

fn counted(counters: &Counters) -> [(Heading, u32); 5] {
    [
        (Heading::Units, counters.units),
        (Heading::Received, counters.received),
        (Heading::Basis, counters.taken_as_basis),
        (Heading::Failed, counters.failed),
        (Heading::Annulled, counters.annulled),
    ]
}
