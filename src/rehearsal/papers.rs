//! What a rehearsal says: of one row of the folder one statement, when it is said, and who signs it.

use super::keys::Signer;
use super::phase::Phase;
use super::plan::Plan;
use super::planned::Planned;
use super::rows::ScriptRow;
use crate::domain::decision::Decision;
use crate::domain::form::Stage;
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::manifest::TurnoutSigners;
use crate::domain::number::{Count, Seat, Voting};
use crate::domain::observer::{CopyContent, CopyFiled};
use crate::domain::protocol::{
    Figures, OpeningSealed, Paper, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted, RepeatVotingCalled,
    TurnoutReported, VotingFailed,
};
use crate::domain::statement::{Body, Statement};
use crate::domain::summary::SummarySubmitted;
use crate::domain::text::Text;
use crate::domain::time::{Day, Millis, Offset};
use crate::intake::csv::rows::{CorrectionRow, DecisionRow, PaperDecision, SummaryRow, TurnoutRow};
use crate::intake::members;
use crate::tally::read_model::ReadModel;
use crate::tally::summaries::recompute;

/// When a phase begins, in days before or after the polling day and minutes of that day, and how far apart its
/// statements come in, in milliseconds.
struct Pace {
    day: Day,
    minutes: u16,
    apart: u64,
}

const FORMED_DAYS_BEFORE: u16 = 45;
const REGISTERED_DAYS_BEFORE: u16 = 30;
const ACCREDITED_DAYS_BEFORE: u16 = 10;
/// A repeat voting is held this many days after the polling day.
const REPEATED_DAYS_AFTER: u16 = 14;
/// Nine in the morning, in minutes.
const MORNING: u16 = 9 * 60;
/// However many papers a phase has, they come in within two hours, before every deadline.
const WITHIN_MS: u64 = 2 * 3_600_000;
const HOUR_MS: u64 = 3_600_000;

impl Plan<'_, '_> {
    /// A statement of the phase; the read model may be further on than the phase's beginning. None beyond its end.
    pub fn say(&self, index: usize, model: &ReadModel) -> Option<Planned> {
        let row = self.rows.get(index)?;
        let (body, signers) = say(self, row, model);
        let said_at = clock(self, row, index);
        let statement = Statement { ledger: self.ledger, said_at, body };
        Some(Planned { statement, clock: said_at, signers })
    }

    /// Every statement of the phase.
    pub fn all<'p>(&'p self, model: &'p ReadModel) -> impl Iterator<Item = Planned> + 'p {
        (0..self.len()).filter_map(|index| self.say(index, model))
    }
}

