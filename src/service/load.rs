//! A rehearsal that is handed in to a service over the network: the load of an election night, and what it measures.
//! Everything that `rehearse` would record is signed under the same demonstration keys and handed in phase by phase, as
//! the folder has it; within a phase by many clients at once.
//!
//! ```text
//! phase ─▶ signed ─┬─ client ─┐   each when it is due, by the curve of a real night,
//!                  ├─ client ─┼─▶ answered ─▶ receipts checked ─▶ the log followed ─▶ the next phase is planned
//!                  └─ client ─┘   and timed from when it was due
//! ```
//!
//! What a phase plans follows from the events before it, which the receipts bring along: the read model here is the one
//! that the service has. A statement is admitted once, so that a load may be handed in again whatever became of it.

mod clients;
mod figures;
mod follower;

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::num::NonZeroU32;
use std::path::Path;
use std::time::Instant;

use self::clients::{Clients, Heard, Sending};
pub use self::figures::{AskedAgain, Figures, LoadedPhase};
use self::follower::{Follower, Proved, proved};
use super::error::{Error, RehearseError, SourceError};
use super::observer::{Notice, Observer, Stretch, Work};
use super::parallel::Cores;
use super::posting::told;
use super::source::LogSource;
use crate::crypto::hash::sha256;
use crate::crypto::parallel::ParallelMap;
use crate::crypto::vkey::VerifierKey;
use crate::domain::number::Size;
use crate::ledger::files::receipt::Receipt;
use crate::ledger::note::checkpoint::Checkpoint;
use crate::ledger::note::policy::Policy;
use crate::ledger::submission::SignedStatement;
use crate::rehearsal::{Phase, Plan, Script, arrivals};
use crate::remote::desk::Desk;
use crate::remote::http::{HttpAnswer, HttpError};
use crate::store::writer::AcceptedStatus;

/// How a load is handed in.
#[derive(Clone, Copy, Debug)]
pub struct LoadSetting<'a> {
    /// The URL of the service.
    pub url: &'a str,
    /// In which language it answers.
    pub lang: &'a str,
    /// Whose receipts are believed; without one, those of the demonstration key of the rehearsed log.
    pub policy: Option<&'a Policy>,
    /// How many hand in at once.
    pub clients: usize,
    /// How many submissions are due in a second on the mean; without it, each as soon as a client is free.
    pub per_second: Option<NonZeroU32>,
    /// Whether the papers of each unit are said to come from an address of its own, as a proxy says it.
    pub as_proxy: bool,
}

/// What came of a load.
#[derive(Debug)]
pub struct Loaded {
    /// Each phase that had anything to hand in, in order.
    pub phases: Vec<LoadedPhase>,
    /// How often a submission was handed in again because there was no answer that stays.
    pub asked_again: AskedAgain,
    /// How many receipts were checked.
    pub receipts: u64,
    /// The largest checkpoint of them.
    pub checkpoint: Checkpoint,
    /// What ended it, or what was refused first.
    pub error: Option<Error>,
}

/// Who is given each receipt that was checked.
pub type KeepReceipt<'a> = dyn FnMut(&Receipt) -> Result<(), Error> + 'a;

/// The first of the addresses that are set apart for measuring (RFC 2544), 198.18.0.0/15, and the bits that tell them
/// apart.
const MEASURING: u32 = u32::from_be_bytes([198, 18, 0, 0]);
const MEASURING_BITS: u32 = 17;

/// Hands the whole script in.
///
/// # Errors
/// [`RehearseError::OtherFolder`]: the service's ledger was not founded by this script; [`SourceError`]: nobody answers
/// there, or a receipt proves nothing. What is refused later is in the result.
pub fn load(
    setting: &LoadSetting<'_>,
    script: &Script<'_>,
    observer: &dyn Observer,
    keep: &mut KeepReceipt<'_>,
) -> Result<Loaded, Error> {
    let desk = Desk::new(setting.url, setting.lang).map_err(SourceError::from)?;
    let (policy, log) = (policy(setting, script)?, desk.log());
    let source = LogSource::open(Path::new(&log), observer)?;
    let mut follower = Follower::of(&source);
    let founding = founding(script, &desk, &policy)?;
    keep(&founding.receipt)?;
    let ledger = founding.event.into();
    follower.takes(founding);
    follower.follow()?;
    let mut handing = Handing {
        setting,
        desk,
        policy,
        observer,
        keep,
        phases: Vec::new(),
        error: None,
        again: AskedAgain::default(),
    };
    for phase in script.phases() {
        let plan = script.plan(&phase, ledger, follower.ours());
        if !plan.is_empty() && handing.phase(&phase, script, &plan, &mut follower)?.is_over() {
            break;
        }
    }
    let Handing { phases, error, again, .. } = handing;
    let receipts = follower.receipts();
    Ok(Loaded { phases, asked_again: again, receipts, checkpoint: follower.newest()?, error })
}

