//! Whose each key is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::seats::Seats;
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

/// Whose each key is. Of six million members' keys nearly all stand in their seats: here is only the commission whose seat that
/// is, by how a key begins.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Keys {
    /// The unit that the first key with this beginning was enrolled for. Whether it is still there, only its seats say.
    seated: Packed<[u8; 8], UnitId>,
    /// Every other key: of nobody with a seat, out of force, or with the beginning of an earlier one.
    others: BTreeMap<PublicKey, KeyHolder>,
}

impl Keys {
    /// Whose key this is, where `seats` tells those of a unit. The seats of the `colleagues` are searched first; the answer is the same.
    pub(super) fn holder<'a>(
        &self,
        key: &PublicKey,
        colleagues: Option<&UnitId>,
        seats: impl Fn(&UnitId) -> Option<&'a Seats>,
    ) -> Option<KeyHolder> {
        let in_seat_of = |unit: &UnitId| {
            let (seat, _) = seats(unit)?.iter().find(|(_, occupant)| occupant.key == *key)?;
            Some(KeyHolder { of: KeyOf::Seat(unit.clone(), seat), in_force: true })
        };
        // No key stands in a seat of two units.
        let in_seat = || colleagues.and_then(in_seat_of).or_else(|| in_seat_of(self.seated.get(&beginning(key))?));
        self.others.get(key).cloned().or_else(in_seat)
    }

    /// Enrols the key that stands in a seat.
    pub(super) fn seat(&mut self, key: PublicKey, unit: UnitId, seat: Seat) {
        if self.seated.contains_key(&beginning(&key)) {
            self.enrol(key, KeyOf::Seat(unit, seat));
        } else {
            self.seated.insert(beginning(&key), unit);
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
