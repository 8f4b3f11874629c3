//! Attachments: scans and photographs of a paper, by digest. The files are kept beside the ledger; what stands in a
//! statement is their name, kind, length and both digests, so that anybody who has a file can say whether it is the
//! one.

use super::protocol::{Attachment, Media};
use super::statement::Body;
use super::text::Text;
use crate::crypto::hash::{Digester, FileDigest};

/// The longest attachment, in bytes: 20 MB as file managers count them. A page scanned in colour at 600 dpi has 5 MB.
pub const ATTACHMENT_BYTES_MAX: u64 = 20 * 1024 * 1024;

/// How many bytes from its beginning tell what a file is.
pub const MAGIC_BYTES: usize = 8;

/// Why a file cannot be attached.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AttachmentFlaw {
    /// It has no bytes.
    #[error("the file is empty")]
    Empty,
    /// It has more bytes than [`ATTACHMENT_BYTES_MAX`].
    #[error("the file is larger than 20 MB")]
    TooLarge,
    /// It begins neither as a JPEG nor as a PNG nor as a PDF.
    #[error("by its first bytes the file is neither a JPEG nor a PNG nor a PDF")]
    UnknownMedia,
    /// Its name ends otherwise than its bytes begin.
    #[error("by its first bytes the file is a {}, and its name does not end so", .0.name())]
    Extension(Media),
}

impl Attachment {
    /// The attachment of a file: what it is, by its bytes, how long, and its digests.
    ///
    /// # Errors
    /// [`AttachmentFlaw`]; a name whose ending and bytes disagree is refused, because nothing is corrected in silence.
    pub fn of(name: Text, bytes: &[u8]) -> Result<Self, AttachmentFlaw> {
        if bytes.is_empty() {
            return Err(AttachmentFlaw::Empty);
        }
        if bytes.len() as u64 > ATTACHMENT_BYTES_MAX {
            return Err(AttachmentFlaw::TooLarge);
        }
        let media = Media::of(bytes).ok_or(AttachmentFlaw::UnknownMedia)?;
        if !media.is_ending(name.as_str()) {
            return Err(AttachmentFlaw::Extension(media));
        }
        let mut digester = Digester::default();
        digester.update(bytes);
        let digests = digester.finish();
        Ok(Self { name, media, bytes: digests.bytes, blake3: digests.blake3, sha256: digests.sha256 })
    }

    /// Whether the bytes that went through a digester are this attachment's: length and both digests.
    pub fn is_of(&self, digester: Digester) -> bool {
        let digests = digester.finish();
        (self.bytes, self.blake3, self.sha256) == (digests.bytes, digests.blake3, digests.sha256)
    }

    /// What makes two attachments the same file, whatever they are called.
    pub fn content(&self) -> (FileDigest, FileDigest, u64) {
        (self.blake3, self.sha256, self.bytes)
    }
}

impl Media {
    /// What a file is, by its first [`MAGIC_BYTES`]: JPEG (ITU-T T.81, B.1.1.3: a start-of-image marker and the next
    /// marker), PNG (ISO/IEC 15948, 5.2), PDF (ISO 32000-1, 7.5.2).
    pub fn of(bytes: &[u8]) -> Option<Self> {
        const MAGIC: [(Media, &[u8]); 3] = [
            (Media::Jpeg, &[0xFF, 0xD8, 0xFF]),
            (Media::Png, &[0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n']),
            (Media::Pdf, b"%PDF-"),
        ];
        MAGIC.into_iter().find(|(_, magic)| bytes.starts_with(magic)).map(|(media, _)| media)
    }

    /// As people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Pdf => "PDF",
        }
    }

    /// How names of such files end; the first is the usual one.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
            Self::Pdf => &["pdf"],
        }
    }

    fn is_ending(self, name: &str) -> bool {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        ending.is_some_and(|ending| self.endings().iter().any(|known| known.eq_ignore_ascii_case(ending)))
    }
}

impl Body {
    /// The files that a statement names.
    pub fn attachments(&self) -> &[Attachment] {
        use super::observer::CopyContent;
        match self {
            Self::ProtocolSubmitted(protocol) => &protocol.attachments,
            Self::ProtocolCorrected(corrected) => &corrected.protocol.attachments,
            Self::CopyFiled(filed) => match &filed.content {
                CopyContent::Handed { attachments, .. } => attachments,
                CopyContent::Refused { .. } => &[],
            },
            Self::ElectionCalled(_)
            | Self::ContestCalled(_)
            | Self::LogKeyRotated(_)
            | Self::CommissionFormed(_)
            | Self::MemberReplaced(_)
            | Self::KeyRevoked(_)
            | Self::NominationApproved(_)
            | Self::CandidateRegistered(_)
            | Self::CandidateWithdrawn(_)
            | Self::ObserverAccredited(_)
            | Self::AccreditationWithdrawn(_)
            | Self::OpeningSealed(_)
            | Self::TurnoutReported(_)
            | Self::ProtocolAnnulled(_)
            | Self::VotingFailed(_)
            | Self::RepeatVotingCalled(_)
            | Self::SummarySubmitted(_)
            | Self::SummaryCorrected(_)
            | Self::ComplaintFiled(_)
            | Self::ComplaintDecided(_)
            | Self::ResultCertified(_)
            | Self::LedgerClosed(_) => &[],
        }
    }
}

/// How the file of an attachment stands beside a ledger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AttachmentFile {
    /// It is there: length and both digests are those that were signed.
    There,
    /// It is not there.
    Missing,
    /// Something else stands in its place.
    Altered,
}
