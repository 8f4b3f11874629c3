//! Which versions of the rules this program knows.

use serde::{Deserialize, Serialize};

use crate::domain::number::RulesNumber;

/// A version of the rules that this program knows. What it does not know stays a [`RulesNumber`].
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum RulesVersion {
    /// The set that every ledger so far was founded under.
    V1,
    /// A version for tests alone.
    #[cfg(feature = "rules-test")]
    Trial,
}

impl RulesVersion {
    /// Every version, ascending.
    pub const ALL: &[Self] = &[
        Self::V1,
        #[cfg(feature = "rules-test")]
        Self::Trial,
    ];

    /// The version under which this program founds ledgers.
    pub const FOUNDING: Self = Self::V1;

    /// Its number in a founding act.
    pub const fn number(self) -> RulesNumber {
        match self {
            Self::V1 => RulesNumber(1),
            #[cfg(feature = "rules-test")]
            Self::Trial => RulesNumber(65_534),
        }
    }
}

impl TryFrom<RulesNumber> for RulesVersion {
    type Error = RulesNumber;
    /// The version with this number.
    ///
    /// # Errors
    /// The number itself, where a newer program made it.
    fn try_from(number: RulesNumber) -> Result<Self, RulesNumber> {
        Self::ALL.iter().copied().find(|version| version.number() == number).ok_or(number)
    }
}

impl std::fmt::Display for RulesVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.number().fmt(f)
    }
}
