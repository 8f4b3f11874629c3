//! The figures of one invented paper: what happened in the precinct is drawn, and the form's items are filled so that
//! its checks hold, or so that exactly one does not.

use super::chance::Chance;
use super::ranges::{Demand, Ranges};
use crate::domain::form::{Check, Form, Operand, Role, Severity};
use crate::domain::number::{BallotNumber, Count};
use crate::domain::protocol::Figures;
use crate::domain::rules::RulesVersion;

/// How often a paper is drawn before its demands are given up.
const TRIES: usize = 16;
/// The voters of the smallest and the largest precinct.
const ELECTORATE: (u64, u64) = (50, 3_000);
/// Turnout in thousandths of the electorate.
const TURNOUT: (u64, u64) = (350, 900);

/// What a precinct is like, on any polling day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Precinct {
    /// Voters on its list.
    pub electorate: u64,
}

/// What happened on the polling day, before the form is looked at.
#[derive(Clone, Copy, Debug)]
struct Poll {
    electorate: u64,
    turnout: u64,
    /// Of a thousand papers.
    invalid: u64,
    /// Papers that were taken and never found in a box.
    missing: u64,
}

/// The figures of a contest's papers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filler<'a> {
    pub form: &'a Form,
    pub ballot: &'a [BallotNumber],
    /// How much each candidate is liked here.
    pub weights: &'a [u64],
}

impl Precinct {
    /// Of most sizes around 400, some far larger: a sum of draws is the logarithm of the size.
    pub fn drawn(chance: &mut Chance) -> Self {
        let hundredths: u64 = (0..4).map(|_| chance.below(150)).sum();
        let size = (ELECTORATE.0 << (hundredths / 100)) * (100 + hundredths % 100) / 100;
        Self { electorate: size.min(ELECTORATE.1) }
    }

    /// An ordinary poll; after the first try a wilder one, for demands that an ordinary one cannot meet.
    fn poll(self, chance: &mut Chance, wild: bool) -> Poll {
        let half = (TURNOUT.1 - TURNOUT.0) / 2;
        let turnout = self.electorate * (TURNOUT.0 + chance.between(0, half) + chance.between(0, half)) / 1000;
        let invalid = chance.below(if wild { 100 } else { 20 });
        let missing = if wild && chance.once_in(2) { chance.below(turnout / 50 + 3) } else { 0 };
        Poll { electorate: self.electorate, turnout, invalid, missing }
    }
}

