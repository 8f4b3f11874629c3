//! `tally`: the numbers at one checkpoint.

use std::collections::BTreeMap;

use clap::Args;

use super::args::{Global, Insider};
use super::failure::{Exit, Failure};
use super::gate;
use super::ledger;
use super::output::Output;
use super::paper::tell_turnout;
use super::rendering;
use crate::domain::id::{ContestId, TierName, UnitId};
use crate::domain::manifest::Manifest;
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::service::query::{Point, Query};
use crate::store::read::Reading;
use crate::tally::invalidity::{Extent, extent};
use crate::tally::overdue::{Overdue, overdue};
use crate::tally::record::{ContestRecord, ElectionRecord};
use crate::tally::{ContestTally, Moment, ReadModel, tallies};
use crate::text::{Fact, Label};
use crate::view::contest::ContestTally as ContestView;
use crate::view::tally::{TalliedContest, Tally as TallyView};
use crate::view::turnout::TurnoutHour;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol tally --contest round-1\n  protokol tally --contest round-2 --tier constituency --json"
)]
pub struct Tally {
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
    pub insider: Insider,
}

pub fn run(global: &Global, arguments: &Tally, output: &Output) -> Result<Exit, Failure> {
    let reading = ledger::read(global, output)?;
    gate::pass(&reading.model, &arguments.insider, output)?;
    let election =
        reading.model.election().ok_or_else(|| Failure::not_found("the ledger is empty", "found it first"))?;
    let at = moment(&reading, arguments.at.as_deref(), global, output)?;
    let wanted = wanted(&reading, election, arguments)?;
    let contests = known_contests(&reading, arguments.contest.as_deref())?;
    let mut results = Vec::new();
    for contest in contests {
        let mut all = tallies(&reading.model, &contest.contest.id, at.size);
        let chosen = match &wanted {
            Wanted::Whole => {
                let unit = contest.contest.unit.as_ref().unwrap_or(&election.founding.commission.unit);
                all.remove(unit).into_iter().collect()
            }
            Wanted::Unit(unit) => all.remove(unit).into_iter().collect(),
            Wanted::Tier(tier) => {
                let of_tier = |tally: &ContestTally| {
                    reading.model.units().get(&tally.unit).is_some_and(|record| record.formed.tier == *tier)
                };
                all.into_values().filter(of_tier).collect::<Vec<_>>()
            }
        };
        results.push((contest, chosen));
    }
    tell(&reading, election, at, &wanted, &results, output);
    Ok(Exit::Done)
}

enum Wanted {
    Whole,
    Unit(UnitId),
    Tier(TierName),
}

fn wanted(reading: &Reading, election: &ElectionRecord, arguments: &Tally) -> Result<Wanted, Failure> {
    if let Some(unit) = &arguments.unit {
        return Ok(Wanted::Unit(known_unit(reading, unit)?));
    }
    let Some(tier) = &arguments.tier else { return Ok(Wanted::Whole) };
    let tiers = &election.founding.manifest.tiers;
    match tiers.iter().find(|t| t.name.as_str() == tier) {
        Some(tier) => Ok(Wanted::Tier(tier.name.clone())),
        None => {
            let names: Vec<_> = tiers.iter().map(|tier| tier.name.as_str()).collect();
            Err(Failure::usage(format!("there is no tier {tier}"), format!("the tiers are: {}", names.join(", "))))
        }
    }
}

/// A unit that is in the ledger.
pub fn known_unit(reading: &Reading, text: &str) -> Result<UnitId, Failure> {
    let unit = text.parse::<UnitId>().ok().filter(|unit| reading.model.units().contains_key(unit));
    let act = format!("{}, or form the commission first", rendering::see_units(&reading.model));
    unit.ok_or_else(|| Failure {
        unit: Some(text.to_owned()),
        ..Failure::not_found(format!("there is no unit {text}"), act)
    })
}

/// The contest of this name, or every contest where none is named.
pub fn known_contests<'r>(reading: &'r Reading, name: Option<&str>) -> Result<Vec<&'r ContestRecord>, Failure> {
    let Some(text) = name else { return Ok(reading.model.contests().values().collect()) };
    let contest = text.parse::<ContestId>().ok().and_then(|id| reading.model.contests().get(&id));
    let names: Vec<_> = reading.model.contests().keys().map(ContestId::as_str).collect();
    let missing =
        || Failure::not_found(format!("there is no contest {text}"), format!("the contests are: {}", names.join(", ")));
    contest.map(|contest| vec![contest]).ok_or_else(missing)
}

/// The moment that `--at` names: a size, or a time by which so many events had arrived.
pub fn moment(reading: &Reading, text: Option<&str>, global: &Global, output: &Output) -> Result<Moment, Failure> {
    let point = text.map_or(Ok(Point::Latest), point)?;
    let query = Query { ledger: &global.ledger, reading };
    query.moment(point).map_err(|error| Failure::service(output.lang, error))
}

fn point(text: &str) -> Result<Point, Failure> {
    if let Ok(size) = text.parse::<Size>() {
        return Ok(Point::Size(size));
    }
    let act = "give a size such as 20000, or a time such as 2018-10-29T01:00:00+04:00";
    let time = text.parse::<Millis>();
    time.map(Point::Time).map_err(|_| Failure::usage(format!("{text:?} is no size and no time"), act))
}

fn tell(
    reading: &Reading,
    election: &ElectionRecord,
    at: Moment,
    wanted: &Wanted,
    results: &[(&ContestRecord, Vec<ContestTally>)],
    output: &Output,
) {
    let manifest = &election.founding.manifest;
    let checkpoint = reading.checkpoint.checkpoint();
    if output.json {
        let contests = results.iter().flat_map(|(contest, tallies)| {
            let told = Told::new(&reading.model, manifest, contest, at);
            tallies.iter().map(|tally| told.view(tally)).collect::<Vec<_>>()
        });
        output.value(&TallyView::of(checkpoint, at.size, manifest, contests.collect()));
        return;
    }
    for (contest, tallies) in results {
        let told = Told::new(&reading.model, manifest, contest, at);
        match wanted {
            Wanted::Tier(_) => rendering::tier_table(output, contest, tallies),
            Wanted::Whole | Wanted::Unit(_) => tallies.iter().for_each(|tally| told.tell(tally, output)),
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
        let sums = ContestView::of(self.manifest, self.contest, tally);
        TalliedContest::of(sums, overdue, turnout, self.extent_of(tally))
    }

    fn tell(&self, tally: &ContestTally, output: &Output) {
        rendering::contest_table(output, self.manifest, self.contest, tally);
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
