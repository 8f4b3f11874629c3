//! `tally`: the numbers at one checkpoint.

use serde_json::json;

use super::args::{Global, Tally};
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::Output;
use super::rendering;
use crate::domain::id::{ContestId, TierName, UnitId};
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::store::read::Reading;
use crate::tally::row::{ContestRow, ElectionRow};
use crate::tally::{ContestTally, tallies};
use crate::text::{Fact, Label};

pub fn run(global: &Global, arguments: &Tally, output: &Output) -> Result<Exit, Failure> {
    let reading = ledger::read(global, output)?;
    let election =
        reading.board.election().ok_or_else(|| Failure::not_found("the ledger is empty", "found it first"))?;
    let at = at(&reading, arguments.at.as_deref(), global, output)?;
    let wanted = wanted(&reading, election, arguments)?;
    let contests = contests(&reading, arguments)?;
    let mut results = Vec::new();
    for contest in contests {
        let mut all = tallies(&reading.board, &contest.contest.id, at);
        let chosen = match &wanted {
            Wanted::Whole => {
                let unit = contest.contest.unit.as_ref().unwrap_or(&election.founding.commission.unit);
                all.remove(unit).into_iter().collect()
            }
            Wanted::Unit(unit) => all.remove(unit).into_iter().collect(),
            Wanted::Tier(tier) => {
                let of_tier = |tally: &ContestTally| {
                    reading.board.units().get(&tally.unit).is_some_and(|row| row.formed.tier == *tier)
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

fn wanted(reading: &Reading, election: &ElectionRow, arguments: &Tally) -> Result<Wanted, Failure> {
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
    let unit = text.parse::<UnitId>().ok().filter(|unit| reading.board.units().contains_key(unit));
    let act = format!("{}, or form the commission first", rendering::see_units(&reading.board));
    unit.ok_or_else(|| Failure {
        unit: Some(text.to_owned()),
        ..Failure::not_found(format!("there is no unit {text}"), act)
    })
}

fn contests<'r>(reading: &'r Reading, arguments: &Tally) -> Result<Vec<&'r ContestRow>, Failure> {
    let Some(text) = &arguments.contest else { return Ok(reading.board.contests().values().collect()) };
    let contest = text.parse::<ContestId>().ok().and_then(|id| reading.board.contests().get(&id));
    let names: Vec<_> = reading.board.contests().keys().map(ContestId::as_str).collect();
    let missing =
        || Failure::not_found(format!("there is no contest {text}"), format!("the contests are: {}", names.join(", ")));
    contest.map(|contest| vec![contest]).ok_or_else(missing)
}

/// The size that `--at` names: a number, or the number of events that had arrived by a time.
fn at(reading: &Reading, text: Option<&str>, global: &Global, output: &Output) -> Result<Size, Failure> {
    let whole = reading.events.size();
    let Some(text) = text else { return Ok(whole) };
    if let Ok(size) = text.parse::<Size>() {
        let act = format!("the ledger has {whole} events");
        return if size <= whole { Ok(size) } else { Err(Failure::usage(format!("there is no size {size} yet"), act)) };
    }
    let act = "give a size such as 20000, or a time such as 2018-10-29T01:00:00+04:00";
    let time: Millis = text.parse().map_err(|_| Failure::usage(format!("{text:?} is no size and no time"), act))?;
    reading.size_at(time).map_err(|error| Failure::store(output.lang, &global.ledger, error))
}

fn tell(
    reading: &Reading,
    election: &ElectionRow,
    at: Size,
    wanted: &Wanted,
    results: &[(&ContestRow, Vec<ContestTally>)],
    output: &Output,
) {
    let manifest = &election.founding.manifest;
    let checkpoint = reading.checkpoint.checkpoint();
    if output.json {
        let contests = results.iter().flat_map(|(contest, tallies)| tallies.iter().map(move |tally| (contest, tally)));
        let contests: Vec<_> =
            contests.map(|(contest, tally)| rendering::tally_json(manifest, contest, tally)).collect();
        output.value(&json!({
            "size": checkpoint.size.0,
            "root": crate::crypto::base64::encode(&checkpoint.root.0),
            "fingerprint": checkpoint.fingerprint().to_string(),
            "as_of": at.0,
            "rehearsal": manifest.rehearsal,
            "contests": contests,
        }));
        return;
    }
    for (contest, tallies) in results {
        match wanted {
            Wanted::Tier(_) => rendering::tier_table(output, contest, tallies),
            Wanted::Whole | Wanted::Unit(_) => {
                tallies.iter().for_each(|tally| rendering::contest_table(output, manifest, contest, tally));
            }
        }
    }
    let rehearsal = if manifest.rehearsal { &format!(" · {}", output.label(Label::Rehearsal)) } else { "" };
    output.line("");
    let at = output.fact(Fact::At { at, of: checkpoint.size });
    output.line(&format!("{at} · {}{rehearsal}", checkpoint.fingerprint()));
}
