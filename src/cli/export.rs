//! `export`: the whole log as files, the ledger's data, receipts, or a kit for commissions that work offline.

use std::path::Path;

use super::args::{Export, Format, Global};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::formats;
use super::gate;
use super::ledger;
use super::output::Output;
use super::receipts;
use super::talk::Talk;
use super::tally::known_unit;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::service::kit;
use crate::service::publish::write_log;
use crate::store::error::Doing;
use crate::view::written::Written;

pub fn run(global: &Global, arguments: &Export, output: &Output) -> Result<Exit, Failure> {
    let is_data = matches!(arguments.format, Some(Format::Data(_)));
    let is_tiles = !is_data && !arguments.kit && arguments.receipt.is_empty();
    if is_tiles {
        gate::pass(&ledger::read(global, output)?.model, &arguments.insider, output)?;
        let (talk, policy) = (Talk::new(output), ledger::policy_file(global, output.lang)?);
        let checkpoint = write_log(&ledger::setting(&global.ledger, &talk), policy.as_ref(), &arguments.out);
        let checkpoint = checkpoint.map_err(|error| Failure::service(output.lang, error))?;
        return told(&arguments.out, &checkpoint, output);
    }
    if arguments.out.exists() {
        return Err(Failure::exists(output.lang, &arguments.out));
    }
    if !arguments.receipt.is_empty() {
        let checkpoint = receipts::write(global, arguments, output)?;
        return told(&arguments.out, &checkpoint, output);
    }
    let reading = ledger::read(global, output)?;
    let checkpoint = reading.checkpoint.checkpoint().clone();
    if let Some(Format::Data(format)) = arguments.format {
        gate::pass(&reading.model, &arguments.insider, output)?;
        formats::write(&reading, format, arguments.at.as_deref(), &arguments.out, global, output)?;
    } else {
        let unit = arguments.unit.as_deref().map(|unit| known_unit(&reading, unit)).transpose()?;
        let talk = Talk::new(output);
        let kit = kit::make(&ledger::setting(&global.ledger, &talk), &reading, unit.as_ref());
        let kit = kit.map_err(|error| Failure::service(output.lang, error))?;
        files::write_new(output.lang, &arguments.out, &kit.encode(), Readers::All)?;
    }
    told(&arguments.out, &checkpoint, output)
}

fn told(out: &Path, checkpoint: &Checkpoint, output: &Output) -> Result<Exit, Failure> {
    let bytes = std::fs::metadata(out).map_err(|error| Failure::io(output.lang, Doing::Read, out, &error))?;
    let file = out.display().to_string();
    if output.json {
        output.value(&Written::of(file, checkpoint, bytes.is_file().then_some(bytes.len())));
    } else if bytes.is_file() {
        output.line(&format!("{file} written, {} bytes", bytes.len()));
    } else {
        output.line(&format!("{file} written, at size {}", checkpoint.size));
    }
    Ok(Exit::Done)
}
