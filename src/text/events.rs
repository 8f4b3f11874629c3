//! What an event says, on one line: unit, contest, and the key facts.

mod sums;

use self::sums::{Sums, summary_votes};
use super::Lang;
use super::names::{office, outcome, role};
use super::parts::{because, cut, paper, short, shown};
use crate::domain::closing::ResultCertified;
use crate::domain::commission::CommissionFormed;
use crate::domain::decision::Decision;
use crate::domain::form::Form;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::manifest::ElectionCalled;
use crate::domain::number::BallotNumber;
use crate::domain::observer::{CopyContent, CopyFiled};
use crate::domain::protocol::{Figures, ProtocolSubmitted};
use crate::domain::statement::Body;
use crate::domain::summary::SummarySubmitted;
use crate::domain::text::Localised;

/// How many units a line names that a summary leaves out.
const LEFT_OUT_SHOWN_MAX: usize = 5;

messages! {
    event_election_called { unit, title, day, contests };
    event_rehearsal_called { unit, title, day, contests };
    event_contest_called { contest, place, day };
    event_whole_election;
    event_log_key_rotated { because };
    event_commission_formed { unit, tier, members, quorum };
    event_commission_formed_under { unit, tier, parent, members, quorum };
    event_member_replaced { unit, seat, name, office, because };
    event_key_revoked { unit, seat, because };
    event_nomination_approved { contest, name };
    event_nomination_approved_by { contest, name, by };
    event_candidate_registered { contest, number, name };
    event_candidate_registered_by { contest, number, name, by };
    event_candidate_withdrawn { contest, number, because };
    event_observer_accredited { scope, observer, role, organisation };
    event_accreditation_withdrawn { observer, because };
    event_opening_sealed { paper, figures };
    event_turnout_reported { paper, voters, hour };
    event_protocol_submitted { paper, facts };
    event_protocol_corrected { paper, facts, because };
    event_protocol_annulled { paper, decided, because };
    event_voting_failed { paper, decided, because };
    event_repeat_voting_called { paper, day, because };
    event_summary_submitted { unit, contest, used, units, votes, left_out };
    event_summary_corrected { unit, contest, used, units, votes, left_out, because };
    event_copy_handed { paper, figures };
    event_copy_refused { paper, because };
    event_complaint_filed { event, subject };
    event_complaint_decided { complaint, outcome, decided, because };
    event_result_certified { contest, decided, elected };
    event_result_certified_by { contest, by, decided, elected };
    event_ledger_closed { decided };
    event_decided { reference };
    event_facts_protocol { figures };
    event_facts_dissents { members };
    event_facts_attachments { attachments };
    event_figures_voters { voters };
    event_figures_votes { votes, candidates };
    event_figures_invalid { invalid };
    event_left_out { units };
    event_certified { by, decided, elected };
    event_elected { candidates };
    event_ends_contest { contest };
    event_ends_ledger;
    event_nobody_elected;
    event_one_elected { candidate };
    event_some_elected { candidates };
}

