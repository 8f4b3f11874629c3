//! Numbers with their proofs: what is asked for, the rows that show it, and both signed notes, in one file.

use std::collections::BTreeSet;
use std::ops::Bound;

use super::error::{Error, ProofError};
use super::parallel::Cores;
use super::reading::Log;
use crate::crypto::hash::TreeHash;
use crate::crypto::vkey::VerifierKey;
use crate::domain::finding::Finding;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::{Sequence, Size};
use crate::export::format::Makes;
use crate::ledger::envelope::Envelope;
use crate::ledger::files::rows_proof::{CLAIMS_MAX, RowsProof};
use crate::ledger::files::snapshots::SnapshotRecord;
use crate::ledger::logged_event::LoggedEvent;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::rows::held::HeldRows;
use crate::ledger::rows::key::RowKey;
use crate::ledger::rows::node::RowHash;
use crate::ledger::rows::prove::Asked;
use crate::ledger::rows::shown::Shown;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::node::leaf_hash;
use crate::store::journal::disk::Folder;
use crate::store::snapshots;
use crate::tally::moment::Moment;
use crate::tally::read_model::ReadModel;
use crate::tally::record::{ContestRecord, UnitRecord};
use crate::tally::rows::naming::row_naming;
use crate::tally::rows::{self, event_line};
use crate::tally::scope::Scope;
use crate::verify::replay::Replay;

/// How many entries are opened at once.
const ENTRIES_AT_ONCE: u64 = 1024;

/// What proves the numbers of a log at one size.
pub struct Prover<'a> {
    log: &'a Log,
    snapshot: SignedSnapshot,
    /// From the snapshot's size to the checkpoint's; empty at one size.
    grown: Vec<TreeHash>,
    rows: HeldRows,
}

/// The rows of a model, where they have this root.
fn rows_under(root: &RowHash, model: &ReadModel, moment: Moment) -> Option<HeldRows> {
    let mut held: HeldRows = rows::all(model, moment).into_iter().collect();
    (held.root() == *root).then_some(held)
}

impl<'a> Prover<'a> {
    /// What proves the numbers at a moment: at the last checkpoint, or where the ledger keeps a snapshot of that very size.
    ///
    /// # Errors
    /// [`ProofError`]; [`Error::Store`].
    pub fn at(log: &'a Log, moment: Moment) -> Result<Self, Error> {
        let reading = &log.reading;
        let snapshot = reading.snapshot.clone().filter(|_| moment.size == log.checkpoint().size);
        let Some(snapshot) = snapshot else { return Self::earlier(log, moment) };
        let rows = rows_under(&snapshot.snapshot().rows, &reading.model, moment);
        let rows = rows.ok_or(ProofError::False(moment.size))?;
        Ok(Self { log, snapshot, grown: Vec::new(), rows })
    }

    fn earlier(log: &'a Log, moment: Moment) -> Result<Self, Error> {
        let (size, whole) = (moment.size, log.checkpoint().size);
        let records = match log.ledger() {
            Some(ledger) => snapshots::all(ledger).map_err(Error::store(ledger))?,
            None => Vec::new(),
        };
        let Some(record) = records.iter().find(|record| record.size == size) else {
            return Err(near(size, &records, log.reading.snapshot.as_ref()).into());
        };
        let (mut replay, mut tree) = (Replay::new(Cores), Tree::default());
        for first in (0..whole.0).step_by(ENTRIES_AT_ONCE as usize) {
            let entries =
                (first..whole.0.min(first + ENTRIES_AT_ONCE)).map(|at| Ok(log.query().event(Sequence(at))?.bytes));
            let mut entries = entries.collect::<Result<Vec<_>, Error>>()?;
            entries.iter().for_each(|entry| tree.push(leaf_hash(entry)));
            entries.truncate(usize::try_from(size.0.saturating_sub(first)).unwrap_or(usize::MAX));
            replay.feed(entries);
        }
        let checkpoint = Checkpoint { origin: log.checkpoint().origin.clone(), size, root: replay.root() };
        let signed = |key: &VerifierKey| record.signed(&checkpoint, key);
        let snapshot = replay.log_key_at(size).and_then(signed);
        // A record that the log did not sign says nothing.
        let mut snapshot = snapshot.ok_or_else(|| near(size, &[], log.reading.snapshot.as_ref()))?;
        if let Some(ledger) = log.ledger() {
            snapshots::join_cosignatures(&Folder::new(ledger), &mut snapshot);
        }
        let moment = Moment { size, clock: replay.head().arrival };
        let rows = rows_under(&record.rows, replay.model(), moment).ok_or(ProofError::False(size))?;
        let grown = tree.prove_consistency(size, whole).map_err(|_| ProofError::NoSnapshot(size))?;
        Ok(Self { log, snapshot, grown, rows })
    }

    /// A proof of what is asked for, with the events that its rows name if they are wanted.
    ///
    /// # Errors
    /// [`ProofError::TooMuch`]; [`Error::Store`].
    pub fn prove(&self, asked: &[Asked], events: Sources<'_>) -> Result<RowsProof, Error> {
        if asked.len() > CLAIMS_MAX {
            return Err(ProofError::TooMuch.into());
        }
        let stated = self.snapshot.snapshot();
        let untrue = || ProofError::False(stated.checkpoint.size);
        let shown = self.rows.shown(asked);
        let events = self.sources(&shown, events)?;
        let (snapshot, checkpoint) = (self.snapshot.clone(), self.log.reading.checkpoint.clone());
        let proof = RowsProof::of_earlier(snapshot, checkpoint, self.grown.clone(), asked, events, shown);
        Ok(proof.map_err(|_| untrue())?)
    }

