//! The policy's witnesses, asked about a log that grows while it is served: round after round, each witness on a thread
//! of its own, so that one that is slow or gone holds nobody up.
//!
//! ```text
//! the newest checkpoint ─┬─ red     cosigned ─────────────────────────▶ heard
//!                        ├─ blue    busy, pause ── cosigned, late ────▶ heard
//!                        └─ green   nobody there, pause ── asked about a newer one
//! ```
//! A round is over when all have answered, a second after the quorum, or when patience ends; the next begins when the log
//! has grown. Whoever fails is asked again all the while, after longer and longer pauses.

mod target;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, bounded, select, unbounded};

use self::target::{Asked, Target};
use super::live::Live;
use crate::crypto::vkey::PosixSeconds;
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::policy::{Policy, PolicyWitness, Quorum, WitnessName};
use crate::remote::asking::AskingOutcome;
use crate::remote::http::Http;
use crate::remote::witness::{Question, ask};
use crate::service::error::Error;
use crate::service::policy::{PolicyFile, given_or_kept};
use crate::service::setting::Setting;
use crate::store::error::Contradiction;
use crate::store::journal::disk::Folder;
use crate::store::witness::witnessed::Witnessed;

/// How long the others are waited for when a quorum has cosigned.
const GRACE: Duration = Duration::from_secs(1);
/// How long the first pause is before a witness is asked again that failed. Each is twice the one before.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause.
const PAUSE_MAX: Duration = Duration::from_secs(60);
/// After how long all are asked again where the log does not grow: what time they have is known all the while, and a
/// checkpoint does not look older than its log is.
const IDLE: Duration = Duration::from_secs(240);
/// How long the time that a witness stated is worth something: a machine that slept does not know for how long.
const MOMENT: Duration = Duration::from_secs(600);

/// What is heard of the witnesses.
#[derive(Debug)]
pub enum Heard {
    /// A checkpoint has more cosignatures; it may be an older one than is sealed now.
    Cosigned {
        /// Whose is new; none for what was kept from before the start.
        witness: Option<(WitnessName, Millis)>,
        /// The checkpoint with all that came so far.
        signed: Box<SignedCheckpoint>,
        /// Whether they are enough.
        quorum: Quorum,
    },
    /// A witness did something else than to cosign.
    Silent {
        /// Which one.
        witness: WitnessName,
        /// What it did.
        outcome: AskingOutcome,
    },
    /// What is known of the witnesses could not be kept: nothing is lost but the means to notice one that was rolled back.
    NotRemembered(Error),
    /// The log has two histories: nothing may be signed any more.
    Contradicted(Contradiction),
}

/// The rounds of a log that is served. Dropped, they end; who is being asked at that moment is not waited for.
#[derive(Debug)]
pub struct Rounds {
    wish: Sender<Wish>,
    target: Arc<Target>,
    witnesses: Vec<WitnessName>,
}

/// Why a round is wished for.
enum Wish {
    /// The log has grown.
    Grown,
    /// What time it is must be heard again.
    Again,
}

/// What the thread has that leads the rounds.
struct Lead {
    ledger: PathBuf,
    policy: Policy,
    clock: fn() -> Millis,
    live: Arc<RwLock<Live>>,
    patience: Duration,
    target: Arc<Target>,
    witnessed: Witnessed,
    round: Round,
    /// How many are asked.
    asked: usize,
    heard: Sender<Heard>,
}

/// One checkpoint, and what came of it.
struct Round {
    number: u64,
    signed: SignedCheckpoint,
    answered: BTreeSet<WitnessName>,
    ends: Instant,
}

/// Works on a thread that has a name, so that a defect in it is told.
fn named(name: &str, work: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().name(name.to_owned());
    thread.spawn(work).expect("failed to spawn thread");
}

