//! Handing in to a service over the network: the same queue as [`submit`](super::submit) hands in to a ledger here, and
//! the same answers. Nothing that the service answers is believed before its receipt is checked.
//!
//! ```text
//! queue ─┬─ connection ─┐
//!        ├─ connection ─┼─▶ receipt checked ─▶ kept ─▶ answered
//!        └─ connection ─┘       │
//!   ▲                           └─ refused: tried again while others come in
//!   └───────────────────────────────┘
//! ```
//!
//! A statement is admitted once. So a queue may be handed in again whatever became of it: who has a receipt is asked for
//! again, and has it renewed.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{Builder, scope};
use std::time::Duration;

use serde_json::Value;

use super::error::{Error, SourceError, Told};
use super::observer::{Notice, Observer, Stretch, Work};
use super::paper::{Answer, HandedIn, Paper};
use super::receipts::shelf::Kept;
use super::receipts::{Growth, Past, grew};
use super::scans::{self, Scans, ScansAre};
use super::source::LogSource;
use super::submit::{Submitted, join_copies};
use crate::crypto::note::NOTE_BYTES_MAX;
use crate::crypto::vkey::VerifierKey;
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::domain::protocol::Attachment;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::{Policy, Quorum};
use crate::ledger::submission::SignedStatement;
use crate::ledger::tree::tile_reader::TileReader;
use crate::remote::desk::Desk;
use crate::remote::http::{HttpAnswer, HttpError, NoAnswer};
use crate::store::files as names;
use crate::store::writer::{Accepted, AcceptedStatus};
use crate::verify::fault::{Fault, FaultKind, Verdict};
use crate::verify::published::{self, Published};
use crate::verify::receipt::{self, ReceiptReport};

/// How many submissions are on their way at once: enough to fill a turn of the writer behind a slow line.
const CONNECTIONS: usize = 8;

/// Who is given a receipt that was checked, by its place in the queue, and keeps it.
pub type Keep<'a> = dyn FnMut(usize, &Receipt, &dyn Past) -> Result<Kept, Error> + 'a;

/// What a connection tells.
enum Heard {
    /// There is no answer yet; it is asked for again after a pause.
    Again(HttpError, Duration),
    /// There is one.
    Answer(Box<Paper>, Result<HttpAnswer, Error>),
}

/// What became of one answer.
#[allow(clippy::large_enum_variant, reason = "it is taken apart where it is made")]
enum Outcome {
    Answered(Answer),
    /// The ledger refuses it for now.
    Refused(Paper, Box<Told>),
    /// Nobody answers any more.
    Gone(Error),
}

/// Hands a queue in to the service at a URL, which answers in a language. Without a policy the key is believed that the
/// service publishes beside its log. `keep` is given each receipt as it comes.
///
/// # Errors
/// [`SourceError`]: nobody answers there, or no log is published. What is wrong with one submission, or with its
/// receipt, is in its answer.
pub fn hand_in(
    url: &str,
    lang: &str,
    policy: Option<&Policy>,
    queue: Vec<HandedIn>,
    observer: &dyn Observer,
    keep: &mut Keep<'_>,
) -> Result<Submitted, Error> {
    let desk = Desk::new(url, lang).map_err(SourceError::from)?;
    let log = desk.log();
    let source = LogSource::open(Path::new(&log), observer)?;
    let mut trust = Trust::of(&source, policy, observer)?;
    let mut submitted = Submitted { answers: Vec::new(), quorum: Ok(Quorum::NoneRequired), stopped: None };
    let mut waiting = Vec::new();
    for (place, handed_in) in queue.into_iter().enumerate() {
        match Paper::of(place, handed_in, going)? {
            Ok(paper) => waiting.push(paper),
            Err(answer) => submitted.answers.push(answer),
        }
    }
    let mut stretch = Stretch::new(observer, Work::HandingIn, Size(waiting.len() as u64));
    let mut done = 0_u64;
    while !waiting.is_empty() {
        let (before, mut refused) = (waiting.len(), Vec::new());
        let (answers, stopped) = (&mut submitted.answers, &mut submitted.stopped);
        round(&desk, waiting, observer, &mut |paper, answer| match trust.judge(paper, answer, &desk, keep) {
            Outcome::Answered(answer) => {
                answers.push(answer);
                done += 1;
                stretch.reaches(done);
                true
            }
            Outcome::Refused(paper, told) => {
                refused.push((paper, told));
                true
            }
            Outcome::Gone(error) => {
                stopped.get_or_insert(error);
                false
            }
        });
        let joined = join_copies(refused.iter_mut().filter_map(|(paper, told)| {
            let unit = told.unit.clone().filter(|_| told.code == Code::R11)?;
            Some((&mut paper.submission, unit))
        }));
        if stopped.is_some() || (refused.len() == before && !joined) {
            answers.extend(refused.into_iter().map(|(paper, told)| paper.answer(Err(Error::Told(told)))));
            break;
        }
        waiting = refused.into_iter().map(|(paper, _)| paper).collect();
    }
    drop(stretch);
    if let Some(policy) = policy {
        submitted.quorum = Ok(quorum(policy, &submitted.answers));
    }
    Ok(submitted)
}

