//! What readers see: a log under one checkpoint. Sums are looked up in the rows that were settled for it, and nothing is
//! folded.

mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::domain::finding::Finding;
use crate::domain::id::{ContestId, EventHash, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::ledger::envelope::Envelope;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::files::rows_proof::{CLAIMS_MAX, RowsProof};
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::prove::Asked;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::service::error::{Error, ProofError};
use crate::service::proofs::Sources;
use crate::service::query::Query;
use crate::service::reading::Log;
use crate::store::error::{IndexFault, StoreError};
use crate::store::journal::disk::Folder;
use crate::store::read::Reading;
use crate::store::witness::witnessed::Witnessed;
use crate::tally::gate::has_figures;
use crate::tally::known_unit::UnitNumbers;
use crate::tally::moment::Moment;
use crate::tally::night::{ContestNight, Night};
use crate::tally::record::{ContestRecord, RecordKey};
use crate::tally::rows::{KeptRows, event_line, finding};
use crate::tally::scope::Scope;
use crate::tally::summed::{Summed, of_model};

pub use self::rows::Found;
pub(super) use self::rows::Rows;

/// What readers see: a log under one checkpoint.
pub struct Sight {
    pub(super) ledger: PathBuf,
    pub(super) reading: Reading,
    pub(super) tree: Tree,
    pub(super) rows: Rows,
    pub(super) night: Night,
    /// The last checkpoint that enough witnesses cosigned.
    pub(super) witnessed: Option<SignedCheckpoint>,
}

impl Sight {
    /// What is read of a log, under its newest checkpoint; with the last that enough witnesses cosigned, as the ledger
    /// keeps it, or as it is published.
    ///
    /// # Errors
    /// [`Error::Store`]: an event cannot be read.
    pub fn of(log: Log) -> Result<Self, Error> {
        let kept = |ledger: &Path| Witnessed::read(&Folder::new(ledger)).ok()?.last().cloned();
        let witnessed = log.ledger().map_or_else(|| Some(log.reading.checkpoint.clone()), kept);
        let Log { place: ledger, reading, .. } = log;
        let size = reading.checkpoint.checkpoint().size;
        let mut tree = Tree::default();
        for sequence in (0..size.0).map(Sequence) {
            tree.push(leaf_hash(&Query { ledger: &ledger, reading: &reading }.event(sequence)?.bytes));
        }
        let now = reading.now().map_err(Error::store(&ledger))?;
        let rows = Rows::of(KeptRows::of(&reading.model, now).settle(&reading.model).rows);
        let night = Night::of(&reading.model, size);
        let is_ours = |signed: &SignedCheckpoint| {
            let checkpoint = signed.checkpoint();
            checkpoint.origin == reading.checkpoint.checkpoint().origin
                && tree.root_at(checkpoint.size) == Ok(checkpoint.root)
        };
        let witnessed = witnessed.filter(is_ours);
        Ok(Self { ledger, reading, tree, rows, night, witnessed })
    }

    /// The last checkpoint that enough witnesses cosigned, if there is one.
    pub fn witnessed(&self) -> Option<&SignedCheckpoint> {
        self.witnessed.as_ref()
    }

    /// That, or the checkpoint of now where too few cosigned any.
    pub fn cosigned(&self) -> &SignedCheckpoint {
        self.witnessed.as_ref().unwrap_or(&self.reading.checkpoint)
    }

    /// The checkpoint that everything is under.
    pub fn checkpoint(&self) -> &Checkpoint {
        self.reading.checkpoint.checkpoint()
    }

    /// What is read.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Looks up in it.
    pub fn query(&self) -> Query<'_> {
        Query { ledger: &self.ledger, reading: &self.reading }
    }

    /// The night of a contest, as it is drawn; none before anything of it came in.
    pub fn night(&self, contest: &ContestId) -> Option<&ContestNight> {
        self.night.contest(contest)
    }

    /// The folder of the ledger.
    pub fn ledger(&self) -> &Path {
        &self.ledger
    }

    /// The tree over the events.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// What is told of a contest at a moment, ascending by unit: now, from the rows of the totals; of an earlier moment
    /// the papers are summed again.
    pub fn summed(&self, contest: &ContestRecord, at: Moment, scope: &Scope) -> Vec<Summed> {
        let model = &self.reading.model;
        if at.size != self.checkpoint().size {
            return of_model(model, contest, at, scope);
        }
        let of_unit = |unit: &UnitId| {
            let total = self.rows.get(&RowKey::of(&[&"total", &contest.contest.id, unit]))?;
            Summed::of_row(model, contest, unit, &total.parse().ok()?, at.size)
        };
        match scope {
            Scope::Whole => model.held_in(&contest.contest).and_then(of_unit).into_iter().collect(),
            Scope::Unit(unit) => of_unit(unit).into_iter().collect(),
            Scope::Tier(tier) => {
                let of_tier = model.units().iter().filter(|(_, record)| record.tier == *tier);
                of_tier.filter_map(|(unit, _)| of_unit(unit)).collect()
            }
        }
    }

    /// What is found, paper by paper, contest by contest and ascending by unit: each under the contest and the unit that
    /// its row is of. Of one contest, or of one unit, where they are named.
    pub fn findings(&self, contest: Option<&ContestId>, unit: Option<&UnitId>) -> Vec<(String, Vec<Finding>)> {
        let of_row = |key: &RowKey, value: &str| {
            let paper = key.as_str().strip_prefix("finding/")?;
            let (contest, unit) = paper.split_once('/')?;
            let found = finding::parse(&contest.parse().ok()?, &unit.parse().ok()?, value).ok()?;
            Some((paper.to_owned(), found))
        };
        let all = |prefix: &str| {
            let rows = self.rows.all(prefix);
            rows.iter().filter_map(|(key, value)| of_row(key, value)).collect()
        };
        match (contest, unit) {
            (contest, Some(unit)) => {
                let contests = self.reading.model.contests().keys().filter(|id| contest.is_none_or(|of| of == *id));
                let row = |contest: &ContestId| {
                    let key = RowKey::of(&[&"finding", contest, unit]);
                    self.rows.get(&key).and_then(|value| of_row(&key, value))
                };
                let mut found: Vec<_> = contests.filter_map(row).collect();
                // As the rows stand: a slash stands above some letters of a name.
                found.sort_by(|(one, _), (other, _)| one.cmp(other));
                found
            }
            (Some(contest), None) => all(&format!("finding/{contest}/")),
            (None, None) => all("finding/"),
        }
    }

    /// How often something is found under each code, and in which rows: each by the contest and the unit that it is of.
    pub fn found(&self) -> &Found {
        self.rows.found()
    }

    /// What a row of findings says, by the contest and the unit that it is of.
    pub fn found_in(&self, paper: &str) -> Vec<Finding> {
        let ids = paper.split_once('/').and_then(|(contest, unit)| Some((contest.parse().ok()?, unit.parse().ok()?)));
        let found = ids.map(|(contest, unit)| self.findings(Some(&contest), Some(&unit))).unwrap_or_default();
        found.into_iter().flat_map(|(_, found)| found).collect()
    }

    /// What a unit comes to.
    pub fn numbers(&self, unit: &UnitId) -> UnitNumbers {
        let model = &self.reading.model;
        let tally = |(id, contest): (&ContestId, &ContestRecord)| {
            let total = self.rows.get(&RowKey::of(&[&"total", id, unit]))?;
            Some((id.clone(), UnitNumbers::tally_of_row(model, contest, unit, &total.parse().ok()?)?))
        };
        UnitNumbers {
            at: self.size(),
            tallies: model.contests().iter().filter_map(tally).collect(),
            findings: self.findings(None, Some(unit)).into_iter().flat_map(|(_, found)| found).collect(),
            has_figures: has_figures(model, unit),
        }
    }

    /// A proof of what is asked for, under the newest checkpoint, with the events that its rows name if they are wanted.
    ///
    /// # Errors
    /// [`ProofError`]; [`Error::Store`].
    pub fn prove(&self, asked: &[Asked], events: Sources<'_>) -> Result<RowsProof, Error> {
        let size = self.size();
        if asked.len() > CLAIMS_MAX {
            return Err(ProofError::TooMuch.into());
        }
        let of_now = |snapshot: &&SignedSnapshot| snapshot.snapshot().checkpoint.size == size;
        let snapshot = self.reading.snapshot.as_ref().filter(of_now).ok_or(ProofError::NoSnapshot(size))?;
        let shown = self.rows.shown(asked);
        let lines = shown.shown().into_iter().filter_map(|(_, value)| event_line::parse(value).ok()).flatten();
        let places: BTreeSet<_> = lines.map(|line| line.sequence).filter(|at| events.has(*at)).collect();
        let events = places.into_iter().map(|at| Ok((at, self.query().event(at)?.bytes)));
        let events = events.collect::<Result<Vec<_>, Error>>()?;
        let (snapshot, checkpoint) = (snapshot.clone(), self.reading.checkpoint.clone());
        let proof = RowsProof::of_earlier(snapshot, checkpoint, Vec::new(), asked, events, shown);
        Ok(proof.map_err(|_| ProofError::False(size))?)
    }

    /// The records that the events between two sizes touched, each with the event that did so last. It reads those events and
    /// no other.
    ///
    /// # Errors
    /// [`Error::Store`]: an event cannot be read; [`Error::Query`]: there are not so many.
    pub fn touched(&self, [after, to]: [Size; 2]) -> Result<BTreeMap<RecordKey, EventHash>, Error> {
        let mut touched = BTreeMap::new();
        for sequence in (after.0..to.0).map(Sequence) {
            let event = self.query().event(sequence)?;
            // A writer writes on no log of which it cannot read all.
            let unread = || Error::store(&self.ledger)(StoreError::Index(IndexFault::Missing(sequence)));
            let (hash, body) = (Envelope::hash(&event.bytes), event.body().ok_or_else(unread)?);
            touched.extend(RecordKey::touched(body, hash).into_iter().map(|key| (key, hash)));
        }
        Ok(touched)
    }

    /// The checkpoint that the log had at a size, which it need not have signed.
    pub fn checkpoint_at(&self, size: Size) -> Checkpoint {
        let Checkpoint { origin, root, .. } = self.checkpoint();
        Checkpoint { origin: origin.clone(), size, root: self.tree.root_at(size).unwrap_or(*root) }
    }

    /// The receipt of an event: under the last checkpoint that enough witnesses cosigned, where that covers it, else under
    /// the one that is sealed now.
    ///
    /// # Errors
    /// Those of [`Query::event`].
    pub fn receipt(&self, event: Sequence) -> Result<Receipt, Error> {
        self.receipt_of(event, self.query().event(event)?.bytes)
    }

    /// A receipt of this log as it is now, as [`receipt`](Self::receipt) gives it.
    ///
    /// # Errors
    /// [`Error::Store`]: it is of another log.
    pub fn renewed(&self, receipt: &Receipt) -> Result<Receipt, Error> {
        self.receipt_of(receipt.index(), receipt.entry().map(<[u8]>::to_vec).unwrap_or_default())
    }

    fn receipt_of(&self, event: Sequence, entry: Vec<u8>) -> Result<Receipt, Error> {
        let witnessed = self.witnessed.as_ref().filter(|signed| signed.checkpoint().size.covers(event));
        let signed = witnessed.unwrap_or(&self.reading.checkpoint);
        let no_seal = || Error::store(&self.ledger)(StoreError::Seal);
        let proof = self.tree.prove_inclusion(event, signed.checkpoint().size).map_err(|_| no_seal())?;
        Receipt::new(Some(entry), event, proof, signed.clone()).map_err(|_| no_seal())
    }

    /// How many events it has.
    pub fn size(&self) -> Size {
        self.checkpoint().size
    }
}
