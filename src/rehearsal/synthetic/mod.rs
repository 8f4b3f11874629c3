//! A synthetic rehearsal: a folder goes in, a folder of invented rows comes out, for training and for load. Form,
//! tiers, quorums and units are the folder's own; every figure and every name of a person or party is invented, and
//! title and origin say so. The same folder, seed and number of units give the same rows.

mod chance;
mod figures;
mod papers;
mod people;
mod put_in;
mod ranges;
mod summaries;
mod unfit;
mod units;

use crate::crypto::parallel::ParallelMap;
use crate::domain::contest::Contest;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::Manifest;
use crate::domain::number::Voting;
use crate::domain::text::Text;
use crate::domain::time::HourOfDay;
use crate::intake::csv::rows::{
    CopyRow, CorrectionRow, DecisionRow, OpeningRow, PaperDecision, ProtocolRow, TurnoutRow, UnitRow,
};
use crate::intake::folder::ElectionFolder;
use papers::{Drawn, Night};
use summaries::Sums;

pub use put_in::PutIn;
pub use unfit::{UNITS_MAX, Unfit};

/// The hours of turnout reports where the manifest names none, in minutes: noon, five, and the end of the polls.
const HOURS: [u16; 3] = [12 * 60, 17 * 60, 20 * 60];

/// An invented election, and what was put into it.
#[derive(Debug)]
pub struct Synthetic {
    /// The invented rows, as an election folder.
    pub folder: ElectionFolder,
    /// Everything that does not add up in it: exactly the findings of the ledger that is rehearsed from it.
    pub put_in: Vec<PutIn>,
}

/// Invents an election in the shape of a folder, with `units` units of the lowest tier; without a number as many as
/// the manifest declares, or the folder lists.
///
/// # Errors
/// [`Unfit`].
pub fn invent<M: ParallelMap>(
    folder: &ElectionFolder,
    seed: u64,
    units: Option<usize>,
    map: &M,
) -> Result<Synthetic, Unfit> {
    let units = units::chosen(folder, units)?;
    let manifest = Manifest {
        title: people::title(&folder.manifest.title, seed),
        legal_basis: None,
        rehearsal: true,
        tiers: units::tiers(&folder.manifest, &units),
        ..folder.manifest.clone()
    };
    let lowest = manifest.lowest_tier().map_or(0, |tier| units.iter().filter(|row| row.tier == tier.name).count());
    let origin = people::origin(folder, &manifest, seed, lowest).ok_or(Unfit::Origin)?;
    let top = folder.parents_first().next().map(|row| row.unit.clone()).ok_or(Unfit::None)?;
    let candidates = people::candidates(folder);
    let mut invented =
        ElectionFolder::without_papers(manifest, Some(origin), units, candidates).map_err(Unfit::Folder)?;
    invented.openings = Some(Vec::new());
    invented.observers = people::observers(&top);
    let mut put_in = Vec::new();
    for contest in invented.manifest.contests.clone() {
        hold(&mut invented, &contest, seed, map, &mut put_in);
    }
    Ok(Synthetic { folder: invented, put_in })
}

/// Holds a contest: a paper for each unit that it is held in, then the sums.
fn hold<M: ParallelMap>(folder: &mut ElectionFolder, contest: &Contest, seed: u64, map: &M, put_in: &mut Vec<PutIn>) {
    let form = folder.manifest.form.clone();
    let hours = hours(&folder.manifest);
    let ballot = folder.ballots().0.get(&contest.id).map(|ballot| ballot.keys().copied().collect());
    let observers = folder.observers.clone();
    let night =
        Night { seed, form: &form, contest, ballot: ballot.unwrap_or_default(), hours: &hours, observers: &observers };
    let held_here = |row: &&UnitRow| {
        let held_in = |held_in: &UnitId| lineage(folder, &row.unit).any(|above| above == held_in);
        folder.is_lowest(&row.unit) && contest.unit.as_ref().is_none_or(held_in)
    };
    let drawn =
        map.map(folder.units.iter().filter(held_here).collect(), |row: &UnitRow| (row.unit.clone(), night.paper(row)));
    let mut sums = Sums::of(form.items.len(), &night.ballot);
    for (unit, paper) in drawn {
        let within =
            |above: &&UnitId| contest.unit.as_ref().is_none_or(|held_in| lineage(folder, above).any(|u| u == held_in));
        lineage(folder, &unit).skip(1).filter(within).for_each(|above| sums.add(above, &paper));
        put_in.extend(paper.put_in.iter().map(|code| PutIn {
            contest: contest.id.clone(),
            unit: unit.clone(),
            code: code.clone(),
        }));
        file(folder, &contest.id, unit, paper);
    }
    folder.summaries.extend(sums.rows(seed, &contest.id, put_in));
}

/// Puts everything about a paper into the folder's tables.
fn file(folder: &mut ElectionFolder, contest: &ContestId, unit: UnitId, paper: Drawn) {
    let named = || (contest.clone(), unit.clone());
    if let (Some(openings), Some(items)) = (&mut folder.openings, paper.opening) {
        let (contest, unit) = named();
        openings.push(OpeningRow { line: 0, contest, unit, items });
    }
    for (as_of, voters) in paper.reports {
        let (contest, unit) = named();
        folder.turnout.push(TurnoutRow { line: 0, contest, unit, as_of, voters, stations: None });
    }
    if let Some(figures) = paper.protocol {
        let (contest, unit) = named();
        folder.protocols.push(ProtocolRow { line: 0, contest, unit, figures });
    }
    if let Some(figures) = paper.correction {
        let (contest, unit) = named();
        let (decision, reason) = (text("invented decision"), text("a recount, invented"));
        folder.corrections.push(CorrectionRow { line: 0, contest, unit, figures, decision, reason, round: 0 });
    }
    if let Some((observer, figures)) = paper.copy {
        let (contest, unit) = named();
        folder.copies.push(CopyRow { line: 0, contest, unit, observer, figures });
    }
    for decision in paper.decisions {
        let (contest, unit) = named();
        let reason = match decision {
            PaperDecision::Annul => "the box was open, invented",
            PaperDecision::Repeat => "to be held again, invented",
            PaperDecision::Failed => "the station could not open, invented",
        };
        let (reference, reason) = (text("invented decision"), text(reason));
        folder.decisions.push(DecisionRow {
            line: 0,
            contest,
            unit,
            decision: *decision,
            reference,
            reason,
            voting: Voting::FIRST,
        });
    }
}

/// A unit and everything above it, from below.
fn lineage<'a>(folder: &'a ElectionFolder, unit: &'a UnitId) -> impl Iterator<Item = &'a UnitId> {
    std::iter::successors(Some(unit), |unit| folder.unit(unit)?.parent.as_ref())
}

fn hours(manifest: &Manifest) -> Vec<HourOfDay> {
    match manifest.turnout.hours.as_slice() {
        [] => HOURS.iter().filter_map(|minutes| HourOfDay::try_from(*minutes).ok()).collect(),
        hours => hours.to_vec(),
    }
}

/// A text of this file, which is a plain one.
fn text(plain: &str) -> Text {
    plain.parse().expect("short, on one line, without spaces at its ends")
}