/// What is said of a row, and by whom.
fn say(plan: &Plan<'_, '_>, row: &ScriptRow<'_>, model: &ReadModel) -> (Body, Vec<Signer>) {
    let script = plan.script;
    let paper = |contest: &ContestId, unit: &UnitId| Paper {
        contest: contest.clone(),
        unit: unit.clone(),
        voting: Voting::FIRST,
    };
    let by_itself = |body, unit: &UnitId| (body, script.quorum(unit));
    let by_the_top = |body| (body, script.quorum(script.top()));
    match row {
        ScriptRow::Unit(row) => {
            let parent = row.parent.as_ref().unwrap_or(&row.unit);
            (Body::CommissionFormed(script.commission(row)), script.quorum(parent))
        }
        ScriptRow::Nomination(row, day) => by_the_top(Body::NominationApproved(members::nomination(row, *day))),
        ScriptRow::Candidate(row) => by_the_top(Body::CandidateRegistered(members::candidate(row))),
        ScriptRow::Observer(observer) => {
            by_the_top(Body::ObserverAccredited(script.accreditation(observer, script.top())))
        }
        ScriptRow::Turnout(row) => {
            let reported = TurnoutReported {
                paper: paper(&row.contest, &row.unit),
                as_of: row.as_of,
                voters: row.voters,
                stations: row.stations,
            };
            (Body::TurnoutReported(reported), turnout_signers(plan, row))
        }
        ScriptRow::Opening(row) => {
            let sealed = OpeningSealed { paper: paper(&row.contest, &row.unit), items: row.items.clone() };
            by_itself(Body::OpeningSealed(sealed), &row.unit)
        }
        ScriptRow::OpeningOf(row) => {
            let items = opening_items(plan, &row.figures);
            let sealed = OpeningSealed { paper: paper(&row.contest, &row.unit), items };
            by_itself(Body::OpeningSealed(sealed), &row.unit)
        }
        ScriptRow::Protocol(row) => {
            by_itself(Body::ProtocolSubmitted(protocol(paper(&row.contest, &row.unit), &row.figures)), &row.unit)
        }
        ScriptRow::Copy(row) => {
            let content = CopyContent::Handed { figures: row.figures.clone(), attachments: Vec::new() };
            let copy = CopyFiled { paper: paper(&row.contest, &row.unit), content };
            (Body::CopyFiled(copy), vec![Signer::Observer(row.observer.clone())])
        }
        ScriptRow::Correction(row) => by_itself(
            correction(row, paper(&row.contest, &row.unit), in_force(plan, model, &row.contest, &row.unit)),
            &row.unit,
        ),
        ScriptRow::Decision(row) => {
            let parent = script.folder().unit(&row.unit).and_then(|row| row.parent.as_ref()).unwrap_or(&row.unit);
            let paper = Paper { voting: row.voting, ..paper(&row.contest, &row.unit) };
            (paper_decision(plan, row, paper, model), script.quorum(parent))
        }
        ScriptRow::Summary(row) => by_itself(summary(plan, row, model), &row.unit),
    }
}

/// When a row's statement is handed in.
fn clock(plan: &Plan<'_, '_>, row: &ScriptRow<'_>, index: usize) -> Millis {
    let index = index as u64;
    let Pace { day, minutes, apart } = pace(plan);
    if let ScriptRow::Turnout(row) = row {
        return Millis::at(day, row.as_of, offset(plan, &row.unit)).plus(index * apart);
    }
    let start = plan.script.clock(day, minutes).plus(index * apart);
    match &plan.phase {
        // What is corrected again is corrected when the corrections before are in.
        Phase::Corrections(_, round) => start.plus(*round as u64 * WITHIN_MS),
        // A parent sums up an hour after the units below it.
        Phase::Summaries(_, rank) => {
            let above_lowest = plan.script.manifest().tiers.len() - rank;
            start.plus(u64::try_from(above_lowest).unwrap_or(0) * HOUR_MS)
        }
        _ => start,
    }
}

fn pace(plan: &Plan<'_, '_>) -> Pace {
    let first_day = plan.script.manifest().polling_day;
    let before = |days| Pace { day: first_day.minus_days(days), minutes: MORNING, apart: 1000 };
    let after = |contest, days, minutes, ms| Pace {
        day: polling_day(plan, contest).plus_days(days),
        minutes,
        apart: apart(ms, plan.len()),
    };
    match &plan.phase {
        Phase::Commissions(_) => before(FORMED_DAYS_BEFORE),
        Phase::Candidates => before(REGISTERED_DAYS_BEFORE),
        Phase::Observers => before(ACCREDITED_DAYS_BEFORE),
        // From the hour that each report is about.
        Phase::Turnout(contest) => after(contest, 0, 0, 20),
        Phase::Openings(contest) => after(contest, 0, 20 * 60, 100),
        Phase::Protocols(contest) => after(contest, 0, 22 * 60, 1000),
        Phase::Copies(contest) => after(contest, 1, 12 * 60, 1000),
        Phase::Corrections(contest, _) => after(contest, 2, MORNING, 60_000),
        Phase::Decisions(contest) => after(contest, 3, MORNING, 60_000),
        Phase::Summaries(contest, _) => after(contest, 4, MORNING, 60_000),
    }
}

fn apart(ms: u64, statements: usize) -> u64 {
    ms.min(WITHIN_MS / (statements as u64).max(1))
}

