//! Publishing: the log as static files that any server can hand out (`ledger/tree/tile.rs` draws them). Tiles first and
//! the checkpoint last, so that whoever reads a checkpoint finds what it covers. A tile is written once, by rename, and
//! never again with other bytes. The partial tiles under a full one go when the checkpoint that covers it stands.
//!
//! ```text
//! published/
//!   checkpoint      the signed checkpoint, with the cosignatures that are there
//!   snapshot        what the log signed of its numbers under that checkpoint
//!   tile/           hashes and entries
//!   manifest.toml   the founding act, as signed
//!   log.vkey        the log's public key
//!   policy          the log's keys and its witnesses, as the log itself proposes them
//!   README.md       for whoever finds the folder
//!   check.html      pages for readers, which are nothing of the log: whoever publishes brings them
//! ```

pub mod export;
pub mod published;
pub mod restore;

use std::collections::BTreeMap;
use std::io;

use super::files;
use super::journal::disk::{Disk, Stamp};
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::{Sequence, Size};
use crate::domain::state::Election;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::tree::merkle::Tree;
use crate::ledger::tree::tile::{TILE_WIDTH, Tile, bundle, bundles, hash_tiles};
use crate::verify::published::{CHECKPOINT, SNAPSHOT};

/// What there is of a checkpoint where a log is published.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum PublishedCheckpoint {
    /// No file stands there.
    Nothing,
    /// A checkpoint; whether it is this log's is asked elsewhere.
    Checkpoint(Box<SignedCheckpoint>),
    /// Something that is no checkpoint. The program never writes such a thing.
    Unreadable,
}

impl PublishedCheckpoint {
    /// The same without cosignatures that claim to be of one of these witnesses and are not. Anybody can write them
    /// there, and a receipt with one of them is believed by nobody who knows the witness.
    #[must_use]
    pub fn without_false(&self, witnesses: &[VerifierKey]) -> Self {
        match self {
            Self::Checkpoint(signed) => match signed.without_false(witnesses) {
                Some(signed) => Self::Checkpoint(Box::new(signed)),
                None => Self::Nothing,
            },
            Self::Nothing | Self::Unreadable => self.clone(),
        }
    }
}

/// A file for readers that lies beside a published log and is nothing of it: its name, and its text.
pub type Page = (&'static str, &'static str);

/// How many tiles are written together.
const WRITTEN_AT_ONCE: usize = 16;

/// A log being published into a folder.
#[derive(Clone, Debug)]
pub struct Publisher {
    folder: String,
    /// How much is under the published checkpoint.
    published: Size,
    /// How many entries were taken.
    taken: Size,
    /// Those of them in the bundle that is not full yet.
    open: Vec<Vec<u8>>,
    /// The files that never change, as they stood when they were written or compared.
    stamps: Stamps,
}

/// Files by name, and by what each is told from itself after a change.
pub type Stamps = BTreeMap<String, Stamp>;

/// What stands in a folder's `checkpoint`.
///
/// # Errors
/// Those of the disk.
pub fn published_checkpoint<D: Disk>(disk: &D, folder: &str) -> io::Result<PublishedCheckpoint> {
    match disk.read(&within(folder, CHECKPOINT)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(PublishedCheckpoint::Nothing),
        Err(error) => Err(error),
        Ok(bytes) if bytes.len() > NOTE_BYTES_MAX => Ok(PublishedCheckpoint::Unreadable),
        Ok(bytes) => Ok(SignedCheckpoint::parse(&bytes)
            .map_or(PublishedCheckpoint::Unreadable, |signed| PublishedCheckpoint::Checkpoint(Box::new(signed)))),
    }
}

impl Publisher {
    /// Publishes into a folder, from the first entry on: what stands there already is compared, and made whole.
    pub fn new(folder: &str) -> Self {
        let (published, taken) = (Size(0), Size(0));
        Self { folder: folder.to_owned(), published, taken, open: Vec::new(), stamps: Stamps::new() }
    }

