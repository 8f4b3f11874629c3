//! `mirror`: what readers ask for, put where another machine hands it out. It reads what is published and nothing else, verifies
//! all of it first, and can be run beside a service, on any machine.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use clap::Args;

use super::args::Global;
use super::colours;
use super::export::formats;
use super::failure::{Exit, Failure};
use super::ledger;
use super::output::Output;
use super::talk::Talk;
use super::words::{results, service};
use crate::domain::number::Size;
use crate::export::format::Format;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::portal::beside::{CHECKPOINT, EXPORTS, EXPORTS_BYTES_MAX};
use crate::portal::book::{Book, Exports, Handed};
use crate::portal::mirror as files;
use crate::server::workshop::Workshop;
use crate::service::error::{Error, SourceError};
use crate::service::mirror::{Mirror as Filled, Stands};
use crate::service::policy::given_or_kept;
use crate::service::reading::{Log, claimed};
use crate::service::serving::sight::Sight;
use crate::store::files as names;
use crate::tally::gate::Gate;
use crate::text::{self, Label};
use crate::verify::conclude::TrustAnchors;
use crate::verify::published;
use crate::view::cosigned::Cosigned;
use crate::view::mirror::Mirror as View;

#[derive(Debug, Args)]
#[command(
    before_help = "Examples:\n  protokol mirror /var/www/election\n  protokol mirror s3://elections/2026 --every 60 --from https://election.example/log/"
)]
pub struct Mirror {
    /// Where to: a folder, or an object store (s3://BUCKET/PREFIX, az://CONTAINER/PREFIX, gs://BUCKET/PREFIX), which the environment opens
    #[arg(value_name = "PLACE")]
    pub to: String,
    /// The published log that it is made from: a folder, a tar or a URL; the ledger's published folder if left out
    #[arg(long, value_name = "LOG")]
    pub from: Option<PathBuf>,
    /// Look again every so many seconds, and put what is new, until told to end
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86400))]
    pub every: Option<u64>,
    /// The data in this form as well, under its size; may be repeated
    #[arg(long, value_name = "FORMAT", value_parser = formats())]
    pub format: Vec<&'static Format>,
}

pub fn run(global: &Global, arguments: &Mirror, output: &Output) -> Result<Exit, Failure> {
    let published = global.ledger.join(names::PUBLISHED);
    let from = arguments.from.as_deref().unwrap_or(&published);
    let mut mirroring = Mirroring { global, arguments, from, output, last: None };
    loop {
        let exit = match mirroring.round() {
            Ok(exit) => exit,
            Err(Stopped::Passing(error)) if arguments.every.is_some() => {
                let (why, seconds) = (service::said(output.lang, &error).says, arguments.every.unwrap_or_default());
                output.say(&say!(output.lang, results::said_mirror_tried_again { why, seconds }));
                Exit::Disk
            }
            Err(Stopped::Passing(error)) => return Err(Failure::service(output.lang, error)),
            Err(Stopped::Failed(failure)) => return Err(failure),
        };
        match arguments.every {
            Some(seconds) => thread::sleep(Duration::from_secs(seconds)),
            None => return Ok(exit),
        }
    }
}

/// A mirror, from round to round.
struct Mirroring<'a> {
    global: &'a Global,
    arguments: &'a Mirror,
    from: &'a Path,
    output: &'a Output,
    /// Under which checkpoint, and how the gate stood.
    last: Option<(SignedCheckpoint, Gate)>,
}

/// Why a round came to no end.
enum Stopped {
    /// Something does not answer at this moment.
    Passing(Error),
    Failed(Failure),
}

impl From<Failure> for Stopped {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl Mirroring<'_> {
    /// Puts what is new, if anything is.
    fn round(&mut self) -> Result<Exit, Stopped> {
        let failed = |error: Error| self.stopped(error);
        if let Some((last, gate)) = &self.last
            && *gate == Gate::Open
            && claimed(self.from).map_err(failed)?.as_ref() == Some(last)
        {
            return Ok(Exit::Done);
        }
        let (output, lang) = (self.output, self.output.lang);
        let trusted = ledger::policy(self.global, lang)?;
        let log = self.log(&TrustAnchors::under(trusted.as_ref())).map_err(failed)?;
        let beside = beside(&log).map_err(failed)?;
        let policy = given_or_kept(&ledger::setting(self.from, &Talk::new(output)), self.global.policy_file.as_ref());
        let policy = policy.and_then(|file| file.map(|file| file.parse(ledger::now())).transpose()).map_err(failed)?;
        let gate = Gate::of(&log.reading.model, ledger::now());
        let sight = Sight::of(log).map_err(failed)?;
        let mirror = Filled::open(&self.arguments.to).map_err(failed)?;
        let had = match stands(&mirror, &sight).map_err(failed)? {
            Stands::Empty => files::is_free(&mirror).map(|()| Size(0)).map_err(failed)?,
            // The first round looks at everything.
            Stands::Behind(_) if self.last.is_none() => Size(0),
            Stands::Behind(there) => there.size,
            Stands::Ahead(there) => return Ok(ahead(&mirror, &sight, &there, output)),
        };
        let cosigned = Cosigned::under(sight.cosigned(), policy.as_ref());
        let colours = colours::read(&self.global.ledger, &sight.reading().model, lang)?;
        let book = Book::of(&sight, gate, &cosigned, Handed::Mirrored).map_err(failed)?.with_colours(&colours);
        self.contents(&mirror, &book, had).map_err(failed)?;
        // Another machine may have brought it up to date meanwhile.
        if let Stands::Ahead(there) = stands(&mirror, &sight).map_err(failed)? {
            return Ok(ahead(&mirror, &sight, &there, output));
        }
        pointers(&mirror, &book, &beside).map_err(failed)?;
        tell(&mirror, &sight, output);
        self.last = Some((sight.reading().checkpoint.clone(), gate));
        Ok(Exit::Done)
    }

