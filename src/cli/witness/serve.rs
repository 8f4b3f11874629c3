//! `witness serve`: answers logs over HTTP until it is told to end.

use std::net::{SocketAddr, TcpListener};

use super::super::words::usage;
use crate::cli::failure::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::words::{cosigning, files, results, witnesses};
use crate::crypto::vkey::{KeyKind, VerifierKey};
use crate::domain::code::Code;
use crate::server::limits::Limits;
use crate::server::setting::Setting;
use crate::server::supervisor::{Supervisor, handed_over};
use crate::server::witness::{Witness, WitnessNotice};
use crate::store::witness::HeldState;
use crate::view::witness as view;

pub fn run(logs: Vec<VerifierKey>, state: HeldState, listen: SocketAddr, output: &Output) -> Result<Exit, Failure> {
    let failed = |error: std::io::Error| {
        let (address, error) = (listen.to_string(), files::system(output.lang, &error));
        Failure::said(Exit::Disk, Code::U2, advise!(output.lang, usage::usage_not_listening { address, error }))
    };
    // A supervisor that listens already knows where.
    let listener = match handed_over().map_err(failed)?.pop() {
        Some((_, listener)) => listener,
        None => TcpListener::bind(listen).map_err(failed)?,
    };
    let address = listener.local_addr().map_err(failed)?;
    greet(&logs, &state, address, output);
    let talk = *output;
    let setting = Setting { supervisor: Supervisor::of_environment(), ..Limits::WITNESS.into() };
    Witness::new(state, logs, move |told| tell(told, &talk)).serve(listener, setting).map_err(failed)?;
    output.say(say!(output.lang, results::serving_ended));
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
    let (lang, [key_of_type_4, key_of_type_1]) = (output.lang, keys);
    let mut rows = vec![
        (say!(lang, results::result_witness), key.name().to_string()),
        (say!(lang, results::result_key), key_of_type_4),
        (say!(lang, results::result_the_same), say!(lang, results::result_older_spelling { key: key_of_type_1 })),
    ];
    rows.extend(logs.iter().map(|log| (say!(lang, results::result_watches), log.name().to_string())));
    rows.push((say!(lang, results::result_address), format!("http://{address}")));
    output.rows(&rows);
}

fn tell(told: &WitnessNotice<'_>, output: &Output) {
    let lang = output.lang;
    let line = match told {
        WitnessNotice::Cosigned(checkpoint) => {
            say!(lang, results::serving_cosigned { origin: checkpoint.origin.to_string(), size: checkpoint.size })
        }
        WitnessNotice::Refused { checkpoint, refusal, evidence } => {
            let (origin, size) = (checkpoint.origin.to_string(), checkpoint.size);
            let (refusal, kept) = (cosigning::refusal(lang, refusal), witnesses::kept(lang, evidence));
            say!(lang, results::serving_refused { origin, size, refusal, kept })
        }
        WitnessNotice::Failed(error) => {
            say!(lang, results::serving_failed { error: witnesses::unusable(lang, error).says })
        }
    };
    output.say(&line);
}
