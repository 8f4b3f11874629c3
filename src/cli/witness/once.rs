//! `witness URL`: looks at a published log once, proves from its tiles that it grew from what this witness cosigned last,
//! and cosigns it into a file.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{kept, refused, unusable};
use crate::cli::args::Witness;
use crate::cli::failure::{Exit, Failure};
use crate::cli::files::{self, Readers};
use crate::cli::ledger::now;
use crate::cli::output::Output;
use crate::cli::source::LogSource;
use crate::cli::verify;
use crate::crypto::hash::TreeHash;
use crate::crypto::note::{NOTE_BYTES_MAX, NoteSignature, PosixSeconds, VerifierKey};
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::note::policy::Policy;
use crate::ledger::note::witness::AddCheckpoint;
use crate::ledger::tree::prove;
use crate::ledger::tree::tile_reader::{TileReader, TileReaderError};
use crate::store::witness::{CosignAnswer, HeldState, origin_hash};
use crate::verify::conclude::TrustAnchors;
use crate::verify::published::CHECKPOINT;
use crate::verify::{Fault, Published, Verdict};

/// What was cosigned.
pub struct Cosigned {
    pub checkpoint: Checkpoint,
    /// What this witness had cosigned before; 0 if nothing.
    pub before: Size,
    pub line: NoteSignature,
}

pub fn run(logs: &[VerifierKey], state: &HeldState, arguments: &Witness, output: &Output) -> Result<Exit, Failure> {
    let what = Path::new(&arguments.what);
    let source = LogSource::open(what, output)?;
    let signed =
        if arguments.election { recompute(&source, logs, arguments, output)? } else { published(&source, arguments)? };
    let cosigned = cosign(&source, &signed, logs, state, arguments, output)?;
    let out = arguments.out.clone().unwrap_or_else(|| beside(&arguments.state, &cosigned.checkpoint));
    files::write(&out, format!("{}\n", cosigned.line).as_bytes(), Readers::All)?;
    tell(&cosigned, &out, output);
    Ok(Exit::Done)
}

/// Checks what is published against the state, and cosigns it; the state is stored before the line is given.
fn cosign(
    source: &LogSource,
    signed: &SignedCheckpoint,
    logs: &[VerifierKey],
    state: &HeldState,
    arguments: &Witness,
    output: &Output,
) -> Result<Cosigned, Failure> {
    let checkpoint = signed.checkpoint().clone();
    let last = state.last(&checkpoint.origin);
    let before = last.map_or(Size(0), |last| last.checkpoint().size);
    let request = |old, proof| AddCheckpoint::new(old, proof, signed.clone()).expect("a proof has at most 63 hashes");
    if checkpoint.size < before {
        return Err(shrunk(&request(before, Vec::new()), logs, before, state));
    }
    let proof = if is_watched(logs, &checkpoint) { prove_growth(source, before, &checkpoint)? } else { Vec::new() };
    let request = request(before, proof);
    match state.add(logs, &request, seconds()).map_err(|error| unusable(output.lang, &arguments.state, error))? {
        CosignAnswer::Cosigned(line) => Ok(Cosigned { checkpoint, before, line }),
        CosignAnswer::Refused(refusal, evidence) => Err(refused(&checkpoint, &refusal, evidence.as_ref())),
    }
}

/// Replays every event, and asks again what the ledger's writer asked: signatures, rules, totals. Only what verifies whole
/// is cosigned under a name that says so.
fn recompute(
    source: &LogSource,
    logs: &[VerifierKey],
    arguments: &Witness,
    output: &Output,
) -> Result<SignedCheckpoint, Failure> {
    let lines: String = logs.iter().map(|log| format!("log {log}\n")).collect();
    // Who else cosigned is not this witness's question.
    let policy =
        Policy::parse(&format!("{lines}quorum none\n")).expect("lines of keys that were read from such a file");
    let anchors = TrustAnchors { policy: Some(&policy), expected: None };
    let inspected = verify::of_log(source, &anchors, output, &mut |_| {})?;
    let (what, act) = (&arguments.what, "run `protokol verify` on it for every fault; nothing was cosigned");
    if inspected.report.verdict() != Verdict::Verified {
        let first = inspected.report.faults.first();
        let says = first.map_or_else(String::new, |fault| crate::text::fault(output.lang, fault));
        let code = first.map_or(Code::V7, Fault::code);
        return Err(Failure::new(
            inspected.report.verdict().into(),
            code,
            format!("{what} does not verify: {says}"),
            act,
        ));
    }
    // The very checkpoint that was recomputed, whatever is published by now.
    inspected.checkpoint.ok_or_else(|| Failure::new(Exit::No, Code::V9, format!("{what} has no checkpoint"), act))
}

