//! A folder of enrolment slips becomes commissions: what is whole, what is wrong with each of the others, and who is missing.

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization;

use super::alike::twin;
use super::csv::rows::UnitRow;
use super::members::demonstrations;
use super::mistake::SlipMistake;
use crate::crypto::key::PublicKey;
use crate::domain::commission::{CommissionFormed, Member, Office};
use crate::domain::id::UnitId;
use crate::domain::manifest::Tier;
use crate::domain::number::Seat;
use crate::domain::state::Election;
use crate::domain::text::Text;
use crate::ledger::files::slip::EnrolmentSlip;

/// A file that is given as a slip.
#[derive(Clone, Copy, Debug)]
pub struct SlipFile<'a> {
    /// Its name, as people find it.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What slips are held against.
#[derive(Clone, Copy, Debug)]
pub struct Expected<'a> {
    /// The units of the election folder.
    pub units: &'a [UnitRow],
    /// The election as it stands in the ledger.
    pub election: &'a Election,
    /// The commission that enrols; none where it is whichever is above a unit.
    pub under: Option<&'a UnitId>,
}

/// What a folder of slips comes to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sorted {
    /// The commissions of which every seat has one slip, in the order of the units.
    pub commissions: Vec<CommissionFormed>,
    /// What is wrong, in the order of the files.
    pub faults: Vec<SlipFault>,
    /// The commissions that are not whole, in the order of the units.
    pub missing: Vec<Missing>,
}

/// What is wrong with one file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SlipFault {
    /// The file.
    pub file: String,
    /// The unit that it names, where it can be read.
    pub unit: Option<UnitId>,
    /// The seat that it names.
    pub seat: Option<Seat>,
    /// The member that it names.
    pub name: Option<Text>,
    /// What is wrong.
    pub mistake: SlipMistake,
}

/// A commission that is not whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    /// Of which unit.
    pub unit: UnitId,
    /// What people call it; may be empty.
    pub name: Text,
    /// The seats of which there is no good slip. Where slips leave the seat open, the last ones.
    pub seats: Vec<Seat>,
    /// How many seats the commission has.
    pub of: u16,
}

/// A slip that stands for itself: in its form, proved, of this election and of a commission that is awaited.
struct Good<'a> {
    file: SlipFile<'a>,
    slip: EnrolmentSlip,
}

