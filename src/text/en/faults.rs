//! What is wrong with a ledger.

use super::refusals::{rejection, submission_error};
use super::{count, n};
use crate::ledger::envelope::LinkFault;
use crate::ledger::seal::SlotNumber;
use crate::verify::{Fault, FaultKind};

/// A fault with its place.
pub fn fault(fault: &Fault) -> String {
    let mut place = String::new();
    if let Some(sequence) = fault.sequence {
        place.push_str(&format!("event {sequence}"));
    }
    if let Some(unit) = &fault.unit {
        place.push_str(&format!(" ({unit})"));
    }
    if let Some(on_disk) = &fault.place {
        let separator = if place.is_empty() { "" } else { ", " };
        place.push_str(&format!("{separator}{} from byte {}", on_disk.file, on_disk.offset));
    }
    let says = what(&fault.what);
    if place.is_empty() { says } else { format!("{place}: {says}") }
}

fn what(what: &FaultKind) -> String {
    match what {
        FaultKind::Frame(error) => error.to_string(),
        FaultKind::FrameSequence => "the frame claims another place than its events have".to_owned(),
        FaultKind::Missing { sealed, found } => {
            format!("the seal covers {} events, and there are {}", n(sealed.0), n(found.0))
        }
        FaultKind::Envelope(error) => error.to_string(),
        FaultKind::Link(LinkFault::Previous) => "it does not name the event before it".to_owned(),
        FaultKind::Link(LinkFault::Sequence(claimed)) => {
            format!("it claims to be event {claimed}, and is not the next one")
        }
        FaultKind::Link(LinkFault::Arrival(claimed)) => {
            format!("it claims to have arrived at {claimed}, before the one before it")
        }
        FaultKind::Submission(error) => submission_error(error).says,
        FaultKind::Inadmissible(refused) => format!("should never have been let in: {}", rejection(refused).says),
        FaultKind::Root { size, .. } => {
            format!("at size {} the events do not give the root that was signed", n(size.0))
        }
        FaultKind::NoCheckpoint => "the seal holds no checkpoint".to_owned(),
        FaultKind::SealLength(bytes) => format!("the seal has {} bytes, and a seal has 8 192", n(*bytes as u64)),
        FaultKind::Slot(slot) => format!("the {} slot of the seal is damaged", slot_word(*slot)),
        FaultKind::NotTheLogs(slot) => {
            format!("the checkpoint in the {} slot of the seal is not signed by this log's key", slot_word(*slot))
        }
        FaultKind::Unsealed(events) => format!("unsealed: {} after the last checkpoint", count(events.0, "event")),
        FaultKind::Torn(bytes) => {
            format!("{} after the last checkpoint form no frame: a write that did not end", count(*bytes, "byte"))
        }
        FaultKind::NotExpected { expected } => format!("the ledger never had the fingerprint {expected}"),
        FaultKind::NotTrusted => "the policy does not trust the log that signed this".to_owned(),
        FaultKind::QuorumNotMet => "fewer witnesses than the policy asks for have cosigned".to_owned(),
        FaultKind::FileDiffers => "is missing, or says something else than the founding act".to_owned(),
        FaultKind::Inclusion => "the receipt's proof does not lead from the event to the checkpoint".to_owned(),
        FaultKind::Nothing => "there is no event at all".to_owned(),
    }
}

fn slot_word(slot: SlotNumber) -> &'static str {
    match slot {
        SlotNumber::First => "first",
        SlotNumber::Second => "second",
    }
}
