//! How many findings there are under each code.

use std::collections::BTreeMap;

use crate::domain::code::FindingCode;
use crate::domain::finding::Finding;

/// How many findings there are under each code, in the order in which codes are spelled.
pub fn by_code(findings: &[Finding]) -> Vec<(&FindingCode, u64)> {
    let mut counts: BTreeMap<String, (&FindingCode, u64)> = BTreeMap::new();
    for finding in findings {
        counts.entry(finding.code.to_string()).or_insert((&finding.code, 0)).1 += 1;
    }
    counts.into_values().collect()
}
