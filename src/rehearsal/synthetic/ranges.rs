//! What figures a form still allows: a range for each item and for the sum of the votes, narrowed by every check until
//! nothing more follows. The form is data; nothing here knows what an item means.

use std::collections::BTreeMap;

use crate::domain::form::{Check, Form, Operand, Operator, Term};

/// How often the checks are gone through. Where more would follow, the paper is proved afterwards anyway.
const ROUNDS: usize = 20;
/// The largest figure that a paper can bear.
const FIGURE_MAX: i128 = u32::MAX as i128;

/// A sum of multiples of figures that may be at most so much. Figures are named by their place: the items in the
/// form's order, then the sum of the votes.
#[derive(Clone, Debug)]
struct AtMost {
    terms: Vec<(usize, i128)>,
    most: i128,
}

/// The range of each figure, and what binds them.
#[derive(Clone, Debug)]
pub(super) struct Ranges {
    ranges: Vec<(i128, i128)>,
    demands: Vec<AtMost>,
}

/// What is demanded of a check.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Demand {
    /// The check must hold.
    Holds,
    /// It does not hold; of an equation, the left side is then the smaller or the greater one.
    Fails {
        /// Whether the left side is the greater one.
        above: bool,
    },
}

impl Ranges {
    /// Every figure that a paper can bear, under these demands. None where they contradict each other.
    pub fn under<'a>(form: &Form, demands: impl Iterator<Item = (&'a Check, Demand)>) -> Option<Self> {
        let mut ranges = Self { ranges: vec![(0, FIGURE_MAX); form.items.len() + 1], demands: Vec::new() };
        for (check, demand) in demands {
            let op = match demand {
                Demand::Holds => check.op,
                Demand::Fails { above } => opposite(check.op, above),
            };
            ranges.demand(op, difference(form, check));
        }
        ranges.narrow().then_some(ranges)
    }

    /// The least and the most that a figure may be.
    pub fn of(&self, place: usize) -> (i128, i128) {
        self.ranges[place]
    }

    /// The places that are not settled, ascending.
    pub fn open(&self) -> impl Iterator<Item = usize> + '_ {
        self.ranges.iter().enumerate().filter(|(_, (least, most))| least < most).map(|(place, _)| place)
    }

    /// Settles a figure as near to a wish as it may be, and narrows the others. None where nothing is left for one.
    #[must_use]
    pub fn settle(mut self, place: usize, wish: i128) -> Option<Self> {
        let (least, most) = self.ranges[place];
        let figure = wish.clamp(least, most);
        self.ranges[place] = (figure, figure);
        self.narrow().then_some(self)
    }

    /// The figures, all of them settled.
    pub fn figures(&self) -> Vec<u32> {
        self.ranges.iter().map(|(least, _)| u32::try_from(*least).unwrap_or(0)).collect()
    }

    fn demand(&mut self, op: Operator, terms: Vec<(usize, i128)>) {
        let negated = terms.iter().map(|(place, times)| (*place, -times)).collect();
        let (upper, lower) = (|most| AtMost { terms: terms.clone(), most }, |most| AtMost { terms: negated, most });
        match op {
            Operator::Equal => self.demands.extend([upper(0), lower(0)]),
            Operator::AtMost => self.demands.push(upper(0)),
            Operator::Below => self.demands.push(upper(-1)),
            Operator::AtLeast => self.demands.push(lower(0)),
            Operator::Above => self.demands.push(lower(-1)),
            // No range follows from it: the finished paper is proved, and drawn again.
            Operator::NotEqual => {}
        }
    }

    /// Draws every consequence of the demands. False where a figure has no room left.
    fn narrow(&mut self) -> bool {
        for _ in 0..ROUNDS {
            let before = self.ranges.clone();
            if !self.demands.iter().all(|demand| demand.narrow(&mut self.ranges)) {
                return false;
            }
            if before == self.ranges {
                break;
            }
        }
        true
    }
}

impl AtMost {
    fn narrow(&self, ranges: &mut [(i128, i128)]) -> bool {
        let least_of = |(place, times): &(usize, i128), ranges: &[(i128, i128)]| {
            times * if *times > 0 { ranges[*place].0 } else { ranges[*place].1 }
        };
        let least: i128 = self.terms.iter().map(|term| least_of(term, ranges)).sum();
        for term @ (place, times) in &self.terms {
            let room = self.most - (least - least_of(term, ranges));
            let (low, high) = &mut ranges[*place];
            match *times {
                0 => {}
                times if times > 0 => *high = (*high).min(room.div_euclid(times)),
                times => *low = (*low).max(-room.div_euclid(-times)),
            }
            if *low > *high {
                return false;
            }
        }
        least <= self.most
    }
}

/// Left minus right, each figure once.
fn difference(form: &Form, check: &Check) -> Vec<(usize, i128)> {
    let place = |of: &Operand| match of {
        Operand::Votes => Some(form.items.len()),
        Operand::Item(key) => form.find(key).map(|(at, _)| at),
    };
    let mut sum: BTreeMap<usize, i128> = BTreeMap::new();
    let mut add = |terms: &[Term], sign: i128| {
        for term in terms {
            if let Some(place) = place(&term.of) {
                *sum.entry(place).or_default() += sign * i128::from(term.coefficient);
            }
        }
    };
    add(&check.left, 1);
    add(&check.right, -1);
    sum.into_iter().collect()
}

fn opposite(op: Operator, above: bool) -> Operator {
    match op {
        Operator::Equal if above => Operator::Above,
        Operator::Equal => Operator::Below,
        Operator::NotEqual => Operator::Equal,
        Operator::AtMost => Operator::Above,
        Operator::AtLeast => Operator::Below,
        Operator::Below => Operator::AtLeast,
        Operator::Above => Operator::AtMost,
    }
}
