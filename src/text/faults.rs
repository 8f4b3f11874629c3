//! Faults of a ledger or a receipt: what is wrong, and where.

use super::clock::moment;
use super::parts::{clause, sentence, strip};
use super::{Lang, proofs, refusals, submissions};
use crate::crypto::base64;
use crate::crypto::transfer::TransferChange;
use crate::domain::rejection::Rejection;
use crate::domain::time::Offset;
use crate::ledger::envelope::{EnvelopeError, LinkFault};
use crate::ledger::files::frame::FrameError;
use crate::ledger::files::seal::{SEAL_BYTES, SlotNumber};
use crate::tally::rows::follows::Contradiction;
use crate::verify::fault::{CheckpointPlace, Fault, FaultKind, SnapshotPlace};

messages! {
    place_event_of_unit { sequence, unit };
    place_event { sequence };
    place_unit { unit };
    place_byte { file, offset };
    fault_frame_sequence;
    fault_missing { sealed, found };
    fault_envelope_length { bytes };
    fault_envelope_arrival;
    fault_link_previous;
    fault_link_sequence { claimed };
    fault_link_arrival { arrival };
    fault_closed;
    fault_rules_unknown { rules };
    fault_inadmissible { refusal };
    fault_root { size, sealed, recomputed };
    fault_no_checkpoint;
    fault_seal_length { bytes, expected };
    fault_slot { half };
    fault_published_not_the_logs;
    fault_snapshot_not_the_logs;
    fault_published_snapshot_not_the_logs;
    fault_snapshot_root { size, stated, recomputed };
    fault_row_differs { size, row, stated, follows };
    fault_row_nothing;
    fault_snapshot_rows { size, stated, recomputed };
    fault_slot_not_the_logs { half };
    fault_unsealed { events };
    fault_torn { bytes };
    fault_not_expected { expected };
    fault_other_checkpoint { expected };
    fault_not_trusted;
    fault_quorum_not_met;
    fault_numbers_quorum_not_met;
    fault_file_differs;
    fault_inclusion;
    fault_nothing;
    fault_attachment_missing { name };
    fault_attachment_altered { name };
    fault_tile_forged;
    fault_file_missing;
    fault_changed { change };
    fault_tile_format;
    fault_unproved { why };
    fault_proof_not_the_logs;
    frame_incomplete;
    frame_magic;
    frame_range;
    frame_checksum;
    frame_layout;
    half_first;
    half_second;
    change_utf16;
    change_byte_order_mark;
    change_line_ends;
    change_last_line_end;
    change_dash;
}

/// What a program changed on the way of a text, a clause without a full stop.
pub fn change(lang: Lang, change: TransferChange) -> &'static str {
    match change {
        TransferChange::Utf16 => say!(lang, change_utf16),
        TransferChange::ByteOrderMark => say!(lang, change_byte_order_mark),
        TransferChange::LineEnds => say!(lang, change_line_ends),
        TransferChange::LastLineEnd => say!(lang, change_last_line_end),
        TransferChange::Dash => say!(lang, change_dash),
    }
}

/// The sentence that place and fault make.
pub fn fault(lang: Lang, fault: &Fault, clock: Option<Offset>) -> String {
    let what = what(lang, &fault.what, clock);
    match place(lang, fault) {
        // A file's name keeps its first letter.
        Some(place) if fault.sequence.is_none() && fault.unit.is_none() => format!("{place}: {what}."),
        Some(place) => sentence(lang, &format!("{place}: {what}")),
        None => sentence(lang, &what),
    }
}

/// Where a fault is: `event 17 (01.001), journal/0 at byte 4096`.
pub fn place(lang: Lang, fault: &Fault) -> Option<String> {
    let event = match (fault.sequence, &fault.unit) {
        (Some(sequence), Some(unit)) => Some(say!(lang, place_event_of_unit { sequence, unit })),
        (Some(sequence), None) => Some(say!(lang, place_event { sequence })),
        (None, Some(unit)) => Some(say!(lang, place_unit { unit })),
        (None, None) => None,
    };
    let bytes = fault.place.as_ref().map(|place| match fault.what {
        // It is about the whole file.
        FaultKind::AttachmentMissing(_)
        | FaultKind::AttachmentAltered(_)
        | FaultKind::TileForged
        | FaultKind::FileMissing
        | FaultKind::Changed(_)
        | FaultKind::TileFormat(_) => place.file.clone(),
        _ => say!(lang, place_byte { file: place.file.as_str(), offset: place.offset.to_string() }),
    });
    let places: Vec<_> = event.into_iter().chain(bytes).collect();
    (!places.is_empty()).then(|| places.join(", "))
}