/// The signed checkpoint that is published. Nothing is believed of it yet.
fn published(source: &LogSource, arguments: &Witness) -> Result<SignedCheckpoint, Failure> {
    let what = &arguments.what;
    let bytes = source.read(CHECKPOINT, NOTE_BYTES_MAX)?.ok_or_else(|| {
        let says = format!("there is no checkpoint at {what}");
        Failure::new(Exit::CannotTell, Code::V22, says, "give the URL or the folder under which `checkpoint` is")
    })?;
    SignedCheckpoint::parse(&bytes).map_err(|error| {
        let says = format!("the checkpoint at {what} cannot be read: {error}");
        Failure::new(Exit::CannotTell, Code::U3, says, "check the address: this is no log of this program's kind")
    })
}

/// The log shows less than it did: an older state was brought back, or somebody serves an old copy.
fn shrunk(request: &AddCheckpoint, logs: &[VerifierKey], before: Size, state: &HeldState) -> Failure {
    let checkpoint = request.checkpoint().checkpoint();
    let (origin, size) = (&checkpoint.origin, checkpoint.size);
    let is_signed = logs.iter().any(|log| request.checkpoint().verify(log).is_ok());
    if !is_signed {
        let says = format!("the checkpoint of {origin} at size {size} is not signed by the log");
        let act = "check that the policy names this log's key, and that it came from somebody you trust";
        return Failure::new(Exit::No, Code::V12, says, act);
    }
    let kept = kept(&state.suspect(request));
    let says = format!(
        "{origin} shows size {size}, and this witness has cosigned size {before}: a log does not shrink; {kept}"
    );
    let act =
        "look again in a while: a cache may be behind. If it stays so, make it known: an older state was brought back";
    Failure::new(Exit::No, Code::V24, says, act)
}

fn is_watched(logs: &[VerifierKey], checkpoint: &Checkpoint) -> bool {
    logs.iter().any(|log| *log.name() == checkpoint.origin.key_name())
}

/// The proof of growth, from the few tiles that it takes.
fn prove_growth(source: &LogSource, before: Size, checkpoint: &Checkpoint) -> Result<Vec<TreeHash>, Failure> {
    let tiles = TileReader::new(checkpoint.size, |tile| source.read(&tile.to_string(), tile.bytes_max()));
    let says = |error: String| format!("growth from size {before} to {} cannot be checked: {error}", checkpoint.size);
    let act = "look again in a while, or get the log's files from another place";
    prove::consistency(&tiles, before, checkpoint.size).map_err(|error| match error {
        TileReaderError::Place(failure) => failure,
        TileReaderError::Malformed(tile, error) => {
            Failure::new(Exit::CannotTell, Code::V21, says(format!("{tile}: {error}")), act)
        }
        TileReaderError::Missing(tile) => {
            Failure::new(Exit::CannotTell, Code::V22, says(format!("{tile} is missing")), act)
        }
        TileReaderError::Impossible(error) => Failure::new(Exit::CannotTell, Code::V26, says(error.to_string()), act),
    })
}

/// Where the line goes if nobody names another place.
fn beside(state: &Path, checkpoint: &Checkpoint) -> PathBuf {
    state.join(format!("{}.cosignature", origin_hash(&checkpoint.origin)))
}

fn seconds() -> PosixSeconds {
    (now().value() / 1000).try_into().expect("milliseconds before the year 10000 are few seconds")
}

fn tell(cosigned: &Cosigned, out: &Path, output: &Output) {
    let (checkpoint, fingerprint) = (&cosigned.checkpoint, cosigned.checkpoint.fingerprint());
    if output.json {
        output.value(&json!({
            "status": "cosigned",
            "origin": checkpoint.origin.as_str(),
            "size": checkpoint.size.0,
            "root": crate::crypto::base64::encode(&checkpoint.root.0),
            "fingerprint": fingerprint.to_string(),
            "before": cosigned.before.0,
            "cosignature": cosigned.line.to_string(),
            "file": out.display().to_string(),
        }));
        return;
    }
    let grew = match cosigned.before {
        Size(0) => "for the first time".to_owned(),
        before if before == checkpoint.size => "again, not grown".to_owned(),
        before => format!("grown from {before}"),
    };
    output.line(&format!("Cosigned     {} size {}, {grew}", checkpoint.origin, checkpoint.size));
    output.line(&format!("Fingerprint  {fingerprint}"));
    output.line(&format!("Cosignature  {}", out.display()));
}
