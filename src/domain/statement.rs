//! What is said: a statement, its bytes, and the submission that carries signatures over it.
//!
//! ```text
//! version  u16   1
//! kind     u16   the number of the kind, below
//! ledger   32    the ledger's id; zeros in the founding statement
//! said at  u64   the signers' own time, milliseconds since 1970 in UTC
//! body           the kind's fields, in the codec of crypto/wire.rs
//! ```

use super::candidate::{CandidateRegistered, CandidateWithdrawn, NominationApproved};
use super::closing::{LedgerClosed, ResultCertified};
use super::commission::{CommissionFormed, KeyRevoked, MemberReplaced};
use super::complaint::{ComplaintDecided, ComplaintFiled};
use super::contest::ContestCalled;
use super::id::{ContestId, LedgerId, StatementHash, UnitId};
use super::manifest::ElectionCalled;
use super::observer::{AccreditationWithdrawn, CopyFiled, ObserverAccredited};
use super::protocol::{
    OpeningSealed, ProtocolAnnulled, ProtocolCorrected, ProtocolSubmitted, RepeatVotingCalled, TurnoutReported,
    VotingFailed,
};
use super::summary::{SummaryCorrected, SummarySubmitted};
use super::text::Text;
use super::time::Millis;
use crate::crypto::key::PublicKey;
use crate::crypto::{context, hash, wire};

/// The statement version that this program writes.
pub const STATEMENT_VERSION: u16 = 1;
/// Bytes before the body.
const HEADER_BYTES: usize = 44;

/// The log's key changes. Signed by the central commission, and by the old and the new log key.
#[derive(Clone, PartialEq, Eq, Debug, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogKeyRotated {
    /// The key until now, as a C2SP verifier key.
    pub old: Text,
    /// The key from the next checkpoint on.
    pub new: Text,
    /// Why the log's key changes.
    pub reason: Text,
}

/// Lists every kind once: its number for ever, its name, its body.
macro_rules! kinds {
    ($($number:literal $name:ident $word:literal,)*) => {
        /// The kinds of statement, and so of event. Numbers are never reused.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Kind {
            $(#[doc = concat!("Number ", stringify!($number), ".")] $name,)*
        }

        /// What is said, by kind.
        #[derive(Clone, PartialEq, Eq, Debug)]
        #[allow(clippy::large_enum_variant, reason = "the one large variant is the genesis; boxing every protocol costs more")]
        pub enum Body {
            $(#[doc = concat!("See [`", stringify!($name), "`].")] $name($name),)*
        }

        impl Kind {
            /// Every kind, ascending by number.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The kind's number in the bytes.
            pub fn number(self) -> u16 {
                match self { $(Self::$name => $number,)* }
            }

            /// The kind with this number.
            pub fn from_number(number: u16) -> Option<Self> {
                match number { $($number => Some(Self::$name),)* _ => None }
            }

            /// The kind's name, as in `ProtocolSubmitted`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name),)* }
            }

            /// The word by which the command line names a draft of this kind.
            pub fn word(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }

        impl Body {
            /// Which kind this is.
            pub fn kind(&self) -> Kind {
                match self { $(Self::$name(_) => Kind::$name,)* }
            }

            fn encode(&self) -> Result<Vec<u8>, wire::WireError> {
                match self { $(Self::$name(body) => wire::encode(body),)* }
            }

            fn decode(kind: Kind, bytes: &[u8]) -> Result<Self, wire::WireError> {
                match kind { $(Kind::$name => wire::decode(bytes).map(Self::$name),)* }
            }

            /// The body's fields, for people: any self-describing format.
            ///
            /// # Errors
            /// Those of the serializer.
            pub fn serialize_fields<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Self::$name(body) => serde::Serialize::serialize(body, serializer),)* }
            }

            /// The body of a kind from fields that a person wrote.
            ///
            /// # Errors
            /// Those of the deserializer.
            pub fn deserialize_fields<'de, D: serde::Deserializer<'de>>(kind: Kind, fields: D) -> Result<Self, D::Error> {
                match kind { $(Kind::$name => serde::Deserialize::deserialize(fields).map(Self::$name),)* }
            }
        }
    };
}

