//! Enrolment slips that enrol nobody.

use crate::crypto::key::PublicKey;
use crate::domain::code::Code;
use crate::domain::commission::Office;
use crate::domain::id::{ElectionId, TierName, UnitId};
use crate::domain::number::Seat;
use crate::domain::state::KeyOf;
use crate::ledger::files::slip::{NoProof, NotASlip};

/// Why a slip enrols nobody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SlipMistake {
    /// It is no slip.
    Format(NotASlip),
    /// It proves nothing.
    NoProof(NoProof),
    /// It was made for another election.
    OtherElection {
        /// That of the slip.
        found: ElectionId,
        /// The one that is enrolled for.
        expected: ElectionId,
    },
    /// Its unit is not listed; one that looks the same may be.
    UnitUnknown(UnitId, Option<UnitId>),
    /// Its unit has a commission already.
    UnitFormed(UnitId),
    /// Another commission forms that of its unit: this one, where there is any.
    OtherUnit(UnitId, Option<UnitId>),
    /// Anybody has its key.
    DemonstrationKey,
    /// Its key is enrolled already: for this.
    KeyEnrolled(KeyOf),
    /// Its key stands on this file too, which says something else of it.
    KeyTwice(PublicKey, String),
    /// It is a copy of this file.
    Copy(String),
    /// Its member stands on this file too, with another key.
    MemberTwice(String),
    /// Its seat stands on this file too.
    SeatTwice(Seat, String),
    /// The commission has no such seat.
    SeatBeyond {
        /// The seat.
        found: Seat,
        /// How many there are.
        seats: u16,
    },
    /// The commission has this office once, and it stands on this file too.
    OfficeTwice(Office, String),
    /// There are more slips of the commission than it has seats.
    TooMany {
        /// How many slips.
        found: usize,
        /// How many seats.
        seats: u16,
    },
    /// The manifest has no such tier as its unit's.
    TierUnknown(TierName),
}

impl SlipMistake {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::Format(error) => error.code(),
            Self::NoProof(error) => error.code(),
            Self::OtherElection { .. } => Code::R2,
            Self::UnitUnknown(..) => Code::R4,
            Self::UnitFormed(_) => Code::R5,
            Self::OtherUnit(..) => Code::R10,
            Self::DemonstrationKey => Code::R27,
            Self::KeyEnrolled(_) | Self::KeyTwice(..) => Code::R12,
            Self::Copy(_) | Self::MemberTwice(_) | Self::SeatTwice(..) => Code::R39,
            Self::SeatBeyond { .. } | Self::OfficeTwice(..) | Self::TooMany { .. } => Code::R13,
            Self::TierUnknown(_) => Code::R14,
        }
    }
}
