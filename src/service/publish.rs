//! Publishing: the published folder beside a ledger, brought up to date and cosigned, and the log as static files
//! elsewhere.

use std::path::{Path, PathBuf};

use super::error::{CosignatureError, Error, SourceError};
use super::files;
use super::observer::{Stretch, Work};
use super::parallel::Cores;
use super::policy::{PolicyFile, given_or_kept};
use super::reading::Log;
use super::setting::Setting;
use super::writing::{Open, Writing};
use crate::crypto::note::NoteSignature;
use crate::crypto::transfer;
use crate::crypto::vkey::VerifierKey;
use crate::domain::time::Offset;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::note::checkpoint::{Checkpoint, SignedCheckpoint};
use crate::ledger::note::cosignature::parse_lines;
use crate::ledger::note::policy::{Policy, Quorum};
use crate::ledger::note::snapshot::says_recomputed;
use crate::store::error::StoreError;
use crate::store::files as names;
use crate::store::journal::disk::Disk;
use crate::store::publish::export::{ExportError, Publication};
use crate::store::publish::published::PublishedLedger;
use crate::store::publish::{Page, companion_files};
use crate::store::read;
use crate::store::writer::{Unpublished, Writer};
use crate::verify::conclude::TrustAnchors;

/// Lines of cosignatures that were handed over by other ways.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cosignatures {
    /// Where they stood: what messages name.
    pub file: PathBuf,
    /// The file's text: signature lines, not checked.
    pub lines: String,
}

/// What stands published after [`publish`].
#[derive(Debug)]
pub struct Published {
    /// The checkpoint with its cosignatures.
    pub signed: SignedCheckpoint,
    /// Whether they are enough for the policy.
    pub quorum: Quorum,
    /// Why less is published than is sealed.
    pub unpublished: Option<Unpublished>,
    /// The clock of the election.
    pub clock: Option<Offset>,
}

/// Brings the published folder of a ledger up to date, and asks its witnesses again. `cosignatures` are lines that
/// witnesses handed over by other ways; they count by the policy, and of each file one line at least must.
///
/// # Errors
/// [`Error::Cosignature`]; those of [`Open::new`].
pub fn publish(setting: Setting<'_>, writing: Writing<'_>, cosignatures: &[Cosignatures]) -> Result<Published, Error> {
    let policy = policy(&setting, writing.policy)?;
    // Whoever handed its line over has answered, whether or not it can be asked now.
    let by_hand = match &policy {
        Some(policy) if !cosignatures.is_empty() => Some(by_hand(&setting, policy, cosignatures)?),
        _ => None,
    };
    let Open { mut held, .. } = Open::knowing(setting, writing, by_hand.as_ref().map(|by_hand| &by_hand.signed))?;
    if let Some(by_hand) = &by_hand {
        held.writer.cosigned(&by_hand.signed);
        add_numbers(&mut held.writer, &by_hand.of_numbers).map_err(Error::store(setting.ledger))?;
    }
    let unpublished = held.writer.unpublished().cloned();
    let clock = held.writer.state().election().map(|election| election.manifest().utc_offset);
    let signed = held.writer.checkpoint().clone();
    held.writer.close().map_err(Error::store(setting.ledger))?;
    let quorum = policy.as_ref().map_or(Quorum::NoneRequired, |policy| {
        policy.judge(&signed).map_or(Quorum::NotMet, |judgement| judgement.quorum)
    });
    Ok(Published { signed, quorum, unpublished, clock })
}

/// The policy that is handed in, or that the ledger keeps, for a reader of today.
///
/// # Errors
/// [`Error::Policy`]; [`Error::Store`].
pub fn policy(setting: &Setting<'_>, given: Option<&PolicyFile>) -> Result<Option<Policy>, Error> {
    given_or_kept(setting, given)?.map(|file| file.parse(setting.now())).transpose()
}

/// What was handed over by other ways.
struct ByHand {
    /// The sealed checkpoint with its lines.
    signed: SignedCheckpoint,
    /// Second lines of witnesses, which are under no checkpoint: they may be under its snapshot.
    of_numbers: Vec<(NoteSignature, VerifierKey)>,
}

/// The sealed checkpoint with the lines that were handed over.
fn by_hand(setting: &Setting<'_>, policy: &Policy, lines: &[Cosignatures]) -> Result<ByHand, Error> {
    let signed = read::sealed(setting.ledger).map_err(Error::store(setting.ledger))?;
    let mut by_hand = ByHand { signed, of_numbers: Vec::new() };
    for Cosignatures { file, lines } in lines {
        add(lines, policy, &mut by_hand).map_err(|error| Error::Cosignature { file: file.clone(), error })?;
    }
    Ok(by_hand)
}

/// Adds the lines over the snapshot of what is sealed, each checked; what is over another one counts for nothing now.
fn add_numbers<D: Disk>(writer: &mut Writer<D>, lines: &[(NoteSignature, VerifierKey)]) -> Result<(), StoreError> {
    let Some(mut signed) = writer.snapshot().cloned() else { return Ok(()) };
    for (line, witness) in lines {
        let _ = signed.add_cosignature(line.clone(), witness);
    }
    writer.cosigned_numbers(&signed)
}

