//! The two-stage seal: what was written before the boxes were opened, held against every later version.

use super::{About, count};
use crate::domain::code::Code;
use crate::domain::finding::{Cell, Finding};
use crate::domain::form::{Form, Item, Severity, Stage};
use crate::domain::number::{Count, Size};
use crate::domain::protocol::ProtocolSubmitted;
use crate::tally::record::PaperRecord;

impl About<'_> {
    /// O1 and O2, for every version there ever was: they stay for ever.
    pub(super) fn openings(&self, record: &PaperRecord, at: Size, found: &mut Vec<Finding>) {
        let form = &self.manifest.form;
        if form.items.iter().all(|item| item.stage != Stage::Opening) {
            return;
        }
        for (step, version) in
            record.steps.iter().filter(|step| step.provenance.is_in(at)).filter_map(|s| Some((s, s.version()?)))
        {
            let event = Some(step.provenance.event);
            match record.at(Size(step.provenance.sequence.0)).opening {
                None => found.push(self.finding(Code::O2, Severity::Warning, event, Vec::new())),
                Some((_, sealed)) => {
                    let cells = opening_cells(form, &sealed.items, version);
                    if !cells.is_empty() {
                        found.push(self.finding(Code::O1, Severity::Error, event, cells));
                    }
                }
            }
        }
    }
}

fn opening_cells(form: &Form, sealed: &[Option<Count>], version: &ProtocolSubmitted) -> Vec<Cell> {
    let items = form.items.iter().zip(sealed.iter().zip(&version.figures.items));
    let changed = items.filter(|(item, (sealed, stated))| item.stage == Stage::Opening && sealed != stated);
    let cell = |(item, (sealed, stated)): (&Item, (&Option<Count>, &Option<Count>))| Cell {
        item: item.key.to_string(),
        stated: count(*stated),
        expected: count(*sealed),
    };
    changed.map(cell).collect()
}
