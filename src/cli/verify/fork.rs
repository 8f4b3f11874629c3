//! `verify EVIDENCE`: that one log signed two histories. The file is enough: no ledger and no server is asked.

use std::path::Path;

use super::super::args::Global;
use super::super::compare::{state, tell_contradiction, trust};
use super::super::failure::{Exit, Failure};
use super::super::ledger;
use super::super::output::{Output, Tone};
use super::report::shown;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::ledger::note::policy::Policy;
use crate::service::verify::read_evidence;
use crate::text::{self, Compared, Label};
use crate::verify::conclude::TrustAnchors;
use crate::verify::evidence::{EvidenceReport, check};
use crate::view::evidence::EvidenceView;

pub fn verify(global: &Global, path: &Path, expected: Option<Fingerprint>, output: &Output) -> Result<Exit, Failure> {
    let evidence = read_evidence(path).map_err(|error| Failure::service(output.lang, error))?;
    let policy = ledger::policy(global, output.lang)?;
    let anchors = TrustAnchors { policy: policy.as_ref(), expected };
    let report = check(evidence, &anchors);
    if output.json {
        output.value(&EvidenceView::of(&report, output.lang));
    } else {
        tell(&report, policy.as_ref(), output);
    }
    Ok(report.verdict().into())
}

fn tell(report: &EvidenceReport, policy: Option<&Policy>, output: &Output) {
    let evidence = &report.evidence;
    output.named(output.label(Label::Trust), &trust(policy, output));
    for key in evidence.keys() {
        output.named("", &key.to_string());
    }
    for (name, signed) in [(Compared::Old, evidence.older()), (Compared::New, evidence.newer())] {
        output.named(&output.compared(name), &state(signed.checkpoint(), output));
    }
    match &report.proved {
        Ok(()) => tell_contradiction(evidence, output),
        Err(error) => {
            let code = output.paint(Tone::Bad, error.code().as_str());
            output.line(&format!("{code:<5} {}", output.compared(Compared::ProvesNothing(error))));
        }
    }
    for fault in &report.faults {
        let code = output.paint(Tone::Bad, fault.code().as_str());
        output.line(&format!("{code:<5} {}", text::fault(output.lang, fault)));
    }
    let fingerprint = evidence.newer().checkpoint().fingerprint();
    output.line(&format!("{} {fingerprint}", shown(report.verdict(), report.trust, output)));
}
