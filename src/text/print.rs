//! What stands on the printed protocol and nowhere else.

use crate::domain::id::UnitId;
use crate::domain::number::Sequence;

/// A heading of the printed protocol, or a line that is the same whatever the figures.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each is what it says; the languages' files have the words")]
pub enum Heading {
    // What the page is.
    Protocol,
    Summary,
    NoDocument,
    // Whose paper, and how it stands.
    Above,
    PollingDay,
    Standing,
    NotInForce,
    NoFigures,
    FormSerial,
    Completed,
    Arrived,
    // The figures.
    Item,
    Figure,
    InWords,
    NotOnPaper,
    // The counters of a summary.
    MadeAt,
    Units,
    Received,
    Basis,
    Failed,
    Annulled,
    LeftOut,
    // The people, and what happened.
    NotSigned,
    Nobody,
    Dissent,
    History,
    Attachments,
    // The proof.
    Sequence,
    Copy,
    SquareHoldsReceipt,
}

impl Heading {
    /// Every heading.
    pub const ALL: &[Self] = &[
        Self::Protocol,
        Self::Summary,
        Self::NoDocument,
        Self::Above,
        Self::PollingDay,
        Self::Standing,
        Self::NotInForce,
        Self::NoFigures,
        Self::FormSerial,
        Self::Completed,
        Self::Arrived,
        Self::Item,
        Self::Figure,
        Self::InWords,
        Self::NotOnPaper,
        Self::MadeAt,
        Self::Units,
        Self::Received,
        Self::Basis,
        Self::Failed,
        Self::Annulled,
        Self::LeftOut,
        Self::NotSigned,
        Self::Nobody,
        Self::Dissent,
        Self::History,
        Self::Attachments,
        Self::Sequence,
        Self::Copy,
        Self::SquareHoldsReceipt,
    ];
}

/// A line of the printed protocol that names something.
#[derive(Clone, Copy, Debug)]
pub enum Remark<'a> {
    /// Over the names of those who signed: for which commission.
    SignedFor(&'a UnitId),
    /// The receipt of this event is too long to be printed as a QR code.
    ReceiptElsewhere(Sequence),
}
