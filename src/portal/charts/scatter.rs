//! Two shares against each other: a dot for each paper, or, of many, a field of squares, the darker the more papers are in
//! each.

use std::collections::BTreeMap;

use askama::Template;

use super::axis::along;

/// The drawing, in its own units: where the axes cross, and how far each reaches.
const LEFT: u64 = 64;
const TOP: u64 = 12;
const SIDE: u64 = 400;
/// Up to how many papers each have a dot.
const DOTS: usize = 1500;
/// Of how many squares a side of the field is.
const SQUARES: u64 = 40;
/// How many shades there are.
const SHADES: u64 = 5;
/// Everything, in the unit in which shares come: thousandths.
pub const WHOLE: u64 = 1000;

/// Two shares against each other.
#[derive(Template)]
#[template(path = "charts/scatter.svg", config = "src/portal/askama.toml", escape = "html")]
pub struct Scatter {
    id: String,
    title: String,
    across: String,
    up: String,
    /// How many papers are drawn.
    papers: usize,
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
    /// Of shares in thousandths, what lies across first.
    pub fn of(id: &str, title: &str, [across, up]: [&str; 2], points: &[(u64, u64)]) -> Self {
        let (dots, squares) = match points.len() {
            ..=DOTS => (points.iter().map(place).collect(), Vec::new()),
            _ => (Vec::new(), field(points)),
        };
        let (id, title, across, up) = (id.to_owned(), title.to_owned(), across.to_owned(), up.to_owned());
        Self { id, title, across, up, papers: points.len(), dots, squares }
    }

    /// The drawing.
    pub fn drawn(&self) -> String {
        self.render().expect("nothing in a drawing can fail to be written to memory")
    }
}

fn place((across, up): &(u64, u64)) -> (u64, u64) {
    (LEFT + along(*across, WHOLE, SIDE), TOP + SIDE - along(*up, WHOLE, SIDE))
}

/// How many papers are in each square, as shades: the square with most of them is the darkest.
fn field(points: &[(u64, u64)]) -> Vec<Square> {
    let mut counts: BTreeMap<(u64, u64), u64> = BTreeMap::new();
    for (across, up) in points {
        let [x, y] = [across, up].map(|share| along(*share, WHOLE, SQUARES).min(SQUARES - 1));
        *counts.entry((x, y)).or_default() += 1;
    }
    let most = counts.values().copied().max().unwrap_or(1);
    let side = SIDE / SQUARES;
    let square = |((x, y), count): ((u64, u64), u64)| Square {
        x: LEFT + x * side,
        y: TOP + SIDE - (y + 1) * side,
        shade: (count * SHADES).div_ceil(most),
    };
    counts.into_iter().map(square).collect()
}
