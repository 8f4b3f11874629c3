//! The figures of a protocol: the items in the paper's order, the candidates with their shares, and beside each what is
//! found about it.

use super::super::found::{Found, Mark};
use super::super::outcome::thousandths;
use crate::domain::form::{Form, Item};
use crate::domain::protocol::ProtocolSubmitted;
use crate::portal::named::Named;
use crate::portal::paper::sheet::{PrintedRow, Sheet};
use crate::tally::record::ContestRecord;
use crate::text::{self, Lang};

/// What the form calls the sum of all candidates' votes.
const VOTES: &str = "votes";

/// A figure of the paper.
#[derive(Debug)]
pub struct Figure {
    /// Its number on the paper.
    pub number: String,
    /// What it counts.
    pub label: Named,
    /// In figures.
    pub figure: String,
    /// In words.
    pub words: String,
    /// What is found about it.
    pub marks: Vec<Mark>,
}

/// The votes for a candidate.
#[derive(Debug)]
pub struct Votes {
    /// The figure.
    pub figure: Figure,
    /// Who nominated the candidate.
    pub nominated_by: String,
    /// The share of all votes on this paper.
    pub share: String,
    /// The same in thousandths.
    pub bar: u64,
}

/// The figures of a protocol.
#[derive(Debug, Default)]
pub struct Figures {
    /// The items.
    pub items: Vec<Figure>,
    /// The candidates.
    pub votes: Vec<Votes>,
    /// The votes for all of them, and what is found about their sum.
    pub all: Option<(String, Vec<Mark>)>,
}

impl Figures {
    /// Those that a sheet states.
    pub fn of(
        lang: Lang,
        form: &Form,
        contest: &ContestRecord,
        sheet: &mut Sheet,
        protocol: &ProtocolSubmitted,
        found: &[Found],
    ) -> Self {
        let (votes, of_item) = (&protocol.figures.votes, |(row, item): (PrintedRow, &Item)| {
            figure(row, |_| Named::item(item, lang), found)
        });
        let all = votes.iter().map(|(_, votes)| u64::from(votes.0)).sum();
        let of_candidate = |(row, (number, votes)): (PrintedRow, &(_, crate::domain::number::Count))| {
            let registered = contest.candidates.iter().map(|candidate| &candidate.registered);
            let by = registered.into_iter().find(|registered| registered.number == *number);
            Votes {
                figure: figure(row, Named::plain, found),
                nominated_by: by.map_or_else(String::new, |registered| registered.nominated_by.to_string()),
                share: text::share(lang, votes.0.into(), all),
                bar: thousandths(votes.0.into(), all),
            }
        };
        Self {
            items: sheet.items.drain(..).zip(&form.items).map(of_item).collect(),
            votes: sheet.votes.drain(..).zip(votes).map(of_candidate).collect(),
            all: Some((text::number(lang, all), Found::beside(found, VOTES))),
        }
    }
}

fn figure(row: PrintedRow, named: impl Fn(String) -> Named, found: &[Found]) -> Figure {
    let PrintedRow { key, number, label, figure, words } = row;
    Figure { marks: Found::beside(found, &key), number, label: named(label), figure, words }
}