    /// Goes on where a log of this size was published, if each file stands as it stood then; none if one does not. What came in
    /// after the last full bundle is wanted again.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn going_on<D: Disk>(disk: &D, folder: &str, published: Size, stamps: Stamps) -> io::Result<Option<Self>> {
        for (file, stamp) in &stamps {
            if disk.stamp(file)? != Some(*stamp) {
                return Ok(None);
            }
        }
        let taken = Size(published.0 / TILE_WIDTH * TILE_WIDTH);
        Ok(Some(Self { folder: folder.to_owned(), published, taken, open: Vec::new(), stamps }))
    }

    /// How much is published, and the files that never change, as they stood when they were written or compared.
    pub fn standing(&self) -> (Size, &Stamps) {
        (self.published, &self.stamps)
    }

    /// The next entry that it wants.
    pub fn wants(&self) -> Sequence {
        self.taken.next()
    }

    /// Takes the next entries, and writes the bundles that become full.
    ///
    /// # Errors
    /// Those of the disk, and [`io::ErrorKind::AlreadyExists`] where a bundle stands with other bytes.
    pub fn take<'e, D: Disk>(&mut self, disk: &mut D, entries: impl IntoIterator<Item = &'e [u8]>) -> io::Result<()> {
        let mut full = Vec::new();
        for entry in entries {
            self.open.push(entry.to_vec());
            self.taken = Size(self.taken.0 + 1);
            if self.taken.0.is_multiple_of(TILE_WIDTH) {
                full.extend(self.open_bundle());
                self.open.clear();
            }
            if full.len() == WRITTEN_AT_ONCE {
                self.keep(disk, std::mem::take(&mut full))?;
            }
        }
        self.keep(disk, full)
    }

    /// Publishes what was taken, under the checkpoint over it, and behind that the snapshot: whoever reads it first finds its
    /// checkpoint. Without one, an earlier one stays. The tree may have grown since.
    ///
    /// # Errors
    /// As [`take`](Self::take). What is written is right all the same, and whoever tries again goes on from there.
    pub fn publish<D: Disk>(
        &mut self,
        disk: &mut D,
        tree: &Tree,
        signed: &SignedCheckpoint,
        snapshot: Option<&SignedSnapshot>,
    ) -> io::Result<()> {
        let (old, size) = (self.published, signed.checkpoint().size);
        if size != self.taken || size > tree.size() {
            return Err(io::Error::other("the checkpoint is not of the entries that were taken"));
        }
        let whole = "the tree is at least as large as the tiles are asked for";
        let hashes = hash_tiles(old, size).map(|tile| (tile, tree.tile(tile).expect(whole)));
        let open = self.open_bundle();
        self.keep(disk, open.into_iter().chain(hashes))?;
        let snapshot = snapshot.map(|signed| (SNAPSHOT, signed.to_string()));
        let pointers = [(CHECKPOINT, signed.to_string())].into_iter().chain(snapshot);
        self.replace(disk, pointers)?;
        self.published = size;
        self.tidy(disk, old)
    }

    /// Replaces the checkpoint: the same one with more cosignatures.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn point<D: Disk>(&self, disk: &mut D, signed: &SignedCheckpoint) -> io::Result<()> {
        self.replace(disk, [(CHECKPOINT, signed.to_string())])
    }

    /// Replaces the snapshot: the same one with more cosignatures.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn point_numbers<D: Disk>(&self, disk: &mut D, signed: &SignedSnapshot) -> io::Result<()> {
        self.replace(disk, [(SNAPSHOT, signed.to_string())])
    }

    /// Writes pages for readers beside the tiles.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn write_pages<D: Disk>(&self, disk: &mut D, pages: &[Page]) -> io::Result<()> {
        self.replace(disk, pages.iter().copied())
    }

    /// Writes those files beside the tiles, in their order, that say something else than what stands there.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn replace<D: Disk, T: Into<Vec<u8>>>(
        &self,
        disk: &mut D,
        files: impl IntoIterator<Item = (&'static str, T)>,
    ) -> io::Result<()> {
        let files = files.into_iter().map(|(name, text)| (within(&self.folder, name), text.into()));
        let stands = |(file, bytes): &(String, Vec<u8>)| disk.read(file).is_ok_and(|standing| standing == *bytes);
        let changed = Vec::from_iter(files.filter(|file| !stands(file)));
        disk.put_all(&changed)
    }

    /// The bundle that is not full yet, or became so with the last entry; none without an entry in it.
    fn open_bundle(&self) -> Option<(Tile, Vec<u8>)> {
        let tile = bundles(Size(self.taken.0 - self.open.len() as u64), self.taken).last()?;
        Some((tile, bundle(self.open.iter().map(Vec::as_slice))))
    }

    /// Writes those of the tiles that are not there yet.
    fn keep<D: Disk>(&mut self, disk: &mut D, tiles: impl IntoIterator<Item = (Tile, Vec<u8>)>) -> io::Result<()> {
        let mut missing = Vec::new();
        for (tile, bytes) in tiles {
            let file = within(&self.folder, &tile.to_string());
            // Before it is read: what is changed meanwhile has another stamp then.
            let stamp = disk.stamp(&file)?;
            match disk.read(&file) {
                Ok(standing) if standing == bytes => self.stamps.extend(stamp.map(|stamp| (file, stamp))),
                Ok(_) => return Err(changed(&file)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => missing.push((file, bytes)),
                Err(error) => return Err(error),
            }
            if missing.len() == WRITTEN_AT_ONCE {
                self.write(disk, &std::mem::take(&mut missing))?;
            }
        }
        self.write(disk, &missing)
    }

    fn write<D: Disk>(&mut self, disk: &mut D, missing: &[(String, Vec<u8>)]) -> io::Result<()> {
        disk.put_all(missing)?;
        for (file, _) in missing {
            self.stamps.extend(disk.stamp(file)?.map(|stamp| (file.clone(), stamp)));
        }
        Ok(())
    }

    /// Takes the partial tiles away under those that became full since a size.
    fn tidy<D: Disk>(&mut self, disk: &mut D, old: Size) -> io::Result<()> {
        let full = hash_tiles(old, self.published).chain(bundles(old, self.published)).filter(|tile| tile.is_full());
        for tile in full {
            let partials = within(&self.folder, &partials(tile));
            disk.remove(&partials)?;
            let inside = self.stamps.range(format!("{partials}/")..).map(|(file, _)| file);
            let gone: Vec<_> = inside.take_while(|file| file.starts_with(&partials)).cloned().collect();
            for file in gone {
                self.stamps.remove(&file);
            }
        }
        Ok(())
    }
}

