//! `witness`: watches the logs of a policy, and cosigns what grew from what it cosigned before.

pub mod once;
mod serve;

use std::net::SocketAddr;
use std::path::Path;

use super::args::{Global, Witness};
use super::failure::{Exit, Failure};
use super::keys;
use super::ledger;
use super::output::Output;
use crate::crypto::note::{KeyName, NoteSigner, VerifierKey};
use crate::domain::code::Code;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::witness::{Inconsistency, WitnessRefusal};
use crate::store::witness::{EvidenceKeeping, HeldState, WitnessStateError};
use crate::text::Lang;

/// The word that asks for a server, in the place of a URL.
const SERVE: &str = "serve";
/// What the names of those end in who recompute an election, and nobody else's.
const RECOMPUTED: &str = "/recomputed";
/// Where a witness answers if nobody names another place: on this machine alone.
const LISTEN: &str = "127.0.0.1:7380";

pub fn run(global: &Global, arguments: &Witness, output: &Output) -> Result<Exit, Failure> {
    let name = name(&arguments.name, arguments.election)?;
    if arguments.what == SERVE && arguments.election {
        let act = "run `protokol witness URL --election` as often as you like: each run recomputes everything";
        return Err(Failure::usage("a server does not recompute an election", act));
    }
    if arguments.what == SERVE {
        if arguments.out.is_some() {
            return Err(Failure::usage("a server hands cosignatures to whoever asks", "leave --out away"));
        }
        let listen = arguments.listen.as_deref().unwrap_or(LISTEN);
        let listen = listen.parse().map_err(|_| {
            Failure::usage(format!("{listen:?} is no address to listen on"), "give one such as 127.0.0.1:7380")
        })?;
        warn_of_strangers(&listen, output);
        let (logs, state) = open(global, arguments, name, output)?;
        return serve::run(logs, state, listen, output);
    }
    if arguments.listen.is_some() {
        let act = "`protokol witness serve --listen ADDR` is a server; leave --listen away to cosign once";
        return Err(Failure::usage("only a server listens", act));
    }
    let (logs, state) = open(global, arguments, name, output)?;
    once::run(&logs, &state, arguments, output)
}

/// The name of a witness: by its end, everybody who reads a policy or a checkpoint knows what its cosignatures mean.
fn name(name: &str, recomputes: bool) -> Result<KeyName, Failure> {
    match (name.ends_with(RECOMPUTED), recomputes) {
        (true, false) => {
            let says = format!("a name that ends in {RECOMPUTED} says that an election was recomputed");
            return Err(Failure::usage(says, "recompute it with --election, or give another name and another key"));
        }
        (false, true) => {
            let says = format!("who recomputes an election has a name that ends in {RECOMPUTED}");
            return Err(Failure::usage(says, "give it such a name, and a key that signs nothing else"));
        }
        (true, true) | (false, false) => {}
    }
    let act = "give a URL without its scheme, such as witness.example/w1: no space and no plus";
    name.parse().map_err(|_| Failure::usage(format!("{name:?} is no witness's name"), act))
}

/// The keys of the logs that are watched, and the state under the witness's key.
fn open(
    global: &Global,
    arguments: &Witness,
    name: KeyName,
    output: &Output,
) -> Result<(Vec<VerifierKey>, HeldState), Failure> {
    let logs = watched(global)?;
    let signer = NoteSigner::new(name, keys::open(&arguments.key, &arguments.secret)?);
    if logs.iter().any(|log| log.public() == signer.verifier().public()) {
        let act = "give the witness a key of its own: `protokol keygen`";
        return Err(Failure::usage("this is the key of a log that is to be watched", act));
    }
    let state = HeldState::open(&arguments.state, &arguments.key, signer);
    let state = state.map_err(|error| unusable(output.lang, &arguments.state, error))?;
    Ok((logs, state))
}

/// The keys of the policy's `log` lines.
fn watched(global: &Global) -> Result<Vec<VerifierKey>, Failure> {
    let act = "give --policy FILE with a line `log <vkey>` for each log that is watched";
    let policy = ledger::policy(global)?.ok_or_else(|| Failure::usage("a witness must know whom it watches", act))?;
    let logs: Vec<_> = policy.logs().iter().map(|log| log.key.clone()).collect();
    if logs.is_empty() { Err(Failure::usage("the policy names no log", act)) } else { Ok(logs) }
}

/// Why the state cannot be used, and what to do.
fn unusable(lang: Lang, state: &Path, error: WitnessStateError) -> Failure {
    use WitnessStateError as E;
    let says = format!("{}: {error}", state.display());
    let newest = "put back the newest copy of the state and of the mark beside the key, both of one moment. If they are lost, \
                  make a new key and a new name, and tell the logs: with this key an older tree could be cosigned again";
    match error {
        E::Store(error) => Failure::store(lang, state, error),
        E::OtherWitness { .. } => {
            Failure::usage(says, "give the key and the name that the state was made with, or another --state")
        }
        E::Damaged { .. } => Failure::new(Exit::CannotTell, Code::V25, says, newest),
        E::Failed => Failure::new(Exit::Disk, Code::U2, says, "see that the disk is sound, and start it again"),
        E::Older(_) | E::Newer(_) | E::Unmarked(_) => Failure::new(Exit::No, Code::V25, says, newest),
    }
}

/// Why a checkpoint is not cosigned, and what to do.
fn refused(checkpoint: &Checkpoint, refusal: &WitnessRefusal, evidence: Option<&EvidenceKeeping>) -> Failure {
    let kept = evidence.map_or_else(String::new, |evidence| format!("; {}", kept(evidence)));
    let says = format!("{} at size {} is not cosigned: {refusal}{kept}", checkpoint.origin, checkpoint.size);
    let (code, act) = match refusal {
        WitnessRefusal::Inconsistent(Inconsistency::Unproved { .. }) => (
            Code::V26,
            "get the log's files from another place and run it again. If they say the same, the log has two histories: make \
             the kept request known",
        ),
        WitnessRefusal::Inconsistent(_) | WitnessRefusal::OtherSize { .. } | WitnessRefusal::OldAboveNew { .. } => {
            (Code::V24, "make it known: who compares the two checkpoints needs nothing else")
        }
        _ => (Code::V12, "check that the policy names this log's key, and that it came from somebody you trust"),
    };
    Failure::new(Exit::No, code, says, act)
}

/// What became of evidence, in words.
fn kept(evidence: &EvidenceKeeping) -> String {
    match evidence {
        EvidenceKeeping::Kept(file) => format!("the request is kept in {file} of the state"),
        EvidenceKeeping::Known(file) => format!("the same checkpoint was kept before, in {file} of the state"),
        EvidenceKeeping::Full => "it is not kept: there is no room for more evidence of this log".to_owned(),
        EvidenceKeeping::Lost(error) => format!("it could not be kept: {error}"),
    }
}

/// A witness reads nothing but public files, and still everybody who reaches it can keep it busy.
fn warn_of_strangers(listen: &SocketAddr, output: &Output) {
    if !listen.ip().is_loopback() {
        output.say("Whoever reaches this address can ask: put a proxy with TLS and limits in front of it.");
    }
}
