//! `export --receipt`: the proof of an event under the newest checkpoint with its cosignatures, or under the last one
//! that a quorum cosigned, where the newest has none yet. An older receipt is an event too: so a sealed one becomes a
//! witnessed one.

use std::path::{Path, PathBuf};

use super::super::args::{Global, Insider};
use super::super::failure::Failure;
use super::super::files::{self, RECEIPT_EXTENSION};
use super::super::gate;
use super::super::ledger;
use super::super::output::Output;
use super::super::talk::Talk;
use super::super::words::{papers, usage};
use crate::crypto::transfer::begins;
use crate::domain::number::Sequence;
use crate::ledger::files::receipt::{RECEIPT_HEADER, Receipt};
use crate::ledger::note::checkpoint::Checkpoint;
use crate::service::error::{Error, ReceiptError};
use crate::service::files::{Readers, head};
use crate::service::receipts::{self, Wanted};
use crate::service::source::{LogSource, LogSourceKind};
use crate::store::error::Doing;
use crate::text::{Lang, unreadable};
use crate::verify::conclude::TrustAnchors;

/// What is asked for.
pub struct Asked<'a> {
    /// Each an event's hash or sequence, or the file of an older receipt.
    pub events: &'a [String],
    /// A published log, if not the ledger.
    pub log: Option<&'a Path>,
    pub out: &'a Path,
    pub insider: &'a Insider,
}

impl Asked<'_> {
    /// Where the receipt of an event goes, if several are asked for.
    fn place(&self, sequence: Sequence) -> PathBuf {
        self.out.join(format!("{sequence}.{RECEIPT_EXTENSION}"))
    }

    /// A receipt that stands in the place of a new one is an older one of the same event, against which the log is held:
    /// nothing else is written over.
    fn held_against_older(&self, lang: Lang, wanted: Vec<Wanted>) -> Result<Vec<Wanted>, Failure> {
        let held = |wanted: Wanted| {
            let place = self.place(wanted.sequence());
            if !place.exists() {
                return Ok(wanted);
            }
            let standing = older(lang, &place.display().to_string())?;
            let standing = standing.filter(|standing| standing.sequence() == wanted.sequence());
            match (standing, wanted) {
                (Some(standing), Wanted::Sequence(_)) => Ok(standing),
                (Some(Wanted::Older(_, standing)), Wanted::Older(file, older)) if standing == older => {
                    Ok(Wanted::Older(file, older))
                }
                _ => Err(Failure::exists(lang, &place)),
            }
        };
        if wanted.len() < 2 { Ok(wanted) } else { wanted.into_iter().map(held).collect() }
    }
}

/// Writes the receipts that are asked for: one into a file, several into a folder.
pub fn write(global: &Global, asked: &Asked<'_>, output: &Output) -> Result<Checkpoint, Failure> {
    let log = asked.log.unwrap_or(&global.ledger);
    let receipts = match LogSourceKind::of(log).map_err(|error| Failure::service(output.lang, error))? {
        LogSourceKind::Ledger if asked.log.is_none() => of_ledger(global, asked, output)?,
        _ => of_log(global, log, asked, output)?,
    };
    let text = |receipt: &Receipt| receipt.to_string().into_bytes();
    if let [receipt] = &receipts[..] {
        files::write_new(output.lang, asked.out, &text(receipt), Readers::All)?;
        return Ok(receipt.checkpoint().checkpoint().clone());
    }
    let none = || Failure::usage(advise!(output.lang, usage::usage_no_event_named));
    let last = receipts.last().ok_or_else(none)?;
    let io = |error| Failure::io(output.lang, Doing::Create, asked.out, &error);
    std::fs::create_dir_all(asked.out).map_err(io)?;
    for receipt in &receipts {
        let name = asked.place(receipt.index());
        files::write(output.lang, &name, &text(receipt), Readers::All)?;
    }
    Ok(last.checkpoint().checkpoint().clone())
}

/// From a published log.
fn of_log(global: &Global, log: &Path, asked: &Asked<'_>, output: &Output) -> Result<Vec<Receipt>, Failure> {
    let by_number = |event: &String| {
        event.parse().map(Wanted::Sequence).map_err(|_| {
            Failure::usage(advise!(output.lang, usage::usage_no_published_event { event: event.as_str() }))
        })
    };
    let wanted = asked.events.iter().map(|event| older(output.lang, event)?.map_or_else(|| by_number(event), Ok));
    let wanted = asked.held_against_older(output.lang, wanted.collect::<Result<Vec<_>, Failure>>()?)?;
    let failed = |error: Error| match error {
        Error::Receipt(ReceiptError::Broken(_)) => {
            let failure = Failure::service(output.lang, error);
            Failure { says: format!("{}: {}", log.display(), failure.says), ..failure }.in_file(log)
        }
        error => Failure::service(output.lang, error),
    };
    let talk = Talk::new(output);
    let source = LogSource::open(log, &talk).map_err(failed)?;
    let policy = ledger::policy(global, output.lang)?;
    receipts::of_log(&source, &TrustAnchors::under(policy.as_ref()), &wanted).map_err(failed)
}

/// From the ledger. A receipt holds the event itself, and so its figures.
fn of_ledger(global: &Global, asked: &Asked<'_>, output: &Output) -> Result<Vec<Receipt>, Failure> {
    let log = ledger::read(global, None, output)?;
    let (query, failed) = (log.query(), |error| Failure::service(output.lang, error));
    let mut wanted = Vec::with_capacity(asked.events.len());
    for event in asked.events {
        let one = match older(output.lang, event)? {
            Some(older) => older,
            None => Wanted::Sequence(query.find(event).map_err(failed)?),
        };
        let kind = query.event(one.sequence()).map_err(failed)?.kind();
        gate::pass_event(&log.reading.model, kind, asked.insider, output)?;
        wanted.push(one);
    }
    let wanted = asked.held_against_older(output.lang, wanted)?;
    // The journal is read next, and needs the store's lock no more.
    drop(log);
    let talk = Talk::new(output);
    let policy = ledger::policy(global, output.lang)?;
    let anchors = TrustAnchors::under(policy.as_ref());
    let receipts = receipts::of_ledger(&ledger::setting(&global.ledger, &talk), &anchors, &wanted);
    receipts.map_err(failed)
}

/// A receipt that is named instead of an event.
fn older(lang: Lang, event: &str) -> Result<Option<Wanted>, Failure> {
    let path = Path::new(event);
    if !begins(&head(path).map_err(|error| Failure::service(lang, error))?, RECEIPT_HEADER) {
        return Ok(None);
    }
    let parsed = Receipt::parse(&files::read(lang, path)?);
    parsed.map(|receipt| Some(Wanted::Older(event.to_owned(), Box::new(receipt)))).map_err(|error| {
        let error = unreadable::not_a_receipt(lang, &error);
        Failure::format(path, advise!(lang, papers::paper_receipt_not_read { file: event, error }))
    })
}
