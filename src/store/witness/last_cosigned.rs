//! The last cosigned checkpoint of each log, in a file of its own.
//!
//! ```text
//! cosignature 17                         its number among all that this witness gave
//!
//! elections.example/2026/parliament      the checkpoint, as the log signed it and this witness cosigned it
//! …
//! ```

use std::collections::BTreeMap;

use super::super::error::{Doing, StoreError};
use super::error::{StateFlaw, WitnessStateError};
use crate::crypto::hash::{parse_hex, sha256};
use crate::crypto::note::NoteSignature;
use crate::crypto::vkey::{KeyKind, PosixSeconds, VerifierKey};
use crate::domain::origin::Origin;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::store::journal::disk::Disk;

/// The folder of the state in which they stand, one file a log.
const LOGS: &str = "logs";
/// What a file begins with.
const NUMBER: &str = "cosignature ";

/// What the witness cosigned last of one log.
#[derive(Clone, Debug)]
pub(super) struct LastCosigned {
    pub number: u64,
    pub time: PosixSeconds,
    pub signed: SignedCheckpoint,
}

/// Each log's, by the hash of its origin.
#[derive(Debug, Default)]
pub(super) struct Logs(BTreeMap<String, LastCosigned>);

impl Logs {
    /// Reads every log's file. This witness's own cosignature in each is checked: nobody else can have written it.
    pub fn read<D: Disk>(state: &D, key: &VerifierKey) -> Result<Self, WitnessStateError> {
        let mut logs = Self::default();
        let names = state.list(LOGS).map_err(StoreError::io(Doing::Read, LOGS))?;
        // What a kill left beside a file that was being replaced is no log's.
        for file in names.into_iter().filter(|name| !name.ends_with(".part")) {
            let bytes = state.read(&file).map_err(StoreError::io(Doing::Read, &file))?;
            let (hash, kept) = match parse(&bytes, key) {
                Ok(read) => read,
                // What a file manager left there is no log's; the mark says if one is missing.
                Err(_) if !is_of_a_log(&file) => continue,
                Err(why) => return Err(WitnessStateError::Damaged { file, why }),
            };
            let twice = logs.0.values().any(|other| other.number == kept.number);
            if twice || file != path(&hash) {
                return Err(WitnessStateError::Damaged { file, why: StateFlaw::Twice });
            }
            logs.0.insert(hash, kept);
        }
        Ok(logs)
    }

    pub fn get(&self, hash: &str) -> Option<&LastCosigned> {
        self.0.get(hash)
    }

    pub fn insert(&mut self, hash: &str, kept: LastCosigned) {
        self.0.insert(hash.to_owned(), kept);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&String, &LastCosigned)> {
        self.0.iter()
    }

    /// How many cosignatures were given.
    pub fn given(&self) -> u64 {
        self.0.values().map(|kept| kept.number).max().unwrap_or(0)
    }
}

impl LastCosigned {
    /// Writes one log's file, durably.
    pub fn write<D: Disk>(&self, state: &mut D, hash: &str) -> Result<(), StoreError> {
        let (file, text) = (path(hash), format!("{NUMBER}{}\n\n{}", self.number, self.signed));
        state.put(&file, text.as_bytes()).map_err(StoreError::io(Doing::Write, file))
    }

    /// The cosignature that was given for the same checkpoint in the same second: to ask again costs no write.
    pub fn same_second(
        &self,
        signed: &SignedCheckpoint,
        key: &VerifierKey,
        now: PosixSeconds,
    ) -> Option<NoteSignature> {
        let key = key.spelled(KeyKind::Cosigner);
        let is_same = self.time == now && self.signed.checkpoint() == signed.checkpoint();
        self.signed.note().signatures().iter().find(|line| is_same && line.claims(&key)).cloned()
    }
}

/// The lower-case hex SHA-256 of an origin, by which tlog-witness names a log.
pub fn origin_hash(origin: &Origin) -> String {
    hex::encode(sha256(&[origin.as_str().as_bytes()]))
}

fn path(hash: &str) -> String {
    format!("{LOGS}/{hash}")
}

/// Whether a file is named as a log's is.
fn is_of_a_log(file: &str) -> bool {
    file.strip_prefix(LOGS).and_then(|name| name.strip_prefix('/')).is_some_and(|hash| parse_hex(hash).is_ok())
}

fn parse(bytes: &[u8], key: &VerifierKey) -> Result<(String, LastCosigned), StateFlaw> {
    let form = StateFlaw::Form;
    let text = std::str::from_utf8(bytes).map_err(|_| form)?;
    let (number, note) = text.strip_prefix(NUMBER).and_then(|text| text.split_once("\n\n")).ok_or(form)?;
    let number = number.parse().ok().filter(|n: &u64| *n > 0 && n.to_string() == number).ok_or(form)?;
    let signed: SignedCheckpoint = note.parse().map_err(|_| form)?;
    let time = signed.cosigned_by(key).ok().flatten().ok_or(StateFlaw::NotThisWitness)?;
    Ok((origin_hash(&signed.checkpoint().origin), LastCosigned { number, time, signed }))
}
