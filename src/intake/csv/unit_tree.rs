//! The tree of units: proved to hang together, with every parent before its children.

use std::collections::BTreeMap;

use super::rows::UnitRow;
use crate::domain::id::UnitId;
use crate::domain::manifest::{Manifest, TIERS_MAX};
use crate::intake::alike::twin;
use crate::intake::error::InputError;
use crate::intake::mistake::EnrolmentMistake;

/// Where each unit stands in the list, and how deep.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::intake) struct UnitTree {
    places: BTreeMap<UnitId, usize>,
    /// Places of the list, parents first; within a tier in the order of the file.
    order: Vec<usize>,
    tiers: usize,
    ranks: Vec<usize>,
}

impl UnitTree {
    /// Proves the tree: one top, of the first tier; every other unit below a unit of a higher tier. What the rows say of
    /// themselves is told before how they hang together.
    pub fn build(file: &str, units: &[UnitRow], manifest: &Manifest) -> Result<Self, Vec<InputError>> {
        let mut tree = Self { tiers: manifest.tiers.len(), ..Self::default() };
        let mut errors = Vec::new();
        let mut wrong = |row: &UnitRow, column: &str, mistake: EnrolmentMistake| {
            errors.push(InputError::in_file(file, mistake).at(row.line).of_unit(&row.unit).of_column(column));
        };
        for (at, row) in units.iter().enumerate() {
            match manifest.tier(&row.tier) {
                Some((rank, _)) => tree.ranks.push(rank),
                None => wrong(row, "tier", EnrolmentMistake::TierUnknown(row.tier.clone())),
            }
            if let Some(first) = tree.places.insert(row.unit.clone(), at) {
                wrong(row, "unit", EnrolmentMistake::UnitTwice(units[first].line));
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        errors.extend(tree.check_parents(file, units));
        if !errors.is_empty() {
            return Err(errors);
        }
        tree.order = (0..units.len()).collect();
        tree.order.sort_by_key(|at| tree.ranks[*at]);
        Ok(tree)
    }

    /// Whether each unit but one top hangs below another. Circles are looked for where every parent is there.
    fn check_parents(&self, file: &str, units: &[UnitRow]) -> Vec<InputError> {
        let mut errors = Vec::new();
        let mut wrong = |row: &UnitRow, column: &str, mistake: EnrolmentMistake| {
            errors.push(InputError::in_file(file, mistake).at(row.line).of_unit(&row.unit).of_column(column));
        };
        let mut top = None;
        let (mut is_whole, mut is_in_circles) = (true, false);
        for (row, rank) in units.iter().zip(&self.ranks) {
            match (&row.parent, rank, &top) {
                (None, 0, None) => top = Some(&row.unit),
                (None, 0, Some(first)) => wrong(row, "parent", EnrolmentMistake::TopTwice(UnitId::clone(first))),
                (None, ..) => wrong(row, "parent", EnrolmentMistake::NoParent),
                (Some(parent), ..) if !self.places.contains_key(parent) => {
                    is_whole = false;
                    let twin = twin(parent.as_str(), units.iter().map(|row| &row.unit)).cloned();
                    wrong(row, "parent", EnrolmentMistake::ParentUnknown(parent.clone(), twin));
                }
                (Some(_), ..) => {}
            }
        }
        for (row, rank) in units.iter().zip(&self.ranks).filter(|_| is_whole) {
            let above = row.parent.as_ref().and_then(|parent| self.rank(parent));
            if self.lineage(units, &row.unit).count() > TIERS_MAX {
                // Told once: whatever hangs on a circle would be told with it.
                if !std::mem::replace(&mut is_in_circles, true) {
                    wrong(row, "parent", EnrolmentMistake::Circle);
                }
            } else if above.is_some_and(|above| above >= *rank) {
                wrong(row, "tier", EnrolmentMistake::NotBelowParent(row.tier.clone()));
            }
        }
        if top.is_none() && errors.is_empty() {
            errors.push(InputError::in_file(file, EnrolmentMistake::NoTop));
        }
        errors
    }

    /// The place of a unit in the list.
    pub fn place(&self, unit: &UnitId) -> Option<usize> {
        self.places.get(unit).copied()
    }

    /// The places of all units, parents first.
    pub fn parents_first(&self) -> impl Iterator<Item = usize> + '_ {
        self.order.iter().copied()
    }

    /// Whether a unit is of the tier that protocols come from.
    pub fn is_lowest(&self, unit: &UnitId) -> bool {
        self.rank(unit).is_some_and(|rank| rank + 1 == self.tiers)
    }

    /// A unit and everything above it, from below; cut off just beyond the deepest tree there may be.
    pub fn lineage<'a>(&'a self, units: &'a [UnitRow], unit: &'a UnitId) -> impl Iterator<Item = &'a UnitId> {
        let parent = |unit: &&'a UnitId| units[self.place(unit)?].parent.as_ref();
        std::iter::successors(Some(unit), parent).take(TIERS_MAX + 1)
    }

    fn rank(&self, unit: &UnitId) -> Option<usize> {
        self.place(unit).map(|at| self.ranks[at])
    }
}
