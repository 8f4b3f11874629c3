//! A curve over time: one or several, told apart by how they are dashed as well as by colour.

use askama::Template;

use super::axis::{along, ticks};
use crate::portal::figures;
use crate::text::Lang;

/// The drawing, in its own units: where the axes cross, and how far they reach.
const LEFT: u64 = 136;
const TOP: u64 = 24;
const WIDTH: u64 = 600;
const HEIGHT: u64 = 220;
/// What is left beside the axis for half of the last label, and below it for all of them.
const RIGHT: u64 = 40;
const BELOW: u64 = 46;
/// How many ticks an axis has, about: at most twice as many.
const TICKS_UP: u64 = 5;
/// How far labels below stand apart, at least: nearer ones would lie on each other.
const APART: u64 = 84;
/// Up to how many points of a curve have a dot of their own.
const DOTS: usize = 24;
/// How high the name of a curve is: each has a line of its own.
const KEY: u64 = 28;
/// The marks by which curves are told apart besides colour and dashes: a disc, a square, a triangle, a rhomb.
const MARKS: [&str; 4] =
    ["M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", "M-4-4h8v8h-8z", "M0-5l5 9h-10z", "M0-6l5 6l-5 6l-5-6z"];

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
    /// Where each curve ends, in words.
    ends: String,
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
    mark: &'static str,
    dots: Vec<(u64, u64)>,
}

/// How a curve goes from one point to the next.
#[derive(Clone, Copy)]
enum Goes {
    /// As straight as a ruler.
    Straight,
    /// It stays until the next point, and rises there: what is counted is known at the points alone.
    InSteps,
}

impl Goes {
    /// The points of the line that is drawn.
    fn line(self, points: &[(u64, u64)]) -> String {
        let mut before = None;
        let mut line = Vec::with_capacity(points.len());
        for (x, y) in points.iter().copied() {
            if let (Self::InSteps, Some(stayed)) = (self, before.replace(y)) {
                line.push(format!("{x},{stayed}"));
            }
            line.push(format!("{x},{y}"));
        }
        line.join(" ")
    }
}

impl Curve {
    /// Curves whose points lie between 0 and `until`; `labels` say what stands below which place, ascending.
    pub fn of(id: &str, title: &str, lang: Lang, series: &[Series], until: u64, labels: &[(u64, String)]) -> Self {
        Self::made([id, title], lang, (series, Goes::Straight), until, labels)
    }

    /// The same of what rises in steps.
    pub fn steps(id: &str, title: &str, lang: Lang, series: &[Series], until: u64, labels: &[(u64, String)]) -> Self {
        Self::made([id, title], lang, (series, Goes::InSteps), until, labels)
    }

    fn made(
        [id, title]: [&str; 2],
        lang: Lang,
        (series, goes): (&[Series], Goes),
        until: u64,
        labels: &[(u64, String)],
    ) -> Self {
        let most = series.iter().flat_map(|series| &series.points).map(|(_, high)| *high).max().unwrap_or(0);
        let ticks = ticks(most, TICKS_UP);
        let top = ticks.last().copied().unwrap_or(1);
        let place =
            |(at, high): &(u64, u64)| (LEFT + along(*at, until, WIDTH), TOP + HEIGHT - along(*high, top, HEIGHT));
        let drawn = |(at, series): (usize, &Series)| {
            let dots: Vec<_> = series.points.iter().map(place).collect();
            let kind = at % MARKS.len();
            Drawn { name: series.name.clone(), kind, line: goes.line(&dots), mark: MARKS[kind], dots }
        };
        let end = |series: &Series| {
            let (_, high) = series.points.last()?;
            Some(format!("{}: {}", series.name, figures::number(lang, *high)))
        };
        let ends: Vec<_> = series.iter().filter_map(end).collect();
        let up = |tick: &u64| (TOP + HEIGHT - along(*tick, top, HEIGHT), figures::number(lang, *tick));
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            ends: ends.join("; "),
            series: series.iter().enumerate().map(drawn).collect(),
            up: ticks.iter().map(up).collect(),
            across: across(labels, until),
        }
    }

    /// How high the drawing is, with the names of several curves below.
    fn high(&self) -> u64 {
        let named = if self.series.len() > 1 { self.series.len() as u64 } else { 0 };
        TOP + HEIGHT + BELOW + KEY * named
    }

    /// The drawing.
    pub fn drawn(&self) -> String {
        self.render().expect("nothing in a drawing can fail to be written to memory")
    }
}

/// The labels below that stand far enough from the one before.
fn across(labels: &[(u64, String)], until: u64) -> Vec<(u64, String)> {
    let mut kept: Vec<(u64, String)> = Vec::new();
    for (at, says) in labels {
        let x = LEFT + along(*at, until, WIDTH);
        if kept.last().is_none_or(|(last, _)| x >= last + APART) {
            kept.push((x, says.clone()));
        }
    }
    kept
}
