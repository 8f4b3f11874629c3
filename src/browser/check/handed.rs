//! A file that proves something alone: a receipt, a proof of numbers, evidence against a log.

use std::borrow::Cow;

use serde::Serialize;

use super::asked::Asked;
use super::refused::Refused;
use super::told::Told;
use crate::browser::answers::json;
use crate::crypto::base64;
use crate::crypto::parallel::Serial;
use crate::ledger::files::fork::ForkEvidence;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::files::rows_proof::RowsProof;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::Policy;
use crate::text::{self, Compared, Fact, Label, Lang};
use crate::verify::beside::log_key;
use crate::verify::fault::Verdict;
use crate::verify::handed::{self, Handed};
use crate::verify::report::Trust;
use crate::verify::{evidence, misconduct, receipt, rows_proof};
use crate::view::evidence::EvidenceView;
use crate::view::misconduct::MisconductView;
use crate::view::proof::Proof;
use crate::view::receipt::Receipt as ReceiptView;

/// The verdict about a file.
#[derive(Serialize)]
struct Answered<V> {
    told: Told,
    /// What `verify --json` answers.
    view: V,
}

/// Verifies the one file of a parcel.
///
/// # Errors
/// [`Refused`]: there is no verdict.
pub fn verify(asked: &Asked, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    match Handed::of(bytes) {
        Some(Handed::Receipt) => of_receipt(asked, bytes),
        Some(Handed::Fork) => of_fork(asked, bytes),
        Some(Handed::Misconduct) => of_misconduct(asked, bytes),
        Some(Handed::Proof) => of_proof(asked, bytes),
        None => Err(Refused::Neither(asked.name.clone())),
    }
}

fn of_receipt(asked: &Asked, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let receipt = Receipt::parse(bytes).map_err(|error| Refused::NotAReceipt(asked.name.clone(), error))?;
    let (policy, trust) = believed(asked, receipt.checkpoint().checkpoint())?;
    let report = receipt::check(&receipt, &policy).expecting(asked.expected);
    let (lang, checkpoint) = (asked.lang, &report.checkpoint);
    let mut told = begun(asked, report.verdict(), trust, checkpoint);
    if let Some(statement) = &report.statement {
        let (sequence, event) = (report.sequence, text::statement_line(lang, &statement.body));
        let fact = Fact::Within { sequence, event: &event };
        told.note(text::label(lang, Label::Event), text::fact(lang, &fact));
    }
    if let (Some(event), Some(arrival)) = (report.event, report.arrival) {
        let (event, arrival, signatures) = (event.to_string(), arrival.to_string(), report.signatures);
        told.note("", text::fact(lang, &Fact::Arrived { event: &event, arrival: &arrival, signatures }));
    }
    told.faults(lang, &report.faults);
    Ok(json(&Answered { told, view: ReceiptView::of(&report, trust, lang) }))
}

fn of_proof(asked: &Asked, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let proof = RowsProof::parse(bytes).map_err(|error| Refused::NotAProof(asked.name.clone(), error))?;
    let (policy, trust) = believed(asked, proof.checkpoint().checkpoint())?;
    let report = rows_proof::check(proof, &policy).expecting(asked.expected);
    let (lang, proof) = (asked.lang, &report.proof);
    let mut told = begun(asked, report.verdict(), trust, proof.checkpoint().checkpoint());
    let events = proof.events().iter();
    let events: Vec<_> = events.map(|(sequence, bytes)| LoggedEvent::read(*sequence, bytes.clone())).collect();
    // Of what is not proved nothing is told.
    if report.verdict() != Verdict::Failed {
        text::claims(lang, proof).into_iter().flatten().for_each(|line| told.note("", line));
        for event in &events {
            if let Some(body) = event.body() {
                let (sequence, event) = (event.sequence, text::statement_line(lang, body));
                told.note(text::label(lang, Label::Event), text::fact(lang, &Fact::Within { sequence, event: &event }));
            }
        }
    }
    told.faults(lang, &report.faults);
    Ok(json(&Answered { told, view: Proof::of(&report, &events, trust, lang) }))
}

fn of_fork(asked: &Asked, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let evidence = ForkEvidence::parse(bytes).map_err(|error| Refused::NotEvidence(asked.name.clone(), error))?;
    let report = evidence::check(evidence, &asked.anchors());
    let (lang, evidence) = (asked.lang, &report.evidence);
    let mut told = convicting(asked, report.verdict(), report.trust, evidence.newer().checkpoint());
    evidence.keys().iter().for_each(|key| told.note("", key.to_string()));
    for (name, signed) in [(Compared::Old, evidence.older()), (Compared::New, evidence.newer())] {
        told.note(&text::compared(lang, &name), state(lang, signed.checkpoint()));
    }
    match &report.proved {
        Ok(()) => contradiction(&mut told, evidence, lang),
        Err(error) => told.wrong(lang, error.code(), text::compared(lang, &Compared::ProvesNothing(error))),
    }
    told.faults(lang, &report.faults);
    Ok(json(&Answered { told, view: EvidenceView::of(&report, lang) }))
}

