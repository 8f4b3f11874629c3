//! The mark beside the key: how far the state has come. What the state is held against at every start.
//!
//! ```text
//! witness.example/w1+89ab12cd+BK…                        whose
//! 17 <hash of origin> 20852163 CsUYapGGPo4dkMgIAUqom…=   number of the cosignature, log, size and root
//! 12 <hash of origin> 4200 5+pKlUdi2LeF…=
//! ```

use std::collections::BTreeMap;
use std::fmt;
use std::io::ErrorKind;

use super::super::error::{Doing, StoreError};
use super::error::{StateFlaw, WitnessStateError};
use super::last_cosigned::{LastCosigned, Logs};
use crate::crypto::base64;
use crate::crypto::hash::{TreeHash, parse_hex};
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::{Sequence, Size};
use crate::store::journal::disk::Disk;

/// How far a state has come. Prints as its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    file: String,
    key: String,
    logs: BTreeMap<String, Seen>,
}

/// What is known of one log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    number: u64,
    size: Size,
    root: TreeHash,
}

impl Seen {
    fn of(kept: &LastCosigned) -> Self {
        let checkpoint = kept.signed.checkpoint();
        Self { number: kept.number, size: checkpoint.size, root: checkpoint.root }
    }
}

impl Mark {
    /// The mark that belongs to a state.
    pub fn new(file: &str, key: &VerifierKey, logs: &Logs) -> Self {
        let logs = logs.iter().map(|(hash, kept)| (hash.clone(), Seen::of(kept))).collect();
        Self { file: file.to_owned(), key: key.to_string(), logs }
    }

    /// The mark that is there, if there is one.
    pub fn read<D: Disk>(beside: &D, file: &str) -> Result<Option<Self>, WitnessStateError> {
        match beside.read(file) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(StoreError::io(Doing::Read, file)(error).into()),
            Ok(bytes) => {
                let damaged = || WitnessStateError::Damaged { file: file.to_owned(), why: StateFlaw::Mark };
                parse(file, &bytes).ok_or_else(damaged).map(Some)
            }
        }
    }

    /// Writes the mark beside the key, durably.
    pub fn write<D: Disk>(&self, beside: &mut D) -> Result<(), StoreError> {
        beside.put(&self.file, self.to_string().as_bytes()).map_err(StoreError::io(Doing::Write, &self.file))
    }

    /// Counts one more cosignature, of the log with this hash.
    pub fn add(&mut self, hash: &str, kept: &LastCosigned) {
        self.logs.insert(hash.to_owned(), Seen::of(kept));
    }

    /// Whether this state's mark is the one that was found, or one cosignature ahead of it; the table is the
    /// [module's](super).
    pub fn continues(&self, found: &Self) -> Result<(), WitnessStateError> {
        if found.key != self.key {
            let (file, found, given) = (self.file.clone(), found.key.clone(), self.key.clone());
            return Err(WitnessStateError::OtherWitness { file, found, given });
        }
        let next = found.given() + 1;
        for (hash, marked) in &found.logs {
            let older = || WitnessStateError::Older(self.file.clone());
            let here = self.logs.get(hash).ok_or_else(older)?;
            let grew = here.size > marked.size || (here.size, here.root) == (marked.size, marked.root);
            if here.number < marked.number || !grew {
                return Err(older());
            }
        }
        let is_known = |(hash, here): (&String, &Seen)| here.number == next || found.logs.get(hash) == Some(here);
        if self.logs.iter().all(is_known) { Ok(()) } else { Err(WitnessStateError::Newer(self.file.clone())) }
    }

    fn given(&self) -> u64 {
        self.logs.values().map(|seen| seen.number).max().unwrap_or(0)
    }
}

fn parse(file: &str, bytes: &[u8]) -> Option<Mark> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (key, rest) = text.split_once('\n')?;
    key.parse::<VerifierKey>().ok()?;
    let mut mark = Mark { file: file.to_owned(), key: key.to_owned(), logs: BTreeMap::new() };
    for line in rest.split_terminator('\n') {
        let [number, hash, size, root] = line.split(' ').collect::<Vec<_>>().try_into().ok()?;
        parse_hex(hash).ok()?;
        let Sequence(number) = number.parse().ok()?;
        let seen = Seen { number, size: size.parse().ok()?, root: TreeHash(base64::decode_hash(root).ok()?) };
        mark.logs.insert(hash.to_owned(), seen);
    }
    (mark.to_string() == text).then_some(mark)
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.key)?;
        self.logs.iter().try_for_each(|(hash, seen)| {
            writeln!(f, "{} {hash} {} {}", seen.number, seen.size, base64::encode(&seen.root.0))
        })
    }
}
