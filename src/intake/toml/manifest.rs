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

use super::fields::{Fields, TomlSource, TomlValue};
use super::table::Table;
use super::writer::{TomlWriter, quoted};
use crate::crypto::vkey::KeyName;
use crate::domain::manifest::{Manifest, ManifestFlaw};
use crate::domain::rules::RulesVersion;
use crate::intake::error::{InputError, alone, keep, once};
use crate::intake::mistake::ManifestMistake;
use crate::intake::spelling;

/// The log's name: no part of what is declared.
const ORIGIN: &str = "origin";

/// What a manifest file holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ManifestFile {
    /// What is declared, checked to be consistent.
    pub manifest: Manifest,
    /// The log's name, if the file gives one.
    pub origin: Option<String>,
}

/// Reads a manifest.
///
/// # Errors
/// Its mistakes, each with its line where it has one.
pub fn read_manifest(file: &str, text: &str) -> Result<ManifestFile, Vec<InputError>> {
    let (read, flaws) = read_with_flaws(file, text)?;
    if flaws.is_empty() { Ok(read) } else { Err(flaws) }
}

/// Reads a manifest, and in what it contradicts itself: other files can be read under one that does.
pub(in crate::intake) fn read_with_flaws(
    file: &str,
    text: &str,
) -> Result<(ManifestFile, Vec<InputError>), Vec<InputError>> {
    let source = TomlSource { file, text };
    let table = source.parse().map_err(alone)?;
    let mut fields = Fields::outermost(source, &table);
    let mut errors = Vec::new();
    let origin = keep(&mut errors, fields.take(ORIGIN).map(log_name).transpose());
    let manifest = keep(&mut errors, read_fields(&mut fields));
    let (origin, (manifest, flaws)) = origin.zip(manifest).ok_or(errors)?;
    Ok((ManifestFile { manifest, origin }, flaws))
}

fn log_name(value: TomlValue) -> Result<String, Vec<InputError>> {
    let written = value.text().map_err(alone)?;
    let name = spelling::parsed::<KeyName>(written).map_err(|mistake| alone(value.error(mistake)))?;
    Ok(name.as_str().to_owned())
}

/// Writes a manifest that reads back to the same value.
pub fn render_manifest(manifest: &Manifest, origin: &str) -> String {
    let mut writer = TomlWriter::default();
    writer.value(ORIGIN, Some(quoted(origin)), "", "the log's name");
    manifest.write(&mut writer);
    writer.finish()
}

/// Reads the keys of a manifest, all but its origin, and in what it contradicts itself.
pub(in crate::intake) fn read_fields(fields: &mut Fields) -> Result<(Manifest, Vec<InputError>), Vec<InputError>> {
    let mut errors = Vec::new();
    let manifest = keep(&mut errors, Manifest::read(fields));
    errors.extend(fields.unknown());
    let manifest = manifest.filter(|_| errors.is_empty()).ok_or_else(|| once(errors))?;
    let flaws = RulesVersion::FOUNDING.rules().manifest_flaws(&manifest);
    let told = flaws.into_iter().map(|flaw| inconsistent(flaw, fields)).collect();
    Ok((manifest, told))
}

/// Tells a flaw at the table that it is about; of two tables with one name, at the later one.
fn inconsistent(flaw: ManifestFlaw, fields: &Fields) -> InputError {
    let about = match &flaw {
        ManifestFlaw::Tiers | ManifestFlaw::TierTwice(_) => Some("tiers".to_owned()),
        ManifestFlaw::Quorum(tier) => Some(format!("commissions.{tier}")),
        ManifestFlaw::ContestTwice(contest) => Some(format!("contest {contest}")),
        ManifestFlaw::ItemTwice(item) | ManifestFlaw::ItemReserved(item) => Some(format!("item {item}")),
        ManifestFlaw::CheckItem(check, _)
        | ManifestFlaw::CheckTwice(check)
        | ManifestFlaw::CheckBuiltIn(check)
        | ManifestFlaw::CheckEmpty(check) => Some(format!("check {check}")),
        ManifestFlaw::Deadline(tier) => Some(format!("deadline {tier}")),
        ManifestFlaw::Invalidity => Some("invalidity".to_owned()),
        _ => None,
    };
    let line = about.as_ref().and_then(|name| fields.line_of(name));
    let item = match &flaw {
        ManifestFlaw::ItemTwice(item) | ManifestFlaw::ItemReserved(item) | ManifestFlaw::CheckItem(_, item) => {
            Some(item.to_string())
        }
        _ => about,
    };
    InputError { line, item, ..fields.error(ManifestMistake::Flaw(flaw)) }
}