fn of_misconduct(asked: &Asked, bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let evidence = handed::misconduct(bytes).map_err(|error| Refused::NotEvidence(asked.name.clone(), error))?;
    let report = misconduct::check(evidence, &asked.anchors(), Serial);
    let (lang, evidence) = (asked.lang, &report.evidence);
    let mut told = convicting(asked, report.verdict(), report.trust, &evidence.stated().checkpoint);
    evidence.keys().iter().for_each(|key| told.note("", key.to_string()));
    for signed in evidence.snapshots() {
        told.note(text::label(lang, Label::Checkpoint), state(lang, &signed.snapshot().checkpoint));
    }
    match &report.proved {
        Ok(()) => text::misconduct(lang, &report).into_iter().for_each(|line| told.note("", line)),
        Err(error) => told.wrong(lang, error.code(), text::not_proved(lang, error)),
    }
    told.faults(lang, &report.faults);
    Ok(json(&Answered { told, view: MisconductView::of(&report, lang) }))
}

/// The policy under which a file is checked that names no key: the reader's, or else the key of the log that the page is
/// served with.
fn believed<'a>(asked: &'a Asked, checkpoint: &Checkpoint) -> Result<(Cow<'a, Policy>, Trust), Refused> {
    if let Some(policy) = &asked.policy {
        return Ok((Cow::Borrowed(policy), Trust::Policy));
    }
    let key = asked.key.as_ref().and_then(|key| log_key(key.as_bytes())).ok_or(Refused::NoKey)?;
    let (theirs, ours) = (checkpoint.origin.as_str(), key.name().as_str());
    if theirs != ours {
        return Err(Refused::OtherLog(theirs.to_owned(), ours.to_owned()));
    }
    let policy = Policy::parse(&format!("log {key}\nquorum none\n")).map_err(|_| Refused::NoKey)?;
    Ok((Cow::Owned(policy), Trust::SelfSigned))
}

/// Whose word it is taken on, and under which checkpoint.
fn begun(asked: &Asked, verdict: Verdict, trust: Trust, checkpoint: &Checkpoint) -> Told {
    let lang = asked.lang;
    let whose = if trust == Trust::Policy { Label::TrustPolicy } else { Label::TrustLedger };
    let mut told = new(asked, verdict, trust, checkpoint);
    told.note(text::label(lang, Label::Trust), text::label(lang, whose).to_owned());
    let (size, origin) = (checkpoint.size, checkpoint.origin.to_string());
    told.note(text::label(lang, Label::Checkpoint), text::fact(lang, &Fact::SizeOf { size, origin: &origin }));
    told
}

fn convicting(asked: &Asked, verdict: Verdict, trust: Trust, checkpoint: &Checkpoint) -> Told {
    let lang = asked.lang;
    let mut told = new(asked, verdict, trust, checkpoint);
    told.convicts = verdict == Verdict::Verified;
    let whose = match asked.policy {
        Some(_) => text::label(lang, Label::TrustPolicy).to_owned(),
        None => text::compared(lang, &Compared::KeyOfItsOwn),
    };
    told.note(text::label(lang, Label::Trust), whose);
    told
}

fn new(asked: &Asked, verdict: Verdict, trust: Trust, checkpoint: &Checkpoint) -> Told {
    Told::new(asked.lang, verdict, asked.proved_by(trust), Some(checkpoint.fingerprint().to_string()))
}

fn state(lang: Lang, checkpoint: &Checkpoint) -> String {
    let fingerprint = checkpoint.fingerprint().to_string();
    let state = text::compared(lang, &Compared::State { size: checkpoint.size, fingerprint: &fingerprint });
    format!("{state}  {}", checkpoint.origin)
}

/// What evidence of a fork says for people: the two roots, how they are shown, and what it means.
pub fn contradiction(told: &mut Told, evidence: &ForkEvidence, lang: Lang) {
    let (old, new) = (evidence.older().checkpoint(), evidence.newer().checkpoint());
    let [one, other] = [old.root, evidence.root()].map(|root| base64::encode(&root.0));
    let roots = Compared::TwoRoots { size: old.size, one: &one, other: &other };
    told.note(&text::compared(lang, &Compared::History), text::compared(lang, &roots));
    if old.size != new.size {
        let leads = Compared::LeadsTo { size: new.size, hashes: evidence.proof().len() };
        told.note("", text::compared(lang, &leads));
    }
    told.note("", text::compared(lang, &Compared::Meaning));
}
