//! A ledger's replica: where it is, by the name that whoever writes gives it, and which engine opens it.

pub mod log;

use std::path::Path;

use super::error::Error;
use super::files::is_there;
use crate::store::error::StoreError;
use crate::store::journal::disk::Folder;
use crate::store::replica::error::ReplicaError;
use crate::store::replica::folder::FolderObjects;
use crate::store::replica::objects::Objects;
use crate::store::replica::{Patience, Replica, noted};

/// What the URL of a folder begins with.
const FILE: &str = "file://";
/// The folder that every replica has, and nothing else does.
const FRAMES: &str = "frame";

/// The replica of a ledger: the one that is named, or that it notes; none where it has none.
///
/// # Errors
/// [`StoreError::Replica`]; [`StoreError::Io`].
pub fn of(ledger: &Path, named: Option<&str>) -> Result<Option<Replica>, StoreError> {
    let noted = noted::noted(&Folder::new(ledger))?;
    let Some(place) = named.map(str::to_owned).or(noted) else { return Ok(None) };
    Ok(Some(at(&place)?))
}

/// Whether a replica stands in a folder.
///
/// # Errors
/// [`Error::Store`] of the system.
pub fn is_in(folder: &Path) -> Result<bool, Error> {
    is_there(&folder.join(FRAMES))
}

/// The replica at a place, to read it.
///
/// # Errors
/// As [`open`].
pub fn at(place: &str) -> Result<Replica, ReplicaError> {
    Ok(Replica::new(open(place)?, Patience::WRITER))
}

/// The store of objects at a place.
///
/// # Errors
/// [`ReplicaError::NotThere`]; [`ReplicaError::NoEngine`].
pub fn open(place: &str) -> Result<Box<dyn Objects>, ReplicaError> {
    match place.strip_prefix(FILE) {
        Some(folder) if folder.starts_with('/') => Ok(Box::new(FolderObjects::open(Path::new(folder))?)),
        None if !place.contains("://") => Ok(Box::new(FolderObjects::open(Path::new(place))?)),
        _ => Err(ReplicaError::NoEngine(place.to_owned())),
    }
}
