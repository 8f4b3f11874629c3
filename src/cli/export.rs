//! `export`: the whole log as files, the ledger's data, receipts, or a kit for commissions that work offline.

mod receipts;
mod site;

use std::iter;
use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::args::{Global, Insider, point};
use super::failure::{Exit, Failure};
use super::files;
use super::gate;
use super::ledger;
use super::output::Output;
use super::proof::ProofTo;
use super::talk::Talk;
use super::words::{results, usage};
use crate::export::FORMATS;
use crate::export::cells::TableReader;
use crate::export::format::{Format, Makes};
use crate::ledger::note::checkpoint::Checkpoint;
use crate::portal::check;
use crate::service::files::Readers;
use crate::service::proofs::{Prover, Sources, of_export};
use crate::service::publish::{mirror, write_log};
use crate::service::{export, kit};
use crate::store::error::Doing;
use crate::view::proof_text::ProofText;
use crate::view::written::Written;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol export --out published.tar\n  protokol export --receipt EVENT --out 01.001.tlog-proof"
)]
#[command(group = clap::ArgGroup::new("what"))]
pub struct Export {
    #[arg(long, value_parser = forms(), value_name = "FORMAT", group = "what", help = help())]
    pub format: Option<Form>,
    /// A table for a spreadsheet, which would run a text that begins like a formula, and make numbers of ids: an
    /// apostrophe stands before such a text
    #[arg(long, requires = "format")]
    pub for_spreadsheets: bool,
    /// The data as it stood at an earlier size, or at a time such as 2018-10-29T01:00:00+04:00
    #[arg(long, value_name = "SIZE|TIME", requires = "format")]
    pub at: Option<String>,
    /// Under which licence you publish the data, by its name (CC-BY-4.0) or its address; told in the description of a table,
    /// package or database. No ledger says it
    #[arg(long, value_name = "LICENCE", requires = "format", value_parser = licence)]
    pub licence: Option<String>,
    /// The receipt of an event: its hash or sequence, or an older receipt, which is brought up to the newest checkpoint
    /// and its cosignatures. Named more than once, the receipts are written into a folder
    #[arg(long, value_name = "EVENT", group = "what")]
    pub receipt: Vec<String>,
    /// The founding act, commissions, candidates and log key, for drafting and signing offline
    #[arg(long, group = "what")]
    pub kit: bool,
    /// A kit for this unit and those above it only, which is small
    #[arg(long, value_name = "UNIT", requires = "kit")]
    pub unit: Option<String>,
    /// The pages of the media centre, every one in every language, as files that any web server can hand out; into a new
    /// folder
    #[arg(long, value_name = "DIR", group = "what")]
    pub site: Option<PathBuf>,
    /// Where to write; refuses a file that exists
    #[arg(long, value_name = "FILE", required_unless_present = "site", conflicts_with = "site")]
    pub out: Option<PathBuf>,
    /// From a published log instead of the ledger: a folder, a tar or a URL. All of it is verified first; for a receipt
    /// only what proves it is read
    #[arg(long, value_name = "LOG")]
    pub from: Option<PathBuf>,
    #[command(flatten)]
    pub proof: ProofTo,
    #[command(flatten)]
    pub insider: Insider,
}

impl Export {
    /// Where to write: one of the two is there.
    fn out(&self) -> &Path {
        self.out.as_deref().or(self.site.as_deref()).unwrap_or(Path::new(""))
    }
}

/// The form in which a ledger leaves.
#[derive(Debug, Clone, Copy)]
pub enum Form {
    Tiles,
    Data(&'static Format),
}

/// The word that asks for tiles.
const TILES: &str = "tiles";

/// What `--format` takes.
fn forms() -> impl TypedValueParser<Value = Form> {
    let names = FORMATS.iter().map(|format| format.name);
    let form = |name: String| FORMATS.iter().find(|format| format.name == name).map_or(Form::Tiles, Form::Data);
    PossibleValuesParser::new(iter::once(TILES).chain(names)).map(form)
}

/// The forms in which this build makes the ledger's data, each by its name.
pub fn formats() -> impl TypedValueParser<Value = &'static Format> {
    let made = || FORMATS.iter().filter(|format| format.lacks().is_none());
    PossibleValuesParser::new(made().map(|format| format.name))
        .try_map(move |name| made().find(|format| format.name == name).ok_or("no form of this build"))
}

/// What `--help` says of `--format`.
fn help() -> String {
    let data: Vec<_> = FORMATS.iter().map(|format| format!("{} ({})", format.name, format.about)).collect();
    let tiles = "the whole log as static files that anybody can serve and verify; into a folder, which the same command brings up \
                 to date later, or into a file that ends in .tar";
    format!("What is written, if nothing else is asked for: {TILES} ({tiles}), {}", data.join(", "))
}

/// What `--licence` takes: what Data Packages take for a name or an address.
fn licence(text: &str) -> Result<String, &'static str> {
    let is_name = || text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    let is_address = || text.contains("://") && !text.contains(char::is_whitespace);
    match !text.is_empty() && (is_name() || is_address()) {
        true => Ok(text.to_owned()),
        false => Err("the name of a licence, as CC-BY-4.0, or its address"),
    }
}

