//! `verify EVIDENCE` of what a log signed about its numbers: two answers to one question, or one that is not what its
//! events come to. The file is enough: no ledger and no server is asked.

use std::path::Path;

use super::super::args::Global;
use super::super::compare::{state, trust};
use super::super::failure::{Exit, Failure};
use super::super::ledger;
use super::super::output::{Output, Tone};
use super::report::shown;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::ledger::note::policy::Policy;
use crate::service::parallel::Cores;
use crate::service::verify::read_misconduct;
use crate::text::{self, Label};
use crate::verify::conclude::TrustAnchors;
use crate::verify::misconduct::{MisconductReport, check};
use crate::view::misconduct::MisconductView;

pub fn verify(global: &Global, path: &Path, expected: Option<Fingerprint>, output: &Output) -> Result<Exit, Failure> {
    let evidence = read_misconduct(path).map_err(|error| Failure::service(output.lang, error))?;
    let policy = ledger::policy(global, output.lang)?;
    let anchors = TrustAnchors { policy: policy.as_ref(), expected };
    let report = check(evidence, &anchors, Cores);
    if output.json {
        output.value(&MisconductView::of(&report, output.lang));
    } else {
        tell(&report, policy.as_ref(), output);
    }
    Ok(report.verdict().into())
}

fn tell(report: &MisconductReport, policy: Option<&Policy>, output: &Output) {
    let evidence = &report.evidence;
    output.named(output.label(Label::Trust), &trust(policy, output));
    for key in evidence.keys() {
        output.named("", &key.to_string());
    }
    for signed in evidence.snapshots() {
        output.named(output.label(Label::Checkpoint), &state(&signed.snapshot().checkpoint, output));
    }
    match &report.proved {
        Ok(()) => text::misconduct(output.lang, report).iter().for_each(|line| output.named("", line)),
        Err(error) => {
            let code = output.paint(Tone::Bad, error.code().as_str());
            output.line(&format!("{code:<5} {}", text::not_proved(output.lang, error)));
        }
    }
    for fault in &report.faults {
        let code = output.paint(Tone::Bad, fault.code().as_str());
        output.line(&format!("{code:<5} {}", text::fault(output.lang, fault)));
    }
    let fingerprint = evidence.stated().checkpoint.fingerprint();
    output.line(&format!("{} {fingerprint}", shown(report.verdict(), report.trust, output)));
}
