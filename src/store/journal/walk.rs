//! The one walk over the journal: frame after frame, and what is wrong between them, by section 12.3 of
//! `docs/format.md`. What follows from it is for whoever walks: the writer's recovery stops at the first damage, the
//! verifier's inspection tells it and goes on, readers have nothing to answer from.

use std::io;

use super::disk::Disk;
use super::{Fragment, JournalReader};
use crate::domain::number::{Sequence, Size};
use crate::ledger::files::frame::{Frame, FrameError};
use crate::verify::fault::FaultKind;

/// What stands next in the journal.
#[derive(Debug)]
pub enum Step {
    /// A whole frame that follows the one before it: its envelopes.
    Frame(Vec<Vec<u8>>),
    /// Bytes that begin no whole frame, or a frame that claims another place than its own.
    Damage {
        /// What is wrong with the bytes.
        what: FaultKind,
        /// Envelopes that can be read there all the same.
        envelopes: Vec<Vec<u8>>,
    },
    /// A write that did not end: everything to the end of the last segment, whatever whole frames lie inside.
    TornTail,
}

/// A stretch of a segment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Span {
    /// The name of the segment.
    pub file: String,
    /// The byte of the segment at which it begins.
    pub offset: u64,
    /// How many bytes it takes.
    pub bytes: u64,
}

/// Walks the journal from its first frame on.
#[derive(Debug)]
pub struct Walk<'d, D> {
    fragments: JournalReader<'d, D>,
    /// How many events the seal covers. Before they are there, and after any bad frame, nothing is a torn write; nor is
    /// it where no slot of the seal is whole, or the seal covers nothing: no founding leaves it so.
    sealed: Option<Size>,
    /// How many envelopes stood in the frames so far.
    seen: Size,
    /// What the next frame should begin with.
    next: Sequence,
}

impl<'d, D: Disk> Walk<'d, D> {
    /// Begins, knowing how many events the seal covers, if that is known.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn begin(disk: &'d D, sealed: Option<Size>) -> io::Result<Self> {
        let sealed = sealed.filter(|size| *size > Size(0));
        Ok(Self { fragments: JournalReader::open(disk)?, sealed, seen: Size(0), next: Sequence(0) })
    }

    /// Begins at the segment in which an event is, by the segments' names. Nothing there is taken for a torn write.
    fn at(disk: &'d D, event: Sequence) -> io::Result<Self> {
        let fragments = JournalReader::from(disk, event)?;
        let next = fragments.first_of_next().unwrap_or(Sequence(0));
        Ok(Self { fragments, sealed: None, seen: Size(0), next })
    }

    fn step(&mut self) -> io::Result<Option<(Span, Step)>> {
        let Some(fragment) = self.fragments.next().transpose()? else { return Ok(None) };
        let Fragment { file, offset, bytes, frame, segments_follow } = fragment;
        let mut span = Span { file, offset, bytes };
        let step = match frame {
            Ok(frame) => self.whole(frame),
            Err(_) if !segments_follow && self.sealed.is_some_and(|sealed| self.seen >= sealed) => {
                for fragment in self.fragments.by_ref() {
                    span.bytes += fragment?.bytes;
                }
                Step::TornTail
            }
            Err(error) => self.bad(error),
        };
        Ok(Some((span, step)))
    }

    /// A lost frame is one fault, and not one for every frame after it.
    fn whole(&mut self, frame: Frame) -> Step {
        let follows = frame.first == self.next;
        self.next = frame.first;
        self.count(&frame.envelopes);
        match follows {
            true => Step::Frame(frame.envelopes),
            false => Step::Damage { what: FaultKind::FrameSequence, envelopes: frame.envelopes },
        }
    }

    fn bad(&mut self, mut error: FrameError) -> Step {
        self.sealed = None;
        let readable = match &mut error {
            FrameError::Checksum(frame) => frame.take(),
            _ => None,
        };
        let envelopes = readable.map(|frame| frame.envelopes).unwrap_or_default();
        self.count(&envelopes);
        Step::Damage { what: FaultKind::Frame(error), envelopes }
    }

    fn count(&mut self, envelopes: &[Vec<u8>]) {
        let more = envelopes.len() as u64;
        self.seen = Size(self.seen.0 + more);
        self.next = Sequence(self.next.0.saturating_add(more));
    }
}

impl<D: Disk> Iterator for Walk<'_, D> {
    type Item = io::Result<(Span, Step)>;

    fn next(&mut self) -> Option<Self::Item> {
        self.step().transpose()
    }
}

/// The entries from one on, up to a size.
///
/// # Errors
/// Those of the disk, and damage.
pub fn entries<D: Disk>(disk: &D, first: Sequence, size: Size) -> io::Result<Vec<Vec<u8>>> {
    let (mut walk, mut entries) = (Walk::at(disk, first)?, Vec::new());
    while size.covers(walk.next) {
        let begins = walk.next.0;
        let envelopes = match walk.step()? {
            None => break,
            Some((_, Step::Frame(envelopes))) => envelopes,
            Some((_, Step::Damage { what: FaultKind::Frame(error), .. })) => return Err(io::Error::other(error)),
            Some((_, Step::Damage { .. } | Step::TornTail)) => return Err(io::ErrorKind::InvalidData.into()),
        };
        let is_wanted = |place: u64| first.0 <= place && place < size.0;
        entries
            .extend(envelopes.into_iter().zip(begins..).filter(|(_, place)| is_wanted(*place)).map(|(entry, _)| entry));
    }
    Ok(entries)
}
