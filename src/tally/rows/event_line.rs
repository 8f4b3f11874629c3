//! A line that names an event: `14877 5f2c… 01.001:1,2,4`, or `14878 9a0e… @tribune-07`.

use std::fmt;
use std::str::FromStr;

use crate::domain::event::{Author, Event, RecordedEvent};
use crate::domain::id::EventHash;
use crate::domain::number::{Seat, Sequence};
use crate::domain::statement::Statement;
use crate::ledger::logged_event::LoggedEvent;
use crate::tally::record::Provenance;

/// An event, and who stands behind it: what the rows of sources are made of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventLine {
    /// Its place in the ledger.
    pub sequence: Sequence,
    /// The hash of its envelope.
    pub event: EventHash,
    /// The body whose signatures made it.
    pub author: Author,
}

/// A text that is not such a line, or not such lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not lines of events: SEQUENCE HASH BY, ascending")]
pub struct NotEventLines;

/// Reads the lines of a row: one at least, ascending by sequence, each with its newline.
///
/// # Errors
/// [`NotEventLines`].
pub fn parse(value: &str) -> Result<Vec<EventLine>, NotEventLines> {
    let lines = value.strip_suffix('\n').ok_or(NotEventLines)?.split('\n');
    let lines = lines.map(str::parse).collect::<Result<Vec<EventLine>, _>>()?;
    let ascends = lines.windows(2).all(|pair| pair[0].sequence < pair[1].sequence);
    if ascends { Ok(lines) } else { Err(NotEventLines) }
}

/// The lines of these events, in the order of their sequences, each once; none where there is no event.
pub(super) fn text(events: impl IntoIterator<Item: Into<EventLine>>) -> Option<String> {
    let mut events: Vec<EventLine> = events.into_iter().map(Into::into).collect();
    events.sort_by_key(|line| line.sequence);
    events.dedup_by_key(|line| line.sequence);
    let lines: String = events.into_iter().map(|line| format!("{line}\n")).collect();
    Some(lines).filter(|lines| !lines.is_empty())
}

/// The line of an event.
impl From<Provenance> for EventLine {
    fn from(Provenance { sequence, event, author, .. }: Provenance) -> Self {
        Self { sequence, event, author }
    }
}

impl From<&Provenance> for EventLine {
    fn from(provenance: &Provenance) -> Self {
        provenance.clone().into()
    }
}

impl EventLine {
    /// The event that it names, whose author the log vouches for; none where its bytes cannot be read, or say another place.
    pub fn recorded(self, bytes: Vec<u8>) -> Option<RecordedEvent> {
        let Self { sequence, event: hash, author } = self;
        let LoggedEvent { envelope, signed, statement, .. } = LoggedEvent::read(sequence, bytes);
        let (envelope, statement) = (envelope.filter(|envelope| envelope.sequence == sequence)?, statement?);
        let event = Event { statement, hash: Statement::hash(signed?.statement_bytes()), author };
        Some(RecordedEvent { event, sequence, hash, arrival: envelope.arrival })
    }
}

impl fmt::Display for EventLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ", self.sequence, self.event)?;
        match &self.author {
            Author::Observer(observer) => write!(f, "@{observer}"),
            Author::Commission { unit, seats } => {
                write!(f, "{unit}")?;
                let signs = std::iter::once(':').chain(std::iter::repeat(','));
                seats.iter().zip(signs).try_for_each(|(seat, sign)| write!(f, "{sign}{seat}"))
            }
        }
    }
}

impl FromStr for EventLine {
    type Err = NotEventLines;
    /// Reads one line, without its newline, in its one spelling.
    fn from_str(line: &str) -> Result<Self, NotEventLines> {
        let read = || {
            let (sequence, rest) = line.split_once(' ')?;
            let (event, by) = rest.split_once(' ')?;
            let author = match by.strip_prefix('@') {
                Some(observer) => Author::Observer(observer.parse().ok()?),
                None => commission(by)?,
            };
            Some(Self { sequence: sequence.parse().ok()?, event: event.parse().ok()?, author })
        };
        read().ok_or(NotEventLines)
    }
}

fn commission(by: &str) -> Option<Author> {
    let (unit, seats) = by.split_once(':')?;
    let seats = seats.split(',').map(str::parse).collect::<Result<Vec<Seat>, _>>().ok()?;
    let ascends = seats.windows(2).all(|pair| pair[0] < pair[1]);
    ascends.then_some(Author::commission(unit.parse().ok()?, seats))
}
