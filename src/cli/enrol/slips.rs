//! `enrol --slips`: a folder of enrolment slips becomes the drafts of the commissions that are whole. What is wrong is told of
//! each slip, and who is missing of each commission; neither keeps another commission waiting.

use std::path::Path;

use super::super::failure::{Exit, Failure};
use super::super::files::{self, ending_with};
use super::super::output::Output;
use super::super::words::{results, slips as words};
use super::named::place;
use crate::clerk::background::Background;
use crate::domain::commission::CommissionFormed;
use crate::domain::id::UnitId;
use crate::domain::number::Seat;
use crate::domain::statement::Body;
use crate::intake::csv::rows::UnitRow;
use crate::intake::draft::render;
use crate::intake::slips::{Expected, SlipFault, SlipFile, Sorted, sort};
use crate::service::files::Readers;
use crate::text;
use crate::view::slips::Slips;

/// How slips are named.
const SLIP_EXTENSION: &str = "slip";
/// The table that tells which commissions there are.
const UNITS: &str = "units.csv";
/// Commissions of which nobody has come that are told by name; of more it is told how many.
const NOBODY_TOLD_MAX: usize = 20;

/// What is asked for.
pub struct Asked<'a> {
    /// The folder of the slips.
    pub given: &'a Path,
    /// The commission that enrols, where only its own are meant.
    pub under: Option<&'a UnitId>,
    /// The folder for the drafts.
    pub out: &'a Path,
    /// The command by which they are signed.
    pub next: String,
}

/// Sorts the slips of a folder, and writes the drafts that are not there yet.
pub fn enrol(
    asked: &Asked<'_>,
    (table, units): (&Path, &[UnitRow]),
    background: &Background,
    output: &Output,
) -> Result<Exit, Failure> {
    let of_kit = |error| Failure::service(output.lang, error);
    if table.file_name().is_none_or(|name| name != UNITS) {
        let table = table.display().to_string();
        return Err(Failure::usage(advise!(output.lang, words::slips_of_units { table })));
    }
    let read = read(asked.given, output)?;
    let given: Vec<_> = read.iter().map(|(name, bytes)| SlipFile { name, bytes }).collect();
    let expected = Expected { units, election: background.election().map_err(of_kit)?, under: asked.under };
    let sorted = sort(&given, &expected);
    let language = output.lang.to_string();
    let context = background.context(&language, text::hint).map_err(of_kit)?;
    let draft = |formed: &CommissionFormed| {
        let body = Body::CommissionFormed(formed.clone());
        (place(asked.out, &body), render(&body, &context))
    };
    let drafts: Vec<_> = sorted.commissions.iter().map(draft).collect();
    files::write_all_missing(output.lang, asked.out, &drafts, Readers::All)?;
    if output.json {
        let paths = drafts.iter().map(|(path, _)| path.display().to_string()).collect();
        output.value(&Slips::of(output.lang, &sorted, paths));
    } else {
        tell(asked, &sorted, output);
    }
    Ok(if sorted.faults.is_empty() { Exit::Done } else { Exit::Input })
}

/// The slips of a folder, each with its name there.
fn read(folder: &Path, output: &Output) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut slips = Vec::new();
    for file in files::in_folder(output.lang, folder)? {
        if ending_with(&file, SLIP_EXTENSION) {
            let bytes = files::read_regular(output.lang, &file)?;
            slips.push((file.display().to_string(), bytes));
        }
    }
    if slips.is_empty() {
        let shown = folder.display().to_string();
        return Err(Failure::format(folder, advise!(output.lang, words::slips_no_folder { folder: shown })));
    }
    Ok(slips)
}

/// The table of fingerprints, then what is wrong and who is missing, then what comes next.
fn tell(asked: &Asked<'_>, sorted: &Sorted, output: &Output) {
    let lang = output.lang;
    sorted.commissions.iter().for_each(|formed| table(formed, output));
    sorted.faults.iter().for_each(|fault| output.failure(&failure(fault, output)));
    let (nobody, some): (Vec<_>, Vec<_>) =
        sorted.missing.iter().partition(|missing| missing.seats.len() == usize::from(missing.of));
    for missing in some {
        let (unit, of, seats) = (&missing.unit, missing.of, listed(missing.seats.iter().map(Seat::to_string)));
        output.say(&say!(lang, words::slips_missing { unit, seats, of }));
    }
    if !nobody.is_empty() {
        let named = nobody.iter().take(NOBODY_TOLD_MAX).map(|missing| missing.unit.to_string());
        let more = (nobody.len() > NOBODY_TOLD_MAX).then(|| format!("… {}", nobody.len()));
        output.say(&say!(lang, words::slips_nobody { units: listed(named.chain(more)) }));
    }
    let (commissions, left_out, missing) = (sorted.commissions.len(), sorted.faults.len(), sorted.missing.len());
    output.say(&say!(lang, words::slips_sorted { commissions, left_out, missing }));
    output.line(&say!(lang, results::result_drafts { drafts: commissions, place: asked.out.display().to_string() }));
    if commissions > 0 {
        output.say(&say!(lang, results::said_members_sign { command: asked.next.as_str() }));
    }
}

fn listed(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// The members of a commission with the fingerprints of their keys.
fn table(formed: &CommissionFormed, output: &Output) {
    output.line(format!("{} {}", formed.unit, formed.name).trim_end());
    for member in &formed.members {
        let (office, fingerprint) = (text::office(output.lang, member.office), member.key.fingerprint());
        output.line(&format!("  {:>2}  {fingerprint}  {}, {office}", member.seat, member.name));
    }
}

fn failure(fault: &SlipFault, output: &Output) -> Failure {
    Failure {
        unit: fault.unit.as_ref().map(ToString::to_string),
        item: fault.name.as_ref().map(ToString::to_string),
        ..Failure::said(Exit::Input, fault.mistake.code(), text::slip_mistake(output.lang, &fault.mistake))
    }
    .in_file(Path::new(&fault.file))
}
