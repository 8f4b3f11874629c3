//! `export --receipt`: the proof of an event under the newest checkpoint with its cosignatures, or under the last one that a
//! quorum cosigned, where the newest has none yet. An older
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
use super::source::LogSource;
use crate::domain::code::Code;
use crate::ledger::files::receipt::{RECEIPT_HEADER, Receipt};
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::tree::prove::inclusion;
use crate::ledger::tree::tile::{Tile, bundle_of};
use crate::ledger::tree::tile_reader::{TileReader, TileReaderError};
use crate::store::read;
use crate::text;
use crate::verify::{Fault, Published, published};

/// How receipts are named.
pub const EXTENSION: &str = "tlog-proof";

/// Writes the receipts that are asked for: one into a file, several into a folder.
pub fn write(global: &Global, arguments: &Export, output: &Output) -> Result<Checkpoint, Failure> {
    let receipts = match &arguments.from {
        Some(log) => of_log(log, arguments, output)?,
        None => of_ledger(global, arguments, output)?,
    };
    for (receipt, event) in receipts.iter().zip(&arguments.receipt) {
        check_same(older(event)?, receipt, event)?;
    }
    let text = |receipt: &Receipt| receipt.to_string().into_bytes();
    if let [receipt] = &receipts[..] {
        files::write_new(&arguments.out, &text(receipt), Readers::All)?;
        return Ok(receipt.checkpoint().checkpoint().clone());
    }
    let last = receipts.last().ok_or_else(|| Failure::usage("no event is named", "name one with --receipt EVENT"))?;
    let io = |error| Failure::io("cannot create", &arguments.out, &error);
    std::fs::create_dir_all(&arguments.out).map_err(io)?;
    for receipt in &receipts {
        let name = arguments.out.join(format!("{}.{EXTENSION}", receipt.index()));
        files::write(&name, &text(receipt), Readers::All)?;
    }
    Ok(last.checkpoint().checkpoint().clone())
}

/// From a published log, of which no more is read than the proof needs. What is not true does not leave.
fn of_log(log: &Path, arguments: &Export, output: &Output) -> Result<Vec<Receipt>, Failure> {
    let source = LogSource::open(log, output)?;
    let broken = |says: String| {
        let act = "run `protokol verify` on it, and get the receipt from another copy";
        Failure { exit: Exit::CannotTell, ..Failure::format(log, format!("{}: {says}", log.display()), act) }
    };
    let signed = published::checkpoint(&source)?.ok_or_else(|| broken("no checkpoint that can be read".to_owned()))?;
    let size = signed.checkpoint().size;
    let tiles = TileReader::new(size, |tile: Tile| source.read(&tile.to_string(), tile.bytes_max()));
    let mut receipts = Vec::with_capacity(arguments.receipt.len());
    for event in &arguments.receipt {
        let sequence = match older(event)? {
            Some(receipt) => receipt.index(),
            None => event.parse().map_err(|_| {
                let act = "name it by its sequence, or by an older receipt: a published log is not searched for hashes";
                Failure::usage(format!("{event} names no event of a published log"), act)
            })?,
        };
        let missing =
            || Failure::not_found(format!("there is no event {sequence}"), format!("the log has {size} events"));
        let (bundle, place) = bundle_of(sequence, size).ok_or_else(missing)?;
        let entries = published::read_bundle(&source, bundle)?;
        let entries = entries.map_err(|what| broken(text::fault(output.lang, &Fault::of_tile(bundle, what))))?;
        let proof = inclusion(&tiles, sequence, size).map_err(|error| match error {
            TileReaderError::Place(failure) => failure,
            TileReaderError::Missing(tile) => broken(format!("{tile} is missing")),
            TileReaderError::Malformed(tile, error) => broken(format!("{tile}: {error}")),
            TileReaderError::Impossible(error) => broken(error.to_string()),
        })?;
        let entry = entries.into_iter().nth(place).unwrap_or_default();
        let receipt = Receipt::new(Some(entry), sequence, proof, signed.clone());
        let receipt = receipt.map_err(|error| broken(error.to_string()))?;
        let entry = receipt.entry().unwrap_or_default();
        receipt.verify_inclusion(entry).map_err(|_| broken("its tiles do not prove the event".to_owned()))?;
        receipts.push(receipt);
    }
    Ok(receipts)
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
        gate::pass_event(&reading.model, kind, &arguments.insider, output)?;
        sequences.push(sequence);
    }
    // The journal is read next, and needs the store's lock no more.
    drop(reading);
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    read::receipts(&global.ledger, Cores, &sequences).map_err(failed)
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
fn check_same(older: Option<Receipt>, newer: &Receipt, file: &str) -> Result<(), Failure> {
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
