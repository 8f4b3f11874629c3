//! The sums of a ledger at its last checkpoint, from the rows of its totals alone: each is proved under what the log
//! signed, by a handful of hashes, and nothing is folded.

use std::collections::BTreeSet;

use super::missing::{Missing, NoAnswer};
use super::named::unit_named;
use super::rows::{answer, of_election, prove};
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::Manifest;
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::Asked;
use crate::service::error::QueryError;
use crate::service::proofs::{Sources, WithProof, of_tally};
use crate::service::setting::Setting;
use crate::store::proven::named::Unproved;
use crate::store::proven::rows::ProvenRows;
use crate::tally::read_model::ReadModel;
use crate::tally::scope::Scope;
use crate::tally::summed::Summed;
use crate::verify::conclude::TrustAnchors;

/// What is asked, as the user names it.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// One contest only.
    pub contest: Option<&'a str>,
    /// For this unit instead of the whole.
    pub unit: Option<&'a str>,
    /// For every unit of a tier.
    pub tier: Option<&'a str>,
    /// With a proof that leaves the program.
    pub proof: WithProof,
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
    /// The proof of them, where it was asked for.
    pub proof: Option<RowsProof>,
}

/// The sums, or what is not there, where the ledger proves it.
pub fn proven(setting: &Setting<'_>, anchors: &TrustAnchors<'_>, names: Names<'_>) -> Option<Result<Tallied, Missing>> {
    let answer = answer(setting, anchors, |rows| tallied(rows, names), |tallied| &tallied.model)?;
    Some(answer.map(|(tallied, _)| tallied))
}

fn tallied(rows: &ProvenRows, names: Names<'_>) -> Result<Option<Tallied>, NoAnswer> {
    let mut asked = of_election();
    let structure = rows.model(&asked)?;
    let scope = scope(rows, &structure, names)?;
    let ids = match contests(&structure, names.contest) {
        Ok(ids) => ids,
        Err(error) => return Err(NoAnswer::missing(structure, error)),
    };
    let of_tier = of_tier(rows, &structure, &scope)?;
    let mut totals = Vec::new();
    for id in ids {
        let units = match &scope {
            Scope::Whole => held_in(&structure, &id).into_iter().collect(),
            Scope::Unit(unit) => vec![unit.clone()],
            Scope::Tier(_) => of_tier.clone(),
        };
        asked.extend(units.iter().flat_map(|unit| bulletins(&structure, &id, unit, &scope)));
        let keys: Vec<_> = units.iter().map(|unit| RowKey::of(&[&"total", &id, unit])).collect();
        let found = units.into_iter().zip(rows.each(&keys)?).filter_map(|(unit, total)| Some((unit, total?)));
        totals.push((id, found.collect::<Vec<_>>()));
    }
    if names.proof == WithProof::Yes {
        asked.extend(units_above(rows, &structure, &scope)?);
    }
    let (model, at) = (rows.model(&asked)?, rows.checkpoint.checkpoint().size);
    let summed = |(id, totals): (ContestId, Vec<(UnitId, String)>)| {
        let contest = model.contests().get(&id)?;
        let sums = totals.iter().map(|(unit, total)| Summed::of_row(&model, contest, unit, &total.parse().ok()?, at));
        Some((id, sums.collect::<Option<Vec<_>>>()?))
    };
    let Some(sums) = totals.into_iter().map(summed).collect::<Option<Vec<_>>>() else { return Ok(None) };
    let proof = match names.proof {
        WithProof::Yes => Some(prove(rows, &proved(&model, &sums, &scope), Sources::LeftOut)?),
        WithProof::No => None,
    };
    Ok(Some(Tallied { checkpoint: rows.checkpoint.clone(), model, scope, sums, proof }))
}

/// What a proof of sums shows.
fn proved(model: &ReadModel, sums: &[(ContestId, Vec<Summed>)], scope: &Scope) -> Vec<Asked> {
    let of_contest = |(id, sums): &(ContestId, Vec<Summed>)| {
        let contest = model.contests().get(id)?;
        Some(of_tally(model, contest, sums.iter().map(|summed| &summed.tally.unit), scope))
    };
    sums.iter().filter_map(of_contest).flatten().collect()
}

/// The rows of the units on the way down to a tier, each of which names all that is below it.
fn units_above(rows: &ProvenRows, model: &ReadModel, scope: &Scope) -> Result<Vec<Asked>, Unproved> {
    let (Scope::Tier(tier), Some(manifest)) = (scope, model.manifest()) else { return Ok(Vec::new()) };
    let above: BTreeSet<_> = manifest.tiers.iter().map(|tier| &tier.name).take_while(|name| *name != tier).collect();
    let of_above = |of: &str| above.iter().any(|tier| tier.as_str() == of);
    let below = rows.all("below/")?.into_iter().filter(|(_, of)| of_above(of.trim_end()));
    Ok(below.filter_map(|(key, _)| Some(Asked::Row(RowKey::of(&[&"unit", &last(&key)?])))).collect())
}

/// The unit that a row below another one names.
fn last(key: &RowKey) -> Option<UnitId> {
    key.as_str().rsplit('/').next()?.parse().ok()
}

/// Of which units the sums are asked.
fn scope(rows: &ProvenRows, model: &ReadModel, names: Names<'_>) -> Result<Scope, NoAnswer> {
    if let Some(unit) = names.unit {
        return unit_named(rows, unit).map(Scope::Unit);
    }
    let Some(tier) = names.tier else { return Ok(Scope::Whole) };
    let tiers = model.manifest().map_or(&[][..], |manifest| &manifest.tiers);
    if let Some(known) = tiers.iter().find(|known| known.name.as_str() == tier) {
        return Ok(Scope::Tier(known.name.clone()));
    }
    let known = tiers.iter().map(|tier| tier.name.clone()).collect();
    let missing = QueryError::NoTier { tier: tier.to_owned(), known };
    Err(NoAnswer::missing(rows.model(&of_election())?, missing))
}

/// The contests that are asked for, ascending.
fn contests(model: &ReadModel, name: Option<&str>) -> Result<Vec<ContestId>, QueryError> {
    let known = || model.contests().keys().cloned().collect();
    let Some(name) = name else { return Ok(known()) };
    let missing = || QueryError::NoContest { contest: name.to_owned(), known: known() };
    Ok(vec![model.contest_named(name).ok_or_else(missing)?.contest.id.clone()])
}

/// The unit that a contest is held in.
fn held_in(model: &ReadModel, contest: &ContestId) -> Option<UnitId> {
    model.held_in(&model.contests().get(contest)?.contest).cloned()
}

/// The units of a tier whose sums are asked for, ascending. That none is left out, the rows below every unit prove.
fn of_tier(rows: &ProvenRows, model: &ReadModel, scope: &Scope) -> Result<Vec<UnitId>, Unproved> {
    let Scope::Tier(tier) = scope else { return Ok(Vec::new()) };
    let below = rows.all("below/")?.into_iter().filter(|(_, of)| of.trim_end() == tier.as_str());
    let below = below.filter_map(|(key, _)| last(&key));
    let top = model.units().iter().filter(|(_, record)| record.tier == *tier);
    let units: BTreeSet<_> = below.chain(top.map(|(unit, _)| unit.clone())).collect();
    Ok(units.into_iter().collect())
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
