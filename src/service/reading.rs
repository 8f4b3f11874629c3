//! Opening what is read: a ledger, a published log wherever it is, or a kit. Of a published log nothing is told before all
//! of it was verified.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::error::{Error, SourceError};
use super::observer::{Nobody, Notice, Stretch, Work};
use super::parallel::Cores;
use super::policy::tell_believed;
use super::query::Query;
use super::setting::Setting;
use super::source::{LogSource, LogSourceKind};
use super::verify;
use crate::clerk::background::Background;
use crate::clerk::error::KitError;
use crate::crypto::parallel::Signatures;
use crate::domain::number::{Sequence, Size};
use crate::domain::state::State;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::kit::Kit;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::tile::Tile;
use crate::store::error::StoreError;
use crate::store::held::HeldEvents;
use crate::store::read::{self, Folded, ReadFrom, Reading};
use crate::verify::conclude::TrustAnchors;
use crate::verify::fault::Verdict;
use crate::verify::published::{self, Published};

/// The longest file beside a published log that is handed on, in bytes: a policy of some thousand witnesses.
const BESIDE_BYTES_MAX: usize = 256 * 1024;

/// What is read, and where it is.
pub struct Log {
    /// What the user pointed at.
    pub place: PathBuf,
    /// What its readers see.
    pub reading: Reading,
    origin: Origin,
}

/// What a log is read from.
enum Origin {
    /// A ledger, in a folder of this machine.
    Ledger,
    /// A published log, verified.
    Published(Box<Verified>),
    /// A kit, which has the structure of the election and no papers.
    Kit,
}

/// The full tiles of a published log, which never change, so that none is asked for twice.
type Tiles = Rc<RefCell<BTreeMap<String, Vec<u8>>>>;

/// What a published log gave when it was verified.
struct Verified {
    tiles: Tiles,
    state: State,
    tree: Tree,
}

impl Log {
    /// Opens the ledger, or the published log, that a setting names.
    ///
    /// # Errors
    /// [`SourceError::NotVerified`] of a published log; those of [`LogSource::open`] and [`read()`].
    pub fn open(setting: &Setting<'_>, anchors: &TrustAnchors<'_>) -> Result<Self, Error> {
        if LogSourceKind::of(setting.ledger)? == LogSourceKind::Ledger {
            let (place, reading) = (setting.ledger.to_owned(), read(setting, anchors)?);
            tell_believed(setting.observer, anchors, &reading.model);
            return Ok(Self { place, reading, origin: Origin::Ledger });
        }
        Self::published(setting, anchors, Tiles::default())
    }

    /// Opens it again, when it may have grown. A published log must have grown from what was read before.
    ///
    /// # Errors
    /// [`Error::OtherLog`] where it did not; those of [`open`](Self::open). Of any, this stays as it was.
    pub fn again(&mut self, setting: &Setting<'_>, anchors: &TrustAnchors<'_>) -> Result<(), Error> {
        let newer = match &self.origin {
            Origin::Published(log) => Self::published(setting, anchors, Rc::clone(&log.tiles))?,
            // Whose key is believed was told before.
            Origin::Ledger => {
                Self { place: self.place.clone(), reading: read(setting, anchors)?, origin: Origin::Ledger }
            }
            Origin::Kit => Self::open(setting, anchors)?,
        };
        let before = self.checkpoint();
        let grew =
            |tree: &Tree| newer.checkpoint().origin == before.origin && tree.root_at(before.size) == Ok(before.root);
        match &newer.origin {
            Origin::Published(now) if !grew(&now.tree) => return Err(Error::OtherLog(newer.place)),
            _ => *self = newer,
        }
        Ok(())
    }

