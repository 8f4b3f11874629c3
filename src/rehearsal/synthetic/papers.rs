//! What becomes of one precinct's paper in a synthetic rehearsal, from the opening to the decisions on it. At most one
//! thing is wrong with it, besides what an observer copied.

use super::chance::Chance;
use super::figures::{Filler, Precinct};
use crate::domain::code::{Code, FindingCode};
use crate::domain::contest::Contest;
use crate::domain::form::{Form, Role, Severity, Stage};
use crate::domain::id::{ObserverId, UnitId};
use crate::domain::number::{BallotNumber, Count};
use crate::domain::protocol::Figures;
use crate::domain::rules::RulesVersion;
use crate::domain::time::HourOfDay;
use crate::intake::csv::rows::{ObserverRow, PaperDecision, UnitRow};

/// The polls are open between these minutes of the day; turnout rises evenly.
const OPEN: (u64, u64) = (7 * 60, 20 * 60);
/// One report of so many does not come.
const REPORTS_MISSING: u64 = 150;
/// An observer has a copy of one protocol of so many, and one copy of so many differs.
const COPIED: u64 = 4;
const COPIES_DIFFER: u64 = 20;

/// A contest, and what its papers have in common.
#[derive(Debug)]
pub(super) struct Night<'a> {
    pub seed: u64,
    pub form: &'a Form,
    pub contest: &'a Contest,
    pub ballot: Vec<BallotNumber>,
    pub hours: &'a [HourOfDay],
    pub observers: &'a [ObserverRow],
}

/// One paper with everything about it.
#[derive(Clone, Debug, Default)]
pub(super) struct Drawn {
    pub opening: Option<Vec<Option<Count>>>,
    pub reports: Vec<(HourOfDay, Count)>,
    pub protocol: Option<Figures>,
    pub correction: Option<Figures>,
    pub copy: Option<(ObserverId, Figures)>,
    pub decisions: &'static [PaperDecision],
    pub put_in: Vec<FindingCode>,
}

/// What happens to a paper.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fate {
    Sound,
    Unusual,
    Wrong,
    Corrected,
    TurnoutFalls,
    OpeningChanged,
    OpeningMissing,
    Annulled,
    Repeated,
    Failed,
}

impl Fate {
    /// In ten thousandths, about as often as real elections have it.
    fn drawn(chance: &mut Chance) -> Self {
        match chance.below(10_000) {
            0..1000 => Self::Unusual,
            1000..1200 => Self::Wrong,
            1200..1350 => Self::Corrected,
            1350..1400 => Self::TurnoutFalls,
            1400..1450 => Self::OpeningChanged,
            1450..1500 => Self::OpeningMissing,
            1500..1530 => Self::Annulled,
            1530..1535 => Self::Repeated,
            1535..1560 => Self::Failed,
            _ => Self::Sound,
        }
    }

    fn decisions(self) -> &'static [PaperDecision] {
        match self {
            Self::Annulled => &[PaperDecision::Annul],
            Self::Repeated => &[PaperDecision::Annul, PaperDecision::Repeat],
            Self::Failed => &[PaperDecision::Failed],
            _ => &[],
        }
    }
}

impl Drawn {
    /// The version that counts when all is over.
    pub fn in_force(&self) -> Option<&Figures> {
        self.correction.as_ref().or(self.protocol.as_ref()).filter(|_| self.decisions.is_empty())
    }
}