fn turnout_signers(plan: &Plan<'_, '_>, row: &TurnoutRow) -> Vec<Signer> {
    match plan.script.manifest().turnout.signers {
        TurnoutSigners::AnyMember | TurnoutSigners::ChairOrSecretary => {
            vec![Signer::Member(row.unit.clone(), Seat(1))]
        }
        TurnoutSigners::Quorum => plan.script.quorum(&row.unit),
    }
}

fn opening_items(plan: &Plan<'_, '_>, figures: &Figures) -> Vec<Option<Count>> {
    let items = plan.script.manifest().form.items.iter().zip(&figures.items);
    items.map(|(item, figure)| figure.filter(|_| item.stage == Stage::Opening)).collect()
}

fn protocol(paper: Paper, figures: &Figures) -> ProtocolSubmitted {
    ProtocolSubmitted {
        paper,
        figures: figures.clone(),
        form_serial: Text::default(),
        completed_at: None,
        dissent: Vec::new(),
        attachments: Vec::new(),
    }
}

fn correction(row: &CorrectionRow, paper: Paper, replaces: EventHash) -> Body {
    Body::ProtocolCorrected(ProtocolCorrected {
        replaces,
        reason: row.reason.clone(),
        decision: decision(&row.decision),
        protocol: protocol(paper, &row.figures),
    })
}

fn paper_decision(plan: &Plan<'_, '_>, row: &DecisionRow, paper: Paper, model: &ReadModel) -> Body {
    let (reason, decision) = (row.reason.clone(), decision(&row.reference));
    match row.decision {
        PaperDecision::Annul => {
            let protocol = in_force(plan, model, &row.contest, &row.unit);
            Body::ProtocolAnnulled(ProtocolAnnulled { paper, protocol, reason, decision })
        }
        PaperDecision::Failed => Body::VotingFailed(VotingFailed { paper, reason, decision }),
        PaperDecision::Repeat => {
            let day = polling_day(plan, &row.contest).plus_days(REPEATED_DAYS_AFTER.saturating_mul(row.voting.0));
            Body::RepeatVotingCalled(RepeatVotingCalled { paper, day, reason, decision })
        }
    }
}

fn summary(plan: &Plan<'_, '_>, row: &SummaryRow, model: &ReadModel) -> Body {
    let recomputed = recompute(model, &row.contest, &row.unit, plan.at, &[]);
    Body::SummarySubmitted(SummarySubmitted {
        contest: row.contest.clone(),
        unit: row.unit.clone(),
        totals: row.totals.clone(),
        counters: recomputed.as_ref().map(|r| r.counters).unwrap_or_default(),
        made_at: plan.at,
        left_out: Vec::new(),
        root: recomputed.map_or(crate::ledger::tree::node::empty_root(), |r| r.root),
        form_serial: Text::default(),
        completed_at: None,
    })
}

/// The version of a paper that was in force when the phase began.
fn in_force(plan: &Plan<'_, '_>, model: &ReadModel, contest: &ContestId, unit: &UnitId) -> EventHash {
    let paper = model.paper(contest, unit).map(|paper| paper.at(plan.at));
    paper.and_then(|paper| paper.in_force).map_or(EventHash::NONE, |(provenance, _)| provenance.event)
}

/// A unit's own difference to UTC, or the election's.
fn offset(plan: &Plan<'_, '_>, unit: &UnitId) -> Offset {
    let own = plan.script.folder().unit(unit).and_then(|row| row.utc_offset);
    own.unwrap_or(plan.script.manifest().utc_offset)
}

fn polling_day(plan: &Plan<'_, '_>, contest: &ContestId) -> Day {
    let manifest = plan.script.manifest();
    let contest = manifest.contests.iter().find(|called| called.id == *contest);
    contest.map_or(manifest.polling_day, |contest| contest.polling_day)
}

fn decision(reference: &Text) -> Decision {
    Decision { reference: reference.clone(), date: None }
}
