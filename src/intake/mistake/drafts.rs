//! Drafts that do not say what a statement of their kind says.

use crate::domain::attachment::AttachmentFlaw;
use crate::domain::id::ContestId;
use crate::domain::statement::Kind;
use crate::domain::text::Text;

/// Why a draft does not say what a statement of its kind says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DraftMistake {
    /// A draft of this kind has figures or names of an election, and none is at hand.
    ElectionUnknown(Kind),
    /// A word is no kind of draft.
    KindUnknown(String),
    /// The draft names another ledger than the one at hand.
    OtherLedger,
    /// The observer was refused a copy, and the draft has its figures.
    RefusedWithFigures,
    /// The observer was handed a copy, and the draft has a reason why not.
    HandedWithReason,
    /// A copy was `handed` or `refused`, and this is another word.
    NeitherHandedNorRefused,
    /// An item of the count stands among those of the opening.
    ItemOfCount,
    /// The form has no such item.
    ItemUnknown,
    /// The election has no such contest.
    ContestUnknown(ContestId),
    /// The ballot has no such number.
    NotOnBallot,
    /// Two lines are of one number on the ballot.
    NumberTwice,
    /// An entry for a scan names no file.
    ScanUnnamed,
    /// Two files of different bytes have one name.
    ScansNamedAlike(Text),
    /// No file lies under the scan's name.
    ScanMissing(String),
    /// A folder, a device or a pipe lies under the scan's name.
    ScanNotAFile(String),
    /// The file cannot be attached.
    ScanUnfit(String, AttachmentFlaw),
}
