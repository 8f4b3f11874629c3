//! The shadow model: which papers a unit may hand in, told from the diagram of the states and from nothing else.
//!
//! ```text
//! Awaited ─ opening ─▶ Opened ─ protocol ─▶ Reported ─ correction ─▶ Reported ─ annulment ─▶ Annulled
//!    │ └───────────────── protocol ───────────▲                                                  │ repeat
//!    └─ failed (Opened too) ─▶ Failed ─ repeat ─▶ Awaited, the next voting ◀─────────────────────┘
//! ```

use std::collections::{BTreeMap, BTreeSet};

use protokol::domain::id::EventHash;
use protokol::domain::manifest::TurnoutSigners;
use protokol::domain::protocol::Figures;

/// The units of the small election, by their place in [`UNITS`].
pub const UNITS: [&str; 9] = ["T", "01", "02", "01.001", "01.002", "01.003", "02.001", "02.002", "02.003"];
pub const CONTESTS: [&str; 2] = ["round-1", "local"];

/// What is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    Opening,
    Turnout,
    Protocol,
    Correction,
    Annulment,
    Failed,
    Repeat,
    Summary,
    SummaryCorrection,
    Copy,
    Certification,
}

/// How the figures miss their shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Flaw {
    None,
    ItemMissing,
    ItemTooMany,
    CountOnOpening,
    CandidateMissing,
    CandidateUnknown,
    Unordered,
}

/// Who signs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Who {
    /// Seats of a unit: chair, secretary, member.
    Seats(usize, [bool; 3]),
    /// `domestic` everywhere, `agent` within 01, `media`.
    Observer(usize),
    /// Members of two units, or a key that nobody knows.
    NoOneBody,
}

