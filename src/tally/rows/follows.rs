//! Whether the rows that are shown follow from one another. Sums and findings come from papers, and the sums of a unit from
//! those below it: a log that signed other ones is convicted by its own rows, a handful of them, without any ledger.
//!
//! | row | follows from |
//! | --- | --- |
//! | `total/C/P` of a precinct | `election`, `contest/C`, `unit/P`, `paper/C/P` and their events; `finding/C/P` |
//! | `total/C/U` above | `election`, `contest/C`, `unit/U` and their events; all of `below/U/`, the total of each; `finding/C/U` |
//! | `finding/C/P` of a precinct | as its total; all of `copy/C/P/` and their events |
//! | `finding/C/U` above, with neither a bulletin nor a summary | as its total, without what is below |
//!
//! Where one of these is not shown, nothing is said of the row: what is missing accuses nobody. Of what is missing
//! after a deadline, both answers are taken for right.

use std::collections::{BTreeMap, BTreeSet};

use super::event_line::{self, EventLine};
use super::finding;
use super::total::TotalRow;
use crate::domain::finding::Finding;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{Sequence, Size, Total};
use crate::domain::time::Millis;
use crate::ledger::envelope::Envelope;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::Asked;
use crate::ledger::rows::shown::{Answer, Shown};
use crate::tally::below::Below;
use crate::tally::counts::Codes;
use crate::tally::findings::{of_above, of_paper};
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::record::{ContestRecord, UnitRecord};
use crate::tally::sums::{Share, Sums};

/// A row that does not follow from the others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contradiction {
    /// Its key.
    pub key: RowKey,
    /// What it says; none where it is not there.
    pub stated: Option<String>,
    /// What it would say; none where it would not be there.
    pub follows: Option<String>,
}

/// The rows that do not follow from the others, in order, of those of which all is shown that determines them; `at` is how
/// many events the rows are of, and the events are those that they name, as far as they are at hand.
pub fn contradictions(shown: &Shown, events: &[(Sequence, Vec<u8>)], at: Size) -> Vec<Contradiction> {
    let known = Known::of(shown, events, at);
    let mut keys: Vec<_> = shown.shown().into_iter().map(|(key, _)| key.clone()).collect();
    // A finding may be missing whose total is there.
    let of_totals = keys.iter().filter_map(|key| key.as_str().strip_prefix("total/"));
    let findings: Vec<RowKey> = of_totals.filter_map(|rest| format!("finding/{rest}").parse().ok()).collect();
    keys.extend(findings);
    keys.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    keys.dedup();
    keys.into_iter().filter_map(|key| known.contradiction(key)).collect()
}

/// What to ask for, so that what is shown determines a sum or a finding; none of another row. `rows` are any rows of the
/// same ledger in which the units below are right.
pub fn determining(key: &RowKey, rows: &BTreeMap<RowKey, String>) -> Option<Vec<Asked>> {
    let mut parts = key.as_str().split('/');
    let kind = parts.next().filter(|kind| ["total", "finding"].contains(kind))?;
    let (contest, unit): (ContestId, UnitId) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
    let row = |kind: &str, unit: &UnitId| Asked::Row(RowKey::of(&[&kind, &contest, unit]));
    let mut asked = vec![
        Asked::Row(RowKey::of(&[&"election"])),
        Asked::Row(RowKey::of(&[&"contest", &contest])),
        Asked::Row(RowKey::of(&[&"unit", &unit])),
    ];
    asked.extend(["total", "finding", "paper"].map(|kind| row(kind, &unit)));
    if kind == "finding" {
        asked.extend([Asked::All(format!("copy/{contest}/{unit}/")), row("summary", &unit)]);
        return Some(asked);
    }
    let prefix = format!("below/{unit}/");
    let below = rows.keys().filter_map(|key| key.as_str().strip_prefix(&prefix)?.parse().ok());
    asked.extend(below.map(|child: UnitId| row("total", &child)));
    asked.push(Asked::All(prefix));
    Some(asked)
}

/// What is known from what is shown.
struct Known<'a> {
    shown: &'a Shown,
    /// The rows of sources of which every event can be read: asked once, whatever number of rows follows from one.
    whole: BTreeSet<&'a str>,
    model: ReadModel,
    at: Size,
}

