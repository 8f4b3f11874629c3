//! What is said while a log is verified: which files are wanted, how far it is, and the conclusion.

use serde::{Deserialize, Serialize};

use super::told::Told;
use crate::ledger::tree::tile::Tile;
use crate::view::report::Report;

/// How far a verification is.
#[derive(Serialize)]
pub struct Reach {
    /// How many events are asked for.
    pub events: u64,
    /// How many were replayed.
    pub done: u64,
    /// How many signatures were looked at.
    pub signatures: u64,
    /// The log, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
}

/// Which of the next files are wanted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wanting {
    /// How many of them the page has asked for already.
    pub skip: usize,
    /// How many more it asks for.
    pub most: usize,
}

/// The next files.
#[derive(Serialize)]
pub struct Wanted {
    /// `bundles`, then `tiles`, then `nothing`.
    pub of: &'static str,
    pub files: Vec<WantedFile>,
}

/// One of them: any of these names would do, and each is wanted.
#[derive(Serialize)]
pub struct WantedFile {
    pub names: Vec<String>,
    /// How many bytes it has at the most: what is longer is cut off after one byte more.
    pub most: usize,
}

/// The verdict about a log.
#[derive(Serialize)]
pub struct Concluded {
    pub told: Told,
    /// What `verify --json` answers.
    pub view: Report,
    /// The signed checkpoint, to be kept until the next visit; null where it is not to be believed.
    pub seen: Option<String>,
    /// Evidence of a fork, to be kept and published, and the name of a file for it.
    pub evidence: Option<Evidence>,
    /// What of its totals may be asked for: contests, and tiers.
    pub contests: Vec<String>,
    pub tiers: Vec<String>,
}

/// A file that convicts a log.
#[derive(Serialize)]
pub struct Evidence {
    name: String,
    text: String,
}

impl Evidence {
    /// A file of a name.
    pub fn new(name: String, text: String) -> Self {
        Self { name, text }
    }
}

impl WantedFile {
    /// A tile or bundle; of a partial one the full one would do too.
    pub fn of(tile: Tile) -> Self {
        let names = if tile.is_full() { vec![tile] } else { vec![tile, tile.filled()] };
        let most = names.iter().map(|tile| tile.bytes_max()).max().unwrap_or_default();
        Self { names: names.iter().map(ToString::to_string).collect(), most }
    }
}
