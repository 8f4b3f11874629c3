//! `check`: the rules, run on a draft. Nothing is signed and nothing leaves the room.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Value, json};

use super::args::{Check, Global};
use super::failure::{self, Exit, Failure};
use super::files;
use super::kit::Background;
use super::ledger::now;
use super::output::{Output, Tone, column};
use super::rendering;
use super::scans;
use crate::crypto::key::PublicKey;
use crate::domain::code::FindingCode;
use crate::domain::commission::Member;
use crate::domain::finding::Finding;
use crate::domain::form::{Form, Operand, Severity};
use crate::domain::id::{LedgerId, UnitId};
use crate::domain::manifest::ElectionCalled;
use crate::domain::protocol::{Figures, Paper, ShapeFlaw, opening_flaws};
use crate::domain::rejection::Rejection;
use crate::domain::rules::About;
use crate::domain::state::{Election, KeyOf};
use crate::domain::summary::SummarySubmitted;
use crate::domain::{Body, Kind, State, Statement, Submission, decide};
use crate::intake::draft::{self, Draft, DraftContext};
use crate::intake::members::demonstrations;
use crate::tally::findings::of_draft_summary;
use crate::text::{self, Label};

pub fn run(global: &Global, arguments: &Check, output: &Output) -> Result<Exit, Failure> {
    let background = background_of(global, arguments, output)?;
    let draft = read_draft(&arguments.draft, background.as_ref(), output)?;
    let checked = check(&draft, background.as_ref());
    tell(&checked, background.as_ref(), output);
    if summary(&draft.body).is_some() && background.as_ref().is_some_and(|background| background.is_kit) {
        output.say(output.label(Label::KitHasNoSums));
    }
    Ok(checked.exit())
}

/// A founding act needs nothing to be held against.
fn background_of(global: &Global, arguments: &Check, output: &Output) -> Result<Option<Background>, Failure> {
    let text = files::read_text(&arguments.draft)?;
    if is_founding(&text) { Ok(None) } else { Background::load(global, &arguments.known, output).map(Some) }
}

/// Whether a draft says that it is a founding act.
pub fn is_founding(text: &str) -> bool {
    let kinds = text.lines().filter_map(|line| line.split_once('=')).filter(|(key, _)| key.trim() == "kind");
    let mut words = kinds.map(|(_, word)| word.trim().trim_start_matches(['"', '\'']));
    words.next().is_some_and(|word| word.starts_with(Kind::ElectionCalled.word()))
}

/// Reads a draft, and sees that it is for this ledger.
pub fn read_draft(path: &Path, background: Option<&Background>, output: &Output) -> Result<Draft, Failure> {
    let text = files::read_text(path)?;
    let context = background.map(|background| background.context(output.lang.code())).transpose()?;
    let scans = scans::of_draft(path, &text)?;
    let context = context.map(|context| DraftContext { scans, ..context });
    Ok(draft::read(&path.display().to_string(), &text, context.as_ref())?)
}

/// What the rules say of a draft.
#[derive(Debug, Default)]
pub struct Checked {
    /// What the ledger would refuse, in the order of the paper.
    pub refusals: Vec<Rejection>,
    /// What does not add up, or is unusual.
    pub findings: Vec<Finding>,
}

impl Checked {
    fn exit(&self) -> Exit {
        if let Some(first) = self.refusals.first() {
            Exit::of_refusal(first.code())
        } else if self.findings.iter().any(|finding| finding.severity == Severity::Error) {
            Exit::Findings
        } else {
            Exit::Done
        }
    }
}

/// Runs the rules on a draft: the paper's shape, the form's checks, and whether the ledger would take it if the whole
/// commission signed.
pub fn check(draft: &Draft, background: Option<&Background>) -> Checked {
    let Some((background, election)) = background.and_then(|b| Some((b, b.state.election()?))) else {
        let keys = match &draft.body {
            Body::ElectionCalled(founding) => founding_keys(founding),
            _ => Vec::new(),
        };
        let refusals = founding_flaw(draft).into_iter().chain(keys).take(1).collect();
        return Checked { refusals, findings: Vec::new() };
    };
    let mut checked = Checked { refusals: demonstration_keys(&draft.body, background), findings: Vec::new() };
    let shape = shape_flaws(&draft.body, election);
    let ballot_is_whole = !shape.iter().any(|(_, flaw)| matches!(flaw, ShapeFlaw::CandidateMissing(_)));
    if !shape.is_empty() {
        checked.refusals.extend(shape.into_iter().map(|(paper, flaw)| Rejection::Shape(paper, flaw)));
    } else if checked.refusals.is_empty() {
        checked.refusals.extend(refusal(draft, background, election));
    }
    if let Some((paper, figures)) = figures(&draft.body) {
        let about = About { form: &election.manifest().form, contest: &paper.contest, unit: &paper.unit };
        let found = election.rules().rules().findings_of_figures(about, figures).into_iter();
        // A candidate's missing figure is not zero: without it there is no sum of votes to judge.
        let is_judged = |finding: &Finding| ballot_is_whole || !sums_votes(finding, &election.manifest().form);
        checked.findings = found.filter(is_judged).collect();
    }
    // A kit has no protocols to sum.
    if let Some(summary) = summary(&draft.body).filter(|_| !background.is_kit) {
        checked.findings = of_draft_summary(&background.model, summary, background.state.size());
    }
    checked
}

