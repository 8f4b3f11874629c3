//! A curve over time: one or several, told apart by how they are dashed as well as by colour.

use askama::Template;

use super::axis::{along, ticks};
use crate::portal::figures;
use crate::text::Lang;

/// The drawing, in its own units: where the axes cross, and how far they reach.
const LEFT: u64 = 84;
const TOP: u64 = 12;
const WIDTH: u64 = 600;
const HEIGHT: u64 = 220;
/// How many ticks an axis has, about: at most twice as many.
const TICKS_UP: u64 = 5;
/// How many labels stand below, at most: more would lie on each other.
const LABELS: usize = 7;
/// Up to how many points of a curve have a dot of their own.
const DOTS: usize = 24;
/// How far the names of curves stand apart.
const KEY: u64 = 200;
/// How many curves are told apart.
const KINDS: usize = 4;

/// A curve.
#[derive(Debug)]
pub struct Series {
    /// What it is.
    pub name: String,
    /// Where, from the left, and how high: ascending.
    pub points: Vec<(u64, u64)>,
}

/// Curves over the same time.
#[derive(Template)]
#[template(path = "charts/curve.svg", config = "src/portal/askama.toml", escape = "html")]
pub struct Curve {
    /// The id of the drawing on its page.
    id: String,
    title: String,
    series: Vec<Drawn>,
    /// Height and what stands beside it.
    up: Vec<(u64, String)>,
    /// Place and what stands below it.
    across: Vec<(u64, String)>,
}

/// A curve as it is drawn.
struct Drawn {
    name: String,
    kind: usize,
    line: String,
    dots: Vec<(u64, u64)>,
}

impl Curve {
    /// Curves whose points lie between 0 and `until`; `labels` say what stands below which place.
    pub fn of(id: &str, title: &str, lang: Lang, series: &[Series], until: u64, labels: &[(u64, String)]) -> Self {
        let most = series.iter().flat_map(|series| &series.points).map(|(_, high)| *high).max().unwrap_or(0);
        let ticks = ticks(most, TICKS_UP);
        let top = ticks.last().copied().unwrap_or(1);
        let place =
            |(at, high): &(u64, u64)| (LEFT + along(*at, until, WIDTH), TOP + HEIGHT - along(*high, top, HEIGHT));
        let drawn = |(kind, series): (usize, &Series)| {
            let dots: Vec<_> = series.points.iter().map(place).collect();
            let line: Vec<_> = dots.iter().map(|(x, y)| format!("{x},{y}")).collect();
            Drawn { name: series.name.clone(), kind: kind % KINDS, line: line.join(" "), dots }
        };
        let every = labels.len().div_ceil(LABELS).max(1);
        let across = labels.iter().step_by(every).map(|(at, says)| (LEFT + along(*at, until, WIDTH), says.clone()));
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            series: series.iter().enumerate().map(drawn).collect(),
            up: ticks
                .iter()
                .map(|tick| (TOP + HEIGHT - along(*tick, top, HEIGHT), figures::number(lang, *tick)))
                .collect(),
            across: across.collect(),
        }
    }

    /// The drawing.
    pub fn drawn(&self) -> String {
        self.render().expect("nothing in a drawing can fail to be written to memory")
    }
}