/// What is wrong, without a full stop.
fn what(lang: Lang, what: &FaultKind, clock: Option<Offset>) -> String {
    match what {
        FaultKind::Frame(error) => frame(lang, error).to_owned(),
        FaultKind::FrameSequence => say!(lang, fault_frame_sequence).to_owned(),
        FaultKind::Envelope(EnvelopeError::Arrival) => say!(lang, fault_envelope_arrival).to_owned(),
        FaultKind::Link(LinkFault::Previous) => say!(lang, fault_link_previous).to_owned(),
        FaultKind::Inadmissible(Rejection::Closed) => say!(lang, fault_closed).to_owned(),
        FaultKind::NoCheckpoint => say!(lang, fault_no_checkpoint).to_owned(),
        FaultKind::NotTheLogs(CheckpointPlace::Published) => say!(lang, fault_published_not_the_logs).to_owned(),
        FaultKind::SnapshotNotTheLogs(SnapshotPlace::Kept) => say!(lang, fault_snapshot_not_the_logs).to_owned(),
        FaultKind::SnapshotNotTheLogs(SnapshotPlace::Published) => {
            say!(lang, fault_published_snapshot_not_the_logs).to_owned()
        }
        FaultKind::NotTrusted => say!(lang, fault_not_trusted).to_owned(),
        FaultKind::QuorumNotMet => say!(lang, fault_quorum_not_met).to_owned(),
        FaultKind::NumbersQuorumNotMet => say!(lang, fault_numbers_quorum_not_met).to_owned(),
        FaultKind::FileDiffers => say!(lang, fault_file_differs).to_owned(),
        FaultKind::Inclusion => say!(lang, fault_inclusion).to_owned(),
        FaultKind::Nothing => say!(lang, fault_nothing).to_owned(),
        FaultKind::TileForged => say!(lang, fault_tile_forged).to_owned(),
        FaultKind::FileMissing => say!(lang, fault_file_missing).to_owned(),
        FaultKind::Changed(how) => say!(lang, fault_changed { change: change(lang, *how) }),
        FaultKind::TileFormat(_) => say!(lang, fault_tile_format).to_owned(),
        FaultKind::Unproved(error) => say!(lang, fault_unproved { why: proofs::unproved(lang, error) }),
        FaultKind::ProofNotTheLogs => say!(lang, fault_proof_not_the_logs).to_owned(),
        FaultKind::Missing { sealed, found } => say!(lang, fault_missing { sealed: sealed.0, found: found.0 }),
        FaultKind::Envelope(EnvelopeError::Length(bytes)) => {
            say!(lang, fault_envelope_length { bytes: *bytes })
        }
        FaultKind::Link(LinkFault::Sequence(claimed)) => say!(lang, fault_link_sequence { claimed: *claimed }),
        FaultKind::Link(LinkFault::Arrival(arrival)) => {
            say!(lang, fault_link_arrival { arrival: moment(*arrival, clock) })
        }
        FaultKind::Submission(error) => clause(lang, &submissions::error(lang, error).says),
        FaultKind::Inadmissible(Rejection::RulesUnknown(rules)) => {
            say!(lang, fault_rules_unknown { rules: rules.to_string() })
        }
        FaultKind::Inadmissible(rejection) => {
            let refusal = refusals::rejection(lang, rejection).says;
            say!(lang, fault_inadmissible { refusal: strip(&refusal) })
        }
        FaultKind::Root { size, sealed, recomputed } => {
            let (sealed, recomputed) = (base64::encode(&sealed.0), base64::encode(&recomputed.0));
            say!(lang, fault_root { size: size.0, sealed, recomputed })
        }
        FaultKind::SnapshotRoot { size, stated, recomputed } => {
            let (stated, recomputed) = (base64::encode(&stated.0), base64::encode(&recomputed.0));
            say!(lang, fault_snapshot_root { size: size.0, stated, recomputed })
        }
        FaultKind::SnapshotRows { size, stated, recomputed } => {
            let (stated, recomputed) = (base64::encode(&stated.0), base64::encode(&recomputed.0));
            say!(lang, fault_snapshot_rows { size: size.0, stated, recomputed })
        }
        FaultKind::RowDiffers { size, row } => {
            let (stated, follows) = difference(lang, row);
            say!(lang, fault_row_differs { size: size.0, row: row.key.as_str(), stated, follows })
        }
        FaultKind::SealLength(bytes) => {
            say!(lang, fault_seal_length { bytes: *bytes, expected: SEAL_BYTES })
        }
        FaultKind::Slot(slot) => say!(lang, fault_slot { half: half(lang, *slot) }),
        FaultKind::NotTheLogs(CheckpointPlace::Slot(slot)) => {
            say!(lang, fault_slot_not_the_logs { half: half(lang, *slot) })
        }
        FaultKind::Unsealed(events) => say!(lang, fault_unsealed { events: events.0 }),
        FaultKind::Torn(bytes) => say!(lang, fault_torn { bytes: *bytes }),
        FaultKind::NotExpected { expected } => {
            say!(lang, fault_not_expected { expected: expected.to_string() })
        }
        FaultKind::OtherCheckpoint { expected } => {
            say!(lang, fault_other_checkpoint { expected: expected.to_string() })
        }
        FaultKind::AttachmentMissing(name) => say!(lang, fault_attachment_missing { name: name.as_str() }),
        FaultKind::AttachmentAltered(name) => say!(lang, fault_attachment_altered { name: name.as_str() }),
    }
}

/// The first lines in which a row and what follows from the others differ.
fn difference(lang: Lang, row: &Contradiction) -> (String, String) {
    let lines = |value: &Option<String>| value.as_deref().unwrap_or_default().lines().map(str::to_owned).collect();
    let (stated, follows): (Vec<_>, Vec<_>) = (lines(&row.stated), lines(&row.follows));
    let at = stated.iter().zip(&follows).take_while(|(one, other)| one == other).count();
    let line = |lines: &[String]| {
        let line = lines.get(at).map(|line| format!("`{line}`"));
        line.unwrap_or_else(|| say!(lang, fault_row_nothing).to_owned())
    };
    (line(&stated), line(&follows))
}

fn frame(lang: Lang, error: &FrameError) -> &'static str {
    match error {
        FrameError::Incomplete => say!(lang, frame_incomplete),
        FrameError::Magic => say!(lang, frame_magic),
        FrameError::Range => say!(lang, frame_range),
        FrameError::Checksum(_) => say!(lang, frame_checksum),
        FrameError::Layout => say!(lang, frame_layout),
    }
}

fn half(lang: Lang, slot: SlotNumber) -> &'static str {
    match slot {
        SlotNumber::First => say!(lang, half_first),
        SlotNumber::Second => say!(lang, half_second),
    }
}
