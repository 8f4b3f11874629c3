//! `manifest.toml`: what the act that called the election declares, as a person writes it.
//!
//! ```toml
//! id          = "ge-pres-2018"
//! kind        = "presidential"
//! polling_day = 2018-10-28
//! utc_offset  = "+04:00"
//! authority   = "Central Election Commission of Georgia"
//! rehearsal   = true
//! tiers       = ["central", "constituency", "precinct"]
//! title       = { en = "Presidential election of Georgia, 2018" }
//! [commissions]
//! central     = { members = 12, quorum = 8 }
//! …
//! [[contest]]
//! id = "round-1"
//! …
//! [[item]]
//! key = "valid_votes"
//! …
//! [[check]]
//! code = "E1"
//! left = ["votes"]
//! …
//! ```

use std::collections::BTreeMap;

use super::fields::{Fields, TomlSource};
use super::manifest_writer;
use super::scalar::Scalar;
use super::writer::TomlWriter;
use crate::crypto::vkey::KeyName;
use crate::domain::candidate::Contest;
use crate::domain::form::{Check, Form, Item, Operand, Term};
use crate::domain::id::{ItemKey, TierName};
use crate::domain::manifest::{
    Deadline, Invalidity, LegalBasis, Manifest, ManifestFlaw, Tier, TurnoutRule, TurnoutSigners,
};
use crate::domain::rules::RulesVersion;
use crate::domain::time::Day;
use crate::intake::error::{Flaw, InputError};
use crate::intake::spelling;

/// What a manifest file holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ManifestFile {
    /// What is declared, proved consistent.
    pub manifest: Manifest,
    /// The log's name, if the file gives one.
    pub origin: Option<String>,
}

/// Where each named thing of a manifest stands.
type Lines = BTreeMap<String, u64>;

/// Reads a manifest.
///
/// # Errors
/// The first mistake, with its line where it has one.
pub fn read_manifest(file: &str, text: &str) -> Result<ManifestFile, InputError> {
    let source = TomlSource { file, text };
    let table = source.parse()?;
    let mut fields = Fields::outermost(source, &table);
    let origin = match fields.take("origin") {
        None => None,
        Some(value) => {
            let name = spelling::parsed::<KeyName>(value.text()?).map_err(|flaw| value.error(flaw))?;
            Some(name.as_str().to_owned())
        }
    };
    let manifest = read_fields(&mut fields)?;
    Ok(ManifestFile { manifest, origin })
}

/// Writes a manifest that reads back to the same value.
pub fn render_manifest(manifest: &Manifest, origin: &str) -> String {
    let mut writer = TomlWriter::default();
    writer.value("origin", Some(super::writer::quoted(origin)), "", "the log's name");
    manifest_writer::write(manifest, &mut writer);
    writer.finish()
}

/// Reads the keys of a manifest, all but its origin, and proves it consistent.
pub(in crate::intake) fn read_fields(fields: &mut Fields) -> Result<Manifest, InputError> {
    let mut lines = Lines::new();
    let tiers = read_tiers(fields, &mut lines)?;
    let items = read_items(fields, &mut lines)?;
    let checks = read_checks(fields, &items, &mut lines)?;
    let polling_day = fields.one("polling_day")?;
    let manifest = Manifest {
        id: fields.one("id")?,
        kind: fields.one("kind")?,
        title: fields.one("title")?,
        polling_day,
        utc_offset: fields.one("utc_offset")?,
        authority: fields.one("authority")?,
        legal_basis: read_legal_basis(fields)?,
        rehearsal: fields.maybe("rehearsal")?.unwrap_or(false),
        tiers,
        contests: read_contests(fields, polling_day, &mut lines)?,
        form: Form { items, checks },
        turnout: read_turnout(fields)?,
        deadlines: read_deadlines(fields, &mut lines)?,
        publish_not_before: fields.maybe("publish_not_before")?,
        invalidity: read_invalidity(fields)?,
        complaint_hours: fields.maybe("complaint_hours")?,
    };
    fields.finish()?;
    match RulesVersion::FOUNDING.rules().check_manifest(&manifest) {
        Ok(()) => Ok(manifest),
        Err(flaw) => Err(inconsistent(&flaw, fields, &lines)),
    }
}

/// Tells a flaw at the table that it is about; of two tables with one name, at the later one.
fn inconsistent(flaw: &ManifestFlaw, fields: &Fields, lines: &Lines) -> InputError {
    let about = match flaw {
        ManifestFlaw::Tiers => Some("tiers".to_owned()),
        ManifestFlaw::Quorum(tier) => Some(format!("commissions.{tier}")),
        ManifestFlaw::ContestTwice(contest) => Some(format!("contest {contest}")),
        ManifestFlaw::Item(item) => Some(format!("item {item}")),
        ManifestFlaw::CheckItem(check, _) | ManifestFlaw::CheckCode(check) | ManifestFlaw::CheckEmpty(check) => {
            Some(format!("check {check}"))
        }
        ManifestFlaw::Deadline(tier) => Some(format!("deadline {tier}")),
        ManifestFlaw::Invalidity => Some("invalidity".to_owned()),
        _ => None,
    };
    let error = fields.error(Flaw::new(flaw.to_string(), "correct it: the founding act must be consistent in itself"));
    let line = about.as_ref().and_then(|name| lines.get(name)).copied();
    let item = match flaw {
        ManifestFlaw::Item(item) | ManifestFlaw::CheckItem(_, item) => Some(item.to_string()),
        _ => about,
    };
    InputError { line, item, ..error }
}

