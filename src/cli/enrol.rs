//! `enrol`: unsigned drafts in bulk, from the tables of an election folder, or from the slips that its members made.

mod named;
mod slips;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use self::named::place;
use self::slips::Asked;
use super::args::{BackgroundSource, Global};
use super::failure::{Exit, Failure};
use super::files;
use super::folder::{failed, read_folder};
use super::kit;
use super::output::Output;
use super::typed::{flags, word};
use super::words::{results, usage};
use crate::clerk::error::KitError;
use crate::domain::id::UnitId;
use crate::intake::draft::render;
use crate::service::enrol::{Table, statements};
use crate::service::files::Readers;
use crate::store::error::Doing;
use crate::text::{self, Lang};
use crate::view::enrolment::Enrolment;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol enrol election/members.csv --out drafts\n  protokol enrol election/units.csv --slips slips --under 01 --out drafts"
)]
pub struct Enrol {
    /// members.csv, candidates.csv or observers.csv; units.csv stands beside members.csv. With --slips: units.csv
    pub table: PathBuf,
    /// Members from the enrolment slips of a folder: drafts of the commissions that are whole, and who is missing or wrong
    #[arg(long, value_name = "FOLDER")]
    pub slips: Option<PathBuf>,
    /// Only the commissions that this unit's forms: a slip of another is left out
    #[arg(long, value_name = "UNIT", requires = "slips")]
    pub under: Option<UnitId>,
    /// The folder for the drafts
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    #[command(flatten)]
    pub background: BackgroundSource,
}

pub fn run(global: &Global, arguments: &Enrol, output: &Output) -> Result<Exit, Failure> {
    let name = arguments.table.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let looked_at = fs::metadata(&arguments.table);
    looked_at.map_err(|error| Failure::io(output.lang, Doing::Read, &arguments.table, &error))?;
    let background = kit::load(global, &arguments.background, output)?;
    let beside = arguments.table.parent().unwrap_or(Path::new(""));
    let folder = read_folder(if beside.as_os_str().is_empty() { Path::new(".") } else { beside }, output)?;
    let of_kit = |error: KitError| Failure::service(output.lang, error);
    if let Some(given) = &arguments.slips {
        let next = format!("protokol sign {} --key FILE{}", word(&arguments.out), flags(global, &arguments.background));
        let asked = Asked { given, under: arguments.under.as_ref(), out: &arguments.out, next };
        return slips::enrol(&asked, (&arguments.table, &folder.units), &background, output);
    }
    let (table, manifest) = (table(output.lang, &name)?, background.election().map_err(of_kit)?.manifest());
    let bodies =
        statements(table, &folder, manifest, &background.model).map_err(|error| failed(output.lang, beside, error))?;
    let language = output.lang.to_string();
    let context = background.context(&language, text::hint).map_err(of_kit)?;
    let out = &arguments.out;
    let drafts: Vec<_> = bodies.iter().map(|body| (place(out, body), render(body, &context))).collect();
    files::write_all_new(output.lang, out, &drafts, Readers::All)?;
    let paths: Vec<_> = drafts.iter().map(|(path, _)| path).collect();
    if output.json {
        output.value(&Enrolment { drafts: paths.iter().map(|path| path.display().to_string()).collect() });
    } else {
        let (lang, drafts, place) = (output.lang, paths.len(), out.display().to_string());
        output.line(&say!(lang, results::result_drafts { drafts, place }));
        let command = format!("protokol sign {} --key FILE{}", word(out), flags(global, &arguments.background));
        output.say(&say!(lang, results::said_members_sign { command }));
    }
    Ok(Exit::Done)
}

fn table(lang: Lang, name: &str) -> Result<Table, Failure> {
    match name {
        "members.csv" => Ok(Table::Members),
        "candidates.csv" => Ok(Table::Candidates),
        "observers.csv" => Ok(Table::Observers),
        _ => Err(Failure::usage(advise!(lang, usage::usage_no_enrolling_table { table: format!("{name:?}") }))),
    }
}
