//! A ledger that stands by: it begins where another machine writes it, also from nothing, and goes on when it is told to. The
//! order is told through a file of the ledger's folder, so that whoever may give it is who may write there, and nobody
//! else.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::error::{Error, TakeoverError};
use super::files::{self, Readers};
use super::observer::{Notice, Stretch, Work};
use super::parallel::Cores;
use super::policy::PolicyFile;
use super::replica;
use super::restore::{Restoration, restore};
use super::setting::Setting;
use super::witnessing::Witnesses;
use super::writing::{Writing, signer};
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::tree::merkle::Tree;
use crate::store::confirm;
use crate::store::error::Doing;
use crate::store::files as names;
use crate::store::lock;
use crate::store::open::{self, Held};
use crate::store::read;
use crate::store::replica::error::ReplicaError;
use crate::store::writer::GoneOn;

/// What others are told of whoever stands by.
pub const STANDS_BY: &str = "serve --standby";
/// What others are told of whoever writes, once he took over.
const WRITES: &str = "serve";
/// How long a takeover is waited for: long enough for witnesses that are asked in vain.
const PATIENCE: Duration = Duration::from_secs(180);
/// How often it is looked at meanwhile.
const PAUSE: Duration = Duration::from_millis(50);

/// Restores the ledger from its replica, where nothing is in its place, or an empty folder; none where something is.
///
/// # Errors
/// [`ReplicaError::Needed`]; those of [`restore()`].
pub fn from_nothing(
    setting: &Setting<'_>,
    place: Option<&str>,
    policy: Option<&PolicyFile>,
) -> Result<Option<Restoration>, Error> {
    // One that is not empty stays.
    let stands = match fs::remove_dir(setting.ledger) {
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        removed => removed.is_err(),
    };
    if stands {
        return Ok(None);
    }
    let place = place.ok_or_else(|| Error::store(setting.ledger)(ReplicaError::Needed.into()))?;
    restore(setting, Path::new(place), policy, None).map(Some)
}

/// Opens a ledger to stand by: nothing is signed, and no witness asked.
///
/// # Errors
/// [`Error::Store`]; those of [`signer`].
pub fn stand_by(setting: Setting<'_>, writing: Writing<'_>) -> Result<Held, Error> {
    let failed = || Error::store(setting.ledger);
    let total = read::sealed(setting.ledger).map_err(failed())?.checkpoint().size;
    let signer = signer(setting.ledger, writing.key)?;
    let replica = replica::of(setting.ledger, writing.replica).map_err(failed())?;
    let replica = replica.ok_or_else(|| failed()(ReplicaError::Needed.into()))?;
    let had_store = files::is_there(&setting.ledger.join(names::SLED))?;
    let mut stretch = Stretch::new(setting.observer, Work::Opening, total);
    let progress = &mut |done| stretch.reaches(done);
    // An order from before was for whoever stood by then; from now on there is somebody to give it to.
    if lock::holder(setting.ledger).map_err(failed())?.is_none() {
        is_answered(setting.ledger);
    }
    let mut held = open::stand_by(setting.ledger, signer, Cores, STANDS_BY, replica, progress).map_err(failed())?;
    drop(stretch);
    held.recovery.rebuilt &= had_store;
    held.writer.publish_pages(writing.pages);
    setting.observer.notices(&Notice::Opened(&held.recovery));
    Ok(held)
}

/// Goes on from the end of the replica, once the witnesses of the policy were asked; or takes over more of what others signed there,
/// and is asked again. Whoever wrote before loses with the first paper that comes in here. What could not be done beside it is
/// told to `undone`: it writes all the same.
///
/// # Errors
/// [`Error::Store`], and those of [`Witnesses::of`]: it stands by as before, if its writer is not poisoned.
pub fn go_on(
    setting: Setting<'_>,
    held: &mut Held,
    policy: Option<&PolicyFile>,
    patience: Duration,
    undone: &mut dyn FnMut(Error),
) -> Result<GoneOn, Error> {
    let witnesses = Witnesses::of(setting, policy, patience)?;
    let mut confirm = |signed: &SignedCheckpoint, tree: &Tree| match &witnesses {
        Some(witnesses) => witnesses.confirm(signed, tree),
        None => confirm::without_witnesses(signed, tree),
    };
    let gone_on = held.writer.go_on(Cores, &mut confirm).map_err(Error::store(setting.ledger))?;
    if gone_on == GoneOn::Writes {
        if let (Some(witnesses), Some(policy)) = (&witnesses, policy) {
            witnesses.keep_policy(policy).unwrap_or_else(&mut *undone);
        }
        held.does(WRITES).map_err(Error::store(setting.ledger)).unwrap_or_else(undone);
    }
    Ok(gone_on)
}

/// Whether the order to take over lies in a ledger's folder.
pub fn is_ordered(ledger: &Path) -> bool {
    ledger.join(names::TAKEOVER).exists()
}

/// The order is answered, or is one from before.
pub fn is_answered(ledger: &Path) {
    // Where it cannot be taken away, it is answered once more.
    let _ = fs::remove_file(ledger.join(names::TAKEOVER));
}

/// Orders whoever stands by on this machine to take over, and waits until it has.
///
/// # Errors
/// [`TakeoverError`]; [`Error::Store`].
pub fn take_over(ledger: &Path) -> Result<Size, Error> {
    let failed = || Error::store(ledger);
    let doing = || lock::holder(ledger).map_err(failed()).map(|holder| holder.map(|holder| holder.doing));
    // A folder in which no ledger is has nobody either.
    size(ledger)?;
    match doing()? {
        None => return Err(TakeoverError::Nobody.into()),
        Some(doing) if doing == STANDS_BY => {}
        // Whoever orders it twice is answered twice.
        Some(doing) if doing == WRITES => return size(ledger),
        Some(doing) => return Err(TakeoverError::Writes(doing).into()),
    }
    let order = ledger.join(names::TAKEOVER);
    files::write(&order, b"", Readers::All)?;
    let since = Instant::now();
    while since.elapsed() < PATIENCE {
        sleep(PAUSE);
        let lies = order.try_exists().map_err(Error::io(Doing::Read, &order))?;
        match doing()? {
            Some(doing) if doing == WRITES => return size(ledger),
            Some(_) if lies => {}
            _ => return Err(TakeoverError::NotDone.into()),
        }
    }
    is_answered(ledger);
    Err(TakeoverError::NotDone.into())
}

fn size(ledger: &Path) -> Result<Size, Error> {
    Ok(read::sealed(ledger).map_err(Error::store(ledger))?.checkpoint().size)
}
