//! Refusals: what is wrong, and what to do.

use super::action::Action;
use super::names::{event_kind, phase, signers};
use super::parts::{paper, short};
use super::{Lang, Said, findings, founding, shape};
use crate::domain::form::Form;
use crate::domain::id::UnitId;
use crate::domain::number::Voting;
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol::{ATTACHMENTS_MAX, Paper};
use crate::domain::rejection::Rejection;
use crate::domain::rules::RulesVersion;
use crate::domain::statement::Kind;
use crate::domain::summary::LEFT_OUT_MAX;

messages! {
    refusal_already { sequence, receipt } + remedy;
    refusal_other_ledger + remedy;
    refusal_closed + remedy;
    refusal_unit_unknown { unit, draft_commission } + remedy;
    refusal_unit_exists { unit, show, draft_replacement } + remedy;
    refusal_seat_unknown { unit, seat, show } + remedy;
    refusal_contest_unknown { contest } + remedy;
    refusal_contest_exists { contest } + remedy;
    refusal_contest_elsewhere { unit, contest } + remedy;
    refusal_key_not_enrolled { key } + remedy;
    refusal_key_not_in_force { key } + remedy;
    refusal_not_entitled { unit, kind, signers } + remedy;
    refusal_mixed_signers + remedy;
    refusal_unsigned + remedy;
    refusal_quorum_not_met { unit, signed, needed, more } + remedy;
    refusal_key_taken { key } + remedy;
    refusal_not_as_manifest { tier, members, quorum } + remedy;
    refusal_misplaced { unit } + remedy;
    refusal_shape { paper, clause };
    refusal_summary_shape { unit, contest, clause };
    refusal_reported { paper, show, draft_correction } + remedy;
    refusal_opening_too_late { paper, show } + remedy;
    refusal_earlier_voting { unit, contest, voting, open } + remedy;
    refusal_later_voting { unit, contest, voting, open, draft_repeat_voting } + remedy;
    refusal_not_in_force { event } + remedy;
    refusal_nothing_reported { paper, phase, show } + remedy;
    refusal_still_reported { paper, phase, draft_annulment } + remedy;
    refusal_voting_over { paper, phase, draft_repeat_voting } + remedy;
    refusal_ballot_fixed { contest, candidate, tally_contest } + remedy;
    refusal_candidate_unknown { contest, candidate, tally_contest } + remedy;
    refusal_observer_unknown { observer } + remedy;
    refusal_observer_exists { observer } + remedy;
    refusal_out_of_scope { unit, observer } + remedy;
    refusal_event_unknown { event } + remedy;
    refusal_demonstration_key { unit, seat } + remedy;
    refusal_manifest { flaw } + remedy;
    refusal_not_founded + remedy;
    refusal_founded_already + remedy;
    refusal_rules_unknown { rules, known } + remedy;
    refusal_commitment { made_at, size } + remedy;
    refusal_left_out { max } + remedy;
    refusal_certified { contest } + remedy;
    refusal_log_key + remedy;
    refusal_list_out_of_order { list, max } + remedy;
    refusal_figures_missing { paper, figures, names } + remedy;
    refusal_reason_missing + remedy;
    refusal_unchanged { event } + remedy;
    refusal_body_missing { contest } + remedy;
    refusal_elected_or_nobody { contest } + remedy;
}

/// Of figures that are missing on one paper, all at once; none where it is not several.
pub fn figures_missing(lang: Lang, refusals: &[Rejection], form: &Form) -> Option<Said> {
    let names: Vec<_> = refusals.iter().filter(|r| r.is_of_missing_figure()).filter_map(Rejection::item).collect();
    let Some(Rejection::Shape(at, _)) = refusals.iter().find(|r| r.is_of_missing_figure()) else { return None };
    let shown = names.iter().map(|name| findings::label(lang, form, name)).collect::<Vec<_>>().join(", ");
    let (paper, figures) = (paper(lang, at), names.len());
    (figures > 1).then(|| advise!(lang, refusal_figures_missing { paper, figures, names: shown }))
}