/// How far all that came in is witnessed, by the receipts.
fn quorum(policy: &Policy, answers: &[Answer]) -> Quorum {
    let accepted = answers.iter().filter_map(|answer| answer.outcome.as_ref().ok());
    let judged = accepted.filter_map(|accepted| policy.judge(accepted.receipt.checkpoint()).ok());
    judged.fold(Quorum::NoneRequired, |so_far, judgement| match (so_far, judgement.quorum) {
        (Quorum::NotMet, _) | (_, Quorum::NotMet) => Quorum::NotMet,
        (_, quorum) => quorum,
    })
}

/// The scans that go along: all of them, or none for now.
fn going(named: &[Attachment], are: &ScansAre) -> Result<(Scans, Vec<Attachment>), Error> {
    match are {
        ScansAre::Owed => Ok((Scans::default(), named.to_vec())),
        ScansAre::In(folder) | ScansAre::Some(folder) => Ok((Scans::all(named, folder)?, Vec::new())),
    }
}

/// Hands each paper in once, from several connections. `hear` is given the answers as they come, and says whether to go
/// on; who is on the way then has an answer all the same.
fn round(
    desk: &Desk,
    papers: Vec<Paper>,
    observer: &dyn Observer,
    hear: &mut dyn FnMut(Paper, Result<HttpAnswer, Error>) -> bool,
) {
    let connections = CONNECTIONS.min(papers.len());
    let (papers, ended) = (Mutex::new(papers.into_iter()), AtomicBool::new(false));
    let next = || papers.lock().unwrap_or_else(PoisonError::into_inner).next();
    let connection = |heard: Sender<Heard>| {
        while let Some(paper) = (!ended.load(Ordering::Relaxed)).then(next).flatten() {
            // Nobody listens any more only where the round is over.
            let again = |error, pause| heard.send(Heard::Again(error, pause)).is_ok() && !ended.load(Ordering::Relaxed);
            let answer = paper.scans.read().and_then(|scans| {
                let answer = desk.hand_in(&paper.submission.to_file(), &scans, &again);
                answer.map_err(|error| SourceError::from(error).into())
            });
            let _ = heard.send(Heard::Answer(Box::new(paper), answer));
        }
    };
    scope(|scope| {
        let (sender, receiver) = channel();
        let spawn = |_: &usize| {
            let heard = sender.clone();
            Builder::new().name("hand in".to_owned()).spawn_scoped(scope, || connection(heard)).is_ok()
        };
        let spawned = (0..connections).filter(spawn).count();
        drop(sender);
        for heard in receiver {
            let goes_on = match heard {
                Heard::Again(error, pause) => {
                    observer.notices(&Notice::AskedAgain { error: &error, pause });
                    true
                }
                Heard::Answer(paper, answer) => hear(*paper, answer),
            };
            if !goes_on {
                ended.store(true, Ordering::Relaxed);
            }
        }
        if let (0, Some(paper)) = (spawned, next()) {
            let error = HttpError::Unreachable { url: desk.url(), why: NoAnswer::NoThread };
            hear(paper, Err(SourceError::from(error).into()));
        }
    });
}

/// Whose receipts are believed.
struct Trust<'a> {
    source: &'a LogSource<'a>,
    policy: Policy,
    /// Whether it was handed in; else it is the service's own, which may change.
    is_given: bool,
}

impl<'a> Trust<'a> {
    fn of(source: &'a LogSource<'a>, policy: Option<&Policy>, observer: &dyn Observer) -> Result<Self, Error> {
        if let Some(policy) = policy {
            return Ok(Self { source, policy: policy.clone(), is_given: true });
        }
        let bytes = source.read(names::LOG_VKEY, NOTE_BYTES_MAX)?;
        let (key, policy) = own(bytes).ok_or_else(|| SourceError::NoLog(source.to_string()))?;
        observer.notices(&Notice::Believed(&key));
        Ok(Self { source, policy, is_given: false })
    }

    /// What an answer of the service is worth.
    fn judge(
        &mut self,
        mut paper: Paper,
        answer: Result<HttpAnswer, Error>,
        desk: &Desk,
        keep: &mut Keep<'_>,
    ) -> Outcome {
        let answer = match answer {
            Ok(answer) => answer,
            Err(error @ Error::Source(SourceError::Remote(HttpError::Unreachable { .. }))) => {
                return Outcome::Gone(error);
            }
            Err(error) => return Outcome::Answered(paper.answer(Err(error))),
        };
        let status = match answer.status {
            200 => AcceptedStatus::Already,
            201 => AcceptedStatus::Sealed,
            status => {
                return match told(&answer) {
                    Some(told) if told.may_pass() => Outcome::Refused(paper, told),
                    Some(told) => Outcome::Answered(paper.answer(Err(Error::Told(told)))),
                    None => {
                        let error = SourceError::Remote(HttpError::Status { url: desk.url(), status });
                        Outcome::Answered(paper.answer(Err(error.into())))
                    }
                };
            }
        };
        paper.owed = owed(&answer, &paper.submission);
        let receipt = Receipt::parse(&answer.body).map_err(|_| HttpError::NotTheFile { url: desk.url() });
        let checked = receipt.map_err(|error| SourceError::from(error).into());
        let checked = checked.and_then(|receipt| self.check(receipt, &paper.submission, status, desk));
        let kept = checked.as_ref().ok().map(|accepted| {
            let past = Served { trust: self, newest: accepted.receipt.checkpoint().checkpoint() };
            keep(paper.place, &accepted.receipt, &past)
                .map_err(|why| Error::NotKept { sequence: accepted.sequence, why: Box::new(why) })
        });
        Outcome::Answered(Answer { receipt: kept, ..paper.answer(checked) })
    }