impl<'a> Known<'a> {
    fn of(shown: &'a Shown, events: &[(Sequence, Vec<u8>)], at: Size) -> Self {
        let bytes: BTreeMap<_, _> = events.iter().map(|(at, bytes)| ((*at, Envelope::hash(bytes)), bytes)).collect();
        let sources = shown.shown().into_iter().filter(|(key, _)| !is_derived(key));
        let sources = sources.filter_map(|(key, value)| Some((key.as_str(), event_line::parse(value).ok()?)));
        let sources: Vec<_> = sources.collect();
        let named = sources.iter().flat_map(|(_, lines)| lines).map(|line| (line.sequence, line));
        let named: BTreeMap<Sequence, &EventLine> = named.collect();
        let (mut model, mut read) = (ReadModel::default(), BTreeSet::new());
        for line in named.into_values() {
            let place = (line.sequence, line.event);
            if let Some(recorded) = bytes.get(&place).and_then(|bytes| line.clone().recorded(bytes.to_vec())) {
                model.apply(&recorded);
                read.insert(place);
            }
        }
        let is_whole = |lines: &[EventLine]| lines.iter().all(|line| read.contains(&(line.sequence, line.event)));
        let whole = sources.into_iter().filter(|(_, lines)| is_whole(lines)).map(|(key, _)| key).collect();
        Self { shown, whole, model, at }
    }

    /// Whether a row of sources is shown with every event that it names, or that it is not there.
    fn has(&self, key: &RowKey) -> bool {
        match self.shown.get(key) {
            Answer::There(_) => self.whole.contains(key.as_str()),
            Answer::None => true,
            Answer::NotShown => false,
        }
    }

    fn has_all(&self, prefix: &str) -> bool {
        match self.shown.all(prefix) {
            Answer::There(rows) => rows.into_iter().all(|(key, _)| self.whole.contains(key.as_str())),
            Answer::None | Answer::NotShown => false,
        }
    }

    fn contradiction(&self, key: RowKey) -> Option<Contradiction> {
        let stated = match self.shown.get(&key) {
            Answer::There(value) => Some(value.to_owned()),
            Answer::None => None,
            Answer::NotShown => return None,
        };
        let right = self.right(&key)?;
        // Both answers of what depends on the time are right.
        let follows = right.last()?.clone();
        (!right.contains(&stated)).then_some(Contradiction { key, stated, follows })
    }

    /// What a row may say; none where that does not follow from what is shown.
    fn right(&self, key: &RowKey) -> Option<Vec<Option<String>>> {
        let mut parts = key.as_str().split('/');
        let (kind, contest, unit) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        let of = Here::of(self, &contest, &unit)?;
        match kind {
            "total" if of.is_lowest() => Some(vec![Some(of.of_precinct()?)]),
            "total" => Some(vec![Some(of.of_those_below()?)]),
            "finding" => of.findings(),
            _ => None,
        }
    }
}

/// A contest in a unit that is known, and not the whole election's only precinct.
struct Here<'a> {
    known: &'a Known<'a>,
    contest: &'a ContestRecord,
    id: &'a ContestId,
    unit: &'a UnitId,
    record: &'a UnitRecord,
}

impl<'a> Here<'a> {
    fn of(known: &'a Known<'a>, contest: &ContestId, unit: &UnitId) -> Option<Self> {
        let sources = [RowKey::of(&[&"election"]), RowKey::of(&[&"contest", contest]), RowKey::of(&[&"unit", unit])];
        sources.iter().all(|key| known.has(key)).then_some(())?;
        let (id, contest) = known.model.contests().get_key_value(contest)?;
        let (unit, record) = known.model.units().get_key_value(unit)?;
        known.model.rules()?;
        Some(Self { known, contest, id, unit, record })
    }

    fn is_lowest(&self) -> bool {
        self.known.model.is_lowest(self.record)
    }

    /// How many precincts are declared and not formed, of which so many are formed in all: the top tells it.
    fn unformed(&self, formed: u64) -> Option<u64> {
        let founding = &self.known.model.election()?.founding;
        let declared = founding.manifest.lowest_tier()?.declared.map_or(0, u64::from);
        Some(if founding.commission.unit == *self.unit { declared.saturating_sub(formed) } else { 0 })
    }

    fn key(&self, kind: &str) -> RowKey {
        RowKey::of(&[&kind, self.id, self.unit])
    }

    /// How many findings there are of the unit itself.
    fn own_codes(&self) -> Option<Codes> {
        match self.known.shown.get(&self.key("finding")) {
            Answer::There(value) => Some(Codes::of(&finding::parse(self.id, self.unit, value).ok()?)),
            Answer::None => Some(Codes::default()),
            Answer::NotShown => None,
        }
    }

