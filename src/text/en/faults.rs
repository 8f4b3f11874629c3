//! Faults of a ledger or a receipt: what is wrong, and where.

use super::{refusals, submissions};
use crate::crypto::base64;
use crate::domain::Rejection;
use crate::ledger::envelope::{EnvelopeError, LinkFault};
use crate::ledger::files::frame::FrameError;
use crate::ledger::files::seal::{SEAL_BYTES, SlotNumber};
use crate::text::Lang;
use crate::text::figures::figure;
use crate::text::parts::{clause, strip};
use crate::verify::{CheckpointPlace, Fault, FaultKind};

/// Where a fault is: `event 17 (01.001), journal/0 at byte 4096`.
pub fn place(fault: &Fault) -> Option<String> {
    let unit = fault.unit.as_ref();
    let event = match (fault.sequence, unit) {
        (Some(sequence), Some(unit)) => Some(format!("event {sequence} ({unit})")),
        (Some(sequence), None) => Some(format!("event {sequence}")),
        (None, Some(unit)) => Some(format!("unit {unit}")),
        (None, None) => None,
    };
    let bytes = fault.place.as_ref().map(|place| match fault.what {
        // It is about the whole file.
        FaultKind::AttachmentMissing(_)
        | FaultKind::AttachmentAltered(_)
        | FaultKind::TileForged
        | FaultKind::TileMissing
        | FaultKind::TileFormat(_) => place.file.clone(),
        _ => format!("{} at byte {}", place.file, place.offset),
    });
    let places: Vec<_> = event.into_iter().chain(bytes).collect();
    (!places.is_empty()).then(|| places.join(", "))
}

/// What is wrong, without a full stop.
pub fn what(what: &FaultKind) -> String {
    match what {
        FaultKind::Frame(error) => frame(error).to_owned(),
        FaultKind::FrameSequence => "this batch of events claims another first event than it holds".to_owned(),
        FaultKind::Missing { sealed, found } => {
            format!("events are missing: the checkpoint covers {}, and {} are there", figure(sealed.0), figure(found.0))
        }
        FaultKind::Envelope(EnvelopeError::Length(bytes)) => {
            format!("a record of {bytes} bytes is too short or too long to be an event")
        }
        FaultKind::Envelope(EnvelopeError::Arrival) => "its arrival is after the year 9999".to_owned(),
        FaultKind::Link(LinkFault::Previous) => {
            "it does not name the event before it: one of them was changed, or one between them is gone".to_owned()
        }
        FaultKind::Link(LinkFault::Sequence(claimed)) => {
            format!("it calls itself event {claimed}, which is not its place")
        }
        FaultKind::Link(LinkFault::Arrival(arrival)) => {
            format!("it arrived at {arrival}, which is earlier than the event before it")
        }
        FaultKind::Submission(error) => clause(Lang::En, &submissions::error(error).says),
        FaultKind::Inadmissible(Rejection::Closed) => "it was added after the ledger had been closed".to_owned(),
        FaultKind::Inadmissible(Rejection::RulesUnknown(rules)) => {
            format!("it follows rules version {rules}, which this program does not know: it cannot tell")
        }
        FaultKind::Inadmissible(rejection) => {
            format!("it should not have been let in. {}", strip(&refusals::rejection(rejection).says))
        }
        FaultKind::Root { size, sealed, recomputed } => format!(
            "the checkpoint of size {} was signed over other events than these: signed {}, recomputed {}",
            figure(size.0),
            base64::encode(&sealed.0),
            base64::encode(&recomputed.0)
        ),
        FaultKind::NoCheckpoint => "there is no checkpoint that can be read".to_owned(),
        FaultKind::SealLength(bytes) => format!("the seal has {bytes} bytes instead of {SEAL_BYTES}"),
        FaultKind::Slot(slot) => format!("the {} half of the seal is damaged", half(*slot)),
        FaultKind::NotTheLogs(CheckpointPlace::Published) => {
            "the published checkpoint is not signed by this ledger's log".to_owned()
        }
        FaultKind::NotTheLogs(CheckpointPlace::Slot(slot)) => {
            format!("the checkpoint in the {} half of the seal is not signed by this ledger's log", half(*slot))
        }
        FaultKind::Unsealed(events) => {
            let end = if events.0 == 1 { "event at the end is" } else { "events at the end are" };
            format!("{} {end} not yet under a signed checkpoint", figure(events.0))
        }
        FaultKind::Torn(bytes) => {
            format!("{} bytes after the last checkpoint are the rest of an interrupted write", figure(*bytes))
        }
        FaultKind::NotExpected { expected } => {
            format!("the ledger never had the checkpoint that you expect, {expected}")
        }
        FaultKind::OtherCheckpoint { expected } => {
            format!("the receipt is under another checkpoint than the one that you expect, {expected}")
        }
        FaultKind::NotTrusted => {
            "the policy does not name this log, or a signature that it relies on does not hold".to_owned()
        }
        FaultKind::QuorumNotMet => "fewer witnesses have cosigned than the policy asks for".to_owned(),
        FaultKind::FileDiffers => "the file is missing, or says something else than the founding act".to_owned(),
        FaultKind::Inclusion => "the proof does not lead from the event to the checkpoint".to_owned(),
        FaultKind::Nothing => "there is no event at all".to_owned(),
        FaultKind::AttachmentMissing(name) => format!("the attachment “{name}” is missing"),
        FaultKind::TileForged => "this tile is not what the events give: it was forged or damaged".to_owned(),
        FaultKind::TileMissing => "this file of the published log is not there".to_owned(),
        FaultKind::TileFormat(_) => "this bundle cannot be divided into its events".to_owned(),
        FaultKind::AttachmentAltered(name) => {
            format!("the attachment “{name}” is not the file that was signed: its length or its digests differ")
        }
    }
}

fn frame(error: &FrameError) -> &'static str {
    match error {
        FrameError::Incomplete => "the journal breaks off in the middle of a batch of events",
        FrameError::Magic => "no batch of events begins here, and one should",
        FrameError::Range => "this batch of events has an impossible length or number of events",
        FrameError::Checksum(_) => "the bytes of this batch of events were changed after they were written",
        FrameError::Layout => "this batch cannot be divided into its events",
    }
}

fn half(slot: SlotNumber) -> &'static str {
    match slot {
        SlotNumber::First => "first",
        SlotNumber::Second => "second",
    }
}
