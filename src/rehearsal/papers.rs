//! The papers of a rehearsal: from the folder's rows to statements, contest by contest.

use super::keys::Signer;
use super::plan::{Phase, Planned};
use super::script::Script;
use crate::domain::Body;
use crate::domain::candidate::Decision;
use crate::domain::form::Stage;
use crate::domain::id::{ContestId, EventHash, LedgerId, UnitId};
use crate::domain::manifest::TurnoutSigners;
use crate::domain::number::{Seat, Size, Voting};
use crate::domain::observer::{CopyContent, CopyFiled};
use crate::domain::protocol::{
    Figures, OpeningSealed, Paper, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted, RepeatVotingCalled,
    TurnoutReported, VotingFailed,
};
use crate::domain::summary::SummarySubmitted;
use crate::domain::text::Text;
use crate::domain::time::{Day, Millis, Offset};
use crate::intake::rows::{CorrectionRow, DecisionRow, Ruling, SummaryRow};
use crate::tally::Board;
use crate::tally::summaries::recompute;

/// When things happen: days after the polling day, the minute, and how far apart.
const OPENED: (u16, u16, u64) = (0, 20 * 60, 100);
const REPORTED: (u16, u16, u64) = (0, 22 * 60, 1000);
const COPIED: (u16, u16, u64) = (1, 12 * 60, 1000);
const CORRECTED: (u16, u16, u64) = (2, 9 * 60, 60_000);
const DECIDED: (u16, u16, u64) = (3, 9 * 60, 60_000);
const SUMMED: (u16, u16, u64) = (4, 9 * 60, 60_000);
/// Turnout reports of one hour come in this far apart, in milliseconds.
const TURNOUT_APART: u64 = 20;
/// A repeat voting is held this many days after the polling day.
const REPEATED_DAYS_AFTER: u16 = 14;

/// What a phase of papers says.
pub(super) fn plan(script: &Script<'_>, phase: &Phase, ledger: LedgerId, board: &Board, at: Size) -> Vec<Planned> {
    let of = |contest| Papers { script, contest, ledger, board, at };
    match phase {
        Phase::Turnout(contest) => of(contest).turnout(),
        Phase::Openings(contest) => of(contest).openings(),
        Phase::Protocols(contest) => of(contest).protocols(),
        Phase::Copies(contest) => of(contest).copies(),
        Phase::Corrections(contest) => of(contest).corrections(),
        Phase::Decisions(contest) => of(contest).decisions(),
        Phase::Summaries(contest, rank) => of(contest).summaries(*rank),
        Phase::Commissions(_) | Phase::Candidates | Phase::Observers => Vec::new(),
    }
}

struct Papers<'s, 'a> {
    script: &'s Script<'a>,
    contest: &'s ContestId,
    ledger: LedgerId,
    board: &'s Board,
    at: Size,
}

impl Papers<'_, '_> {
    fn turnout(&self) -> Vec<Planned> {
        let mut rows: Vec<_> = self.script.folder().turnout.iter().filter(|row| row.contest == *self.contest).collect();
        rows.sort_by_key(|row| row.as_of);
        let plan = |(row, at): (&crate::intake::rows::TurnoutRow, u64)| {
            let reported = TurnoutReported {
                paper: self.paper(&row.unit),
                as_of: row.as_of,
                voters: row.voters,
                stations: row.stations,
            };
            let signers = match self.script.manifest().turnout.signers {
                TurnoutSigners::AnyMember | TurnoutSigners::ChairOrSecretary => {
                    vec![Signer::Member(row.unit.clone(), Seat(1))]
                }
                TurnoutSigners::Quorum => self.script.quorum(&row.unit),
            };
            let clock = Millis::at(self.polling_day(), row.as_of, self.offset(&row.unit)).plus(at * TURNOUT_APART);
            self.script.planned(self.ledger, Body::TurnoutReported(reported), clock, signers)
        };
        rows.into_iter().zip(0..).map(plan).collect()
    }

    fn openings(&self) -> Vec<Planned> {
        let form = &self.script.manifest().form;
        if form.items.iter().all(|item| item.stage != Stage::Opening) {
            return Vec::new();
        }
        let opening = |figures: &Figures| {
            let items = form.items.iter().zip(&figures.items);
            items.map(|(item, figure)| figure.filter(|_| item.stage == Stage::Opening)).collect()
        };
        self.by_units(OPENED, self.figures(), |unit, figures| {
            let sealed = OpeningSealed { paper: self.paper(unit), items: opening(figures) };
            (Body::OpeningSealed(sealed), self.script.quorum(unit))
        })
    }

    fn protocols(&self) -> Vec<Planned> {
        self.by_units(REPORTED, self.figures(), |unit, figures| {
            (Body::ProtocolSubmitted(self.protocol(unit, figures)), self.script.quorum(unit))
        })
    }

    fn copies(&self) -> Vec<Planned> {
        let rows = self.script.folder().copies.iter().filter(|row| row.contest == *self.contest);
        self.by_units(COPIED, rows.map(|row| (&row.unit, row)), |unit, row| {
            let content = CopyContent::Handed { figures: row.figures.clone(), attachments: Vec::new() };
            let copy = CopyFiled { paper: self.paper(unit), content };
            (Body::CopyFiled(copy), vec![Signer::Observer(row.observer.clone())])
        })
    }

