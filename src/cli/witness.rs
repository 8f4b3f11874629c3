//! `witness`: watches the logs of a policy, and cosigns what grew from what it cosigned before.

pub mod once;
mod serve;

use std::net::SocketAddr;

use super::args::{Global, Witness};
use super::failure::{Exit, Failure, state_unusable};
use super::keys;
use super::ledger;
use super::output::Output;
use crate::crypto::note::{KeyName, NoteSigner, VerifierKey};
use crate::store::witness::HeldState;

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
    once::run(global, &logs, &state, arguments, output)
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
    let logs = watched(global, output)?;
    let signer = NoteSigner::new(name, keys::open(&arguments.key, &arguments.secret)?);
    if logs.iter().any(|log| log.public() == signer.verifier().public()) {
        let act = "give the witness a key of its own: `protokol keygen`";
        return Err(Failure::usage("this is the key of a log that is to be watched", act));
    }
    let state = HeldState::open(&arguments.state, &arguments.key, signer);
    let state = state.map_err(|error| state_unusable(output.lang, &arguments.state, error))?;
    Ok((logs, state))
}

/// The keys of the policy's `log` lines.
fn watched(global: &Global, output: &Output) -> Result<Vec<VerifierKey>, Failure> {
    let act = "give --policy FILE with a line `log <vkey>` for each log that is watched";
    let policy = ledger::policy(global, output.lang)?
        .ok_or_else(|| Failure::usage("a witness must know whom it watches", act))?;
    let logs: Vec<_> = policy.logs().iter().map(|log| log.key.clone()).collect();
    if logs.is_empty() { Err(Failure::usage("the policy names no log", act)) } else { Ok(logs) }
}

/// A witness reads nothing but public files, and still everybody who reaches it can keep it busy.
fn warn_of_strangers(listen: &SocketAddr, output: &Output) {
    if !listen.ip().is_loopback() {
        output.say("Whoever reaches this address can ask: put a proxy with TLS and limits in front of it.");
    }
}
