//! What the verifier says, in one line a fault: `R33 #10`, `R8 #12 A`, `V1 +3050`, `V9 second slot`, `V2`.

use protokol::crypto::parallel::Serial;
use protokol::ledger::files::seal::SlotNumber;
use protokol::ledger::note::checkpoint::Fingerprint;
use protokol::ledger::note::policy::Policy;
use protokol::store::journal::disk::Disk;
use protokol::store::journal::inspect::inspect;
use protokol::verify::conclude::TrustAnchors;
use protokol::verify::fault::{CheckpointPlace, Fault, FaultKind, Verdict};
use protokol::verify::report::Report;

pub use Verdict::{Failed, Insufficient, Unreadable, Verified};

/// What a stranger's inspection finds, on the ledger's own word.
pub fn report<D: Disk>(disk: &D) -> Report {
    anchors(disk, &TrustAnchors::default())
}

/// What it finds under an expectation.
pub fn expecting<D: Disk>(disk: &D, expected: Fingerprint) -> Report {
    anchors(disk, &TrustAnchors { policy: None, expected: Some(expected) })
}

/// What it finds under a trust file.
pub fn trusting<D: Disk>(disk: &D, policy: &str) -> Report {
    let policy = Policy::parse(policy).expect("a trust file");
    anchors(disk, &TrustAnchors { policy: Some(&policy), expected: None })
}

fn anchors<D: Disk>(disk: &D, anchors: &TrustAnchors<'_>) -> Report {
    inspect(disk, Serial, anchors, &mut |_| {}).expect("the disk works")
}

/// Asserts the verdict and every fault, in the order told.
#[track_caller]
pub fn assert_told(report: &Report, verdict: Verdict, faults: &[&str]) {
    assert_eq!((report.verdict(), told(report)), (verdict, faults.iter().map(|f| (*f).to_owned()).collect()));
}

/// Every fault, one line each.
pub fn told(report: &Report) -> Vec<String> {
    report.faults.iter().map(line).collect()
}

fn line(fault: &Fault) -> String {
    let mut line = fault.code().to_string();
    if let Some(sequence) = fault.sequence {
        line += &format!(" #{sequence}");
    }
    if let Some(unit) = &fault.unit {
        line += &format!(" {unit}");
    }
    if let Some(place) = &fault.place {
        line += &format!(" +{}", place.offset);
    }
    match fault.what {
        FaultKind::Slot(SlotNumber::First) | FaultKind::NotTheLogs(CheckpointPlace::Slot(SlotNumber::First)) => {
            line += " first slot"
        }
        FaultKind::Slot(SlotNumber::Second) | FaultKind::NotTheLogs(CheckpointPlace::Slot(SlotNumber::Second)) => {
            line += " second slot"
        }
        FaultKind::Root { size, .. } => line += &format!(" at {size}"),
        _ => {}
    }
    line
}

/// Whether a fault says where: in a file, at an event, or in the seal.
pub fn has_a_place(fault: &Fault) -> bool {
    let in_seal = matches!(fault.what, FaultKind::Slot(_) | FaultKind::NotTheLogs(_) | FaultKind::SealLength(_));
    fault.place.is_some() || fault.sequence.is_some() || in_seal
}