/// The form, where it is at hand, tells which figures are voters and which papers were invalid.
pub fn line(lang: Lang, body: &Body, form: Option<&Form>) -> String {
    match body {
        Body::ElectionCalled(founding) => election(lang, founding),
        Body::ContestCalled(called) => {
            let contest = &called.contest;
            let place = contest.unit.as_ref().map_or_else(|| say!(lang, event_whole_election), |unit| unit.as_str());
            let day = contest.polling_day.to_string();
            say!(lang, event_contest_called { contest: &contest.id, place, day })
        }
        Body::LogKeyRotated(rotated) => say!(lang, event_log_key_rotated { because: because(&rotated.reason) }),
        Body::CommissionFormed(formed) => commission(lang, formed),
        Body::MemberReplaced(replaced) => {
            let (unit, member, because) = (&replaced.unit, &replaced.member, because(&replaced.reason));
            let (seat, name, office) = (member.seat, shown(&member.name), office(lang, member.office));
            say!(lang, event_member_replaced { unit, seat, name, office, because })
        }
        Body::KeyRevoked(revoked) => {
            let because = because(&revoked.reason);
            say!(lang, event_key_revoked { unit: &revoked.unit, seat: revoked.seat, because })
        }
        Body::NominationApproved(approved) => {
            let (contest, name) = (&approved.contest, name(lang, &approved.names));
            match shown(&approved.nominated_by) {
                by if by.is_empty() => say!(lang, event_nomination_approved { contest, name }),
                by => say!(lang, event_nomination_approved_by { contest, name, by }),
            }
        }
        Body::CandidateRegistered(registered) => {
            let (contest, number, name) = (&registered.contest, registered.number, name(lang, &registered.names));
            match shown(&registered.nominated_by) {
                by if by.is_empty() => say!(lang, event_candidate_registered { contest, number, name }),
                by => say!(lang, event_candidate_registered_by { contest, number, name, by }),
            }
        }
        Body::CandidateWithdrawn(withdrawn) => {
            let (number, because) = (withdrawn.number, because(&withdrawn.reason));
            say!(lang, event_candidate_withdrawn { contest: &withdrawn.contest, number, because })
        }
        Body::ObserverAccredited(accredited) => {
            let (scope, observer) = (&accredited.scope, &accredited.observer);
            let (role, organisation) = (role(lang, accredited.role), shown(&accredited.organisation));
            say!(lang, event_observer_accredited { scope, observer, role, organisation })
        }
        Body::AccreditationWithdrawn(withdrawn) => {
            let because = because(&withdrawn.reason);
            say!(lang, event_accreditation_withdrawn { observer: &withdrawn.observer, because })
        }
        Body::OpeningSealed(sealed) => {
            let figures = sealed.items.iter().flatten().count();
            say!(lang, event_opening_sealed { paper: paper(lang, &sealed.paper), figures })
        }
        Body::TurnoutReported(report) => {
            let (paper, hour) = (paper(lang, &report.paper), report.as_of.to_string());
            say!(lang, event_turnout_reported { paper, voters: report.voters.0, hour })
        }
        Body::ProtocolSubmitted(submitted) => {
            let facts = protocol(lang, submitted, form);
            say!(lang, event_protocol_submitted { paper: paper(lang, &submitted.paper), facts })
        }
        Body::ProtocolCorrected(corrected) => {
            let (paper, facts) = (paper(lang, &corrected.protocol.paper), protocol(lang, &corrected.protocol, form));
            say!(lang, event_protocol_corrected { paper, facts, because: because(&corrected.reason) })
        }
        Body::ProtocolAnnulled(annulled) => {
            let (decided, because) = (decided(lang, &annulled.decision), because(&annulled.reason));
            say!(lang, event_protocol_annulled { paper: paper(lang, &annulled.paper), decided, because })
        }
        Body::VotingFailed(failed) => {
            let (decided, because) = (decided(lang, &failed.decision), because(&failed.reason));
            say!(lang, event_voting_failed { paper: paper(lang, &failed.paper), decided, because })
        }
        Body::RepeatVotingCalled(repeat) => {
            let (day, because) = (repeat.day.to_string(), because(&repeat.reason));
            say!(lang, event_repeat_voting_called { paper: paper(lang, &repeat.paper), day, because })
        }
        Body::SummarySubmitted(submitted) => {
            let Summary { unit, contest, used, units, votes } = Summary::of(submitted);
            let left_out = left_out(lang, submitted);
            say!(lang, event_summary_submitted { unit, contest, used, units, votes, left_out })
        }
        Body::SummaryCorrected(corrected) => {
            let Summary { unit, contest, used, units, votes } = Summary::of(&corrected.summary);
            let (left_out, because) = (left_out(lang, &corrected.summary), because(&corrected.reason));
            say!(lang, event_summary_corrected { unit, contest, used, units, votes, left_out, because })
        }
        Body::CopyFiled(filed) => copy(lang, filed, form),
        Body::ComplaintFiled(filed) => {
            say!(lang, event_complaint_filed { event: short(&filed.against), subject: shown(&filed.subject) })
        }
        Body::ComplaintDecided(decision) => {
            let (complaint, outcome) = (short(&decision.complaint), outcome(lang, decision.outcome));
            let (decided, because) = (decided(lang, &decision.decision), because(&decision.reason));
            say!(lang, event_complaint_decided { complaint, outcome, decided, because })
        }
        Body::ResultCertified(certified) => result(lang, certified),
        Body::LedgerClosed(closed) => say!(lang, event_ledger_closed { decided: decided(lang, &closed.decision) }),
    }
}

fn election(lang: Lang, founding: &ElectionCalled) -> String {
    let (manifest, unit) = (&founding.manifest, &founding.commission.unit);
    let (title, day) = (name(lang, &manifest.title), manifest.polling_day.to_string());
    let contests = manifest.contests.len();
    if manifest.rehearsal {
        say!(lang, event_rehearsal_called { unit, title, day, contests })
    } else {
        say!(lang, event_election_called { unit, title, day, contests })
    }
}

fn commission(lang: Lang, formed: &CommissionFormed) -> String {
    let CommissionFormed { unit, tier, quorum, .. } = formed;
    let (members, quorum) = (formed.members.len(), *quorum);
    match &formed.parent {
        None => say!(lang, event_commission_formed { unit, tier, members, quorum }),
        Some(parent) => say!(lang, event_commission_formed_under { unit, tier, parent, members, quorum }),
    }
}

