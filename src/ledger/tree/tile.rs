//! Tiles (C2SP tlog-tiles): a tree and its entries cut into files that never change, for any file server.
//!
//! ```text
//! checkpoint                     the signed checkpoint: the one file that changes
//! tile/<L>/<N>[.p/<W>]           hashes, 32 bytes each: level 0 holds the leaves, a hash of level L + 1 is the root
//!                                over one full tile of level L
//! tile/entries/<N>[.p/<W>]       a bundle: the entries of one tile of level 0, each after its length in two bytes,
//!                                the high byte first
//!
//! tile/0/x001/x234/067           N in groups of three digits, all but the last behind an x: 1 234 067
//! tile/1/000.p/17                a tile with 17 of the 256 hashes that it will have; a full one has no .p
//! ```
//! A partial tile never feeds the level above, and may vanish once the full one exists.

use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use super::merkle::Tree;
use crate::crypto::hash::TreeHash;
use crate::crypto::wire::ENTRY_BYTES_MAX;
use crate::domain::number::{Sequence, Size};

/// How many hashes a full tile has, and entries a full bundle: 2 to the power of the height, which C2SP fixes at 8.
pub const TILE_WIDTH: u64 = 256;
/// How many levels of the tree lie between two levels of tiles.
pub const TILE_HEIGHT: u32 = 8;
/// The highest level that a path can name.
pub const TILE_LEVEL_MAX: u8 = 63;
/// How many bytes one hash has.
const HASH_BYTES: usize = 32;
/// The most bytes of a bundle: a full one of the longest entries.
pub const BUNDLE_BYTES_MAX: usize = TILE_WIDTH as usize * (ENTRY_BYTES_MAX + 2);

/// One tile or bundle, and how full it is. Prints as its path.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Tile {
    kind: TileKind,
    index: u64,
    width: u16,
}

/// What a tile holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum TileKind {
    /// The bytes of entries: then it is called a bundle.
    Entries,
    /// Hashes of a level, 0 to [`TILE_LEVEL_MAX`].
    Hashes(u8),
}

/// A text that is not a tile's path in its one spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the path of a tile in its one spelling")]
pub struct NotATile;

/// Bytes that are not what the tile's path promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TileError {
    /// A tile of hashes of another length.
    #[error("{found} bytes, and {width} hashes have {}", width * HASH_BYTES)]
    Length {
        /// How many hashes there should be.
        width: usize,
        /// How many bytes there are.
        found: usize,
    },
    /// A bundle that ends within an entry, or has more or fewer entries than it should.
    #[error("not {0} entries, each after its length")]
    Bundle(usize),
}

impl Tile {
    /// A tile of hashes or entries.
    ///
    /// # Errors
    /// [`NotATile`] for a level above [`TILE_LEVEL_MAX`], an index behind the last entry that a number can count, or a
    /// width that is not 1 to 256.
    pub fn new(kind: TileKind, index: u64, width: u16) -> Result<Self, NotATile> {
        let level_fits = !matches!(kind, TileKind::Hashes(level) if level > TILE_LEVEL_MAX);
        let index_fits = index <= u64::MAX / TILE_WIDTH;
        let width_fits = (1..=TILE_WIDTH).contains(&u64::from(width));
        if level_fits && index_fits && width_fits { Ok(Self { kind, index, width }) } else { Err(NotATile) }
    }

    /// Whether it holds hashes or entries.
    pub fn kind(self) -> TileKind {
        self.kind
    }

    /// Its place on its level, from 0.
    pub fn index(self) -> u64 {
        self.index
    }

    /// How many hashes or entries it holds, 1 to 256.
    pub fn width(self) -> usize {
        usize::from(self.width)
    }

    /// Whether it is full, and so the same for ever.
    pub fn is_full(self) -> bool {
        u64::from(self.width) == TILE_WIDTH
    }

    /// The full tile at its place, where a reader finds what a partial one held when that is gone.
    #[must_use]
    pub fn filled(self) -> Self {
        Self { width: TILE_WIDTH as u16, ..self }
    }

    /// The bundle of entries under a tile of level 0, or that tile over a bundle.
    #[must_use]
    pub fn of_kind(self, kind: TileKind) -> Self {
        Self { kind, ..self }
    }

    /// The entries of a bundle, or the places of the hashes on their level.
    pub fn places(self) -> Range<u64> {
        let first = self.index * TILE_WIDTH;
        first..first.saturating_add(u64::from(self.width)) // the very last tile has a place that no size can reach
    }

    /// The most bytes of the file: what is longer is not it, and need not be read.
    pub fn bytes_max(self) -> usize {
        match self.kind {
            TileKind::Entries => self.width() * (ENTRY_BYTES_MAX + 2),
            TileKind::Hashes(_) => self.width() * HASH_BYTES,
        }
    }

    /// Reads the hashes of a tile. The file of a [filled](Self::filled) one that stands in for a partial is read as
    /// that.
    ///
    /// # Errors
    /// [`TileError::Length`].
    pub fn hashes(self, bytes: &[u8]) -> Result<Vec<TreeHash>, TileError> {
        let (hashes, rest) = bytes.as_chunks::<HASH_BYTES>();
        if !rest.is_empty() || hashes.len() != self.width() {
            return Err(TileError::Length { width: self.width(), found: bytes.len() });
        }
        Ok(hashes.iter().map(|hash| TreeHash(*hash)).collect())
    }

