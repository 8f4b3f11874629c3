//! The sums of a ledger at its last checkpoint, from the rows of its totals alone: each is proved under what the log
//! signed, by a handful of hashes, and nothing is folded.

use std::collections::BTreeSet;

use super::error::Error;
use super::policy::tell_believed;
use super::setting::Setting;
use super::source::LogSourceKind;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::Manifest;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::Asked;
use crate::store::proven::{ProvenRows, Unproved};
use crate::store::read;
use crate::tally::read_model::ReadModel;
use crate::tally::scope::Scope;
use crate::tally::summed::Summed;
use crate::verify::conclude::TrustAnchors;

/// What is asked, as the user names it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Names<'a> {
    /// One contest only.
    pub contest: Option<&'a str>,
    /// For this unit instead of the whole.
    pub unit: Option<&'a str>,
    /// For every unit of a tier.
    pub tier: Option<&'a str>,
}

/// Sums that were proved.
#[derive(Debug)]
pub struct Tallied {
    /// The checkpoint that they are under.
    pub checkpoint: SignedCheckpoint,
    /// The election, its contests and candidates, and of units no more than was asked for.
    pub model: ReadModel,
    /// Of which units they are.
    pub scope: Scope,
    /// The sums of each contest, ascending by unit.
    pub sums: Vec<(ContestId, Vec<Summed>)>,
}

/// The sums, where the embedded store proves them; none where it does not or cannot be asked, of what is no ledger, and
/// of what is not there: whoever reads the whole says why.
///
/// # Errors
/// Those of [`read::rows`].
pub fn proven(setting: &Setting<'_>, anchors: &TrustAnchors<'_>, names: Names<'_>) -> Result<Option<Tallied>, Error> {
    if LogSourceKind::of(setting.ledger)? != LogSourceKind::Ledger {
        return Ok(None);
    }
    let Some(rows) = read::rows(setting.ledger, anchors).map_err(Error::store(setting.ledger))? else {
        return Ok(None);
    };
    let tallied = tallied(&rows, names).ok().flatten();
    if let Some(tallied) = &tallied {
        tell_believed(setting.observer, anchors, &tallied.model);
    }
    Ok(tallied)
}

fn tallied(rows: &ProvenRows, names: Names<'_>) -> Result<Option<Tallied>, Unproved> {
    let mut asked = vec![
        Asked::Row(RowKey::of(&[&"election"])),
        Asked::All("contest/".to_owned()),
        Asked::All("candidate/".to_owned()),
    ];
    let structure = rows.model(&asked)?;
    let (Some(scope), Some(ids)) = (scope(rows, &structure, names)?, contests(&structure, names.contest)) else {
        return Ok(None);
    };
    let mut totals = Vec::new();
    for id in ids {
        let units = units(rows, &structure, &id, &scope)?;
        asked.extend(units.iter().flat_map(|unit| bulletins(&structure, &id, unit, &scope)));
        let of_unit = |unit: UnitId| Ok(rows.get(&RowKey::of(&[&"total", &id, &unit]))?.map(|total| (unit, total)));
        let found = units.into_iter().map(of_unit).collect::<Result<Vec<_>, Unproved>>()?;
        totals.push((id, found.into_iter().flatten().collect::<Vec<_>>()));
    }
    let (model, at) = (rows.model(&asked)?, rows.checkpoint.checkpoint().size);
    let summed = |(id, totals): (ContestId, Vec<(UnitId, String)>)| {
        let contest = model.contests().get(&id)?;
        let sums = totals.iter().map(|(unit, total)| Summed::of_row(&model, contest, unit, &total.parse().ok()?, at));
        Some((id, sums.collect::<Option<Vec<_>>>()?))
    };
    let Some(sums) = totals.into_iter().map(summed).collect() else { return Ok(None) };
    Ok(Some(Tallied { checkpoint: rows.checkpoint.clone(), model, scope, sums }))
}

/// Of which units the sums are asked; none where there is no such unit or tier.
fn scope(rows: &ProvenRows, model: &ReadModel, names: Names<'_>) -> Result<Option<Scope>, Unproved> {
    if let Some(unit) = names.unit {
        let Ok(unit) = unit.parse::<UnitId>() else { return Ok(None) };
        let is_there = rows.get(&RowKey::of(&[&"unit", &unit]))?.is_some();
        return Ok(is_there.then_some(Scope::Unit(unit)));
    }
    let Some(tier) = names.tier else { return Ok(Some(Scope::Whole)) };
    let tiers = model.manifest().map_or(&[][..], |manifest| &manifest.tiers);
    Ok(tiers.iter().find(|known| known.name.as_str() == tier).map(|tier| Scope::Tier(tier.name.clone())))
}

/// The contests that are asked for, ascending; none where there is none of that name.
fn contests(model: &ReadModel, name: Option<&str>) -> Option<Vec<ContestId>> {
    match name {
        None => Some(model.contests().keys().cloned().collect()),
        Some(name) => Some(vec![model.contest_named(name)?.contest.id.clone()]),
    }
}

/// The units whose sums are asked for, ascending. That no unit of a tier is left out, the rows below every unit prove.
fn units(
    rows: &ProvenRows,
    model: &ReadModel,
    contest: &ContestId,
    scope: &Scope,
) -> Result<BTreeSet<UnitId>, Unproved> {
    let held_in = || model.contests().get(contest).and_then(|contest| model.held_in(&contest.contest)).cloned();
    let tier = match scope {
        Scope::Whole => return Ok(held_in().into_iter().collect()),
        Scope::Unit(unit) => return Ok(BTreeSet::from([unit.clone()])),
        Scope::Tier(tier) => tier,
    };
    let below = rows.all("below/")?.into_iter().filter(|(_, of)| of.trim_end() == tier.as_str());
    let below = below.filter_map(|(key, _)| key.as_str().rsplit('/').next()?.parse().ok());
    let top = model.units().iter().filter(|(_, record)| record.formed.tier == *tier);
    Ok(below.chain(top.map(|(unit, _)| unit.clone())).collect())
}

/// The rows of a unit's commission and of what it announced itself; of a whole tier of precincts none.
fn bulletins(model: &ReadModel, contest: &ContestId, unit: &UnitId, scope: &Scope) -> Vec<Asked> {
    let lowest = model.manifest().and_then(Manifest::lowest_tier).map(|tier| &tier.name);
    match scope {
        Scope::Tier(tier) if lowest == Some(tier) => Vec::new(),
        Scope::Whole | Scope::Unit(_) | Scope::Tier(_) => {
            vec![Asked::Row(RowKey::of(&[&"unit", unit])), Asked::Row(RowKey::of(&[&"paper", contest, unit]))]
        }
    }
}