pub fn rejection(lang: Lang, rejection: &Rejection) -> Said {
    match rejection {
        Rejection::Already(_, sequence) => {
            let receipt = Action::Receipt(Some(*sequence));
            advise!(lang, refusal_already { sequence: *sequence, receipt })
        }
        Rejection::OtherLedger => advise!(lang, refusal_other_ledger),
        Rejection::Closed => advise!(lang, refusal_closed),
        Rejection::UnitUnknown(unit) => {
            let draft_commission = Action::draft(Kind::CommissionFormed, unit);
            advise!(lang, refusal_unit_unknown { unit, draft_commission })
        }
        Rejection::UnitExists(unit) => {
            let (show, draft_replacement) = (show(unit), Action::draft(Kind::MemberReplaced, unit));
            advise!(lang, refusal_unit_exists { unit, show, draft_replacement })
        }
        Rejection::SeatUnknown(unit, seat) => {
            advise!(lang, refusal_seat_unknown { unit, seat: *seat, show: show(unit) })
        }
        Rejection::ContestUnknown(contest) => advise!(lang, refusal_contest_unknown { contest }),
        Rejection::ContestExists(contest) => advise!(lang, refusal_contest_exists { contest }),
        Rejection::ContestElsewhere(contest, unit) => advise!(lang, refusal_contest_elsewhere { unit, contest }),
        Rejection::KeyNotEnrolled(key) => advise!(lang, refusal_key_not_enrolled { key: short(key) }),
        Rejection::KeyNotInForce(key) => advise!(lang, refusal_key_not_in_force { key: short(key) }),
        Rejection::NotEntitled(kind, unit) => {
            let (kind, signers) = (event_kind(lang, *kind), signers(lang, *kind));
            advise!(lang, refusal_not_entitled { unit, kind, signers })
        }
        Rejection::MixedSigners => advise!(lang, refusal_mixed_signers),
        Rejection::Unsigned => advise!(lang, refusal_unsigned),
        Rejection::QuorumNotMet { unit, signed, needed } => {
            let more = usize::from(*needed).saturating_sub(*signed);
            advise!(lang, refusal_quorum_not_met { unit, signed: *signed, needed: *needed, more })
        }
        Rejection::KeyTaken(key) => advise!(lang, refusal_key_taken { key: short(key) }),
        Rejection::NotAsManifest { tier, members, quorum } => {
            advise!(lang, refusal_not_as_manifest { tier, members: *members, quorum: *quorum })
        }
        Rejection::Misplaced(unit) => advise!(lang, refusal_misplaced { unit }),
        Rejection::Shape(at, flaw) => {
            let said = shape::flaw(lang, flaw);
            Said { says: say!(lang, refusal_shape { paper: paper(lang, at), clause: said.says }), ..said }
        }
        Rejection::SummaryShape(contest, unit, flaw) => {
            let said = shape::flaw(lang, flaw);
            Said { says: say!(lang, refusal_summary_shape { unit, contest, clause: said.says }), ..said }
        }
        Rejection::Reported(at) => {
            let (unit, contest) = (at.unit.clone(), at.contest.clone());
            let draft_correction = Action::Draft(Some(Kind::ProtocolCorrected), Some(unit), Some(contest));
            advise!(lang, refusal_reported { paper: paper(lang, at), show: show(&at.unit), draft_correction })
        }
        Rejection::OpeningTooLate(at) => {
            advise!(lang, refusal_opening_too_late { paper: paper(lang, at), show: show(&at.unit) })
        }
        Rejection::OtherVoting { paper, open } => other_voting(lang, paper, *open),
        // Also said of a first summary when one is in force: the event is then that one, so no word on which it is.
        Rejection::NotInForce(event) => advise!(lang, refusal_not_in_force { event: short(event) }),
        Rejection::NotInThisState(paper, status) => not_in_this_state(lang, paper, *status),
        Rejection::BallotFixed(contest, candidate) => {
            let tally_contest = Action::Ballot(Some(contest.clone()));
            advise!(lang, refusal_ballot_fixed { contest, candidate: *candidate, tally_contest })
        }
        Rejection::CandidateUnknown(contest, candidate) => {
            let tally_contest = Action::Ballot(Some(contest.clone()));
            advise!(lang, refusal_candidate_unknown { contest, candidate: *candidate, tally_contest })
        }
        Rejection::ObserverUnknown(observer) => advise!(lang, refusal_observer_unknown { observer }),
        Rejection::ObserverExists(observer) => advise!(lang, refusal_observer_exists { observer }),
        Rejection::OutOfScope(observer, unit) => advise!(lang, refusal_out_of_scope { unit, observer }),
        Rejection::EventUnknown(event) => advise!(lang, refusal_event_unknown { event: short(event) }),
        Rejection::DemonstrationKey(unit, seat) => advise!(lang, refusal_demonstration_key { unit, seat: *seat }),
        Rejection::Manifest(flaw) => advise!(lang, refusal_manifest { flaw: founding::flaw(lang, flaw) }),
        Rejection::NotFounded => advise!(lang, refusal_not_founded),
        Rejection::FoundedAlready => advise!(lang, refusal_founded_already),
        Rejection::RulesUnknown(rules) => {
            advise!(lang, refusal_rules_unknown { rules: rules.to_string(), known: RulesVersion::FOUNDING.to_string() })
        }
        Rejection::Commitment { made_at, size } if made_at > size => {
            advise!(lang, refusal_commitment { made_at: made_at.0, size: size.0 })
        }
        Rejection::Commitment { .. } => advise!(lang, refusal_left_out { max: LEFT_OUT_MAX }),
        Rejection::Certified(contest) => advise!(lang, refusal_certified { contest }),
        Rejection::LogKey => advise!(lang, refusal_log_key),
        Rejection::ListOutOfOrder(list) => {
            advise!(lang, refusal_list_out_of_order { list: *list, max: ATTACHMENTS_MAX })
        }
        Rejection::ReasonMissing => advise!(lang, refusal_reason_missing),
        Rejection::Unchanged(event) => advise!(lang, refusal_unchanged { event: short(event) }),
        Rejection::BodyMissing(contest) => advise!(lang, refusal_body_missing { contest }),
        Rejection::ElectedOrNobody(contest) => advise!(lang, refusal_elected_or_nobody { contest }),
    }
}

