//! `export`: a receipt, or a kit for commissions that work offline.

use serde_json::json;

use super::args::{Export, Global};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::kit;
use super::ledger;
use super::output::Output;
use super::parallel::Cores;
use super::tally::known_unit;
use crate::domain::id::EventHash;
use crate::domain::number::Sequence;
use crate::store::read::{self, Reading};

pub fn run(global: &Global, arguments: &Export, output: &Output) -> Result<Exit, Failure> {
    if arguments.out.exists() {
        return Err(Failure::exists(&arguments.out));
    }
    let reading = ledger::read(global, output)?;
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    let bytes = match &arguments.receipt {
        Some(event) => {
            let sequence = find(&reading, event, global, output)?;
            drop(reading);
            let receipt = read::receipt(&global.ledger, Cores, sequence).map_err(failed)?;
            let missing = || Failure::not_found(format!("there is no event {event}"), "see `protokol log`");
            receipt.ok_or_else(missing)?.to_string().into_bytes()
        }
        None => {
            let unit = arguments.unit.as_deref().map(|unit| known_unit(&reading, unit)).transpose()?;
            kit::make(&reading, unit.as_ref(), global, output)?.encode()
        }
    };
    files::write_new(&arguments.out, &bytes, Readers::All)?;
    if output.json {
        output.value(&json!({ "file": arguments.out.display().to_string(), "bytes": bytes.len() }));
    } else {
        output.line(&format!("{} written, {} bytes", arguments.out.display(), bytes.len()));
    }
    Ok(Exit::Done)
}

/// An event by its hash or its sequence.
pub fn find(reading: &Reading, text: &str, global: &Global, output: &Output) -> Result<Sequence, Failure> {
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    let missing = || Failure::not_found(format!("there is no event {text}"), "see `protokol log`");
    if let Ok(sequence) = text.parse::<Sequence>() {
        return if reading.events.size().covers(sequence) { Ok(sequence) } else { Err(missing()) };
    }
    let hash = text.parse::<EventHash>().map_err(|_| missing())?;
    reading.events.by_hash(hash).map_err(failed)?.ok_or_else(missing)
}
