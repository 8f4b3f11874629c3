//! What a verification found: every fault, not only the first, and the verdict that follows.

use super::replay::FAULTS_MAX;
use crate::crypto::hash::TreeHash;
use crate::domain::attachment::Kept;
use crate::domain::code::Code;
use crate::domain::id::UnitId;
use crate::domain::number::{Sequence, Size};
use crate::domain::protocol::Attachment;
use crate::domain::rejection::Rejection;
use crate::domain::text::Text;
use crate::ledger::envelope::{EnvelopeError, Head, LinkFault};
use crate::ledger::files::frame::FrameError;
use crate::ledger::files::seal::SlotNumber;
use crate::ledger::note::checkpoint::{Checkpoint, Fingerprint};
use crate::ledger::submission::SubmissionError;
use crate::ledger::tree::tile::{Tile, TileError};
use crate::tally::{ReadModel, attachments};

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Which event, where it is about one.
    pub sequence: Option<Sequence>,
    /// Which unit, where the event names one.
    pub unit: Option<UnitId>,
    /// Where on disk, where it is about bytes.
    pub place: Option<Place>,
    /// What.
    pub what: FaultKind,
}

/// A place in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The file, as the ledger names it.
    pub file: String,
    /// The offset in bytes.
    pub offset: u64,
}

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum FaultKind {
    /// A journal frame is damaged.
    Frame(FrameError),
    /// A frame claims another first sequence than its first envelope has.
    FrameSequence,
    /// Events that the seal covers are missing.
    Missing {
        /// The sealed size.
        sealed: Size,
        /// How many there are.
        found: Size,
    },
    /// An envelope does not decode.
    Envelope(EnvelopeError),
    /// An envelope does not continue the chain.
    Link(LinkFault),
    /// A submission's bytes, keys or signatures are wrong.
    Submission(SubmissionError),
    /// A submission that should never have been let in.
    Inadmissible(Rejection),
    /// The root is not the sealed one.
    Root {
        /// At which size.
        size: Size,
        /// As sealed.
        sealed: TreeHash,
        /// As recomputed.
        recomputed: TreeHash,
    },
    /// The seal holds no checkpoint at all.
    NoCheckpoint,
    /// The seal has not the length of a seal.
    SealLength(usize),
    /// A slot of the seal is neither empty nor whole.
    Slot(SlotNumber),
    /// A checkpoint's signature or origin is not the log's.
    NotTheLogs(CheckpointPlace),
    /// Events after the last checkpoint.
    Unsealed(Size),
    /// Bytes after the last checkpoint that form no frame: a torn write.
    Torn(u64),
    /// The ledger never had the expected checkpoint.
    NotExpected {
        /// What was expected.
        expected: Fingerprint,
    },
    /// A receipt's checkpoint is another one than the expected.
    OtherCheckpoint {
        /// What was expected.
        expected: Fingerprint,
    },
    /// The policy does not trust this log.
    NotTrusted,
    /// The policy's quorum of witnesses is not met.
    QuorumNotMet,
    /// A file of the ledger says something else than the founding act.
    FileDiffers,
    /// An attachment that an event names is not beside the ledger.
    AttachmentMissing(Text),
    /// What stands in the place of an attachment has other bytes than those that were signed.
    AttachmentAltered(Text),
    /// The receipt's proof does not lead from the event to the checkpoint.
    Inclusion,
    /// A published tile is not what the entries give.
    TileForged,
    /// A published tile or bundle is not there.
    TileMissing,
    /// A published bundle cannot be divided into its entries.
    TileFormat(TileError),
    /// There is nothing: no event at all.
    Nothing,
}

/// Where a checkpoint stood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckpointPlace {
    /// In a slot of the seal.
    Slot(SlotNumber),
    /// In a published folder.
    Published,
}

impl Fault {
    /// A fault about the whole.
    pub fn of_ledger(what: FaultKind) -> Self {
        Self { sequence: None, unit: None, place: None, what }
    }

    /// A fault about an event.
    pub fn of_event(sequence: Sequence, what: FaultKind) -> Self {
        Self { sequence: Some(sequence), unit: None, place: None, what }
    }

    /// A fault about a published tile.
    pub fn of_tile(tile: Tile, what: FaultKind) -> Self {
        Self::at(&tile.to_string(), 0, what)
    }

