//! Observers, agents and the media, and the copies of protocols that they were handed.

use serde::{Deserialize, Serialize};

use super::id::{ObserverId, UnitId};
use super::protocol::{Attachment, Figures, Paper};
use super::text::Text;
use crate::crypto::key::PublicKey;

/// In which role somebody is accredited.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObserverRole {
    /// An observer from abroad.
    International,
    /// An observer of the country.
    Domestic,
    /// A candidate's or a party's agent.
    Agent,
    /// A journalist, accredited by a medium.
    Media,
}

/// Somebody may watch and file copies. Signed by the central or a constituency commission.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObserverAccredited {
    /// The observer's name in files.
    pub observer: ObserverId,
    /// The organisation that sends the observer.
    pub organisation: Text,
    /// What the observer may do there.
    pub role: ObserverRole,
    /// In which unit and everything below it.
    pub scope: UnitId,
    /// The key that signs copies and complaints. It belongs to this observer, once in the ledger.
    pub key: PublicKey,
}

/// The accreditation ends from this position of the log on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccreditationWithdrawn {
    /// The observer who is accredited no more.
    pub observer: ObserverId,
    /// Why, in the commission's words.
    pub reason: Text,
}

/// An observer's own record of a protocol. It changes no state: it stands beside the protocol and is compared.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CopyFiled {
    /// The paper that the copy is of.
    pub paper: Paper,
    /// What was handed over.
    pub content: CopyContent,
}

/// What the observer was handed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum CopyContent {
    /// A copy, with these figures; a figure that cannot be read is left out.
    Handed {
        /// The figures as on the copy.
        figures: Figures,
        /// Photographs of the copy.
        attachments: Vec<Attachment>,
    },
    /// Nothing: the copy was refused.
    Refused {
        /// In the observer's words.
        reason: Text,
    },
}
