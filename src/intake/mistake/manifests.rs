//! Manifests that contradict themselves, or their units.

use crate::domain::id::{ContestId, ItemKey, TierName, UnitId};
use crate::domain::manifest::ManifestFlaw;

/// What is inconsistent in a manifest.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ManifestMistake {
    /// The rules would refuse it.
    Flaw(ManifestFlaw),
    /// A contest is held in a unit that `units.csv` does not have.
    HeldNowhere(ContestId, UnitId),
    /// A tier has no entry under `[commissions]`.
    TierIncomplete(TierName),
    /// An entry is of a tier that `tiers` does not list.
    TierUnlisted,
    /// A check counts an item that the form does not have.
    ItemUnknown(ItemKey),
}
