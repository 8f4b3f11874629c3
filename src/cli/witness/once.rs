//! `witness URL`: looks at a published log once, proves from its tiles that it grew from what this witness cosigned
//! last, and cosigns it into a file.

use std::path::{Path, PathBuf};

use crate::cli::args::Global;
use crate::cli::failure::{Exit, Failure};
use crate::cli::files;
use crate::cli::ledger::setting;
use crate::cli::output::Output;
use crate::cli::talk::Talk;
use crate::cli::words::results;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::service::files::Readers;
use crate::service::source::LogSource;
use crate::service::witness::{Cosigned, Looking, Watch, witness};
use crate::store::witness::origin_hash;
use crate::text::Label;
use crate::view::cosignature::Cosignature;

/// Looks at a log once; `out` is where the cosignature is wanted.
pub fn run(
    global: &Global,
    log: &Path,
    watch: Watch<'_>,
    looking: Looking,
    out: Option<&Path>,
    output: &Output,
) -> Result<Exit, Failure> {
    let failed = |error| Failure::service(output.lang, error);
    let talk = Talk::new(output);
    let source = LogSource::open(log, &talk).map_err(failed)?;
    let place = watch.place;
    let cosigned = witness(&setting(&global.ledger, &talk), &source, watch, looking).map_err(failed)?;
    let out = out.map_or_else(|| beside(place, &cosigned.checkpoint), Path::to_owned);
    let lines: String = [&cosigned.line].into_iter().chain(&cosigned.numbers).map(|line| format!("{line}\n")).collect();
    files::write(output.lang, &out, lines.as_bytes(), Readers::All)?;
    tell(&cosigned, looking, &out, output);
    Ok(Exit::Done)
}

/// Where the line goes if nobody names another place.
fn beside(state: &Path, checkpoint: &Checkpoint) -> PathBuf {
    state.join(format!("{}.cosignature", origin_hash(&checkpoint.origin)))
}

fn tell(cosigned: &Cosigned, looking: Looking, out: &Path, output: &Output) {
    let (checkpoint, fingerprint) = (&cosigned.checkpoint, cosigned.checkpoint.fingerprint());
    if output.json {
        let (line, file) = (cosigned.line.to_string(), out.display().to_string());
        let numbers = cosigned.numbers.as_ref().map(ToString::to_string);
        output.value(&Cosignature::of(checkpoint, cosigned.before, line, file).with_numbers(numbers));
        return;
    }
    let (lang, origin, size) = (output.lang, checkpoint.origin.to_string(), checkpoint.size);
    let grew = match cosigned.before {
        Size(0) => say!(lang, results::result_first { origin, size }),
        before if before == size => say!(lang, results::result_again { origin, size }),
        before => say!(lang, results::result_grown { origin, size, before }),
    };
    let mut rows = vec![
        (say!(lang, results::result_cosigned), grew),
        (output.label(Label::Fingerprint), fingerprint.to_string()),
        (say!(lang, results::result_cosignature), out.display().to_string()),
    ];
    let numbers = match cosigned.numbers {
        Some(_) => say!(lang, results::result_numbers_cosigned),
        None => say!(lang, results::result_numbers_none),
    };
    if looking == Looking::Election {
        rows.push((say!(lang, results::result_numbers), numbers.to_owned()));
    }
    output.rows(&rows);
}