/// A submission, as the model sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub what: What,
    pub contest: usize,
    pub unit: usize,
    pub voting: u16,
    pub who: Who,
    pub flaw: Flaw,
    pub names: EventHash,
    pub figures: Figures,
    pub other_ledger: bool,
    pub made_too_late: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Phase {
    Awaited,
    Opened,
    Reported { event: EventHash, figures: Figures, versions: u64 },
    Annulled,
    Failed,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paper {
    pub voting: u16,
    pub phase: Phase,
}

#[derive(Clone, Debug)]
pub struct Model {
    pub turnout: TurnoutSigners,
    pub papers: BTreeMap<(usize, usize), Paper>,
    pub summaries: BTreeMap<(usize, usize), EventHash>,
    pub certified: BTreeSet<usize>,
}

pub fn parent(unit: usize) -> usize {
    UNITS.iter().position(|u| *u == UNITS[unit].get(..2).unwrap_or("T")).filter(|u| *u != unit).unwrap_or(0)
}

pub fn is_within(unit: usize, above: usize) -> bool {
    unit == above || (unit != 0 && is_within(parent(unit), above))
}

pub fn is_precinct(unit: usize) -> bool {
    UNITS[unit].len() > 2
}

/// The second contest is held in 02 alone.
pub fn is_held(contest: usize, unit: usize) -> bool {
    contest == 0 || is_within(unit, 2)
}

impl Model {
    pub fn paper(&self, contest: usize, unit: usize) -> Paper {
        self.papers.get(&(contest, unit)).cloned().unwrap_or(Paper { voting: 1, phase: Phase::Awaited })
    }

    /// Whether it may come in now. That a statement comes in once is asked before.
    pub fn allows(&self, said: &Said) -> bool {
        let current = self.paper(said.contest, said.unit);
        let open = !self.certified.contains(&said.contest);
        let here = is_held(said.contest, said.unit);
        let current_voting = open && here && said.voting == current.voting;
        let on_paper = current_voting && is_precinct(said.unit);
        let seats = |of: usize| match said.who {
            Who::Seats(unit, seats) if unit == of => seats.iter().filter(|signed| **signed).count(),
            _ => 0,
        };
        let own = seats(said.unit) >= 2;
        let strictly_above = |unit: usize| unit != said.unit && is_within(said.unit, unit);
        let above = (0..UNITS.len()).any(|unit| strictly_above(unit) && seats(unit) >= 2);
        let names = |phase: &Phase| matches!(phase, Phase::Reported { event, .. } if *event == said.names);
        let awaited = matches!(current.phase, Phase::Awaited | Phase::Opened);
        let summed = open && here && !is_precinct(said.unit) && own && !said.made_too_late;
        let in_force = self.summaries.get(&(said.contest, said.unit));
        let allowed = match said.what {
            What::Opening => own && on_paper && current.phase == Phase::Awaited,
            What::Turnout => current_voting && self.may_report_turnout(said),
            What::Protocol => own && on_paper && awaited,
            What::Correction => (own || seats(parent(said.unit)) >= 2) && on_paper && names(&current.phase),
            What::Annulment => above && on_paper && names(&current.phase),
            What::Failed => above && on_paper && awaited,
            What::Repeat => above && on_paper && matches!(current.phase, Phase::Annulled | Phase::Failed),
            What::Summary => summed && in_force.is_none(),
            What::SummaryCorrection => summed && in_force == Some(&said.names),
            What::Copy => here && is_precinct(said.unit) && may_watch(said),
            What::Certification => open && seats(0) >= 2,
        };
        allowed && said.what.bears(said.flaw) && !said.other_ledger
    }

    fn may_report_turnout(&self, said: &Said) -> bool {
        let Who::Seats(unit, [chair, secretary, member]) = said.who else { return false };
        unit == said.unit
            && match self.turnout {
                TurnoutSigners::AnyMember => chair || secretary || member,
                TurnoutSigners::ChairOrSecretary => chair || secretary,
                TurnoutSigners::Quorum => [chair, secretary, member].into_iter().filter(|signed| *signed).count() >= 2,
            }
    }

    /// Takes in what was allowed, as this event.
    pub fn take(&mut self, said: &Said, event: EventHash) {
        let mut paper = self.paper(said.contest, said.unit);
        let before = match paper.phase {
            Phase::Reported { versions, .. } => versions,
            _ => 0,
        };
        paper.phase = match said.what {
            What::Opening => Phase::Opened,
            What::Protocol | What::Correction => {
                Phase::Reported { event, figures: said.figures.clone(), versions: before + 1 }
            }
            What::Annulment => Phase::Annulled,
            What::Failed => Phase::Failed,
            What::Repeat => Phase::Awaited,
            What::Summary | What::SummaryCorrection => {
                self.summaries.insert((said.contest, said.unit), event);
                return;
            }
            What::Certification => {
                self.certified.insert(said.contest);
                return;
            }
            What::Turnout | What::Copy => return,
        };
        paper.voting += u16::from(said.what == What::Repeat);
        self.papers.insert((said.contest, said.unit), paper);
    }
}

/// `domestic` everywhere, `agent` within 01, `media` nowhere.
fn may_watch(said: &Said) -> bool {
    matches!(said.who, Who::Observer(0)) || (said.who == Who::Observer(1) && is_within(said.unit, 1))
}

impl What {
    /// Whether a paper with this flaw is a paper of this kind all the same.
    fn bears(self, flaw: Flaw) -> bool {
        match (self, flaw) {
            (_, Flaw::None) => true,
            (Self::Opening, flaw) => {
                matches!(flaw, Flaw::CandidateMissing | Flaw::CandidateUnknown | Flaw::Unordered)
            }
            (Self::Protocol | Self::Correction, flaw) => flaw == Flaw::CountOnOpening,
            // A copy that is hard to read is still a copy.
            (Self::Copy, flaw) => matches!(flaw, Flaw::ItemMissing | Flaw::CandidateMissing | Flaw::CountOnOpening),
            (Self::Summary | Self::SummaryCorrection, flaw) => {
                matches!(flaw, Flaw::ItemMissing | Flaw::CountOnOpening)
            }
            _ => true,
        }
    }
}
