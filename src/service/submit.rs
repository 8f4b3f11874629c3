//! Handing in: a queue of submissions, in any order, with the scans that they name. The order of effects is a promise:
//!
//! ```text
//! scans found ─▶ ledger opened ─▶ scans kept ─▶ durable and sealed ─▶ receipts kept ─▶ witnesses ─▶ receipts renewed
//!                                      ▲                    │
//!                                      └─ refused, tried ───┘
//!                                         again while others come in
//! ```

use std::collections::BTreeMap;

use super::clock::{ClockTrust, compare};
use super::error::Error;
use super::paper::{Answer, HandedIn, Paper};
use super::parallel::Cores;
use super::receipts::History;
use super::receipts::shelf::Kept;
use super::scans::Scans;
use super::setting::Setting;
use super::writing::{Open, Writing, signer};
use crate::crypto::key::SecretKey;
use crate::domain::rejection::Rejection;
use crate::domain::state::Election;
use crate::ledger::files::frame::FRAME_EVENTS_MAX;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::policy::Quorum;
use crate::ledger::submission::SignedStatement;
use crate::store::error::{Refusal, StoreError};
use crate::store::open::Held;
use crate::store::read;

/// What became of a queue.
#[derive(Debug)]
pub struct Submitted {
    /// The answers; those that came in first.
    pub answers: Vec<Answer>,
    /// Whether enough witnesses have cosigned; an error where one of them has seen another history of the log. What
    /// came in is in all the same.
    pub quorum: Result<Quorum, StoreError>,
    /// What ended the work before every submission had its answer. What is answered is as it is answered.
    pub stopped: Option<Error>,
}

/// A queue whose scans were looked for.
pub enum Prepared {
    /// There is something to hand in; only now does anybody need the log's key.
    Ready(Ready),
    /// Every submission is answered already: its scans are not there.
    Answered(Submitted),
}

/// What is handed in next: every scan that the ledger does not have was found.
pub struct Ready {
    papers: Vec<Paper>,
    answers: Vec<Answer>,
    clock: ClockTrust,
}

/// Says whether the writer's clock is believed; it is asked before each turn.
type Believes<'a> = dyn Fn(&Held) -> Result<(), Error> + 'a;

/// Who is given the receipt of a submission, by its place in the queue, and keeps it; older ones are held against the
/// log's history.
pub type Keep<'a> = dyn FnMut(usize, &Receipt, &History<'_>) -> Result<Kept, Error> + 'a;

/// Finds the scans of a queue before anything is written. A submission whose scans are not there is answered at once,
/// and the others are handed in.
///
/// # Errors
/// [`Error::Store`]: there is no ledger, or the disk failed.
pub fn prepare(setting: Setting<'_>, submissions: Vec<HandedIn>) -> Result<Prepared, Error> {
    // Where there is no ledger, nobody is sent to look for scans.
    read::sealed(setting.ledger).map_err(Error::store(setting.ledger))?;
    let (mut papers, mut answers) = (Vec::new(), Vec::new());
    for (place, handed_in) in submissions.into_iter().enumerate() {
        match Paper::of(place, handed_in, |named, are| Scans::wanted(named, are, setting.ledger))? {
            Ok(paper) => papers.push(paper),
            Err(answer) => answers.push(answer),
        }
    }
    if papers.is_empty() {
        return Ok(Prepared::Answered(Submitted { answers, quorum: Ok(Quorum::NoneRequired), stopped: None }));
    }
    Ok(Prepared::Ready(Ready { papers, answers, clock: ClockTrust::Compared }))
}

impl Ready {
    /// Whether the writer's clock is held against what can be known.
    #[must_use]
    pub fn with_clock(self, clock: ClockTrust) -> Self {
        Self { clock, ..self }
    }

    /// Hands the queue in. `keep` is given each receipt once when its submission is sealed, before anybody waits for a
    /// witness, and again when the policy's quorum has cosigned. `next_log_key` is the key to which the log's key may
    /// change.
    ///
    /// # Errors
    /// What kept the whole queue out: those of [`Open::new`]. What is wrong with one submission, or with its receipt, is
    /// in its answer.
    pub fn hand_in(
        self,
        setting: Setting<'_>,
        writing: Writing<'_>,
        next_log_key: Option<SecretKey>,
        keep: &mut Keep<'_>,
    ) -> Result<Submitted, Error> {
        let Self { papers, mut answers, clock } = self;
        let Open { mut held, witnesses } = Open::new(setting, writing)?;
        if let Some(key) = next_log_key {
            held.writer.succeeded_by(signer(setting.ledger, key)?);
        }
        let believes = |held: &Held| match clock {
            ClockTrust::Compared => {
                let heard = witnesses.as_ref().map(|witnesses| witnesses.times(held.writer.checkpoint()));
                compare(&setting, held, &heard.unwrap_or_default())
            }
            ClockTrust::Insisted => Ok(()),
        };
        // Before anything is in, a clock that is not believed keeps the whole queue out.
        believes(&held)?;
        let mut stopped = hand_in(setting, &mut held, papers, &believes, &mut answers).err();
        // The receipts are there before anybody waits for a witness.
        keep_receipts(&held, &mut answers, keep);
        let quorum = match &witnesses {
            None => Ok(Quorum::NoneRequired),
            Some(_) if stopped.is_some() => Ok(Quorum::NotMet),
            Some(witnesses) => witnesses.witness(&mut held),
        };
        if matches!(quorum, Ok(Quorum::Met)) {
            stopped = renew(setting, &held, &mut answers).err().or(stopped);
            keep_receipts(&held, &mut answers, keep);
        }
        let closed = held.writer.close().map_err(Error::store(setting.ledger));
        Ok(Submitted { answers, quorum, stopped: stopped.or(closed.err()) })
    }
}

