//! `witness serve`: answers logs over HTTP until it is told to end.

use crate::cli::door::{Opened, not_listening};
use crate::cli::failure::{Exit, Failure};
use crate::cli::output::Output;
use crate::cli::words::{cosigning, results, witnesses};
use crate::crypto::vkey::{KeyKind, VerifierKey};
use crate::server::witness::{Witness, WitnessNotice};
use crate::store::witness::HeldState;
use crate::view::witness as view;

pub fn run(logs: Vec<VerifierKey>, state: HeldState, mut door: Opened, output: &Output) -> Result<Exit, Failure> {
    let _operators = door.answer_operators(output.lang)?;
    let url = door.url();
    greet(&logs, &state, &url, output);
    let talk = *output;
    let Opened { listener, setting, .. } = door;
    let ended = Witness::new(state, logs, move |told| tell(told, &talk)).serve(listener, setting);
    ended.map_err(|error| not_listening(output.lang, &url, &error))?;
    output.say(say!(output.lang, results::serving_ended));
    Ok(Exit::Done)
}

/// Where it answers and under which key, before the first answer.
fn greet(logs: &[VerifierKey], state: &HeldState, url: &str, output: &Output) {
    let key = state.key();
    let keys = [KeyKind::Cosigner, KeyKind::Ed25519].map(|kind| key.spelled(kind).to_string());
    if output.json {
        let logs = logs.iter().map(|log| log.name().to_string()).collect();
        let (url, name) = (url.to_owned(), key.name().to_string());
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
    rows.push((say!(lang, results::result_address), url.to_owned()));
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