    /// Reads the entries of a bundle.
    ///
    /// # Errors
    /// [`TileError::Bundle`].
    pub fn entries(self, bytes: &[u8]) -> Result<Vec<Vec<u8>>, TileError> {
        let (mut entries, mut rest) = (Vec::with_capacity(self.width()), bytes);
        while !rest.is_empty() && entries.len() < self.width() {
            let (length, after) = rest.split_first_chunk::<2>().ok_or(TileError::Bundle(self.width()))?;
            let length = usize::from(u16::from_be_bytes(*length));
            let (entry, after) = after.split_at_checked(length).ok_or(TileError::Bundle(self.width()))?;
            entries.push(entry.to_vec());
            rest = after;
        }
        if rest.is_empty() && entries.len() == self.width() {
            Ok(entries)
        } else {
            Err(TileError::Bundle(self.width()))
        }
    }
}

/// The bytes of a bundle.
pub fn bundle<'e>(entries: impl IntoIterator<Item = &'e [u8]>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for entry in entries {
        let length = u16::try_from(entry.len()).expect("an entry is at most ENTRY_BYTES_MAX long");
        bytes.extend(length.to_be_bytes());
        bytes.extend(entry);
    }
    bytes
}

/// The tiles of hashes that a tree of `size` leaves has and one of `old` leaves had not, the lowest level first.
pub fn hash_tiles(old: Size, size: Size) -> impl Iterator<Item = Tile> {
    let levels = (0..).map_while(move |level: u8| {
        let shift = u32::from(level) * TILE_HEIGHT;
        let hashes = |leaves: u64| leaves.checked_shr(shift).unwrap_or(0);
        (hashes(size.0) > 0).then(|| (TileKind::Hashes(level), hashes(old.0), hashes(size.0)))
    });
    levels.flat_map(|(kind, old, new)| tiles(kind, old, new))
}

/// The bundles that a log of `size` entries has and one of `old` entries had not.
pub fn bundles(old: Size, size: Size) -> impl Iterator<Item = Tile> {
    tiles(TileKind::Entries, old.0, size.0)
}

/// The tiles of one level that hold what came after the first `old` of `new` items.
fn tiles(kind: TileKind, old: u64, new: u64) -> impl Iterator<Item = Tile> {
    let changed = if old < new { old / TILE_WIDTH..new.div_ceil(TILE_WIDTH) } else { 0..0 };
    changed.map(move |index| Tile { kind, index, width: (new - index * TILE_WIDTH).min(TILE_WIDTH) as u16 })
}

impl Tree {
    /// The bytes of a tile of hashes, if the tree has grown so far.
    pub fn tile(&self, tile: Tile) -> Option<Vec<u8>> {
        let TileKind::Hashes(level) = tile.kind else { return None };
        let nodes = self.level(u32::from(level) * TILE_HEIGHT)?;
        let places = tile.places();
        let nodes = nodes.get(usize::try_from(places.start).ok()?..usize::try_from(places.end).ok()?)?;
        Some(nodes.iter().flat_map(|node| node.0).collect())
    }
}

/// The bundle in which an entry is, and its place in it, in a log of `size` entries.
pub fn bundle_of(entry: Sequence, size: Size) -> Option<(Tile, usize)> {
    let index = entry.0 / TILE_WIDTH;
    let width = size.0.checked_sub(index * TILE_WIDTH)?.min(TILE_WIDTH) as u16;
    let place = (entry.0 % TILE_WIDTH) as u16;
    (place < width).then_some((Tile { kind: TileKind::Entries, index, width }, usize::from(place)))
}

impl fmt::Display for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TileKind::Entries => f.write_str("tile/entries/")?,
            TileKind::Hashes(level) => write!(f, "tile/{level}/")?,
        }
        let digits = self.index.to_string();
        let padded = format!("{digits:0>width$}", width = digits.len().next_multiple_of(3));
        let (groups, last) = padded.split_at(padded.len() - 3);
        for group in 0..groups.len() / 3 {
            write!(f, "x{}/", &groups[group * 3..group * 3 + 3])?;
        }
        f.write_str(last)?;
        if self.is_full() { Ok(()) } else { write!(f, ".p/{}", self.width) }
    }
}

impl FromStr for Tile {
    type Err = NotATile;
    /// Reads a path, which is printed the same again.
    fn from_str(path: &str) -> Result<Self, NotATile> {
        let (kind, rest) = path.strip_prefix("tile/").and_then(|rest| rest.split_once('/')).ok_or(NotATile)?;
        let kind = match kind {
            "entries" => TileKind::Entries,
            level => TileKind::Hashes(level.parse().map_err(|_| NotATile)?),
        };
        let (index, width) = match rest.split_once(".p/") {
            Some((index, width)) => (index, width.parse().map_err(|_| NotATile)?),
            None => (rest, TILE_WIDTH as u16),
        };
        let digits: String = index.chars().filter(char::is_ascii_digit).collect();
        let tile = Self::new(kind, digits.parse().map_err(|_| NotATile)?, width)?;
        if tile.to_string() == path { Ok(tile) } else { Err(NotATile) }
    }
}
