//! What a verification found: every fault, not only the first, and the verdict that follows.

use super::fault::{Fault, FaultKind, FilePlace, Verdict};
use super::faults::Faults;
use crate::domain::attachment::AttachmentFile;
use crate::domain::clock::ClockJump;
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::domain::protocol::Attachment;
use crate::ledger::envelope::Head;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::tally::attachments::attachments;
use crate::tally::read_model::ReadModel;

/// Whose word the checkpoint is taken on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Trust {
    /// Keys from a policy that the reader brought.
    Policy,
    /// A fingerprint that the reader brought.
    Expected,
    /// The key in the ledger itself: consistent, but whose is not proved.
    SelfSigned,
}

/// Where an expected fingerprint was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// The reader expected nothing.
    NotAsked,
    /// The ledger had that checkpoint at this size.
    At(Size),
    /// It never had it.
    Never,
}

/// What was found of the files that events name, besides the faults.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Attachments {
    /// How many are there as they were signed; one that two events name counts twice.
    pub there: usize,
    /// How many files lie beside them that no event names.
    pub unnamed: usize,
}

/// What was found of the snapshots, besides the faults.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Snapshots {
    /// There is none: the log signed nothing about its numbers.
    Nothing,
    /// There is one, and these events cannot be held against it.
    NotAsked,
    /// The newest that the events give, and the log signed, is of this size.
    Agrees(Size),
}

/// What a verification found.
#[derive(Clone, Debug)]
pub struct Report {
    /// Whose word the checkpoint is taken on.
    pub trust: Trust,
    /// Where the expected fingerprint was found.
    pub expected: Expected,
    /// The latest checkpoint, where there is one.
    pub checkpoint: Option<Checkpoint>,
    /// Witnesses whose cosignatures count, by name.
    pub witnesses: Vec<String>,
    /// Whether a policy asked for witnesses.
    pub witnesses_asked: bool,
    /// What was found of the snapshots that the log signed, besides the faults.
    pub snapshot: Snapshots,
    /// The end of the chain.
    pub head: Head,
    /// How many signatures were checked, right or wrong.
    pub signatures: u64,
    /// Every fault that was found, as far as they are listed.
    pub faults: Faults,
    /// The read model, folded from nothing.
    pub model: ReadModel,
    /// How many published tiles of hashes were held against the entries; none where it is no published folder.
    pub tiles: Option<u64>,
    /// What was found of the files that events name; none where they were not asked for.
    pub attachments: Option<Attachments>,
    /// What lies among the segments of the journal and is none, by name.
    pub passed_over: Vec<String>,
    /// Where the log's clock jumped.
    pub jumps: Vec<ClockJump>,
}

impl Report {
    /// The verdict: that of the gravest fault.
    pub fn verdict(&self) -> Verdict {
        self.faults.verdict()
    }

    /// Takes in how the file of each attachment stands that an event names, and how many files none names.
    pub fn attach(&mut self, kept: impl Fn(&Attachment) -> AttachmentFile, unnamed: usize) {
        let mut there = 0;
        for named in attachments(&self.model) {
            let name = named.attachment.name.clone();
            let what = match kept(named.attachment) {
                AttachmentFile::There => {
                    there += 1;
                    continue;
                }
                AttachmentFile::Missing => FaultKind::AttachmentMissing(name),
                AttachmentFile::Altered => FaultKind::AttachmentAltered(name),
            };
            let place = FilePlace { file: format!("attachments/{}", named.attachment.blake3), offset: 0 };
            let (unit, place) = (Some(named.unit.clone()), Some(place));
            self.faults.push(Fault { unit, place, ..Fault::of_event(named.provenance.sequence, what) });
        }
        self.attachments = Some(Attachments { there, unnamed });
    }

    /// Whether any fault has one of these codes.
    pub fn has(&self, codes: &[Code]) -> bool {
        self.faults.iter().any(|fault| codes.contains(&fault.code()))
    }
}
