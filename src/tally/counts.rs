//! How many findings there are under each code.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::read_model::ReadModel;
use crate::domain::code::FindingCode;
use crate::domain::finding::Finding;
use crate::domain::id::{ContestId, UnitId};

/// How many findings there are under each code.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Codes(BTreeMap<FindingCode, u64>);

impl Codes {
    pub(super) fn of(findings: &[Finding]) -> Self {
        let mut codes = Self::default();
        findings.iter().for_each(|finding| *codes.0.entry(finding.code.clone()).or_insert(0) += 1);
        codes
    }

    /// Those of a list, each code once.
    pub(super) fn counted(counted: &[(FindingCode, u64)]) -> Self {
        Self(counted.iter().cloned().collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn count(&self, code: impl Into<FindingCode>) -> u64 {
        self.0.get(&code.into()).copied().unwrap_or(0)
    }

    pub(super) fn add(&mut self, more: &Self) {
        for (code, count) in &more.0 {
            let own = self.0.entry(code.clone()).or_insert(0);
            *own = own.saturating_add(*count);
        }
    }

    /// Takes back what was added.
    pub(super) fn take(&mut self, less: &Self) {
        for (code, count) in &less.0 {
            if let Some(own) = self.0.get_mut(code) {
                *own = own.saturating_sub(*count);
            }
        }
        self.0.retain(|_, count| *count > 0);
    }

    /// In the order in which codes are spelled.
    pub(super) fn by_spelling(&self) -> Vec<(FindingCode, u64)> {
        let mut codes: Vec<_> = self.0.iter().map(|(code, count)| (code.clone(), *count)).collect();
        codes.sort_by_cached_key(|(code, _)| code.to_string());
        codes
    }
}

/// How many findings there are under each code, in the order in which codes are spelled.
pub fn by_code(findings: &[Finding]) -> Vec<(FindingCode, u64)> {
    Codes::of(findings).by_spelling()
}

/// The findings in a contest of each unit with some, and of everything below it.
pub(super) fn below(model: &ReadModel, contest: &ContestId, findings: &[Finding]) -> BTreeMap<UnitId, Codes> {
    let mut counts: BTreeMap<UnitId, Codes> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.contest == *contest) {
        let one = Codes::of(std::slice::from_ref(finding));
        model.lineage(&finding.unit).for_each(|unit| counts.entry(unit.clone()).or_default().add(&one));
    }
    counts
}
