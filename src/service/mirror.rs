//! A mirror: what readers ask for, on a shelf that the ledger's machine does not serve. Files are put by several at once, each
//! only where it says something new; what points to others comes after them.

mod whose;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

pub use self::whose::Stands;
use super::error::Error;
#[cfg(feature = "replica")]
use crate::objects::bucket::environment;
#[cfg(feature = "replica")]
use crate::objects::shelf::EngineShelf;
#[cfg(not(feature = "replica"))]
use crate::store::address::AddressError;
use crate::store::address::{Address, StoreAddress};
use crate::store::files::SEAL;
use crate::store::replica::Patience;
use crate::store::shelf::folder::FolderShelf;
use crate::store::shelf::{Shelf, ShelfError, ShelfFile};

/// How many files are put at once: each waits for the shelf, and not for this machine.
const LINES: usize = 16;
/// How often what stands there is noted on the way: whoever goes on after a kill puts no more than this again.
const NOTED_EVERY: Duration = Duration::from_secs(30);
/// How often a shelf is asked that gives no clear answer.
const PATIENCE: Patience = Patience { times: 8, pause: Duration::from_millis(200), pause_max: Duration::from_secs(5) };

/// Whoever is handed a file, and may take no more.
pub type Keep<'a, E = Error> = dyn FnMut(ShelfFile) -> Result<(), E> + 'a;

/// Why whoever makes files for a mirror ends before the last.
pub enum Ended {
    /// One could not be put: no more are taken.
    NotTaken,
    /// One cannot be made.
    NotMade(Error),
}

impl From<Error> for Ended {
    fn from(error: Error) -> Self {
        Self::NotMade(error)
    }
}

/// A mirror that is being filled.
pub struct Mirror {
    shelf: Box<dyn Shelf>,
    files: AtomicU64,
    put: AtomicU64,
}

impl Mirror {
    /// The mirror at a place: a folder, or the address of an object store.
    ///
    /// # Errors
    /// [`Error::Exists`] where a ledger stands there; [`Error::Mirror`].
    pub fn open(place: &str) -> Result<Self, Error> {
        let shelf = match Address::parse(place).map_err(ShelfError::NotOpened)? {
            // Whoever serves a ledger's folder hands out its key.
            Address::Folder(folder) if folder.join(SEAL).exists() => return Err(Error::Exists(folder)),
            Address::Folder(folder) => Box::new(FolderShelf::open(&folder)?),
            Address::Store(store) => asked(|| engine(&store))?,
        };
        Ok(Self { shelf, files: AtomicU64::default(), put: AtomicU64::default() })
    }

    /// Where it is.
    pub fn place(&self) -> &str {
        self.shelf.place()
    }

    /// How many files it was handed, and how many of them were put because they said something new.
    pub fn counts(&self) -> [u64; 2] {
        [&self.files, &self.put].map(|count| count.load(Ordering::Relaxed))
    }

    /// A file that it has, if it has it.
    ///
    /// # Errors
    /// [`Error::Mirror`].
    pub fn get(&self, name: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Error> {
        asked(|| self.shelf.get(name, bytes_max))
    }

    /// Puts the files that are handed over, in whatever order; when it returns, all of them stand there.
    ///
    /// # Errors
    /// [`Error::Mirror`]; whatever `make` says.
    pub fn fill(&self, make: impl FnOnce(&mut Keep<'_, Ended>) -> Result<(), Ended>) -> Result<(), Error> {
        let (give, take) = mpsc::sync_channel::<ShelfFile>(LINES);
        let (take, failed, why) = (Mutex::new(take), AtomicBool::new(false), Mutex::new(None));
        let fail = |error| {
            why.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(error);
            failed.store(true, Ordering::Relaxed);
        };
        let next = || take.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let put = || {
            while let Ok(file) = next() {
                // What comes after a failure is taken and left, so that nobody waits.
                if !failed.load(Ordering::Relaxed) {
                    self.keep(&file).unwrap_or_else(fail);
                }
            }
        };
        let made = thread::scope(|scope| {
            // Where the system grants no thread, this one puts what it makes.
            let lines = (0..LINES).map_while(|_| thread::Builder::new().spawn_scoped(scope, put).ok()).count();
            let mut noted = Instant::now();
            let made = make(&mut |file| {
                if failed.load(Ordering::Relaxed) {
                    return Err(Ended::NotTaken);
                }
                if noted.elapsed() > NOTED_EVERY {
                    self.note()?;
                    noted = Instant::now();
                }
                match lines {
                    0 => Ok(self.keep(&file)?),
                    _ => give.send(file).map_err(|_| Ended::NotTaken),
                }
            });
            drop(give);
            made
        });
        let filled = match (why.into_inner().unwrap_or_else(PoisonError::into_inner), made) {
            // Why nothing more was taken comes first.
            (Some(why), _) | (None, Err(Ended::NotMade(why))) => Err(why),
            // Whoever takes has ended, and did not say why.
            (None, Err(Ended::NotTaken)) => Err(Error::Defect),
            (None, Ok(())) => Ok(()),
        };
        // What was put all the same need not be put again; whether that can be noted is no news then.
        filled.inspect_err(|_| drop(self.shelf.note()))
    }

    /// Notes what stands there, for the next who fills it.
    ///
    /// # Errors
    /// [`Error::Mirror`].
    pub fn note(&self) -> Result<(), Error> {
        asked(|| self.shelf.note())
    }

    fn keep(&self, file: &ShelfFile) -> Result<(), Error> {
        self.files.fetch_add(1, Ordering::Relaxed);
        if !self.shelf.has(file) {
            asked(|| self.shelf.put(file))?;
            self.put.fetch_add(1, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// What a shelf answers, which is asked again where it gives no clear answer.
fn asked<T>(mut ask: impl FnMut() -> Result<T, ShelfError>) -> Result<T, Error> {
    let (since, mut times) = (Instant::now(), 0);
    loop {
        times += 1;
        match ask() {
            Err(ShelfError::Silent { .. }) if PATIENCE.lets_ask(times, since) => {}
            answer => return Ok(answer?),
        }
    }
}

#[cfg(feature = "replica")]
fn engine(store: &StoreAddress) -> Result<Box<dyn Shelf>, ShelfError> {
    Ok(Box::new(EngineShelf::open(store, &environment())?))
}

#[cfg(not(feature = "replica"))]
fn engine(store: &StoreAddress) -> Result<Box<dyn Shelf>, ShelfError> {
    Err(ShelfError::NotOpened(AddressError::BuiltWithout(store.to_string())))
}
