//! `export --format tiles`: the log as static files, in a folder that can be brought up to date, or in one tar.

use std::io::Write;
use std::path::Path;

use super::args::Global;
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::output::Output;
use super::parallel::Cores;
use super::progress::Progress;
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::tree::tile::{bundle, bundles, hash_tiles};
use crate::store::error::StoreError;
use crate::store::files as names;
use crate::store::journal::disk::Folder;
use crate::store::publish::published::PublishedLedger;
use crate::store::publish::{self, PublishedCheckpoint, Publisher, published_checkpoint};
use crate::store::read;
use crate::verify::published::CHECKPOINT;

/// Writes the published files; gives the checkpoint under which they stand.
pub fn write(out: &Path, global: &Global, output: &Output) -> Result<Checkpoint, Failure> {
    let failed = |error| Failure::store(output.lang, &global.ledger, error);
    let total = read::sealed(&global.ledger).map_err(failed)?.checkpoint().size.0;
    let mut progress = Progress::new(output, "publishing", total);
    let ledger = PublishedLedger::open(&global.ledger, Cores, &mut |done| progress.at(done)).map_err(failed)?;
    drop(progress);
    let publication = Publication { companions: companions(&ledger, global)?, ledger, out, output, global };
    if out.extension().is_some_and(|ending| ending == "tar") {
        publication.tar()?
    } else {
        publication.folder()?
    }
    Ok(publication.signed().checkpoint().clone())
}

struct Publication<'a> {
    ledger: PublishedLedger,
    companions: Vec<(&'static str, String)>,
    out: &'a Path,
    output: &'a Output,
    global: &'a Global,
}

/// The files beside the tiles.
fn companions(ledger: &PublishedLedger, global: &Global) -> Result<Vec<(&'static str, String)>, Failure> {
    let Some(election) = ledger.folded().state.election() else { return Ok(Vec::new()) };
    let founding = election.founding();
    let officers = match &global.policy {
        Some(path) => Some(files::read_text(path)?),
        None => std::fs::read_to_string(global.ledger.join(names::POLICY)).ok(),
    };
    let manifest = render_manifest(&founding.manifest, founding.origin.as_str());
    Ok(publish::companion_files(election, &manifest, officers.as_deref()).into())
}

impl Publication<'_> {
    fn signed(&self) -> &SignedCheckpoint {
        &self.ledger.folded().reading.checkpoint
    }

    fn folder(&self) -> Result<(), Failure> {
        let io = |error: std::io::Error| Failure::io("cannot write", self.out, &error);
        let mut disk = Folder::new(self.out);
        let mut signed = self.signed().clone();
        if let Some(standing) = self.standing(&disk)? {
            signed.join(&standing);
        }
        let mut publisher = Publisher::new("");
        for bundle in bundles(Size(0), signed.checkpoint().size) {
            let entries = self.ledger.entries(bundle).map_err(|error| self.failed(error))?;
            publisher.take(&mut disk, entries.iter().map(Vec::as_slice)).map_err(io)?;
        }
        for (name, companion) in &self.companions {
            publisher.write_companion(&mut disk, name, companion.as_bytes()).map_err(io)?;
        }
        publisher.publish(&mut disk, &self.ledger.folded().tree, &signed).map_err(io)
    }

    /// The state of this log that stands in the folder already, with its cosignatures. Nothing else may stand there, but
    /// what an attempt left behind that did not come to its end.
    fn standing(&self, disk: &Folder) -> Result<Option<SignedCheckpoint>, Failure> {
        let io = |error: std::io::Error| Failure::io("cannot read", self.out, &error);
        match published_checkpoint(disk, "").map_err(io)? {
            PublishedCheckpoint::Nothing if !self.out.exists() || is_ours(&files::names(self.out)?) => Ok(None),
            PublishedCheckpoint::Nothing | PublishedCheckpoint::Unreadable => Err(Failure::exists(self.out)),
            PublishedCheckpoint::Checkpoint(signed) => {
                let standing = signed.checkpoint();
                let root = self.ledger.folded().tree.root_at(standing.size);
                if standing.origin == self.signed().checkpoint().origin && root == Ok(standing.root) {
                    return Ok(Some(*signed));
                }
                let says = format!("{} holds another log, or another state of this one", self.out.display());
                let act = "compare them with `protokol compare`, and choose another place; nothing was written";
                Err(Failure::new(Exit::No, Code::V24, says, act).in_file(self.out))
            }
        }
    }

    fn tar(&self) -> Result<(), Failure> {
        files::stream_new(self.out, Readers::All, |file| {
            let mut tar = tar::Builder::new(file);
            let size = self.signed().checkpoint().size;
            self.append(&mut tar, CHECKPOINT, self.signed().to_string().as_bytes())?;
            for (name, companion) in &self.companions {
                self.append(&mut tar, name, companion.as_bytes())?;
            }
            for tile in hash_tiles(Size(0), size) {
                let bytes = self.ledger.folded().tree.tile(tile).expect("the tree is as large as its checkpoint");
                self.append(&mut tar, &tile.to_string(), &bytes)?;
            }
            for tile in bundles(Size(0), size) {
                let entries = self.ledger.entries(tile).map_err(|error| self.failed(error))?;
                self.append(&mut tar, &tile.to_string(), &bundle(entries.iter().map(Vec::as_slice)))?;
            }
            tar.finish().map_err(|error| Failure::io("cannot write", self.out, &error))
        })
    }

    /// The same ledger gives the same tar: no times, no names of users.
    fn append<W: Write>(&self, tar: &mut tar::Builder<W>, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let mut header = tar::Header::new_ustar();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(0);
        let appended = tar.append_data(&mut header, name, bytes);
        appended.map_err(|error| Failure::io("cannot write", self.out, &error))
    }

    fn failed(&self, error: StoreError) -> Failure {
        Failure::store(self.output.lang, &self.global.ledger, error)
    }
}

/// Whether a folder is empty, or holds nothing but the beginning of a published log.
fn is_ours(names: &[String]) -> bool {
    let ours = ["tile", names::MANIFEST, names::LOG_VKEY, names::POLICY, names::README];
    let is_one =
        |name: &String| name == "checkpoint.part" || ours.contains(&name.strip_suffix(".part").unwrap_or(name));
    names.is_empty() || (names.iter().any(|name| name == "tile") && names.iter().all(is_one))
}