    fn published(setting: &Setting<'_>, anchors: &TrustAnchors<'_>, tiles: Tiles) -> Result<Self, Error> {
        let source = LogSource::open(setting.ledger, setting.observer)?;
        let source = Remembered { source, tiles };
        let mut entries = Vec::new();
        let mut keep = |read: &[Vec<u8>]| entries.extend_from_slice(read);
        let verified = verify::log(&source, anchors, Signatures::Together, setting.observer, &mut keep)?;
        let (report, place) = (verified.report, setting.ledger.to_owned());
        let Some(checkpoint) = verified.checkpoint.filter(|_| report.verdict() == Verdict::Verified) else {
            let faults = report.faults.to_vec();
            return Err(SourceError::NotVerified { place: source.to_string(), faults }.into());
        };
        setting.observer.notices(&Notice::Verified { size: checkpoint.checkpoint().size, trust: report.trust });
        let events = HeldEvents::new(checkpoint.checkpoint().size, (0..).map(Sequence).zip(entries));
        let (model, snapshot) = (report.model, verified.snapshot);
        let reading =
            Reading { checkpoint, snapshot, model, events: Box::new(events), source: ReadFrom::Held, told: None };
        let verified = Verified { tiles: source.tiles, state: verified.state, tree: verified.tree };
        Ok(Self { place, reading, origin: Origin::Published(Box::new(verified)) })
    }

    /// Opens a kit, whose signatures are all checked, under the policy that the reader brought.
    ///
    /// # Errors
    /// [`Error::Kit`].
    pub fn of_kit(place: &Path, bytes: &[u8], anchors: &TrustAnchors<'_>) -> Result<Self, Error> {
        let Background { model, .. } = Background::of_kit(bytes, anchors, Cores)?;
        let Kit { checkpoint, envelopes } = Kit::decode(bytes).map_err(KitError::Malformed)?;
        let placed = envelopes.into_iter().filter_map(|bytes| Some((Envelope::decode(&bytes).ok()?.sequence, bytes)));
        let events = Box::new(HeldEvents::new(checkpoint.checkpoint().size, placed));
        let reading = Reading { checkpoint, snapshot: None, model, events, source: ReadFrom::Held, told: None };
        Ok(Self { place: place.to_owned(), reading, origin: Origin::Kit })
    }

    /// The checkpoint that everything read is under.
    pub fn checkpoint(&self) -> &Checkpoint {
        self.reading.checkpoint.checkpoint()
    }

    /// Looks up in it.
    pub fn query(&self) -> Query<'_> {
        Query { ledger: &self.place, reading: &self.reading }
    }

    /// The folder of the ledger, beside which scans are kept; none of what is no ledger.
    pub fn ledger(&self) -> Option<&Path> {
        matches!(self.origin, Origin::Ledger).then_some(&self.place)
    }

    /// Whether it is a kit, which has no papers.
    pub fn is_kit(&self) -> bool {
        matches!(self.origin, Origin::Kit)
    }

    /// Lets go of a ledger's embedded store, which a writer may wait for: what was read stays, but for the events.
    pub fn let_go(&mut self) {
        self.reading.events = Box::new(HeldEvents::default());
    }

    /// The size that the log has now, by its newest checkpoint, of which nothing is verified.
    ///
    /// # Errors
    /// Those of the place.
    pub fn size_now(&self) -> Result<Size, Error> {
        let newest = match &self.origin {
            Origin::Ledger => Some(read::sealed(&self.place).map_err(Error::store(&self.place))?),
            Origin::Published(_) => claimed(&self.place)?,
            Origin::Kit => None,
        };
        Ok(newest.map_or(self.checkpoint().size, |signed| signed.checkpoint().size))
    }

    /// The receipts of some events, in this order; none of a kit's.
    ///
    /// # Errors
    /// [`SourceError::NotVerified`]; [`Error::Store`].
    pub fn receipts(&self, of: &[Sequence]) -> Result<Vec<Receipt>, Error> {
        match &self.origin {
            Origin::Ledger => {
                // What the policy says of the seal was asked when this was opened.
                let anchors = TrustAnchors::default();
                let receipts = read::receipts(&self.place, &anchors, Cores, of).map_err(Error::reading(&self.place))?;
                Ok(receipts.0)
            }
            Origin::Published(log) => of.iter().map(|event| self.receipt(&log.tree, *event)).collect(),
            Origin::Kit => Ok(Vec::new()),
        }
    }

    fn receipt(&self, tree: &Tree, event: Sequence) -> Result<Receipt, Error> {
        let (signed, no_seal) = (&self.reading.checkpoint, || Error::store(&self.place)(StoreError::Seal));
        let entry = self.query().event(event)?.bytes;
        let proof = tree.prove_inclusion(event, self.checkpoint().size).map_err(|_| no_seal())?;
        Receipt::new(Some(entry), event, proof, signed.clone()).map_err(|_| no_seal())
    }

    /// All that a published log gives; none of what is no published log.
    pub(super) fn into_folded(self) -> Option<Folded> {
        let Origin::Published(log) = self.origin else { return None };
        Some(Folded { reading: self.reading, state: log.state, tree: log.tree })
    }

    /// A file that a published log has beside its tiles, as a text; none of what is no published log.
    ///
    /// # Errors
    /// Those of the place.
    pub fn beside(&self, file: &str) -> Result<Option<String>, Error> {
        let Origin::Published(_) = &self.origin else { return Ok(None) };
        let source = LogSource::open(&self.place, &Nobody)?;
        Ok(source.read(file, BESIDE_BYTES_MAX)?.and_then(|bytes| String::from_utf8(bytes).ok()))
    }
}