/// Adds the lines that are of witnesses in the policy, each checked; one at least must be. Behind its line of the
/// checkpoint, a witness that recomputes has one of the snapshot.
fn add(lines: &str, policy: &Policy, by_hand: &mut ByHand) -> Result<(), CosignatureError> {
    let lines = parse_lines(lines).map_err(|error| {
        let change = transfer::found(lines.as_bytes(), |text| parse_lines(text).is_ok());
        change.map_or(CosignatureError::Malformed(error), CosignatureError::Changed)
    })?;
    let mut added: Vec<&VerifierKey> = Vec::new();
    for line in lines {
        let Some(witness) = policy.witnesses().iter().find(|witness| line.claims(&witness.key)) else { continue };
        if added.contains(&&witness.key) && says_recomputed(witness.key.name()) {
            by_hand.of_numbers.push((line, witness.key.clone()));
            continue;
        }
        by_hand.signed.add_cosignature(line, &witness.key).map_err(CosignatureError::Refused)?;
        added.push(&witness.key);
    }
    if added.is_empty() { Err(CosignatureError::OfNobody) } else { Ok(()) }
}

/// Writes the whole log as static files: into a folder, which may hold an earlier state of it, or into a new tar where
/// the name ends in `.tar`, and pages for readers beside it. Gives the checkpoint under which they stand, which the policy that was handed in must take.
///
/// # Errors
/// [`SourceError::NotVerified`]; [`Error::Policy`]; [`Error::OtherLog`]; [`Error::Exists`]; [`Error::Store`].
pub fn write_log(
    setting: &Setting<'_>,
    policy: Option<&PolicyFile>,
    pages: &[Page],
    out: &Path,
) -> Result<Checkpoint, Error> {
    let failed = || Error::reading(setting.ledger);
    let trusted = policy.map(|policy| policy.parse(setting.now())).transpose()?;
    let anchors = TrustAnchors::under(trusted.as_ref());
    let total = read::sealed(setting.ledger).map_err(failed())?.checkpoint().size;
    let mut stretch = Stretch::new(setting.observer, Work::Publishing, total);
    let progress = &mut |done| stretch.reaches(done);
    let ledger = PublishedLedger::open(setting.ledger, &anchors, Cores, progress).map_err(failed())?;
    drop(stretch);
    let officers = given_or_kept(setting, policy)?;
    let mut beside = beside(&ledger, officers.as_ref().map(|policy| policy.text.as_str()));
    beside.extend(pages.iter().map(|(name, text)| (*name, (*text).to_owned())));
    write(setting.ledger, Publication { ledger: &ledger, beside }, out)
}

/// Writes a published log that was verified as a mirror of it, as [`write_log`] does of a ledger. What the log proposes
/// as its policy is handed on as it stands.
///
/// # Errors
/// [`SourceError::NoLog`] of what is no published log; as [`write_log`].
pub fn mirror(log: Log, pages: &[Page], out: &Path) -> Result<Checkpoint, Error> {
    let (place, proposed) = (log.place.clone(), log.beside(names::POLICY)?);
    let folded = log.into_folded().ok_or_else(|| SourceError::NoLog(place.display().to_string()))?;
    let ledger = PublishedLedger::of(&place, folded);
    let mut beside = beside(&ledger, None);
    if let (Some(text), Some((_, policy))) = (proposed, beside.iter_mut().find(|(name, _)| *name == names::POLICY)) {
        *policy = text;
    }
    beside.extend(pages.iter().map(|(name, text)| (*name, (*text).to_owned())));
    write(&place, Publication { ledger: &ledger, beside }, out)
}

/// The files beside a log's tiles; `officers` is the policy of the log's officer, if there is one.
fn beside(ledger: &PublishedLedger, officers: Option<&str>) -> Vec<(&'static str, String)> {
    let Some(election) = ledger.folded().state.election() else { return Vec::new() };
    let founding = election.founding();
    let manifest = render_manifest(&founding.manifest, founding.origin.as_str());
    companion_files(election, &manifest, officers).into()
}

fn write(place: &Path, publication: Publication<'_>, out: &Path) -> Result<Checkpoint, Error> {
    let not_written = |error: ExportError| match error {
        ExportError::Ledger(error) => Error::store(place)(error),
        ExportError::Out(what, error) => Error::io(what, out)(error),
        ExportError::Exists => Error::Exists(out.to_owned()),
        ExportError::OtherLog => Error::OtherLog(out.to_owned()),
    };
    if out.extension().is_some_and(|ending| ending == "tar") {
        files::stream_new(out, files::Readers::All, |file| publication.tar(file).map_err(not_written))?;
    } else {
        publication.folder(out).map_err(not_written)?;
    }
    Ok(publication.signed().checkpoint().clone())
}
