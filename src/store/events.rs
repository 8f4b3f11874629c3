//! Where reading verbs find events: the embedded store, or the journal. Both answer with the same bytes.

use super::error::StoreError;
use crate::domain::id::{EventHash, StatementHash, UnitId};
use crate::domain::number::{Sequence, Size};

/// Events by their place, and the indexes over them.
pub trait Events: Send + Sync {
    /// How many there are.
    fn size(&self) -> Size;
    /// The bytes of an envelope, checked against the hash under which they are kept.
    ///
    /// # Errors
    /// [`StoreError`] when the bytes cannot be read or are not what they were.
    fn envelope(&self, sequence: Sequence) -> Result<Option<Vec<u8>>, StoreError>;
    /// The place of an event.
    ///
    /// # Errors
    /// [`StoreError`].
    fn by_hash(&self, event: EventHash) -> Result<Option<Sequence>, StoreError>;
    /// The place of a statement.
    ///
    /// # Errors
    /// [`StoreError`].
    fn by_statement(&self, statement: StatementHash) -> Result<Option<Sequence>, StoreError>;
    /// The places of the events about a unit, ascending.
    ///
    /// # Errors
    /// [`StoreError`].
    fn by_unit(&self, unit: &UnitId) -> Result<Vec<Sequence>, StoreError>;
}
