//! Which units a synthetic rehearsal has: the folder's own, as many as wanted, and invented precincts where it lists
//! fewer.

use std::collections::BTreeSet;

use super::unfit::{UNITS_MAX, Unfit};
use crate::domain::id::{UNIT_ID_BYTES_MAX, UnitId};
use crate::domain::manifest::{Manifest, Tier};
use crate::intake::csv::rows::UnitRow;
use crate::intake::folder::ElectionFolder;

/// What every precinct that nobody listed is called.
const INVENTED: &str = "Invented precinct";
/// The digits that an invented precinct's number may have, and the point before it.
const NUMBER_BYTES: usize = 8;

/// The units, parents first, with exactly `wanted` of the lowest tier: as declared or listed if nothing is wanted.
pub(super) fn chosen(folder: &ElectionFolder, wanted: Option<usize>) -> Result<Vec<UnitRow>, Unfit> {
    let listed: Vec<_> = folder.units.iter().filter(|row| folder.is_lowest(&row.unit)).collect();
    let declared = folder.manifest.lowest_tier().and_then(|tier| tier.declared);
    let declared = declared.and_then(|declared| usize::try_from(declared).ok());
    let wanted = wanted.or(declared).unwrap_or(listed.len());
    match wanted {
        0 => return Err(Unfit::None),
        wanted if wanted > UNITS_MAX => return Err(Unfit::TooMany(wanted)),
        _ => {}
    }
    if wanted <= listed.len() {
        return Ok(with_parents(folder, &listed[..wanted]));
    }
    let mut units: Vec<_> = folder.parents_first().cloned().collect();
    let invented = invented(folder, wanted - listed.len())?;
    units.extend(invented);
    Ok(units)
}

/// These units, everything above them, and what contests are held in.
fn with_parents(folder: &ElectionFolder, lowest: &[&UnitRow]) -> Vec<UnitRow> {
    let mut kept = BTreeSet::new();
    let held_in = folder.manifest.contests.iter().filter_map(|contest| contest.unit.as_ref());
    let top = folder.parents_first().next().map(|row| &row.unit);
    for unit in lowest.iter().map(|row| &row.unit).chain(held_in).chain(top) {
        let mut above = Some(unit);
        while let Some(unit) = above.filter(|unit| kept.insert((*unit).clone())) {
            above = folder.unit(unit).and_then(|row| row.parent.as_ref());
        }
    }
    folder.parents_first().filter(|row| kept.contains(&row.unit)).cloned().collect()
}

/// Further precincts, evenly below the lowest units that have any below them.
fn invented(folder: &ElectionFolder, count: usize) -> Result<Vec<UnitRow>, Unfit> {
    let lowest = folder.manifest.tiers.last().ok_or(Unfit::NoRoom)?;
    let rank = |row: &UnitRow| folder.manifest.tier(&row.tier).map_or(0, |(rank, _)| rank);
    let above = folder.units.iter().filter(|row| row.tier != lowest.name).map(rank).max().ok_or(Unfit::NoRoom)?;
    let parents: Vec<_> = folder.units.iter().filter(|row| row.tier != lowest.name && rank(row) == above).collect();
    let mut units = Vec::with_capacity(count);
    for (place, parent) in parents.iter().enumerate() {
        let share = count / parents.len() + usize::from(place < count % parents.len());
        let free = (1..).map(|number| id(parent, place, number)).filter(|id| folder.unit(id).is_none());
        units.extend(free.take(share).map(|unit| UnitRow {
            line: 0,
            unit,
            parent: Some(parent.unit.clone()),
            tier: lowest.name.clone(),
            name: INVENTED.parse().expect("a plain text"),
            utc_offset: parent.utc_offset,
        }));
    }
    Ok(units)
}

/// `01.0001`; where the parent's own id is too long for that, its place stands for it.
fn id(parent: &UnitRow, place: usize, number: usize) -> UnitId {
    let stem = match parent.unit.as_str() {
        short if short.len() + NUMBER_BYTES <= UNIT_ID_BYTES_MAX => short.to_owned(),
        _ => format!("unit-{place}"),
    };
    format!("{stem}.{number:04}").parse().expect("an id, a point and at most seven digits")
}

/// The tiers, with what is declared of them true of these units.
pub(super) fn tiers(manifest: &Manifest, units: &[UnitRow]) -> Vec<Tier> {
    let count = |tier: &Tier| units.iter().filter(|row| row.tier == tier.name).count();
    let adapted = |tier: &Tier| {
        let declared = tier.declared.and_then(|_| u32::try_from(count(tier)).ok());
        Tier { declared, ..tier.clone() }
    };
    manifest.tiers.iter().map(adapted).collect()
}
