//! The account of a verification, decided once for every language: which steps there are, how each ended, and what is
//! to be told of it; and then, in the reader's language.

mod look;
mod words;

pub(super) use words::MESSAGES;

use self::look::Look;
use super::{CheckLine, Lang};
use crate::domain::number::Size;
use crate::verify::{Fault, Report, Trust};

/// How a step ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Status {
    /// Proved.
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
pub(super) enum Step {
    Trust,
    Checkpoint,
    Witnesses,
    /// Told of a published log only.
    Tiles,
    Chain,
    Signatures,
    Rules,
    Totals,
    Findings,
    /// Told only where a file beside the journal differs.
    Files,
    /// Told where events name files, or where these were asked for.
    Attachments,
}

impl Step {
    /// As JSON names it, in every language.
    fn as_str(self) -> &'static str {
        match self {
            Self::Trust => "Trust",
            Self::Checkpoint => "Checkpoint",
            Self::Witnesses => "Witnesses",
            Self::Chain => "Chain",
            Self::Signatures => "Signatures",
            Self::Rules => "Rules",
            Self::Totals => "Totals",
            Self::Findings => "Findings",
            Self::Tiles => "Tiles",
            Self::Files => "Files",
            Self::Attachments => "Attachments",
        }
    }
}

/// A step, how it ended, and what is told.
pub(super) struct Line<'a> {
    pub step: Step,
    pub status: Status,
    pub detail: Detail<'a>,
    /// Whose word the checkpoint is taken on, in the first line.
    pub trust: Option<Trust>,
}

/// What is told of a step.
pub(super) enum Detail<'a> {
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
    FilesDiffer(Vec<&'a str>),
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

/// The account, step by step.
pub(super) fn account<'a>(report: &'a Report, policy_file: Option<&'a str>) -> Vec<Line<'a>> {
    let look = Look { report, policy_file };
    let line = |step, (status, detail)| Line { step, status, detail, trust: None };
    let (status, detail) = look.trust();
    let mut lines = vec![Line { step: Step::Trust, status, detail, trust: Some(report.trust) }];
    lines.push(line(Step::Checkpoint, look.checkpoint()));
    lines.push(line(Step::Witnesses, look.witnesses()));
    lines.extend(look.tiles().map(|told| line(Step::Tiles, told)));
    lines.push(line(Step::Chain, look.chain()));
    lines.push(line(Step::Signatures, look.signatures()));
    lines.push(line(Step::Rules, look.rules()));
    lines.push(line(Step::Totals, look.totals()));
    lines.push(line(Step::Findings, look.findings()));
    lines.extend(look.files().map(|told| line(Step::Files, told)));
    lines.extend(look.attachments().map(|told| line(Step::Attachments, told)));
    lines
}

/// A step in words.
pub(super) fn line(lang: Lang, line: &Line<'_>) -> CheckLine {
    let word = match (line.trust, line.status) {
        (Some(trust), Status::Ok | Status::Note) => words::trusted(lang, trust),
        (_, status) => words::status(lang, status),
    };
    CheckLine {
        step: line.step.as_str(),
        name: words::step(lang, line.step),
        status: line.status,
        word,
        detail: words::detail(lang, &line.detail),
    }
}
