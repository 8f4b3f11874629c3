//! Counts, positions and sizes, each a type of its own, so that no figure is taken for another.

use serde::{Deserialize, Serialize};

/// Defines a whole number of its own type.
macro_rules! number {
    ($(#[$doc:meta])* $name:ident($of:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub $of);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = NotANumber;
            /// Reads decimal digits alone, in one spelling: no sign, no leading zero, no space.
            fn from_str(s: &str) -> Result<Self, NotANumber> {
                let number = s.parse::<$of>().map_err(|_| NotANumber)?;
                if number.to_string() == s { Ok(Self(number)) } else { Err(NotANumber) }
            }
        }
    };
}

/// A text that is not a whole number in its one decimal spelling, or is above the range of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a whole number in range, written in decimal digits without sign or leading zeros")]
pub struct NotANumber;

number! {
    /// A figure on a protocol: ballot papers, voters or votes. At most 4,294,967,295.
    Count(u32)
}
number! {
    /// A sum of figures over units.
    Total(u64)
}
number! {
    /// A candidate's number on the ballot, from 1.
    BallotNumber(u16)
}
number! {
    /// Under which rules a ledger is kept, as its founding act has it: any number, also that of a program yet to be
    /// written. What is known of it is a [`RulesVersion`](super::rules::RulesVersion).
    RulesNumber(u16)
}
number! {
    /// A seat in a commission, from 1.
    Seat(u16)
}
number! {
    /// Which voting of a contest in a unit: 1 is the ordinary one, each repeat voting adds one.
    Voting(u16)
}
number! {
    /// An event's position in the ledger, from 0: the index of its leaf in the tree.
    Sequence(u64)
}
number! {
    /// How many events a ledger, or a prefix of it, holds: the size of its tree.
    Size(u64)
}

impl Voting {
    /// The ordinary voting, which every paper begins at.
    pub const FIRST: Self = Self(1);

    /// The repeat voting after this one; stays at the last representable one, which no election reaches.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl Sequence {
    /// The size of the ledger that ends with this event.
    pub fn size(self) -> Size {
        Size(self.0.saturating_add(1))
    }
}

impl Size {
    /// The sequence of the event that would come next.
    pub fn next(self) -> Sequence {
        Sequence(self.0)
    }

    /// Whether the event at `sequence` is among the first `self` events.
    pub fn covers(self, sequence: Sequence) -> bool {
        sequence.0 < self.0
    }
}

impl From<Count> for Total {
    fn from(count: Count) -> Self {
        Self(u64::from(count.0))
    }
}
