//! The witnesses of a writer's policy: asked before anything is signed, and about every checkpoint afterwards.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::args::{Global, LogKey};
use super::failure::{Exit, Failure};
use super::files::{self, Readers};
use super::ledger;
use super::output::Output;
use crate::domain::code::Code;
use crate::domain::number::Size;
use crate::ledger::note::checkpoint::SignedCheckpoint;
use crate::ledger::note::policy::{Policy, PolicyWitness, Quorum, WitnessName};
use crate::ledger::tree::merkle::Tree;
use crate::remote::http::Http;
use crate::remote::published::Url;
use crate::remote::witness::{AskingOutcome, Prove, Round, WitnessAnswer};
use crate::store::error::StoreError;
use crate::store::files as names;
use crate::store::journal::disk::Folder;
use crate::store::open::Held;
use crate::store::witness::witnessed::{Witnessed, WitnessedError};

/// How long the others are waited for when a quorum has cosigned: one who is slow or gone must not slow every paper down.
const GRACE: Duration = Duration::from_secs(1);

/// Who is asked to witness a ledger.
pub struct Witnesses<'a> {
    policy: Policy,
    http: Http,
    patience: Duration,
    ledger: &'a Path,
    output: &'a Output,
    /// What each is known to have cosigned, kept beside the ledger.
    witnessed: RefCell<Witnessed>,
}

/// What came of asking.
struct Asked {
    /// The checkpoint with the cosignatures that came.
    signed: SignedCheckpoint,
    /// Whether they are enough.
    quorum: Quorum,
    /// Who says that the log has another or a longer history, in a sentence.
    contradiction: Option<String>,
}

impl<'a> Witnesses<'a> {
    /// Those of `--policy`, or of the policy that the ledger keeps since it was told one; none if it names nobody who can
    /// be asked.
    pub fn of(global: &'a Global, log: &LogKey, output: &'a Output) -> Result<Option<Self>, Failure> {
        let kept = global.ledger.join(names::POLICY);
        let file = match &global.policy {
            Some(file) => file.clone(),
            None if kept.exists() => kept,
            None => return Ok(None),
        };
        let policy = ledger::policy_of(&file)?;
        if policy.witnesses().iter().all(|witness| witness.url.is_none()) {
            return Ok(None);
        }
        for url in policy.witnesses().iter().filter_map(|witness| witness.url.as_deref()) {
            if Url::new(url, Http::new()).is_err() {
                let act = "write the address as http://… or https://…, under which the witness takes add-checkpoint";
                return Err(Failure::format(&file, format!("{url:?} is no address of a witness"), act));
            }
        }
        let patience = Duration::from_secs(log.witness_seconds);
        let witnessed = Witnessed::read(&Folder::new(&global.ledger)).map_err(|error| match error {
            WitnessedError::Store(error) => Failure::store(output.lang, &global.ledger, error),
            error => {
                let act = "move the file away and run it again: the witnesses say themselves what they cosigned; that one of them \
                           was rolled back is then not noticed";
                Failure::new(Exit::CannotTell, Code::U3, error.to_string(), act).in_file(&global.ledger)
            }
        })?;
        let (http, ledger, witnessed) = (Http::new(), global.ledger.as_path(), RefCell::new(witnessed));
        Ok(Some(Self { policy, http, patience, ledger, output, witnessed }))
    }

    /// Keeps the policy with the ledger, so that the next writer asks the same witnesses without being told.
    pub fn keep_policy(&self, global: &Global) -> Result<(), Failure> {
        let Some(file) = &global.policy else { return Ok(()) };
        let (given, kept) = (files::read(file)?, global.ledger.join(names::POLICY));
        if std::fs::read(&kept).is_ok_and(|standing| standing == given) {
            return Ok(());
        }
        self.output.say(&format!("The policy is kept in {}: later commands ask these witnesses.", kept.display()));
        files::write(&kept, &given, Readers::All)
    }

    /// Asks before anything is signed: of those who can be asked, as many as the quorum needs must have answered, and nobody
    /// may know of more than is here.
    pub fn confirm(&self, signed: &SignedCheckpoint, tree: &Tree) -> Result<SignedCheckpoint, StoreError> {
        let asked = self.ask(signed, tree);
        if let Some(says) = asked.contradiction {
            return Err(StoreError::Contradicted(says));
        }
        // Whoever has no address cannot be asked, and looks at the log when it will.
        let heard = |witness: &PolicyWitness| witness.url.is_none() || has(&asked.signed, witness);
        if self.policy.quorum(heard) == Quorum::NotMet {
            return Err(StoreError::NotWitnessed);
        }
        Ok(asked.signed)
    }

    /// Asks about what was just sealed, and publishes the cosignatures. Says whether they are enough.
    pub fn witness(&self, held: &mut Held) -> Result<Quorum, Failure> {
        if self.policy.judge(held.writer.checkpoint()).is_ok_and(|judgement| judgement.quorum == Quorum::Met) {
            return Ok(Quorum::Met); // Nothing came in since they were asked.
        }
        let asked = self.ask(held.writer.checkpoint(), held.writer.tree());
        held.writer.cosigned(&asked.signed);
        match asked.contradiction {
            Some(says) => Err(contradicted(says)),
            None => Ok(asked.quorum),
        }
    }