/// Keys that anybody can derive, of whichever unit: the rules themselves know those of the very seat.
fn demonstration_keys(body: &Body, background: &Background) -> Vec<Rejection> {
    let (unit, members) = match body {
        Body::CommissionFormed(formed) => (&formed.unit, &formed.members[..]),
        Body::MemberReplaced(replaced) => (&replaced.unit, std::slice::from_ref(&replaced.member)),
        _ => return Vec::new(),
    };
    let Some(manifest) = rendering::manifest(&background.model) else { return Vec::new() };
    among(demonstrations(background.model.units().keys().chain([unit]), manifest), unit, members)
}

/// Likewise of a founding act, which knows of no other unit yet.
pub fn founding_keys(founding: &ElectionCalled) -> Vec<Rejection> {
    let formed = &founding.commission;
    among(demonstrations([&formed.unit], &founding.manifest), &formed.unit, &formed.members)
}

fn among(known: BTreeSet<PublicKey>, unit: &UnitId, members: &[Member]) -> Vec<Rejection> {
    let is_one = |member: &&Member| known.contains(&member.key);
    members.iter().filter(is_one).map(|member| Rejection::DemonstrationKey(unit.clone(), member.seat)).collect()
}

fn sums_votes(finding: &Finding, form: &Form) -> bool {
    let check = form.checks.iter().find(|check| finding.code == FindingCode::Form(check.code.clone()));
    check.is_some_and(|check| check.left.iter().chain(&check.right).any(|term| term.of == Operand::Votes))
}

fn founding_flaw(draft: &Draft) -> Option<Rejection> {
    match &draft.body {
        Body::ElectionCalled(founding) => {
            let keys = founding.commission.members.iter().map(|member| member.key).collect();
            refused(&State::default(), draft, LedgerId::UNFOUNDED, keys)
        }
        _ => None,
    }
}

pub fn figures(body: &Body) -> Option<(&Paper, &Figures)> {
    match body {
        Body::ProtocolSubmitted(protocol) => Some((&protocol.paper, &protocol.figures)),
        Body::ProtocolCorrected(corrected) => Some((&corrected.protocol.paper, &corrected.protocol.figures)),
        _ => None,
    }
}

fn summary(body: &Body) -> Option<&SummarySubmitted> {
    match body {
        Body::SummarySubmitted(summary) => Some(summary),
        Body::SummaryCorrected(corrected) => Some(&corrected.summary),
        _ => None,
    }
}

fn shape_flaws(body: &Body, election: &Election) -> Vec<(Paper, ShapeFlaw)> {
    let form = &election.manifest().form;
    let of = |paper: &Paper, flaws: Vec<ShapeFlaw>| flaws.into_iter().map(|flaw| (paper.clone(), flaw)).collect();
    match body {
        Body::OpeningSealed(sealed) => of(&sealed.paper, opening_flaws(&sealed.items, form)),
        _ => match figures(body)
            .and_then(|(paper, figures)| Some((paper, figures, election.contest(&paper.contest).ok()?)))
        {
            Some((paper, figures, contest)) => of(paper, figures.protocol_flaws(form, &contest.ballot)),
            None => Vec::new(),
        },
    }
}

