//! The numbers at one checkpoint.

use schemars::JsonSchema;
use serde::Serialize;

use super::contest::ContestTally;
use super::proof_text::ProofText;
use super::spelling::{Print, Root};
use super::turnout::TurnoutHour;
use crate::domain::manifest::Manifest;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::tally::invalidity::Extent;
use crate::tally::overdue::Overdue;
use crate::tally::record::ContestRecord;
use crate::tally::summed::Summed;

/// The numbers at one checkpoint.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Tally {
    /// How many events the ledger has.
    pub size: u64,
    /// The root over them.
    pub root: Root,
    /// What people compare.
    pub fingerprint: Print,
    /// Of how many of these events the numbers are.
    pub as_of: u64,
    /// Whether this is a rehearsal, under demonstration keys.
    pub rehearsal: bool,
    /// Each contest in each unit that was asked for.
    pub contests: Vec<TalliedContest>,
    /// The proof of all this, where it was asked for.
    #[serde(flatten)]
    pub proof: Option<ProofText>,
}

/// What a contest comes to in one unit, and how its papers came in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct TalliedContest {
    /// The sums over the papers in force.
    #[serde(flatten)]
    pub tally: ContestTally,
    /// Papers and summaries that came after their deadline.
    pub late: u64,
    /// Papers and summaries that are not in, though their deadline has passed.
    pub missing: u64,
    /// Turnout by hour.
    pub turnout: Vec<TurnoutHour>,
    /// Whether the law holds the contest to be invalid; null where the founding act has no such rule, or for a part of
    /// where the contest is held.
    pub invalidity: Option<Invalidity>,
}

/// How much is without a valid result.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Invalidity {
    /// Precincts without a valid result.
    pub units: u64,
    /// Of how many precincts.
    pub units_of: u64,
    /// Voters on the lists of those precincts.
    pub voters: u64,
    /// Of how many voters on the lists.
    pub voters_of: u64,
    /// Whether both shares are more than the founding act allows.
    pub invalid: bool,
}

impl Tally {
    /// The numbers as of a size, under the ledger's checkpoint.
    pub fn of(checkpoint: &Checkpoint, as_of: Size, manifest: &Manifest, contests: Vec<TalliedContest>) -> Self {
        Self {
            size: checkpoint.size.0,
            root: checkpoint.root.into(),
            fingerprint: checkpoint.fingerprint().into(),
            as_of: as_of.0,
            rehearsal: manifest.rehearsal,
            contests,
            proof: None,
        }
    }

    /// With the proof of all this.
    #[must_use]
    pub fn proved(self, proof: Option<ProofText>) -> Self {
        Self { proof, ..self }
    }
}

impl TalliedContest {
    /// What is told of a contest in one unit, as of a size.
    pub fn of_summed(manifest: &Manifest, contest: &ContestRecord, summed: &Summed, at: Size) -> Self {
        let tally = ContestTally::of(manifest, contest, &summed.tally, at);
        Self::of(tally, summed.overdue, TurnoutHour::all(summed), summed.extent)
    }

    /// The sums of a contest, with what its deadlines, its turnout and the law say.
    pub fn of(tally: ContestTally, overdue: Overdue, turnout: Vec<TurnoutHour>, extent: Option<Extent>) -> Self {
        Self { tally, late: overdue.late, missing: overdue.missing, turnout, invalidity: extent.map(Invalidity::of) }
    }
}

impl Invalidity {
    fn of(extent: Extent) -> Self {
        Self {
            units: extent.units,
            units_of: extent.units_of,
            voters: extent.voters.0,
            voters_of: extent.voters_of.0,
            invalid: extent.is_invalid,
        }
    }
}
