//! Rehearsing: an election folder recorded under demonstration keys and a virtual clock. What is in already is passed
//! over, so that an interrupted rehearsal goes on.

use std::ops::Range;

use super::error::{Error, RehearseError};
use super::observer::{Stretch, Work};
use super::parallel::Cores;
use super::setting::Setting;
use super::writing;
use crate::crypto::keyfile;
use crate::crypto::note::NoteSigner;
use crate::crypto::parallel::ParallelMap;
use crate::domain::number::{Sequence, Size};
use crate::domain::statement::Statement;
use crate::domain::time::Millis;
use crate::intake::toml::manifest::render_manifest;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::ledger::submission::CheckedSubmission;
use crate::rehearsal::{Plan, Planned, Script};
use crate::store::error::StoreError;
use crate::store::founding::{Founding, found};
use crate::store::known_keys::KnownKeys;
use crate::store::open::Held;
use crate::store::publish::Page;

/// How many statements are signed and checked at once, while those before them are recorded: a few turns of the writer.
const BATCH_EVENTS: usize = 16 * FRAME_EVENTS_MAX;

/// Founds the rehearsal's ledger, where nothing is; its log's demonstration key is kept with it.
///
/// # Errors
/// [`RehearseError::NoFoundingAct`]; [`Error::Store`].
pub fn begin(setting: &Setting<'_>, script: &Script<'_>) -> Result<(), Error> {
    let planned = script.founding().ok_or(RehearseError::NoFoundingAct)?;
    let submission = script.sign(&planned).ok_or(RehearseError::NoFoundingAct)?;
    let key = script.log_key();
    let rehearsal_key = keyfile::seal_plain(&key);
    let name = script.origin().parse().map_err(|_| RehearseError::NoFoundingAct)?;
    let founding = Founding {
        submission: &submission,
        clock: planned.clock,
        signer: &NoteSigner::new(name, key),
        manifest: &render_manifest(script.manifest(), script.origin()),
        rehearsal_key: Some(&rehearsal_key),
    };
    found(setting.ledger, &founding).map_err(Error::store(setting.ledger))
}

/// Opens the rehearsal's ledger to write, under the demonstration key of its log; pages for readers go beside what it
/// publishes.
///
/// # Errors
/// [`RehearseError::OtherFolder`] where the log has another key; those of [`writing::write`].
pub fn open(setting: Setting<'_>, script: &Script<'_>, pages: &[Page]) -> Result<Held, Error> {
    let mut held = writing::write(setting, script.log_key(), None, None, "rehearse").map_err(|error| match error {
        Error::Store { error, .. } if matches!(*error, StoreError::NotTheLogKey) => RehearseError::OtherFolder.into(),
        error => error,
    })?;
    held.writer.publish_pages(pages);
    Ok(held)
}

/// Records the phases after the founding.
///
/// # Errors
/// [`RehearseError`]; [`Error::Refused`]; [`Error::Store`]. What was recorded before stays, and is gone on from.
pub fn record(setting: &Setting<'_>, script: &Script<'_>, held: &mut Held) -> Result<(), Error> {
    let founding = script.founding().ok_or(RehearseError::OtherFolder)?;
    check_recorded(held, std::iter::once(founding), Size(0))?;
    let election = held.writer.state().election().ok_or(RehearseError::OtherFolder)?;
    let (id, mut start) = (election.ledger(), Size(1));
    for phase in script.phases() {
        let plan = script.plan(&phase, id, start);
        let mut stretch = Stretch::new(setting.observer, Work::Recording(phase.kind()), Size(plan.len() as u64));
        let done = held.writer.head().size.0.saturating_sub(start.0);
        let mut done = usize::try_from(done).unwrap_or(usize::MAX).min(plan.len());
        check_recorded(held, plan.all(held.writer.model()).take(done), start)?;
        let turns = (done..plan.len()).step_by(BATCH_EVENTS).map(|turn| turn..(turn + BATCH_EVENTS).min(plan.len()));
        let mut next = Vec::new();
        for turn in turns.map(Some).chain([None]) {
            let said = turn.map(|turn| say(held, &plan, turn)).transpose()?.unwrap_or_default();
            let keys = held.writer.known_keys();
            let ready = std::mem::take(&mut next);
            done += ready.len();
            let (checked, committed) = Cores.beside(|| sign(script, &said, &keys), || commit(setting, held, ready));
            committed?;
            next = checked?;
            stretch.reaches(done as u64);
        }
        start = Size(start.0 + plan.len() as u64);
    }
    if held.writer.head().size > start { Err(RehearseError::OtherFolder.into()) } else { Ok(()) }
}

/// What a part of a phase says.
fn say(held: &Held, plan: &Plan<'_, '_>, part: Range<usize>) -> Result<Vec<Planned>, Error> {
    let model = held.writer.model();
    let said = Cores.map(part.collect(), |index| plan.say(index, model));
    said.into_iter().collect::<Option<_>>().ok_or_else(|| RehearseError::TooLong.into())
}

/// Signs what is said, and checks it as the writer would.
fn sign(script: &Script<'_>, said: &[Planned], keys: &KnownKeys) -> Result<Vec<(CheckedSubmission, Millis)>, Error> {
    let signed = Cores.map(said.iter().collect(), |planned: &Planned| Some((script.sign(planned)?, planned.clock)));
    let signed = signed.into_iter().collect::<Option<Vec<_>>>().ok_or(RehearseError::TooLong)?;
    Ok(keys.check_timed(&signed, &Cores))
}

fn commit(setting: &Setting<'_>, held: &mut Held, checked: Vec<(CheckedSubmission, Millis)>) -> Result<(), Error> {
    for answer in held.writer.commit_checked(checked).map_err(Error::store(setting.ledger))? {
        answer?;
    }
    Ok(())
}

/// What is in already, from a size on, must be what the folder says: every statement at its place.
fn check_recorded(held: &Held, planned: impl Iterator<Item = Planned>, start: Size) -> Result<(), RehearseError> {
    let is_in = |(planned, place): (Planned, u64)| {
        let bytes = planned.statement.encode().ok();
        bytes.and_then(|bytes| held.writer.state().admitted(Statement::hash(&bytes))) == Some(Sequence(place))
    };
    if planned.zip(start.0..).all(is_in) { Ok(()) } else { Err(RehearseError::OtherFolder) }
}
