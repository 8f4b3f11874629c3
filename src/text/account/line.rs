//! A line of the account: which step, how it ended, and what is told of it.

use crate::domain::clock::ClockJump;
use crate::domain::number::Size;
use crate::domain::time::Offset;
use crate::verify::fault::Fault;
use crate::verify::report::Trust;

/// How a step ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// The verifier proved it.
    Ok,
    /// The answer is no.
    Failed,
    /// To be known, and no reason to say no.
    Note,
    /// Could not be asked.
    Skipped,
}

/// The steps, in the order in which they are told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::text) enum Step {
    Trust,
    Checkpoint,
    Witnesses,
    /// Told of a published log only.
    Tiles,
    Chain,
    /// Told only where the log's clock jumped.
    Clock,
    Signatures,
    Rules,
    Totals,
    Findings,
    Rows,
    /// Told only where a file beside the journal differs, or something lies in the journal that does not belong there.
    Files,
    /// Told where events name files, or where these were asked for.
    Attachments,
}

impl Step {
    /// As JSON names it, in every language.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Trust => "Trust",
            Self::Checkpoint => "Checkpoint",
            Self::Witnesses => "Witnesses",
            Self::Chain => "Chain",
            Self::Clock => "Clock",
            Self::Signatures => "Signatures",
            Self::Rules => "Rules",
            Self::Totals => "Totals",
            Self::Findings => "Findings",
            Self::Rows => "Rows",
            Self::Tiles => "Tiles",
            Self::Files => "Files",
            Self::Attachments => "Attachments",
        }
    }
}

/// A step, how it ended, and what is told.
pub(in crate::text) struct Line<'a> {
    pub step: Step,
    pub status: Status,
    pub detail: Detail<'a>,
    /// Whose word the checkpoint is taken on, in the first line.
    pub trust: Option<Trust>,
}

/// What is told of a step.
pub(in crate::text) enum Detail<'a> {
    /// The policy trusts the log; an expected fingerprint was found too.
    ByPolicy {
        file: Option<&'a str>,
        expected: Option<Size>,
    },
    PolicyRefuses(Option<&'a str>),
    NothingForPolicy(Option<&'a str>),
    AsExpected(Size),
    GrewSinceExpected(Size),
    NeverAsExpected,
    ExpectedNotSought,
    /// No key from elsewhere; whether at least everything in the ledger agrees with it.
    OnItsOwnWord {
        consistent: bool,
    },
    /// A checkpoint that stands, and what came after it.
    Signed {
        size: Size,
        key: String,
        unsealed: Option<Size>,
        torn: Option<u64>,
    },
    SealWrong {
        places: usize,
        first: &'a Fault,
    },
    NoCheckpoint,
    NoPolicy,
    NoPolicyButExpected,
    LogNotTrusted,
    NoneAsked(&'a [String]),
    TooFew(&'a [String]),
    Cosigned(&'a [String]),
    NoEvents,
    Linked(Size),
    Broken {
        places: usize,
        first: &'a Fault,
    },
    /// The clock jumped, so many times; the first jump, and the clock of the election.
    ClockJumped {
        jumps: usize,
        first: &'a ClockJump,
        offset: Offset,
    },
    SignaturesHold(u64),
    SignaturesWrong {
        events: usize,
        first: &'a Fault,
    },
    SignaturesUnread {
        events: usize,
    },
    Admissible {
        rules: u16,
    },
    /// As [`Detail::Admissible`], of the events that came as far as the rules.
    AdmissibleAsJudged {
        rules: u16,
    },
    Inadmissible {
        events: usize,
        first: &'a Fault,
    },
    Newer {
        first: &'a Fault,
    },
    NoFounding,
    Recomputed,
    RecomputedInPart {
        left_out: usize,
    },
    CannotRecompute,
    NoFindings,
    Findings {
        errors: usize,
        warnings: usize,
        cells: usize,
        counters: usize,
    },
    /// The snapshot of the checkpoint's size is what the events give.
    RowsProved(Size),
    /// One of an earlier size is.
    RowsProvedTo(Size),
    NoSnapshot,
    /// Too few computed the rows, by the policy.
    RowsTooFew,
    RowsNotAsked,
    RowsWrong {
        places: usize,
        first: &'a Fault,
    },
    FilesDiffer(Vec<&'a str>),
    /// What is no segment of the journal, and lies among them.
    PassedOver(&'a [String]),
    /// Files of a published log that cannot be had as they were published.
    FilesLacking {
        places: usize,
        first: &'a Fault,
    },
    /// How many tiles of hashes were held against the events.
    Tiles(u64),
    TilesWrong {
        places: usize,
        first: &'a Fault,
    },
    AttachmentsNotAsked(usize),
    /// Of the files that events name, how many are there as they were signed; and how many lie there that none names.
    Attachments {
        named: usize,
        there: usize,
        unnamed: usize,
    },
    AttachmentsWrong {
        missing: usize,
        altered: usize,
        first: &'a Fault,
    },
}
