//! What happens on the way, as a person at a terminal hears it.

use std::cell::RefCell;

use super::output::Output;
use super::progress::Progress;
use crate::service::observer::{Notice, Observer, Silence, Work};
use crate::store::open::Recovery;

/// Tells an operation's progress and notices.
pub struct Talk<'a> {
    output: &'a Output,
    progress: RefCell<Option<Progress>>,
}

impl<'a> Talk<'a> {
    pub fn new(output: &'a Output) -> Self {
        Self { output, progress: RefCell::new(None) }
    }

    fn recovered(&self, recovery: &Recovery) {
        let say = |line: String| self.output.say(&line);
        if recovery.sealed.0 > 0 {
            say(format!("Recovered: {} events that had not been sealed are sealed now.", recovery.sealed));
        }
        if let Some(torn) = &recovery.torn {
            say(format!(
                "Recovered: a write that did not end, in {} from byte {}, was set aside in aside/. It was never acknowledged.",
                torn.file, torn.offset
            ));
        }
        if recovery.slot_rewritten {
            say("Recovered: a damaged slot of the seal was set aside in aside/ and written again.".to_owned());
        }
        if recovery.published_quarantined {
            say("Recovered: what stood in published/checkpoint was no checkpoint. It was set aside in aside/, and published again.".to_owned());
        }
        if recovery.rebuilt {
            say("The embedded store was rebuilt from the journal.".to_owned());
        }
        if let Some(reason) = &recovery.without_store {
            say(format!("There is no embedded store ({reason}); the journal is read instead. Nothing is lost."));
        }
    }
}

impl Observer for Talk<'_> {
    fn begins(&self, work: Work, total: u64) {
        let what = match work {
            Work::Reading => "reading",
            Work::Opening => "opening",
            Work::Verifying => "verifying",
            Work::Comparing => "comparing",
            Work::Publishing => "publishing",
            Work::Recording(phase) => phase,
        };
        *self.progress.borrow_mut() = Some(Progress::new(self.output, what, total));
    }

    fn reaches(&self, done: u64) {
        if let Some(progress) = self.progress.borrow_mut().as_mut() {
            progress.at(done);
        }
    }

    fn ends(&self) {
        *self.progress.borrow_mut() = None;
    }

    fn notices(&self, notice: &Notice<'_>) {
        let line = match notice {
            Notice::Opened(recovery) => return self.recovered(recovery),
            Notice::NotPublished(why) => format!(
                "Not published: {why}. Nothing is lost; the next command that writes makes up for it, once that is put right."
            ),
            Notice::PolicyKept(place) => {
                format!("The policy is kept in {}: later commands ask these witnesses.", place.display())
            }
            Notice::Witness(name, silence) => format!("Witness {name}: {}.", silence_of(silence)),
            Notice::NotRemembered(error) => format!("What the witnesses cosigned could not be kept: {error}"),
            Notice::QuorumThin { heard, all, without } => {
                format!("The quorum is thin: {heard} of {all} cosigned, and without {without} it is not met.")
            }
        };
        self.output.say(&line);
    }
}

fn silence_of(silence: &Silence<'_>) -> String {
    match silence {
        Silence::Late => "did not answer in time; the next command asks again".to_owned(),
        Silence::RolledBack { holds, cosigned } => {
            format!("says it holds size {holds}, and has cosigned {cosigned}: it was rolled back")
        }
        Silence::NotRegistered => "does not watch this log: ask its keeper to register it".to_owned(),
        Silence::Misbehaved(how) => how.to_string(),
        Silence::Unreachable(error) => error.to_string(),
    }
}
