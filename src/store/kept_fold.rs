//! The fold of the events as a writer keeps it for the next one, which then checks what came since and no signature before.
//!
//! ```text
//! kept/note            what is kept of which checkpoint, and a digest of each part, signed by the log's key
//! kept/SIZE/NAME.N     the parts, each of [`PART_BYTES`] at the most: end, state, model, rows, published
//! ```
//! ```text
//! protokol kept fold v3
//! 3f1c…64 hexadecimal digits                      the digest of the program whose fold it is
//! elections.example/2026/parliament
//! 33498
//! CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
//! end.0 9tqZ0G1m7r8mS7Hn3o7V7b1rYwqk1cYb3mJm6s0mB1Y=
//! …
//! ```
//! It is the word of the log's key to itself: whoever has no key to write with does not believe it, and a writer with another
//! key makes its own. What is missing, damaged or of another program is none, and the journal is folded from its first event.

use std::collections::BTreeSet;
use std::io;

use super::files;
use super::journal::disk::Disk;
use super::program;
use super::publish::Stamps;
use crate::crypto::admitted::AdmittedKeys;
use crate::crypto::hash::FileDigest;
use crate::crypto::note::{Note, NoteSigner};
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::crypto::{base64, context, hash, wire};
use crate::domain::number::Size;
use crate::domain::state::State;
use crate::ledger::envelope::Head;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::tree::merkle::Tree;
use crate::tally::read_model::ReadModel;
use crate::tally::rows::KeptRows;
use crate::verify::fold::Fold;

/// The most bytes of a part: all that is held of a fold beside it.
const PART_BYTES: usize = 32 * 1024 * 1024;

/// The files that a fold is kept in, each in parts: where the chain ends, with the log's keys and the hashes of the entries; and
/// what the entries come to.
const END: &str = "end";
const STATE: &str = "state";
const MODEL: &str = "model";
const ROWS: &str = "rows";
/// And how far the log is published, and how its files stand.
const PUBLISHED: &str = "published";

/// A fold as a writer has it.
#[derive(Debug)]
pub struct Standing<'w> {
    /// The checkpoint over its events.
    pub checkpoint: &'w Checkpoint,
    /// The end of their chain.
    pub head: Head,
    /// Every key that the log had, each with the size from which on it signs.
    pub log_keys: &'w [(Size, VerifierKey)],
    /// The tree over them.
    pub tree: &'w Tree,
    /// The state.
    pub state: &'w State,
    /// The read model.
    pub model: &'w ReadModel,
    /// The rows, settled.
    pub rows: &'w KeptRows,
    /// How much is published, and how the files stand; none where it is not known.
    pub published: Option<(Size, Stamps)>,
}

/// What a writer finds of a fold.
#[derive(Debug)]
pub struct Found<R> {
    /// The fold.
    pub fold: Fold,
    /// The tree over its events.
    pub tree: Tree,
    /// How much was published, and how the files stood.
    pub published: Option<(Size, Stamps)>,
    /// What else was done meanwhile.
    pub beside: R,
}

/// What a writer keeps, by the digests of its parts.
#[derive(Debug)]
struct Contents {
    /// Whose fold it is: another program may make other rows of the same events.
    program: FileDigest,
    checkpoint: Checkpoint,
    parts: Vec<(String, [u8; 32])>,
}

/// Keeps a fold in the place of the one before, which stays until this one is whole.
///
/// # Errors
/// Those of the disk.
pub fn keep<D: Disk>(disk: &mut D, signer: &NoteSigner, standing: &Standing<'_>) -> io::Result<()> {
    // What a kill left of an earlier try takes room.
    let standing_note = disk.read(files::KEPT_NOTE).ok().and_then(|note| Contents::read(&note, signer.verifier()));
    clear(disk, standing_note.map(|contents| contents.checkpoint.size));
    let kept = keep_parts(disk, standing).and_then(|contents| {
        let note = signer.sign_note(&contents.text()).map_err(io::Error::other)?;
        disk.put(files::KEPT_NOTE, note.to_string().as_bytes())
    });
    match kept {
        Ok(()) => clear(disk, Some(standing.checkpoint.size)),
        // It takes the room that what must be written needs.
        Err(_) => drop(disk.remove(&folder(standing.checkpoint.size))),
    }
    kept
}

fn keep_parts<D: Disk>(disk: &mut D, standing: &Standing<'_>) -> io::Result<Contents> {
    let Standing { checkpoint, head, log_keys, tree, state, model, rows, published } = standing;
    let log_keys: Vec<_> = log_keys.iter().map(|(since, key)| (*since, key.to_string())).collect();
    let mut keeping = Keeping { disk, folder: folder(checkpoint.size), parts: Vec::new() };
    keeping.keep(END, &(head, log_keys, tree.leaves()))?;
    keeping.keep(STATE, state)?;
    keeping.keep(MODEL, model)?;
    keeping.keep(ROWS, rows)?;
    keeping.keep(PUBLISHED, published)?;
    let program = program::digest().ok_or_else(|| io::Error::other("the program cannot read itself"))?;
    Ok(Contents { program, checkpoint: Checkpoint::clone(checkpoint), parts: keeping.parts })
}

/// A fold in the making.
struct Keeping<'d, D> {
    disk: &'d mut D,
    folder: String,
    parts: Vec<(String, [u8; 32])>,
}

