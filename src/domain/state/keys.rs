//! Whose each key is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::crypto::key::PublicKey;
use crate::domain::id::{ObserverId, UnitId};
use crate::domain::number::Seat;
use crate::domain::packed::Packed;

/// Whose key it is, and whether it counts now.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct KeyHolder {
    /// Whose key it is.
    pub of: KeyOf,
    /// Whether the key is in force at this position of the log.
    pub in_force: bool,
}

/// Whose key it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum KeyOf {
    /// A member's, in this seat of this unit.
    Seat(UnitId, Seat),
    /// An observer's, under this id.
    Observer(ObserverId),
    /// The log's own, now or earlier.
    Log,
}

/// Whose each key is. Of six million members' keys nearly all stand in their seats: here is only which seat that is, by how a
/// key begins.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Keys {
    /// The seat that the first key with this beginning was enrolled for. Whether it is still there, only the seat says.
    seats: Packed<[u8; 8], (UnitId, Seat)>,
    /// Every other key: of nobody with a seat, out of force, or with the beginning of an earlier one.
    others: BTreeMap<PublicKey, KeyHolder>,
}

impl Keys {
    /// Whose key this is, where `seated` tells the key that stands in a seat.
    pub(super) fn holder(
        &self,
        key: &PublicKey,
        seated: impl FnOnce(&UnitId, Seat) -> Option<PublicKey>,
    ) -> Option<KeyHolder> {
        self.others.get(key).cloned().or_else(|| {
            let (unit, seat) = self.seats.get(&beginning(key))?;
            let is_there = seated(unit, *seat) == Some(*key);
            is_there.then(|| KeyHolder { of: KeyOf::Seat(unit.clone(), *seat), in_force: true })
        })
    }

    /// Enrols the key that stands in a seat.
    pub(super) fn seat(&mut self, key: PublicKey, unit: UnitId, seat: Seat) {
        if self.seats.contains_key(&beginning(&key)) {
            self.enrol(key, KeyOf::Seat(unit, seat));
        } else {
            self.seats.insert(beginning(&key), (unit, seat));
        }
    }

    /// Enrols a key.
    pub(super) fn enrol(&mut self, key: PublicKey, of: KeyOf) {
        self.others.insert(key, KeyHolder { of, in_force: true });
    }

    /// Takes somebody's key out of force.
    pub(super) fn retire(&mut self, key: PublicKey, of: KeyOf) {
        self.others.insert(key, KeyHolder { of, in_force: false });
    }
}

fn beginning(PublicKey(key): &PublicKey) -> [u8; 8] {
    let mut beginning = [0; 8];
    beginning.copy_from_slice(&key[..8]);
    beginning
}
