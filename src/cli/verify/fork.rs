//! `verify EVIDENCE`: that one log signed two histories. The file is enough: no ledger and no server is asked.

use std::path::Path;

use serde_json::{Value, json};

use super::super::args::Global;
use super::super::compare::{evidence_json, state, tell_contradiction, trust};
use super::super::failure::{Exit, Failure};
use super::super::files;
use super::super::ledger;
use super::super::output::{Output, Tone};
use super::{fault_json, shown, trust_word, verdict_word};
use crate::crypto::base64;
use crate::domain::code::Code;
use crate::ledger::files::fork::{ForkEvidence, NoFork};
use crate::ledger::note::checkpoint::Fingerprint;
use crate::ledger::note::policy::Policy;
use crate::text::{self, Compared, Label, Status};
use crate::verify::conclude::TrustAnchors;
use crate::verify::{Fault, FaultKind, Trust, Verdict};

/// What an evidence file proves.
struct Proof {
    evidence: ForkEvidence,
    proved: Result<(), NoFork>,
    /// What does not agree with what the reader brought.
    faults: Vec<Fault>,
    trust: Trust,
}

pub fn verify(global: &Global, path: &Path, expected: Option<Fingerprint>, output: &Output) -> Result<Exit, Failure> {
    let evidence = ForkEvidence::parse(&files::read(path)?).map_err(|error| {
        let act = "get the file again from whoever made it; it is kept as it was written, byte for byte";
        let says = format!("{} is not evidence of a fork: {error}", path.display());
        Failure { exit: Exit::CannotTell, ..Failure::format(path, says, act) }
    })?;
    let policy = ledger::policy(global, output.lang)?;
    let anchors = TrustAnchors { policy: policy.as_ref(), expected };
    let (proved, faults) = (evidence.verify(), faults(&evidence, &anchors));
    let proof = Proof { evidence, proved, faults, trust: anchors.trust() };
    if output.json {
        output.value(&proof.json(output));
    } else {
        proof.tell(policy.as_ref(), output);
    }
    Ok(proof.verdict().into())
}

/// What the reader brought, held against both checkpoints: the policy must trust each, and the fingerprint be one's.
fn faults(evidence: &ForkEvidence, anchors: &TrustAnchors<'_>) -> Vec<Fault> {
    let both = [evidence.older(), evidence.newer()];
    let trusts = |policy: &Policy| both.iter().all(|signed| policy.judge(signed).is_ok());
    let distrusted = anchors.policy.filter(|policy| !trusts(policy)).map(|_| FaultKind::NotTrusted);
    let is_one = |expected: &Fingerprint| both.iter().any(|signed| signed.checkpoint().fingerprint() == *expected);
    let unexpected = anchors.expected.filter(|expected| !is_one(expected));
    let unexpected = unexpected.map(|expected| FaultKind::NotExpected { expected });
    distrusted.into_iter().chain(unexpected).map(Fault::of_ledger).collect()
}

/// The code of evidence that proves nothing.
fn code(error: &NoFork) -> Code {
    match error {
        NoFork::NotSigned(..) | NoFork::NotALogKey(_) => Code::V8,
        NoFork::OtherOrigin { .. } | NoFork::IdleKey | NoFork::Order | NoFork::Agree | NoFork::NotProved(_) => {
            Code::V27
        }
    }
}

impl Proof {
    fn verdict(&self) -> Verdict {
        if self.proved.is_ok() && self.faults.is_empty() { Verdict::Verified } else { Verdict::Failed }
    }

    fn tell(&self, policy: Option<&Policy>, output: &Output) {
        output.named(output.label(Label::Trust), &trust(policy, output));
        for key in self.evidence.keys() {
            output.named("", &key.to_string());
        }
        for (name, signed) in [(Compared::Old, self.evidence.older()), (Compared::New, self.evidence.newer())] {
            output.named(&output.compared(name), &state(signed.checkpoint(), output));
        }
        match &self.proved {
            Ok(()) => tell_contradiction(&self.evidence, output),
            Err(error) => {
                let code = output.paint(Tone::Bad, code(error).as_str());
                output.line(&format!("{code:<5} {}", output.compared(Compared::ProvesNothing(error))));
            }
        }
        for fault in &self.faults {
            let code = output.paint(Tone::Bad, fault.code().as_str());
            output.line(&format!("{code:<5} {}", text::fault(output.lang, fault)));
        }
        let fingerprint = self.evidence.newer().checkpoint().fingerprint();
        output.line(&format!("{} {fingerprint}", shown(self.verdict(), output)));
    }

    /// The keys of every verification; of two checkpoints it is the newer that stands under the common names.
    fn json(&self, output: &Output) -> Value {
        let newer = self.evidence.newer().checkpoint();
        let faults = self.proved.as_ref().err().map(|error| {
            let says = output.compared(Compared::ProvesNothing(error));
            json!({ "code": code(error).as_str(), "sequence": null, "unit": null, "file": null, "offset": null, "says": says })
        });
        json!({
            "verdict": verdict_word(self.verdict()),
            "trust": trust_word(self.trust),
            "size": newer.size.0,
            "root": base64::encode(&newer.root.0),
            "fingerprint": newer.fingerprint().to_string(),
            "head": null,
            "events": 0,
            "signatures": self.signatures(),
            "checks": self.checks(),
            "faults": faults.into_iter().chain(self.faults.iter().map(|fault| fault_json(output, fault))).collect::<Vec<_>>(),
            "fork": evidence_json(&self.evidence),
        })
    }

    /// How many signatures of the keys listed stand under the two checkpoints.
    fn signatures(&self) -> usize {
        let both = [self.evidence.older(), self.evidence.newer()].into_iter();
        both.filter_map(|signed| Some(signed.note().verified_by(self.evidence.keys()).ok()?.len())).sum()
    }

    fn checks(&self) -> Vec<Value> {
        let holds = |holds: bool| if holds { Status::Ok } else { Status::Failed };
        let trusted = match self.trust {
            Trust::SelfSigned => Status::Note,
            Trust::Policy | Trust::Expected => holds(self.faults.is_empty()),
        };
        let is_signature = |error: &NoFork| code(error) == Code::V8;
        let signed = holds(!self.proved.as_ref().is_err_and(is_signature));
        let forked = match &self.proved {
            Err(error) if is_signature(error) => Status::Skipped,
            proved => holds(proved.is_ok()),
        };
        let check = |name: &str, status: Status, detail: String| json!({ "name": name, "status": status.as_str(), "detail": detail });
        let sizes = [self.evidence.older(), self.evidence.newer()].map(|signed| signed.checkpoint().size);
        vec![
            check("trust", trusted, trust_word(self.trust).to_owned()),
            check(
                "signatures",
                signed,
                self.evidence.keys().iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
            ),
            check("fork", forked, format!("{} / {}", sizes[0], sizes[1])),
        ]
    }
}
