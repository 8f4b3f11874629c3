//! What a format is: how it is called, and what leaves in it.

use super::event::Events;
use super::snapshot::Snapshot;
use super::table::Table;

/// A form in which the data of a ledger leaves.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// How a user asks for it.
    pub name: &'static str,
    /// What it is, in a few words for a user who chooses.
    pub about: &'static str,
    /// The media type of the file; of a folder, that of its tar.
    pub media: &'static str,
    /// How the file's name ends, without a dot.
    pub extension: &'static str,
    /// What leaves, of a ledger at one size.
    pub makes: Makes,
}

/// What an export hands out.
#[derive(Clone, Copy, Debug)]
pub enum Makes {
    /// One table, row by row, and a description that stands beside it.
    Table(fn(Snapshot<'_>) -> Table<'_>),
    /// A folder of tables, and a description that stands among them.
    Folder(fn(Snapshot<'_>) -> Vec<Table<'_>>),
    /// What the papers in force say, in a file that is made at once, in memory.
    Bytes(fn(Snapshot<'_>) -> Result<Vec<u8>, NotMade>),
    /// What the papers in force say: texts, one after the other.
    Texts(fn(Snapshot<'_>) -> Texts<'_>),
    /// What every event says.
    Events(fn(Snapshot<'_>) -> Box<dyn Events + '_>),
    /// Nothing in this build, which is without the feature of that name.
    NotInThisBuild(&'static str),
}

/// Texts, one after the other.
pub type Texts<'a> = Box<dyn Iterator<Item = String> + 'a>;

/// A file that could not be made, in the words of the library that makes it: more rows than it can hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotMade(pub String);

impl Format {
    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        matches!(self.makes, Makes::Table(_))
    }

    /// Whether there is a place in it for the licence of the data.
    pub fn tells_licence(&self) -> bool {
        matches!(self.makes, Makes::Table(_) | Makes::Folder(_) | Makes::Bytes(_))
    }

    /// The feature that this build lacks to make it.
    pub fn lacks(&self) -> Option<&'static str> {
        match self.makes {
            Makes::NotInThisBuild(feature) => Some(feature),
            _ => None,
        }
    }
}
