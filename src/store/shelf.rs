//! A shelf: where files stand for whoever reads, and whoever runs the machine that hands them out. A folder that a web server
//! serves, or a bucket of an object store with a cache in front of it.

pub mod folder;

use super::address::AddressError;
use super::unsaid::Unsaid;
use crate::crypto::hash::sha256;
use crate::domain::code::Code;
use crate::domain::number::Size;

/// A file, as it stands on a shelf.
#[derive(Clone, Debug)]
pub struct ShelfFile {
    /// Its path, whose parts are joined by slashes.
    pub name: String,
    /// What it is, as `Content-Type` has it.
    pub media: &'static str,
    /// How long whoever read it may keep it.
    pub lasts: Lasts,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// What of its bytes is compared before it is put again.
    pub said: fn(&[u8]) -> Said,
}

/// The SHA-256 of what a file says.
pub type Said = [u8; 32];

/// How long whoever read a file may keep it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lasts {
    /// For ever: under its name never stands anything else.
    Ever,
    /// For a moment: the log grows.
    Moment,
}

impl Lasts {
    /// As `Cache-Control` has it.
    pub fn cache_control(self) -> &'static str {
        match self {
            Self::Ever => "public, max-age=31536000, immutable",
            Self::Moment => "public, max-age=15",
        }
    }
}

impl ShelfFile {
    /// That what stands under its name says the same, where it lasts for ever.
    ///
    /// # Errors
    /// [`ShelfError::Other`].
    pub fn stands_as(&self, there: &[u8], place: &str) -> Result<(), ShelfError> {
        let other = || ShelfError::Other { place: place.to_owned(), name: self.name.clone() };
        if (self.said)(there) == (self.said)(&self.bytes) { Ok(()) } else { Err(other()) }
    }
}

/// All bytes of a file: it is put again if any differs.
pub fn all(bytes: &[u8]) -> Said {
    sha256(&[bytes])
}

/// Where files stand for whoever reads.
pub trait Shelf: Sync {
    /// Where it is: what whoever runs it named, without a secret.
    fn place(&self) -> &str;
    /// Whether this file is known to stand there, saying the same.
    fn has(&self, file: &ShelfFile) -> bool;
    /// Puts a file there. One that lasts for ever is put where nothing stands, or what says the same.
    ///
    /// # Errors
    /// [`ShelfError::Refused`]; [`ShelfError::Silent`]; [`ShelfError::Other`].
    fn put(&self, file: &ShelfFile) -> Result<(), ShelfError>;
    /// The file of a name, if there is one; of more than `bytes_max`, so much and a byte.
    ///
    /// # Errors
    /// [`ShelfError::Refused`]; [`ShelfError::Silent`].
    fn get(&self, name: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, ShelfError>;
    /// Notes what stands there for whoever goes on.
    ///
    /// # Errors
    /// [`ShelfError::Refused`]; [`ShelfError::Silent`].
    fn note(&self) -> Result<(), ShelfError>;
}

/// Why a shelf is not filled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShelfError {
    /// It cannot be opened under this name.
    #[error(transparent)]
    NotOpened(#[from] AddressError),
    /// It does not let it be done, however often it is asked.
    #[error("{place} refuses {name}: {why}")]
    Refused {
        /// Where the shelf is.
        place: String,
        /// What was put or asked for.
        name: String,
        /// What it said, in its own words.
        why: String,
    },
    /// It gives no clear answer.
    #[error("{place} gives no clear answer about {name}: {why}")]
    Silent {
        /// Where the shelf is.
        place: String,
        /// What was put or asked for.
        name: String,
        /// What it said, in its own words.
        why: String,
    },
    /// Something stands there, and nothing says whose mirror it would be.
    #[error("{name} stands in {place}, which is no mirror")]
    NoMirror {
        /// Where the shelf is.
        place: String,
        /// What stands there already.
        name: String,
    },
    /// What stands under the name of a signed file was signed by nobody.
    #[error("{name} of {place} is not what a log signed")]
    Garbled {
        /// Where the shelf is.
        place: String,
        /// What stands there.
        name: String,
    },
    /// It has more of the log than was read here, under a key that was not the log's so far.
    #[error("{place} has {there} events under another key than the log had at {here}")]
    OtherKey {
        /// Where the shelf is.
        place: String,
        /// How many events it has.
        there: Size,
        /// How many were read.
        here: Size,
    },
    /// Other bytes stand under a name that lasts for ever.
    #[error("{name} of {place} has other bytes")]
    Other {
        /// Where the shelf is.
        place: String,
        /// What stands there already.
        name: String,
    },
}

impl ShelfError {
    /// That a shelf at a place says nothing of a name.
    pub fn unsaid(place: &str, name: &str, unsaid: Unsaid) -> Self {
        let (place, name) = (place.to_owned(), name.to_owned());
        match unsaid {
            Unsaid::Refused(why) => Self::Refused { place, name, why },
            Unsaid::Doubtful(why) => Self::Silent { place, name, why },
        }
    }

    /// The stable code that people quote.
    pub fn code(&self) -> Code {
        match self {
            Self::NoMirror { .. } | Self::Garbled { .. } => Code::U5,
            Self::NotOpened(_) | Self::Refused { .. } | Self::Silent { .. } => Code::U30,
            Self::OtherKey { .. } | Self::Other { .. } => Code::U30,
        }
    }
}
