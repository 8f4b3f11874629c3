//! What a manifest must not contradict itself in.

use std::collections::BTreeSet;

use crate::domain::contest::Contest;
use crate::domain::finding::candidate_digits;
use crate::domain::form::{Form, Operand};
use crate::domain::manifest::{
    BUILT_IN_FAMILIES, CHECKS_MAX, ITEMS_MAX, MEMBERS_MAX, Manifest, ManifestFlaw, Ratio, TIERS_MAX, Tier,
};

/// Whether a manifest is consistent in itself; the first flaw if it is not.
pub(super) fn check(manifest: &Manifest) -> Result<(), ManifestFlaw> {
    check_tiers(&manifest.tiers)?;
    check_contests(&manifest.contests)?;
    check_form(&manifest.form)?;
    if let Some(deadline) = manifest.deadlines.iter().find(|d| manifest.tier(&d.tier).is_none()) {
        return Err(ManifestFlaw::Deadline(deadline.tier.clone()));
    }
    if manifest.invalidity.is_some_and(|rule| !is_share(rule.units) || !is_share(rule.voters)) {
        return Err(ManifestFlaw::Invalidity);
    }
    let ascending = manifest.turnout.hours.windows(2).all(|pair| pair[0] < pair[1]);
    if manifest.deadlines.len() > ITEMS_MAX || manifest.turnout.hours.len() > ITEMS_MAX || !ascending {
        return Err(ManifestFlaw::TooMany);
    }
    Ok(())
}

fn check_tiers(tiers: &[Tier]) -> Result<(), ManifestFlaw> {
    let names: BTreeSet<_> = tiers.iter().map(|tier| &tier.name).collect();
    if tiers.is_empty() || tiers.len() > TIERS_MAX || names.len() != tiers.len() {
        return Err(ManifestFlaw::Tiers);
    }
    let fits = |tier: &Tier| (1..=MEMBERS_MAX).contains(&tier.members) && (1..=tier.members).contains(&tier.quorum);
    match tiers.iter().find(|tier| !fits(tier)) {
        Some(tier) => Err(ManifestFlaw::Quorum(tier.name.clone())),
        None => Ok(()),
    }
}

fn check_contests(contests: &[Contest]) -> Result<(), ManifestFlaw> {
    let mut seen = BTreeSet::new();
    if let Some(twice) = contests.iter().find(|contest| !seen.insert(&contest.id)) {
        return Err(ManifestFlaw::ContestTwice(twice.id.to_string()));
    }
    if contests.len() > ITEMS_MAX { Err(ManifestFlaw::TooMany) } else { Ok(()) }
}

fn check_form(form: &Form) -> Result<(), ManifestFlaw> {
    if form.items.is_empty() || form.items.len() > ITEMS_MAX || form.checks.len() > CHECKS_MAX {
        return Err(ManifestFlaw::FormSize);
    }
    let mut keys = BTreeSet::new();
    if let Some(item) = form.items.iter().find(|i| is_reserved(i.key.as_str()) || !keys.insert(&i.key)) {
        return Err(ManifestFlaw::Item(item.key.clone()));
    }
    let mut codes = BTreeSet::new();
    for check in &form.checks {
        if is_built_in(check.code.as_str()) || !codes.insert(&check.code) {
            return Err(ManifestFlaw::CheckCode(check.code.clone()));
        }
        if [&check.left, &check.right].iter().any(|sum| sum.is_empty() || sum.len() > ITEMS_MAX) {
            return Err(ManifestFlaw::CheckEmpty(check.code.clone()));
        }
        for term in check.left.iter().chain(&check.right) {
            if let Operand::Item(key) = &term.of
                && !keys.contains(key)
            {
                return Err(ManifestFlaw::CheckItem(check.code.clone(), key.clone()));
            }
        }
    }
    Ok(())
}

fn is_share(ratio: Ratio) -> bool {
    0 < ratio.of && ratio.of <= ratio.all
}

/// Column names that an item may not take.
fn is_reserved(key: &str) -> bool {
    matches!(key, "votes" | "contest" | "unit" | "observer" | "as_of" | "voters" | "decision" | "reason" | "reference")
        || candidate_digits(key).is_some()
}

/// Whether a code is of a built-in family: one of its letters, then digits.
fn is_built_in(code: &str) -> bool {
    let family = code.trim_end_matches(|c: char| c.is_ascii_digit());
    BUILT_IN_FAMILIES.contains(&family) && family.len() < code.len()
}
