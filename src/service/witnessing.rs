//! The witnesses of a writer's policy: asked before anything is signed, and about every checkpoint afterwards.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::error::Error;
use super::files::{self, Readers};
use super::observer::{Notice, Silence};
use super::policy::{PolicyFile, given_or_kept};
use super::setting::Setting;
use crate::domain::number::Size;
use crate::domain::time::Millis;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::policy::{Policy, PolicyWitness, Quorum, WitnessName};
use crate::ledger::tree::merkle::Tree;
use crate::remote::asking::AskingOutcome;
use crate::remote::http::Http;
use crate::remote::published::Url;
use crate::remote::witness::{Prove, Round, WitnessAnswer};
use crate::store::error::{Contradiction, StoreError};
use crate::store::files as names;
use crate::store::journal::disk::Folder;
use crate::store::open::Held;
use crate::store::witness::witnessed::{Witnessed, WitnessedError};

/// How long the others are waited for when a quorum has cosigned: one who is slow or gone must not slow every paper
/// down.
const GRACE: Duration = Duration::from_secs(1);

/// Who is asked to witness a ledger.
pub struct Witnesses<'a> {
    setting: Setting<'a>,
    policy: Policy,
    http: Http,
    patience: Duration,
    /// What each is known to have cosigned, kept beside the ledger.
    witnessed: RefCell<Witnessed>,
    /// Who cosigned when they were asked last.
    heard: RefCell<BTreeSet<WitnessName>>,
    /// A checkpoint with cosignatures that came by other ways.
    by_hand: Option<SignedCheckpoint>,
}

/// What came of asking.
struct Asked {
    /// The checkpoint with the cosignatures that came.
    signed: SignedCheckpoint,
    /// Whether they are enough.
    quorum: Quorum,
    /// Who says that the log has another or a longer history.
    contradiction: Option<Contradiction>,
}

impl<'a> Witnesses<'a> {
    /// Those of the policy that is handed in, or of the one that the ledger keeps since it was told one; none if it
    /// names nobody who can be asked. Each round of asking lasts at most `patience`.
    ///
    /// # Errors
    /// [`Error::Policy`]; [`Error::WitnessAddress`]; [`Error::Witnessed`]; [`Error::Store`].
    pub fn of(setting: Setting<'a>, given: Option<&PolicyFile>, patience: Duration) -> Result<Option<Self>, Error> {
        let Some(file) = given_or_kept(&setting, given)? else { return Ok(None) };
        let policy = file.parse(setting.now())?;
        if policy.witnesses().iter().all(|witness| witness.url.is_none()) {
            return Ok(None);
        }
        for url in policy.witnesses().iter().filter_map(|witness| witness.url.as_deref()) {
            if Url::new(url, Http::new()).is_err() {
                return Err(Error::WitnessAddress { file: file.path, address: url.to_owned() });
            }
        }
        let witnessed = Witnessed::read(&Folder::new(setting.ledger)).map_err(|error| match error {
            WitnessedError::Store(error) => Error::store(setting.ledger)(error),
            WitnessedError::Form(error) => Error::Witnessed { ledger: setting.ledger.to_owned(), error },
        })?;
        let witnessed = RefCell::new(witnessed);
        Ok(Some(Self {
            setting,
            policy,
            http: Http::new(),
            patience,
            witnessed,
            heard: RefCell::default(),
            by_hand: None,
        }))
    }

    /// The same, of whom some handed their cosignatures of a checkpoint over: about that one they have answered.
    #[must_use]
    pub fn heard_by_hand(self, by_hand: Option<&SignedCheckpoint>) -> Self {
        Self { by_hand: by_hand.cloned(), ..self }
    }

