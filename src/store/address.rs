//! Where a replica or a mirror is, as whoever runs it says it: a folder, or a bucket of an object store and a prefix in it.
//! Nothing that opens the store is ever part of it.

use std::fmt;
use std::path::PathBuf;

/// What the URL of a folder begins with.
const FILE: &str = "file://";
/// Bytes of a bucket and its prefix: with the longest name of an object, no more than an engine takes.
const STORE_BYTES_MAX: usize = 512;

/// Where a replica or a mirror is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Address {
    /// A folder that this machine sees.
    Folder(PathBuf),
    /// An object store.
    Store(StoreAddress),
}

/// A bucket of an object store, and where in it: `s3://bucket/prefix`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StoreAddress {
    engine: Engine,
    bucket: String,
    /// Without a slash at either end; may be empty.
    prefix: String,
}

/// The kind of an object store: how it is asked, and how a request is signed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Amazon S3, and what speaks as it does.
    S3,
    /// Azure Blob Storage.
    Azure,
    /// Google Cloud Storage.
    Google,
}

/// Why nothing can be opened at an address.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// It cannot be opened under this name.
    #[error("{place}: {why}")]
    NotThere {
        /// What was named.
        place: String,
        /// Why it is none.
        why: String,
    },
    /// No engine of this program opens a name of this kind.
    #[error("no store of the kind of {0} is known")]
    NoEngine(String),
    /// The address says more than where the store is: a user, a password, a query. It is not told again.
    #[error("the address of a store that begins with {scheme}:// says more than where it is")]
    NotPlain {
        /// What the address begins with.
        scheme: String,
    },
    /// This program was built without object stores.
    #[error("{0} is an object store, and this program was built without them")]
    BuiltWithout(String),
}

impl Engine {
    const ALL: [Self; 3] = [Self::S3, Self::Azure, Self::Google];

    /// What an address of its stores begins with.
    pub fn scheme(self) -> &'static str {
        match self {
            Self::S3 => "s3",
            Self::Azure => "az",
            Self::Google => "gs",
        }
    }
}

impl Address {
    /// Reads an address. One store has one spelling, so that what a ledger notes can be compared.
    ///
    /// # Errors
    /// [`AddressError::NotPlain`] where more is said than where it is; [`AddressError::NoEngine`].
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let Some((scheme, rest)) = text.split_once("://") else {
            // One stroke too few would make a folder of that name.
            let begins = |engine: Engine| text.strip_prefix(engine.scheme()).is_some_and(|rest| rest.starts_with(':'));
            return match Engine::ALL.into_iter().any(begins) {
                true => Err(AddressError::NoEngine(text.to_owned())),
                false => Ok(Self::Folder(text.into())),
            };
        };
        if let Some(folder) = text.strip_prefix(FILE).filter(|folder| folder.starts_with('/')) {
            return Ok(Self::Folder(folder.into()));
        }
        // Neither is told again: what stands there may be a password.
        if rest.contains(['@', '?', '#', ':']) {
            return Err(AddressError::NotPlain { scheme: scheme.to_owned() });
        }
        let engine = Engine::ALL.into_iter().find(|engine| engine.scheme() == scheme);
        let store = engine.and_then(|engine| StoreAddress::parse(engine, rest));
        store.map(Self::Store).ok_or_else(|| AddressError::NoEngine(text.to_owned()))
    }
}

impl StoreAddress {
    fn parse(engine: Engine, rest: &str) -> Option<Self> {
        let (bucket, prefix) = rest.split_once('/').unwrap_or((rest, ""));
        let prefix = prefix.strip_suffix('/').unwrap_or(prefix);
        let fits =
            |part: &str| !part.is_empty() && part.bytes().all(is_plain) && !part.bytes().all(|byte| byte == b'.');
        let is_one =
            rest.len() <= STORE_BYTES_MAX && fits(bucket) && (prefix.is_empty() || prefix.split('/').all(fits));
        is_one.then(|| Self { engine, bucket: bucket.to_owned(), prefix: prefix.to_owned() })
    }

    /// The kind of the store.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The bucket, which Azure calls a container.
    pub fn bucket(&self) -> &str {
        &self.bucket
    }

    /// What the names in the bucket begin with, without a slash at either end.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }
}

/// What needs no second spelling in a URL.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

impl fmt::Display for StoreAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { engine, bucket, prefix } = self;
        let slash = if prefix.is_empty() { "" } else { "/" };
        write!(f, "{}://{bucket}{slash}{prefix}", engine.scheme())
    }
}
