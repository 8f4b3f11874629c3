//! Every fault that a verification found, as far as they are told.

use std::ops::Deref;

use super::fault::{Fault, Verdict};

/// The most faults that are told one by one. A hostile journal can have one in every other byte.
pub const FAULTS_MAX: usize = 100_000;

/// Faults, in the order found. Beyond [`FAULTS_MAX`] one is only counted, unless it is graver than all before, or about
/// the whole ledger: of those there are a handful.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Faults {
    listed: Vec<Fault>,
    not_listed: u64,
    gravest: Verdict,
}

impl Default for Faults {
    fn default() -> Self {
        Self { listed: Vec::new(), not_listed: 0, gravest: Verdict::Verified }
    }
}

impl Faults {
    /// Adds a fault. Beyond [`FAULTS_MAX`] it is listed only where it is graver than all before, or about the whole.
    pub fn push(&mut self, fault: Fault) {
        let verdict = fault.verdict();
        if self.listed.len() < FAULTS_MAX || verdict > self.gravest || fault.is_of_ledger() {
            self.listed.push(fault);
            self.gravest = self.gravest.max(verdict);
        } else {
            self.not_listed += 1;
        }
    }

    /// How many were only counted.
    pub fn not_listed(&self) -> u64 {
        self.not_listed
    }

    /// What they make of the verdict: the gravest decides.
    pub fn verdict(&self) -> Verdict {
        self.gravest
    }
}

/// Those that are told.
impl Deref for Faults {
    type Target = [Fault];

    fn deref(&self) -> &[Fault] {
        &self.listed
    }
}

impl Extend<Fault> for Faults {
    fn extend<I: IntoIterator<Item = Fault>>(&mut self, faults: I) {
        faults.into_iter().for_each(|fault| self.push(fault));
    }
}

impl From<Vec<Fault>> for Faults {
    fn from(faults: Vec<Fault>) -> Self {
        let mut all = Self::default();
        all.extend(faults);
        all
    }
}

impl<'a> IntoIterator for &'a Faults {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.listed.iter()
    }
}
