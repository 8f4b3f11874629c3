//! Witnessing a published log once: whether it grew from what this witness cosigned last is proved from its tiles, or the
//! whole election is recomputed; only then is it cosigned. The state is stored before the cosignature is given.

use std::path::{Path, PathBuf};

use super::Setting;
use super::error::{Error, Kind};
use super::source::Source;
use super::verify;
use crate::crypto::hash::TreeHash;
use crate::crypto::note::{NOTE_BYTES_MAX, NoteSignature, PosixSeconds, VerifierKey};
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::{Checkpoint, CheckpointError, Origin, SignedCheckpoint};
use crate::ledger::note::policy::Policy;
use crate::ledger::note::witness::{AddCheckpoint, Inconsistency, WitnessRefusal};
use crate::ledger::tree::prove;
use crate::ledger::tree::tile_reader::{TileReader, TileReaderError};
use crate::store::witness::{Answer, Evidence, HeldState, WitnessStateError};
use crate::verify::conclude::TrustAnchors;
use crate::verify::published::CHECKPOINT;
use crate::verify::{Fault, Published, Report, Verdict};

/// How a witness satisfies itself before it cosigns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Looking {
    /// That the log grew from what was cosigned before.
    Growth,
    /// That every event was admissible and every total is right: all of it is replayed.
    Election,
}

/// Whom a witness watches, and what it holds.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// The keys of the logs.
    pub logs: &'a [VerifierKey],
    /// What this witness cosigned, under its key.
    pub state: &'a HeldState,
    /// Where that is kept.
    pub place: &'a Path,
}

/// What was cosigned.
#[derive(Debug)]
pub struct Cosigned {
    /// The checkpoint.
    pub checkpoint: Checkpoint,
    /// What this witness had cosigned before; 0 if nothing.
    pub before: Size,
    /// The cosignature.
    pub line: NoteSignature,
}

/// Why a witness does not cosign.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum WitnessError {
    /// There is no checkpoint at the place.
    #[error("there is no checkpoint at {0}")]
    NoCheckpoint(String),
    /// What stands in its place is none.
    #[error("the checkpoint at {place} cannot be read: {error}")]
    NotACheckpoint {
        /// The log.
        place: String,
        /// Why.
        error: CheckpointError,
    },
    /// The log does not verify.
    #[error("{place} does not verify")]
    NotVerified {
        /// The log.
        place: String,
        /// What is wrong with it.
        report: Box<Report>,
    },
    /// The checkpoint is smaller than one that was cosigned, and the log did not sign it.
    #[error("the checkpoint of {origin} at size {size} is not signed by the log")]
    NotSigned {
        /// The log.
        origin: Origin,
        /// The size that is shown.
        size: Size,
    },
    /// The log shows less than was cosigned.
    #[error("{origin} shows size {size}, and size {before} was cosigned")]
    Shrunk {
        /// The log.
        origin: Origin,
        /// The size that is shown.
        size: Size,
        /// The size that was cosigned.
        before: Size,
        /// What became of the evidence.
        evidence: Evidence,
    },
    /// Growth cannot be checked from the tiles.
    #[error("growth from size {before} to {size} cannot be checked: {flaw}")]
    Unproved {
        /// The size that was cosigned.
        before: Size,
        /// The size that is shown.
        size: Size,
        /// What is wrong with the tiles.
        flaw: TilesFlaw,
    },
    /// The rules of witnessing refuse the checkpoint.
    #[error("{origin} at size {size} is not cosigned: {refusal}", origin = .checkpoint.origin, size = .checkpoint.size)]
    Refused {
        /// Which.
        checkpoint: Checkpoint,
        /// Why.
        refusal: WitnessRefusal,
        /// What became of the evidence, where there is any.
        evidence: Option<Evidence>,
    },
    /// The witness's state cannot be used.
    #[error("{place}: {error}", place = .place.display())]
    State {
        /// Its folder.
        place: PathBuf,
        /// Why.
        error: WitnessStateError,
    },
}

/// What is wrong with the tiles that ought to prove growth.
#[derive(Debug, Clone, thiserror::Error)]
pub enum TilesFlaw {
    /// A tile is missing.
    #[error("{0} is missing")]
    Missing(String),
    /// A tile is none.
    #[error("{0}")]
    Malformed(String),
    /// No tree has such a proof.
    #[error("{0}")]
    Impossible(String),
}

impl WitnessError {
    /// The stable code.
    pub fn code(&self) -> Code {
        match self {
            Self::NoCheckpoint(_) => Code::V22,
            Self::NotACheckpoint { .. } => Code::U3,
            Self::NotVerified { report, .. } => report.faults.first().map_or(Code::V7, Fault::code),
            Self::NotSigned { .. } => Code::V12,
            Self::Shrunk { .. } => Code::V24,
            Self::Unproved { flaw: TilesFlaw::Malformed(_), .. } => Code::V21,
            Self::Unproved { flaw: TilesFlaw::Missing(_), .. } => Code::V22,
            Self::Unproved { flaw: TilesFlaw::Impossible(_), .. } => Code::V26,
            Self::Refused { refusal, .. } => match refusal {
                WitnessRefusal::Inconsistent(Inconsistency::Unproved { .. }) => Code::V26,
                WitnessRefusal::Inconsistent(_)
                | WitnessRefusal::OtherSize { .. }
                | WitnessRefusal::OldAboveNew { .. } => Code::V24,
                _ => Code::V12,
            },
            Self::State { error, .. } => match error {
                WitnessStateError::Store(error) => super::error::store_code(error),
                WitnessStateError::OtherWitness { .. } => Code::U1,
                WitnessStateError::Failed => Code::U2,
                _ => Code::V25,
            },
        }
    }