/// Whether there is anything left to do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Goes {
    On,
    /// Nobody answers any more.
    Over,
}

impl Goes {
    fn is_over(self) -> bool {
        self == Self::Over
    }
}

/// A load that is being handed in.
struct Handing<'a, 'k> {
    setting: &'a LoadSetting<'a>,
    desk: Desk,
    policy: Policy,
    observer: &'a dyn Observer,
    keep: &'a mut KeepReceipt<'k>,
    phases: Vec<LoadedPhase>,
    again: AskedAgain,
    error: Option<Error>,
}

impl Handing<'_, '_> {
    /// Hands in a phase, and follows the log to where it is then. What was refused is handed in again while anything else
    /// comes in: of two decisions about one paper the second may have come first.
    fn phase(
        &mut self,
        phase: &Phase,
        script: &Script<'_>,
        plan: &Plan<'_, '_>,
        follower: &mut Follower<'_>,
    ) -> Result<Goes, Error> {
        let papers = signed(script, plan, follower)?;
        let (mut loaded, mut waiting) = (LoadedPhase::of(phase), in_turns(&papers));
        let goes = loop {
            let before = waiting.len();
            let (goes, answers) = self.send(&papers, &waiting, &mut loaded);
            let refused = self.judge(&papers, answers, &mut loaded.figures, follower)?;
            let may_pass = |(_, error): &&(usize, Error)| matches!(error, Error::Told(told) if told.may_pass());
            waiting = refused.iter().filter(may_pass).map(|(paper, _)| *paper).collect();
            if goes.is_over() || waiting.is_empty() || waiting.len() == before {
                refused.iter().for_each(|(_, error)| loaded.figures.refused(error.code()));
                self.error = self.error.take().or_else(|| refused.into_iter().next().map(|(_, error)| error));
                break goes;
            }
            self.again.early += waiting.len() as u64;
        };
        loaded.figures.is_whole();
        self.phases.push(loaded);
        follower.follow()?;
        Ok(goes)
    }

    /// Takes over what came in; what did not is given back.
    fn judge(
        &mut self,
        papers: &[SignedStatement],
        answers: Vec<(usize, HttpAnswer)>,
        figures: &mut Figures,
        follower: &mut Follower<'_>,
    ) -> Result<Vec<(usize, Error)>, Error> {
        let (policy, place) = (&self.policy, self.desk.url());
        let judge = |(paper, answer): (usize, HttpAnswer)| (paper, judge(&answer, &papers[paper], policy, &place));
        let mut refused = Vec::new();
        for (paper, judged) in Cores.map(answers, judge) {
            match judged {
                Judged::In(status, proved) => {
                    figures.came_in(status);
                    (self.keep)(&proved.receipt)?;
                    follower.takes(*proved);
                }
                Judged::Not(error @ Error::Told(_)) => refused.push((paper, error)),
                Judged::Not(error) => return Err(error),
            }
        }
        Ok(refused)
    }

    /// Sends papers, each by its place, and takes the times of their first answers.
    fn send(
        &mut self,
        papers: &[SignedStatement],
        waiting: &[usize],
        loaded: &mut LoadedPhase,
    ) -> (Goes, Vec<(usize, HttpAnswer)>) {
        let (is_first, figures) = (waiting.len() == papers.len(), &mut loaded.figures);
        let sendings: Vec<_> = waiting.iter().map(|paper| self.sending(&papers[*paper])).collect();
        let mut stretch = Stretch::new(self.observer, Work::Recording(loaded.kind), Size(sendings.len() as u64));
        let due = self.setting.per_second.filter(|_| is_first);
        let due = due.map(|per_second| arrivals(sendings.len(), per_second));
        let clients =
            Clients { desk: &self.desk, clients: self.setting.clients, sendings: &sendings, due: due.as_deref() };
        let (mut goes, mut is_told, mut answers) = (Goes::On, false, Vec::with_capacity(sendings.len()));
        let since = Instant::now();
        clients.hand_in(&mut |heard| {
            match heard {
                Heard::Again(error, pause) => {
                    self.again.count(&error);
                    if !is_told {
                        self.observer.notices(&Notice::AskedAgain { error: &error, pause });
                    }
                    is_told = true;
                }
                Heard::Answer(place, time, Ok(answer)) => {
                    is_told = false;
                    if is_first {
                        figures.took(time);
                    }
                    // One that may not write says why, and takes nothing any more.
                    if answer.status >= 500 {
                        goes = Goes::Over;
                    }
                    answers.push((waiting[place], answer));
                    stretch.reaches(answers.len() as u64);
                }
                Heard::Answer(_, _, Err(error)) => {
                    self.error.get_or_insert(SourceError::from(error).into());
                    goes = Goes::Over;
                }
            }
            goes == Goes::On
        });
        figures.lasted(since.elapsed());
        (goes, answers)
    }

