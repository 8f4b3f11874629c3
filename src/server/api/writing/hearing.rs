//! What the writer hears of the witnesses, between two turns.

use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, never, select_biased, unbounded};

use super::checking::Ready;
use super::leading::IDLE;
use super::notice::ServiceNotice;
use super::turns::Writing;
use crate::ledger::note::policy::{Quorum, WitnessName};
use crate::remote::asking::AskingOutcome;
use crate::service::error::Error;
use crate::service::observer::Nobody;
use crate::service::serving::rounds::{Heard, Rounds};
use crate::service::setting::Setting;
use crate::store::error::{Contradiction, StoreError};

/// How long witnesses have for the last checkpoint once the service is told to end.
const LAST_ROUND: Duration = Duration::from_secs(3);

impl Writing {
    /// Begins to ask the witnesses, where there are any.
    pub(super) fn begins_rounds(&mut self) -> Result<(), Error> {
        // A witness says one thing in a round or a pause, and there are few.
        let ((heard, hears), clock) = (unbounded(), self.clock);
        let setting = Setting { ledger: &self.ledger, clock: &clock, observer: &Nobody };
        let (policy, live) = (self.policy.as_ref(), Arc::clone(&self.live));
        self.rounds = Rounds::start(&setting, policy, clock, self.patience, live, heard)?;
        self.hears = hears;
        self.state.asks(self.rounds.as_ref().map(Rounds::witnesses).unwrap_or_default());
        Ok(())
    }

    /// Waits for a submission, or for something of the witnesses; none where that was heard, where the published folder caught up,
    /// or where nothing came for so long that the replica was asked.
    pub(super) fn next(&mut self, turns: &Receiver<Ready>) -> Option<Option<Ready>> {
        let catches_up_in = self.held.writer.catches_up_in();
        if catches_up_in == Some(Duration::ZERO) {
            self.catches_up();
            return None;
        }
        select_biased! {
            recv(self.hears) -> heard => {
                match heard {
                    Ok(heard) => self.hear(heard),
                    // Nobody asks any more.
                    Err(_) => (self.rounds, self.hears) = (None, never()),
                }
                None
            },
            recv(turns) -> first => Some(first.ok()),
            default(catches_up_in.unwrap_or(IDLE)) => {
                if catches_up_in.is_none() {
                    self.looks_up();
                }
                None
            },
        }
    }

    /// Takes over what is heard of the witnesses, and shows it.
    pub(super) fn hear(&mut self, heard: Heard) {
        // What a witness does again and again is told once.
        if !matches!(&heard, Heard::Silent { witness, outcome } if self.is_known(witness, outcome)) {
            (self.tell)(&ServiceNotice::Heard(&heard));
        }
        match heard {
            Heard::Cosigned { witness, signed, quorum } => {
                let size = signed.checkpoint().size;
                if let Some((witness, time)) = witness {
                    self.times.heard(witness.clone(), time);
                    let mut known = self.state.keep();
                    let of = known.witnesses.entry(witness).or_default();
                    (of.size, of.heard_at, of.silence) = (of.size.max(size), Some((self.clock)()), None);
                }
                self.held.writer.cosigned(&signed);
                self.show();
                if quorum == Quorum::Met {
                    self.live.write().unwrap_or_else(PoisonError::into_inner).witnessed_by(*signed);
                    self.state.shows();
                    self.state.witnessed(size);
                }
            }
            Heard::Silent { witness, outcome } => {
                self.state.keep().witnesses.entry(witness).or_default().silence = Some(outcome);
            }
            Heard::NotRemembered(_) => {}
            // It has more than there is here by another machine that went on, or by another history.
            Heard::Contradicted(Contradiction::Ahead { .. }) if !self.leads() => {}
            Heard::Contradicted(contradiction) => {
                let why = Error::store(&self.ledger)(StoreError::Contradicted(contradiction));
                self.ending.is_over(why);
            }
        }
    }

    fn is_known(&self, witness: &WitnessName, outcome: &AskingOutcome) -> bool {
        let known = self.state.keep();
        known.witnesses.get(witness).is_some_and(|known| known.silence.as_ref() == Some(outcome))
    }

    /// The witnesses have a moment for the last checkpoint, where nothing keeps it from being trusted.
    pub(super) fn last_round(&mut self) {
        let deadline = Instant::now() + LAST_ROUND;
        while self.rounds.is_some() && self.state.takes_submissions() && self.state.now().witnessed < self.size() {
            match self.hears.recv_deadline(deadline) {
                Ok(heard) => self.hear(heard),
                Err(_) => return,
            }
        }
    }
}
