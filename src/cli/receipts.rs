//! `export --receipt`: the proof of an event under the newest checkpoint, with the cosignatures that are there. An older
//! receipt is an event too: so a sealed one becomes a witnessed one.

use std::path::Path;

use super::args::{Export, Global};
use super::export::find;
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::gate;
use super::ledger;
use super::log::entry;
use super::output::Output;
use super::parallel::Cores;
use crate::domain::code::Code;
use crate::ledger::checkpoint::Checkpoint;
use crate::ledger::receipt::{RECEIPT_HEADER, Receipt};
use crate::store::read;

/// How receipts are named.
pub const EXTENSION: &str = "tlog-proof";

/// Writes the receipts that are asked for: one into a file, several into a folder.
pub fn write(global: &Global, arguments: &Export, output: &Output) -> Result<Checkpoint, Failure> {
    let receipts = of_ledger(global, arguments, output)?;
    let text = |receipt: &Receipt| receipt.to_string().into_bytes();
    if let [receipt] = &receipts[..] {
        files::write_new(&arguments.out, &text(receipt), Readers::All)?;
        return Ok(receipt.checkpoint().checkpoint().clone());
    }
    let io = |error| Failure::io("cannot create", &arguments.out, &error);
    std::fs::create_dir_all(&arguments.out).map_err(io)?;
    for receipt in &receipts {
        let name = arguments.out.join(format!("{}.{EXTENSION}", receipt.index()));
        files::write_new(&name, &text(receipt), Readers::All)?;
    }
    let last = receipts.last().ok_or_else(|| Failure::usage("no event is named", "name one with --receipt EVENT"))?;
    Ok(last.checkpoint().checkpoint().clone())
}

/// From the ledger. A receipt holds the event itself, and so its figures.
fn of_ledger(global: &Global, arguments: &Export, output: &Output) -> Result<Vec<Receipt>, Failure> {
    let reading = ledger::read(global, output)?;
    let mut sequences = Vec::with_capacity(arguments.receipt.len());
    for event in &arguments.receipt {
        let sequence = match older(event)? {
            Some(receipt) => receipt.index(),
            None => find(&reading, event, global, output)?,
        };
        let kind = entry(&reading, sequence, global, output)?.kind();
        gate::pass_event(&reading.board, kind, &arguments.insider, output)?;
        sequences.push(sequence);
    }
    // The journal is read next, and needs the store's lock no more.
    drop(reading);
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    let receipts = read::receipts(&global.ledger, Cores, &sequences).map_err(failed)?;
    for (receipt, event) in receipts.iter().zip(&arguments.receipt) {
        prove_same(older(event)?, receipt, event)?;
    }
    Ok(receipts)
}

/// A receipt that is named instead of an event.
fn older(event: &str) -> Result<Option<Receipt>, Failure> {
    let path = Path::new(event);
    if !files::begins(path, RECEIPT_HEADER.as_bytes()) {
        return Ok(None);
    }
    let parsed = Receipt::parse(&files::read(path)?);
    parsed
        .map(Some)
        .map_err(|error| Failure::format(path, format!("{event}: {error}"), "give a receipt as it was made"))
}

/// The event under the new checkpoint must be the one that the older receipt holds.
fn prove_same(older: Option<Receipt>, newer: &Receipt, file: &str) -> Result<(), Failure> {
    let Some(older) = older else { return Ok(()) };
    let origins = [older.checkpoint(), newer.checkpoint()].map(|signed| &signed.checkpoint().origin);
    if origins[0] != origins[1] {
        let says = format!("{file} is of the log {}, and this is {}", origins[0], origins[1]);
        return Err(Failure::usage(says, "name the log that the receipt is of"));
    }
    if older.entry().is_none_or(|entry| Some(entry) == newer.entry()) {
        return Ok(());
    }
    let says = format!("{file} proves another event {} than this log has: the log has two histories", older.index());
    let act = "keep the receipt, and compare this log with another copy: `protokol compare`; nothing was written";
    Err(Failure::new(Exit::No, Code::V24, says, act).in_file(Path::new(file)))
}