/// Sorts slips. Whatever is wrong keeps out no commission but those that it names.
pub fn sort(files: &[SlipFile<'_>], expected: &Expected<'_>) -> Sorted {
    let units: BTreeMap<&UnitId, &UnitRow> = expected.units.iter().map(|row| (&row.unit, row)).collect();
    let known = demonstrations(units.keys().copied(), expected.election.manifest());
    let mut faults: BTreeMap<&str, SlipFault> = BTreeMap::new();
    let mut good = Vec::new();
    for file in files {
        match read(*file, expected, &units, &known) {
            Ok(slip) => good.push(Good { file: *file, slip }),
            Err(fault) => drop(faults.insert(file.name, fault)),
        }
    }
    faults.extend(keys_twice(&good));
    good.retain(|good| !faults.contains_key(good.file.name));
    let mut by_unit: BTreeMap<&UnitId, Vec<&Good<'_>>> = BTreeMap::new();
    good.iter().for_each(|good| by_unit.entry(&good.slip.holder().unit).or_default().push(good));
    let (mut commissions, mut missing) = (Vec::new(), Vec::new());
    for row in expected.units.iter().filter(|row| is_awaited(row, expected)) {
        let Some((_, tier)) = expected.election.manifest().tier(&row.tier) else { continue };
        let mut slips = by_unit.remove(&row.unit).unwrap_or_default();
        faults.extend(doubled(&slips, tier));
        slips.retain(|good| !faults.contains_key(good.file.name));
        match seated(&slips, tier) {
            Ok(members) => commissions.push(formed(row, tier, members)),
            Err(seats) => {
                missing.push(Missing { unit: row.unit.clone(), name: row.name.clone(), seats, of: tier.members });
            }
        }
    }
    let in_order = files.iter().filter_map(|file| faults.remove(file.name)).collect();
    Sorted { commissions, faults: in_order, missing }
}

/// Whether a unit's commission is still to be formed, by one that is there.
fn is_awaited(row: &UnitRow, expected: &Expected<'_>) -> bool {
    let is_formed = |unit: &UnitId| expected.election.unit(unit).is_ok();
    !is_formed(&row.unit) && row.parent.as_ref().is_some_and(|parent| is_formed(parent) && is_under(parent, expected))
}

fn is_under(parent: &UnitId, expected: &Expected<'_>) -> bool {
    expected.under.is_none_or(|under| under == parent)
}

/// A slip, if nothing is wrong with it by itself.
fn read(
    file: SlipFile<'_>,
    expected: &Expected<'_>,
    units: &BTreeMap<&UnitId, &UnitRow>,
    known: &BTreeSet<PublicKey>,
) -> Result<EnrolmentSlip, SlipFault> {
    let slip = EnrolmentSlip::parse(file.bytes).map_err(|error| SlipFault {
        file: file.name.to_owned(),
        unit: None,
        seat: None,
        name: None,
        mistake: SlipMistake::Format(error),
    })?;
    match flaw(&slip, expected, units, known) {
        Some(mistake) => Err(fault(file, &slip, mistake)),
        None => Ok(slip),
    }
}

fn fault(file: SlipFile<'_>, slip: &EnrolmentSlip, mistake: SlipMistake) -> SlipFault {
    let holder = slip.holder();
    SlipFault {
        file: file.name.to_owned(),
        unit: Some(holder.unit.clone()),
        seat: holder.seat,
        name: Some(holder.name.clone()),
        mistake,
    }
}

/// What is wrong with a slip by itself. Nothing that it says is looked at before its proof.
fn flaw(
    slip: &EnrolmentSlip,
    expected: &Expected<'_>,
    units: &BTreeMap<&UnitId, &UnitRow>,
    known: &BTreeSet<PublicKey>,
) -> Option<SlipMistake> {
    if let Err(error) = slip.verify() {
        return Some(SlipMistake::NoProof(error));
    }
    let (holder, manifest) = (slip.holder(), expected.election.manifest());
    if holder.election != manifest.id {
        let (found, expected) = (holder.election.clone(), manifest.id.clone());
        return Some(SlipMistake::OtherElection { found, expected });
    }
    if expected.election.unit(&holder.unit).is_ok() {
        return Some(SlipMistake::UnitFormed(holder.unit.clone()));
    }
    let Some(row) = units.get(&holder.unit) else {
        let twin = twin(holder.unit.as_str(), units.keys().map(|unit| (*unit).clone()));
        return Some(SlipMistake::UnitUnknown(holder.unit.clone(), twin));
    };
    if !is_awaited(row, expected) {
        return Some(SlipMistake::OtherUnit(holder.unit.clone(), row.parent.clone()));
    }
    let Some((_, tier)) = manifest.tier(&row.tier) else {
        return Some(SlipMistake::TierUnknown(row.tier.clone()));
    };
    if known.contains(&slip.key()) {
        return Some(SlipMistake::DemonstrationKey);
    }
    if let Some(holder) = expected.election.holder(&slip.key()) {
        return Some(SlipMistake::KeyEnrolled(holder.of.clone()));
    }
    let beyond = holder.seat.filter(|seat| !(1..=tier.members).contains(&seat.0));
    beyond.map(|found| SlipMistake::SeatBeyond { found, seats: tier.members })
}

/// Slips of one key: of copies the first counts, of others none.
fn keys_twice<'a>(good: &[Good<'a>]) -> Vec<(&'a str, SlipFault)> {
    let mut by_key: BTreeMap<PublicKey, Vec<&Good<'a>>> = BTreeMap::new();
    good.iter().for_each(|good| by_key.entry(good.slip.key()).or_default().push(good));
    let twice = by_key.into_iter().filter(|(_, group)| group.len() > 1);
    let told = twice.flat_map(|(key, group)| {
        let is_copy = group.iter().all(|good| good.slip == group[0].slip);
        let mistake = |file: String| if is_copy { SlipMistake::Copy(file) } else { SlipMistake::KeyTwice(key, file) };
        named_twice(&group, mistake).skip(usize::from(is_copy)).collect::<Vec<_>>()
    });
    told.collect()
}

