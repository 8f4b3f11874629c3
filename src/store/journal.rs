//! The journal: segments of frames, read in order and appended to. The durable truth.

pub mod disk;
pub mod inspect;
pub mod log_key;
#[cfg(feature = "test-disk")]
pub mod memory;
pub mod recover;
pub mod walk;

use std::io;

use self::disk::Disk;
use super::error::InFile;
use super::files;
use crate::domain::number::Sequence;
use crate::ledger::files::frame::{self, FRAME_HEADER_BYTES, FRAME_MAGIC, Frame, FrameError, SEGMENT_BYTES};

/// How many times its own length a segment may cost a reader in stretches that look like frames and are none. Damage
/// costs each frame once; a forger who lets thousands overlap would keep a verifier busy for days.
const PATIENCE: usize = 4;

/// A stretch of a segment: a whole frame, or bytes that are none.
#[derive(Debug)]
pub struct Fragment {
    /// The name of the segment.
    pub file: String,
    /// The byte of the segment at which it begins.
    pub offset: u64,
    /// How many bytes it takes.
    pub bytes: u64,
    /// The frame, or what is wrong.
    pub frame: Result<Frame, FrameError>,
    /// Whether any segment follows: then nothing here can be a torn write.
    pub segments_follow: bool,
}

/// The segments of a journal, in order: the files that are named as segments are.
fn segments<D: Disk>(disk: &D) -> io::Result<Vec<String>> {
    Ok(disk.list(files::JOURNAL)?.into_iter().filter(|name| files::first_of(name).is_some()).collect())
}

/// The segments that follow one, in order.
///
/// # Errors
/// Those of the disk.
pub fn segments_behind<D: Disk>(disk: &D, segment: &str) -> io::Result<Vec<String>> {
    Ok(segments(disk)?.into_iter().filter(|name| name.as_str() > segment).collect())
}

/// What else lies among the segments: what a file manager or a backup left there, and what is passed over.
///
/// # Errors
/// Those of the disk.
pub fn strangers<D: Disk>(disk: &D) -> io::Result<Vec<String>> {
    Ok(disk.list(files::JOURNAL)?.into_iter().filter(|name| files::first_of(name).is_none()).collect())
}

/// Reads the journal fragment by fragment, a segment at a time. Damage is handed on with its place, and reading goes on
/// at the next frame.
#[derive(Debug)]
pub struct JournalReader<'d, D> {
    disk: &'d D,
    files: std::vec::IntoIter<String>,
    segment: Option<(String, Vec<u8>)>,
    at: usize,
    /// Bytes of this segment that were looked at in vain.
    spent: usize,
}

impl<'d, D: Disk> JournalReader<'d, D> {
    /// From the first frame.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn open(disk: &'d D) -> io::Result<Self> {
        let files = segments(disk)?.into_iter();
        Ok(Self { disk, files, segment: None, at: 0, spent: 0 })
    }

    /// From the segment on in which an event is, by the segments' names.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn from(disk: &'d D, event: Sequence) -> io::Result<Self> {
        let mut names = segments(disk)?;
        let earlier = |name: &String| files::first_of(name).is_some_and(|first| first <= event);
        let from = names.iter().rposition(earlier).unwrap_or(0);
        Ok(Self { files: names.split_off(from).into_iter(), disk, segment: None, at: 0, spent: 0 })
    }

    /// The first event of the segment that is read next, by its name.
    fn first_of_next(&self) -> Option<Sequence> {
        self.files.as_slice().first().and_then(|name| files::first_of(name))
    }

    fn fragment(&mut self) -> io::Result<Option<Fragment>> {
        loop {
            if let Some((file, bytes)) = self.segment.as_ref().filter(|(_, bytes)| self.at < bytes.len()) {
                let offset = self.at;
                let frame = frame::decode(&bytes[offset..]);
                let length = match &frame {
                    Ok(frame) => frame.bytes,
                    Err(FrameError::Checksum(_) | FrameError::Layout) if self.spent > PATIENCE * bytes.len() => {
                        bytes.len() - offset
                    }
                    Err(error) => {
                        if matches!(error, FrameError::Checksum(_) | FrameError::Layout) {
                            self.spent += claimed_end(bytes, offset).map_or(0, |end| end - offset);
                        }
                        next_frame(bytes, offset) - offset
                    }
                };
                self.at += length;
                return Ok(Some(Fragment {
                    file: file.clone(),
                    offset: offset as u64,
                    bytes: length as u64,
                    frame,
                    segments_follow: self.files.len() > 0,
                }));
            }
            let Some(file) = self.files.next() else { return Ok(None) };
            let bytes = self.disk.read(&file).map_err(|source| InFile::error(&file, source))?;
            (self.segment, self.at, self.spent) = (Some((file, bytes)), 0, 0);
        }
    }
}

impl<D: Disk> Iterator for JournalReader<'_, D> {
    type Item = io::Result<Fragment>;

    fn next(&mut self) -> Option<Self::Item> {
        self.fragment().transpose()
    }
}

/// Where the next frame begins after damage at `offset`: after the damaged frame if its length still holds, else
/// wherever the magic stands next.
fn next_frame(bytes: &[u8], offset: usize) -> usize {
    let begins = |at: usize| bytes.get(at..).is_some_and(|rest| rest.is_empty() || rest.starts_with(&FRAME_MAGIC));
    if let Some(after) = claimed_end(bytes, offset).filter(|after| begins(*after)) {
        return after;
    }
    let found = bytes[offset + 1..].windows(FRAME_MAGIC.len()).position(|window| window == FRAME_MAGIC);
    found.map_or(bytes.len(), |found| offset + 1 + found)
}

/// Where the frame at `offset` ends, if its length is to be believed.
fn claimed_end(bytes: &[u8], offset: usize) -> Option<usize> {
    let length = bytes.get(offset + 4..offset + 8)?;
    let length = u32::from_le_bytes([length[0], length[1], length[2], length[3]]) as usize;
    offset.checked_add(FRAME_HEADER_BYTES)?.checked_add(length)
}

/// Where the next frame goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JournalWriter {
    /// The segment being written.
    pub file: String,
    /// The segment's length in bytes.
    pub length: u64,
}

impl JournalWriter {
    /// Of an empty journal.
    pub fn start() -> Self {
        Self { file: files::segment(Sequence(0)), length: 0 }
    }

    /// Whether the segment is as this writer left it: the same file, of the same length.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn is_as_left<D: Disk>(&self, disk: &D) -> io::Result<bool> {
        let standing = disk.standing(&self.file)?;
        Ok(standing == Some(self.length) || (standing.is_none() && self.length == 0))
    }

    /// Where a frame goes that begins with an event: into a new segment, when the last has grown enough.
    pub fn turn(&mut self, first: Sequence) {
        if self.length >= SEGMENT_BYTES {
            *self = Self { file: files::segment(first), length: 0 };
        }
    }

    /// Appends one frame and makes it durable.
    ///
    /// # Errors
    /// Those of the disk: after one, what is durable is not known.
    pub fn append<D: Disk>(&mut self, disk: &mut D, first: Sequence, envelopes: &[Vec<u8>]) -> io::Result<()> {
        self.turn(first);
        let bytes = frame::encode(first, envelopes);
        disk.append(&self.file, &bytes)?;
        disk.sync(&self.file)?;
        self.length += bytes.len() as u64;
        Ok(())
    }
}