    /// What kind of answer it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::NoCheckpoint(_) | Self::NotACheckpoint { .. } | Self::Unproved { .. } => Kind::CannotTell,
            Self::NotVerified { report, .. } => report.verdict().into(),
            Self::NotSigned { .. } | Self::Shrunk { .. } | Self::Refused { .. } => Kind::No,
            Self::State { error, .. } => match error {
                WitnessStateError::Store(error) => super::error::store_kind(error),
                WitnessStateError::OtherWitness { .. } => Kind::Usage,
                WitnessStateError::Damaged { .. } => Kind::CannotTell,
                WitnessStateError::Failed => Kind::Disk,
                _ => Kind::No,
            },
        }
    }
}

/// Looks at a published log, and cosigns it where it is what it ought to be.
///
/// # Errors
/// [`WitnessError`]; those of the log.
pub fn witness(setting: &Setting<'_>, source: &Source, watch: Watch<'_>, looking: Looking) -> Result<Cosigned, Error> {
    let signed = match looking {
        Looking::Growth => published(source)?,
        Looking::Election => recompute(setting, source, watch.logs)?,
    };
    cosign(setting, source, &signed, watch)
}

/// Checks what is published against the state, and cosigns it.
fn cosign(
    setting: &Setting<'_>,
    source: &Source,
    signed: &SignedCheckpoint,
    watch: Watch<'_>,
) -> Result<Cosigned, Error> {
    let checkpoint = signed.checkpoint().clone();
    let last = watch.state.last(&checkpoint.origin);
    let before = last.map_or(Size(0), |last| last.checkpoint().size);
    let request = |old, proof| AddCheckpoint::new(old, proof, signed.clone()).expect("a proof has at most 63 hashes");
    if checkpoint.size < before {
        return Err(shrunk(&request(before, Vec::new()), before, watch).into());
    }
    let is_watched = watch.logs.iter().any(|log| *log.name() == checkpoint.origin.key_name());
    let proof = if is_watched { prove_growth(source, before, &checkpoint)? } else { Vec::new() };
    let seconds: PosixSeconds =
        (setting.now().value() / 1000).try_into().expect("milliseconds before the year 10000 are few seconds");
    let unusable = |error| WitnessError::State { place: watch.place.to_owned(), error };
    match watch.state.add(watch.logs, &request(before, proof), seconds).map_err(unusable)? {
        Answer::Cosigned(line) => Ok(Cosigned { checkpoint, before, line }),
        Answer::Refused(refusal, evidence) => Err(WitnessError::Refused { checkpoint, refusal, evidence }.into()),
    }
}

/// Replays every event, and asks again what the ledger's writer asked: signatures, rules, totals. Only what verifies whole
/// is cosigned under a name that says so.
fn recompute(setting: &Setting<'_>, source: &Source, logs: &[VerifierKey]) -> Result<SignedCheckpoint, Error> {
    let lines: String = logs.iter().map(|log| format!("log {log}\n")).collect();
    // Who else cosigned is not this witness's question.
    let policy =
        Policy::parse(&format!("{lines}quorum none\n")).expect("lines of keys that were read from such a file");
    let anchors = TrustAnchors { policy: Some(&policy), expected: None };
    let inspected = verify::log(source, &anchors, setting.observer, &mut |_| {})?;
    if inspected.report.verdict() != Verdict::Verified {
        let report = Box::new(inspected.report);
        return Err(WitnessError::NotVerified { place: source.to_string(), report }.into());
    }
    // The very checkpoint that was recomputed, whatever is published by now.
    Ok(inspected.checkpoint.ok_or_else(|| WitnessError::NoCheckpoint(source.to_string()))?)
}

/// The signed checkpoint that is published. Nothing is believed of it yet.
fn published(source: &Source) -> Result<SignedCheckpoint, Error> {
    let place = || source.to_string();
    let bytes = source.read(CHECKPOINT, NOTE_BYTES_MAX)?.ok_or_else(|| WitnessError::NoCheckpoint(place()))?;
    Ok(SignedCheckpoint::parse(&bytes).map_err(|error| WitnessError::NotACheckpoint { place: place(), error })?)
}

/// The log shows less than it did: an older state was brought back, or somebody serves an old copy.
fn shrunk(request: &AddCheckpoint, before: Size, watch: Watch<'_>) -> WitnessError {
    let checkpoint = request.checkpoint().checkpoint();
    let (origin, size) = (checkpoint.origin.clone(), checkpoint.size);
    if watch.logs.iter().all(|log| request.checkpoint().verify(log).is_err()) {
        return WitnessError::NotSigned { origin, size };
    }
    WitnessError::Shrunk { origin, size, before, evidence: watch.state.suspect(request) }
}

/// The proof of growth, from the few tiles that it takes.
fn prove_growth(source: &Source, before: Size, checkpoint: &Checkpoint) -> Result<Vec<TreeHash>, Error> {
    let tiles = TileReader::new(checkpoint.size, |tile| source.read(&tile.to_string(), tile.bytes_max()));
    let unproved = |flaw| WitnessError::Unproved { before, size: checkpoint.size, flaw }.into();
    prove::consistency(&tiles, before, checkpoint.size).map_err(|error| match error {
        TileReaderError::Place(error) => error,
        TileReaderError::Malformed(tile, error) => unproved(TilesFlaw::Malformed(format!("{tile}: {error}"))),
        TileReaderError::Missing(tile) => unproved(TilesFlaw::Missing(tile.to_string())),
        TileReaderError::Impossible(error) => unproved(TilesFlaw::Impossible(error.to_string())),
    })
}
