//! The protocol of a precinct: its figures, and everything that happens to the paper.

use serde::{Deserialize, Serialize};

use super::decision::Decision;
use super::id::{ContestId, EventHash, ItemKey, UnitId};
use super::number::{BallotNumber, Count, Seat, Voting};
use super::text::Text;
use super::time::{Day, HourOfDay, Millis};
use crate::crypto::hash::FileDigest;

/// The most attachments of one protocol: both sides of a booklet's pages, with room.
pub const ATTACHMENTS_MAX: usize = 64;

/// Which paper: of a contest, in a unit, at a voting.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// The contest that it counts.
    pub contest: ContestId,
    /// The unit where it is written.
    pub unit: UnitId,
    /// Which voting: 1 unless it was repeated.
    pub voting: Voting,
}

/// The figures of a paper. An item that is not on the paper is `None`, which is not zero.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// One entry for each item of the form, in the form's order.
    pub items: Vec<Option<Count>>,
    /// Votes by candidate, strictly ascending by ballot number.
    pub votes: Vec<(BallotNumber, Count)>,
}

/// How the figures of a paper miss the shape that its form and ballot demand.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ShapeFlaw {
    /// The list of items has another length than the form's.
    ItemCount {
        /// How many there are.
        found: usize,
        /// How many items the form has.
        expected: usize,
    },
    /// An item that must be on the paper is not.
    ItemMissing(ItemKey),
    /// An item of the count stands on an opening paper.
    ItemOfCount(ItemKey),
    /// A candidate on the ballot has no figure.
    CandidateMissing(BallotNumber),
    /// A figure for a number that is not on the ballot.
    CandidateUnknown(BallotNumber),
    /// The votes are not strictly ascending by ballot number.
    VotesUnordered,
}

impl Figures {
    /// The votes of one candidate.
    pub fn votes_of(&self, number: BallotNumber) -> Option<Count> {
        self.votes.iter().find(|(n, _)| *n == number).map(|(_, votes)| *votes)
    }

    /// The item at a position of the form, if it is on the paper.
    pub fn item(&self, at: usize) -> Option<Count> {
        self.items.get(at).copied().flatten()
    }
}

/// The items of stage `opening`, before the boxes are opened (Azerbaijan: items 1 to 6, Art. 100.2).
/// Signed by the precinct's quorum.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpeningSealed {
    /// The paper whose first items they are.
    pub paper: Paper,
    /// One entry for each item of the form; those of the count are `None`.
    pub items: Vec<Option<Count>>,
}

/// Voters so far: a precinct's own report, or a bulletin of a commission above it. Signed as the manifest's turnout
/// rule says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnoutReported {
    /// The paper of the voting that is reported on.
    pub paper: Paper,
    /// As of which hour of the polling day, at the unit's difference to UTC.
    pub as_of: HourOfDay,
    /// How many voters had taken a paper.
    pub voters: Count,
    /// In a bulletin of a commission above the precincts: how many of them had reported by then.
    pub stations: Option<Count>,
}

/// A scan or photograph, kept beside the ledger and named by its digests.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// The file's name, for people.
    pub name: Text,
    /// What kind of file.
    pub media: Media,
    /// The file's length in bytes, at most 20 MB.
    pub bytes: u64,
    /// BLAKE3 of the bytes.
    pub blake3: FileDigest,
    /// SHA-256 of the bytes.
    pub sha256: FileDigest,
}

/// The kinds of file that may be attached.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Media {
    /// `image/jpeg`
    Jpeg,
    /// `image/png`
    Png,
    /// `application/pdf`
    Pdf,
}

/// A member's written dissent, which the protocol notes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// The seat of the member who dissents.
    pub seat: Seat,
    /// In the member's words.
    pub opinion: Text,
}

/// The protocol: all items and all votes. Signed by the precinct's quorum.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProtocolSubmitted {
    /// The paper that it is written on.
    pub paper: Paper,
    /// What the commission counted: items, then votes.
    pub figures: Figures,
    /// Series and number of the official form; empty where the form has none.
    pub form_serial: Text,
    /// Date and time of completion, as on the paper.
    pub completed_at: Option<Millis>,
    /// Members who dissent, ascending by seat.
    pub dissent: Vec<Dissent>,
    /// Scans of the signed paper, by digest, at most [`ATTACHMENTS_MAX`].
    pub attachments: Vec<Attachment>,
}

/// A new version of a protocol in force. Signed by the precinct's quorum, or by the parent's after a recount.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProtocolCorrected {
    /// The event of the version it replaces.
    pub replaces: EventHash,
    /// Why the commission corrects it.
    pub reason: Text,
    /// The decision by which it does.
    pub decision: Decision,
    /// The new version, whole: figures, form and scans are superseded together.
    pub protocol: ProtocolSubmitted,
}

/// A protocol stops counting. Signed by a commission above.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProtocolAnnulled {
    /// The paper whose protocol is annulled.
    pub paper: Paper,
    /// The event of the version in force.
    pub protocol: EventHash,
    /// Why the commission above annuls it.
    pub reason: Text,
    /// The decision by which it does.
    pub decision: Decision,
}

/// There is no result here. Signed by a commission above.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VotingFailed {
    /// The paper that there will be no result on.
    pub paper: Paper,
    /// Why the voting failed.
    pub reason: Text,
    /// The decision by which the commission above declares so.
    pub decision: Decision,
}

/// The voting is held again. Signed by a commission above.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RepeatVotingCalled {
    /// The paper that failed or was annulled; the next one has the next voting's number.
    pub paper: Paper,
    /// The day of the repeat voting.
    pub day: Day,
    /// Why the voting is held again.
    pub reason: Text,
    /// The decision by which it is.
    pub decision: Decision,
}
