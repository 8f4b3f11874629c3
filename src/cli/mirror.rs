//! `mirror`: what readers ask for, put where another machine hands it out. It reads what is published and nothing else, verifies
//! all of it first, and can be run beside a service, on any machine.

mod source;
mod told;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use clap::Args;

use self::source::Source;
use self::told::{ahead, overtaken, tell};
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
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::policy::Policy;
use crate::portal::beside::{EXPORTS, EXPORTS_BYTES_MAX};
use crate::portal::book::{Book, Exports, Figures, Handed};
use crate::portal::colours::Colours;
use crate::portal::mirror as files;
use crate::server::workshop::Workshop;
use crate::service::error::Error;
use crate::service::mirror::{Mirror as Filled, Stands};
use crate::service::policy::given_or_kept;
use crate::service::reading::claimed;
use crate::service::serving::sight::Sight;
use crate::store::shelf::ShelfError;
use crate::tally::gate::Gate;
use crate::verify::conclude::TrustAnchors;
use crate::view::cosigned::Cosigned;

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
    let from =
        Source::of(&global.ledger, arguments.from.as_deref()).map_err(|error| Failure::service(output.lang, error))?;
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
    from: Source,
    output: &'a Output,
    /// What it was filled with.
    last: Option<Last>,
}

/// What a round came to.
struct Last {
    checkpoint: SignedCheckpoint,
    gate: Gate,
}

/// What is read in a round.
struct Read {
    sight: Sight,
    gate: Gate,
    cosigned: Cosigned,
    colours: Colours,
    /// What stands beside a published log's tiles.
    beside: Vec<(&'static str, String)>,
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
        if self.is_new().map_err(|error| self.stopped(error))? {
            let read = self.read()?;
            return self.fill(read).map_err(|error| self.stopped(error));
        }
        Ok(Exit::Done)
    }

    /// Whether there may be more than the last round put.
    fn is_new(&self) -> Result<bool, Error> {
        match &self.last {
            Some(Last { checkpoint, gate: Gate::Open }) => {
                Ok(claimed(&self.from.published())?.as_ref() != Some(checkpoint))
            }
            _ => Ok(true),
        }
    }

    fn read(&self) -> Result<Read, Stopped> {
        let (lang, talk) = (self.output.lang, Talk::new(self.output));
        let trusted = ledger::policy(self.global, lang)?;
        let read = || {
            let log = self.from.read(&TrustAnchors::under(trusted.as_ref()), &talk)?;
            let (beside, gate) = (source::beside(&log)?, Gate::of(&log.reading.model, ledger::now()));
            let sight = Sight::of(log)?;
            let cosigned = Cosigned::under(sight.cosigned(), self.judge(&talk)?.as_ref());
            Ok((sight, gate, cosigned, beside))
        };
        let (sight, gate, cosigned, beside) = read().map_err(|error| self.stopped(error))?;
        let ledger = self.from.ledger().unwrap_or(&self.global.ledger);
        let colours = colours::read(ledger, &sight.reading().model, lang)?;
        Ok(Read { sight, gate, cosigned, colours, beside })
    }

    /// Who says on the pages which witnesses count: the policy that is brought, or the one that is published. No seal is
    /// believed by it.
    fn judge(&self, talk: &Talk<'_>) -> Result<Option<Policy>, Error> {
        let published = self.from.published();
        let policy = given_or_kept(&ledger::setting(&published, talk), self.global.policy_file.as_ref())?;
        policy.map(|file| file.parse(ledger::now())).transpose()
    }

    fn fill(&mut self, read: Read) -> Result<Exit, Error> {
        let Read { sight, gate, cosigned, colours, beside } = &read;
        let mirror = Filled::open(&self.arguments.to)?;
        let had = match files::stands(&mirror, sight)? {
            Stands::Ahead(there) => return Ok(ahead(&mirror, sight, &there, self.output)),
            // The first round looks at everything.
            Stands::Behind(there) if self.last.is_some() => there.size,
            Stands::Behind(_) | Stands::Empty => Size(0),
        };
        let book = Book::of(sight, *gate, cosigned, Handed::Mirrored)?.with_colours(colours);
        mirror.belongs_to(sight)?;
        self.contents(&mirror, &book, had)?;
        // Another machine may have brought it up to date meanwhile.
        if let Stands::Ahead(there) = files::stands(&mirror, sight)? {
            mirror.note()?;
            return Ok(overtaken(&mirror, sight, &there, self.output));
        }
        if let Some(figures) = book.figures() {
            mirror.fill(|keep| files::pointers(figures, beside, keep))?;
            files::heads(figures).into_iter().try_for_each(|head| mirror.fill(|keep| keep(head)))?;
        }
        mirror.note()?;
        tell(&mirror, sight, self.output);
        self.last = Some(Last { checkpoint: sight.reading().checkpoint.clone(), gate: *gate });
        Ok(Exit::Done)
    }

    /// What never changes, but for what the mirror had of the log, and then pages.
    fn contents(&self, mirror: &Filled, book: &Book<'_>, had: Size) -> Result<(), Error> {
        mirror.fill(files::assets)?;
        let mut exports = Exports::default();
        if let Some(figures) = book.figures() {
            mirror.fill(|keep| files::for_ever(figures, had, keep))?;
            exports = self.exports(mirror, figures)?;
        }
        mirror.fill(|keep| files::pages(&book.with_exports(&exports), keep))
    }

    /// Puts the data in the forms that are asked for; says where the newest of every form is that stands there.
    fn exports(&self, mirror: &Filled, figures: Figures<'_>) -> Result<Exports, Error> {
        let told = mirror.get(EXPORTS, EXPORTS_BYTES_MAX)?;
        let told = told.map(|bytes| files::exports_read(figures, &bytes)).unwrap_or_default();
        let forms: BTreeMap<_, _> = self.arguments.format.iter().map(|form| (form.name, *form)).collect();
        let mut exports = Exports::default();
        for (name, exported) in told.into_iter().filter(|(name, _)| !forms.contains_key(name.as_str())) {
            if mirror.get(&exported.href, 0)?.is_some() {
                exports.insert(name, exported);
            }
        }
        if forms.is_empty() {
            return Ok(exports);
        }
        let workshop = Workshop::new()?;
        mirror.fill(|keep| {
            forms.into_values().try_for_each(|form| {
                let exported = files::export(figures, form, workshop.folder(), keep)?;
                exports.insert(form.name.to_owned(), exported);
                Ok(())
            })
        })?;
        mirror.fill(|keep| keep(files::exports_told(figures, &exports)))?;
        Ok(exports)
    }

    /// What may pass, and what must be put right first. A mirror that was filled before is in order: what it refuses then, as
    /// while a right is renewed or its disk is full, may pass.
    fn stopped(&self, error: Error) -> Stopped {
        let is_refusal = matches!(error, Error::Mirror(ShelfError::Refused { .. }));
        if error.is_passing() || (is_refusal && self.last.is_some()) {
            Stopped::Passing(error)
        } else {
            Stopped::Failed(Failure::service(self.output.lang, error))
        }
    }
}
