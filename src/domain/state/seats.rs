//! Who holds the seats of a commission.

use serde::{Deserialize, Serialize};

use crate::crypto::key::PublicKey;
use crate::domain::commission::Office;
use crate::domain::number::Seat;

/// Who holds each seat of a commission, ascending: a handful, of a million commissions, without the room of a map.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Seats(Vec<(Seat, Occupant)>);

/// Who holds a seat; the key may be out of force.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Occupant {
    /// The member's office.
    pub office: Office,
    /// The last key that was enrolled for the seat.
    pub key: PublicKey,
}

impl Seats {
    /// Who holds a seat; none where there is no such seat.
    pub fn get(&self, seat: Seat) -> Option<&Occupant> {
        self.place(seat).ok().map(|at| &self.0[at].1)
    }

    /// Every seat and who holds it, ascending.
    pub fn iter(&self) -> impl Iterator<Item = (Seat, &Occupant)> {
        self.0.iter().map(|(seat, occupant)| (*seat, occupant))
    }

    /// Of nobody yet, with room for so many.
    pub(super) fn with_capacity(seats: usize) -> Self {
        Self(Vec::with_capacity(seats))
    }

    /// Puts somebody in a seat.
    pub(super) fn put(&mut self, seat: Seat, occupant: Occupant) {
        match self.place(seat) {
            Ok(at) => self.0[at].1 = occupant,
            Err(at) => self.0.insert(at, (seat, occupant)),
        }
    }

    fn place(&self, seat: Seat) -> Result<usize, usize> {
        self.0.binary_search_by_key(&seat, |(seat, _)| *seat)
    }
}