impl Rounds {
    /// Begins to ask those of the policy that is handed in, or of the one that the ledger keeps; none if it names nobody
    /// who can be asked. What is heard goes to `heard`.
    ///
    /// # Errors
    /// [`Error::Policy`]; [`Error::Store`].
    pub fn start(
        setting: &Setting<'_>,
        given: Option<&PolicyFile>,
        clock: fn() -> Millis,
        patience: Duration,
        live: Arc<RwLock<Live>>,
        heard: Sender<Heard>,
    ) -> Result<Option<Self>, Error> {
        let Some(file) = given_or_kept(setting, given)? else { return Ok(None) };
        // Without the time of now: the service will be there for days, and asks what time it is whenever it counts.
        let policy = Policy::parse(&file.text).map_err(|error| Error::Policy { file: file.path, error })?;
        let asked: Vec<PolicyWitness> =
            policy.witnesses().iter().filter(|witness| witness.url.is_some()).cloned().collect();
        if asked.is_empty() {
            return Ok(None);
        }
        let (wish, wishes) = bounded(1);
        let witnesses = asked.iter().map(|witness| witness.name.clone()).collect();
        let signed = sealed(&live);
        let target = Arc::new(Target::new(signed.clone()));
        // A file that is damaged kept the ledger from being opened.
        let witnessed = Witnessed::read(&Folder::new(setting.ledger)).unwrap_or_default();
        let known = witnessed.known(&policy);
        let (told, answers) = unbounded();
        for witness in asked.iter().cloned() {
            let known = known.get(&witness.name).copied().unwrap_or_default();
            let one = One { witness, known, patience, target: Arc::clone(&target), live: Arc::clone(&live) };
            let told = told.clone();
            named("witness", move || one.answer(&told));
        }
        let round = Round { number: 1, signed, answered: BTreeSet::new(), ends: Instant::now() + patience };
        let (ledger, asked) = (setting.ledger.to_owned(), asked.len());
        let lead =
            Lead { ledger, policy, clock, live, patience, target: Arc::clone(&target), witnessed, round, asked, heard };
        named("rounds", move || lead.run(&wishes, &answers));
        Ok(Some(Self { wish, target, witnesses }))
    }

    /// The log has grown.
    pub fn grew(&self) {
        // One word is enough, however often it grew.
        let _ = self.wish.try_send(Wish::Grown);
    }

    /// All are to be asked again, about the same checkpoint if it is still the newest: they state what time it is.
    pub fn again(&self) {
        let _ = self.wish.try_send(Wish::Again);
    }

    /// Who is asked.
    pub fn witnesses(&self) -> &[WitnessName] {
        &self.witnesses
    }
}

impl Drop for Rounds {
    fn drop(&mut self) {
        self.target.stop();
    }
}

/// The checkpoint that readers see.
fn sealed(live: &RwLock<Live>) -> SignedCheckpoint {
    live.read().unwrap_or_else(PoisonError::into_inner).reading().checkpoint.clone()
}

/// What one witness did in a round, about a checkpoint of a size.
struct Answer {
    witness: WitnessName,
    round: u64,
    size: Size,
    outcome: AskingOutcome,
}

/// One witness, on a thread of its own.
struct One {
    witness: PolicyWitness,
    known: Size,
    patience: Duration,
    target: Arc<Target>,
    live: Arc<RwLock<Live>>,
}

impl One {
    fn answer(mut self, told: &Sender<Answer>) {
        let (http, mut done, mut wait) = (Http::new(), 0, None);
        while let Some(asked) = self.target.next(done, wait) {
            let size = asked.signed.checkpoint().size;
            let outcome = self.ask(&http, &asked);
            done = asked.round;
            wait = match &outcome {
                AskingOutcome::Cosigned { .. } => {
                    self.known = self.known.max(size);
                    None
                }
                _ => Some(wait.map_or(FIRST_PAUSE, |wait: Duration| (wait * 2).min(PAUSE_MAX))),
            };
            let (witness, round) = (self.witness.name.clone(), asked.round);
            if told.send(Answer { witness, round, size, outcome }).is_err() {
                return;
            }
        }
    }

    fn ask(&self, http: &Http, Asked { round, signed }: &Asked) -> AskingOutcome {
        let size = signed.checkpoint().size;
        let prove = |old: Size| {
            let live = self.live.read().unwrap_or_else(PoisonError::into_inner);
            live.tree().prove_consistency(old, size).ok()
        };
        let question = Question { witness: &self.witness, known: self.known, checkpoint: signed, prove: &prove };
        // A newer checkpoint is worth more than patience with this one.
        ask(http, &question, Instant::now() + self.patience, &|pause| self.target.pause(*round, pause))
    }
}

impl Lead {
    fn run(mut self, wishes: &Receiver<Wish>, answers: &Receiver<Answer>) {
        self.tell_last();
        loop {
            let left = self.round.ends.saturating_duration_since(Instant::now());
            let due = if left.is_zero() { IDLE } else { left };
            let mut again = false;
            select! {
                recv(wishes) -> wish => match wish {
                    Ok(wish) => again = matches!(wish, Wish::Again),
                    Err(_) => return,
                },
                recv(answers) -> answer => match answer {
                    Ok(answer) => self.take(answer),
                    Err(_) => return,
                },
                default(due) => again = left.is_zero(),
            }
            if (again || Instant::now() >= self.round.ends) && !self.begin(again) {
                return;
            }
        }
    }