fn protocol(lang: Lang, protocol: &ProtocolSubmitted, form: Option<&Form>) -> String {
    let mut facts = vec![say!(lang, event_facts_protocol { figures: figures(lang, &protocol.figures, form) })];
    if !protocol.dissent.is_empty() {
        facts.push(say!(lang, event_facts_dissents { members: protocol.dissent.len() }));
    }
    if !protocol.attachments.is_empty() {
        facts.push(say!(lang, event_facts_attachments { attachments: protocol.attachments.len() }));
    }
    facts.join(", ")
}

/// `598 voters, 553 votes for 25 candidates, 12 invalid`
fn figures(lang: Lang, figures: &Figures, form: Option<&Form>) -> String {
    let Sums { voters, votes, candidates, invalid } = Sums::of(figures, form);
    let voters = voters.map(|voters| say!(lang, event_figures_voters { voters }));
    let invalid = invalid.map(|invalid| say!(lang, event_figures_invalid { invalid }));
    let votes = say!(lang, event_figures_votes { votes, candidates });
    voters.into_iter().chain([votes]).chain(invalid).collect::<Vec<_>>().join(", ")
}

/// What a line tells of a summary.
struct Summary<'a> {
    unit: &'a UnitId,
    contest: &'a ContestId,
    used: u32,
    units: u32,
    votes: i128,
}

impl<'a> Summary<'a> {
    fn of(summary: &'a SummarySubmitted) -> Self {
        let SummarySubmitted { unit, contest, counters, .. } = summary;
        Self { unit, contest, used: counters.taken_as_basis, units: counters.units, votes: summary_votes(summary) }
    }
}

/// The units that a summary leaves out, as many as a line has room for; nothing where it leaves out none.
fn left_out(lang: Lang, summary: &SummarySubmitted) -> String {
    let mut units: Vec<_> = summary.left_out.iter().take(LEFT_OUT_SHOWN_MAX).map(ToString::to_string).collect();
    if summary.left_out.len() > LEFT_OUT_SHOWN_MAX {
        units.push("…".to_owned());
    }
    if units.is_empty() { String::new() } else { say!(lang, event_left_out { units: units.join(", ") }) }
}

fn copy(lang: Lang, copy: &CopyFiled, form: Option<&Form>) -> String {
    let paper = paper(lang, &copy.paper);
    match &copy.content {
        CopyContent::Handed { figures: handed, .. } => {
            say!(lang, event_copy_handed { paper, figures: figures(lang, handed, form) })
        }
        CopyContent::Refused { reason } => say!(lang, event_copy_refused { paper, because: because(reason) }),
    }
}

fn result(lang: Lang, certified: &ResultCertified) -> String {
    let elected: Vec<_> = certified.elected.iter().map(ToString::to_string).collect();
    let elected = match elected.as_slice() {
        [] => say!(lang, event_nobody_elected).to_owned(),
        [candidate] => say!(lang, event_one_elected { candidate: candidate.as_str() }),
        many => say!(lang, event_some_elected { candidates: many.join(", ") }),
    };
    let (contest, decided) = (&certified.contest, decided(lang, &certified.decision));
    match shown(&certified.body) {
        by if by.is_empty() => say!(lang, event_result_certified { contest, decided, elected }),
        by => say!(lang, event_result_certified_by { contest, by, decided, elected }),
    }
}

/// By whom a result is certified, and for whom: each who is elected with number and name.
pub fn certified(lang: Lang, certified: &ResultCertified, elected: &[(BallotNumber, &str)]) -> String {
    let candidates: Vec<_> = elected.iter().map(|(number, name)| format!("{number} {name}")).collect();
    let elected = match candidates.as_slice() {
        [] => say!(lang, event_nobody_elected).to_owned(),
        candidates => say!(lang, event_elected { candidates: candidates.join(", ") }),
    };
    let decided = decided(lang, &certified.decision);
    say!(lang, event_certified { by: shown(&certified.body), decided, elected })
}

/// What a statement ends for ever; none of what can be put right afterwards.
pub fn ends_for_ever(lang: Lang, body: &Body) -> Option<String> {
    match body {
        Body::ResultCertified(certified) => Some(say!(lang, event_ends_contest { contest: &certified.contest })),
        Body::LedgerClosed(_) => Some(say!(lang, event_ends_ledger).to_owned()),
        _ => None,
    }
}

fn name(lang: Lang, names: &Localised) -> String {
    cut(names.in_language(lang.code()))
}

/// Under which decision; nothing where none is named.
fn decided(lang: Lang, decision: &Decision) -> String {
    let reference = &decision.reference;
    if reference.is_empty() { String::new() } else { say!(lang, event_decided { reference: shown(reference) }) }
}
