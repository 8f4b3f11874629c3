//! A store of objects that answers as real ones do when they are not well, by the chance of a seed; and stores that are
//! none for us.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use protokol::crypto::parallel::Serial;
use protokol::ledger::note::checkpoint::SignedCheckpoint;
use protokol::store::confirm::{Confirm, without_witnesses};
use protokol::store::error::StoreError;
use protokol::store::journal::disk::Disk;
use protokol::store::journal::recover::{Unsealed, recover, recover_with};
use protokol::store::replica::name::ObjectName;
use protokol::store::replica::objects::{Created, Got, Objects};
use protokol::store::replica::{Patience, Replica, follow};
use protokol::store::unsaid::Unsaid;
use protokol::store::writer::Writer;

use super::chance::Chance;
use super::small::log_signer;

/// What an engine is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// It keeps one name for one, whatever it answers.
    Fit,
    /// It takes what comes.
    IgnoresTheCondition,
    /// It looks whether something is there, and writes a while later.
    LooksThenWrites,
    /// It answers well and keeps nothing.
    KeepsNothing,
    /// It answers nothing.
    Dead,
    /// It lets nobody create or get.
    Refuses,
    /// It lets everybody create, and nobody get.
    TakesOnly,
}

/// A store of objects that its test and several writers hold together.
#[derive(Clone, Debug)]
pub struct Scripted(Arc<Mutex<Inner>>);

#[derive(Debug)]
pub struct Inner {
    pub engine: Engine,
    pub objects: BTreeMap<ObjectName, Vec<u8>>,
    /// What was sent and has not come yet.
    late: Vec<(ObjectName, Vec<u8>)>,
    /// Every checkpoint that anybody brought: it was signed.
    pub signed: Vec<SignedCheckpoint>,
    /// Of a hundred answers, how many are no clear ones; none once the store is well again.
    pub unwell: usize,
    chance: Chance,
    /// The chance of trials, which race: so that the rest comes out the same again.
    trials: Chance,
    /// What went wrong, how often.
    pub told: BTreeMap<&'static str, usize>,
}

impl Scripted {
    pub fn new(engine: Engine, unwell: usize, seed: u64) -> Self {
        let (objects, told) = (BTreeMap::new(), BTreeMap::new());
        let (late, signed, chance, trials) = (Vec::new(), Vec::new(), Chance(seed), Chance(!seed));
        Self(Arc::new(Mutex::new(Inner { engine, objects, late, signed, unwell, chance, trials, told })))
    }

    pub fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().expect("no test panics while it holds the store")
    }

    /// The replica in it, asked several times and without a pause.
    pub fn replica(&self) -> Replica {
        let patience = Patience { times: 9, pause: Duration::ZERO, pause_max: Duration::ZERO };
        Replica::new(Box::new(self.clone()), patience)
    }

    /// From now on every answer is a clear one; what is late comes now.
    pub fn recovers(&self) {
        let mut inner = self.lock();
        inner.unwell = 0;
        while inner.comes_late() {}
    }
}

impl Inner {
    /// The first of what is late comes; false where nothing is.
    fn comes_late(&mut self) -> bool {
        if self.late.is_empty() {
            return false;
        }
        let (name, bytes) = self.late.remove(0);
        self.objects.entry(name).or_insert(bytes);
        true
    }

    fn put(&mut self, name: ObjectName, bytes: &[u8]) -> Created {
        match self.engine {
            Engine::KeepsNothing => return Created::Created,
            Engine::IgnoresTheCondition => {
                self.objects.insert(name, bytes.to_vec());
                return Created::Created;
            }
            Engine::Dead => return Created::Unknown(Unsaid::Doubtful("503".to_owned())),
            Engine::Refuses => return Created::Unknown(self.refuses()),
            Engine::Fit | Engine::LooksThenWrites | Engine::TakesOnly => {}
        }
        match self.objects.contains_key(&name) {
            true => Created::Exists,
            false => {
                self.objects.insert(name, bytes.to_vec());
                Created::Created
            }
        }
    }

    fn chance_of(&mut self, name: ObjectName) -> &mut Chance {
        match name {
            ObjectName::Trial(_) => &mut self.trials,
            ObjectName::Frame(_) | ObjectName::Seal(_) => &mut self.chance,
        }
    }