kinds! {
    1 ElectionCalled "founding",
    2 ContestCalled "contest",
    3 LogKeyRotated "log-key",
    4 CommissionFormed "commission",
    5 MemberReplaced "replacement",
    6 KeyRevoked "revocation",
    7 NominationApproved "nomination",
    8 CandidateRegistered "candidate",
    9 CandidateWithdrawn "withdrawal",
    10 ObserverAccredited "observer",
    11 AccreditationWithdrawn "accreditation-end",
    12 OpeningSealed "opening",
    13 TurnoutReported "turnout",
    14 ProtocolSubmitted "protocol",
    15 ProtocolCorrected "correction",
    16 ProtocolAnnulled "annulment",
    17 VotingFailed "failed-voting",
    18 RepeatVotingCalled "repeat-voting",
    19 SummarySubmitted "summary",
    20 SummaryCorrected "summary-correction",
    21 CopyFiled "copy",
    22 ComplaintFiled "complaint",
    23 ComplaintDecided "complaint-decision",
    24 ResultCertified "certification",
    25 LedgerClosed "closing",
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

impl Body {
    /// The keys that this statement enrols: members', an observer's.
    pub fn enrols(&self) -> Vec<PublicKey> {
        match self {
            Self::ElectionCalled(founding) => founding.commission.members.iter().map(|member| member.key).collect(),
            Self::CommissionFormed(formed) => formed.members.iter().map(|member| member.key).collect(),
            Self::MemberReplaced(replaced) => vec![replaced.member.key],
            Self::ObserverAccredited(accredited) => vec![accredited.key],
            _ => Vec::new(),
        }
    }

    /// The unit that the statement is about; none for what concerns the whole.
    pub fn unit(&self) -> Option<&UnitId> {
        match self {
            Self::ElectionCalled(founding) => Some(&founding.commission.unit),
            Self::CommissionFormed(formed) => Some(&formed.unit),
            Self::MemberReplaced(replaced) => Some(&replaced.unit),
            Self::KeyRevoked(revoked) => Some(&revoked.unit),
            Self::ObserverAccredited(accredited) => Some(&accredited.scope),
            Self::OpeningSealed(sealed) => Some(&sealed.paper.unit),
            Self::TurnoutReported(reported) => Some(&reported.paper.unit),
            Self::ProtocolSubmitted(protocol) => Some(&protocol.paper.unit),
            Self::ProtocolCorrected(corrected) => Some(&corrected.protocol.paper.unit),
            Self::ProtocolAnnulled(annulled) => Some(&annulled.paper.unit),
            Self::VotingFailed(failed) => Some(&failed.paper.unit),
            Self::RepeatVotingCalled(repeat) => Some(&repeat.paper.unit),
            Self::CopyFiled(copy) => Some(&copy.paper.unit),
            Self::SummarySubmitted(summary) => Some(&summary.unit),
            Self::SummaryCorrected(corrected) => Some(&corrected.summary.unit),
            Self::ContestCalled(called) => called.contest.unit.as_ref(),
            Self::LogKeyRotated(_)
            | Self::NominationApproved(_)
            | Self::CandidateRegistered(_)
            | Self::CandidateWithdrawn(_)
            | Self::AccreditationWithdrawn(_)
            | Self::ComplaintFiled(_)
            | Self::ComplaintDecided(_)
            | Self::ResultCertified(_)
            | Self::LedgerClosed(_) => None,
        }
    }

    /// The contest that the statement is about; none for what concerns them all, or another event.
    pub fn contest(&self) -> Option<&ContestId> {
        match self {
            Self::ContestCalled(called) => Some(&called.contest.id),
            Self::NominationApproved(approved) => Some(&approved.contest),
            Self::CandidateRegistered(registered) => Some(&registered.contest),
            Self::CandidateWithdrawn(withdrawn) => Some(&withdrawn.contest),
            Self::OpeningSealed(sealed) => Some(&sealed.paper.contest),
            Self::TurnoutReported(reported) => Some(&reported.paper.contest),
            Self::ProtocolSubmitted(protocol) => Some(&protocol.paper.contest),
            Self::ProtocolCorrected(corrected) => Some(&corrected.protocol.paper.contest),
            Self::ProtocolAnnulled(annulled) => Some(&annulled.paper.contest),
            Self::VotingFailed(failed) => Some(&failed.paper.contest),
            Self::RepeatVotingCalled(repeat) => Some(&repeat.paper.contest),
            Self::CopyFiled(copy) => Some(&copy.paper.contest),
            Self::SummarySubmitted(summary) => Some(&summary.contest),
            Self::SummaryCorrected(corrected) => Some(&corrected.summary.contest),
            Self::ResultCertified(certified) => Some(&certified.contest),
            Self::ElectionCalled(_)
            | Self::LogKeyRotated(_)
            | Self::CommissionFormed(_)
            | Self::MemberReplaced(_)
            | Self::KeyRevoked(_)
            | Self::ObserverAccredited(_)
            | Self::AccreditationWithdrawn(_)
            | Self::ComplaintFiled(_)
            | Self::ComplaintDecided(_)
            | Self::LedgerClosed(_) => None,
        }
    }

    /// Why a commission says it; none of what needs no reason. Why an observer was refused a copy may not be known.
    pub fn reason(&self) -> Option<&Text> {
        match self {
            Self::LogKeyRotated(rotated) => Some(&rotated.reason),
            Self::MemberReplaced(replaced) => Some(&replaced.reason),
            Self::KeyRevoked(revoked) => Some(&revoked.reason),
            Self::CandidateWithdrawn(withdrawn) => Some(&withdrawn.reason),
            Self::AccreditationWithdrawn(withdrawn) => Some(&withdrawn.reason),
            Self::ProtocolCorrected(corrected) => Some(&corrected.reason),
            Self::ProtocolAnnulled(annulled) => Some(&annulled.reason),
            Self::VotingFailed(failed) => Some(&failed.reason),
            Self::RepeatVotingCalled(repeat) => Some(&repeat.reason),
            Self::SummaryCorrected(corrected) => Some(&corrected.reason),
            Self::ComplaintDecided(decided) => Some(&decided.reason),
            Self::ElectionCalled(_)
            | Self::ContestCalled(_)
            | Self::CommissionFormed(_)
            | Self::NominationApproved(_)
            | Self::CandidateRegistered(_)
            | Self::ObserverAccredited(_)
            | Self::OpeningSealed(_)
            | Self::TurnoutReported(_)
            | Self::ProtocolSubmitted(_)
            | Self::SummarySubmitted(_)
            | Self::CopyFiled(_)
            | Self::ComplaintFiled(_)
            | Self::ResultCertified(_)
            | Self::LedgerClosed(_) => None,
        }
    }
}

/// What is said, to which ledger, and when by the signers' own clocks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Statement {
    /// To which ledger; [`LedgerId::UNFOUNDED`] in the founding statement.
    pub ledger: LedgerId,
    /// The signers' own time. Lateness never uses it.
    pub said_at: Millis,
    /// What the signers say.
    pub body: Body,
}

