//! One fault that a verification found, and what it makes of the verdict.

use crate::crypto::hash::TreeHash;
use crate::crypto::transfer::TransferChange;
use crate::domain::code::Code;
use crate::domain::id::UnitId;
use crate::domain::number::{Sequence, Size};
use crate::domain::rejection::Rejection;
use crate::domain::text::Text;
use crate::ledger::envelope::{EnvelopeError, LinkFault};
use crate::ledger::files::frame::FrameError;
use crate::ledger::files::rows_proof::RowsUnproved;
use crate::ledger::files::seal::SlotNumber;
use crate::ledger::note::checkpoint::Fingerprint;
use crate::ledger::rows::node::RowHash;
use crate::ledger::submission::SubmissionError;
use crate::ledger::tree::tile::{Tile, TileError};
use crate::tally::rows::follows::Contradiction;

/// One thing that is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Which event, where it is about one.
    pub sequence: Option<Sequence>,
    /// Which unit, where the event names one.
    pub unit: Option<UnitId>,
    /// Where on disk, where it is about bytes.
    pub place: Option<FilePlace>,
    /// What is wrong.
    pub what: FaultKind,
}

/// A place in a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FilePlace {
    /// The file, as the ledger names it.
    pub file: String,
    /// The offset in bytes.
    pub offset: u64,
}

/// What is wrong with a log, a ledger or a file of it.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum FaultKind {
    /// A journal frame is damaged.
    Frame(FrameError),
    /// A frame claims another first sequence than its first envelope has.
    FrameSequence,
    /// Events that the seal covers are missing.
    Missing {
        /// The size that the seal states.
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
        /// The size that both roots are of.
        size: Size,
        /// The root that the writer sealed.
        sealed: TreeHash,
        /// The root that the verifier recomputed.
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
    /// A snapshot's signature or origin is not the log's.
    SnapshotNotTheLogs(SnapshotPlace),
    /// The log signed another root over the events in a snapshot.
    SnapshotRoot {
        /// The size that both roots are of.
        size: Size,
        /// The root that the snapshot states.
        stated: TreeHash,
        /// The root that the verifier recomputed.
        recomputed: TreeHash,
    },
    /// The log signed rows that are not what its events give.
    SnapshotRows {
        /// The size that both roots are of.
        size: Size,
        /// The root of the rows that the log signed.
        stated: RowHash,
        /// The root of the rows that the verifier recomputed.
        recomputed: RowHash,
    },
    /// Events after the last checkpoint.
    Unsealed(Size),
    /// Bytes after the last checkpoint that form no frame: a torn write.
    Torn(u64),
    /// The ledger never had the expected checkpoint.
    NotExpected {
        /// The fingerprint that the verifier brought.
        expected: Fingerprint,
    },
    /// A receipt's checkpoint is another one than the expected.
    OtherCheckpoint {
        /// The fingerprint that the verifier brought.
        expected: Fingerprint,
    },
    /// The policy does not trust this log.
    NotTrusted,
    /// The policy's quorum of witnesses is not met.
    QuorumNotMet,
    /// Too few witnesses who recompute cosigned the snapshot.
    NumbersQuorumNotMet,
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
    /// A file that every published log has is not there: a tile, a bundle, the checkpoint, one beside them.
    FileMissing,
    /// A file was changed on its way by a program that nobody asked to.
    Changed(TransferChange),
    /// A published bundle cannot be divided into its entries.
    TileFormat(TileError),
    /// There is nothing: no event at all.
    Nothing,
    /// A proof of rows does not show what it says.
    Unproved(RowsUnproved),
    /// A row does not follow from the others that are shown, under a snapshot that the log signed.
    RowDiffers {
        /// Of how many events the rows are.
        size: Size,
        /// The row.
        row: Contradiction,
    },
    /// The snapshot of a proof is not signed by the log, or by another key of it than the checkpoint.
    ProofNotTheLogs,
}

/// Where a checkpoint stood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CheckpointPlace {
    /// In a slot of the seal.
    Slot(SlotNumber),
    /// In a published folder.
    Published,
}

/// Where a snapshot stood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SnapshotPlace {
    /// Among those that a ledger keeps.
    Kept,
    /// In a published folder.
    Published,
}

impl Fault {
    /// A fault about the whole.
    pub fn of_ledger(what: FaultKind) -> Self {
        Self { sequence: None, unit: None, place: None, what }
    }

    /// Whether it is about the whole.
    pub fn is_of_ledger(&self) -> bool {
        self.sequence.is_none() && self.place.is_none()
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
        Self { sequence: None, unit: None, place: Some(FilePlace { file: file.to_owned(), offset }), what }
    }

    /// The stable code that people quote.
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
            FaultKind::NotTheLogs(_) | FaultKind::SnapshotNotTheLogs(_) | FaultKind::ProofNotTheLogs => Code::V8,
            FaultKind::NoCheckpoint | FaultKind::SealLength(_) | FaultKind::Slot(_) => Code::V9,
            FaultKind::Unsealed(_) | FaultKind::Torn(_) => Code::V10,
            FaultKind::NotExpected { .. } | FaultKind::OtherCheckpoint { .. } => Code::V11,
            FaultKind::NotTrusted => Code::V12,
            FaultKind::QuorumNotMet => Code::V13,
            FaultKind::NumbersQuorumNotMet => Code::V32,
            FaultKind::FileDiffers => Code::V14,
            FaultKind::Inclusion => Code::V15,
            FaultKind::Nothing => Code::V18,
            FaultKind::AttachmentMissing(_) => Code::V19,
            FaultKind::AttachmentAltered(_) => Code::V20,
            FaultKind::TileForged => Code::V21,
            FaultKind::FileMissing => Code::V22,
            FaultKind::TileFormat(_) => Code::V23,
            FaultKind::Changed(_) => Code::V29,
            FaultKind::SnapshotRoot { .. } | FaultKind::SnapshotRows { .. } | FaultKind::RowDiffers { .. } => Code::V30,
            FaultKind::Unproved(_) => Code::V31,
        }
    }

    /// What this fault alone would make of the verdict.
    pub fn verdict(&self) -> Verdict {
        match self.code() {
            Code::R36 | Code::V29 => Verdict::Unreadable,
            Code::V10 | Code::V13 | Code::V19 | Code::V22 | Code::V32 => Verdict::Insufficient,
            _ => Verdict::Failed,
        }
    }
}

/// The answer. Ordered by gravity: "no" outweighs "cannot tell", which outweighs "not enough".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verdict {
    /// Everything was recomputed and agrees.
    Verified,
    /// Genuine as far as it goes, but not sufficient: no quorum of witnesses, an unsealed tail, or a published file or
    /// an attachment that is not there.
    Insufficient,
    /// Cannot tell: made by a newer version, or changed on its way.
    Unreadable,
    /// The answer is no.
    Failed,
}
