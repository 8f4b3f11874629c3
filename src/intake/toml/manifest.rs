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

use super::fields::{Fields, TomlSource};
use super::table::Table;
use super::writer::{TomlWriter, quoted};
use crate::crypto::vkey::KeyName;
use crate::domain::manifest::{Manifest, ManifestFlaw};
use crate::domain::rules::RulesVersion;
use crate::intake::error::InputError;
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
/// The first mistake, with its line where it has one.
pub fn read_manifest(file: &str, text: &str) -> Result<ManifestFile, InputError> {
    let source = TomlSource { file, text };
    let table = source.parse()?;
    let mut fields = Fields::outermost(source, &table);
    let origin = match fields.take(ORIGIN) {
        None => None,
        Some(value) => {
            let name = spelling::parsed::<KeyName>(value.text()?).map_err(|mistake| value.error(mistake))?;
            Some(name.as_str().to_owned())
        }
    };
    let manifest = read_fields(&mut fields)?;
    Ok(ManifestFile { manifest, origin })
}

/// Writes a manifest that reads back to the same value.
pub fn render_manifest(manifest: &Manifest, origin: &str) -> String {
    let mut writer = TomlWriter::default();
    writer.value(ORIGIN, Some(quoted(origin)), "", "the log's name");
    manifest.write(&mut writer);
    writer.finish()
}

/// Reads the keys of a manifest, all but its origin, and checks that it is consistent.
pub(in crate::intake) fn read_fields(fields: &mut Fields) -> Result<Manifest, InputError> {
    let manifest = Manifest::read(fields)?;
    fields.finish()?;
    match RulesVersion::FOUNDING.rules().check_manifest(&manifest) {
        Ok(()) => Ok(manifest),
        Err(flaw) => Err(inconsistent(flaw, fields)),
    }
}

/// Tells a flaw at the table that it is about; of two tables with one name, at the later one.
fn inconsistent(flaw: ManifestFlaw, fields: &Fields) -> InputError {
    let about = match &flaw {
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
    let line = about.as_ref().and_then(|name| fields.line_of(name));
    let item = match &flaw {
        ManifestFlaw::Item(item) | ManifestFlaw::CheckItem(_, item) => Some(item.to_string()),
        _ => about,
    };
    InputError { line, item, ..fields.error(ManifestMistake::Flaw(flaw)) }
}
