//! `export`: the ledger's data, a receipt, or a kit for commissions that work offline.

use serde_json::json;

use super::args::{Export, Global};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::formats;
use super::gate;
use super::kit;
use super::ledger;
use super::log::entry;
use super::output::Output;
use super::parallel::Cores;
use super::tally::known_unit;
use crate::domain::id::EventHash;
use crate::domain::number::Sequence;
use crate::ledger::receipt::Receipt;
use crate::store::read::{self, Reading};

pub fn run(global: &Global, arguments: &Export, output: &Output) -> Result<Exit, Failure> {
    if arguments.out.exists() {
        return Err(Failure::exists(&arguments.out));
    }
    let reading = ledger::read(global, output)?;
    let checkpoint = match (arguments.format, &arguments.receipt) {
        (Some(format), _) => {
            gate::pass(&reading.board, &arguments.insider, output)?;
            formats::write(&reading, format, arguments.at.as_deref(), &arguments.out, global, output)?;
            reading.checkpoint.checkpoint().clone()
        }
        (None, Some(event)) => {
            let receipt = receipt(reading, event, arguments, global, output)?;
            files::write_new(&arguments.out, receipt.to_string().as_bytes(), Readers::All)?;
            receipt.checkpoint().checkpoint().clone()
        }
        (None, None) => {
            let unit = arguments.unit.as_deref().map(|unit| known_unit(&reading, unit)).transpose()?;
            let kit = kit::make(&reading, unit.as_ref(), global, output)?;
            files::write_new(&arguments.out, &kit.encode(), Readers::All)?;
            kit.checkpoint.checkpoint().clone()
        }
    };
    let out = arguments.out.display();
    let io = |error| Failure::io("cannot read", &arguments.out, &error);
    let bytes = std::fs::metadata(&arguments.out).map_err(io)?.len();
    if output.json {
        output.value(
            &json!({ "file": out.to_string(), "bytes": bytes, "fingerprint": checkpoint.fingerprint().to_string() }),
        );
    } else {
        output.line(&format!("{out} written, {bytes} bytes"));
    }
    Ok(Exit::Done)
}

/// The receipt of an event. It holds the event itself, and so its figures.
fn receipt(
    reading: Reading,
    event: &str,
    arguments: &Export,
    global: &Global,
    output: &Output,
) -> Result<Receipt, Failure> {
    let sequence = find(&reading, event, global, output)?;
    let kind = entry(&reading, sequence, global, output)?.kind();
    gate::pass_event(&reading.board, kind, &arguments.insider, output)?;
    // The journal is read next, and needs the store's lock no more.
    drop(reading);
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    let missing = || Failure::not_found(format!("there is no event {event}"), "see `protokol log`");
    let receipt = read::receipt(&global.ledger, Cores, sequence).map_err(failed)?;
    receipt.ok_or_else(missing)
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