    /// Keeps the policy with the ledger, so that the next writer asks the same witnesses without being told.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn keep_policy(&self, given: &PolicyFile) -> Result<(), Error> {
        let kept = self.setting.ledger.join(names::POLICY);
        if std::fs::read(&kept).is_ok_and(|standing| standing == given.text.as_bytes()) {
            return Ok(());
        }
        self.setting.observer.notices(&Notice::PolicyKept(&kept));
        files::write(&kept, given.text.as_bytes(), Readers::All)
    }

    /// Asks before anything is signed: of those who can be asked, as many as the quorum needs must have answered, and
    /// nobody may know of more than is here.
    ///
    /// # Errors
    /// [`StoreError::Contradicted`]; [`StoreError::NotWitnessed`].
    pub fn confirm(&self, signed: &SignedCheckpoint, tree: &Tree) -> Result<SignedCheckpoint, StoreError> {
        let asked = self.ask(signed, tree);
        if let Some(contradiction) = asked.contradiction {
            return Err(StoreError::Contradicted(contradiction));
        }
        // Whoever has no address cannot be asked, and looks at the log when it will.
        let heard = |witness: &PolicyWitness| witness.url.is_none() || has(&asked.signed, witness);
        if self.policy.quorum(heard) == Quorum::NotMet {
            return Err(StoreError::NotWitnessed);
        }
        Ok(asked.signed)
    }

    /// The times at which those who answered a moment ago cosigned a checkpoint. What others cosigned before tells
    /// nothing of today.
    pub fn times(&self, signed: &SignedCheckpoint) -> Vec<Millis> {
        let heard = self.heard.borrow();
        let heard = self.policy.witnesses().iter().filter(|witness| heard.contains(&witness.name));
        let times = heard.filter_map(|witness| signed.cosigned_by(&witness.key).ok().flatten());
        times.filter_map(|time| time.seconds().checked_mul(1000)?.try_into().ok()).collect()
    }

    /// Asks about what was just sealed, and publishes the cosignatures. Says whether they are enough.
    ///
    /// # Errors
    /// [`StoreError::Contradicted`]: the log has two histories.
    pub fn witness(&self, held: &mut Held) -> Result<Quorum, StoreError> {
        if self.policy.judge(held.writer.checkpoint()).is_ok_and(|judgement| judgement.quorum == Quorum::Met) {
            return Ok(Quorum::Met); // Nothing came in since they were asked.
        }
        let asked = self.ask(held.writer.checkpoint(), held.writer.tree());
        held.writer.cosigned(&asked.signed);
        match asked.contradiction {
            Some(contradiction) => Err(StoreError::Contradicted(contradiction)),
            None => Ok(asked.quorum),
        }
    }

    fn ask(&self, signed: &SignedCheckpoint, tree: &Tree) -> Asked {
        let mut signed = signed.clone();
        if let Some(by_hand) = &self.by_hand {
            signed.join(by_hand);
        }
        let deadline = Instant::now() + self.patience;
        let known = self.witnessed.borrow().known(&self.policy);
        let (tree, size) = (tree.clone(), signed.checkpoint().size);
        let prove: Prove = Arc::new(move |old: Size| tree.prove_consistency(old, size).ok());
        let mut round = Round::begin(&self.http, self.policy.witnesses(), &known, &signed, &prove, deadline);
        // A quorum is enough to go on with; those who are nearly as quick are heard too.
        round.wait(deadline, |answers| self.quorum(&signed, answers) != Quorum::NotMet);
        round.wait(deadline.min(Instant::now() + GRACE), |_| false);
        let mut asked = Asked { signed, quorum: Quorum::NotMet, contradiction: None };
        self.heard.borrow_mut().clear();
        for answer in round.answers() {
            self.take(answer, &mut asked);
        }
        let unheard = |witness: &&PolicyWitness| {
            witness.url.is_some() && round.answers().iter().all(|answer| answer.witness != witness.name)
        };
        for witness in self.policy.witnesses().iter().filter(unheard) {
            self.setting.observer.notices(&Notice::Witness(&witness.name, Silence::Late));
        }
        let judgement = self.policy.judge(&asked.signed);
        asked.quorum = judgement.map_or(Quorum::NotMet, |judgement| judgement.quorum);
        self.remember(&asked);
        self.tell_thin(&asked);
        asked
    }

    /// Whether those who had cosigned before, and those who do now, are enough.
    fn quorum(&self, signed: &SignedCheckpoint, answers: &[WitnessAnswer]) -> Quorum {
        let cosigned = |answer: &&WitnessAnswer| matches!(answer.outcome, AskingOutcome::Cosigned { .. });
        let now = |witness: &PolicyWitness| answers.iter().filter(cosigned).any(|one| one.witness == witness.name);
        self.policy.quorum(|witness| now(witness) || has(signed, witness))
    }

    fn take(&self, answer: &WitnessAnswer, asked: &mut Asked) {
        let name = &answer.witness;
        match &answer.outcome {
            AskingOutcome::Cosigned { line, .. } => {
                let key =
                    self.policy.witnesses().iter().find(|witness| witness.name == *name).map(|witness| &witness.key);
                if let Some(key) = key {
                    // The line was checked when it came; a full note has no room for it.
                    let _ = asked.signed.add_cosignature(line.clone(), key);
                    self.heard.borrow_mut().insert(name.clone());
                    self.witnessed.borrow_mut().cosigned(key, asked.signed.checkpoint().size);
                }
            }
            &AskingOutcome::Ahead { holds, ours } => {
                let witness = name.clone();
                asked.contradiction.get_or_insert(Contradiction::Ahead { witness, holds, ours });
            }
            &AskingOutcome::OtherHistory { from } => {
                asked.contradiction.get_or_insert(Contradiction::OtherHistory { witness: name.clone(), from });
            }
            outcome => {
                let silence = Silence::of(outcome).into_iter();
                silence.for_each(|silence| self.setting.observer.notices(&Notice::Witness(name, silence)));
            }
        }
    }

    /// Keeps who cosigned what. Without it nothing is lost but the means to notice that a witness was rolled back.
    fn remember(&self, asked: &Asked) {
        let mut witnessed = self.witnessed.borrow_mut();
        if asked.quorum == Quorum::Met {
            witnessed.keep(asked.signed.clone());
        }
        if let Err(error) = witnessed.write(&mut Folder::new(self.setting.ledger)) {
            self.setting.observer.notices(&Notice::NotRemembered(&error));
        }
    }

    /// A quorum that one more failure would break is told before it breaks.
    fn tell_thin(&self, asked: &Asked) {
        let heard: Vec<_> = self.policy.witnesses().iter().filter(|witness| has(&asked.signed, witness)).collect();
        let all = self.policy.witnesses().len();
        if asked.quorum != Quorum::Met || heard.len() == all {
            return;
        }
        let breaks = |gone: &&&PolicyWitness| {
            self.policy.quorum(|witness| witness.name != gone.name && has(&asked.signed, witness)) == Quorum::NotMet
        };
        if let Some(last) = heard.iter().find(breaks) {
            self.setting.observer.notices(&Notice::QuorumThin { heard: heard.len(), all, without: &last.name });
        }
    }
}

/// Whether a witness's cosignature is there, and its own.
fn has(signed: &SignedCheckpoint, witness: &PolicyWitness) -> bool {
    signed.cosigned_by(&witness.key).is_ok_and(|time| time.is_some())
}