impl Filler<'_> {
    /// A paper on which nothing is wrong and nothing unusual, where the form allows one; else nothing wrong; else all
    /// zeros, whatever the form says to it.
    pub fn sound(&self, precinct: Precinct, chance: &mut Chance) -> Figures {
        self.draw(precinct, chance, |_| Some(Demand::Holds))
            .or_else(|| {
                let errors_alone = |check: &Check| (check.severity == Severity::Error).then_some(Demand::Holds);
                self.draw(precinct, chance, errors_alone)
            })
            .unwrap_or_else(|| self.paper(&vec![0; self.form.items.len() + 1], chance))
    }

    /// A paper that trips one check of this severity and no other. An error may have to trip warnings too: more papers
    /// than voters are also not fewer. None where the form has no such check, or allows no such paper.
    pub fn tripping(&self, severity: Severity, precinct: Precinct, chance: &mut Chance) -> Option<Figures> {
        let checks: Vec<_> = self.form.checks.iter().filter(|check| check.severity == severity).collect();
        let tripped = *chance.one(&checks)?;
        let fails = Demand::Fails { above: chance.once_in(2) };
        let alone = |check: &Check| Some(if check.code == tripped.code { fails } else { Demand::Holds });
        let only_error =
            |check: &Check| alone(check).filter(|demand| *demand == fails || check.severity == Severity::Error);
        let implying = |chance: &mut Chance| match severity {
            Severity::Error => self.draw(precinct, chance, only_error),
            Severity::Warning => None,
        };
        self.draw(precinct, chance, alone).or_else(|| implying(chance))
    }

    /// Draws papers until one meets the demands. What is not demanded may hold or not.
    fn draw(
        &self,
        precinct: Precinct,
        chance: &mut Chance,
        demanded: impl Fn(&Check) -> Option<Demand>,
    ) -> Option<Figures> {
        let demands = self.form.checks.iter().filter_map(|check| Some((check, demanded(check)?)));
        let ranges = Ranges::under(self.form, demands)?;
        let meets = |figures: &Figures| {
            let tripped = RulesVersion::FOUNDING.rules().violations(self.form, figures);
            let is_tripped = |check: &Check| tripped.iter().any(|violation| violation.check.code == check.code);
            self.form.checks.iter().all(|check| match demanded(check) {
                Some(Demand::Holds) => !is_tripped(check),
                Some(Demand::Fails { .. }) => is_tripped(check),
                None => true,
            })
        };
        let attempt = |wild: bool, chance: &mut Chance| {
            let poll = precinct.poll(chance, wild);
            let filled = self.fill(ranges.clone(), poll, chance)?;
            Some(self.paper(&filled.figures(), chance)).filter(meets)
        };
        (0..TRIES).find_map(|tried| attempt(tried > 0, chance))
    }

    /// Settles the items that have a role, each from what those before it came to; then the others.
    fn fill(&self, ranges: Ranges, poll: Poll, chance: &mut Chance) -> Option<Ranges> {
        let (ranges, _) = self.settle(ranges, Role::Electorate, poll.electorate, chance)?;
        let (ranges, turnout) = self.settle(ranges, Role::Turnout, poll.turnout, chance)?;
        let (ranges, invalid) = self.settle(ranges, Role::Invalid, turnout * poll.invalid / 1000, chance)?;
        let found = turnout.saturating_sub(poll.missing);
        let (ranges, valid) = self.settle(ranges, Role::Valid, found.saturating_sub(invalid), chance)?;
        let votes = if self.ballot.is_empty() { 0 } else { valid };
        let mut ranges = ranges.settle(self.form.items.len(), i128::from(votes))?;
        let poll = Poll { turnout, ..poll };
        while let Some(place) = self.next(&ranges, poll) {
            let (least, _) = ranges.of(place);
            let wish = if holds_all(least, poll) { stock(poll) } else { least + few(poll, chance) };
            ranges = ranges.settle(place, wish)?;
        }
        Some(ranges)
    }

    /// Settles the items that share a role, and says what they came to; without such an item it is as wished. Of
    /// several items the first counts nearly everything.
    fn settle(&self, ranges: Ranges, role: Role, wish: u64, chance: &mut Chance) -> Option<(Ranges, u64)> {
        let places: Vec<_> = self.form.with_role(role).collect();
        let Some((first, others)) = places.split_first() else { return Some((ranges, wish)) };
        let small = wish / 20 / (others.len() as u64).max(1);
        let (mut ranges, mut left) = (ranges, wish);
        for place in others {
            let part = chance.between(0, small).min(left);
            left -= part;
            ranges = ranges.settle(*place, i128::from(part))?;
        }
        ranges = ranges.settle(*first, i128::from(left))?;
        let sum: i128 = places.iter().map(|place| ranges.of(*place).0).sum();
        Some((ranges, u64::try_from(sum).unwrap_or(0)))
    }

    /// Which item is settled next: one that must hold all who voted, as the papers received; else the one that most
    /// checks bind. Of equals it is the later one, so that the earlier takes what is left: papers not used, not spoilt.
    fn next(&self, ranges: &Ranges, poll: Poll) -> Option<usize> {
        let bound = |place: &usize| {
            let key = &self.form.items[*place].key;
            let names = |check: &&Check| {
                check.left.iter().chain(&check.right).any(|term| term.of == Operand::Item(key.clone()))
            };
            (self.form.checks.iter().filter(names).count(), *place)
        };
        let large = ranges.open().find(|place| holds_all(ranges.of(*place).0, poll));
        large.or_else(|| ranges.open().max_by_key(bound))
    }

    /// The paper: the items, and the votes shared out.
    fn paper(&self, figures: &[u32], chance: &mut Chance) -> Figures {
        let (items, votes) = figures.split_at(self.form.items.len());
        let votes = self.share(votes.first().copied().unwrap_or(0).into(), chance);
        Figures { items: items.iter().map(|figure| Some(Count(*figure))).collect(), votes }
    }

    /// Shares votes out by how much candidates are liked, give or take a third; the best-liked gets what is left over.
    fn share(&self, votes: u64, chance: &mut Chance) -> Vec<(BallotNumber, Count)> {
        let liked: Vec<_> = self.weights.iter().map(|weight| weight * chance.between(67, 133)).collect();
        let all = liked.iter().sum::<u64>().max(1);
        let mut shares: Vec<_> = liked.iter().map(|weight| votes * weight / all).collect();
        let left = votes - shares.iter().sum::<u64>();
        let best = liked.iter().zip(0..).max_by_key(|(weight, _)| **weight).map_or(0, |(_, at)| at);
        if let Some(share) = shares.get_mut(best) {
            *share += left;
        }
        let count = |share: u64| Count(u32::try_from(share).unwrap_or(u32::MAX));
        self.ballot.iter().zip(shares).map(|(number, share)| (*number, count(share))).collect()
    }
}

/// Whether an item cannot be smaller than half of those who voted.
fn holds_all(least: i128, poll: Poll) -> bool {
    least > 0 && 2 * least >= i128::from(poll.turnout)
}

/// Papers come in bundles of fifty.
fn stock(poll: Poll) -> i128 {
    i128::from(poll.electorate.next_multiple_of(50))
}

fn few(poll: Poll, chance: &mut Chance) -> i128 {
    i128::from(chance.below(poll.turnout / 40 + 2))
}