/// What does not go together with a format, or with this build.
fn fits(format: &Format, arguments: &Export, output: &Output) -> Result<(), Failure> {
    let (lang, name) = (output.lang, format.name);
    if let Some(feature) = format.lacks() {
        return Err(Failure::usage(advise!(lang, usage::usage_not_in_this_build { format: name, feature })));
    }
    if arguments.for_spreadsheets && !format.is_table() {
        return Err(Failure::usage(advise!(lang, usage::usage_no_table { format: name })));
    }
    if arguments.licence.is_some() && !format.tells_licence() {
        return Err(Failure::usage(advise!(lang, usage::usage_no_licence { format: name })));
    }
    Ok(())
}

pub fn run(global: &Global, arguments: &Export, output: &Output) -> Result<Exit, Failure> {
    let failed = |error| Failure::service(output.lang, error);
    let is_data = matches!(arguments.format, Some(Form::Data(_)));
    arguments.proof.check(output)?;
    if arguments.proof.is_asked() && !is_data {
        return Err(Failure::usage(advise!(output.lang, usage::usage_proof_of_data)));
    }
    if let Some(site) = &arguments.site {
        let checkpoint = site::write(global, arguments.from.as_deref(), &arguments.insider, site, output)?;
        return told(site, &checkpoint, output);
    }
    let is_tiles = !is_data && !arguments.kit && arguments.receipt.is_empty();
    if is_tiles {
        if arguments.licence.is_some() {
            return Err(Failure::usage(advise!(output.lang, usage::usage_no_licence { format: TILES })));
        }
        let log = ledger::read(global, arguments.from.as_deref(), output)?;
        gate::pass(&log.reading.model, &arguments.insider, output)?;
        if log.ledger().is_none() {
            return told(arguments.out(), &mirror(log, check::files(), arguments.out()).map_err(failed)?, output);
        }
        drop(log);
        let (talk, policy) = (Talk::new(output), global.policy_file.as_ref());
        let checkpoint = write_log(&ledger::setting(&global.ledger, &talk), policy, check::files(), arguments.out());
        return told(arguments.out(), &checkpoint.map_err(failed)?, output);
    }
    if let Some(Form::Data(format)) = arguments.format {
        fits(format, arguments, output)?;
    }
    if arguments.out().exists() {
        return Err(Failure::exists(output.lang, arguments.out()));
    }
    if !arguments.receipt.is_empty() {
        let Export { receipt: events, from, insider, .. } = arguments;
        let asked = receipts::Asked { events, log: from.as_deref(), out: arguments.out(), insider };
        let checkpoint = receipts::write(global, &asked, output)?;
        return told(arguments.out(), &checkpoint, output);
    }
    let log = ledger::read(global, arguments.from.as_deref(), output)?;
    let (reading, query, checkpoint) = (&log.reading, log.query(), log.checkpoint().clone());
    if let Some(Form::Data(format)) = arguments.format {
        gate::pass(&reading.model, &arguments.insider, output)?;
        let at = point(output.lang, arguments.at.as_deref())?;
        let reader = if arguments.for_spreadsheets { TableReader::Spreadsheet } else { TableReader::Program };
        let snapshot = export::snapshot(query, at).map_err(failed)?.in_language(output.lang).for_reader(reader);
        let snapshot = snapshot.under_licence(arguments.licence.as_deref());
        let prove = || {
            let events = if matches!(format.makes, Makes::Events(_)) { Sources::LeftOut } else { Sources::Within };
            Prover::at(&log, query.moment(at)?)?.prove(&of_export(&format.makes), events)
        };
        let proof = arguments.proof.put(prove, output)?;
        export::export(query, snapshot, format, arguments.out()).map_err(failed)?;
        if format.is_table() {
            let file = export::described_in(arguments.out()).display().to_string();
            output.say(&say!(output.lang, results::said_described { file }));
        }
        return told_with(arguments.out(), &checkpoint, proof, output);
    } else {
        let unit = arguments.unit.as_deref().map(|unit| query.unit(unit)).transpose().map_err(failed)?;
        let talk = Talk::new(output);
        let kit = kit::make(&ledger::setting(&log.place, &talk), reading, unit).map_err(failed)?;
        files::write_new(output.lang, arguments.out(), &kit.encode(), Readers::All)?;
    }
    told(arguments.out(), &checkpoint, output)
}

fn told(out: &Path, checkpoint: &Checkpoint, output: &Output) -> Result<Exit, Failure> {
    told_with(out, checkpoint, None, output)
}

fn told_with(out: &Path, checkpoint: &Checkpoint, proof: Option<ProofText>, output: &Output) -> Result<Exit, Failure> {
    let bytes = std::fs::metadata(out).map_err(|error| Failure::io(output.lang, Doing::Read, out, &error))?;
    let file = out.display().to_string();
    if output.json {
        output.value(&Written::of(file, checkpoint, bytes.is_file().then_some(bytes.len())).proved(proof));
    } else if bytes.is_file() {
        output.line(&say!(output.lang, results::result_written { file, bytes: bytes.len() }));
    } else {
        output.line(&say!(output.lang, results::result_written_at { file, size: checkpoint.size }));
    }
    Ok(Exit::Done)
}
