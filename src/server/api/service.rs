//! A ledger that is served: the writer, and what readers see.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};
use std::time::Duration;

use tokio::sync::Semaphore;

use super::answering::kept::Kept;
use super::bounds::{EXPORTS, FOLDS, RENDERS};
use super::writing::notice::Tell;
use super::writing::standing::Standing;
use super::writing::state::State;
use super::writing::writer::{WriterSetting, WriterThread};
use crate::domain::manifest::Manifest;
use crate::domain::time::Millis;
use crate::ledger::files::kit::Kit;
use crate::ledger::note::policy::Policy;
use crate::portal::colours::Colours;
use crate::service::clock::ClockTrust;
use crate::service::error::Error;
use crate::service::observer::Nobody;
use crate::service::policy::{PolicyFile, given_or_kept};
use crate::service::serving::kits::Kits;
use crate::service::serving::live::Live;
use crate::service::serving::tray::Tray;
use crate::service::setting::Setting;
use crate::store::open::Held;
use crate::tally::gate::Gate;
use crate::text::Lang;
use crate::view::failure::Failure;

/// What somebody says of an error, in the language asked for: whoever starts the server has the words.
pub type Words = fn(Lang, &Error) -> Failure;

/// A ledger that is served.
pub struct Service {
    /// The folder of the ledger.
    pub(super) ledger: PathBuf,
    /// What was declared when it was founded, which nothing changes afterwards.
    pub(super) manifest: Manifest,
    live: Arc<RwLock<Live>>,
    /// Who sums papers again, of an earlier size: one at a time, for the writer waits for it before it acknowledges.
    pub(super) folding: Arc<Semaphore>,
    /// Who makes any other answer.
    pub(super) rendering: Arc<Semaphore>,
    kits: Kits,
    /// Who makes an export: one at a time, for each takes as much memory as the ledger's state.
    pub(super) exporting: Arc<Semaphore>,
    pub(super) tray: Tray,
    pub(super) writer: WriterThread,
    /// Where the service is that writes while this one stands by, if that is known.
    pub(super) writer_url: Option<String>,
    /// The policy that names the witnesses, where there is one.
    pub(super) policy: Option<Policy>,
    /// The same, as its file has it.
    pub(super) policy_text: Option<String>,
    /// The colours of candidates.
    pub(super) colours: Colours,
    pub(super) kept: Kept,
    pub(super) words: Words,
    pub(super) clock: fn() -> Millis,
}

/// What a service is handed besides the ledger that is held.
pub struct ServiceSetting<'a> {
    /// The folder of the ledger.
    pub ledger: &'a Path,
    /// The policy that names the witnesses; without one, the ledger's own.
    pub policy: Option<&'a PolicyFile>,
    /// The colours of candidates.
    pub colours: Colours,
    /// How long each round of the witnesses lasts at most.
    pub patience: Duration,
    /// How many submissions may wait, as [`WAITING`](super::bounds::WAITING).
    pub waiting: usize,
    /// How long the scrub rests between two readings, as [`SCRUB_REST`](super::bounds::SCRUB_REST).
    pub scrub_rest: Duration,
    /// Whether the clock is compared.
    pub trust: ClockTrust,
    /// What holds while another machine writes.
    pub standing: Standing,
    /// What time it is.
    pub clock: fn() -> Millis,
    /// What is said of errors.
    pub words: Words,
    /// Who tells the operator what happens.
    pub tell: Tell,
}

impl Service {
    /// A ledger that is held for writing, ready to be served: its witnesses are asked from now on.
    ///
    /// # Errors
    /// [`Error::Store`]: its journal cannot be read; [`Error::Policy`].
    pub fn new(setting: ServiceSetting<'_>, held: Held) -> Result<Self, Error> {
        let ServiceSetting {
            ledger,
            policy,
            colours,
            patience,
            waiting,
            scrub_rest,
            trust,
            standing,
            clock,
            words,
            tell,
        } = setting;
        let writer_url = standing.writer.clone();
        let live = Live::of(ledger, &held)?;
        let (manifest, live) = (live.query().election()?.founding.manifest.clone(), Arc::new(RwLock::new(live)));
        let of_ledger = Setting { ledger, clock: &clock, observer: &Nobody };
        let known = given_or_kept(&of_ledger, policy)?;
        let parsed = known.as_ref().map(|file| {
            let not_read = |error| Error::Policy { file: file.path.clone(), error };
            Policy::parse(&file.text).map_err(not_read)
        });
        let parsed = parsed.transpose()?;
        let (tray, policy, place, ledger) = (Tray::new(ledger)?, policy.cloned(), ledger.to_owned(), ledger.to_owned());
        let setting = WriterSetting { ledger, policy, patience, waiting, scrub_rest, trust, standing, clock, tell };
        let writer = WriterThread::start(setting, held, Arc::clone(&live))?;
        Ok(Self {
            ledger: place,
            manifest,
            live,
            rendering: Arc::new(Semaphore::new(RENDERS)),
            folding: Arc::new(Semaphore::new(FOLDS)),
            exporting: Arc::new(Semaphore::new(EXPORTS)),
            kits: Kits::default(),
            tray,
            writer,
            writer_url,
            policy: parsed,
            policy_text: known.map(|file| file.text),
            colours,
            kept: Kept::default(),
            words,
            clock,
        })
    }

    /// What the service knows of itself.
    pub fn state(&self) -> &Arc<State> {
        self.writer.state()
    }

    /// The kit of a unit, or of the whole election; none where it has figures and the gate is closed.
    ///
    /// # Errors
    /// Those of [`Kits::make`]; [`Error::Defect`] where what readers see is torn.
    pub(super) fn kit(&self, unit: Option<&str>, gate: &Gate) -> Result<Option<Kit>, Error> {
        if self.is_torn() { Err(Error::Defect) } else { self.kits.make(&self.live, unit, gate) }
    }

    /// Whether the writer's thread was gone before it had shown a turn whole: then nothing in there is to be told.
    pub(super) fn is_torn(&self) -> bool {
        self.live.is_poisoned()
    }

    /// What readers see.
    ///
    /// # Errors
    /// [`Error::Defect`]: it is torn.
    pub(super) fn readable(&self) -> Result<RwLockReadGuard<'_, Live>, Error> {
        let live = self.live();
        if self.is_torn() { Err(Error::Defect) } else { Ok(live) }
    }

    /// What readers see, unless it is torn. It waits while the writer shows a turn: on a thread that speaks with others
    /// nobody asks.
    pub(super) fn live(&self) -> RwLockReadGuard<'_, Live> {
        self.live.read().unwrap_or_else(PoisonError::into_inner)
    }
}
