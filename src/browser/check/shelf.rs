//! The files of one step, as the page handed them in.

use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::browser::parcel::Item;
use crate::verify::published::Published;

/// Some files of a published log, by name.
#[derive(Debug, Default)]
pub struct Shelf(BTreeMap<String, Vec<u8>>);

impl Shelf {
    /// The files that are there; names that nothing has are left out.
    pub fn of(items: &[Item<'_>]) -> Self {
        let there = items.iter().filter_map(|(name, bytes)| Some(((*name).to_owned(), (*bytes)?.to_vec())));
        Self(there.collect())
    }

    /// The files of some names, taken out.
    pub fn with(mut self, names: &[&str]) -> Self {
        self.0.retain(|name, _| names.contains(&name.as_str()));
        self
    }

    /// Each file.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }
}

impl Published for Shelf {
    type Error = Infallible;

    fn read(&self, file: &str, bytes_max: usize) -> Result<Option<Vec<u8>>, Infallible> {
        Ok(self.0.get(file).map(|bytes| bytes[..bytes.len().min(bytes_max.saturating_add(1))].to_vec()))
    }
}
