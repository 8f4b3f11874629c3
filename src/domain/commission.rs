//! Commissions: the bodies that sign for units.

use serde::{Deserialize, Serialize};

use super::id::{TierName, UnitId};
use super::number::Seat;
use super::text::Text;
use super::time::Offset;
use crate::crypto::key::PublicKey;

/// A member of a commission, with the key that signs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The seat, from 1.
    pub seat: Seat,
    /// The member's name, as on the paper.
    pub name: Text,
    /// The member's office in the commission.
    pub office: Office,
    /// Who nominated the member.
    pub nominated_by: Text,
    /// The public key. It belongs to this seat, once in the ledger.
    pub key: PublicKey,
}

/// A member's office. Azerbaijan: one chair and two secretaries, from different blocks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Office {
    /// Presides over the commission.
    Chair,
    /// Stands in for the chair.
    Deputy,
    /// Keeps the commission's papers.
    Secretary,
    /// Every member who is neither.
    Member,
}

impl Office {
    /// Every office, in the order of its number.
    pub const ALL: [Self; 4] = [Self::Chair, Self::Deputy, Self::Secretary, Self::Member];

    /// The office as it is written in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Chair => "chair",
            Self::Deputy => "deputy",
            Self::Secretary => "secretary",
            Self::Member => "member",
        }
    }
}

impl std::str::FromStr for Office {
    type Err = NotAnOffice;
    /// Reads the word of an office.
    fn from_str(s: &str) -> Result<Self, NotAnOffice> {
        Self::ALL.into_iter().find(|office| office.word() == s).ok_or(NotAnOffice)
    }
}

/// A word that names no office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an office: chair, deputy, secretary or member")]
pub struct NotAnOffice;

/// A commission begins: its unit joins the tree. Signed by the parent commission; the central one by its founders.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommissionFormed {
    /// The unit that the commission is formed for.
    pub unit: UnitId,
    /// Its tier, one of the manifest's.
    pub tier: TierName,
    /// The unit above; none for the top.
    pub parent: Option<UnitId>,
    /// What people call it; empty where it has no name of its own.
    pub name: Text,
    /// Its own difference to UTC; none where the election's holds. Precincts abroad count by their own clock.
    pub utc_offset: Option<Offset>,
    /// How many members must sign: the manifest's number for the tier.
    pub quorum: u16,
    /// The members, seats 1, 2, 3 … without a gap: the manifest's number for the tier.
    pub members: Vec<Member>,
}

/// A seat passes to another member. Signed by the parent commission; the central one does it for itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberReplaced {
    /// The unit of the commission.
    pub unit: UnitId,
    /// Why the seat passes on, in the parent's words.
    pub reason: Text,
    /// Who takes the seat, with a key that was never enrolled.
    pub member: Member,
}

/// A member's key stops counting from this position of the log on. Signed like [`MemberReplaced`].
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyRevoked {
    /// The unit of the commission.
    pub unit: UnitId,
    /// The seat that the key is of.
    pub seat: Seat,
    /// The key that counts no more.
    pub key: PublicKey,
    /// Why, and since when it is believed lost: a note, for position in the log alone decides.
    pub reason: Text,
}
