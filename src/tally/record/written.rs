//! A list whose entries stand as their bytes.

use std::marker::PhantomData;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::crypto::wire;

/// Up to how many bytes a list takes no more memory than it needs: a handful of entries. Beyond, it grows by doubling, however
/// often somebody hands in.
const EXACT_BYTES_MAX: usize = 2_048;

/// A list that there is a million of, and that is seldom read: its entries stand as their bytes, one behind the other, in less
/// memory than they take, and each is made when it is asked for. It only grows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written<T>(Vec<u8>, PhantomData<T>);

impl<T: Serialize + DeserializeOwned> Written<T> {
    /// Adds an entry behind the others.
    pub fn push(&mut self, entry: &T) {
        let bytes = wire::encode_own(entry);
        if self.0.len() + bytes.len() <= EXACT_BYTES_MAX {
            self.0.reserve_exact(bytes.len());
        }
        self.0.extend(bytes);
    }

    /// The entries, in the order that they were added in.
    pub fn iter(&self) -> impl Iterator<Item = T> {
        let mut rest = &self.0[..];
        std::iter::from_fn(move || (!rest.is_empty()).then(|| wire::decode_own(&mut rest)))
    }
}

impl<T> Default for Written<T> {
    fn default() -> Self {
        Self(Vec::new(), PhantomData)
    }
}

impl<'a, T: Serialize + DeserializeOwned + 'a> FromIterator<&'a T> for Written<T> {
    fn from_iter<I: IntoIterator<Item = &'a T>>(entries: I) -> Self {
        let mut list = Self::default();
        entries.into_iter().for_each(|entry| list.push(entry));
        list
    }
}

/// As any list.
impl<T: Serialize + DeserializeOwned> Serialize for Written<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.iter().collect::<Vec<T>>().serialize(serializer)
    }
}

impl<'de, T: Serialize + DeserializeOwned> Deserialize<'de> for Written<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<T>::deserialize(deserializer)?.iter().collect())
    }
}
