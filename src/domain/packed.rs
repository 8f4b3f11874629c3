//! A map with a million entries, in hardly more memory than they take themselves.

use std::fmt;
use std::marker::PhantomData;
use std::mem;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// How many entries stand in a run at most: of more, too many are moved for each that comes in; of fewer, there are too many
/// runs to be moved for a new one.
const RUN_MAX: usize = 512;
/// A run grows by one part of so many of its entries: that much room is empty at most.
const GROWS_BY: usize = 16;

/// A map in ascending order that only grows, in runs of a few hundred entries each. A `BTreeMap` would leave a third of its
/// room empty where keys come in at random, and nearly half where they come in ascending order.
#[derive(Clone, Debug)]
pub struct Packed<K, V>(Vec<Vec<(K, V)>>);

/// Which run, and where in it.
type Place = (usize, usize);

impl<K: Ord, V> Packed<K, V> {
    /// The key as it stands here, and its value.
    pub fn get_key_value(&self, key: &K) -> Option<(&K, &V)> {
        let (run, at) = self.place(key).ok()?;
        let (key, value) = &self.0[run][at];
        Some((key, value))
    }

    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.get_key_value(key).map(|(_, value)| value)
    }

    /// The value of a key, to be changed.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let (run, at) = self.place(key).ok()?;
        Some(&mut self.0[run][at].1)
    }

    /// Whether a key has a value.
    pub fn contains_key(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// Puts a value under a key, in the place of the one that it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.place(&key) {
            Ok((run, at)) => Some(mem::replace(&mut self.0[run][at].1, value)),
            Err(place) => {
                self.put(place, (key, value));
                None
            }
        }
    }

    /// The value of a key, which is this one where it has none yet.
    pub fn get_or_insert(&mut self, key: K, value: V) -> &mut V {
        let (run, at) = self.place(&key).unwrap_or_else(|place| self.put(place, (key, value)));
        &mut self.0[run][at].1
    }

    /// Where a key stands, or would stand.
    fn place(&self, key: &K) -> Result<Place, Place> {
        let begins_before = |run: &Vec<(K, V)>| run.first().is_some_and(|(first, _)| first <= key);
        let run = self.0.partition_point(begins_before).saturating_sub(1);
        let entries = self.0.get(run).map_or(&[][..], Vec::as_slice);
        let found = entries.binary_search_by(|(own, _)| own.cmp(key));
        found.map(|at| (run, at)).map_err(|at| (run, at))
    }

    /// Puts an entry where it would stand; gives where it stands.
    fn put(&mut self, place: Place, entry: (K, V)) -> Place {
        let (run, at) = self.make_room(place);
        let entries = &mut self.0[run];
        if entries.len() == entries.capacity() {
            entries.reserve_exact((entries.len() / GROWS_BY).max(1));
        }
        entries.insert(at, entry);
        (run, at)
    }

    /// Divides a run that is full; gives the place where the entry stands then. One behind all others begins the next run:
    /// those that come in ascending order fill each.
    fn make_room(&mut self, (run, at): Place) -> Place {
        let Some(entries) = self.0.get_mut(run) else {
            self.0.push(Vec::new());
            return (run, at);
        };
        if entries.len() < RUN_MAX {
            return (run, at);
        }
        let half = if at == entries.len() { at } else { entries.len() / 2 };
        let behind = entries.split_off(half);
        entries.shrink_to_fit();
        self.0.insert(run + 1, behind);
        if at < half { (run, at) } else { (run + 1, at - half) }
    }
}

impl<K, V> Packed<K, V> {
    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every key and its value, ascending.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().flatten().map(|(key, value)| (key, value))
    }

    /// Every key, ascending.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(key, _)| key)
    }

    /// Every value, ascending by key.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }
}

impl<K, V> Default for Packed<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// Whatever runs they stand in.
impl<K: PartialEq, V: PartialEq> PartialEq for Packed<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for Packed<K, V> {}

/// As any map.
impl<K: Serialize, V: Serialize> Serialize for Packed<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.len()))?;
        self.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        map.end()
    }
}

impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Packed<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<K, V>(PhantomData<(K, V)>);

impl<'de, K: Ord + Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Entries<K, V> {
    type Value = Packed<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut map = Packed::default();
        while let Some((key, value)) = entries.next_entry()? {
            map.insert(key, value);
        }
        Ok(map)
    }
}
