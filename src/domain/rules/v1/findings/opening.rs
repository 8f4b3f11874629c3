//! The two-stage seal: what was written before the boxes were opened, held against every later version.

use std::collections::BTreeSet;

use crate::domain::code::Code;
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::{Form, Item, Severity, Stage};
use crate::domain::number::Count;
use crate::domain::protocol::{OpeningSealed, ProtocolSubmitted};
use crate::domain::rules::{About, Filed};

/// O1 and O2, for every version there ever was: they stay for ever. What a later version of a voting leaves as it was
/// is told once.
pub(super) fn of(about: About<'_>, versions: &[(Filed<&ProtocolSubmitted>, Option<&OpeningSealed>)]) -> Vec<Finding> {
    if about.form.items.iter().all(|item| item.stage != Stage::Opening) {
        return Vec::new();
    }
    let mut told = BTreeSet::new();
    let judge = |(version, opening): &(Filed<&ProtocolSubmitted>, Option<&OpeningSealed>)| {
        let (event, voting) = (Some(version.event), version.what.paper.voting);
        let Some(sealed) = opening else {
            let is_new = told.insert((voting, Vec::new()));
            return is_new.then(|| about.finding(Code::O2, Severity::Warning, event, Vec::new()));
        };
        let cells = opening_cells(about.form, &sealed.items, version.what);
        let is_new = !cells.is_empty() && told.insert((voting, cells.clone()));
        is_new.then(|| about.finding(Code::O1, Severity::Error, event, cells))
    };
    versions.iter().filter_map(judge).collect()
}

fn opening_cells(form: &Form, sealed: &[Option<Count>], version: &ProtocolSubmitted) -> Vec<Cell> {
    let items = form.items.iter().zip(sealed.iter().zip(&version.figures.items));
    let changed = items.filter(|(item, (sealed, stated))| item.stage == Stage::Opening && sealed != stated);
    let cell = |(item, (sealed, stated)): (&Item, (&Option<Count>, &Option<Count>))| {
        Cell::of_counts(item.key.to_string(), *stated, *sealed)
    };
    changed.map(cell).collect()
}