impl<D: Disk> Keeping<'_, D> {
    fn keep<T: serde::Serialize>(&mut self, name: &str, value: &T) -> io::Result<()> {
        let mut failed = None;
        let mut number = 0;
        let taken = wire::encode_parts(value, PART_BYTES, &mut |part| {
            let name = format!("{name}.{number}");
            number += 1;
            self.parts.push((name.clone(), digest(&part)));
            let put = self.disk.put(&format!("{}/{name}", self.folder), &part);
            put.map_err(|error| failed = Some(error)).ok()
        });
        taken.ok_or_else(|| failed.unwrap_or_else(|| io::Error::other("a fold that cannot be written")))
    }
}

/// The fold that the log's key kept; none where there is none of use. While the larger half of it is read, something else is done
/// with the tree over its events.
pub fn read<D: Disk, M: ParallelMap, R>(
    disk: &D,
    key: &VerifierKey,
    map: &M,
    beside: impl FnOnce(&Tree) -> R,
) -> Option<Found<R>> {
    let contents = Contents::read(&disk.read(files::KEPT_NOTE).ok()?, key)?;
    let (head, log_keys, tree) = contents.end(disk)?;
    let [model, rows] = [MODEL, ROWS].map(|of| contents.parts_of(disk, of).collect::<Option<Vec<_>>>());
    let (model, rows) = (model?.into_iter(), rows?.into_iter());
    let aside = || Some((wire::decode_parts::<ReadModel>(model)?, wire::decode_parts::<KeptRows>(rows)?));
    let here = || Some((contents.decoded::<State>(disk, STATE)?, contents.decoded(disk, PUBLISHED)?, beside(&tree)));
    let (aside, here) = map.beside(aside, here);
    let ((model, rows), (state, published, beside)) = aside.zip(here)?;
    let fold = Fold { head, log_keys, state, model, rows: Some(rows), known: AdmittedKeys::default() };
    Some(Found { fold, tree, published, beside })
}

/// Where a chain ends, the log's keys, and the tree over its entries.
type End = (Head, Vec<(Size, VerifierKey)>, Tree);

impl Contents {
    fn text(&self) -> String {
        let parts = self.parts.iter().map(|(name, digest)| format!("{name} {}\n", base64::encode(digest)));
        let (first, program, checkpoint) = (context::KEPT_FOLD, self.program, self.checkpoint.text());
        format!("{first}\n{program}\n{checkpoint}{}", parts.collect::<String>())
    }

    /// What a key signed, and this program kept.
    fn read(note: &[u8], key: &VerifierKey) -> Option<Self> {
        let note = Note::parse(note).ok()?;
        note.verified_by(std::slice::from_ref(key)).ok()?;
        let lines: Vec<_> = note.text().lines().collect();
        let ([context::KEPT_FOLD, kept_by, checkpoint @ ..], parts) = lines.split_at_checked(5)? else { return None };
        let program = program::digest().filter(|program| *kept_by == program.to_string())?;
        let checkpoint = Checkpoint::parse(&format!("{}\n", checkpoint.join("\n"))).ok()?;
        let is_the_logs = checkpoint.origin.as_str() == key.name().as_str();
        let part = |line: &&str| {
            let (name, digest) = line.split_once(' ')?;
            Some((name.to_owned(), base64::decode_hash(digest).ok()?))
        };
        is_the_logs.then_some(Self { program, checkpoint, parts: parts.iter().map(part).collect::<Option<_>>()? })
    }

    /// The parts of one of its files, in order, each once it was held against its digest: none for one that is not this.
    fn parts_of<'d, D: Disk>(&'d self, disk: &'d D, of: &'d str) -> impl Iterator<Item = Option<Vec<u8>>> + 'd {
        let is_of = move |name: &str| name.split_once('.').is_some_and(|(file, _)| file == of);
        self.parts.iter().filter(move |(name, _)| is_of(name)).map(|(name, told)| {
            let part = disk.read(&format!("{}/{name}", folder(self.checkpoint.size))).ok()?;
            (digest(&part) == *told).then_some(part)
        })
    }

    fn decoded<T: serde::de::DeserializeOwned>(&self, disk: &impl Disk, of: &str) -> Option<T> {
        wire::decode_parts(self.parts_of(disk, of).map_while(|part| part))
    }

    fn end(&self, disk: &impl Disk) -> Option<End> {
        let (head, log_keys, leaves): (Head, Vec<(Size, String)>, Vec<_>) = self.decoded(disk, END)?;
        let log_keys = log_keys.into_iter().map(|(since, key)| Some((since, key.parse().ok()?)));
        let mut tree = Tree::default();
        leaves.into_iter().for_each(|leaf| tree.push(leaf));
        let is_of = tree.size() == self.checkpoint.size && tree.root() == self.checkpoint.root;
        is_of.then_some((head, log_keys.collect::<Option<_>>()?, tree))
    }
}

/// Takes away every fold but the one of a size; what is none stays, and so does what cannot be taken away.
fn clear<D: Disk>(disk: &mut D, but: Option<Size>) {
    let but = but.map(folder);
    let size = |name: &String| {
        let first = name.strip_prefix(files::KEPT)?.strip_prefix('/')?.split('/').next()?;
        first.parse().ok().map(Size).map(folder)
    };
    let folders: BTreeSet<_> = disk.list(files::KEPT).unwrap_or_default().iter().filter_map(size).collect();
    folders.iter().filter(|folder| Some(*folder) != but.as_ref()).for_each(|folder| drop(disk.remove(folder)));
}

fn folder(size: Size) -> String {
    format!("{}/{:020}", files::KEPT, size.0)
}

fn digest(part: &[u8]) -> [u8; 32] {
    hash::blake3_keyed(context::KEPT_PART, part)
}
