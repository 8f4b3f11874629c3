//! What changed between two states of a log, in the election's terms: counts by kind, each event, each corrected
//! figure.

use super::super::args::Insider;
use super::super::gate;
use super::super::output::Output;
use super::totals;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Size;
use crate::domain::statement::{Body, Kind};
use crate::domain::time::Millis;
use crate::portal::paper::happened::changes;
use crate::tally::gate::holds_figures;
use crate::tally::history::Version;
use crate::text::{self, Action, Compared, Fact};
use crate::verify::compare::{LaterEntry, ReplayedLog};
use crate::view::change::{Change, TotalsChange};
use crate::view::version::Correction;

/// The most events of a kind that a list for people has.
const EVENTS_SHOWN: usize = 20;

/// What one state has and the other has not.
pub struct Changes<'a> {
    /// The larger of the two.
    whole: &'a ReplayedLog,
    old: Size,
    new: Size,
    /// Until when figures may not be told.
    closed: Option<Millis>,
}

impl<'a> Changes<'a> {
    pub fn of(whole: &'a ReplayedLog, old: Size, new: Size, insider: &Insider) -> Self {
        Self { whole, old, new, closed: gate::closed(whole.model(), insider) }
    }

    /// For people: how many of each kind, then each, then the totals.
    pub fn tell(&self, title: Compared<'_>, output: &Output) {
        output.line("");
        output.line(&output.compared(title));
        let groups = self.whole.later_by_kind();
        for (kind, events) in &groups {
            let count = text::number(output.lang, events.len() as u64);
            output.line(&format!("{count:>9}  {}", text::event_kind(output.lang, *kind)));
        }
        let others = self.whole.later().len() - groups.iter().map(|(_, events)| events.len()).sum::<usize>();
        if others > 0 {
            let told = Compared::NotApplied { events: others as u64, command: &format!("`{}`", Action::Verify) };
            output.line(&format!("           {}", output.compared(told)));
        }
        if self.whole.has_newer() {
            output.line(&format!("           {}", output.compared(Compared::MadeByNewer)));
        }
        if let Some(until) = self.closed {
            let said = text::gate_closed(output.lang, until, output.clock(self.whole.model().manifest()));
            output.line(&format!("           {}", said.says));
        }
        for (kind, events) in &groups {
            self.tell_group(*kind, events, output);
        }
        if self.closed.is_none() {
            totals::tell(self.whole.model(), self.old, self.new, output);
        }
    }

    fn tell_group(&self, kind: Kind, events: &[&LaterEntry], output: &Output) {
        output.line("");
        output.line(text::event_kind(output.lang, kind));
        for entry in events.iter().take(EVENTS_SHOWN) {
            let Some(recorded) = &entry.recorded else { continue };
            let arrival = output.time(recorded.arrival, self.whole.model().manifest());
            let says = self.says(&recorded.event.statement.body, output);
            output.line(&format!("{:>9}  {arrival}  {says}", entry.sequence));
            if let (Some(version), Some(manifest)) = (self.version(entry), self.whole.model().manifest()) {
                let lines = changes(&manifest.form, &version, output.lang);
                lines.iter().for_each(|line| output.line(&format!("           {line}")));
            }
        }
        if let Some(more) = events.len().checked_sub(EVENTS_SHOWN).filter(|more| *more > 0) {
            let (more, all) = (output.fact(Fact::More(more as u64)), output.compared(Compared::AllInJson));
            output.line(&format!("           {more}: {all}"));
        }
    }

    /// For programs: every event, in the log's order.
    pub fn views(&self, output: &Output) -> Vec<Change> {
        self.whole.later().iter().map(|entered| self.change(entered, output)).collect()
    }

    /// What every contest came to before and after, for programs; none where that may not be told.
    pub fn totals(&self) -> Option<Vec<TotalsChange>> {
        self.closed.is_none().then(|| totals::views(self.whole.model(), self.old, self.new))
    }

    fn change(&self, entered: &LaterEntry, output: &Output) -> Change {
        let body = entered.recorded.as_ref().map(|recorded| &recorded.event.statement.body);
        let replaced = self.version(entered).and_then(|version| version.replaced);
        let says = body.map(|body| self.says(body, output));
        Change::of(entered, says, replaced.as_ref().map(Correction::of))
    }

    /// What an event says; of one with figures that may not be told, what it is.
    fn says(&self, body: &Body, output: &Output) -> String {
        says(body, self.closed.is_some(), output)
    }

    /// What a correction made, where figures may be told.
    fn version(&self, entry: &LaterEntry) -> Option<Version<'_>> {
        self.whole.corrected(entry).filter(|_| self.closed.is_none())
    }
}

/// What a statement says on one line; of one with figures that may not be told, only what it is, and of what.
pub fn says(body: &Body, is_closed: bool, output: &Output) -> String {
    if !is_closed || !holds_figures(body.kind()) {
        return text::statement_line(output.lang, body);
    }
    let of = body.unit().map(UnitId::as_str).into_iter().chain(body.contest().map(ContestId::as_str));
    format!("{}: {}", of.collect::<Vec<_>>().join(", "), text::event_kind(output.lang, body.kind()))
}
