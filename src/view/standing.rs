//! How papers stand: on a list of papers, and one of them with everything that happened to it.

use schemars::JsonSchema;
use serde::Serialize;

use super::named::Named;
use super::paper::Paper;
use super::provenance::Provenance;
use super::word::Word;
use crate::domain::finding::candidate_key;
use crate::domain::form::{Form, Item, Stage};
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Count;
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol::Figures;
use crate::tally::paper::PaperAt;

/// How a paper stands. A null figure is not on the paper, which is not zero.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct PaperStanding {
    /// How far it is, at the voting that is open.
    pub standing: Word<PaperStatus<()>>,
    /// Which voting is open: 1 unless it is repeated.
    pub voting: u16,
    /// The items that were sealed before the boxes were opened, by item of the form; null where none were.
    pub opening: Option<Named<Option<u32>>>,
    /// The version in force; null where none is.
    pub in_force: Option<Provenance>,
    /// Its figures by item of the form, then by candidate (`cand_05`); null where no version is in force.
    pub figures: Option<Named<Option<u32>>>,
}

/// A paper that is due, on a list of papers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct ListedPaper {
    /// The contest that it counts.
    pub contest: String,
    /// The unit that it is of.
    pub unit: String,
    /// How it stands.
    #[serde(flatten)]
    pub now: PaperStanding,
    /// Where all of it is.
    pub href: String,
}

/// A paper with its figures, and everything that happened to it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct PaperOfUnit {
    /// The unit that it is of.
    pub unit: String,
    /// The figures in force by item of the form, then by candidate (`cand_05`); null where no version is. A null figure is
    /// not on the paper, which is not zero.
    pub figures: Option<Named<Option<u32>>>,
    /// Everything that happened to it.
    #[serde(flatten)]
    pub paper: Paper,
}

impl PaperStanding {
    /// The view of a paper at a size.
    pub fn of(form: &Form, paper: &PaperAt<'_>) -> Self {
        Self {
            standing: Word(paper.status),
            voting: paper.voting.0,
            opening: paper.opening.map(|(_, sealed)| opening(form, &sealed.items)),
            in_force: paper.in_force.map(|(provenance, _)| Provenance::of(provenance)),
            figures: paper.in_force.map(|(_, protocol)| figures(form, &protocol.figures)),
        }
    }
}

impl ListedPaper {
    /// The line of a paper at a size.
    pub fn of(form: &Form, contest: &ContestId, unit: &UnitId, paper: &PaperAt<'_>) -> Self {
        let (now, href) = (PaperStanding::of(form, paper), format!("/v1/papers/{contest}/{unit}"));
        Self { contest: contest.to_string(), unit: unit.to_string(), now, href }
    }
}

impl PaperOfUnit {
    /// A paper of a unit, with the figures in force.
    pub fn of(form: &Form, unit: &UnitId, at: &PaperAt<'_>, paper: Paper) -> Self {
        Self { unit: unit.to_string(), figures: PaperStanding::of(form, at).figures, paper }
    }
}

fn figures(form: &Form, figures: &Figures) -> Named<Option<u32>> {
    let items = form.items.iter().zip(&figures.items).map(figure);
    let votes = figures.votes.iter().map(|(number, count)| (candidate_key(*number), Some(count.0)));
    items.chain(votes).collect()
}

fn opening(form: &Form, items: &[Option<Count>]) -> Named<Option<u32>> {
    form.items.iter().zip(items).filter(|(item, _)| item.stage == Stage::Opening).map(figure).collect()
}

fn figure((item, count): (&Item, &Option<Count>)) -> (String, Option<u32>) {
    (item.key.to_string(), count.map(|count| count.0))
}
