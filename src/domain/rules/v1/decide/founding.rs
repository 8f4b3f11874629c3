//! The founding act, and the log's key.

use std::collections::BTreeSet;

use crate::crypto::key::{PublicKey, SecretKey};
use crate::crypto::vkey::{KeyKind, VerifierKey};
use crate::domain::commission::CommissionFormed;
use crate::domain::event::Author;
use crate::domain::id::UnitId;
use crate::domain::manifest::{ElectionCalled, Manifest};
use crate::domain::number::Seat;
use crate::domain::origin::Origin;
use crate::domain::rejection::Rejection;
use crate::domain::rules::v1::manifest;
use crate::domain::state::Election;
use crate::domain::statement::{LogKeyRotated, Submission};

/// Signed by the quorum of the founding members, with keys that the act itself enrols.
pub(super) fn decide(founding: &ElectionCalled, submission: &Submission) -> Result<Author, Rejection> {
    let flaw = manifest::flaws(&founding.manifest).into_iter().next();
    flaw.map_or(Ok(()), |flaw| Err(Rejection::Manifest(flaw)))?;
    if founding.origin.as_str().parse::<Origin>().is_err() {
        return Err(Rejection::LogKey);
    }
    let log_key = log_key(founding.log_key.as_str(), founding.origin.as_str())?;
    let commission = &founding.commission;
    if commission.parent.is_some() || founding.manifest.tier(&commission.tier).is_none_or(|(rank, _)| rank != 0) {
        return Err(Rejection::Misplaced(commission.unit.clone()));
    }
    members_fit(&founding.manifest, commission)?;
    if commission.members.iter().any(|member| member.key == log_key) {
        return Err(Rejection::KeyTaken(log_key));
    }
    let seat_of = |key: &PublicKey| commission.members.iter().find(|m| m.key == *key).map(|m| m.seat);
    let seats = submission
        .signers
        .iter()
        .map(|key| seat_of(key).ok_or(Rejection::KeyNotEnrolled(*key)))
        .collect::<Result<Vec<Seat>, _>>()?;
    let unit = commission.unit.clone();
    if seats.len() < usize::from(commission.quorum) {
        return Err(Rejection::QuorumNotMet { unit, signed: seats.len(), needed: commission.quorum });
    }
    Ok(Author::commission(unit, seats))
}

/// Members and quorum are the manifest's for the tier, seats without a gap, keys each once, and no demonstration key
/// outside a rehearsal.
pub(super) fn members_fit(manifest: &Manifest, formed: &CommissionFormed) -> Result<(), Rejection> {
    let (_, tier) = manifest.tier(&formed.tier).ok_or_else(|| Rejection::Misplaced(formed.unit.clone()))?;
    let seats_in_order = formed.members.iter().zip(1..).all(|(member, seat)| member.seat == Seat(seat));
    if formed.members.len() != usize::from(tier.members) || formed.quorum != tier.quorum || !seats_in_order {
        let tier = tier.clone();
        return Err(Rejection::NotAsManifest { tier: tier.name, members: tier.members, quorum: tier.quorum });
    }
    let mut keys = BTreeSet::new();
    let seats = formed.members.iter().map(|member| member.seat);
    let demonstrations = demonstrations(manifest, &formed.unit, seats);
    for member in &formed.members {
        if !keys.insert(member.key) {
            return Err(Rejection::KeyTaken(member.key));
        }
        if demonstrations.contains(&member.key) {
            return Err(Rejection::DemonstrationKey(formed.unit.clone(), member.seat));
        }
    }
    Ok(())
}

/// The keys of a unit's seats that anybody can derive, which count in a rehearsal alone.
pub(super) fn demonstrations(manifest: &Manifest, unit: &UnitId, seats: impl Iterator<Item = Seat>) -> Vec<PublicKey> {
    let key = |seat: Seat| SecretKey::demonstration(unit.as_str(), &seat.to_string()).public();
    if manifest.rehearsal { Vec::new() } else { seats.map(key).collect() }
}

/// Both log keys must have signed too; what is left are the members.
pub(super) fn without_log_keys(
    election: &Election,
    rotated: &LogKeyRotated,
    signers: &[PublicKey],
) -> Result<Vec<PublicKey>, Rejection> {
    let origin = election.founding().origin.as_str();
    let (old, new) = (log_key(rotated.old.as_str(), origin)?, log_key(rotated.new.as_str(), origin)?);
    if rotated.old.as_str() != election.log_key() || !signers.contains(&old) || !signers.contains(&new) {
        return Err(Rejection::LogKey);
    }
    if election.holder(&new).is_some() {
        return Err(Rejection::KeyTaken(new));
    }
    Ok(signers.iter().copied().filter(|key| *key != old && *key != new).collect())
}

/// The key of an Ed25519 verifier key under the log's own name.
fn log_key(verifier_key: &str, origin: &str) -> Result<PublicKey, Rejection> {
    let key = verifier_key.parse::<VerifierKey>().map_err(|_| Rejection::LogKey)?;
    if key.name().as_str() == origin && key.kind() == KeyKind::Ed25519 {
        Ok(key.public())
    } else {
        Err(Rejection::LogKey)
    }
}
