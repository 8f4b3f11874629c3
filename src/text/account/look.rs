//! What a report says about each step. Faults are divided into families by an exhaustive match: a new kind of fault
//! does not compile until it is a reason in one of the lines.

use super::line::{Detail, Status};
use crate::crypto::vkey::VerifierKey;
use crate::domain::code::{Code, FindingCode};
use crate::domain::form::Severity;
use crate::domain::number::Size;
use crate::domain::rejection::Rejection;
use crate::ledger::submission::SubmissionError;
use crate::tally::attachments::attachments;
use crate::tally::findings::findings;
use crate::tally::moment::Moment;
use crate::verify::fault::{Fault, FaultKind, Verdict};
use crate::verify::report::{Attachments, Expected, Report, Snapshots, Trust};

/// How a step ended, and what is told of it.
type Told<'a> = (Status, Detail<'a>);

/// Where the account looks.
pub(super) struct Look<'a> {
    pub report: &'a Report,
    pub policy_file: Option<&'a str>,
}

impl<'a> Look<'a> {
    fn of(&self, families: &'static [Family]) -> impl Iterator<Item = &'a Fault> {
        self.report.faults.iter().filter(|fault| families.contains(&family(&fault.what)))
    }

    fn has(&self, code: Code) -> bool {
        self.report.has(&[code])
    }

    pub fn trust(&self) -> Told<'a> {
        let file = self.policy_file;
        let expected = match self.report.expected {
            Expected::At(size) => Some(size),
            Expected::NotAsked | Expected::Never => None,
        };
        match (self.report.trust, expected) {
            _ if self.has(Code::V12) => (Status::Failed, Detail::PolicyRefuses(file)),
            _ if self.has(Code::V11) => (Status::Failed, Detail::NeverAsExpected),
            (Trust::Policy, _) if self.report.checkpoint.is_none() => (Status::Skipped, Detail::NothingForPolicy(file)),
            (Trust::Policy, expected) => (Status::Ok, Detail::ByPolicy { file, expected }),
            (Trust::Expected, Some(size)) if size < self.report.head.size => {
                (Status::Note, Detail::GrewSinceExpected(size))
            }
            (Trust::Expected, Some(size)) => (Status::Ok, Detail::AsExpected(size)),
            (Trust::Expected, None) => (Status::Skipped, Detail::ExpectedNotSought),
            (Trust::SelfSigned, _) => {
                let consistent = self.report.verdict() != Verdict::Failed;
                (Status::Note, Detail::OnItsOwnWord { consistent })
            }
        }
    }

