//! The log as a load's receipts show it: each receipt is checked, and every checkpoint of them is one state of one log.

use std::collections::{BTreeMap, VecDeque};

use crate::crypto::hash::TreeHash;
use crate::domain::id::EventHash;
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::Policy;
use crate::ledger::submission::SignedStatement;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::tile::bundle_of;
use crate::remote::http::HttpError;
use crate::service::error::{Error, SourceError};
use crate::service::parallel::Cores;
use crate::service::posting::faults;
use crate::service::source::LogSource;
use crate::tally::read_model::ReadModel;
use crate::verify::fault::{Fault, FaultKind};
use crate::verify::published::{self, CHECKPOINT};
use crate::verify::receipt::{self, is_of};
use crate::verify::replay::Replay;

/// How many entries are opened at once.
const BATCH: usize = 1024;

/// A receipt that proves the submission that was handed in.
pub(super) struct Proved {
    pub receipt: Receipt,
    /// The event.
    pub event: EventHash,
}

/// The receipt in an answer, held against the log's key and against what was handed in.
///
/// # Errors
/// [`SourceError::NotVerified`]; [`HttpError::NotTheFile`]: it is none, or of something else.
pub(super) fn proved(answer: &[u8], paper: &SignedStatement, policy: &Policy, url: &str) -> Result<Proved, Error> {
    let not_ours = || Error::from(SourceError::Remote(HttpError::NotTheFile { url: url.to_owned() }));
    let receipt = Receipt::parse(answer).map_err(|_| not_ours())?;
    let report = receipt::check(&receipt, policy);
    let faults = faults(&report);
    if !faults.is_empty() {
        return Err(SourceError::NotVerified { place: url.to_owned(), faults }.into());
    }
    let event = report.event.filter(|_| is_of(&receipt, paper)).ok_or_else(not_ours)?;
    Ok(Proved { receipt, event })
}

/// The log, as far as receipts have shown it.
pub(super) struct Follower<'a> {
    source: &'a LogSource<'a>,
    replay: Replay<Cores>,
    tree: Tree,
    /// Entries that receipts brought along, and that are not stepped over yet.
    entries: BTreeMap<Sequence, Vec<u8>>,
    /// Roots that receipts state, and that are not held against the log yet.
    roots: Vec<(Size, TreeHash)>,
    newest: Option<Checkpoint>,
    ours: Size,
    receipts: u64,
}

impl<'a> Follower<'a> {
    /// A log of which nothing is known.
    pub fn of(source: &'a LogSource<'a>) -> Self {
        Self {
            source,
            replay: Replay::new(Cores),
            tree: Tree::default(),
            entries: BTreeMap::new(),
            roots: Vec::new(),
            newest: None,
            ours: Size(0),
            receipts: 0,
        }
    }

    /// Takes over what a receipt shows.
    pub fn takes(&mut self, Proved { receipt, .. }: Proved) {
        let (checkpoint, index) = (receipt.checkpoint().checkpoint(), receipt.index());
        if let Some(entry) = receipt.entry().filter(|_| !self.replay.size().covers(index)) {
            self.entries.insert(index, entry.to_vec());
        }
        self.roots.push((checkpoint.size, checkpoint.root));
        if self.newest.as_ref().is_none_or(|newest| newest.size < checkpoint.size) {
            self.newest = Some(checkpoint.clone());
        }
        self.ours = self.ours.max(index.size());
        self.receipts += 1;
    }

    /// Steps over the log up to the newest checkpoint, and holds every checkpoint against it. What nobody handed in here
    /// is read from the log that the service publishes.
    ///
    /// # Errors
    /// [`SourceError::NotVerified`]: the log is not one history, or its events do not follow; [`SourceError`] of the
    /// place.
    pub fn follow(&mut self) -> Result<(), Error> {
        let to = self.newest.as_ref().map_or(Size(0), |newest| newest.size);
        let mut read = VecDeque::new();
        while self.tree.size() < to {
            let mut batch = Vec::with_capacity(BATCH);
            while batch.len() < BATCH && Size(self.tree.size().0 + batch.len() as u64) < to {
                let place = Sequence(self.tree.size().0 + batch.len() as u64);
                batch.push(self.entry(place, &mut read)?);
            }
            for entry in self.replay.feed(batch) {
                self.tree.push(entry.leaf);
            }
        }
        self.roots.sort_unstable();
        self.roots.dedup();
        for (size, sealed) in std::mem::take(&mut self.roots) {
            let recomputed = self.tree.root_at(size).unwrap_or(TreeHash([0; 32]));
            if recomputed != sealed {
                return Err(self.not_verified(vec![Fault::of_ledger(FaultKind::Root { size, sealed, recomputed })]));
            }
        }
        let faults: Vec<_> = self.replay.faults().iter().cloned().collect();
        if faults.is_empty() { Ok(()) } else { Err(self.not_verified(faults)) }
    }

    /// An entry that a receipt brought along, or else from the published log, of which a bundle is read at once.
    fn entry(&mut self, place: Sequence, read: &mut VecDeque<(Sequence, Vec<u8>)>) -> Result<Vec<u8>, Error> {
        if let Some(entry) = self.entries.remove(&place) {
            return Ok(entry);
        }
        while read.front().is_some_and(|(before, _)| *before < place) {
            read.pop_front();
        }
        if read.front().is_none_or(|(first, _)| *first != place) {
            *read = self.bundle(place)?;
        }
        Ok(read.pop_front().map(|(_, entry)| entry).unwrap_or_default())
    }

    /// The entries of the bundle that an entry is in, from it on. How many that are is for the published checkpoint to say: not every
    /// one of a receipt is published.
    fn bundle(&self, place: Sequence) -> Result<VecDeque<(Sequence, Vec<u8>)>, Error> {
        let lacks = |what| self.not_verified(vec![Fault::at(CHECKPOINT, 0, what)]);
        let published = published::checkpoint(self.source)?.map_err(|why| lacks(why.fault()))?;
        let size = published.checkpoint().size;
        let (bundle, within) = bundle_of(place, size).ok_or_else(|| lacks(FaultKind::FileMissing))?;
        let entries = published::read_bundle(self.source, bundle)?;
        let entries = entries.map_err(|what| self.not_verified(vec![Fault::of_tile(bundle, what)]))?;
        Ok((place.0..).map(Sequence).zip(entries.into_iter().skip(within)).collect())
    }

    fn not_verified(&self, faults: Vec<Fault>) -> Error {
        SourceError::NotVerified { place: self.source.to_string(), faults }.into()
    }

    /// What the service has, as far as it was followed.
    pub fn model(&self) -> &ReadModel {
        self.replay.model()
    }

    /// How large the log was when the last of what was handed in here had come in: where the next phase begins, however
    /// often the load is handed in again.
    pub fn ours(&self) -> Size {
        self.ours
    }

    /// How many receipts there were.
    pub fn receipts(&self) -> u64 {
        self.receipts
    }

    /// The largest checkpoint of a receipt.
    ///
    /// # Errors
    /// There was none.
    pub fn newest(self) -> Result<Checkpoint, Error> {
        let place = self.source.to_string();
        self.newest.ok_or_else(|| SourceError::NoLog(place).into())
    }
}
