//! Two shares against each other: a dot for each paper, or, of many, a field of squares, the darker the more papers are in
//! each.

use std::collections::BTreeMap;

use askama::Template;

use super::axis::along;
use crate::tally::night::{SQUARES, WHOLE};

/// The drawing, in its own units: where the axes cross, and how far each reaches.
const LEFT: u64 = 64;
const TOP: u64 = 12;
const SIDE: u64 = 400;
/// How many shades there are.
const SHADES: u64 = 5;

/// Two shares against each other.
#[derive(Template)]
#[template(path = "charts/scatter.svg", config = "src/portal/askama.toml", escape = "html")]
pub struct Scatter {
    id: String,
    title: String,
    across: String,
    up: String,
    /// How many papers are drawn.
    papers: u64,
    dots: Vec<(u64, u64)>,
    squares: Vec<Square>,
}

/// A square of the field.
#[derive(Debug, PartialEq, Eq)]
pub struct Square {
    x: u64,
    y: u64,
    shade: u64,
}

impl Scatter {
    /// A dot for each paper, of shares in thousandths, what lies across first.
    pub fn dots(id: &str, title: &str, axes: [&str; 2], points: &[(u64, u64)]) -> Self {
        let dots = points.iter().map(place).collect();
        Self { papers: points.len() as u64, dots, ..Self::empty(id, title, axes) }
    }

    /// So many papers in each square of the field, by its place from the left and from below.
    pub fn field(id: &str, title: &str, axes: [&str; 2], counts: &BTreeMap<(u64, u64), u64>) -> Self {
        Self { papers: counts.values().sum(), squares: squares(counts), ..Self::empty(id, title, axes) }
    }

    fn empty(id: &str, title: &str, [across, up]: [&str; 2]) -> Self {
        let (id, title, across, up) = (id.to_owned(), title.to_owned(), across.to_owned(), up.to_owned());
        Self { id, title, across, up, papers: 0, dots: Vec::new(), squares: Vec::new() }
    }

    /// The drawing.
    pub fn drawn(&self) -> String {
        self.render().expect("nothing in a drawing can fail to be written to memory")
    }
}

fn place((across, up): &(u64, u64)) -> (u64, u64) {
    (LEFT + along(*across, WHOLE, SIDE), TOP + SIDE - along(*up, WHOLE, SIDE))
}

/// The squares in which there are papers: the one with most of them is the darkest.
fn squares(counts: &BTreeMap<(u64, u64), u64>) -> Vec<Square> {
    let most = counts.values().copied().max().unwrap_or(1);
    let side = SIDE / SQUARES;
    let square = |((x, y), count): (&(u64, u64), &u64)| Square {
        x: LEFT + x * side,
        y: TOP + SIDE - (y + 1) * side,
        shade: (count * SHADES).div_ceil(most),
    };
    counts.iter().map(square).collect()
}
