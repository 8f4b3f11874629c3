//! What changed between two states of a log, in the election's terms: counts by kind, each event, each corrected figure.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::super::args::Insider;
use super::super::gate;
use super::super::output::Output;
use super::super::paper::{changes, replacement_json};
use super::super::rendering;
use super::totals;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::domain::{Body, Kind};
use crate::tally::gate::holds_figures;
use crate::tally::history::{Version, versions};
use crate::text::{self, Compared, Fact};
use crate::verify::compare::{LaterEntry, ReplayedLog};

/// The most events of a kind that a list for people has.
const EVENTS_SHOWN: usize = 20;

/// Kinds that change what stood before; they are told before those that only add to it.
const FIRST: [Kind; 12] = [
    Kind::ProtocolCorrected,
    Kind::ProtocolAnnulled,
    Kind::VotingFailed,
    Kind::RepeatVotingCalled,
    Kind::SummaryCorrected,
    Kind::ResultCertified,
    Kind::LedgerClosed,
    Kind::LogKeyRotated,
    Kind::CandidateWithdrawn,
    Kind::CopyFiled,
    Kind::ComplaintFiled,
    Kind::ComplaintDecided,
];

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
        Self { whole, old, new, closed: gate::closed(whole.board(), insider) }
    }

    /// For people: how many of each kind, then each, then the totals.
    pub fn tell(&self, title: Compared<'_>, output: &Output) {
        output.line("");
        output.line(&output.compared(title));
        let groups = self.groups();
        for (kind, events) in &groups {
            let count = text::number(output.lang, events.len() as u64);
            output.line(&format!("{count:>9}  {}", text::event_kind(output.lang, *kind)));
        }
        let others = self.whole.later().len() - groups.iter().map(|(_, events)| events.len()).sum::<usize>();
        if others > 0 {
            output.line(&format!("           {}", output.compared(Compared::NotApplied(others as u64))));
        }
        if let Some(until) = self.closed {
            let said = text::gate_closed(output.lang, until);
            output.line(&format!("           {}", said.says));
        }
        for (kind, events) in &groups {
            self.tell_group(*kind, events, output);
        }
        if self.closed.is_none() {
            totals::tell(self.whole.board(), self.old, self.new, output);
        }
    }

    fn tell_group(&self, kind: Kind, events: &[&LaterEntry], output: &Output) {
        output.line("");
        output.line(text::event_kind(output.lang, kind));
        for entry in events.iter().take(EVENTS_SHOWN) {
            let Some(recorded) = &entry.recorded else { continue };
            let (arrival, says) = (recorded.arrival, self.says(&recorded.event.statement.body, output));
            output.line(&format!("{:>9}  {arrival}  {says}", entry.sequence));
            if let (Some(version), Some(manifest)) = (self.version(entry), rendering::manifest(self.whole.board())) {
                let lines = changes(&manifest.form, &version, output);
                lines.iter().for_each(|line| output.line(&format!("           {line}")));
            }
        }
        if let Some(more) = events.len().checked_sub(EVENTS_SHOWN).filter(|more| *more > 0) {
            let (more, all) = (output.fact(Fact::More(more as u64)), output.compared(Compared::AllInJson));
            output.line(&format!("           {more}: {all}"));
        }
    }

    /// For programs: every event, in the log's order.
    pub fn json(&self, output: &Output) -> Value {
        self.whole.later().iter().map(|entry| self.entered_json(entry, output)).collect()
    }

    /// The totals of every contest for programs, before and after; null where they may not be told.
    pub fn totals_json(&self) -> Value {
        if self.closed.is_some() { Value::Null } else { totals::json(self.whole.board(), self.old, self.new) }
    }

    fn entered_json(&self, entry: &LaterEntry, output: &Output) -> Value {
        let body = entry.recorded.as_ref().map(|recorded| &recorded.event.statement.body);
        let mut value = json!({
            "sequence": entry.sequence.0,
            "event": entry.event.to_string(),
            "arrival": entry.recorded.as_ref().map(|recorded| recorded.arrival.to_string()),
            "kind": body.map(|body| body.kind().name()),
            "unit": body.and_then(Body::unit).map(UnitId::as_str),
            "contest": body.and_then(Body::contest).map(ContestId::as_str),
            "says": body.map(|body| self.says(body, output)),
        });
        if let Some(replaced) = self.version(entry).and_then(|version| version.replaced) {
            value["correction"] = replacement_json(&replaced).into();
        }
        value
    }

    /// The events that were applied, by kind.
    fn groups(&self) -> Vec<(Kind, Vec<&'a LaterEntry>)> {
        let place = |kind: Kind| FIRST.iter().position(|first| *first == kind).unwrap_or(FIRST.len());
        let mut groups: BTreeMap<(usize, Kind), Vec<&LaterEntry>> = BTreeMap::new();
        for entry in self.whole.later() {
            if let Some(recorded) = &entry.recorded {
                let kind = recorded.event.statement.body.kind();
                groups.entry((place(kind), kind)).or_default().push(entry);
            }
        }
        groups.into_iter().map(|((_, kind), events)| (kind, events)).collect()
    }

    /// What an event says; of one with figures that may not be told, what it is.
    fn says(&self, body: &Body, output: &Output) -> String {
        says(body, self.closed.is_some(), output)
    }

    /// The version of a protocol that a correction made, beside the one that it replaced.
    fn version(&self, entry: &LaterEntry) -> Option<Version<'_>> {
        let Body::ProtocolCorrected(corrected) = &entry.recorded.as_ref()?.event.statement.body else { return None };
        let (board, paper) = (self.whole.board(), &corrected.protocol.paper);
        let row = board.paper(&paper.contest, &paper.unit).filter(|_| self.closed.is_none())?;
        let mut all = versions(board, &rendering::manifest(board)?.form, row, entry.sequence.size());
        all.pop().filter(|version| version.mark.event == entry.event)
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
