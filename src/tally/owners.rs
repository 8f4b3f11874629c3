//! Whose each key is, and so who stands behind an event.

use std::collections::BTreeMap;

use super::read_model::ReadModel;
use crate::crypto::key::PublicKey;
use crate::domain::event::Author;
use crate::domain::id::{ObserverId, UnitId};
use crate::domain::number::Seat;

/// Whose each key is, over the whole life of the ledger: a key belongs to one seat or observer, once.
#[derive(Debug)]
pub struct Owners<'a>(BTreeMap<PublicKey, Owner<'a>>);

#[derive(Clone, Copy, Debug)]
enum Owner<'a> {
    Seat(&'a UnitId, Seat),
    Observer(&'a ObserverId),
}

impl<'a> Owners<'a> {
    /// The owners of the keys on a read model.
    pub fn of(model: &'a ReadModel) -> Self {
        let seats = model.units().iter().flat_map(|(unit, record)| {
            record.members().map(move |record| (record.member.key, Owner::Seat(unit, record.member.seat)))
        });
        let observers = model.observers().iter().map(|(id, record)| (record.accredited.key, Owner::Observer(id)));
        Self(seats.chain(observers).collect())
    }

    /// Who signed; keys of the log itself are nobody's here.
    pub fn author<'s>(&self, signers: impl Iterator<Item = &'s PublicKey>) -> Option<Author> {
        let owners: Vec<_> = signers.filter_map(|key| self.0.get(key)).collect();
        let unit = match *owners.first()? {
            Owner::Observer(observer) => return Some(Author::Observer((*observer).clone())),
            Owner::Seat(unit, _) => *unit,
        };
        let seat = |owner: &&Owner<'_>| match owner {
            Owner::Seat(of, seat) if *of == unit => Some(*seat),
            _ => None,
        };
        Some(Author::commission(unit.clone(), owners.iter().filter_map(seat)))
    }
}
