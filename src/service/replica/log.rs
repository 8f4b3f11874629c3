//! A replica as a published log: what its objects say, as files that whoever verifies reads as those of any other log.

use std::cell::RefCell;
use std::path::Path;

use crate::domain::number::{Sequence, Size};
use crate::domain::statement::Body;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::envelope::Envelope;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::submission::SignedStatement;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::ledger::tree::tile::{Tile, TileKind, bundle};
use crate::store::error::StoreError;
use crate::store::replica::Replica;
use crate::store::replica::chain::ChainFrame;
use crate::store::replica::error::ReplicaError;
use crate::store::replica::name::ObjectName;
use crate::verify::published::{CHECKPOINT, LOG_VKEY, MANIFEST, Published};

/// A log in a replica. Its memory is the tree; of its frames one at a time.
#[derive(Debug)]
pub struct ReplicaLog {
    replica: Replica,
    /// Where each frame begins.
    frames: Vec<Sequence>,
    tree: Tree,
    checkpoint: SignedCheckpoint,
    companions: Companions,
    last: RefCell<Option<ChainFrame>>,
}

/// What stands beside every log, as its events say it. Whoever verifies holds it against them.
#[derive(Debug, Default)]
struct Companions {
    manifest: String,
    log_vkey: String,
}

impl ReplicaLog {
    /// Reads the chain to its end, and the last checkpoint that was signed over it.
    ///
    /// # Errors
    /// [`StoreError::NoLedger`] where nothing is signed there; [`StoreError::Replica`].
    pub fn open(replica: Replica) -> Result<Self, StoreError> {
        let (mut frames, mut tree, mut said) = (Vec::new(), Tree::default(), Vec::new());
        loop {
            let Some(frame) = replica.frame(tree.size().next())? else {
                if replica.ends_at(tree.size())? {
                    break;
                }
                continue;
            };
            frames.push(frame.first);
            for envelope in &frame.envelopes {
                said.extend(saying(envelope).map(|body| (tree.size(), body)));
                tree.push(leaf_hash(envelope));
            }
        }
        let nothing = || StoreError::NoLedger(Path::new(replica.place()).to_owned());
        let ends = frames.iter().skip(1).map(|first| Size(first.0)).chain([tree.size()]);
        let sealed = ends.rev().map(|end| replica.sealed(end)).find_map(Result::transpose);
        let checkpoint = sealed.transpose()?.ok_or_else(nothing)?;
        let mut companions = Companions::default();
        for (_, body) in said.iter().filter(|(place, _)| *place < checkpoint.checkpoint().size) {
            companions.learn(body);
        }
        Ok(Self { replica, frames, tree, checkpoint, companions, last: RefCell::default() })
    }

    /// Where it is.
    pub fn place(&self) -> &str {
        self.replica.place()
    }

    fn entries(&self, bundle: Tile) -> Result<Vec<Vec<u8>>, StoreError> {
        let (places, mut entries) = (bundle.places(), Vec::new());
        let from = self.frames.partition_point(|first| first.0 <= places.start).saturating_sub(1);
        for first in self.frames[from..].iter().take_while(|first| first.0 < places.end) {
            let mut last = self.last.borrow_mut();
            if last.as_ref().is_none_or(|last| last.first != *first) {
                let name = ObjectName::Frame(*first);
                let gone = || ReplicaError::Lost { place: self.place().to_owned(), name };
                *last = Some(self.replica.frame(*first)?.ok_or_else(gone)?);
            }
            let envelopes = last.iter().flat_map(|frame| frame.envelopes.iter().zip(frame.first.0..));
            entries.extend(envelopes.filter(|(_, place)| places.contains(place)).map(|(bytes, _)| bytes.clone()));
        }
        Ok(entries)
    }
}

impl Companions {
    fn learn(&mut self, body: &Body) {
        match body {
            Body::ElectionCalled(called) if self.manifest.is_empty() => {
                self.manifest = render_manifest(&called.manifest, called.origin.as_str());
                self.log_vkey = format!("{}\n", called.log_key);
            }
            Body::LogKeyRotated(rotated) => self.log_vkey = format!("{}\n", rotated.new),
            _ => {}
        }
    }
}

/// What an event says of the log itself, whether it is admissible or not.
fn saying(envelope: &[u8]) -> Option<Body> {
    let submission = Envelope::decode(envelope).ok()?.submission;
    let body = SignedStatement::decode(&submission).ok()?.statement().ok()?.body;
    matches!(body, Body::ElectionCalled(_) | Body::LogKeyRotated(_)).then_some(body)
}

impl Published for ReplicaLog {
    type Error = StoreError;

    fn read(&self, file: &str, _: usize) -> Result<Option<Vec<u8>>, StoreError> {
        let text = |text: &str| Some(text.as_bytes().to_vec());
        Ok(match (file, file.parse::<Tile>()) {
            (CHECKPOINT, _) => text(&self.checkpoint.to_string()),
            (MANIFEST, _) => text(&self.companions.manifest),
            (LOG_VKEY, _) => text(&self.companions.log_vkey),
            (_, Ok(tile)) if tile.kind() == TileKind::Entries => {
                let entries = self.entries(tile)?;
                (entries.len() == tile.width()).then(|| bundle(entries.iter().map(Vec::as_slice)))
            }
            (_, Ok(tile)) => self.tree.tile(tile),
            (_, Err(_)) => None,
        })
    }
}
