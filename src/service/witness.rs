//! Witnessing a published log once: whether it grew from what this witness cosigned last is proved from its tiles, or
//! the whole election is recomputed; only then is it cosigned. The state is stored before the cosignature is given.

use std::path::Path;
use std::thread;
use std::time::Duration;

use super::error::{Error, TilesFlaw, WitnessError};
use super::setting::Setting;
use super::source::LogSource;
use super::verify;
use crate::crypto::hash::TreeHash;
use crate::crypto::note::{NOTE_BYTES_MAX, NoteSignature, NoteSigner};
use crate::crypto::parallel::Signatures;
use crate::crypto::vkey::{KeyName, PosixSeconds, VerifierKey};
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::note::policy::Policy;
use crate::ledger::note::snapshot::{RECOMPUTED, SignedSnapshot};
use crate::ledger::note::witness::AddCheckpoint;
use crate::ledger::tree::prove;
use crate::ledger::tree::tile_reader::TileReader;
use crate::store::witness::{CosignAnswer, HeldState};
use crate::verify::conclude::TrustAnchors;
use crate::verify::fault::Verdict;
use crate::verify::published::{self, CHECKPOINT, NoCheckpoint, read_hashes, read_past_caches};

/// How long a log that shows less than this witness cosigned is waited for: it asks its witnesses a moment before it publishes.
const A_MOMENT: Duration = Duration::from_secs(1);

/// How a witness satisfies itself before it cosigns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Looking {
    /// That the log grew from what was cosigned before.
    Growth,
    /// That every event was admissible and every total is right: all of it is replayed.
    Election,
}

impl Looking {
    /// A witness's name. By its end, everybody who reads a policy or a checkpoint knows what its cosignatures mean.
    ///
    /// # Errors
    /// [`WitnessError::SaysRecomputed`], [`WitnessError::DoesNotSayRecomputed`]; [`WitnessError::Name`].
    pub fn name(self, name: &str) -> Result<KeyName, Error> {
        match (name.ends_with(RECOMPUTED), self) {
            (true, Self::Growth) => Err(WitnessError::SaysRecomputed.into()),
            (false, Self::Election) => Err(WitnessError::DoesNotSayRecomputed.into()),
            _ => Ok(name.parse().map_err(|_| WitnessError::Name(name.to_owned()))?),
        }
    }
}

/// The keys of the logs that a policy names, for a witness to watch.
///
/// # Errors
/// [`WitnessError::NothingToWatch`].
pub fn watched(policy: &Policy) -> Result<Vec<VerifierKey>, Error> {
    let logs: Vec<_> = policy.logs().iter().map(|log| log.key.clone()).collect();
    if logs.is_empty() { Err(WitnessError::NothingToWatch.into()) } else { Ok(logs) }
}