fn changed(file: &str) -> io::Error {
    let says = format!(
        "{file} stands with other bytes, and a published tile is never changed: if they are damaged, move the folder away, and \
         it is made again"
    );
    io::Error::new(io::ErrorKind::AlreadyExists, says)
}

/// The folder of the partial tiles under a full one.
fn partials(full: Tile) -> String {
    format!("{full}.p")
}

fn within(folder: &str, file: &str) -> String {
    if folder.is_empty() { file.to_owned() } else { format!("{folder}/{file}") }
}

/// The files beside the tiles: the founding act as people read it, the key, whom to believe, and a word for whoever
/// finds them. `officers` is the policy of the log's officer, if there is one.
pub fn companion_files(election: &Election, manifest: &str, officers: Option<&str>) -> [(&'static str, String); 4] {
    [
        (files::MANIFEST, manifest.to_owned()),
        (files::LOG_VKEY, format!("{}\n", election.log_key())),
        (files::POLICY, proposed_policy(election, officers)),
        (files::README, readme(election)),
    ]
}

/// The policy that a log proposes for itself: its own keys, and the witnesses of its officer's policy.
fn proposed_policy(election: &Election, officers: Option<&str>) -> String {
    let mut policy =
        String::from("# Proposed by the log itself. Compare the keys with another source before you believe them.\n");
    for key in election.log_keys() {
        policy.push_str(&format!("log {key}\n"));
    }
    let is_log = |line: &&str| line.split_whitespace().next() == Some("log");
    match officers {
        Some(officers) => officers.lines().filter(|line| !is_log(line)).for_each(|line| {
            policy.push_str(line);
            policy.push('\n');
        }),
        None => policy.push_str("quorum none\n"),
    }
    policy
}

/// What whoever finds a published folder should know.
fn readme(election: &Election) -> String {
    let origin = &election.founding().origin;
    format!(
        "# {origin}\n\n\
         The ledger of an election, published as a transparency log: every event, and the hashes that prove them.\n\n\
         - `checkpoint` is the log's signed state, with the cosignatures of its witnesses (C2SP tlog-checkpoint).\n\
         - `snapshot` is what the log signed of its numbers: one root over all of them.\n\
         - `tile/` holds the hashes and the events, cut into files that never change (C2SP tlog-tiles).\n\
         - `{}` is the founding act as people read it, `{}` the log's public key, `{}` whom the log proposes to believe.\n\
         - `check.html`, where it lies here, is a page that verifies all of it in a browser, and `check.html.sha256` its \
         digest: compare it with what others have, for whoever hands out a false log hands out a false page.\n\n\
         Verify all of it, from this folder or from wherever it is served:\n\n\
         ```\n\
         protokol verify FOLDER|URL --policy POLICY\n\
         ```\n\n\
         with a policy that came to you from somebody you trust, and not from here. Verified means that every signature, \
         every rule and every sum was computed again from the events. It proves what was signed, by whom and in which \
         order; it does not prove that the ballots were counted honestly.\n",
        files::MANIFEST,
        files::LOG_VKEY,
        files::POLICY,
    )
}
