//! How many findings there are under each code.

use std::collections::BTreeMap;

use crate::domain::finding::Finding;

/// How many findings there are under each code, by code.
pub fn by_code(findings: &[Finding]) -> BTreeMap<String, u64> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for finding in findings {
        *counts.entry(finding.code.to_string()).or_default() += 1;
    }
    counts
}