    pub fn checkpoint(&self) -> Told<'a> {
        let mut wrong = self.of(&[Family::Seal]);
        if let Some(first) = wrong.next() {
            return (Status::Failed, Detail::SealWrong { places: 1 + wrong.count(), first });
        }
        let Some(checkpoint) = &self.report.checkpoint else { return (Status::Skipped, Detail::NoCheckpoint) };
        let tail = |find: fn(&FaultKind) -> Option<u64>| self.report.faults.iter().find_map(|f| find(&f.what));
        let unsealed = tail(|what| if let FaultKind::Unsealed(events) = what { Some(events.0) } else { None });
        let torn = tail(|what| if let FaultKind::Torn(bytes) = what { Some(*bytes) } else { None });
        // The read model's key is that of the last event, and the checkpoint's only if it covers that event.
        let covers_all = unsealed.is_none() && !self.has(Code::V2);
        let election = self.report.model.election().filter(|_| covers_all);
        let key = election.and_then(|election| election.log_key.parse::<VerifierKey>().ok());
        let key = key.map_or_else(|| checkpoint.origin.to_string(), |key| format!("{}+{}", key.name(), key.key_id()));
        let status = if self.of(&[Family::Tail]).next().is_none() { Status::Ok } else { Status::Note };
        (status, Detail::Signed { size: checkpoint.size, key, unsealed: unsealed.map(Size), torn })
    }

    pub fn witnesses(&self) -> Told<'a> {
        let names = self.report.witnesses.as_slice();
        match self.report.trust {
            _ if self.report.checkpoint.is_none() => (Status::Skipped, Detail::NoCheckpoint),
            _ if self.has(Code::V12) => (Status::Skipped, Detail::LogNotTrusted),
            _ if self.has(Code::V13) => (Status::Note, Detail::TooFew(names)),
            Trust::SelfSigned => (Status::Note, Detail::NoPolicy),
            Trust::Expected => (Status::Note, Detail::NoPolicyButExpected),
            Trust::Policy if !self.report.witnesses_asked => (Status::Note, Detail::NoneAsked(names)),
            Trust::Policy => (Status::Ok, Detail::Cosigned(names)),
        }
    }

    pub fn tiles(&self) -> Option<Told<'a>> {
        let tiles = self.report.tiles?;
        let mut wrong = self.of(&[Family::Tiles]);
        match wrong.next() {
            Some(first) => Some((Status::Failed, Detail::TilesWrong { places: 1 + wrong.count(), first })),
            None => {
                let mut lacking = self.of(&[Family::Unhad]);
                Some(match lacking.next() {
                    Some(first) => (Status::Note, Detail::FilesLacking { places: 1 + lacking.count(), first }),
                    None => (Status::Ok, Detail::Tiles(tiles)),
                })
            }
        }
    }

    pub fn chain(&self) -> Told<'a> {
        let mut broken = self.of(&[Family::Chain]);
        match broken.next() {
            Some(first) => (Status::Failed, Detail::Broken { places: 1 + broken.count(), first }),
            None if self.report.head.size == Size(0) => (Status::Skipped, Detail::NoEvents),
            None => (Status::Ok, Detail::Linked(self.report.head.size)),
        }
    }

    pub fn clock(&self) -> Option<Told<'a>> {
        let first = self.report.jumps.first()?;
        let offset = self.report.model.manifest().map(|manifest| manifest.utc_offset).unwrap_or_default();
        Some((Status::Note, Detail::ClockJumped { jumps: self.report.jumps.len(), first, offset }))
    }

    pub fn signatures(&self) -> Told<'a> {
        let mut wrong = self.of(&[Family::Signatures]);
        if let Some(first) = wrong.next() {
            return (Status::Failed, Detail::SignaturesWrong { events: 1 + wrong.count(), first });
        }
        // An event that was judged by the rules, newer ones too, had its signatures checked before.
        let is_unread = |fault: &&Fault| match family(&fault.what) {
            Family::Unread => true,
            Family::Newer => matches!(fault.what, FaultKind::Submission(_)),
            _ => matches!(fault.what, FaultKind::Envelope(_)),
        };
        match (self.report.faults.iter().filter(is_unread).count(), self.report.signatures) {
            (0, 0) => (Status::Skipped, Detail::NoEvents),
            (0, signatures) => (Status::Ok, Detail::SignaturesHold(signatures)),
            (events, _) => (Status::Note, Detail::SignaturesUnread { events }),
        }
    }

    pub fn rules(&self) -> Told<'a> {
        let mut wrong = self.of(&[Family::Rules, Family::Unread]);
        if let Some(first) = wrong.next() {
            return (Status::Failed, Detail::Inadmissible { events: 1 + wrong.count(), first });
        }
        if let Some(first) = self.of(&[Family::Newer]).next() {
            return (Status::Skipped, Detail::Newer { first });
        }
        let Some(election) = self.report.model.election() else { return (Status::Skipped, Detail::NoFounding) };
        let rules = election.founding.rules.0;
        let all_judged = self.of(&[Family::Chain, Family::Signatures]).next().is_none();
        (Status::Ok, if all_judged { Detail::Admissible { rules } } else { Detail::AdmissibleAsJudged { rules } })
    }

    pub fn totals(&self) -> Told<'a> {
        if self.of(&[Family::Newer]).next().is_some() {
            return (Status::Skipped, Detail::CannotRecompute);
        }
        if self.report.model.election().is_none() {
            return (Status::Skipped, Detail::NoFounding);
        }
        let left_out = self.of(&[Family::Unread, Family::Signatures, Family::Rules]).count();
        if left_out == 0 && self.of(&[Family::Chain]).next().is_none() {
            (Status::Ok, Detail::Recomputed)
        } else {
            (Status::Note, Detail::RecomputedInPart { left_out })
        }
    }

    pub fn findings(&self) -> Told<'a> {
        if self.report.model.election().is_none() {
            return (Status::Skipped, Detail::NoFounding);
        }
        // The read model holds what was replayed and no more, so the largest size asks for all of it, even where a
        // damaged chain miscounts itself.
        let (mut errors, mut warnings, mut cells, mut counters) = (0, 0, 0, 0);
        for finding in findings(&self.report.model, Moment::end(self.report.head.arrival)) {
            match (&finding.code, finding.severity) {
                (FindingCode::BuiltIn(Code::S1), _) => cells += finding.cells.len(),
                (FindingCode::BuiltIn(Code::S2), _) => counters += 1,
                (_, Severity::Error) => errors += 1,
                (_, Severity::Warning) => warnings += 1,
            }
        }
        if errors + warnings + cells + counters == 0 {
            (Status::Ok, Detail::NoFindings)
        } else {
            (Status::Note, Detail::Findings { errors, warnings, cells, counters })
        }
    }

    pub fn rows(&self) -> Told<'a> {
        let mut wrong = self.of(&[Family::Rows]);
        if let Some(first) = wrong.next() {
            return (Status::Failed, Detail::RowsWrong { places: 1 + wrong.count(), first });
        }
        let covered = self.report.checkpoint.as_ref().map(|checkpoint| checkpoint.size);
        match self.report.snapshot {
            _ if self.has(Code::V32) => (Status::Note, Detail::RowsTooFew),
            Snapshots::Nothing => (Status::Note, Detail::NoSnapshot),
            Snapshots::NotAsked => (Status::Skipped, Detail::RowsNotAsked),
            Snapshots::Agrees(size) if Some(size) == covered => (Status::Ok, Detail::RowsProved(size)),
            Snapshots::Agrees(size) => (Status::Note, Detail::RowsProvedTo(size)),
        }
    }

    pub fn files(&self) -> Option<Told<'a>> {
        let mut differ = self.of(&[Family::Files]).peekable();
        if differ.peek().is_none() {
            let strangers = self.report.passed_over.as_slice();
            return (!strangers.is_empty()).then_some((Status::Note, Detail::PassedOver(strangers)));
        }
        let name = |fault: &'a Fault| fault.place.as_ref().map(|place| place.file.as_str());
        Some((Status::Failed, Detail::FilesDiffer(differ.filter_map(name).collect())))
    }

    pub fn attachments(&self) -> Option<Told<'a>> {
        let wrong = |family| self.of(family).count();
        let (missing, altered) = (wrong(&[Family::NotThere]), wrong(&[Family::Altered]));
        if let Some(first) = self.of(&[Family::Altered]).chain(self.of(&[Family::NotThere])).next() {
            let status = if altered > 0 { Status::Failed } else { Status::Note };
            return Some((status, Detail::AttachmentsWrong { missing, altered, first }));
        }
        let named = attachments(&self.report.model).len();
        match self.report.attachments {
            None if named == 0 => None,
            None => Some((Status::Skipped, Detail::AttachmentsNotAsked(named))),
            Some(Attachments { there, unnamed }) => {
                let status = if unnamed == 0 { Status::Ok } else { Status::Note };
                Some((status, Detail::Attachments { named, there, unnamed }))
            }
        }
    }
}