    /// The total of a precinct, from its paper.
    fn of_precinct(&self) -> Option<String> {
        let model = &self.known.model;
        if !self.known.has(&self.key("paper")) {
            return None;
        }
        let form = &model.manifest()?.form;
        let mut sums = Sums::default();
        sums.add(&Share::of(form, model.paper(self.id, self.unit), self.known.at));
        let items = form.items.iter().map(|item| &item.key);
        let unformed = self.unformed(1)?;
        Some(TotalRow::of(items, &sums, unformed, self.own_codes()?.by_spelling()).to_string())
    }

    /// The total of a unit above, from those of the units below it.
    fn of_those_below(&self) -> Option<String> {
        let manifest = self.known.model.manifest()?;
        let Answer::There(below) = self.known.shown.all(&format!("below/{}/", self.unit)) else { return None };
        let (mut total, mut codes) = (TotalRow::default(), self.own_codes()?);
        for (key, _) in below {
            let child: UnitId = key.as_str().rsplit('/').next()?.parse().ok()?;
            let Answer::There(row) = self.known.shown.get(&RowKey::of(&[&"total", self.id, &child])) else {
                return None;
            };
            let row: TotalRow = row.parse().ok()?;
            codes.add(&Codes::counted(&row.codes));
            total.add(&row)?;
        }
        let place = |key: &_| manifest.form.items.iter().position(|item| item.key == *key);
        total.items.sort_by_key(|(key, _)| place(key));
        let unformed = self.unformed(total.expected)?;
        total.expected = total.expected.checked_add(unformed)?;
        total.awaited = total.awaited.checked_add(unformed)?;
        total.codes = codes.by_spelling();
        Some(total.to_string())
    }

    /// The findings of a unit, before and after its deadline; none where more determines them than is shown, and where
    /// it is not shown that the contest is held there.
    fn findings(&self) -> Option<Vec<Option<String>>> {
        let Answer::There(_) = self.known.shown.get(&self.key("total")) else { return None };
        let model = &self.known.model;
        let is_of_result = model.held_in(&self.contest.contest) == Some(self.unit) && self.contest.certified.is_some();
        if is_of_result || !self.known.has(&self.key("paper")) {
            return None;
        }
        let found: Box<dyn Fn(Moment) -> Vec<Finding>> = if self.is_lowest() {
            if !self.known.has_all(&format!("copy/{}/{}/", self.id, self.unit)) {
                return None;
            }
            Box::new(|at| of_paper(model, self.contest, self.unit, at))
        } else {
            let sources = ["paper", "summary"].map(|kind| self.known.shown.get(&self.key(kind)));
            if sources.iter().any(|source| *source != Answer::None) {
                return None;
            }
            // Without bulletins nobody asks how many voters and stations there are below.
            let below = Below { electorate: None, stations_max: None };
            Box::new(move |at| of_above(model, self.contest, self.unit, below, None, at))
        };
        let text = |clock| {
            let found = found(Moment { size: self.known.at, clock });
            (!found.is_empty()).then(|| finding::text(&found))
        };
        Some(vec![text(Millis::EPOCH), text(Millis::LAST)])
    }
}

fn is_derived(key: &RowKey) -> bool {
    ["below/", "total/", "finding/"].iter().any(|kind| key.as_str().starts_with(kind))
}

impl TotalRow {
    /// Adds another total, but for its codes; none where a sum is out of range, which none is that a log counted.
    fn add(&mut self, other: &Self) -> Option<()> {
        let counts = [
            (&mut self.expected, other.expected),
            (&mut self.in_force, other.in_force),
            (&mut self.awaited, other.awaited),
            (&mut self.annulled, other.annulled),
            (&mut self.failed, other.failed),
            (&mut self.corrected, other.corrected),
            (&mut self.voters.0, other.voters.0),
            (&mut self.voters_without_result.0, other.voters_without_result.0),
        ];
        for (sum, more) in counts {
            *sum = sum.checked_add(more)?;
        }
        for (key, more) in &other.items {
            match self.items.iter_mut().find(|(of, _)| of == key) {
                Some((_, sum)) => sum.0 = sum.0.checked_add(more.0)?,
                None => self.items.push((key.clone(), *more)),
            }
        }
        for (number, more) in &other.votes {
            let sum = self.votes.entry(*number).or_insert(Total(0));
            sum.0 = sum.0.checked_add(more.0)?;
        }
        for (at, more) in &other.turnout {
            let hour = self.turnout.entry(*at).or_default();
            hour.voters.0 = hour.voters.0.checked_add(more.voters.0)?;
            hour.stations = hour.stations.checked_add(more.stations)?;
        }
        Some(())
    }
}
