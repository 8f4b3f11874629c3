//! Looking up in a ledger that is read what a user names: a unit, a contest, an event, a moment.

use std::collections::BTreeSet;
use std::path::Path;
use std::str::FromStr;

use super::error::{Error, QueryError};
use crate::domain::id::{ContestId, EventHash, TierName, UnitId};
use crate::domain::manifest::Manifest;
use crate::domain::number::{Sequence, Size};
use crate::domain::protocol::ProtocolSubmitted;
use crate::domain::statement::Body;
use crate::domain::time::Millis;
use crate::intake::alike::twin;
use crate::ledger::logged_event::LoggedEvent;
use crate::store::read::Reading;
use crate::tally::moment::Moment;
use crate::tally::record::{ContestRecord, ElectionRecord};
use crate::tally::scope::Scope;

/// A ledger that is read, and where it is.
#[derive(Clone, Copy)]
pub struct Query<'a> {
    /// The folder of the ledger.
    pub ledger: &'a Path,
    /// What is read of it.
    pub reading: &'a Reading,
}

/// A version of a commission's paper: of its protocol, or of its summary.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PaperVersion {
    /// The unit whose commission signed it.
    pub unit: UnitId,
    /// In which contest.
    pub contest: ContestId,
    /// The event that it is.
    pub sequence: Sequence,
}

impl PaperVersion {
    /// The version that an event is; none of another kind of event.
    pub fn of(event: &LoggedEvent) -> Option<Self> {
        let (unit, contest) = match event.body()? {
            Body::ProtocolSubmitted(ProtocolSubmitted { paper, .. }) => (&paper.unit, &paper.contest),
            Body::ProtocolCorrected(corrected) => (&corrected.protocol.paper.unit, &corrected.protocol.paper.contest),
            Body::SummarySubmitted(summary) => (&summary.unit, &summary.contest),
            Body::SummaryCorrected(corrected) => (&corrected.summary.unit, &corrected.summary.contest),
            _ => return None,
        };
        Some(Self { unit: unit.clone(), contest: contest.clone(), sequence: event.sequence })
    }
}

/// A point in the history of a ledger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Point {
    /// Its last checkpoint.
    Latest,
    /// So many events.
    Size(Size),
    /// The events that had arrived by a time.
    Time(Millis),
}

impl FromStr for Point {
    type Err = QueryError;
    /// Reads a size, which may be in groups of three as sizes are shown, or a time.
    fn from_str(text: &str) -> Result<Self, QueryError> {
        let size = text.replace(' ', "").parse().map(Self::Size);
        size.or_else(|_| text.parse().map(Self::Time)).map_err(|_| QueryError::NoPoint(text.to_owned()))
    }
}