/// What a fault is a fault of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Trust,
    Seal,
    Tail,
    Witnesses,
    /// What the log signed of the numbers.
    Rows,
    Chain,
    /// The event's bytes: neither signatures nor rules could be asked.
    Unread,
    Signatures,
    Rules,
    Newer,
    Tiles,
    Files,
    /// A file of a published log is missing, or was changed on its way.
    Unhad,
    /// Too few computed the numbers.
    Numbers,
    /// An attachment is missing.
    NotThere,
    /// An attachment is not what was signed.
    Altered,
}

fn family(what: &FaultKind) -> Family {
    match what {
        FaultKind::NotExpected { .. } | FaultKind::OtherCheckpoint { .. } | FaultKind::NotTrusted => Family::Trust,
        FaultKind::Root { .. }
        | FaultKind::NoCheckpoint
        | FaultKind::SealLength(_)
        | FaultKind::Slot(_)
        | FaultKind::NotTheLogs(_)
        | FaultKind::ProofNotTheLogs
        | FaultKind::Unproved(_)
        | FaultKind::Inclusion => Family::Seal,
        FaultKind::SnapshotNotTheLogs(_)
        | FaultKind::SnapshotRoot { .. }
        | FaultKind::SnapshotRows { .. }
        | FaultKind::RowDiffers { .. } => Family::Rows,
        FaultKind::Unsealed(_) | FaultKind::Torn(_) => Family::Tail,
        FaultKind::QuorumNotMet => Family::Witnesses,
        FaultKind::NumbersQuorumNotMet => Family::Numbers,
        FaultKind::Frame(_)
        | FaultKind::FrameSequence
        | FaultKind::Missing { .. }
        | FaultKind::Envelope(_)
        | FaultKind::Link(_)
        | FaultKind::Nothing => Family::Chain,
        FaultKind::Submission(error) => match error {
            SubmissionError::Statement(error) if error.is_newer() => Family::Newer,
            SubmissionError::TooLong(_)
            | SubmissionError::Layout
            | SubmissionError::NotAFile
            | SubmissionError::Statement(_) => Family::Unread,
            SubmissionError::Signature(_) | SubmissionError::SignatureOrder => Family::Signatures,
            SubmissionError::Key(_) => Family::Rules,
        },
        FaultKind::Inadmissible(Rejection::RulesUnknown(_)) => Family::Newer,
        FaultKind::Inadmissible(_) => Family::Rules,
        FaultKind::TileForged | FaultKind::TileFormat(_) => Family::Tiles,
        FaultKind::FileMissing | FaultKind::Changed(_) => Family::Unhad,
        FaultKind::FileDiffers => Family::Files,
        FaultKind::AttachmentMissing(_) => Family::NotThere,
        FaultKind::AttachmentAltered(_) => Family::Altered,
    }
}