    /// Holds a receipt against the log's key and against what was handed in.
    fn check(
        &mut self,
        receipt: Receipt,
        submission: &SignedStatement,
        status: AcceptedStatus,
        desk: &Desk,
    ) -> Result<Accepted, Error> {
        let mut report = receipt::check(&receipt, &self.policy);
        if !self.is_given && report.faults.iter().any(|fault| matches!(fault.what, FaultKind::NotTrusted)) {
            // The log's key may have changed meanwhile.
            let bytes = published::read_past_caches(self.source, names::LOG_VKEY, NOTE_BYTES_MAX)?;
            if let Some((_, policy)) = own(bytes) {
                report = receipt::check(&receipt, &policy);
                if faults(&report).is_empty() {
                    self.policy = policy;
                }
            }
        }
        let faults = faults(&report);
        if !faults.is_empty() {
            return Err(SourceError::NotVerified { place: self.source.to_string(), faults }.into());
        }
        let not_ours = || Error::from(SourceError::Remote(HttpError::NotTheFile { url: desk.url() }));
        let event = report.event.filter(|_| receipt::is_of(&receipt, submission)).ok_or_else(not_ours)?;
        Ok(Accepted { status, sequence: report.sequence, event, receipt })
    }
}

/// What is wrong with a receipt; that witnesses have not cosigned yet is not.
pub(super) fn faults(report: &ReceiptReport) -> Vec<Fault> {
    report.faults.iter().filter(|fault| fault.verdict() != Verdict::Insufficient).cloned().collect()
}

/// The key that a log publishes beside itself, and a policy of it alone.
fn own(bytes: Option<Vec<u8>>) -> Option<(VerifierKey, Policy)> {
    let key: VerifierKey = std::str::from_utf8(&bytes?).ok()?.trim_end().parse().ok()?;
    let policy = Policy::parse(&format!("log {key}\nquorum none\n")).ok()?;
    Some((key, policy))
}

/// The scans that a submission names and the service says it does not have.
fn owed(answer: &HttpAnswer, submission: &SignedStatement) -> Vec<Attachment> {
    let told = answer.scans_missing.as_deref().unwrap_or_default();
    let is_told = |scan: &Attachment| told.split(',').any(|digest| digest.trim() == scan.blake3.to_string());
    scans::named(submission).into_iter().filter(is_told).collect()
}

/// The problem that an answer tells, if it is one.
pub(super) fn told(answer: &HttpAnswer) -> Option<Box<Told>> {
    let problem: Value = serde_json::from_slice(&answer.body).ok()?;
    let text = |key: &str| problem.get(key)?.as_str().map(str::to_owned);
    let code = text("code")?.parse().ok()?;
    let (says, remedy, unit, item) = (text("says")?, text("do")?, text("unit"), text("item"));
    Some(Box::new(Told { status: answer.status, code, says, remedy, unit, item }))
}

/// A log that a service publishes, as the newest receipt shows it.
struct Served<'a> {
    trust: &'a Trust<'a>,
    newest: &'a Checkpoint,
}

impl Past for Served<'_> {
    fn size(&self) -> Size {
        self.newest.size
    }

    /// From the published tiles. Where these are behind the receipt, nothing can be told.
    fn growth(&self, older: &Checkpoint) -> Growth {
        let newest = self.newest;
        if older.origin != newest.origin || older.size > newest.size {
            return Growth::CannotTell;
        }
        // Not every checkpoint of a receipt is published.
        let Ok(Ok(published)) = published::checkpoint(self.trust.source) else { return Growth::CannotTell };
        let size = published.checkpoint().size;
        if size < newest.size {
            return Growth::CannotTell;
        }
        let tiles = TileReader::new(size, |tile| published::read_hashes(self.trust.source, tile));
        match grew(&tiles, older, newest.size, &newest.root) {
            Ok(true) => Growth::Grew,
            Ok(false) => Growth::DidNotGrow,
            Err(_) => Growth::CannotTell,
        }
    }

    fn signed(&self, receipt: &Receipt) -> bool {
        let by_the_log = self.trust.policy.judge(receipt.checkpoint()).is_ok();
        by_the_log && receipt.entry().is_some_and(|entry| receipt.verify_inclusion(entry).is_ok())
    }
}