impl<'a> Query<'a> {
    /// The election that the ledger was founded for.
    ///
    /// # Errors
    /// [`QueryError::Empty`].
    pub fn election(&self) -> Result<&'a ElectionRecord, Error> {
        Ok(self.reading.model.election().ok_or(QueryError::Empty)?)
    }

    /// The unit of a name.
    ///
    /// # Errors
    /// [`QueryError::NoUnit`].
    pub fn unit(&self, name: &str) -> Result<&'a UnitId, Error> {
        let model = &self.reading.model;
        let lowest = || model.manifest().and_then(Manifest::lowest_tier).map(|tier| tier.name.clone());
        let twin = || twin(name, model.units().keys()).cloned();
        let missing = || QueryError::NoUnit { unit: name.to_owned(), lowest: lowest(), twin: twin() };
        Ok(model.unit_named(name).map(|(unit, _)| unit).ok_or_else(missing)?)
    }

    /// The contest of a name, or every contest where none is named.
    ///
    /// # Errors
    /// [`QueryError::NoContest`].
    pub fn contests(&self, name: Option<&str>) -> Result<Vec<&'a ContestRecord>, Error> {
        let model = &self.reading.model;
        let Some(name) = name else { return Ok(model.contests().values().collect()) };
        let known = || model.contests().keys().cloned().collect();
        let missing = || QueryError::NoContest { contest: name.to_owned(), known: known() };
        Ok(vec![model.contest_named(name).ok_or_else(missing)?])
    }

    /// The tier of a name.
    ///
    /// # Errors
    /// [`QueryError::NoTier`].
    pub fn tier(&self, name: &str) -> Result<&'a TierName, Error> {
        let tiers = self.reading.model.manifest().map_or(&[][..], |manifest| &manifest.tiers);
        let mut names = tiers.iter().map(|tier| &tier.name);
        let known = || tiers.iter().map(|tier| tier.name.clone()).collect();
        let missing = || QueryError::NoTier { tier: name.to_owned(), known: known() };
        Ok(names.find(|tier| tier.as_str() == name).ok_or_else(missing)?)
    }

    /// Of which units sums are asked: of one that is named, else of every unit of a tier, else of the whole.
    ///
    /// # Errors
    /// [`QueryError::NoUnit`]; [`QueryError::NoTier`].
    pub fn scope(&self, unit: Option<&str>, tier: Option<&str>) -> Result<Scope, Error> {
        match (unit, tier) {
            (Some(unit), _) => Ok(Scope::Unit(self.unit(unit)?.clone())),
            (None, Some(tier)) => Ok(Scope::Tier(self.tier(tier)?.clone())),
            (None, None) => Ok(Scope::Whole),
        }
    }

    /// The version of a paper that an event is.
    ///
    /// # Errors
    /// [`QueryError::NoPaper`]; those of [`Query::find`].
    pub fn paper(&self, event: &str) -> Result<PaperVersion, Error> {
        let logged = self.event(self.find(event)?)?;
        Ok(PaperVersion::of(&logged).ok_or_else(|| QueryError::NoPaper(event.to_owned()))?)
    }

    /// An event by its hash or its sequence.
    ///
    /// # Errors
    /// [`QueryError::NoEvent`]; [`Error::Store`].
    pub fn find(&self, event: &str) -> Result<Sequence, Error> {
        let missing = || QueryError::NoEvent(event.to_owned());
        if let Ok(sequence) = event.parse::<Sequence>() {
            let is_there = self.reading.events.size().covers(sequence);
            return if is_there { Ok(sequence) } else { Err(missing().into()) };
        }
        let hash = event.parse::<EventHash>().map_err(|_| missing())?;
        let found = self.reading.events.by_hash(hash).map_err(Error::store(self.ledger))?;
        Ok(found.ok_or_else(missing)?)
    }

    /// The event at a place, checked against its hash by the store that gives it.
    ///
    /// # Errors
    /// [`QueryError::NoEvent`]; [`Error::Store`].
    pub fn event(&self, sequence: Sequence) -> Result<LoggedEvent, Error> {
        let bytes = self.reading.events.envelope(sequence).map_err(Error::store(self.ledger))?;
        let bytes = bytes.ok_or_else(|| QueryError::NoEvent(sequence.to_string()))?;
        Ok(LoggedEvent::read(sequence, bytes))
    }

    /// The places of the events from `first` on, of one unit where one is named.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn places(&self, first: Sequence, unit: Option<&UnitId>) -> Result<Vec<Sequence>, Error> {
        let Some(unit) = unit else {
            return Ok((first.0..self.reading.events.size().0).map(Sequence).collect());
        };
        let of_unit = self.reading.events.by_unit(unit).map_err(Error::store(self.ledger))?;
        let places: BTreeSet<_> = of_unit.into_iter().collect();
        Ok(places.range(first..).copied().collect())
    }

    /// The moment of a point.
    ///
    /// # Errors
    /// [`QueryError::NoSize`]; [`Error::Store`].
    pub fn moment(&self, point: Point) -> Result<Moment, Error> {
        let (failed, whole) = (|| Error::store(self.ledger), self.reading.events.size());
        let size = match point {
            Point::Latest => whole,
            Point::Size(wanted) if wanted > whole => return Err(QueryError::NoSize { wanted, size: whole }.into()),
            Point::Size(size) => size,
            Point::Time(time) => self.reading.size_at(time).map_err(failed())?,
        };
        self.reading.moment(size).map_err(failed())
    }
}