/// Why bytes are not a statement.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StatementError {
    /// A version or kind that this program does not know: it cannot tell whether it is right.
    #[error("statement version {version}, kind {kind}: made by a newer version of the program")]
    Newer {
        /// The version that stands in the bytes.
        version: u16,
        /// The kind's number found.
        kind: u16,
    },
    /// A choice in the body that this program does not know, an operator or a role: it cannot tell either.
    #[error("variant {} of {}: made by a newer version of the program", .0.number, .0.of)]
    NewerChoice(wire::UnknownChoice),
    /// Fewer bytes than a header.
    #[error("a statement has at least {HEADER_BYTES} bytes")]
    TooShort,
    /// The time is after the year 9999.
    #[error("the signers' time is after the year 9999")]
    Time,
    /// The body does not decode.
    #[error(transparent)]
    Body(wire::WireError),
}

impl From<wire::WireError> for StatementError {
    fn from(error: wire::WireError) -> Self {
        match error {
            wire::WireError::Newer(choice) => Self::NewerChoice(choice),
            error => Self::Body(error),
        }
    }
}

impl StatementError {
    /// Whether a newer version of the program made the statement, so that this one cannot tell whether it is right.
    pub fn is_newer(&self) -> bool {
        matches!(self, Self::Newer { .. } | Self::NewerChoice(_))
    }
}

impl Statement {
    /// The canonical bytes: what members sign.
    ///
    /// # Errors
    /// [`wire::WireError::TooLong`] when the body does not fit an entry.
    pub fn encode(&self) -> Result<Vec<u8>, wire::WireError> {
        let body = self.body.encode()?;
        let mut bytes = Vec::with_capacity(HEADER_BYTES + body.len());
        bytes.extend(STATEMENT_VERSION.to_le_bytes());
        bytes.extend(self.body.kind().number().to_le_bytes());
        bytes.extend(self.ledger.0);
        bytes.extend(self.said_at.value().to_le_bytes());
        bytes.extend(body);
        Ok(bytes)
    }

    /// Reads canonical bytes.
    ///
    /// # Errors
    /// [`StatementError`]; bytes in a second spelling are refused.
    pub fn decode(bytes: &[u8]) -> Result<Self, StatementError> {
        let (header, body) = bytes.split_at_checked(HEADER_BYTES).ok_or(StatementError::TooShort)?;
        let u16_at = |at: usize| u16::from_le_bytes([header[at], header[at + 1]]);
        let (version, number) = (u16_at(0), u16_at(2));
        let newer = StatementError::Newer { version, kind: number };
        let kind = Kind::from_number(number).filter(|_| version == STATEMENT_VERSION).ok_or(newer)?;
        let (mut ledger, mut said_at) = ([0; 32], [0; 8]);
        ledger.copy_from_slice(&header[4..36]);
        said_at.copy_from_slice(&header[36..44]);
        Ok(Self {
            ledger: LedgerId(ledger),
            said_at: u64::from_le_bytes(said_at).try_into().map_err(|_| StatementError::Time)?,
            body: Body::decode(kind, body)?,
        })
    }

    /// The hash of a statement's bytes, under which it is admitted once.
    pub fn hash(bytes: &[u8]) -> StatementHash {
        StatementHash(hash::blake3_keyed(context::STATEMENT_HASH, bytes))
    }
}

/// A statement and the keys whose signatures over it were verified. The ledger floor makes one from bytes; only then
/// may [`decide`](super::rules::decide()) look at it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Submission {
    /// What the signers say.
    pub statement: Statement,
    /// The hash of the statement's bytes.
    pub hash: StatementHash,
    /// Who signed: strictly ascending, each signature verified.
    pub signers: Vec<PublicKey>,
}
