//! What a ledger knows of its witnesses, kept across restarts: how much each has cosigned, and the last checkpoint with
//! the cosignatures that it got. A witness that later holds less was rolled back.
//!
//! ```text
//! 4180 red.example/w+89ab12cd+BK…        the size, and whose: by key, because a trust file may rename a witness
//! 4200 ngo.example/w+77e01a2b+BF…
//!                                        an empty line, then the last cosigned checkpoint, if there is one
//! elections.example/2026/parliament
//! 4200
//! …
//! ```

use std::collections::BTreeMap;
use std::fmt;
use std::io::ErrorKind;
use std::str::FromStr;

use crate::crypto::vkey::{KeyKind, VerifierKey};
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::policy::{Policy, WitnessName};
use crate::store::error::{Doing, StoreError};
use crate::store::files;
use crate::store::journal::disk::Disk;

/// What a ledger knows of its witnesses. Prints as its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witnessed {
    /// By verifier key, as type 0x04.
    sizes: BTreeMap<String, Size>,
    last: Option<SignedCheckpoint>,
}

/// A text that is not such a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {0} is not a size and a witness's key, once each and in order, above a checkpoint")]
pub struct NotWitnessed(pub usize);

/// Why it could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WitnessedError {
    /// The file is damaged. Without it a witness that was rolled back cannot be noticed.
    #[error("{file}: {0}", file = files::WITNESSED)]
    Form(#[from] NotWitnessed),
    /// The disk would not read or write it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Witnessed {
    /// Reads what is kept beside a ledger; nothing where there is no such file.
    ///
    /// # Errors
    /// [`WitnessedError`].
    pub fn read<D: Disk>(disk: &D) -> Result<Self, WitnessedError> {
        match disk.read(files::WITNESSED) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(StoreError::io(Doing::Read, files::WITNESSED)(error).into()),
            Ok(bytes) => Ok(std::str::from_utf8(&bytes).map_err(|_| NotWitnessed(1))?.parse()?),
        }
    }

    /// Keeps it, durably.
    ///
    /// # Errors
    /// [`StoreError::Io`].
    pub fn write<D: Disk>(&self, disk: &mut D) -> Result<(), StoreError> {
        let written = disk.put(files::WITNESSED, self.to_string().as_bytes());
        written.map_err(StoreError::io(Doing::Write, files::WITNESSED))
    }

    /// How much each witness of a policy has cosigned; of the others nothing is known.
    pub fn known(&self, policy: &Policy) -> BTreeMap<WitnessName, Size> {
        let size = |key: &VerifierKey| self.sizes.get(&spelled(key)).copied();
        policy.witnesses().iter().filter_map(|witness| Some((witness.name.clone(), size(&witness.key)?))).collect()
    }

    /// A witness cosigned a size. What it cosigned before that was larger stays known.
    pub fn cosigned(&mut self, witness: &VerifierKey, size: Size) {
        let known = self.sizes.entry(spelled(witness)).or_default();
        *known = size.max(*known);
    }

    /// The keys of those who cosigned.
    fn keys(&self) -> impl Iterator<Item = VerifierKey> {
        self.sizes.keys().filter_map(|key| key.parse().ok())
    }

    /// The last checkpoint with cosignatures.
    pub fn last(&self) -> Option<&SignedCheckpoint> {
        self.last.as_ref()
    }

    /// Keeps a checkpoint with its cosignatures as the last one.
    pub fn keep(&mut self, signed: SignedCheckpoint) {
        self.last = Some(signed);
    }
}

/// The keys of the witnesses that a ledger knows, as type 0x04: of the policy that it keeps, and of those who cosigned.
pub fn known_keys<D: Disk>(disk: &D) -> Vec<VerifierKey> {
    let policy = disk.read(files::POLICY).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let policy = policy.and_then(|text| Policy::parse(&text).ok());
    let named =
        policy.iter().flat_map(|policy| policy.witnesses()).map(|witness| witness.key.spelled(KeyKind::Cosigner));
    let cosigned = Witnessed::read(disk).unwrap_or_default();
    named.chain(cosigned.keys()).collect()
}

fn spelled(key: &VerifierKey) -> String {
    key.spelled(KeyKind::Cosigner).to_string()
}

impl FromStr for Witnessed {
    type Err = NotWitnessed;
    /// Reads such a file, which is printed the same again.
    fn from_str(text: &str) -> Result<Self, NotWitnessed> {
        let (mut read, mut rest, mut number) = (Self::default(), text, 1);
        while let Some((line, below)) = rest.split_once('\n') {
            if line.is_empty() {
                let last = (!below.is_empty()).then(|| below.parse()).transpose();
                read.last = last.map_err(|_| NotWitnessed(number + 1))?;
                return if read.to_string() == text { Ok(read) } else { Err(NotWitnessed(number)) };
            }
            let (size, key) = line.split_once(' ').ok_or(NotWitnessed(number))?;
            let size = size.parse().map_err(|_| NotWitnessed(number))?;
            let key: VerifierKey = key.parse().map_err(|_| NotWitnessed(number))?;
            read.sizes.insert(key.to_string(), size);
            (rest, number) = (below, number + 1);
        }
        Err(NotWitnessed(number))
    }
}

impl fmt::Display for Witnessed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sizes.iter().try_for_each(|(key, size)| writeln!(f, "{size} {key}"))?;
        writeln!(f)?;
        self.last.iter().try_for_each(|last| write!(f, "{last}"))
    }
}
