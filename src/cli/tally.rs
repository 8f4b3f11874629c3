//! `tally`: the numbers at one checkpoint.

use std::collections::BTreeMap;

use clap::Args;

use super::args::{Global, Insider, ReadFrom, point};
use super::failure::{Exit, Failure};
use super::gate;
use super::ledger;
use super::output::Output;
use super::paper::tell_turnout;
use super::proof::ProofTo;
use super::rendering;
use crate::domain::id::UnitId;
use crate::domain::manifest::Manifest;
use crate::service::error::Error;
use crate::service::proofs::{Prover, Sources, of_tally};
use crate::service::query::Query;
use crate::store::read::Reading;
use crate::tally::invalidity::{Extent, extent};
use crate::tally::moment::Moment;
use crate::tally::overdue::{Overdue, overdue};
use crate::tally::read_model::ReadModel;
use crate::tally::record::{ContestRecord, ElectionRecord};
use crate::tally::scope::{Scope, tallies_of};
use crate::tally::totals::ContestTally;
use crate::text::{Fact, Label};
use crate::view::contest::ContestTally as ContestView;
use crate::view::proof_text::ProofText;
use crate::view::tally::{TalliedContest, Tally as TallyView};
use crate::view::turnout::TurnoutHour;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol tally --contest round-1\n  protokol tally --contest round-2 --tier constituency --json"
)]
pub struct Tally {
    #[command(flatten)]
    pub from: ReadFrom,
    /// One contest only
    #[arg(long, value_name = "CONTEST")]
    pub contest: Option<String>,
    /// For this unit instead of the whole
    #[arg(long, value_name = "UNIT", conflicts_with = "tier")]
    pub unit: Option<String>,
    /// For every unit of a tier
    #[arg(long, value_name = "TIER")]
    pub tier: Option<String>,
    /// As it stood at an earlier size, or at a time such as 2018-10-29T01:00:00+04:00
    #[arg(long, value_name = "SIZE|TIME")]
    pub at: Option<String>,
    #[command(flatten)]
    pub proof: ProofTo,
    #[command(flatten)]
    pub insider: Insider,
}

pub fn run(global: &Global, arguments: &Tally, output: &Output) -> Result<Exit, Failure> {
    let log = ledger::read(global, arguments.from.log.as_deref(), output)?;
    let reading = &log.reading;
    gate::pass(&reading.model, &arguments.insider, output)?;
    let (query, failed) = (log.query(), |error| Failure::service(output.lang, error));
    let election = query.election().map_err(failed)?;
    let at = query.moment(point(output.lang, arguments.at.as_deref())?).map_err(failed)?;
    let scope = scope(&query, arguments).map_err(failed)?;
    let contests = query.contests(arguments.contest.as_deref()).map_err(failed)?;
    let tallied = contests.into_iter().map(|contest| (contest, tallies_of(&reading.model, contest, at.size, &scope)));
    let tallied: Vec<_> = tallied.collect();
    let prove = || {
        let asked = tallied.iter().flat_map(|(contest, tallies)| {
            of_tally(&reading.model, contest, tallies.iter().map(|tally| &tally.unit), &scope)
        });
        Prover::at(&log, at)?.prove(&asked.collect::<Vec<_>>(), Sources::LeftOut)
    };
    let proof = arguments.proof.put(prove, output)?;
    tell(reading, election, at, &scope, &tallied, proof, output);
    Ok(Exit::Done)
}

fn scope(query: &Query<'_>, arguments: &Tally) -> Result<Scope, Error> {
    Ok(match (&arguments.unit, &arguments.tier) {
        (Some(unit), _) => Scope::Unit(query.unit(unit)?.clone()),
        (None, Some(tier)) => Scope::Tier(query.tier(tier)?.clone()),
        (None, None) => Scope::Whole,
    })
}

