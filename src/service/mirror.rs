//! A mirror: what readers ask for, on a shelf that the ledger's machine does not serve. Files are put by several at once, each
//! only where it says something new; what points to others comes after them.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use super::error::Error;
use super::serving::sight::Sight;
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::domain::id::LedgerId;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
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
use crate::store::shelf::{self, Lasts, Shelf, ShelfError, ShelfFile};
use crate::tally::record::ElectionRecord;
use crate::verify::beside::log_key;

/// Whose mirror it is: the log's ledger, which is the hash of its founding act, and its origin. It is there before anything else,
/// and stays. `log/log.vkey` would not do: a published log may stand beside any site.
///
/// ```text
/// 3f1c…9a                          the ledger, 64 letters
/// example.org/elections/2026
/// ```
const WHOSE: &str = "mirror.id";
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

/// How a mirror stands to the log that it is to be filled from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stands {
    /// It has no checkpoint.
    Empty,
    /// It has this log, as far as this checkpoint.
    Behind(Checkpoint),
    /// It has more than the log that is read here, of whichever history.
    Ahead(Checkpoint),
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

    /// Whether it is the mirror of this log. Where nothing says whose it is, nothing may stand under any of these names.
    ///
    /// # Errors
    /// [`Error::OtherLog`]; [`ShelfError::NoMirror`] where something else stands there; [`Error::Mirror`].
    pub fn is_of(&self, sight: &Sight, names: &[String]) -> Result<(), Error> {
        let Some(whose) = self.get(WHOSE, NOTE_BYTES_MAX)? else {
            for name in names {
                if self.get(name, 0)?.is_some() {
                    return Err(self.no_mirror(name));
                }
            }
            return Ok(());
        };
        let first = std::str::from_utf8(&whose).ok().and_then(|text| text.lines().next());
        match first.and_then(|line| line.parse::<LedgerId>().ok()) {
            _ if whose == id(sight)? => Ok(()),
            Some(_) => Err(self.other_log()),
            None => Err(self.no_mirror(WHOSE)),
        }
    }

    /// Says whose mirror it is, for every run that comes after.
    ///
    /// # Errors
    /// [`Error::Mirror`].
    pub fn belongs_to(&self, sight: &Sight) -> Result<(), Error> {
        let (name, bytes, media) = (WHOSE.to_owned(), id(sight)?, "text/plain; charset=utf-8");
        self.fill(|keep| keep(ShelfFile { name, media, lasts: Lasts::Ever, bytes, said: shelf::all }))
    }

    /// How it stands to a log, by the checkpoint that it has under a name; under another it has the key that this is signed with.
    ///
    /// # Errors
    /// [`Error::OtherLog`] where it has another log, or another history of this one; [`ShelfError::Garbled`] where something stands there
    /// that no log signed; [`ShelfError::OtherKey`]; [`Error::Mirror`].
    pub fn stands(&self, checkpoint: &str, key: &str, sight: &Sight) -> Result<Stands, Error> {
        let Some(there) = self.get(checkpoint, NOTE_BYTES_MAX)? else { return Ok(Stands::Empty) };
        let garbled = || ShelfError::Garbled { place: self.place().to_owned(), name: checkpoint.to_owned() };
        // What is no checkpoint says nothing of whose log it is.
        let signed = SignedCheckpoint::parse(&there).map_err(|_| garbled())?;
        let (there, here) = (signed.checkpoint().clone(), sight.checkpoint());
        if there.origin != here.origin {
            return Err(self.other_log());
        }
        if sight.tree().root_at(there.size) == Ok(there.root) {
            return Ok(Stands::Behind(there));
        }
        let is_by = |key: &str| key.parse().is_ok_and(|key| signed.verify(&key).is_ok());
        let election = election(sight)?;
        if is_by(&election.log_key) || is_by(election.founding.log_key.as_str()) {
            return if there.size > here.size { Ok(Stands::Ahead(there)) } else { Err(self.other_log()) };
        }
        // Anybody could write another root or a larger number there: the log is accused of nothing that it did not sign.
        let other = self.get(key, NOTE_BYTES_MAX)?.and_then(|bytes| log_key(&bytes));
        let is_by_another = other.is_some_and(|key| signed.verify(&key).is_ok());
        Err(match is_by_another && there.size > here.size {
            true => ShelfError::OtherKey { place: self.place().to_owned(), there: there.size, here: here.size },
            false => garbled(),
        }
        .into())
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

    fn no_mirror(&self, name: &str) -> Error {
        ShelfError::NoMirror { place: self.place().to_owned(), name: name.to_owned() }.into()
    }

    fn other_log(&self) -> Error {
        Error::OtherLog(self.place().into())
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

/// The election of a log.
fn election(sight: &Sight) -> Result<&ElectionRecord, Error> {
    sight.reading().model.election().ok_or(Error::Defect)
}

/// What names a log, two lines.
fn id(sight: &Sight) -> Result<Vec<u8>, Error> {
    let election = election(sight)?;
    Ok(format!("{}\n{}\n", election.ledger, election.founding.origin.as_str()).into_bytes())
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
