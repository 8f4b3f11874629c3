//! Checking a draft: the rules, run as if the whole commission had signed. Nothing is signed, and nothing is written.

use std::collections::BTreeSet;

use super::background::{Background, Origin};
use crate::crypto::key::PublicKey;
use crate::domain::code::FindingCode;
use crate::domain::commission::Member;
use crate::domain::finding::Finding;
use crate::domain::form::{Form, Operand};
use crate::domain::id::{LedgerId, UnitId};
use crate::domain::manifest::ElectionCalled;
use crate::domain::protocol::{Figures, Paper, ShapeFlaw};
use crate::domain::rejection::Rejection;
use crate::domain::rules::{About, decide};
use crate::domain::state::{Election, KeyOf, State};
use crate::domain::statement::{Body, Statement, Submission};
use crate::domain::summary::SummarySubmitted;
use crate::domain::time::Millis;
use crate::intake::members::demonstrations;
use crate::tally::findings::{of_draft_result, of_draft_summary};

/// What the rules say of a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checked {
    /// What the ledger would refuse, in the order of the paper.
    pub refusals: Vec<Rejection>,
    /// What does not add up, or is unusual.
    pub findings: Vec<Finding>,
    /// Whether a summary's sums could be held against protocols: a kit has none.
    pub sums_are_checked: bool,
}

/// Runs the rules on a draft: the paper's shape, the form's checks, and whether the ledger would take it if the whole
/// commission signed.
pub fn check(body: &Body, background: Option<&Background>, now: Millis) -> Checked {
    let Some((background, election)) = background.and_then(|b| Some((b, b.state.election()?))) else {
        let keys = match body {
            Body::ElectionCalled(founding) => founding_keys(founding),
            _ => Vec::new(),
        };
        let refusals = founding_flaw(body, now).into_iter().chain(keys).take(1).collect();
        return Checked { refusals, findings: Vec::new(), sums_are_checked: true };
    };
    let refusals = demonstration_keys(body, background);
    let mut checked = Checked { refusals, findings: Vec::new(), sums_are_checked: true };
    let shape = shape_flaws(body, election);
    let ballot_is_whole = !shape.iter().any(|(_, flaw)| matches!(flaw, ShapeFlaw::CandidateMissing(_)));
    if !shape.is_empty() {
        checked.refusals.extend(shape.into_iter().map(|(paper, flaw)| Rejection::Shape(paper, flaw)));
    } else if checked.refusals.is_empty() {
        checked.refusals.extend(refusal(body, background, election, now));
    }
    if let Some((paper, figures)) = figures(body) {
        let about = About { form: &election.manifest().form, contest: &paper.contest, unit: &paper.unit };
        let found = election.rules().rules().findings_of_figures(about, figures).into_iter();
        // A candidate's missing figure is not zero: without it there is no sum of votes to judge.
        let is_judged = |finding: &Finding| ballot_is_whole || !sums_votes(finding, &election.manifest().form);
        checked.findings = found.filter(is_judged).collect();
    }
    // A kit has no protocols to sum.
    match (summary(body), background.origin) {
        (Some(_), Origin::Kit) => checked.sums_are_checked = false,
        (Some(summary), Origin::Ledger) => {
            checked.findings = of_draft_summary(&background.model, summary, background.state.size());
        }
        (None, _) => {}
    }
    if let (Body::ResultCertified(certified), Origin::Ledger) = (body, background.origin) {
        checked.findings = of_draft_result(&background.model, certified, background.state.size());
    }
    checked
}

/// The seats of a founding act whose keys are demonstration keys, which anybody can derive, where it is no rehearsal.
pub fn founding_keys(founding: &ElectionCalled) -> Vec<Rejection> {
    let formed = &founding.commission;
    among(&[&demonstrations([&formed.unit], &founding.manifest)], &formed.unit, &formed.members)
}

/// Keys that anybody can derive, of whichever unit: the rules themselves know those of the very seat.
fn demonstration_keys(body: &Body, background: &Background) -> Vec<Rejection> {
    let (unit, members) = match body {
        Body::CommissionFormed(formed) => (&formed.unit, &formed.members[..]),
        Body::MemberReplaced(replaced) => (&replaced.unit, std::slice::from_ref(&replaced.member)),
        _ => return Vec::new(),
    };
    let Some(manifest) = background.model.election().map(|election| &election.founding.manifest) else {
        return Vec::new();
    };
    among(&[background.demonstrations(), &demonstrations([unit], manifest)], unit, members)
}