fn tell(
    reading: &Reading,
    election: &ElectionRecord,
    at: Moment,
    scope: &Scope,
    results: &[(&ContestRecord, Vec<ContestTally>)],
    proof: Option<ProofText>,
    output: &Output,
) {
    let manifest = &election.founding.manifest;
    let checkpoint = reading.checkpoint.checkpoint();
    if output.json {
        let contests = results.iter().flat_map(|(contest, tallies)| {
            let told = Told::new(&reading.model, manifest, contest, at);
            tallies.iter().map(|tally| told.view(tally)).collect::<Vec<_>>()
        });
        output.value(&TallyView::of(checkpoint, at.size, manifest, contests.collect()).proved(proof));
        return;
    }
    for (contest, tallies) in results {
        let told = Told::new(&reading.model, manifest, contest, at);
        match scope {
            Scope::Tier(_) => rendering::tier_table(output, contest, tallies),
            Scope::Whole | Scope::Unit(_) => tallies.iter().for_each(|tally| told.tell(tally, output)),
        }
    }
    let rehearsal = if manifest.rehearsal { &format!(" · {}", output.label(Label::Rehearsal)) } else { "" };
    output.line("");
    let at = output.fact(Fact::At { at: at.size, of: checkpoint.size });
    output.line(&format!("{at} · {}{rehearsal}", checkpoint.fingerprint()));
}

/// A contest at a moment, with what its papers' deadlines and the law say.
struct Told<'a> {
    model: &'a ReadModel,
    manifest: &'a Manifest,
    contest: &'a ContestRecord,
    at: Moment,
    overdue: BTreeMap<UnitId, Overdue>,
    extent: Option<Extent>,
}

impl<'a> Told<'a> {
    fn new(model: &'a ReadModel, manifest: &'a Manifest, contest: &'a ContestRecord, at: Moment) -> Self {
        let id = &contest.contest.id;
        let (overdue, extent) = (overdue(model, id, at), extent(model, id, at.size));
        Self { model, manifest, contest, at, overdue, extent }
    }

    /// The rule is about the whole contest, wherever it is held.
    fn extent_of(&self, tally: &ContestTally) -> Option<Extent> {
        let is_whole = self.model.held_in(&self.contest.contest) == Some(&tally.unit);
        self.extent.filter(|_| is_whole)
    }

    fn view(&self, tally: &ContestTally) -> TalliedContest {
        let overdue = self.overdue.get(&tally.unit).copied().unwrap_or_default();
        let of = tally.units_expected;
        let turnout = TurnoutHour::all(self.model, &tally.contest, &tally.unit, self.at.size, of);
        let sums = ContestView::of(self.manifest, self.contest, tally, self.at.size);
        TalliedContest::of(sums, overdue, turnout, self.extent_of(tally))
    }

    fn tell(&self, tally: &ContestTally, output: &Output) {
        rendering::contest_table(output, self.manifest, self.contest, tally, self.at.size);
        let overdue = self.overdue.get(&tally.unit).copied().unwrap_or_default();
        let told = [(overdue.late, Fact::Late(overdue.late)), (overdue.missing, Fact::Missing(overdue.missing))];
        let told = told.into_iter().filter(|(count, _)| *count > 0).map(|(_, fact)| output.fact(fact));
        let told = told.collect::<Vec<_>>();
        if !told.is_empty() {
            output.line(&told.join(", "));
        }
        tell_turnout(self.model, &tally.contest, &tally.unit, self.at.size, tally.units_expected, output);
        if let Some(Extent { units, units_of, voters, voters_of, is_invalid }) =
            self.extent_of(tally).filter(|extent| extent.units > 0)
        {
            let label = if is_invalid { Label::ContestInvalid } else { Label::ContestStands };
            let without = Fact::WithoutResult { units, units_of, voters: voters.0, voters_of: voters_of.0 };
            output.line(&format!("{}: {}", output.fact(without), output.label(label)));
        }
    }
}
