//! What a manifest must not contradict itself in.

use std::collections::BTreeSet;

use crate::domain::contest::Contest;
use crate::domain::finding::candidate_digits;
use crate::domain::form::{Check, Form, Operand};
use crate::domain::id::ItemKey;
use crate::domain::manifest::{
    BUILT_IN_FAMILIES, CHECKS_MAX, ITEMS_MAX, MEMBERS_MAX, Manifest, ManifestFlaw, RESERVED_ITEMS, Ratio, TIERS_MAX,
    Tier,
};

/// In what a manifest is not consistent in itself, in the order of the act; empty where it is.
pub(super) fn flaws(manifest: &Manifest) -> Vec<ManifestFlaw> {
    let mut flaws = of_tiers(&manifest.tiers);
    flaws.extend(of_contests(&manifest.contests));
    flaws.extend(of_form(&manifest.form));
    let astray = manifest.deadlines.iter().filter(|deadline| manifest.tier(&deadline.tier).is_none());
    flaws.extend(astray.map(|deadline| ManifestFlaw::Deadline(deadline.tier.clone())));
    if manifest.invalidity.is_some_and(|rule| !is_share(rule.units) || !is_share(rule.voters)) {
        flaws.push(ManifestFlaw::Invalidity);
    }
    let hours = &manifest.turnout.hours;
    if [manifest.contests.len(), manifest.deadlines.len(), hours.len()].iter().any(|many| *many > ITEMS_MAX) {
        flaws.push(ManifestFlaw::TooMany);
    }
    if !hours.windows(2).all(|pair| pair[0] < pair[1]) {
        flaws.push(ManifestFlaw::Hours);
    }
    flaws
}

fn of_tiers(tiers: &[Tier]) -> Vec<ManifestFlaw> {
    let mut flaws = Vec::new();
    if tiers.is_empty() || tiers.len() > TIERS_MAX {
        flaws.push(ManifestFlaw::Tiers);
    }
    flaws.extend(twice(tiers.iter().map(|tier| &tier.name)).map(|name| ManifestFlaw::TierTwice(name.clone())));
    let fits = |tier: &&Tier| (1..=MEMBERS_MAX).contains(&tier.members) && (1..=tier.members).contains(&tier.quorum);
    flaws.extend(tiers.iter().filter(|tier| !fits(tier)).map(|tier| ManifestFlaw::Quorum(tier.name.clone())));
    flaws
}

fn of_contests(contests: &[Contest]) -> impl Iterator<Item = ManifestFlaw> {
    twice(contests.iter().map(|contest| &contest.id)).map(|id| ManifestFlaw::ContestTwice(id.to_string()))
}

fn of_form(form: &Form) -> Vec<ManifestFlaw> {
    let mut flaws = Vec::new();
    if form.items.is_empty() || form.items.len() > ITEMS_MAX {
        flaws.push(ManifestFlaw::Items);
    }
    if form.checks.len() > CHECKS_MAX {
        flaws.push(ManifestFlaw::Checks);
    }
    let keys = || form.items.iter().map(|item| &item.key);
    flaws.extend(keys().filter(|key| is_reserved(key.as_str())).map(|key| ManifestFlaw::ItemReserved(key.clone())));
    flaws.extend(twice(keys()).map(|key| ManifestFlaw::ItemTwice(key.clone())));
    flaws.extend(twice(form.checks.iter().map(|check| &check.code)).map(|code| ManifestFlaw::CheckTwice(code.clone())));
    let known: BTreeSet<_> = keys().collect();
    flaws.extend(form.checks.iter().flat_map(|check| of_check(check, &known)));
    flaws
}

fn of_check(check: &Check, known: &BTreeSet<&ItemKey>) -> Vec<ManifestFlaw> {
    let mut flaws = Vec::new();
    if is_built_in(check.code.as_str()) {
        flaws.push(ManifestFlaw::CheckBuiltIn(check.code.clone()));
    }
    if [&check.left, &check.right].iter().any(|sum| sum.is_empty() || sum.len() > ITEMS_MAX) {
        flaws.push(ManifestFlaw::CheckEmpty(check.code.clone()));
    }
    flaws.extend(check.left.iter().chain(&check.right).filter_map(|term| match &term.of {
        Operand::Item(key) if !known.contains(key) => Some(ManifestFlaw::CheckItem(check.code.clone(), key.clone())),
        _ => None,
    }));
    flaws
}

/// What stands a second time.
fn twice<'a, T: Ord + 'a>(names: impl Iterator<Item = &'a T>) -> impl Iterator<Item = &'a T> {
    let mut seen = BTreeSet::new();
    names.filter(move |name| !seen.insert(*name))
}

fn is_share(ratio: Ratio) -> bool {
    0 < ratio.of && ratio.of <= ratio.all
}

fn is_reserved(key: &str) -> bool {
    RESERVED_ITEMS.contains(&key) || candidate_digits(key).is_some()
}

/// Whether a code is of a built-in family: one of its letters, then digits.
fn is_built_in(code: &str) -> bool {
    let family = code.trim_end_matches(|c: char| c.is_ascii_digit());
    BUILT_IN_FAMILIES.contains(&family) && family.len() < code.len()
}
