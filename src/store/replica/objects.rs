//! What a replica asks of a store of objects: to create what is not there, and to get what is. Nothing is written over,
//! nothing is taken away, nothing is listed.

use std::fmt::Debug;

use super::name::ObjectName;
use crate::store::unsaid::Unsaid;

/// A store of objects.
pub trait Objects: Debug + Send + Sync {
    /// Where it is: what whoever runs it named, without a secret.
    fn place(&self) -> &str;
    /// Puts bytes under a name under which nothing is. An engine never asks twice for one call.
    fn create(&self, name: ObjectName, bytes: &[u8]) -> Created;
    /// What is under a name; of more than [`ObjectName::bytes_max`], so much and a byte.
    fn get(&self, name: ObjectName) -> Got;
    /// The same of many names at once, in their order.
    fn get_each(&self, names: &[ObjectName]) -> Vec<Got> {
        names.iter().map(|name| self.get(*name)).collect()
    }
}

/// What became of a creation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Created {
    /// The bytes are there, and will stay.
    Created,
    /// Something was there before, or comes to be there by another hand.
    Exists,
    /// Nobody can say: whatever is neither of these. The bytes may be there, may come later, or never.
    Unknown(Unsaid),
}

/// What is under a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Got {
    /// These bytes.
    Bytes(Vec<u8>),
    /// Nothing, says the store: an error is never that.
    Absent,
    /// Nobody can say.
    Unknown(Unsaid),
}