/// What the ledger would say if every member of the body that may say this had signed: of the unit itself, or of the
/// first commission above it that is entitled.
fn refusal(draft: &Draft, background: &Background, election: &Election) -> Option<Rejection> {
    if matches!(draft.body, Body::CopyFiled(_) | Body::ComplaintFiled(_) | Body::LogKeyRotated(_)) {
        return None;
    }
    // A unit that is not there has no members, and whoever signed for it would seem not to be entitled.
    let about = match named(&draft.body) {
        Some(unit) if election.unit(&unit).is_err() => return Some(Rejection::UnitUnknown(unit)),
        named => named.unwrap_or_else(|| election.top().clone()),
    };
    let mut last = None;
    for unit in election.lineage(&about) {
        last = refused(&background.state, draft, election.ledger(), members(election, unit));
        if !matches!(last, Some(Rejection::NotEntitled(..))) {
            break;
        }
    }
    last.filter(|rejection| !(background.is_kit && needs_papers(rejection)))
}

/// Whether a rejection is about papers that are in the ledger. A kit has none of them: that is for the ledger to say.
fn needs_papers(rejection: &Rejection) -> bool {
    use Rejection as R;
    matches!(rejection, R::NotInForce(_) | R::NotInThisState(..) | R::EventUnknown(_) | R::Commitment { .. })
}

/// Whether the body of this key, a commission or an observer, is the one that may say this.
pub fn entitled(draft: &Draft, background: &Background, election: &Election, key: PublicKey) -> Result<(), Rejection> {
    let body = match election.holder(&key).map(|holder| &holder.of) {
        Some(KeyOf::Seat(unit, _)) => members(election, unit),
        _ => vec![key],
    };
    match refused(&background.state, draft, election.ledger(), body) {
        Some(rejection @ (Rejection::NotEntitled(..) | Rejection::MixedSigners)) => Err(rejection),
        _ => Ok(()),
    }
}

/// The unit that must be there already.
fn named(body: &Body) -> Option<UnitId> {
    match body {
        Body::CommissionFormed(formed) => formed.parent.clone(),
        _ => body.unit().cloned(),
    }
}

fn members(election: &Election, unit: &UnitId) -> Vec<PublicKey> {
    let occupants = election.unit(unit).into_iter().flat_map(|commission| commission.seats.values());
    occupants.map(|o| o.key).filter(|key| election.holder(key).is_some_and(|holder| holder.in_force)).collect()
}

fn refused(state: &State, draft: &Draft, ledger: LedgerId, mut signers: Vec<PublicKey>) -> Option<Rejection> {
    signers.sort();
    let statement = Statement { ledger, said_at: now(), body: draft.body.clone() };
    let hash = statement.encode().map(|bytes| Statement::hash(&bytes)).ok()?;
    decide(state, &Submission { statement, hash, signers }, now()).err()
}

/// Tells what was found; says whether anything was.
pub fn tell(checked: &Checked, background: Option<&Background>, output: &Output) {
    let manifest = background.and_then(|background| rendering::manifest(&background.model));
    if output.json {
        let refusals = checked.refusals.iter().map(|rejection| refusal_json(rejection, output));
        let findings = checked.findings.iter().filter_map(|f| Some(rendering::finding_json(output, manifest?, f)));
        output.value(&json!({ "findings": refusals.chain(findings).collect::<Vec<_>>() }));
        return;
    }
    let words = [Label::Refused, Label::Error, Label::Unusual].map(|word| output.label(word));
    let width = column(7, words);
    let [refused, error, unusual] = words.map(|word| format!("{word:<width$}"));
    for rejection in &checked.refusals {
        let said = text::rejection(output.lang, rejection);
        output.line(&format!("{:<4} {refused}  {}", output.paint(Tone::Bad, rejection.code().as_str()), said.says));
        output.line(&format!("{:indent$}{}", "", said.act, indent = width + 8));
    }
    for finding in &checked.findings {
        let (tone, word) = match finding.severity {
            Severity::Error => (Tone::Bad, &error),
            Severity::Warning => (Tone::Note, &unusual),
        };
        let says = manifest.map_or_else(String::new, |manifest| text::finding(output.lang, finding, manifest));
        output.line(&format!("{:<4} {}  {says}", finding.code, output.paint(tone, word)));
    }
    if checked.refusals.is_empty() && checked.findings.is_empty() {
        output.line(output.label(Label::PaperIsComplete));
    } else if checked.refusals.is_empty() {
        output.say(output.label(Label::CountAgain));
    }
}

fn refusal_json(rejection: &Rejection, output: &Output) -> Value {
    let said = text::rejection(output.lang, rejection);
    let (unit, item) = failure::place(rejection);
    let (contest, event) = failure::subject(rejection);
    json!({
        "code": rejection.code().as_str(),
        "severity": "refused",
        "contest": contest,
        "unit": unit,
        "event": event,
        "item": item,
        "cells": [],
        "says": said.says,
        "do": said.act,
    })
}