fn read_tiers(fields: &mut Fields, lines: &mut Lines) -> Result<Vec<Tier>, InputError> {
    let value = fields.required("tiers")?;
    lines.insert("tiers".into(), value.line());
    let names = Vec::<TierName>::read(&value)?;
    let commissions = fields.required("commissions")?.table()?;
    let sizes = by_tier(commissions, &names, |value| {
        lines.insert(format!("commissions.{}", value.key), value.line());
        let mut sizes = value.table()?;
        let read = (sizes.one::<u16>("members")?, sizes.one::<u16>("quorum")?);
        sizes.finish().map(|()| read)
    })?;
    let declared = match fields.take("declared") {
        None => BTreeMap::new(),
        Some(value) => by_tier(value.table()?, &names, u32::read)?,
    };
    let tier = |name: TierName| match sizes.get(&name) {
        Some(&(members, quorum)) => Ok(Tier { members, quorum, declared: declared.get(&name).copied(), name }),
        None => {
            let flaw = Flaw::new(format!("the tier {name} has no members and quorum"), "add it under [commissions]");
            Err(value.error(flaw).of_item(&name))
        }
    };
    names.into_iter().map(tier).collect()
}

/// A table whose keys are tiers.
fn by_tier<'a, T>(
    mut fields: Fields<'a>,
    tiers: &[TierName],
    mut read: impl FnMut(&super::fields::TomlValue<'a>) -> Result<T, InputError>,
) -> Result<BTreeMap<TierName, T>, InputError> {
    let mut values = BTreeMap::new();
    for value in fields.take_all() {
        let unknown = || value.error(Flaw::new("there is no such tier", "write one of those that tiers lists"));
        let tier = tiers.iter().find(|tier| tier.as_str() == value.key).ok_or_else(unknown)?;
        values.insert(tier.clone(), read(&value)?);
    }
    Ok(values)
}

fn read_items(fields: &mut Fields, lines: &mut Lines) -> Result<Vec<Item>, InputError> {
    let read = |mut table: Fields| {
        let item = Item {
            key: table.one("key")?,
            label: table.one("label")?,
            stage: table.one("stage")?,
            role: table.maybe("role")?,
            optional: table.maybe("optional")?.unwrap_or(false),
        };
        lines.insert(format!("item {}", item.key), table.line());
        table.finish().map(|()| item)
    };
    fields.tables("item")?.into_iter().map(read).collect()
}

fn read_checks(fields: &mut Fields, items: &[Item], lines: &mut Lines) -> Result<Vec<Check>, InputError> {
    let read = |mut table: Fields| {
        let check = Check {
            code: table.one("code")?,
            left: read_sum(&mut table, "left", items)?,
            op: table.one("op")?,
            right: read_sum(&mut table, "right", items)?,
            severity: table.one("severity")?,
            says: table.one("says")?,
        };
        lines.insert(format!("check {}", check.code), table.line());
        table.finish().map(|()| check)
    };
    fields.tables("check")?.into_iter().map(read).collect()
}

fn read_sum(table: &mut Fields, side: &'static str, items: &[Item]) -> Result<Vec<Term>, InputError> {
    let value = table.required(side)?;
    let sum = Vec::<Term>::read(&value)?;
    let known = |key: &ItemKey| items.iter().any(|item| item.key == *key);
    for term in &sum {
        if let Operand::Item(key) = &term.of
            && !known(key)
        {
            let flaw =
                Flaw::new(format!("the form has no item {key}"), "define it as an [[item]], or correct its name");
            return Err(value.error(flaw).of_item(key));
        }
    }
    Ok(sum)
}

fn read_contests(fields: &mut Fields, polling_day: Day, lines: &mut Lines) -> Result<Vec<Contest>, InputError> {
    let read = |mut table: Fields| {
        let contest = Contest {
            id: table.one("id")?,
            title: table.one("title")?,
            unit: table.maybe("unit")?,
            polling_day: table.maybe("polling_day")?.unwrap_or(polling_day),
        };
        lines.insert(format!("contest {}", contest.id), table.line());
        table.finish().map(|()| contest)
    };
    fields.tables("contest")?.into_iter().map(read).collect()
}

fn read_legal_basis(fields: &mut Fields) -> Result<Option<LegalBasis>, InputError> {
    let Some(value) = fields.take("legal_basis") else { return Ok(None) };
    let mut table = value.table()?;
    let (reference, date, signatory) = (table.one("reference")?, table.maybe("date")?, table.one("signatory")?);
    table.finish().map(|()| Some(LegalBasis { reference, date, signatory }))
}

fn read_turnout(fields: &mut Fields) -> Result<TurnoutRule, InputError> {
    let mut rule = TurnoutRule { signers: TurnoutSigners::AnyMember, hours: Vec::new() };
    if let Some(value) = fields.take("turnout") {
        let mut table = value.table()?;
        rule.signers = table.maybe("signers")?.unwrap_or(rule.signers);
        rule.hours = table.maybe("hours")?.unwrap_or_default();
        table.finish()?;
    }
    Ok(rule)
}

fn read_invalidity(fields: &mut Fields) -> Result<Option<Invalidity>, InputError> {
    let Some(value) = fields.take("invalidity") else { return Ok(None) };
    let mut table = value.table()?;
    let (units, voters) = (table.one("units")?, table.one("voters")?);
    table.finish().map(|()| Some(Invalidity { units, voters }))
}

fn read_deadlines(fields: &mut Fields, lines: &mut Lines) -> Result<Vec<Deadline>, InputError> {
    let read = |mut table: Fields| {
        let deadline = Deadline { tier: table.one("tier")?, hours: table.one("hours")? };
        lines.insert(format!("deadline {}", deadline.tier), table.line());
        table.finish().map(|()| deadline)
    };
    fields.tables("deadline")?.into_iter().map(read).collect()
}
