//! A replica of a ledger in a store of objects, which a writer asks before it signs: `docs/decisions/0063`. Another machine
//! goes on from it, and no two histories are ever signed.

pub mod chain;
pub mod error;
pub mod folder;
pub mod follow;
pub mod name;
pub mod noted;
pub mod objects;
pub mod trial;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use self::error::ReplicaError;
use self::name::ObjectName;
use self::objects::{Created, Got, Objects};
use super::unsaid::Unsaid;

/// How long is asked on in all, however often: each answer of an engine that hangs takes its time too.
const ASKED_ON_MAX: Duration = Duration::from_secs(60);

/// How long a writer asks on where it has no clear answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Patience {
    /// How often it asks.
    pub times: u32,
    /// How long it waits before it asks again; twice as long each time.
    pub pause: Duration,
    /// How long it waits at most.
    pub pause_max: Duration,
}

impl Patience {
    /// Of a writer: some forty seconds. An engine that was started again answers within a few.
    pub const WRITER: Self = Self { times: 20, pause: Duration::from_millis(100), pause_max: Duration::from_secs(3) };

    /// Of whoever asks again all the while.
    pub const ONCE: Self = Self { times: 1, pause: Duration::ZERO, pause_max: Duration::ZERO };

    /// Waits before it asks for the nth time, from 0; false where it has asked often enough, or since too long ago.
    pub(crate) fn lets_ask(&self, nth: u32, since: Instant) -> bool {
        if nth >= self.times || since.elapsed() > ASKED_ON_MAX {
            return false;
        }
        if let Some(doublings) = nth.checked_sub(1) {
            std::thread::sleep(self.pause.saturating_mul(1 << doublings.min(16)).min(self.pause_max));
        }
        true
    }
}

/// A ledger's replica, as its writer knows it.
#[derive(Clone, Debug)]
pub struct Replica {
    objects: Arc<dyn Objects>,
    patience: Patience,
    /// Whether it stood its trial, or has said of a name that nothing is there: what is refused from then on, as while a right is
    /// renewed, may pass.
    is_open: Arc<AtomicBool>,
}

impl Replica {
    /// The replica in a store of objects.
    pub fn new(objects: Box<dyn Objects>, patience: Patience) -> Self {
        Self { objects: objects.into(), patience, is_open: Arc::default() }
    }

    /// The same for whoever asks again soon, and waits for no answer.
    #[must_use]
    pub fn asked_once(&self) -> Self {
        Self { patience: Patience::ONCE, ..self.clone() }
    }

    /// The same, as if it had not been asked before.
    fn anew(&self) -> Self {
        Self { is_open: Arc::default(), ..self.clone() }
    }

    /// Where it is, as it is noted and told.
    pub fn place(&self) -> &str {
        self.objects.place()
    }

    /// Has these bytes under a name, whoever brought them. Doubt is resolved by what is there.
    ///
    /// # Errors
    /// [`ReplicaError::Taken`] where other bytes have the name; [`ReplicaError::Refused`]; [`ReplicaError::Silent`].
    pub fn claim(&self, name: ObjectName, bytes: &[u8]) -> Result<(), ReplicaError> {
        let (mut why, since) = (String::new(), Instant::now());
        for nth in 0.. {
            if !self.patience.lets_ask(nth, since) {
                break;
            }
            match self.objects.create(name, bytes) {
                Created::Created => return Ok(()),
                Created::Exists => {}
                Created::Unknown(unsaid) => why = self.may_pass(name, unsaid)?,
            }
            match self.objects.get(name) {
                Got::Bytes(there) if there == bytes => return Ok(()),
                Got::Bytes(_) => return Err(self.taken(name)),
                // It may still come, and will be the same then; or it never came.
                Got::Absent => self.opens(),
                Got::Unknown(unsaid) => why = self.may_pass(name, unsaid)?,
            }
        }
        Err(self.silent(name, why))
    }

    /// That nobody has a name.
    ///
    /// # Errors
    /// [`ReplicaError::Taken`]; [`ReplicaError::Refused`]; [`ReplicaError::Silent`].
    pub fn is_free(&self, name: ObjectName) -> Result<(), ReplicaError> {
        self.get(name)?.map_or(Ok(()), |_| Err(self.taken(name)))
    }

    /// What is there under a name, or that nothing is.
    ///
    /// # Errors
    /// [`ReplicaError::Refused`]; [`ReplicaError::Silent`].
    pub fn get(&self, name: ObjectName) -> Result<Option<Vec<u8>>, ReplicaError> {
        let (mut why, since) = (String::new(), Instant::now());
        for nth in 0.. {
            if !self.patience.lets_ask(nth, since) {
                break;
            }
            match self.objects.get(name) {
                Got::Bytes(there) => return Ok(Some(there)),
                Got::Absent => {
                    self.opens();
                    return Ok(None);
                }
                Got::Unknown(unsaid) => why = self.may_pass(name, unsaid)?,
            }
        }
        Err(self.silent(name, why))
    }

    /// Whether anything is there under any of these names.
    ///
    /// # Errors
    /// [`ReplicaError::Refused`]; [`ReplicaError::Silent`].
    fn any(&self, names: &[ObjectName]) -> Result<bool, ReplicaError> {
        for (name, got) in names.iter().zip(self.objects.get_each(names)) {
            let is_there = match got {
                Got::Bytes(_) => true,
                Got::Absent => false,
                Got::Unknown(_) => self.get(*name)?.is_some(),
            };
            if is_there {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn opens(&self) {
        self.is_open.store(true, Ordering::Relaxed);
    }

    /// Why it says nothing, if it is worth asking again.
    fn may_pass(&self, name: ObjectName, unsaid: Unsaid) -> Result<String, ReplicaError> {
        match unsaid {
            Unsaid::Refused(why) if !self.is_open.load(Ordering::Relaxed) => {
                Err(ReplicaError::Refused { place: self.place().to_owned(), name, why })
            }
            unsaid => Ok(unsaid.why()),
        }
    }

    fn taken(&self, name: ObjectName) -> ReplicaError {
        ReplicaError::Taken { place: self.place().to_owned(), name }
    }

    fn silent(&self, name: ObjectName, why: String) -> ReplicaError {
        ReplicaError::Silent { place: self.place().to_owned(), name, why }
    }
}