/// Slips of one commission that contradict each other: nobody here can say which of them is right.
fn doubled<'a>(slips: &[&Good<'a>], tier: &Tier) -> Vec<(&'a str, SlipFault)> {
    let name = |good: &Good<'_>| Some(good.slip.holder().name.as_str().nfc().collect::<String>().to_lowercase());
    let seat = |good: &Good<'_>| good.slip.holder().seat;
    let chair = |good: &Good<'_>| Some(good.slip.holder().office).filter(|office| *office == Office::Chair);
    let mut told: BTreeMap<&str, SlipFault> = BTreeMap::new();
    let groups = grouped(slips, chair).into_iter().map(|(office, group)| (group, Twice::Office(office)));
    let groups = groups.chain(grouped(slips, seat).into_iter().map(|(seat, group)| (group, Twice::Seat(seat))));
    let groups = groups.chain(grouped(slips, name).into_iter().map(|(_, group)| (group, Twice::Member)));
    for (group, what) in groups {
        told.extend(named_twice(&group, |file| what.mistake(file)));
    }
    if told.is_empty() && slips.len() > usize::from(tier.members) {
        let (found, seats) = (slips.len(), tier.members);
        let many =
            |good: &&Good<'a>| (good.file.name, fault(good.file, &good.slip, SlipMistake::TooMany { found, seats }));
        told.extend(slips.iter().map(many));
    }
    told.into_iter().collect()
}

/// What two slips of a commission have in common.
enum Twice {
    Office(Office),
    Seat(Seat),
    Member,
}

impl Twice {
    fn mistake(&self, file: String) -> SlipMistake {
        match self {
            Self::Office(office) => SlipMistake::OfficeTwice(*office, file),
            Self::Seat(seat) => SlipMistake::SeatTwice(*seat, file),
            Self::Member => SlipMistake::MemberTwice(file),
        }
    }
}

/// The slips that have something in common, in groups of several.
fn grouped<'g, 'a, K: Ord>(
    slips: &[&'g Good<'a>],
    key: impl Fn(&Good<'a>) -> Option<K>,
) -> Vec<(K, Vec<&'g Good<'a>>)> {
    let mut groups: BTreeMap<K, Vec<&'g Good<'a>>> = BTreeMap::new();
    for good in slips {
        if let Some(key) = key(good) {
            groups.entry(key).or_default().push(good);
        }
    }
    groups.into_iter().filter(|(_, group)| group.len() > 1).collect()
}

/// Each of a group, with what is wrong: it names the first of the others.
fn named_twice<'g, 'a: 'g>(
    group: &'g [&'g Good<'a>],
    mistake: impl Fn(String) -> SlipMistake + 'g,
) -> impl Iterator<Item = (&'a str, SlipFault)> + 'g {
    group.iter().enumerate().map(move |(at, good)| {
        let other = group[usize::from(at == 0)].file.name.to_owned();
        (good.file.name, fault(good.file, &good.slip, mistake(other)))
    })
}

/// The members by seat: a slip that leaves the seat open takes the next free one, by office, then by name.
///
/// # Errors
/// The seats that nobody has.
fn seated(slips: &[&Good<'_>], tier: &Tier) -> Result<Vec<Member>, Vec<Seat>> {
    let mut seats: BTreeMap<Seat, &EnrolmentSlip> = BTreeMap::new();
    let (given, mut open): (Vec<_>, Vec<_>) =
        slips.iter().map(|good| &good.slip).partition(|slip| slip.holder().seat.is_some());
    seats.extend(given.into_iter().filter_map(|slip| Some((slip.holder().seat?, slip))));
    open.sort_by_key(|slip| (slip.holder().office, slip.holder().name.as_str().to_owned(), slip.key()));
    let free: Vec<_> = (1..=tier.members).map(Seat).filter(|seat| !seats.contains_key(seat)).collect();
    let nobody = free.iter().skip(open.len()).copied().collect::<Vec<_>>();
    seats.extend(free.into_iter().zip(open));
    if nobody.is_empty() { Ok(seats.into_iter().map(|(seat, slip)| member(seat, slip)).collect()) } else { Err(nobody) }
}

fn member(seat: Seat, slip: &EnrolmentSlip) -> Member {
    let holder = slip.holder();
    Member {
        seat,
        name: holder.name.clone(),
        office: holder.office,
        nominated_by: holder.nominated_by.clone(),
        key: slip.key(),
    }
}

fn formed(row: &UnitRow, tier: &Tier, members: Vec<Member>) -> CommissionFormed {
    CommissionFormed {
        unit: row.unit.clone(),
        tier: row.tier.clone(),
        parent: row.parent.clone(),
        name: row.name.clone(),
        utc_offset: row.utc_offset,
        quorum: tier.quorum,
        members,
    }
}
