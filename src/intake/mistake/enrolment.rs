//! Units, candidates, members and observers that cannot be enrolled as a table says.

use crate::domain::id::{ContestId, TierName, UnitId};
use crate::domain::number::Seat;

/// Why somebody or something cannot be enrolled as a table says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum EnrolmentMistake {
    /// The manifest has no such tier.
    TierUnknown(TierName),
    /// The unit stands on a line above.
    UnitTwice(u64),
    /// A unit has no parent, and neither has this one.
    TopTwice(UnitId),
    /// The unit has no parent, and its tier is not the first.
    NoParent,
    /// The unit's parent is not listed; a unit that looks the same may be.
    ParentUnknown(UnitId, Option<UnitId>),
    /// Whoever goes up from the unit comes to it again.
    Circle,
    /// The unit's tier is its parent's or a higher one.
    NotBelowParent(TierName),
    /// Every unit has a parent, or there is none.
    NoTop,
    /// A candidate has the number 0.
    NumberZero,
    /// A candidate of the contest has the number already.
    NumberTaken(ContestId),
    /// A candidate has a name in no language.
    NoName,
    /// A candidate has names in more languages than fit.
    NamesTooMany,
    /// A member is of a unit that is not listed.
    MemberElsewhere,
    /// The members' seats have a gap, or one is taken twice.
    Seat {
        /// The seat that comes next.
        expected: Seat,
        /// The seat that the row has.
        found: Seat,
    },
    /// A commission has another number of members than the manifest says.
    Members {
        /// How many members the table has.
        found: usize,
        /// Members by the manifest.
        expected: u16,
    },
    /// Two members have one key; the other stands on this line.
    KeyTwice(u64),
    /// A member's key is not admissible.
    MemberKey,
    /// Anybody has the member's key.
    DemonstrationKey,
    /// An observer stands on two rows.
    ObserverTwice,
    /// An observer has no key.
    ObserverKeyMissing,
    /// An observer's key is not admissible.
    ObserverKey,
}
