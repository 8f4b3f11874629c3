//! `witness serve`: answers logs over HTTP until it is told to end.

use std::net::{SocketAddr, TcpListener};

use super::super::words::usage;
use crate::cli::failure::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::words::witnesses;
use crate::crypto::vkey::{KeyKind, VerifierKey};
use crate::domain::code::Code;
use crate::server::witness::{Witness, WitnessNotice};
use crate::store::witness::HeldState;
use crate::view::witness as view;

pub fn run(logs: Vec<VerifierKey>, state: HeldState, listen: SocketAddr, output: &Output) -> Result<Exit, Failure> {
    let failed = |error: std::io::Error| {
        let (address, error) = (listen.to_string(), error.to_string());
        Failure::said(Exit::Disk, Code::U2, advise!(output.lang, usage::usage_not_listening { address, error }))
    };
    let listener = TcpListener::bind(listen).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    greet(&logs, &state, address, output);
    let talk = *output;
    Witness::new(state, logs, move |told| tell(told, &talk)).serve(listener).map_err(failed)?;
    output.say("Ended.");
    Ok(Exit::Done)
}

/// Where it answers and under which key, before the first answer.
fn greet(logs: &[VerifierKey], state: &HeldState, address: SocketAddr, output: &Output) {
    let key = state.key();
    let keys = [KeyKind::Cosigner, KeyKind::Ed25519].map(|kind| key.spelled(kind).to_string());
    if output.json {
        let logs = logs.iter().map(|log| log.name().to_string()).collect();
        let (url, name) = (format!("http://{address}"), key.name().to_string());
        output.value(&view::Witness { url, name, keys: keys.into(), logs });
        return;
    }
    output.line(&format!("Witness      {}", key.name()));
    output.line(&format!("Key          {}", keys[0]));
    output.line(&format!("the same     {}  (for programs that do not know type 04)", keys[1]));
    logs.iter().for_each(|log| output.line(&format!("Watches      {}", log.name())));
    output.line(&format!("Address      http://{address}"));
}

fn tell(told: &WitnessNotice<'_>, output: &Output) {
    match told {
        WitnessNotice::Cosigned(checkpoint) => {
            output.say(&format!("Cosigned {} at size {}.", checkpoint.origin, checkpoint.size));
        }
        WitnessNotice::Refused { checkpoint, refusal, evidence } => {
            let (origin, size) = (&checkpoint.origin, checkpoint.size);
            output.say(&format!(
                "REFUSED {origin} at size {size}: {refusal}; {}.",
                witnesses::kept(output.lang, evidence)
            ));
        }
        WitnessNotice::Failed(error) => {
            output.say(&format!("Nothing is cosigned any more: {error}. Start the witness again."))
        }
    }
}
