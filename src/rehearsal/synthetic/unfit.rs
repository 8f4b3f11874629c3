//! Why there is no synthetic rehearsal of a folder.

use crate::intake::error::InputError;

/// The most units of the lowest tier: every polling station of the largest election there is (India, 2024: 1.05
/// million) has room.
pub const UNITS_MAX: usize = 1_100_000;

/// Why there is no synthetic rehearsal of a folder.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Unfit {
    /// More than [`UNITS_MAX`] units of the lowest tier.
    #[error("{0} units of the lowest tier, and at most {UNITS_MAX} can be rehearsed")]
    TooMany(usize),
    /// No unit of the lowest tier is listed, declared or wanted.
    #[error("no unit of the lowest tier is listed, declared or wanted")]
    None,
    /// There is no tier above the lowest one in which further units could be invented.
    #[error("there is no unit below which further units could be invented")]
    NoRoom,
    /// The log's name with its mark is no name any more.
    #[error("the log's name is too long to be marked as synthetic")]
    Origin,
    /// The invented folder is not one.
    #[error("the invented folder is not one")]
    Folder(Vec<InputError>),
}