impl Night<'_> {
    /// The paper of a unit. It depends on the seed, the contest and the unit alone.
    pub fn paper(&self, unit: &UnitRow) -> Drawn {
        let weights = self.weights(unit.parent.as_ref());
        let filler = Filler { form: self.form, ballot: &self.ballot, weights: &weights };
        let precinct = Precinct::drawn(&mut Chance::of(self.seed, &["precinct", unit.unit.as_str()]));
        let chance = &mut Chance::of(self.seed, &["paper", self.contest.id.as_str(), unit.unit.as_str()]);
        let fate = Fate::drawn(chance);
        let tripping = match fate {
            Fate::Wrong => filler.tripping(Severity::Error, precinct, chance),
            Fate::Unusual => filler.tripping(Severity::Warning, precinct, chance),
            _ => None,
        };
        let figures = tripping.unwrap_or_else(|| filler.sound(precinct, chance));
        let mut drawn = Drawn { decisions: fate.decisions(), ..Drawn::default() };
        self.open(fate, &figures, &mut drawn, chance);
        self.report(fate, &figures, precinct, &mut drawn, chance);
        match fate {
            Fate::Failed => {}
            Fate::Corrected => {
                let mut slipped = figures.clone();
                slip_votes(&mut slipped, chance);
                (drawn.protocol, drawn.correction) = (Some(slipped), Some(figures));
            }
            _ => drawn.protocol = Some(figures),
        }
        self.watch(&mut drawn, chance);
        let rules = RulesVersion::FOUNDING.rules();
        let tripped = drawn.in_force().map(|figures| rules.violations(self.form, figures)).unwrap_or_default();
        drawn.put_in.extend(tripped.into_iter().map(|violation| FindingCode::Form(violation.check.code.clone())));
        drawn
    }

    /// How much each candidate is liked around here: in the whole country, give or take a half.
    fn weights(&self, parent: Option<&UnitId>) -> Vec<u64> {
        let contest = self.contest.id.as_str();
        let mut country = Chance::of(self.seed, &["contest", contest]);
        let mut here = Chance::of(self.seed, &["place", contest, parent.map_or("", UnitId::as_str)]);
        let weight = |_: &BallotNumber| {
            // Squared, so that few candidates are much liked.
            let liked = country.between(1, 100);
            liked * liked * here.between(50, 150)
        };
        self.ballot.iter().map(weight).collect()
    }

    fn open(&self, fate: Fate, figures: &Figures, drawn: &mut Drawn, chance: &mut Chance) {
        let of_opening = |at: &usize| self.form.items[*at].stage == Stage::Opening;
        let places: Vec<_> = (0..self.form.items.len()).filter(of_opening).collect();
        let Some(slipping) = chance.one(&places) else { return };
        let mut items: Vec<_> =
            (0..self.form.items.len()).map(|at| figures.item(at).filter(|_| of_opening(&at))).collect();
        match fate {
            Fate::OpeningMissing => drawn.put_in.push(FindingCode::BuiltIn(Code::O2)),
            Fate::OpeningChanged => {
                items[*slipping] = items[*slipping].map(|count| slip(count, chance));
                drawn.put_in.push(FindingCode::BuiltIn(Code::O1));
                drawn.opening = Some(items);
            }
            _ => drawn.opening = Some(items),
        }
    }

    fn report(&self, fate: Fate, figures: &Figures, precinct: Precinct, drawn: &mut Drawn, chance: &mut Chance) {
        let counted: Vec<_> = self.form.with_role(Role::Turnout).filter_map(|at| figures.item(at)).collect();
        let voted: u64 = match counted.as_slice() {
            [] => precinct.electorate / 2,
            counted => counted.iter().map(|count| u64::from(count.0)).sum(),
        };
        let mut before = 0;
        for hour in self.hours {
            let passed = u64::from(u16::from(*hour)).clamp(OPEN.0, OPEN.1) - OPEN.0;
            let so_far = voted * passed / (OPEN.1 - OPEN.0) * chance.between(900, 1000) / 1000;
            before = so_far.max(before);
            if !chance.once_in(REPORTS_MISSING) {
                drawn.reports.push((*hour, count(before)));
            }
        }
        if let (Fate::TurnoutFalls, Some(last), false) = (fate, drawn.reports.last_mut(), counted.is_empty()) {
            last.1 = count(voted + chance.between(1, 9));
            drawn.put_in.push(FindingCode::BuiltIn(Code::T1));
        }
    }

    /// An observer's copy, which may differ from the version in force in one figure.
    fn watch(&self, drawn: &mut Drawn, chance: &mut Chance) {
        let (Some(figures), Some(observer)) = (drawn.in_force(), chance.one(self.observers)) else { return };
        let mut copy = figures.clone();
        if !chance.once_in(COPIED) {
            return;
        }
        if chance.once_in(COPIES_DIFFER) {
            let code = if chance.once_in(2) && slip_votes(&mut copy, chance) { Code::C1 } else { Code::C2 };
            if code == Code::C2 {
                slip_item(&mut copy, chance);
            }
            drawn.put_in.push(FindingCode::BuiltIn(code));
        }
        drawn.copy = Some((observer.observer.clone(), copy));
    }
}

/// Writes one candidate's votes down wrongly; false where there is no candidate.
fn slip_votes(figures: &mut Figures, chance: &mut Chance) -> bool {
    let at = usize::try_from(chance.below(figures.votes.len() as u64)).unwrap_or(0);
    let Some((_, votes)) = figures.votes.get_mut(at) else { return false };
    *votes = slip(*votes, chance);
    true
}

/// Writes one item down wrongly.
fn slip_item(figures: &mut Figures, chance: &mut Chance) {
    let at = usize::try_from(chance.below(figures.items.len() as u64)).unwrap_or(0);
    if let Some(Some(item)) = figures.items.get_mut(at) {
        *item = slip(*item, chance);
    }
}

/// Another figure, a little off.
pub(super) fn slip(figure: Count, chance: &mut Chance) -> Count {
    let off = chance.between(1, 9);
    let figure = u64::from(figure.0);
    // Figures of papers stay far below the largest one, so that the sum is another figure than before.
    count(if figure >= off && chance.once_in(2) { figure - off } else { figure + off })
}

fn count(figure: u64) -> Count {
    Count(u32::try_from(figure).unwrap_or(u32::MAX))
}