    /// The last checkpoint that enough witnesses cosigned before the start is told, where it is one of this log.
    fn tell_last(&self) {
        let Some(last) = self.witnessed.last() else { return };
        let quorum = self.judge(last);
        let at = last.checkpoint();
        let root = self.live.read().unwrap_or_else(PoisonError::into_inner).tree().root_at(at.size);
        if quorum == Quorum::Met && root.is_ok_and(|root| root == at.root) {
            self.tell(Heard::Cosigned { witness: None, signed: Box::new(last.clone()), quorum });
        }
    }

    /// Begins the next round where the log has grown, or `again`; says whether anybody is asked at all.
    fn begin(&mut self, again: bool) -> bool {
        let signed = sealed(&self.live);
        if !again && signed.checkpoint().size == self.round.signed.checkpoint().size {
            return true;
        }
        self.remember();
        let (number, ends) = (self.round.number + 1, Instant::now() + self.patience);
        self.round = Round { number, signed: signed.clone(), answered: BTreeSet::new(), ends };
        self.target.set(signed)
    }

    fn take(&mut self, Answer { witness, round, size, outcome }: Answer) {
        let is_of_now = size == self.round.signed.checkpoint().size;
        if round == self.round.number
            && self.round.answered.insert(witness.clone())
            && self.round.answered.len() == self.asked
        {
            self.round.ends = Instant::now();
        }
        match outcome {
            AskingOutcome::Cosigned { line, time } => {
                let key = self.policy.witnesses().iter().find(|one| one.name == witness).map(|one| one.key.clone());
                let Some(key) = key else { return };
                self.witnessed.cosigned(&key, size);
                // The line was checked when it came; a full note has no room for it.
                if is_of_now && self.round.signed.add_cosignature(line, &key).is_ok() {
                    self.cosigned(witness, time);
                }
            }
            // It was asked about an earlier size than it holds, and here there is as much by now: the next round tells.
            AskingOutcome::Ahead { holds, .. } if holds <= sealed(&self.live).checkpoint().size => {}
            AskingOutcome::Ahead { holds, ours } => self.contradict(Contradiction::Ahead { witness, holds, ours }),
            AskingOutcome::OtherHistory { from } => self.contradict(Contradiction::OtherHistory { witness, from }),
            outcome => self.tell(Heard::Silent { witness, outcome }),
        }
    }

    fn cosigned(&mut self, witness: WitnessName, time: PosixSeconds) {
        let quorum = self.judge(&self.round.signed);
        if quorum == Quorum::Met {
            self.round.ends = self.round.ends.min(Instant::now() + GRACE);
            self.witnessed.keep(self.round.signed.clone());
            self.remember();
        }
        let time = time.seconds().checked_mul(1000).and_then(|ms| Millis::try_from(ms).ok());
        let witness = time.map(|time| (witness, time));
        self.tell(Heard::Cosigned { witness, signed: Box::new(self.round.signed.clone()), quorum });
    }

    /// Whether the cosignatures are enough now: one of the future counts for nothing.
    fn judge(&self, signed: &SignedCheckpoint) -> Quorum {
        let policy = match PosixSeconds::try_from((self.clock)().value() / 1000) {
            Ok(now) => self.policy.clone().at(now),
            Err(_) => self.policy.clone(),
        };
        policy.judge(signed).map_or(Quorum::NotMet, |judgement| judgement.quorum)
    }

    fn remember(&self) {
        if let Err(error) = self.witnessed.write(&mut Folder::new(&self.ledger)) {
            self.tell(Heard::NotRemembered(Error::store(&self.ledger)(error)));
        }
    }

    fn contradict(&self, contradiction: Contradiction) {
        self.tell(Heard::Contradicted(contradiction));
    }

    fn tell(&self, heard: Heard) {
        // Where nobody listens any more, the service has ended.
        let _ = self.heard.send(heard);
    }
}

/// What time it is now by each witness that was heard: the time that it stated, and what has passed since.
#[derive(Debug, Default)]
pub struct Times(BTreeMap<WitnessName, (Millis, Instant)>);

impl Times {
    /// A witness stated the time just now.
    pub fn heard(&mut self, witness: WitnessName, time: Millis) {
        self.0.insert(witness, (time, Instant::now()));
    }

    /// What time it is now.
    pub fn now(&self) -> Vec<Millis> {
        let since = |heard: &Instant| u64::try_from(heard.elapsed().as_millis()).ok();
        let of_a_moment_ago = self.0.values().filter(|(_, heard)| heard.elapsed() < MOMENT);
        let now = of_a_moment_ago.map(|(time, heard)| time.value().checked_add(since(heard)?)?.try_into().ok());
        now.flatten().collect()
    }
}