fn among(known: &[&BTreeSet<PublicKey>], unit: &UnitId, members: &[Member]) -> Vec<Rejection> {
    let is_one = |member: &&Member| known.iter().any(|known| known.contains(&member.key));
    members.iter().filter(is_one).map(|member| Rejection::DemonstrationKey(unit.clone(), member.seat)).collect()
}

fn sums_votes(finding: &Finding, form: &Form) -> bool {
    let check = form.checks.iter().find(|check| finding.code == FindingCode::Form(check.code.clone()));
    check.is_some_and(|check| check.left.iter().chain(&check.right).any(|term| term.of == Operand::Votes))
}

fn founding_flaw(body: &Body, now: Millis) -> Option<Rejection> {
    match body {
        Body::ElectionCalled(founding) => {
            let keys = founding.commission.members.iter().map(|member| member.key).collect();
            refused(&State::default(), body, LedgerId::UNFOUNDED, keys, now)
        }
        _ => None,
    }
}

/// The figures of a protocol, or of its correction.
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
    let (form, rules) = (&election.manifest().form, election.rules().rules());
    let of = |paper: &Paper, flaws: Vec<ShapeFlaw>| flaws.into_iter().map(|flaw| (paper.clone(), flaw)).collect();
    match body {
        Body::OpeningSealed(sealed) => of(&sealed.paper, rules.opening_flaws(&sealed.items, form)),
        _ => match figures(body)
            .and_then(|(paper, figures)| Some((paper, figures, election.contest(&paper.contest).ok()?)))
        {
            Some((paper, figures, contest)) => of(paper, rules.protocol_flaws(figures, form, &contest.ballot)),
            None => Vec::new(),
        },
    }
}

/// What the ledger would say if every member of the body that may say this had signed: of the unit itself, or of the
/// first commission above it that is entitled.
fn refusal(body: &Body, background: &Background, election: &Election, now: Millis) -> Option<Rejection> {
    if matches!(body, Body::CopyFiled(_) | Body::ComplaintFiled(_) | Body::LogKeyRotated(_)) {
        return None;
    }
    // A unit that is not there has no members, and whoever signed for it would seem not to be entitled.
    let about = match named(body) {
        Some(unit) if election.unit(&unit).is_err() => return Some(Rejection::UnitUnknown(unit)),
        named => named.unwrap_or_else(|| election.top().clone()),
    };
    let mut last = None;
    for unit in election.lineage(&about) {
        last = refused(&background.state, body, election.ledger(), members(election, unit), now);
        if !matches!(last, Some(Rejection::NotEntitled(..))) {
            break;
        }
    }
    last.filter(|rejection| !(background.origin == Origin::Kit && needs_papers(rejection)))
}

/// Whether a rejection is about papers that are in the ledger. A kit has none of them: that is for the ledger to say.
pub fn needs_papers(rejection: &Rejection) -> bool {
    use Rejection as R;
    matches!(rejection, R::NotInForce(_) | R::NotInThisState(..) | R::EventUnknown(_) | R::Commitment { .. })
}

/// Whether the body of this key, a commission or an observer, is the one that may say this.
///
/// # Errors
/// [`Rejection::NotEntitled`]; [`Rejection::MixedSigners`].
pub fn entitled(
    body: &Body,
    background: &Background,
    election: &Election,
    key: PublicKey,
    now: Millis,
) -> Result<(), Rejection> {
    let signers = match election.holder(&key).map(|holder| holder.of) {
        Some(KeyOf::Seat(unit, _)) => members(election, &unit),
        _ => vec![key],
    };
    match refused(&background.state, body, election.ledger(), signers, now) {
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
    let occupants = election.unit(unit).into_iter().flat_map(|commission| commission.seats.iter());
    occupants
        .map(|(_, occupant)| occupant.key)
        .filter(|key| election.holder(key).is_some_and(|holder| holder.in_force))
        .collect()
}

/// What the ledger would say to a statement under the signatures of these keys.
pub fn refused(
    state: &State,
    body: &Body,
    ledger: LedgerId,
    mut signers: Vec<PublicKey>,
    now: Millis,
) -> Option<Rejection> {
    signers.sort();
    let statement = Statement { ledger, said_at: now, body: body.clone() };
    let hash = statement.encode().map(|bytes| Statement::hash(&bytes)).ok()?;
    decide(state, &Submission { statement, hash, signers }, now).err()
}