    fn sending(&self, paper: &SignedStatement) -> Sending {
        Sending { bytes: paper.to_file(), from: self.setting.as_proxy.then(|| address(paper)) }
    }
}

/// What an answer is worth.
enum Judged {
    In(AcceptedStatus, Box<Proved>),
    Not(Error),
}

fn judge(answer: &HttpAnswer, paper: &SignedStatement, policy: &Policy, place: &str) -> Judged {
    let status = match answer.status {
        200 => AcceptedStatus::Already,
        201 => AcceptedStatus::Sealed,
        status => {
            let unknown = || SourceError::Remote(HttpError::Status { url: place.to_owned(), status }).into();
            return Judged::Not(told(answer).map_or_else(unknown, Error::Told));
        }
    };
    match proved(&answer.body, paper, policy, place) {
        Ok(proved) => Judged::In(status, Box::new(proved)),
        Err(error) => Judged::Not(error),
    }
}

/// The receipt of the founding act, which is in already where the ledger is the script's: by it the ledger is known.
fn founding(script: &Script<'_>, desk: &Desk, policy: &Policy) -> Result<Proved, Error> {
    let planned = script.founding().ok_or(RehearseError::NoFoundingAct)?;
    let paper = script.sign(&planned).ok_or(RehearseError::NoFoundingAct)?;
    let answer = desk.hand_in(&paper.to_file(), &[], &|_, _| true).map_err(SourceError::from)?;
    match judge(&answer, &paper, policy, &desk.url()) {
        Judged::In(_, proved) => Ok(*proved),
        Judged::Not(Error::Told(told)) if told.may_pass() => Err(RehearseError::OtherFolder.into()),
        Judged::Not(error) => Err(error),
    }
}

/// Every statement of a phase, signed.
fn signed(script: &Script<'_>, plan: &Plan<'_, '_>, follower: &Follower<'_>) -> Result<Vec<SignedStatement>, Error> {
    let model = follower.model();
    let signed = Cores.map((0..plan.len()).collect(), |index| script.sign(&plan.say(index, model)?));
    signed.into_iter().collect::<Option<_>>().ok_or_else(|| RehearseError::TooLong.into())
}

/// The papers, each by its place, in the order in which they are handed in: commissions take turns, as those of a country do who
/// all hand in at once.
fn in_turns(papers: &[SignedStatement]) -> Vec<usize> {
    let mut handed_in = BTreeMap::new();
    let mut turn = |paper: &SignedStatement| {
        let turn: &mut usize = handed_in.entry(paper.signers().next().copied()).or_default();
        *turn += 1;
        *turn
    };
    let mut order: Vec<_> = papers.iter().map(&mut turn).zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, place)| place).collect()
}

/// Whose receipts are believed.
fn policy(setting: &LoadSetting<'_>, script: &Script<'_>) -> Result<Policy, Error> {
    if let Some(policy) = setting.policy {
        return Ok(policy.clone());
    }
    let key = script.origin().parse().ok().and_then(|name| VerifierKey::ed25519(name, script.log_key().public()).ok());
    let policy = key.and_then(|key| Policy::parse(&format!("log {key}\nquorum none\n")).ok());
    policy.ok_or_else(|| RehearseError::NoFoundingAct.into())
}

/// The address of the unit that a paper is of; of one that is of none, of whoever signs it first.
fn address(paper: &SignedStatement) -> Ipv4Addr {
    let unit = paper.statement().ok().and_then(|statement| Some(statement.body.unit()?.to_string().into_bytes()));
    let whose = unit.or_else(|| Some(paper.signers().next()?.0.to_vec())).unwrap_or_default();
    let [a, b, c, d, ..] = sha256(&[&whose]);
    Ipv4Addr::from(MEASURING | (u32::from_be_bytes([a, b, c, d]) >> (32 - MEASURING_BITS)))
}