/// Opens a witness's state, which begins to exist if it must, under a key that no log has.
///
/// # Errors
/// [`WitnessError::LogKey`]; [`WitnessError::State`].
pub fn hold(place: &Path, key_file: &Path, signer: NoteSigner, logs: &[VerifierKey]) -> Result<HeldState, Error> {
    if logs.iter().any(|log| log.public() == signer.verifier().public()) {
        return Err(WitnessError::LogKey.into());
    }
    let failed = |error| WitnessError::State { place: place.to_owned(), error };
    Ok(HeldState::open(place, key_file, signer).map_err(failed)?)
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

/// A checkpoint that the witness cosigned just now.
#[derive(Debug)]
pub struct Cosigned {
    /// The checkpoint that is cosigned.
    pub checkpoint: Checkpoint,
    /// What this witness had cosigned before; 0 if nothing.
    pub before: Size,
    /// The witness's signature line.
    pub line: NoteSignature,
    /// Its line under the snapshot; none where it recomputed nothing, or the log shows no snapshot of that checkpoint.
    pub numbers: Option<NoteSignature>,
}

/// Looks at a published log, and cosigns it where it is what it ought to be.
///
/// # Errors
/// [`WitnessError`]; those of the log.
pub fn witness(
    setting: &Setting<'_>,
    source: &LogSource<'_>,
    watch: Watch<'_>,
    looking: Looking,
) -> Result<Cosigned, Error> {
    let is_behind = |signed: &SignedCheckpoint| {
        let last = watch.state.last(&signed.checkpoint().origin);
        last.is_some_and(|last| signed.checkpoint().size < last.checkpoint().size)
    };
    let look = || match looking {
        Looking::Growth => {
            let signed = published(source)?;
            let by_now = if is_behind(&signed) { published_by_now(source)? } else { None };
            Ok((by_now.unwrap_or(signed), None))
        }
        Looking::Election => recompute(setting, source, watch.logs),
    };
    let (mut signed, mut snapshot) = look()?;
    if is_behind(&signed) {
        thread::sleep(A_MOMENT);
        (signed, snapshot) = look()?;
    }
    let cosigned = cosign(setting, source, &signed, watch)?;
    let numbers = snapshot.and_then(|snapshot| watch.state.cosign_numbers(&snapshot));
    Ok(Cosigned { numbers, ..cosigned })
}

/// Checks what is published against the state, and cosigns it.
fn cosign(
    setting: &Setting<'_>,
    source: &LogSource<'_>,
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
        CosignAnswer::Cosigned(line) => Ok(Cosigned { checkpoint, before, line, numbers: None }),
        CosignAnswer::Refused(refusal, evidence) => Err(WitnessError::Refused { checkpoint, refusal, evidence }.into()),
    }
}

/// Replays every event, and asks again what the ledger's writer asked: signatures, rules, totals. Only what verifies
/// whole is cosigned under a name that says so. With it the snapshot, if there is one, whose rows are the computed ones.
fn recompute(
    setting: &Setting<'_>,
    source: &LogSource<'_>,
    logs: &[VerifierKey],
) -> Result<(SignedCheckpoint, Option<SignedSnapshot>), Error> {
    let lines: String = logs.iter().map(|log| format!("log {log}\n")).collect();
    // Who else cosigned is not this witness's question.
    let policy =
        Policy::parse(&format!("{lines}quorum none\n")).expect("lines of keys that were read from such a file");
    let anchors = TrustAnchors { policy: Some(&policy), expected: None };
    let inspected = verify::log(source, &anchors, Signatures::Together, setting.observer, &mut |_| {})?;
    if inspected.report.verdict() != Verdict::Verified {
        let report = Box::new(inspected.report);
        return Err(WitnessError::NotVerified { place: source.to_string(), report }.into());
    }
    // The very checkpoint that was recomputed, whatever is published by now.
    let signed = inspected.checkpoint.ok_or_else(|| WitnessError::NoCheckpoint(source.to_string()))?;
    let is_its = |snapshot: &SignedSnapshot| snapshot.snapshot().checkpoint == *signed.checkpoint();
    let snapshot = inspected.snapshot.filter(is_its);
    Ok((signed, snapshot))
}

/// The signed checkpoint that is published. Nothing is believed of it yet.
fn published(source: &LogSource<'_>) -> Result<SignedCheckpoint, Error> {
    let place = source.to_string();
    let read = published::checkpoint(source)?;
    Ok(read.map_err(|why| match why {
        NoCheckpoint::Missing => WitnessError::NoCheckpoint(place),
        NoCheckpoint::Malformed(error) => WitnessError::NotACheckpoint { place, error },
    })?)
}

/// The same, where a cache may show an older one than is published.
fn published_by_now(source: &LogSource<'_>) -> Result<Option<SignedCheckpoint>, Error> {
    let bytes = read_past_caches(source, CHECKPOINT, NOTE_BYTES_MAX)?;
    Ok(bytes.and_then(|bytes| SignedCheckpoint::parse(&bytes).ok()))
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
fn prove_growth(source: &LogSource<'_>, before: Size, checkpoint: &Checkpoint) -> Result<Vec<TreeHash>, Error> {
    let tiles = TileReader::new(checkpoint.size, |tile| read_hashes(source, tile));
    let size = checkpoint.size;
    prove::consistency(&tiles, before, size)
        .map_err(|error| TilesFlaw::told(error, |flaw| WitnessError::Unproved { before, size, flaw }.into()))
}
