//! From rows of people to what their enrolment says: commissions, candidates, observers.

use std::collections::{BTreeMap, BTreeSet};

use super::csv::rows::{CandidateRow, MemberRow, ObserverRow, UnitRow};
use super::error::{ERRORS_MAX, InputError, alone, keep};
use super::mistake::EnrolmentMistake;
use crate::crypto::key::{PublicKey, SecretKey};
use crate::domain::candidate::{CandidateRegistered, NominationApproved};
use crate::domain::commission::{CommissionFormed, Member};
use crate::domain::decision::Decision;
use crate::domain::id::UnitId;
use crate::domain::manifest::{Manifest, Tier};
use crate::domain::number::Seat;
use crate::domain::observer::ObserverAccredited;
use crate::domain::text::Text;
use crate::domain::time::Day;

const MEMBERS_FILE: &str = "members.csv";
const OBSERVERS_FILE: &str = "observers.csv";
const UNITS_FILE: &str = "units.csv";

/// The commissions that have members here, higher tiers first, else in the order of `units`. A unit without members is
/// left out: its commission is formed on another day.
///
/// # Errors
/// Members of an unknown unit, a seat missing or taken twice, other than the manifest's number of members, a key that
/// is not admissible or stands twice, and a demonstration key outside a rehearsal.
pub fn commissions(
    units: &[UnitRow],
    members: &[MemberRow],
    manifest: &Manifest,
) -> Result<Vec<CommissionFormed>, Vec<InputError>> {
    let mut errors = check_keys(units, members, manifest);
    let mut by_unit: BTreeMap<&UnitId, Vec<&MemberRow>> = BTreeMap::new();
    for member in members {
        by_unit.entry(&member.unit).or_default().push(member);
    }
    let mut formed = Vec::new();
    for unit in units {
        let Some(mut rows) = by_unit.remove(&unit.unit) else { continue };
        let Some((rank, tier)) = manifest.tier(&unit.tier) else {
            let mistake = EnrolmentMistake::TierUnknown(unit.tier.clone());
            errors.push(InputError::in_file(UNITS_FILE, mistake).at(unit.line).of_column("tier"));
            continue;
        };
        rows.sort_by_key(|row| row.seat);
        errors.extend(check_seats(&rows, tier).err());
        let commission = CommissionFormed {
            unit: unit.unit.clone(),
            tier: unit.tier.clone(),
            parent: unit.parent.clone(),
            name: unit.name.clone(),
            utc_offset: unit.utc_offset,
            quorum: tier.quorum,
            members: rows.into_iter().map(member).collect(),
        };
        formed.push((rank, commission));
    }
    let elsewhere = by_unit.into_values().flatten();
    errors.extend(elsewhere.map(|row| member_error(row, "unit", EnrolmentMistake::MemberElsewhere)));
    if !errors.is_empty() {
        errors.sort_by_key(|error| error.line);
        errors.truncate(ERRORS_MAX);
        return Err(errors);
    }
    formed.sort_by_key(|(rank, _)| *rank);
    Ok(formed.into_iter().map(|(_, commission)| commission).collect())
}

/// The registrations, in the order of the rows.
pub fn candidates(rows: &[CandidateRow]) -> Vec<CandidateRegistered> {
    rows.iter().map(candidate).collect()
}

/// A registration. Where the file names no decision, its reference is empty.
pub fn candidate(row: &CandidateRow) -> CandidateRegistered {
    CandidateRegistered {
        contest: row.contest.clone(),
        number: row.number,
        nominated_by: row.nominated_by.clone(),
        names: row.names.clone(),
        decision: Decision { reference: row.decision.clone(), date: row.registered_on },
    }
}

/// The approvals of candidacies whose day the file gives, in the order of the rows.
pub fn nominations(rows: &[CandidateRow]) -> Vec<NominationApproved> {
    rows.iter().filter_map(|row| Some(nomination(row, row.approved_on?))).collect()
}

