//! Corrections side by side: what each figure was and became, by whom, when, why, and by which decision.

use super::happening::{Happening, Of};
use crate::domain::number::Count;
use crate::portal::pages::outcome::NOTHING;
use crate::portal::words::papers::{PaperWord, paper_word};
use crate::tally::history::{Change, Version};
use crate::text;
use crate::view::version::decision;

/// A correction.
#[derive(Debug)]
pub struct Correction {
    /// When, by which event, why.
    pub happening: Happening,
    /// Who signed it.
    pub signed: Vec<String>,
    /// That somebody signed who was enrolled only after the version that it replaced.
    pub newcomers: bool,
    /// The figures that changed: which, before, after.
    pub changes: Vec<(String, String, String)>,
}

impl Correction {
    /// What a version corrected; none of a first one.
    pub fn of(of: &Of<'_>, version: &Version<'_>) -> Option<Self> {
        let (replaced, lang) = (version.replaced.as_ref()?, of.desk.lang);
        let shown = |figure: Option<Count>| figure.map_or(NOTHING.to_owned(), |figure| text::number(lang, figure.0));
        let change = |change: &Change| {
            let item = of.label(&change.item);
            (item, shown(change.before), shown(change.after))
        };
        let facts = vec![
            (paper_word(lang, PaperWord::Why), replaced.reason.to_string()),
            (paper_word(lang, PaperWord::ByDecision), decision(replaced.decision)),
        ];
        let people = of.desk.people(version.provenance).into_iter().next();
        Some(Self {
            happening: of.happening(version.provenance, String::new(), facts),
            signed: people.into_iter().flat_map(|people| people.lines).map(|line| line.says).collect(),
            newcomers: replaced.by_newcomers,
            changes: replaced.changes.iter().map(change).collect(),
        })
    }
}
