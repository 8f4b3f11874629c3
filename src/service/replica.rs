//! A ledger's replica: where it is, by the name that whoever writes gives it, and which engine opens it.

pub mod log;

use std::path::Path;

use super::error::Error;
use super::files::is_there;
#[cfg(feature = "replica")]
use crate::objects::bucket::environment;
#[cfg(feature = "replica")]
use crate::objects::engine::EngineObjects;
use crate::store::address::{Address, AddressError, StoreAddress};
use crate::store::error::StoreError;
use crate::store::journal::disk::Folder;
use crate::store::replica::error::ReplicaError;
use crate::store::replica::folder::FolderObjects;
use crate::store::replica::objects::Objects;
use crate::store::replica::{Patience, Replica, noted};

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

/// Whether a replica is at a place: a folder that has one, or a store, of which that is only known when it is read.
///
/// # Errors
/// [`StoreError::Replica`] of an address that is none; [`Error::Store`] of the system.
pub fn is_at(place: &Path) -> Result<bool, Error> {
    match place.to_str().map(Address::parse).transpose() {
        Ok(Some(Address::Store(_))) => Ok(true),
        Err(error @ AddressError::NotPlain { .. }) => Err(Error::store(place)(ReplicaError::from(error).into())),
        _ => is_there(&place.join(FRAMES)),
    }
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
/// Those of [`Address::parse`]; [`AddressError::NotThere`]; [`AddressError::BuiltWithout`].
pub fn open(place: &str) -> Result<Box<dyn Objects>, ReplicaError> {
    match Address::parse(place)? {
        Address::Folder(folder) => Ok(Box::new(FolderObjects::open(&folder)?)),
        Address::Store(store) => engine(&store),
    }
}

#[cfg(feature = "replica")]
fn engine(store: &StoreAddress) -> Result<Box<dyn Objects>, ReplicaError> {
    Ok(Box::new(EngineObjects::open(store, &environment())?))
}

#[cfg(not(feature = "replica"))]
fn engine(store: &StoreAddress) -> Result<Box<dyn Objects>, ReplicaError> {
    Err(AddressError::BuiltWithout(store.to_string()).into())
}
