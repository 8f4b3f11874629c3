//! The account of a verification, step by step: what was proved, and what was not.

use super::super::{CheckLine, Status};
use super::{count, n};
use crate::domain::code::{Code, FindingCode};
use crate::domain::form::Severity;
use crate::domain::number::Size;
use crate::tally::findings;
use crate::verify::report::Expected;
use crate::verify::{Report, Trust};

/// Faults of the bytes, the chain and the tree.
const CHAIN: &[Code] = &[Code::V1, Code::V2, Code::V3, Code::V4, Code::V5, Code::V6, Code::V7, Code::V18];
/// Faults of signatures and of what they are over.
const SIGNATURES: &[Code] = &[Code::R30, Code::R33, Code::R34, Code::R35, Code::R37];
/// Faults of the seal and of who is trusted.
const CHECKPOINT: &[Code] = &[Code::V8, Code::V9, Code::V11, Code::V12];

/// The account.
pub fn verification(report: &Report, policy: Option<&str>) -> Vec<CheckLine> {
    vec![
        trust(report, policy),
        checkpoint(report),
        witnesses(report),
        chain(report),
        signatures(report),
        rules(report),
        totals(report),
        findings_line(report),
    ]
}

fn line(name: &'static str, status: Status, detail: impl Into<String>) -> CheckLine {
    CheckLine { name, status, detail: detail.into() }
}

fn trust(report: &Report, policy: Option<&str>) -> CheckLine {
    let detail = match (report.trust, report.expected) {
        (Trust::Policy, _) => format!("policy  {}", policy.unwrap_or("given")),
        (Trust::Expected, Expected::At(size)) if Some(size) != report.checkpoint.as_ref().map(|c| c.size) => {
            format!("expected  found at size {}; the ledger has grown since", n(size.0))
        }
        (Trust::Expected, Expected::Never) => "expected  not found: this is another ledger".to_owned(),
        (Trust::Expected, _) => "expected  the fingerprint given".to_owned(),
        (Trust::SelfSigned, _) => {
            "self  key taken from the ledger itself: consistent, but whose is not proved".to_owned()
        }
    };
    let status = match (report.trust, report.has(&[Code::V11, Code::V12])) {
        (_, true) => Status::Failed,
        (Trust::SelfSigned, false) => Status::Note,
        _ => Status::Ok,
    };
    line("Trust", status, detail)
}

fn checkpoint(report: &Report) -> CheckLine {
    let Some(checkpoint) = &report.checkpoint else {
        return line("Checkpoint", Status::Failed, "none: the seal is missing or damaged");
    };
    let detail = format!("size {} · signed by {}", n(checkpoint.size.0), checkpoint.origin);
    if report.has(CHECKPOINT) {
        line("Checkpoint", Status::Failed, format!("size {} · not to be relied on, see below", n(checkpoint.size.0)))
    } else if report.has(&[Code::V10]) {
        line("Checkpoint", Status::Note, format!("{detail} · not everything is under it, see below"))
    } else {
        line("Checkpoint", Status::Ok, detail)
    }
}

fn witnesses(report: &Report) -> CheckLine {
    if report.has(&[Code::V13]) {
        let detail = format!("{} cosigned, fewer than the policy asks for", n(report.witnesses.len() as u64));
        return line("Witnesses", Status::Failed, detail);
    }
    if report.witnesses_asked {
        return line("Witnesses", Status::Ok, format!("cosigned by {}", report.witnesses.join(", ")));
    }
    let why = if report.trust == Trust::Policy { "none in the policy" } else { "none asked" };
    line("Witnesses", Status::Note, format!("{why}: a rollback to an older seal could not be noticed"))
}

fn chain(report: &Report) -> CheckLine {
    match of(report, CHAIN) {
        0 => {
            line("Chain", Status::Ok, format!("{}, each naming the one before it", count(report.head.size.0, "event")))
        }
        faults => line("Chain", Status::Failed, format!("{} in it, see below", count(faults, "fault"))),
    }
}

fn signatures(report: &Report) -> CheckLine {
    match of(report, SIGNATURES) {
        0 => line("Signatures", Status::Ok, format!("{} of {}", n(report.signatures), n(report.signatures))),
        faults => {
            let detail =
                format!("{} with a signature, key or spelling that is wrong, see below", count(faults, "event"));
            line("Signatures", Status::Failed, detail)
        }
    }
}

fn rules(report: &Report) -> CheckLine {
    let version = report.board.election().map_or(0, |election| election.founding.rules);
    let inadmissible = |fault: &&crate::verify::Fault| {
        matches!(fault.what, crate::verify::FaultKind::Inadmissible(_)) && fault.code() != Code::R36
    };
    let faults = report.faults.iter().filter(inadmissible).count();
    if report.has(&[Code::R36]) {
        return line("Rules", Status::Skipped, "made by a newer version of the program: this one cannot tell");
    }
    match (faults, report.board.election()) {
        (_, None) => line("Rules", Status::Skipped, "there is no founding act to judge by"),
        (0, _) => {
            line("Rules", Status::Ok, format!("every event was admissible when accepted (rules version {version})"))
        }
        (faults, _) => {
            let detail = format!("{} should never have been let in, see below", count(faults as u64, "event"));
            line("Rules", Status::Failed, detail)
        }
    }
}

fn totals(report: &Report) -> CheckLine {
    let clean = report.faults.iter().all(|fault| matches!(fault.code(), Code::V10 | Code::V13 | Code::V14));
    match (report.board.election(), clean) {
        (None, _) => line("Totals", Status::Skipped, "there is nothing to sum"),
        (Some(_), true) => line("Totals", Status::Ok, "recomputed from the events"),
        (Some(_), false) => {
            line("Totals", Status::Note, "recomputed from the events that stand, without the faulty ones")
        }
    }
}

fn findings_line(report: &Report) -> CheckLine {
    let size = report.checkpoint.as_ref().map_or(Size(0), |checkpoint| checkpoint.size);
    let (mut errors, mut unusual, mut cells) = (0_u64, 0_u64, 0_u64);
    for finding in findings(&report.board, size) {
        match (&finding.code, finding.severity) {
            (FindingCode::BuiltIn(Code::S1), _) => cells += finding.cells.len() as u64,
            (_, Severity::Error) => errors += 1,
            (_, Severity::Warning) => unusual += 1,
        }
    }
    let detail = format!(
        "{} do not add up, {} unusual, {} differ from the protocols they name",
        n(errors),
        n(unusual),
        count(cells, "summary cell")
    );
    line("Findings", Status::Note, detail)
}

fn of(report: &Report, codes: &[Code]) -> u64 {
    report.faults.iter().filter(|fault| codes.contains(&fault.code())).count() as u64
}
