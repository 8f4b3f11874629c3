//! Looking up in a ledger that is read: an event, the events of a unit, the moment of a size or a time.

use std::collections::BTreeSet;
use std::path::Path;

use super::error::{Error, QueryError};
use crate::domain::id::{EventHash, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::domain::time::Millis;
use crate::store::read::Reading;
use crate::tally::Moment;

/// A ledger that is read, and where it is.
#[derive(Clone, Copy)]
pub struct Query<'a> {
    /// Its folder.
    pub ledger: &'a Path,
    /// What is read of it.
    pub reading: &'a Reading,
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

impl Query<'_> {
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

    /// The bytes of the event at a place, checked against its hash by the store that gives them.
    ///
    /// # Errors
    /// [`QueryError::NoEvent`]; [`Error::Store`].
    pub fn envelope(&self, sequence: Sequence) -> Result<Vec<u8>, Error> {
        let bytes = self.reading.events.envelope(sequence).map_err(Error::store(self.ledger))?;
        Ok(bytes.ok_or_else(|| QueryError::NoEvent(sequence.to_string()))?)
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