/// The newest checkpoint of a published log, of which nothing is verified; none where there is none that can be read.
///
/// # Errors
/// Those of the place.
pub fn claimed(place: &Path) -> Result<Option<SignedCheckpoint>, Error> {
    Ok(published::checkpoint(&LogSource::open(place, &Nobody)?)?.ok())
}

/// A published log whose full tiles are asked for once.
struct Remembered<'a> {
    source: LogSource<'a>,
    tiles: Tiles,
}

impl Remembered<'_> {
    fn keep(&self, file: &str, read: Option<Vec<u8>>) -> Option<Vec<u8>> {
        if let (Some(bytes), true) = (&read, file.parse::<Tile>().is_ok_and(|tile| tile.is_full())) {
            self.tiles.borrow_mut().insert(file.to_owned(), bytes.clone());
        }
        read
    }
}

impl fmt::Display for Remembered<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(f)
    }
}

impl Published for Remembered<'_> {
    type Error = Error;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Error> {
        if let Some(bytes) = self.tiles.borrow().get(file) {
            return Ok(Some(bytes.clone()));
        }
        Ok(self.keep(file, self.source.read(file, bytes_max)?))
    }

    fn read_past_caches(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Error> {
        Ok(self.keep(file, self.source.read_past_caches(file, bytes_max)?))
    }

    fn is_of_one_file(error: &Error) -> bool {
        LogSource::is_of_one_file(error)
    }
}

/// Opens the ledger to read: from its embedded store, or from its journal where that is in doubt or held.
///
/// # Errors
/// [`SourceError::NotVerified`], where the log did not sign its seal, the policy does not take it, or the journal gives
/// something else; [`Error::Store`].
pub fn read(setting: &Setting<'_>, anchors: &TrustAnchors<'_>) -> Result<Reading, Error> {
    let total = read::sealed(setting.ledger).map_err(Error::reading(setting.ledger))?.checkpoint().size;
    let mut stretch = Stretch::new(setting.observer, Work::Reading, total);
    let opened = read::open(setting.ledger, anchors, Cores, &mut |done| stretch.reaches(done));
    let reading = opened.map_err(Error::reading(setting.ledger))?;
    drop(stretch);
    reading.told.into_iter().for_each(|told| setting.observer.notices(&Notice::Read(told)));
    Ok(reading)
}