    /// A fault about bytes at a place.
    pub fn at(file: &str, offset: u64, what: FaultKind) -> Self {
        Self { sequence: None, unit: None, place: Some(Place { file: file.to_owned(), offset }), what }
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        match &self.what {
            FaultKind::Frame(_) | FaultKind::FrameSequence => Code::V1,
            FaultKind::Missing { .. } => Code::V2,
            FaultKind::Envelope(_) => Code::V3,
            FaultKind::Link(LinkFault::Previous) => Code::V4,
            FaultKind::Link(LinkFault::Sequence(_)) => Code::V5,
            FaultKind::Link(LinkFault::Arrival(_)) => Code::V6,
            FaultKind::Submission(error) => error.code(),
            FaultKind::Inadmissible(Rejection::Closed) => Code::V16,
            FaultKind::Inadmissible(rejection) => rejection.code(),
            FaultKind::Root { .. } => Code::V7,
            FaultKind::NotTheLogs(_) => Code::V8,
            FaultKind::NoCheckpoint | FaultKind::SealLength(_) | FaultKind::Slot(_) => Code::V9,
            FaultKind::Unsealed(_) | FaultKind::Torn(_) => Code::V10,
            FaultKind::NotExpected { .. } | FaultKind::OtherCheckpoint { .. } => Code::V11,
            FaultKind::NotTrusted => Code::V12,
            FaultKind::QuorumNotMet => Code::V13,
            FaultKind::FileDiffers => Code::V14,
            FaultKind::Inclusion => Code::V15,
            FaultKind::Nothing => Code::V18,
            FaultKind::AttachmentMissing(_) => Code::V19,
            FaultKind::AttachmentAltered(_) => Code::V20,
            FaultKind::TileForged => Code::V21,
            FaultKind::TileMissing => Code::V22,
            FaultKind::TileFormat(_) => Code::V23,
        }
    }

    /// What this fault alone would make of the verdict.
    pub fn verdict(&self) -> Verdict {
        match self.code() {
            Code::R36 => Verdict::Unreadable,
            Code::V10 | Code::V13 | Code::V19 => Verdict::Insufficient,
            _ => Verdict::Failed,
        }
    }
}

/// The answer. Ordered by gravity: "no" outweighs "cannot tell", which outweighs "not enough".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// Everything was recomputed and agrees.
    Verified,
    /// Genuine as far as it goes, but not sufficient: no quorum of witnesses, an unsealed tail, or an
    /// attachment that is not there.
    Insufficient,
    /// Cannot tell: made by a newer version.
    Unreadable,
    /// The answer is no.
    Failed,
}

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
    /// The end of the chain.
    pub head: Head,
    /// How many signatures were checked, right or wrong.
    pub signatures: u64,
    /// Every fault, in the order found, up to [`FAULTS_MAX`].
    pub faults: Vec<Fault>,
    /// How many more there are, none of them graver.
    pub untold: u64,
    /// The read model, folded from nothing.
    pub model: ReadModel,
    /// How many published tiles of hashes were held against the entries; none where it is no published folder.
    pub tiles: Option<u64>,
    /// What was found of the files that events name; none where they were not asked for.
    pub attachments: Option<Attachments>,
}

impl Report {
    /// The verdict: that of the gravest fault.
    pub fn verdict(&self) -> Verdict {
        self.faults.iter().map(Fault::verdict).max().unwrap_or(Verdict::Verified)
    }

    /// Takes in how the file of each attachment stands that an event names, and how many files none names.
    pub fn attach(&mut self, kept: impl Fn(&Attachment) -> Kept, unnamed: usize) {
        let (mut there, mut gravest) = (0, self.verdict());
        for named in attachments(&self.model) {
            let name = named.attachment.name.clone();
            let what = match kept(named.attachment) {
                Kept::There => {
                    there += 1;
                    continue;
                }
                Kept::Missing => FaultKind::AttachmentMissing(name),
                Kept::Altered => FaultKind::AttachmentAltered(name),
            };
            let place = Place { file: format!("attachments/{}", named.attachment.blake3), offset: 0 };
            let (unit, place) = (Some(named.unit.clone()), Some(place));
            let fault = Fault { unit, place, ..Fault::of_event(named.provenance.sequence, what) };
            if self.faults.len() < FAULTS_MAX || fault.verdict() > gravest {
                gravest = gravest.max(fault.verdict());
                self.faults.push(fault);
            } else {
                self.untold += 1;
            }
        }
        self.attachments = Some(Attachments { there, unnamed });
    }

    /// Whether any fault has one of these codes.
    pub fn has(&self, codes: &[Code]) -> bool {
        self.faults.iter().any(|fault| codes.contains(&fault.code()))
    }
}
