//! An object store as a store of objects: a name is created with put-if-absent, which all three engines have, and nothing else
//! is relied on. One call is one request: who asks again, and what doubt means, is decided in [`Replica`].
//!
//! [`Replica`]: crate::store::replica::Replica

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::bucket::{Bucket, Environment, Put, created};
use super::line::LINES;
use crate::store::address::{AddressError, StoreAddress};
use crate::store::replica::name::ObjectName;
use crate::store::replica::objects::{Created, Got, Objects};
use crate::store::unsaid::Unsaid;

/// A bucket of an object store, as a store of objects.
#[derive(Debug)]
pub struct EngineObjects(Bucket);

impl EngineObjects {
    /// The store at an address, as [`Bucket::open`] opens it.
    ///
    /// # Errors
    /// [`AddressError::NotThere`].
    pub fn open(address: &StoreAddress, environment: &Environment) -> Result<Self, AddressError> {
        Bucket::open(address, environment).map(Self)
    }
}

impl Objects for EngineObjects {
    fn place(&self) -> &str {
        self.0.place()
    }

    fn create(&self, name: ObjectName, bytes: &[u8]) -> Created {
        match self.0.put(&name.to_string(), bytes.to_vec(), created()) {
            Put::Done => Created::Created,
            Put::Exists => Created::Exists,
            Put::Unknown(unsaid) => Created::Unknown(unsaid),
        }
    }

    fn get(&self, name: ObjectName) -> Got {
        self.0.get(&name.to_string(), name.bytes_max())
    }

    /// Several ask at once, for each waits for the engine and not for this machine.
    fn get_each(&self, names: &[ObjectName]) -> Vec<Got> {
        let (next, got) = (AtomicUsize::new(0), Mutex::new(vec![None; names.len()]));
        let ask = || {
            while let Some((at, name)) = names.iter().enumerate().nth(next.fetch_add(1, Ordering::Relaxed)) {
                let answer = self.get(*name);
                got.lock().unwrap_or_else(PoisonError::into_inner)[at] = Some(answer);
            }
        };
        thread::scope(|scope| {
            // Where the system grants no more threads, this one asks for all.
            let more = (1..LINES.min(names.len())).map(|_| thread::Builder::new().spawn_scoped(scope, ask));
            more.take_while(Result::is_ok).for_each(drop);
            ask();
        });
        let got = got.into_inner().unwrap_or_else(PoisonError::into_inner);
        let unasked = || Got::Unknown(Unsaid::Doubtful("nobody asked".to_owned()));
        got.into_iter().map(|got| got.unwrap_or_else(unasked)).collect()
    }
}