    fn corrections(&self) -> Vec<Planned> {
        let rows = self.script.folder().corrections.iter().filter(|row| row.contest == *self.contest);
        self.by_units(CORRECTED, rows.map(|row| (&row.unit, row)), |unit, row: &CorrectionRow| {
            let corrected = ProtocolCorrected {
                replaces: self.in_force(unit),
                reason: row.reason.clone(),
                decision: decision(&row.decision),
                protocol: self.protocol(unit, &row.figures),
            };
            (Body::ProtocolCorrected(corrected), self.script.quorum(unit))
        })
    }

    fn decisions(&self) -> Vec<Planned> {
        let rows = self.script.folder().decisions.iter().filter(|row| row.contest == *self.contest);
        self.by_units(DECIDED, rows.map(|row| (&row.unit, row)), |unit, row: &DecisionRow| {
            let (paper, reason, decision) = (self.paper(unit), row.reason.clone(), decision(&row.reference));
            let body = match row.decision {
                Ruling::Annul => {
                    Body::ProtocolAnnulled(ProtocolAnnulled { paper, protocol: self.in_force(unit), reason, decision })
                }
                Ruling::Failed => Body::VotingFailed(VotingFailed { paper, reason, decision }),
                Ruling::Repeat => {
                    let day = self.polling_day().plus_days(REPEATED_DAYS_AFTER);
                    Body::RepeatVotingCalled(RepeatVotingCalled { paper, day, reason, decision })
                }
            };
            let parent = self.script.folder().unit(unit).and_then(|row| row.parent.as_ref()).unwrap_or(unit);
            (body, self.script.quorum(parent))
        })
    }

    fn summaries(&self, rank: usize) -> Vec<Planned> {
        let folder = self.script.folder();
        let of_rank = |row: &&SummaryRow| self.script.units_of(rank).iter().any(|unit| unit.unit == row.unit);
        let rows = folder.summaries.iter().filter(|row| row.contest == *self.contest).filter(of_rank);
        let top_down_delay = u64::try_from(self.script.manifest().tiers.len() - rank).unwrap_or(0) * 3_600_000;
        let planned = self.by_units(SUMMED, rows.map(|row| (&row.unit, row)), |unit, row: &SummaryRow| {
            let recomputed = recompute(self.board, self.contest, unit, self.at, &[]);
            let summary = SummarySubmitted {
                contest: self.contest.clone(),
                unit: unit.clone(),
                totals: row.totals.clone(),
                counters: recomputed.as_ref().map(|r| r.counters).unwrap_or_default(),
                made_at: self.at,
                left_out: Vec::new(),
                root: recomputed.map_or(crate::ledger::merkle::empty_root(), |r| r.root),
                form_serial: Text::default(),
                completed_at: None,
            };
            (Body::SummarySubmitted(summary), self.script.quorum(unit))
        });
        let later = |planned: Planned| {
            let clock = planned.clock.plus(top_down_delay);
            self.script.planned(self.ledger, planned.statement.body, clock, planned.signers)
        };
        planned.into_iter().map(later).collect()
    }

    /// Statements, one after the other from a minute of a day after the polling day on.
    fn by_units<'r, R: 'r>(
        &self,
        (days, minutes, apart): (u16, u16, u64),
        rows: impl Iterator<Item = (&'r UnitId, &'r R)>,
        say: impl Fn(&UnitId, &R) -> (Body, Vec<Signer>),
    ) -> Vec<Planned> {
        let start = self.script.clock(self.polling_day().plus_days(days), minutes);
        let plan = |((unit, row), at): ((&UnitId, &R), u64)| {
            let (body, signers) = say(unit, row);
            self.script.planned(self.ledger, body, start.plus(at * apart), signers)
        };
        rows.zip(0..).map(plan).collect()
    }

    fn figures(&self) -> impl Iterator<Item = (&UnitId, &Figures)> {
        let rows = self.script.folder().protocols.iter().filter(|row| row.contest == *self.contest);
        rows.map(|row| (&row.unit, &row.figures))
    }

    fn protocol(&self, unit: &UnitId, figures: &Figures) -> ProtocolSubmitted {
        ProtocolSubmitted {
            paper: self.paper(unit),
            figures: figures.clone(),
            form_serial: Text::default(),
            completed_at: None,
            dissent: Vec::new(),
            attachments: Vec::new(),
        }
    }

    fn paper(&self, unit: &UnitId) -> Paper {
        Paper { contest: self.contest.clone(), unit: unit.clone(), voting: Voting::FIRST }
    }

    fn in_force(&self, unit: &UnitId) -> EventHash {
        let paper = self.board.paper(self.contest, unit).map(|paper| paper.at(self.at));
        paper.and_then(|paper| paper.in_force).map_or(EventHash::NONE, |(mark, _)| mark.event)
    }

    /// A unit's own difference to UTC, or the election's.
    fn offset(&self, unit: &UnitId) -> Offset {
        let own = self.script.folder().unit(unit).and_then(|row| row.utc_offset);
        own.unwrap_or(self.script.manifest().utc_offset)
    }

    fn polling_day(&self) -> Day {
        let manifest = self.script.manifest();
        let contest = manifest.contests.iter().find(|contest| contest.id == *self.contest);
        contest.map_or(manifest.polling_day, |contest| contest.polling_day)
    }
}

fn decision(reference: &Text) -> Decision {
    Decision { reference: reference.clone(), date: None }
}