    fn sources(&self, shown: &Shown, events: Sources<'_>) -> Result<Vec<(Sequence, Vec<u8>)>, Error> {
        let lines = shown.shown().into_iter().filter_map(|(_, value)| event_line::parse(value).ok()).flatten();
        let places: BTreeSet<_> = lines.map(|line| line.sequence).filter(|at| events.has(*at)).collect();
        places.into_iter().map(|at| Ok((at, self.log.query().event(at)?.bytes))).collect()
    }
}

/// Which of the events that rows name are within a proof: what they say can be read from the file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sources<'a> {
    /// All are.
    Within,
    /// Those at these places.
    At(&'a BTreeSet<Sequence>),
    /// None is.
    LeftOut,
}

impl Sources<'_> {
    /// Whether the event at a place is.
    pub(super) fn has(&self, place: Sequence) -> bool {
        match self {
            Self::Within => true,
            Self::At(places) => places.contains(&place),
            Self::LeftOut => false,
        }
    }
}

/// Whether a proof that leaves the program is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WithProof {
    /// It is.
    Yes,
    /// It is not.
    No,
}

/// That there is no snapshot of a size, and of which sizes near it there is one.
fn near(size: Size, records: &[SnapshotRecord], newest: Option<&SignedSnapshot>) -> ProofError {
    let newest = newest.map(|signed| signed.snapshot().checkpoint.size);
    let sizes: BTreeSet<_> = records.iter().map(|record| record.size).chain(newest).collect();
    let near = [sizes.range(..size).next_back(), sizes.range((Bound::Excluded(size), Bound::Unbounded)).next()];
    let near: Vec<_> = near.into_iter().flatten().copied().collect();
    if near.is_empty() { ProofError::NoSnapshot(size) } else { ProofError::OtherSizes { size, near } }
}

/// What shows the numbers of contests in the units of a scope, and that no unit of a tier is left out.
pub fn of_tally<'a>(
    model: &ReadModel,
    contest: &ContestRecord,
    units: impl IntoIterator<Item = &'a UnitId>,
    scope: &Scope,
) -> Vec<Asked> {
    let total = |unit: &UnitId| Asked::Row(RowKey::of(&[&"total", &contest.contest.id, unit]));
    let mut asked: Vec<_> = units.into_iter().map(total).collect();
    let (Scope::Tier(tier), Some(held_in), Some(manifest)) = (scope, model.held_in(&contest.contest), model.manifest())
    else {
        return asked;
    };
    // Every unit on the way down names all that is below it.
    let above: BTreeSet<_> = manifest.tiers.iter().map(|tier| &tier.name).take_while(|name| *name != tier).collect();
    let is_above = |unit: &UnitId, record: &UnitRecord| {
        above.contains(&record.tier) && model.lineage(unit).any(|above| above == held_in)
    };
    asked.extend(model.units().iter().filter(|(unit, record)| is_above(unit, record)).map(|(unit, _)| children(unit)));
    asked
}

fn children(unit: &UnitId) -> Asked {
    Asked::All(format!("below/{unit}/"))
}

/// What shows a unit completely in these contests: its commission, what is below it, papers, copies, summaries, numbers and
/// findings, and that what is not there is not.
pub fn of_unit<'a>(unit: &UnitId, contests: impl IntoIterator<Item = &'a ContestId>) -> Vec<Asked> {
    // With the election and the contest, a verifier sees that the sums and findings follow from the papers.
    let mut asked =
        vec![Asked::Row(RowKey::of(&[&"election"])), Asked::Row(RowKey::of(&[&"unit", unit])), children(unit)];
    for contest in contests {
        asked.push(Asked::Row(RowKey::of(&[&"contest", contest])));
        asked.extend(
            ["paper", "summary", "total", "finding"].map(|kind| Asked::Row(RowKey::of(&[&kind, contest, unit]))),
        );
        asked.push(Asked::All(format!("copy/{contest}/{unit}/")));
    }
    asked
}

/// What shows all findings, or those of one unit in every contest, and that there are no others.
pub fn of_findings(model: &ReadModel, unit: Option<&UnitId>) -> Vec<Asked> {
    let Some(unit) = unit else { return vec![Asked::All("finding/".to_owned())] };
    model.contests().keys().map(|contest| finding_row(contest, unit)).collect()
}

/// What shows a finding, and what else is found of its paper.
pub fn of_finding(finding: &Finding) -> Asked {
    finding_row(&finding.contest, &finding.unit)
}

/// What shows an event: the row that names it; none of one that cannot be read.
pub fn of_event(event: &LoggedEvent) -> Option<Asked> {
    event.body().map(|body| row_naming(body, Envelope::hash(&event.bytes)))
}

/// What shows everything that an export hands out, and that nothing is left out of it: of what the papers in force say, who
/// is asked for papers, on whose ballots, what they sent, and what it comes to; of every event, each row that names events.
pub fn of_export(makes: &Makes) -> Vec<Asked> {
    let common = ["below/", "candidate/", "contest/", "election", "paper/", "unit/"];
    let more: &[&str] = match makes {
        Makes::Events(_) => &["complaint/", "copy/", "observer/", "summary/"],
        Makes::Table(_) | Makes::Folder(_) | Makes::Bytes(_) | Makes::Texts(_) | Makes::NotInThisBuild(_) => {
            &["total/"]
        }
    };
    common.iter().chain(more).map(|kind| Asked::All((*kind).to_owned())).collect()
}

fn finding_row(contest: &ContestId, unit: &UnitId) -> Asked {
    Asked::Row(RowKey::of(&[&"finding", contest, unit]))
}
