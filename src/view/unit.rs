//! One unit completely: its commission, its papers, what each contest comes to in it.

use schemars::JsonSchema;
use serde::Serialize;

use super::contest::ContestTally;
use super::paper::Paper;
use super::proof_text::ProofText;
use super::spelling::{Hash, Key, Print};
use super::word::Word;
use crate::domain::commission::Office;
use crate::domain::id::UnitId;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::tally::record::{MemberRecord, UnitRecord};

/// A unit and its commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Unit {
    /// The unit's name in files.
    pub unit: String,
    /// What people call it; empty where it has no name.
    pub name: String,
    /// The name of its tier: `precinct`.
    pub tier: String,
    /// The unit above it; null of the top.
    pub parent: Option<String>,
    /// How many members must sign.
    pub quorum: u16,
    /// Everybody who ever held a seat.
    pub members: Vec<Member>,
    /// Its papers, one a contest.
    pub papers: Vec<Paper>,
    /// What each contest comes to in it.
    pub contests: Vec<ContestTally>,
    /// The fingerprint of the ledger's checkpoint.
    pub fingerprint: Print,
    /// The proof of all this, where it was asked for.
    #[serde(flatten)]
    pub proof: Option<ProofText>,
}

/// A unit on a list of units.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct UnitLine {
    /// The unit's name in files.
    pub unit: String,
    /// What people call it; empty where it has no name.
    pub name: String,
    /// The name of its tier: `precinct`.
    pub tier: String,
    /// The unit above it; null of the top.
    pub parent: Option<String>,
    /// The event that formed it.
    pub formed: Hash,
    /// Where all of it is.
    pub href: String,
}

/// A member, for as long as the key counted.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Member {
    /// The seat, from 1.
    pub seat: u16,
    /// The member's name.
    pub name: String,
    /// The member's office.
    pub office: Word<Office>,
    /// Who nominated; empty where not published.
    pub nominated_by: String,
    /// The member's key.
    pub key: Key,
    /// From which event on the key counts, by sequence.
    pub since: u64,
    /// From which event on it counts no more; null where it still counts.
    pub until: Option<u64>,
}

impl Unit {
    /// The view of a unit.
    pub fn of(
        unit: &UnitId,
        record: &UnitRecord,
        papers: Vec<Paper>,
        contests: Vec<ContestTally>,
        fingerprint: Fingerprint,
    ) -> Self {
        Self {
            unit: unit.to_string(),
            name: record.name.to_string(),
            tier: record.tier.to_string(),
            parent: record.parent.as_ref().map(ToString::to_string),
            quorum: record.quorum,
            members: record.members().map(Member::of).collect(),
            papers,
            contests,
            fingerprint: fingerprint.into(),
            proof: None,
        }
    }

    /// With the proof of all this.
    #[must_use]
    pub fn proved(self, proof: Option<ProofText>) -> Self {
        Self { proof, ..self }
    }
}

impl UnitLine {
    /// The line of a unit.
    pub fn of(unit: &UnitId, record: &UnitRecord) -> Self {
        Self {
            unit: unit.to_string(),
            name: record.name.to_string(),
            tier: record.tier.to_string(),
            parent: record.parent.as_ref().map(ToString::to_string),
            formed: record.provenance.event.into(),
            href: format!("/v1/units/{unit}"),
        }
    }
}

impl Member {
    fn of(record: MemberRecord<'_>) -> Self {
        Self {
            seat: record.member.seat.0,
            name: record.member.name.to_string(),
            office: Word(record.member.office),
            nominated_by: record.member.nominated_by.to_string(),
            key: record.member.key.into(),
            since: record.since.sequence.0,
            until: record.until.map(|provenance| provenance.sequence.0),
        }
    }
}
