//! What a folder of enrolment slips comes to.

#[cfg(feature = "intake")]
mod sorted;

use schemars::JsonSchema;
use serde::Serialize;

use super::failure::Failed;
use super::spelling;
use crate::domain::commission::Member;
use crate::domain::id::UnitId;

/// What a folder of enrolment slips comes to: who is enrolled, what is left out and why, and who is missing.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Slips {
    /// The drafts of the commissions that are whole, to be signed; those too that were there already.
    pub drafts: Vec<String>,
    /// The members of these commissions: the table of fingerprints that is looked over before they are signed.
    pub members: Vec<SlipMember>,
    /// The slips that enrol nobody, each with its reason; the item is the member.
    pub left_out: Vec<Failed>,
    /// The commissions that are not whole.
    pub missing: Vec<MissingSeats>,
}

/// A member who is enrolled.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct SlipMember {
    /// Of which commission.
    pub unit: String,
    /// In which seat.
    pub seat: u16,
    /// The name.
    pub name: String,
    /// The office, as it is written in files.
    pub office: String,
    /// Who nominated; may be empty.
    pub nominated_by: String,
    /// The public key.
    pub public_key: spelling::Key,
    /// What people compare of the key.
    pub fingerprint: String,
}

/// A commission that is not whole.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct MissingSeats {
    /// Of which unit.
    pub unit: String,
    /// What people call it; may be empty.
    pub name: String,
    /// The seats of which there is no slip that counts.
    pub seats: Vec<u16>,
    /// How many seats it has.
    pub of: u16,
}

impl SlipMember {
    /// The view of a member of a commission.
    pub fn of(unit: &UnitId, member: &Member) -> Self {
        Self {
            unit: unit.to_string(),
            seat: member.seat.0,
            name: member.name.to_string(),
            office: member.office.word().to_owned(),
            nominated_by: member.nominated_by.to_string(),
            public_key: member.key.into(),
            fingerprint: member.key.fingerprint(),
        }
    }
}