/// The approval of a candidacy on a day.
pub fn nomination(row: &CandidateRow, day: Day) -> NominationApproved {
    NominationApproved {
        contest: row.contest.clone(),
        nominated_by: row.nominated_by.clone(),
        names: row.names.clone(),
        decision: Decision { reference: Text::default(), date: Some(day) },
    }
}

/// The accreditations, in the order of the rows.
///
/// # Errors
/// Observers without a key, or with one that is not admissible.
pub fn observers(rows: &[ObserverRow]) -> Result<Vec<ObserverAccredited>, Vec<InputError>> {
    let error = |row: &ObserverRow, mistake| {
        InputError::in_file(OBSERVERS_FILE, mistake).at(row.line).of_item(&row.observer).of_column("public_key")
    };
    let accredited = |row: &ObserverRow| {
        let key = row.public_key.ok_or_else(|| error(row, EnrolmentMistake::ObserverKeyMissing))?;
        key.admit().map_err(|_| error(row, EnrolmentMistake::ObserverKey))?;
        Ok(ObserverAccredited {
            observer: row.observer.clone(),
            organisation: row.organisation.clone(),
            role: row.role,
            scope: row.scope.clone(),
            key,
        })
    };
    let (mut all, mut errors) = (Vec::new(), Vec::new());
    for row in rows {
        all.extend(keep(&mut errors, accredited(row).map_err(alone)));
    }
    errors.truncate(ERRORS_MAX);
    if errors.is_empty() { Ok(all) } else { Err(errors) }
}

fn member(row: &MemberRow) -> Member {
    Member {
        seat: row.seat,
        name: row.name.clone(),
        office: row.office,
        nominated_by: row.nominated_by.clone(),
        key: row.public_key,
    }
}

/// Seats 1, 2, 3 … without a gap, the manifest's number of them. `rows` are of one unit, ascending by seat.
fn check_seats(rows: &[&MemberRow], tier: &Tier) -> Result<(), InputError> {
    for (row, seat) in rows.iter().zip(1..) {
        if row.seat != Seat(seat) {
            let mistake = EnrolmentMistake::Seat { expected: Seat(seat), found: row.seat };
            return Err(member_error(row, "seat", mistake));
        }
    }
    match rows.last() {
        Some(last) if rows.len() != usize::from(tier.members) => {
            let mistake = EnrolmentMistake::Members { found: rows.len(), expected: tier.members };
            Err(member_error(last, "seat", mistake))
        }
        _ => Ok(()),
    }
}

/// The demonstration keys of these units. A rehearsal gives no commission more members than the manifest's largest.
/// None in a rehearsal, where they are what they are for.
pub fn demonstrations<'a>(units: impl IntoIterator<Item = &'a UnitId>, manifest: &Manifest) -> BTreeSet<PublicKey> {
    let seats = manifest.tiers.iter().map(|tier| tier.members).max().filter(|_| !manifest.rehearsal).unwrap_or(0);
    let of_unit = |unit: &'a UnitId| {
        (1..=seats).map(|seat| SecretKey::demonstration(unit.as_str(), &Seat(seat).to_string()).public())
    };
    units.into_iter().flat_map(of_unit).collect()
}

fn check_keys(units: &[UnitRow], members: &[MemberRow], manifest: &Manifest) -> Vec<InputError> {
    let demonstrations = demonstrations(units.iter().map(|row| &row.unit), manifest);
    let mut holders: BTreeMap<PublicKey, u64> = BTreeMap::new();
    let mut flaw = |row: &MemberRow| match holders.insert(row.public_key, row.line) {
        Some(line) => Some(EnrolmentMistake::KeyTwice(line)),
        None if row.public_key.admit().is_err() => Some(EnrolmentMistake::MemberKey),
        None => demonstrations.contains(&row.public_key).then_some(EnrolmentMistake::DemonstrationKey),
    };
    members.iter().filter_map(|row| Some(member_error(row, "public_key", flaw(row)?))).collect()
}

fn member_error(row: &MemberRow, column: &str, mistake: EnrolmentMistake) -> InputError {
    InputError::in_file(MEMBERS_FILE, mistake).at(row.line).of_unit(&row.unit).of_column(column)
}