    fn ask(&self, signed: &SignedCheckpoint, tree: &Tree) -> Asked {
        let deadline = Instant::now() + self.patience;
        let known = self.witnessed.borrow().known(&self.policy);
        let (tree, size) = (tree.clone(), signed.checkpoint().size);
        let prove: Prove = Arc::new(move |old: Size| tree.prove_consistency(old, size).ok());
        let mut round = Round::begin(&self.http, self.policy.witnesses(), &known, signed, &prove, deadline);
        // A quorum is enough to go on with; those who are nearly as quick are heard too.
        round.wait(deadline, |answers| self.quorum(answers) != Quorum::NotMet);
        round.wait(deadline.min(Instant::now() + GRACE), |_| false);
        let mut asked = Asked { signed: signed.clone(), quorum: Quorum::NotMet, contradiction: None };
        for answer in round.answers() {
            self.take(answer, &mut asked);
        }
        let unheard = |witness: &&PolicyWitness| {
            witness.url.is_some() && round.answers().iter().all(|answer| answer.witness != witness.name)
        };
        for witness in self.policy.witnesses().iter().filter(unheard) {
            self.warn(&witness.name, "did not answer in time; the next command asks again");
        }
        let judgement = self.policy.judge(&asked.signed);
        asked.quorum = judgement.map_or(Quorum::NotMet, |judgement| judgement.quorum);
        self.remember(&asked);
        self.tell_thin(&asked);
        asked
    }

    /// Whether those who cosigned are enough.
    fn quorum(&self, answers: &[WitnessAnswer]) -> Quorum {
        let cosigned = |answer: &&WitnessAnswer| matches!(answer.outcome, AskingOutcome::Cosigned { .. });
        self.policy.quorum(|witness| answers.iter().filter(cosigned).any(|answer| answer.witness == witness.name))
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
                    self.witnessed.borrow_mut().cosigned(key, asked.signed.checkpoint().size);
                }
            }
            AskingOutcome::Ahead { holds, ours } => {
                let says = format!("{name} has cosigned size {holds} of this log, and here it has {ours}");
                asked.contradiction.get_or_insert(says);
            }
            AskingOutcome::OtherHistory { from } => {
                let says =
                    format!("{name} has cosigned another history of this log: this one does not grow from size {from}");
                asked.contradiction.get_or_insert(says);
            }
            AskingOutcome::RolledBack { holds, cosigned } => {
                self.warn(
                    name,
                    &format!("says it holds size {holds}, and has cosigned {cosigned}: it was rolled back"),
                );
            }
            AskingOutcome::NotRegistered => self.warn(name, "does not watch this log: ask its keeper to register it"),
            AskingOutcome::Misbehaved(how) => self.warn(name, &how.to_string()),
            AskingOutcome::Unreachable(error) => self.warn(name, &error.to_string()),
        }
    }

    /// Keeps who cosigned what. Without it nothing is lost but the means to notice that a witness was rolled back.
    fn remember(&self, asked: &Asked) {
        let mut witnessed = self.witnessed.borrow_mut();
        if asked.quorum == Quorum::Met {
            witnessed.keep(asked.signed.clone());
        }
        if let Err(error) = witnessed.write(&mut Folder::new(self.ledger)) {
            self.output.say(&format!("What the witnesses cosigned could not be kept: {error}"));
        }
    }

    fn warn(&self, name: &WitnessName, says: &str) {
        self.output.say(&format!("Witness {name}: {says}."));
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
            let (heard, name) = (heard.len(), &last.name);
            self.output
                .say(&format!("The quorum is thin: {heard} of {all} cosigned, and without {name} it is not met."));
        }
    }
}

/// Whether a witness's cosignature is there, and its own.
fn has(signed: &SignedCheckpoint, witness: &PolicyWitness) -> bool {
    signed.cosigned_by(&witness.key).is_ok_and(|time| time.is_some())
}

/// Opens a ledger to write under the witnesses of the policy, which is kept with it from then on.
pub fn open<'a>(
    global: &'a Global,
    log: &LogKey,
    doing: &str,
    output: &'a Output,
) -> Result<(Option<Witnesses<'a>>, Held), Failure> {
    let witnesses = Witnesses::of(global, log, output)?;
    let mut held = ledger::write(&global.ledger, log, witnesses.as_ref(), doing, output)?;
    if let Some(witnesses) = &witnesses {
        witnesses.keep_policy(global)?;
        // With the policy, what the log proposes may have changed.
        held.writer.publish();
    }
    Ok((witnesses, held))
}

/// A witness has seen another or a longer history of the log.
pub fn contradicted(says: String) -> Failure {
    let act = "sign nothing more with this log's key, and keep this folder: either an older state was brought back, or a copy \
               of the key is in use. Compare it with what was published: `protokol compare`. Only if you know that the witness \
               is wrong, take it out of the policy";
    Failure::new(Exit::No, Code::V24, says, act)
}
