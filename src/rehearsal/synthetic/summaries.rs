//! The summaries of a synthetic rehearsal: what the papers in force come to, but for a few cells.

use std::collections::BTreeMap;

use super::chance::Chance;
use super::papers::Drawn;
use super::put_in::PutIn;
use crate::domain::code::{Code, FindingCode};
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{BallotNumber, Total};
use crate::domain::summary::SummaryFigures;
use crate::intake::csv::rows::{PaperDecision, SummaryRow};

/// One summary of so many has a cell that is not the sum.
const WRONG: u64 = 25;

/// The sums of a contest, for every unit above the lowest tier that has papers below it.
#[derive(Debug)]
pub(super) struct Sums {
    empty: SummaryFigures,
    of: BTreeMap<UnitId, Sum>,
}

#[derive(Debug)]
struct Sum {
    totals: SummaryFigures,
    /// Whether a paper below is awaited at a repeat voting: then no cell can be recomputed.
    awaited: bool,
}

impl Sums {
    pub fn of(items: usize, ballot: &[BallotNumber]) -> Self {
        let votes = ballot.iter().map(|number| (*number, Total(0))).collect();
        Self { empty: SummaryFigures { items: vec![None; items], votes }, of: BTreeMap::new() }
    }

    /// Takes a paper into the sum of a unit above it.
    pub fn add(&mut self, above: &UnitId, paper: &Drawn) {
        let fresh = || Sum { totals: self.empty.clone(), awaited: false };
        let sum = self.of.entry(above.clone()).or_insert_with(fresh);
        sum.awaited |= paper.decisions.contains(&PaperDecision::Repeat);
        let Some(figures) = paper.in_force() else { return };
        for (total, figure) in sum.totals.items.iter_mut().zip(&figures.items) {
            if let Some(figure) = figure {
                let before = total.unwrap_or_default();
                *total = Some(Total(before.0 + u64::from(figure.0)));
            }
        }
        for ((_, total), (_, votes)) in sum.totals.votes.iter_mut().zip(&figures.votes) {
            total.0 += u64::from(votes.0);
        }
    }

    /// The rows, ascending by unit, and what was put into them.
    pub fn rows(self, seed: u64, contest: &ContestId, put_in: &mut Vec<PutIn>) -> Vec<SummaryRow> {
        let row = |(unit, mut sum): (UnitId, Sum)| {
            let chance = &mut Chance::of(seed, &["summary", contest.as_str(), unit.as_str()]);
            let code = match sum.awaited {
                true => Some(Code::S4),
                false if chance.once_in(WRONG) && slip(&mut sum.totals, chance) => Some(Code::S1),
                false => None,
            };
            let found = |code| PutIn { contest: contest.clone(), unit: unit.clone(), code: FindingCode::BuiltIn(code) };
            put_in.extend(code.map(found));
            SummaryRow { line: 0, contest: contest.clone(), unit, totals: sum.totals }
        };
        self.of.into_iter().map(row).collect()
    }
}

/// Writes one cell down wrongly; false where there is none.
fn slip(totals: &mut SummaryFigures, chance: &mut Chance) -> bool {
    let items = totals.items.iter_mut().flatten();
    let mut cells: Vec<_> = items.chain(totals.votes.iter_mut().map(|(_, votes)| votes)).collect();
    let at = usize::try_from(chance.below(cells.len() as u64)).unwrap_or(0);
    let Some(cell) = cells.get_mut(at) else { return false };
    cell.0 += chance.between(1, 9);
    true
}
