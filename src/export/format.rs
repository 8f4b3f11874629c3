//! What a format is: how it is called, and what leaves in it.

use super::event::Events;
use super::snapshot::Snapshot;
use super::table::{self, TableColumn};

/// A form in which the data of a ledger leaves.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// How a user asks for it.
    pub name: &'static str,
    /// What it is, in a few words for a user who chooses.
    pub about: &'static str,
    /// Makes what leaves, of a ledger at one size.
    pub content: fn(Snapshot<'_>) -> Content<'_>,
    /// The columns of a table; none of what is no table.
    pub(super) columns: Option<fn(&Snapshot<'_>) -> Vec<TableColumn>>,
}

impl Format {
    /// Whether it is a table.
    pub fn is_table(&self) -> bool {
        self.columns.is_some()
    }

    /// The description of a table that stands in a file of this name; none of what is no table.
    pub fn description(&self, snapshot: &Snapshot<'_>, file: &str) -> Option<String> {
        self.columns.map(|columns| table::description(&columns(snapshot), snapshot, file))
    }
}

/// What an export hands out, text by text or event by event.
#[expect(missing_debug_implementations, reason = "texts that are not made yet have nothing to show")]
pub enum Content<'a> {
    /// What the papers in force say: texts, one after the other.
    Papers(Box<dyn Iterator<Item = String> + 'a>),
    /// What every event says.
    Events(Box<dyn Events + 'a>),
}
