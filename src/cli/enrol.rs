//! `enrol`: unsigned drafts in bulk, from the tables of an election folder.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::args::{Enrol, Global};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::kit;
use super::output::Output;
use super::rehearse::{in_folder, read_folder};
use crate::domain::Body;
use crate::intake::draft::render;
use crate::intake::error::InputError;
use crate::intake::folder::ElectionFolder;
use crate::intake::members;

use crate::service::kit::Background;

pub fn run(global: &Global, arguments: &Enrol, output: &Output) -> Result<Exit, Failure> {
    let name = arguments.table.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !arguments.table.is_file() {
        let missing = std::io::ErrorKind::NotFound.into();
        return Err(Failure::io("cannot read", &arguments.table, &missing));
    }
    let background = kit::load(global, &arguments.known, output)?;
    let beside = arguments.table.parent().unwrap_or(Path::new(""));
    let folder = read_folder(if beside.as_os_str().is_empty() { Path::new(".") } else { beside })?;
    let bodies = bodies(&name, &folder, &background, |error| in_folder(beside, error))?;
    let language = output.lang.to_string();
    let context = background.context(&language)?;
    let out = &arguments.out;
    let paths: Vec<_> = bodies.iter().map(|(name, _)| out.join(format!("{name}.toml"))).collect();
    if let Some(path) = paths.iter().find(|path| path.exists()) {
        return Err(Failure::exists(path));
    }
    fs::create_dir_all(out).map_err(|error| Failure::io("cannot create", out, &error))?;
    for (at, (path, (_, body))) in paths.iter().zip(&bodies).enumerate() {
        files::write_new(path, render(body, &context).as_bytes(), Readers::All).inspect_err(|_| {
            // All drafts or none: a later run would stop at the first of these. Its own error is the one to tell.
            paths[..at].iter().for_each(|written| drop(fs::remove_file(written)));
        })?;
    }
    if output.json {
        let paths: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
        output.value(&json!({ "drafts": paths }));
    } else {
        output.line(&format!("{} drafts in {}", paths.len(), out.display()));
        output.say("Next: members of the commission above sign each: protokol sign DRAFT --key FILE");
    }
    Ok(Exit::Done)
}

/// What the table says, under a file name each; what is in the ledger already is left out.
fn bodies(
    table: &str,
    folder: &ElectionFolder,
    background: &Background,
    placed: impl Fn(InputError) -> InputError,
) -> Result<Vec<(String, Body)>, Failure> {
    let model = &background.model;
    match table {
        "members.csv" => {
            let manifest = background.election()?.manifest();
            let commissions = members::commissions(&folder.units, &folder.members, manifest).map_err(placed)?;
            let fresh = commissions.into_iter().filter(|formed| !model.units().contains_key(&formed.unit));
            Ok(fresh.map(|formed| (format!("commission-{}", formed.unit), Body::CommissionFormed(formed))).collect())
        }
        "candidates.csv" => {
            let candidates = members::candidates(&folder.candidates).into_iter();
            let is_in = |registered: &crate::domain::candidate::CandidateRegistered| {
                let record = model.contests().get(&registered.contest);
                record.is_some_and(|record| record.candidates.iter().any(|c| c.registered.number == registered.number))
            };
            let fresh = candidates.filter(|registered| !is_in(registered));
            let name = |r: &crate::domain::candidate::CandidateRegistered| {
                format!("candidate-{}-{:02}", r.contest, r.number.0)
            };
            Ok(fresh.map(|registered| (name(&registered), Body::CandidateRegistered(registered))).collect())
        }
        "observers.csv" => {
            let observers = members::observers(&folder.observers).map_err(placed)?.into_iter();
            let fresh = observers.filter(|accredited| !model.observers().contains_key(&accredited.observer));
            Ok(fresh.map(|a| (format!("observer-{}", a.observer), Body::ObserverAccredited(a))).collect())
        }
        _ => Err(Failure::usage(
            format!("{table:?} is no table that enrols"),
            "give members.csv, candidates.csv or observers.csv of an election folder",
        )),
    }
}
