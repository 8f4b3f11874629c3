//! Whose a mirror is: it belongs to one log, and to no other site.

use super::Mirror;
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::domain::id::LedgerId;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::service::error::Error;
use crate::service::serving::sight::Sight;
use crate::store::shelf::{self, Lasts, ShelfError, ShelfFile};
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
            Some(other) if other != election(sight)?.ledger => Err(self.other_log()),
            // Ours, and not as it was written.
            _ => Err(self.no_mirror(WHOSE)),
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
        // It is this log's mirror: whoever wrote that, it was no other log.
        if there.origin != here.origin {
            return Err(garbled().into());
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

    fn no_mirror(&self, name: &str) -> Error {
        ShelfError::NoMirror { place: self.place().to_owned(), name: name.to_owned() }.into()
    }

    fn other_log(&self) -> Error {
        Error::OtherLog(self.place().into())
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