    fn is_unwell(&mut self, name: ObjectName) -> bool {
        let unwell = self.unwell;
        self.chance_of(name).percent(unwell)
    }

    fn says(&mut self, what: &'static str) -> String {
        *self.told.entry(what).or_default() += 1;
        what.to_owned()
    }

    fn refuses(&mut self) -> Unsaid {
        Unsaid::Refused(self.says("answered 403"))
    }

    fn doubts(&mut self, what: &'static str) -> Unsaid {
        Unsaid::Doubtful(self.says(what))
    }
}

impl Objects for Scripted {
    fn place(&self) -> &str {
        "scripted"
    }

    fn create(&self, name: ObjectName, bytes: &[u8]) -> Created {
        let mut inner = self.lock();
        if let (ObjectName::Seal(_), Ok(signed)) = (name, SignedCheckpoint::parse(bytes)) {
            inner.signed.push(signed);
        }
        if inner.engine == Engine::LooksThenWrites {
            let is_there = inner.objects.contains_key(&name);
            drop(inner);
            std::thread::sleep(Duration::from_millis(20));
            self.lock().objects.entry(name).or_insert(bytes.to_vec());
            return if is_there { Created::Exists } else { Created::Created };
        }
        if !matches!(name, ObjectName::Trial(_)) && inner.chance.percent(30) {
            inner.comes_late();
        }
        if !inner.is_unwell(name) {
            return inner.put(name, bytes);
        }
        match inner.chance_of(name).below(7) {
            0 => {
                inner.put(name, bytes);
                Created::Unknown(inner.doubts("stored, and answered 500"))
            }
            1 => {
                inner.put(name, bytes);
                Created::Unknown(inner.doubts("stored, and answered nothing"))
            }
            2 => {
                inner.put(name, bytes);
                inner.says("stored, and answered 412");
                Created::Exists
            }
            3 => {
                inner.says("answered 409, and nothing is there");
                Created::Exists
            }
            4 => Created::Unknown(inner.doubts("answered 429")),
            5 => Created::Unknown(inner.doubts("answered 503")),
            // A trial's would come in another order each time.
            _ if matches!(name, ObjectName::Trial(_)) => Created::Unknown(inner.doubts("answered 503")),
            _ => {
                inner.late.push((name, bytes.to_vec()));
                Created::Unknown(inner.doubts("comes late"))
            }
        }
    }

    fn get(&self, name: ObjectName) -> Got {
        let mut inner = self.lock();
        if matches!(inner.engine, Engine::Refuses | Engine::TakesOnly) {
            return Got::Unknown(inner.refuses());
        }
        if inner.engine == Engine::Dead || inner.is_unwell(name) {
            return Got::Unknown(inner.doubts("answered 500 to a get"));
        }
        inner.objects.get(&name).cloned().map_or(Got::Absent, Got::Bytes)
    }
}

/// Recovers a disk, and stands by on it where others write to the replica, as whoever opens a ledger does.
pub fn stand_by_with<D: Disk>(mut disk: D, replica: Replica) -> Result<Writer<D>, StoreError> {
    let recovered = recover_with(&disk, Serial, None, Unsealed::SetAside)?;
    replica.trial()?;
    follow::may_stand_by(&mut disk, &recovered, &replica)?;
    Writer::stand_by(disk, recovered, log_signer(), replica)
}

/// Recovers a disk, and starts to write on it with a replica, as whoever opens a ledger does.
pub fn start_with<D: Disk>(disk: D, replica: Replica) -> Result<Writer<D>, StoreError> {
    start_confirmed(disk, replica, &mut without_witnesses)
}

/// The same where witnesses are asked.
pub fn start_confirmed<D: Disk>(
    mut disk: D,
    replica: Replica,
    confirm: &mut Confirm<'_>,
) -> Result<Writer<D>, StoreError> {
    let mut recovered = recover(&disk, Serial, None)?;
    let (followed, _) = follow::confirmed(&mut disk, &mut recovered, Some(&replica), confirm)?;
    follow::supply(&mut disk, &recovered, Some(&replica), followed)?;
    Writer::start_with(disk, recovered, log_signer(), Some(replica))
}
