//! Commissions, members, keys, observers and complaints.

use super::by::By;
use super::founding::{demonstrations, members_fit};
use crate::crypto::key::PublicKey;
use crate::domain::commission::{CommissionFormed, KeyRevoked, MemberReplaced};
use crate::domain::complaint::{ComplaintDecided, ComplaintFiled};
use crate::domain::event::Author;
use crate::domain::id::UnitId;
use crate::domain::observer::{AccreditationWithdrawn, ObserverAccredited, ObserverRole};
use crate::domain::rejection::Rejection;
use crate::domain::state::{ComplaintState, KeyOf, State};

/// A new unit below the commission that signs, on a lower tier.
pub(super) fn formed(by: &By, formed: &CommissionFormed) -> Result<(), Rejection> {
    let misplaced = || Rejection::Misplaced(formed.unit.clone());
    let parent = formed.parent.as_ref().ok_or_else(misplaced)?;
    let above = by.election.unit(parent)?;
    by.quorum(&formed.unit, |unit| unit == parent)?;
    if by.election.unit(&formed.unit).is_ok() {
        return Err(Rejection::UnitExists(formed.unit.clone()));
    }
    let (rank, _) = by.election.manifest().tier(&formed.tier).ok_or_else(misplaced)?;
    if rank <= above.rank {
        return Err(misplaced());
    }
    members_fit(by.election.manifest(), formed)?;
    formed.members.iter().try_for_each(|member| not_taken(by, &member.key))
}

/// A seat that exists, a key that does not.
pub(super) fn replaced(by: &By, replaced: &MemberReplaced) -> Result<(), Rejection> {
    let (unit, member) = (&replaced.unit, &replaced.member);
    by.parent_of(unit)?;
    if by.election.unit(unit)?.seats.get(member.seat).is_none() {
        return Err(Rejection::SeatUnknown(unit.clone(), member.seat));
    }
    let seats = by.election.unit(unit)?.seats.iter().map(|(seat, _)| seat);
    if demonstrations(by.election.manifest(), unit, seats).contains(&member.key) {
        return Err(Rejection::DemonstrationKey(unit.clone(), member.seat));
    }
    not_taken(by, &member.key)
}

/// A key in force of that very seat.
pub(super) fn revoked(by: &By, revoked: &KeyRevoked) -> Result<(), Rejection> {
    by.parent_of(&revoked.unit)?;
    let holder = by.election.holder(&revoked.key).ok_or(Rejection::KeyNotEnrolled(revoked.key))?;
    if !holder.in_force {
        return Err(Rejection::KeyNotInForce(revoked.key));
    }
    if holder.of == KeyOf::Seat(revoked.unit.clone(), revoked.seat) {
        Ok(())
    } else {
        Err(Rejection::SeatUnknown(revoked.unit.clone(), revoked.seat))
    }
}

/// A new observer, by a commission above the lowest tier, for its own territory.
pub(super) fn accredited(by: &By, accredited: &ObserverAccredited) -> Result<(), Rejection> {
    by.election.unit(&accredited.scope)?;
    accredits(by, &accredited.scope)?;
    if by.election.observers.contains_key(&accredited.observer) {
        return Err(Rejection::ObserverExists(accredited.observer.clone()));
    }
    not_taken(by, &accredited.key)
}

/// An observer whose accreditation is in force, by a commission that could have accredited it.
pub(super) fn withdrawn(by: &By, withdrawn: &AccreditationWithdrawn) -> Result<(), Rejection> {
    let unknown = || Rejection::ObserverUnknown(withdrawn.observer.clone());
    let observer = by.election.observers.get(&withdrawn.observer).ok_or_else(unknown)?;
    accredits(by, &observer.scope)?;
    match by.election.holder(&observer.key) {
        Some(holder) if holder.in_force => Ok(()),
        _ => Err(Rejection::KeyNotInForce(observer.key)),
    }
}

/// A complaint of an observer or agent, against an event of this ledger.
pub(super) fn complained(by: &By, state: &State, filed: &ComplaintFiled) -> Result<(), Rejection> {
    match by.author {
        Author::Observer(observer) => {
            let role = by.election.observers.get(observer).map(|observer| observer.role);
            if role == Some(ObserverRole::Media) {
                return Err(Rejection::OutOfScope(observer.clone(), by.election.top().clone()));
            }
        }
        Author::Commission { unit, .. } => return Err(by.not_entitled(unit)),
    }
    if state.events.contains_key(&filed.against) { Ok(()) } else { Err(Rejection::EventUnknown(filed.against)) }
}

/// A decision on an open complaint, by a commission strictly above the one complained of, or by the central one.
pub(super) fn complaint_decided(by: &By, decided: &ComplaintDecided) -> Result<(), Rejection> {
    let Some(ComplaintState::Open { about }) = by.election.complaints.get(&decided.complaint) else {
        return Err(Rejection::EventUnknown(decided.complaint));
    };
    let top = by.election.top();
    let may = |unit: &UnitId| unit == top || (unit != about && by.election.is_within(about, unit));
    by.quorum(about, may).map(|_| ())
}

fn accredits(by: &By, scope: &UnitId) -> Result<(), Rejection> {
    let above_lowest = |unit: &UnitId| by.election.unit(unit).is_ok_and(|c| !by.election.is_lowest(c));
    by.quorum(scope, |unit| above_lowest(unit) && by.election.is_within(scope, unit)).map(|_| ())
}

fn not_taken(by: &By, key: &PublicKey) -> Result<(), Rejection> {
    if by.election.holder(key).is_some() { Err(Rejection::KeyTaken(*key)) } else { Ok(()) }
}
