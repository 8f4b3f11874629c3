//! How far the copies of a ledger are: what is published, what its witnesses cosigned, and what its replica has. Nobody is asked but
//! the replica; nothing is verified.

use std::collections::BTreeMap;
use std::path::Path;

use super::error::Error;
use super::policy::PolicyFile;
use super::publish::policy;
use super::replica;
use super::setting::Setting;
use crate::domain::number::Size;
use crate::ledger::note::policy::WitnessName;
use crate::store::error::{Doing, LockHolder, StoreError};
use crate::store::files as names;
use crate::store::journal::disk::Folder;
use crate::store::publish::{PublishedCheckpoint, published_checkpoint};
use crate::store::witness::witnessed::Witnessed;
use crate::store::{lock, read};

/// How far the copies of a ledger are.
#[derive(Debug)]
pub struct Copies {
    /// How many events are sealed here.
    pub size: Size,
    /// Who holds the ledger, and what for; none where nobody does.
    pub holder: Option<LockHolder>,
    /// How many events are published; none where nothing is.
    pub published: Option<Size>,
    /// How many events each witness of the policy cosigned that did.
    pub witnesses: BTreeMap<WitnessName, Size>,
    /// The replica, where the ledger is written with one.
    pub replica: Option<ReplicaCopy>,
}

/// How far a replica is.
#[derive(Debug)]
pub struct ReplicaCopy {
    /// Where it is.
    pub place: String,
    /// How many events it has under a checkpoint.
    pub size: Size,
}

/// Looks how far they are.
///
/// # Errors
/// [`Error::Store`], also where the replica gives no answer; [`Error::Policy`].
pub fn copies(setting: &Setting<'_>, given: Option<&PolicyFile>) -> Result<Copies, Error> {
    let (ledger, failed) = (setting.ledger, || Error::store(setting.ledger));
    let size = read::sealed(ledger).map_err(failed())?.checkpoint().size;
    let disk = Folder::new(ledger);
    let published = published_checkpoint(&disk, names::PUBLISHED).map_err(Error::io(Doing::Read, ledger))?;
    let witnessed = Witnessed::read(&disk).unwrap_or_default();
    let policy = policy(setting, given)?;
    Ok(Copies {
        size,
        holder: lock::holder(ledger).map_err(failed())?,
        published: match published {
            PublishedCheckpoint::Checkpoint(signed) => Some(signed.checkpoint().size),
            PublishedCheckpoint::Nothing | PublishedCheckpoint::Unreadable => None,
        },
        witnesses: policy.map(|policy| witnessed.known(&policy)).unwrap_or_default(),
        replica: of_replica(ledger, size).map_err(failed())?,
    })
}

fn of_replica(ledger: &Path, ours: Size) -> Result<Option<ReplicaCopy>, StoreError> {
    let Some(replica) = replica::of(ledger, None)? else { return Ok(None) };
    let size = match replica.signed_from(ours)? {
        Some(size) => size,
        // It is behind: from its beginning on.
        None => replica.signed_from(Size(0))?.unwrap_or_default(),
    };
    Ok(Some(ReplicaCopy { place: replica.place().to_owned(), size }))
}