fn show(unit: &UnitId) -> Action {
    Action::Show(Some(unit.clone()))
}

fn other_voting(lang: Lang, paper: &Paper, open: Voting) -> Said {
    let Paper { contest, unit, voting } = paper;
    let voting = *voting;
    if voting < open {
        advise!(lang, refusal_earlier_voting { unit, contest, voting, open })
    } else {
        let draft_repeat_voting = Action::draft(Kind::RepeatVotingCalled, unit);
        advise!(lang, refusal_later_voting { unit, contest, voting, open, draft_repeat_voting })
    }
}

fn not_in_this_state(lang: Lang, at: &Paper, status: PaperStatus) -> Said {
    let (paper, phase, unit) = (paper(lang, at), phase(lang, status), &at.unit);
    match status {
        PaperStatus::Awaited | PaperStatus::Opened => {
            advise!(lang, refusal_nothing_reported { paper, phase, show: show(unit) })
        }
        PaperStatus::Reported(_) => {
            let draft_annulment = Action::draft(Kind::ProtocolAnnulled, unit);
            advise!(lang, refusal_still_reported { paper, phase, draft_annulment })
        }
        PaperStatus::Annulled | PaperStatus::Failed => {
            let draft_repeat_voting = Action::draft(Kind::RepeatVotingCalled, unit);
            advise!(lang, refusal_voting_over { paper, phase, draft_repeat_voting })
        }
    }
}
