//! `witness`: watches the logs of a policy, and cosigns what grew from what it cosigned before.

pub mod once;
mod serve;

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::{Global, Secret};
use super::door::Door;
use super::failure::{Exit, Failure};
use super::keys;
use super::ledger;
use super::output::Output;
use super::words::{usage, witnesses};
use crate::crypto::note::NoteSigner;
use crate::crypto::vkey::{KeyName, VerifierKey};
use crate::domain::code::Code;
use crate::server::limits::Limits;
use crate::service::witness::{Looking, Watch, hold, watched};
use crate::store::witness::HeldState;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol witness https://a.example --policy logs.policy --key w.key --name w.example/1 --state w\n  protokol witness serve --policy logs.policy --key w.key --name w.example/1 --state w"
)]
pub struct Witness {
    /// A published log to look at once: its URL, folder or tar; or the word serve, to answer logs over HTTP
    #[arg(value_name = "URL|serve")]
    pub what: String,
    /// The witness's key, which signs for nobody else
    #[arg(long, value_name = "FILE")]
    pub key: PathBuf,
    /// The witness's name: a URL without its scheme, such as witness.example/w1
    #[arg(long)]
    pub name: String,
    /// The folder for what was cosigned last, and for evidence; it belongs to this key
    #[arg(long, value_name = "DIR")]
    pub state: PathBuf,
    /// Recompute the election: replay every event, check every signature, rule and sum again, and cosign only what
    /// verifies whole. The name must end in /recomputed
    #[arg(long)]
    pub election: bool,
    /// Where to write the cosignature; into the state's folder if left out
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub door: Door,
    #[command(flatten)]
    pub secret: Secret,
}

/// The word that asks for a server, in the place of a URL.
const SERVE: &str = "serve";
/// Where a witness answers if nobody names another place: on this machine alone.
const LISTEN: &str = "127.0.0.1:7380";

pub fn run(global: &Global, arguments: &Witness, output: &Output) -> Result<Exit, Failure> {
    let looking = if arguments.election { Looking::Election } else { Looking::Growth };
    let name = looking.name(&arguments.name);
    let name = name.map_err(|error| Failure::service(output.lang, error))?;
    if arguments.what == SERVE && arguments.election {
        return Err(Failure::usage(advise!(output.lang, usage::usage_server_recomputes)));
    }
    if arguments.what == SERVE {
        if arguments.out.is_some() {
            return Err(Failure::usage(advise!(output.lang, usage::usage_server_writes)));
        }
        let door = arguments.door.open(LISTEN, Limits::WITNESS, output)?;
        let (logs, state) = open(global, arguments, name, output)?;
        return serve::run(logs, state, door, output);
    }
    if arguments.door != Door::default() {
        return Err(Failure::usage(advise!(output.lang, usage::usage_only_server_listens)));
    }
    let (logs, state) = open(global, arguments, name, output)?;
    let watch = Watch { logs: &logs, state: &state, place: &arguments.state };
    once::run(global, Path::new(&arguments.what), watch, looking, arguments.out.as_deref(), output)
}

/// The keys of the logs that are watched, and the state under the witness's key.
fn open(
    global: &Global,
    arguments: &Witness,
    name: KeyName,
    output: &Output,
) -> Result<(Vec<VerifierKey>, HeldState), Failure> {
    let failed = |error| Failure::service(output.lang, error);
    let policy = ledger::policy(global, output.lang)?
        .ok_or_else(|| Failure::said(Exit::Usage, Code::U1, witnesses::watches_nobody(output.lang)))?;
    let logs = watched(&policy).map_err(failed)?;
    let signer = NoteSigner::new(name, keys::open(output.lang, &arguments.key, &arguments.secret)?);
    let state = hold(&arguments.state, &arguments.key, signer, &logs).map_err(failed)?;
    Ok((logs, state))
}
