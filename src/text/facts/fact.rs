//! What a line of a result tells.

use crate::domain::code::Code;
use crate::domain::id::EventHash;
use crate::domain::number::{Sequence, Size, Voting};

/// A line that tells of figures, without a full stop.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "as of the labels")]
pub enum Fact<'a> {
    /// The share of the voters on the lists who were given a paper.
    Turnout {
        share: &'a str,
    },
    /// How many papers there are, and where the others are.
    InForce {
        protocols: u64,
        of: u64,
    },
    Awaited(u64),
    Annulled(u64),
    Failed(u64),
    Corrected(u64),
    /// Papers and summaries that came after their deadline, or have not come.
    Late(u64),
    Missing(u64),
    /// Turnout by an hour, in the precincts that had reported; and as a commission above them announced it.
    Hour {
        hour: &'a str,
        voters: u64,
        stations: u64,
        of: u64,
    },
    Bulletin {
        hour: &'a str,
        voters: u64,
        stations: Option<u64>,
    },
    /// Precincts without a valid result, and the voters on their lists.
    WithoutResult {
        units: u64,
        units_of: u64,
        voters: u64,
        voters_of: u64,
    },
    /// What a correction replaced, and a figure that it changed.
    Replaces {
        event: EventHash,
        reason: &'a str,
        decision: &'a str,
    },
    Changed {
        item: &'a str,
        before: &'a str,
        after: &'a str,
    },
    /// An observer's copy beside a version: the one in force when it was filed, or the one in force now.
    CopyAgainst {
        version: Sequence,
        then: bool,
        code: Option<Code>,
    },
    CopyRefused {
        reason: &'a str,
    },
    /// A complaint, and what was decided.
    Complaint {
        against: Sequence,
        subject: &'a str,
    },
    ComplaintDecided {
        event: Sequence,
        outcome: &'a str,
        reason: &'a str,
    },
    /// A cell of a summary that is not the sum of its protocols.
    Cell {
        cell: &'a str,
        unit: &'a str,
        stated: &'a str,
        recomputed: &'a str,
    },
    /// At which size the figures stand, and whose fingerprint they are under.
    At {
        at: Size,
        of: Size,
    },
    Findings {
        shown: usize,
        size: Size,
    },
    Rules {
        fingerprint: &'a str,
    },
    /// A commission: above it, its first event, its size.
    Below(&'a str),
    FormedBy(Sequence),
    Commission {
        members: usize,
        quorum: u16,
    },
    Until(Sequence),
    /// The history of a paper.
    Voting(Voting),
    TurnoutAt {
        hour: &'a str,
        voters: u64,
    },
    /// What `sign` and `submit` did.
    Signatures(usize),
    Accepted {
        paper: &'a str,
        sequence: Sequence,
        event: EventHash,
        /// None where it could not be written.
        receipt: Option<&'a str>,
    },
    Owed {
        owed: usize,
        named: usize,
        names: &'a str,
        paper: &'a str,
    },
    /// How many faults a verification found beyond those that are listed.
    More(u64),
    /// What explains the first of them.
    Next {
        command: &'a str,
    },
    /// What tells the rest of a receipt.
    AskTheLedger {
        command: &'a str,
    },
    SizeOf {
        size: Size,
        origin: &'a str,
    },
    Within {
        sequence: Sequence,
        event: &'a str,
    },
    Arrived {
        event: &'a str,
        arrival: &'a str,
        signatures: usize,
    },
    /// A rule of the form.
    Demands {
        rule: &'a str,
    },
    Seconds {
        name: &'a str,
        tenths: u64,
    },
}