/// Has every receipt kept. One that cannot be written keeps no other away, and is told with its event.
fn keep_receipts(held: &Held, answers: &mut [Answer], keep: &mut Keep<'_>) {
    let log_keys = held.writer.state().election().map(Election::log_keys).unwrap_or_default();
    let history = History { tree: held.writer.tree(), log_keys };
    for answer in answers {
        let Ok(accepted) = &answer.outcome else { continue };
        let kept = keep(answer.place, &accepted.receipt, &history)
            .map_err(|why| Error::NotKept { sequence: accepted.sequence, why: Box::new(why) });
        answer.receipt = Some(kept);
    }
}

/// Has the receipts follow the checkpoint that is cosigned now.
fn renew(setting: Setting<'_>, held: &Held, answers: &mut [Answer]) -> Result<(), Error> {
    for accepted in answers.iter_mut().filter_map(|answer| answer.outcome.as_mut().ok()) {
        accepted.receipt = held.writer.renewed(&accepted.receipt).map_err(Error::store(setting.ledger))?;
    }
    Ok(())
}

/// Hands the queue in. Its order does not matter: what is refused is tried again as long as anything else came in. Each
/// turn of the writer answers for itself: what an earlier one sealed is told, whatever becomes of a later one.
fn hand_in(
    setting: Setting<'_>,
    held: &mut Held,
    papers: Vec<Paper>,
    believes: &Believes<'_>,
    answers: &mut Vec<Answer>,
) -> Result<(), Error> {
    let mut waiting = papers;
    loop {
        let (before, mut refused) = (waiting.len(), Vec::new());
        let mut rest = waiting.into_iter().peekable();
        while rest.peek().is_some() {
            let turn = rest.by_ref().take(FRAME_EVENTS_MAX).collect();
            believes(held)?;
            refused.extend(hand_in_turn(setting, held, turn, answers)?);
        }
        let joined = join_copies(lacking(&mut refused));
        if refused.is_empty() || (refused.len() == before && !joined) {
            answers.extend(refused.into_iter().map(|(paper, refusal)| paper.answer(Err(refusal.into()))));
            return Ok(());
        }
        waiting = refused.into_iter().map(|(paper, _)| paper).collect();
    }
}

/// The refused submissions that lack signatures, each with the unit whose commission it lacks.
fn lacking(refused: &mut [(Paper, Refusal)]) -> impl Iterator<Item = (&mut SignedStatement, String)> {
    refused.iter_mut().filter_map(|(paper, refusal)| match refusal {
        Refusal::Rule(Rejection::QuorumNotMet { unit, .. }) => Some((&mut paper.submission, unit.to_string())),
        _ => None,
    })
}

/// Gives each submission that lacks signatures those of its copies in the queue that the same commission signed; says
/// whether any got more. What lacks signatures has verified ones: that is asked first.
pub(super) fn join_copies<'a>(lacking: impl Iterator<Item = (&'a mut SignedStatement, String)>) -> bool {
    let lacking: Vec<_> = lacking.collect();
    let copy_of = |submission: &SignedStatement, unit: &str| (submission.statement_bytes().to_vec(), unit.to_owned());
    let mut joined: BTreeMap<(Vec<u8>, String), SignedStatement> = BTreeMap::new();
    for (submission, unit) in &lacking {
        joined.entry(copy_of(submission, unit)).or_insert_with(|| (*submission).clone()).join(submission);
    }
    let mut got_more = false;
    for (submission, unit) in lacking {
        let all = joined.get(&copy_of(submission, &unit));
        if let Some(all) = all.filter(|all| all.signers().len() > submission.signers().len()) {
            got_more |= submission.join(all);
        }
    }
    got_more
}

/// One turn of the writer; gives back what was refused.
fn hand_in_turn(
    setting: Setting<'_>,
    held: &mut Held,
    papers: Vec<Paper>,
    answers: &mut Vec<Answer>,
) -> Result<Vec<(Paper, Refusal)>, Error> {
    let (ready, mut refused) = keep_scans(setting, held, papers)?;
    let submissions = ready.iter().map(|paper| paper.submission.clone()).collect();
    let answered = held.writer.commit(submissions, setting.now(), &Cores).map_err(Error::store(setting.ledger))?;
    for (paper, answer) in ready.into_iter().zip(answered) {
        match answer {
            Ok(accepted) => answers.push(paper.answer(Ok(accepted))),
            Err(refusal) => refused.push((paper, refusal)),
        }
    }
    Ok(refused)
}

type Asked = (Vec<Paper>, Vec<(Paper, Refusal)>);

/// Puts the scans beside the ledger, so that nothing is acknowledged that lacks its scan. A submission with scans is
/// handed in only where it would be taken now: one that is refused must not leave its scans behind.
fn keep_scans(setting: Setting<'_>, held: &Held, papers: Vec<Paper>) -> Result<Asked, Error> {
    let (mut ready, mut refused) = (Vec::new(), Vec::new());
    for paper in papers {
        if !paper.scans.is_empty() {
            if let Err(refusal) = held.writer.ask(&paper.submission, setting.now()) {
                refused.push((paper, refusal));
                continue;
            }
            paper.scans.keep(setting.ledger)?;
        }
        ready.push(paper);
    }
    Ok((ready, refused))
}