    /// What it is made from: what is published, or, until figures may be, the ledger itself.
    fn log(&self, anchors: &TrustAnchors<'_>) -> Result<Log, Error> {
        let talk = Talk::new(self.output);
        let read = |log| Log::open(&ledger::setting(log, &talk), anchors);
        let is_published = self.arguments.from.is_some() || self.from.join(published::CHECKPOINT).exists();
        if !is_published {
            let log = read(&self.global.ledger)?;
            // What comes in next is published with all that came before.
            return match Gate::of(&log.reading.model, ledger::now()) {
                Gate::Closed { .. } => Ok(log),
                Gate::Open => Err(SourceError::NoLog(self.from.display().to_string()).into()),
            };
        }
        read(self.from)
    }

    /// What never changes, but for what the mirror had of the log, and then pages.
    fn contents(&self, mirror: &Filled, book: &Book<'_>, had: Size) -> Result<(), Error> {
        mirror.fill(|keep| files::for_ever(book, had, keep))?;
        let exports = self.exports(mirror, book)?;
        let book = &book.with_exports(&exports);
        mirror.fill(|keep| files::pages(book, keep))
    }

    /// Puts the data in the forms that are asked for; says where the newest of every form is.
    fn exports(&self, mirror: &Filled, book: &Book<'_>) -> Result<Exports, Error> {
        let told = mirror.get(EXPORTS, EXPORTS_BYTES_MAX)?;
        let before = told.map(|bytes| files::exports_told(book, &bytes)).unwrap_or_default();
        let forms: BTreeMap<_, _> = self.arguments.format.iter().map(|form| (form.name, *form)).collect();
        if forms.is_empty() || !book.is_told() {
            return Ok(before);
        }
        let (workshop, mut made) = (Workshop::new()?, Vec::new());
        let forms: Vec<_> = forms.into_values().collect();
        mirror.fill(|keep| files::exports(book, &forms, workshop.folder(), keep).map(|told| made = told))?;
        let now = files::exports_told(book, &made);
        mirror.fill(|keep| keep(files::exports_newest(made)))?;
        Ok(now)
    }

    fn stopped(&self, error: Error) -> Stopped {
        if error.is_passing() {
            Stopped::Passing(error)
        } else {
            Stopped::Failed(Failure::service(self.output.lang, error))
        }
    }
}

/// How a mirror stands to what is read.
fn stands(mirror: &Filled, sight: &Sight) -> Result<Stands, Error> {
    let election = sight.reading().model.election().ok_or(Error::Defect)?;
    let key = election.log_key.parse().map_err(|_| Error::Defect)?;
    mirror.stands(CHECKPOINT, sight.checkpoint(), sight.tree(), &key)
}

/// What points to everything, and the log's signed state last.
fn pointers(mirror: &Filled, book: &Book<'_>, beside: &[(&str, String)]) -> Result<(), Error> {
    mirror.fill(|keep| files::pointers(book, beside, keep))?;
    files::heads(book).into_iter().try_for_each(|head| mirror.fill(|keep| keep(head)))?;
    mirror.note()
}

/// The mirror has more than was read here.
fn ahead(mirror: &Filled, sight: &Sight, there: &Checkpoint, output: &Output) -> Exit {
    let (place, there, here) = (mirror.place().to_owned(), there.size, sight.size());
    output.say(&say!(output.lang, results::said_mirror_ahead { place, there, here }));
    Exit::Insufficient
}

/// What stands beside a published log's tiles, as it stands there.
fn beside(log: &Log) -> Result<Vec<(&'static str, String)>, Error> {
    let files = [names::MANIFEST, names::LOG_VKEY, names::POLICY, names::README];
    let beside = files.into_iter().map(|name| Ok(log.beside(name)?.map(|text| (name, text))));
    Ok(beside.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten().collect())
}

fn tell(mirror: &Filled, sight: &Sight, output: &Output) {
    let ([files, put], checkpoint, place) = (mirror.counts(), sight.checkpoint(), mirror.place().to_owned());
    if output.json {
        let (size, fingerprint) = (checkpoint.size.0, checkpoint.fingerprint().into());
        output.value(&View { place, size, fingerprint, files, put });
        return;
    }
    let number = |number| text::number(output.lang, number);
    output.rows(&[
        (say!(output.lang, results::result_mirror), place),
        (say!(output.lang, results::result_size), number(checkpoint.size.0)),
        (output.label(Label::Fingerprint), checkpoint.fingerprint().to_string()),
        (
            say!(output.lang, results::result_files),
            say!(output.lang, results::result_files_put { files: number(files), put: number(put) }),
        ),
    ]);
}
