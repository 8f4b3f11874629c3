//! The manifest as TOML: what `manifest.toml` and a founding draft hold.

use super::page::Page;
use super::scalar::Scalar;
use crate::domain::candidate::Contest;
use crate::domain::form::{Check, Item};
use crate::domain::manifest::{Manifest, TurnoutRule, TurnoutSigners};

/// Writes every key and table.
pub(in crate::intake) fn write(manifest: &Manifest, page: &mut Page) {
    put(page, "id", &manifest.id, "the election's name in files");
    put(page, "kind", &manifest.kind, "");
    put(page, "polling_day", &manifest.polling_day, "");
    put(page, "utc_offset", &manifest.utc_offset, "");
    put(page, "authority", &manifest.authority, "who holds the election");
    put(page, "rehearsal", &manifest.rehearsal, "whether the keys are demonstration keys");
    let tiers: Vec<_> = manifest.tiers.iter().map(|tier| tier.name.clone()).collect();
    put(page, "tiers", &tiers, "top first; protocols come from the last");
    put(page, "title", &manifest.title, "");
    if let Some(instant) = &manifest.publish_not_before {
        put(page, "publish_not_before", instant, "no figure leaves the ledger for outsiders before");
    }
    if let Some(hours) = &manifest.complaint_hours {
        put(page, "complaint_hours", hours, "within which a complaint may be filed after what it is against");
    }
    write_tiers(manifest, page);
    if let Some(basis) = &manifest.legal_basis {
        page.table("legal_basis", |page| {
            put(page, "reference", &basis.reference, "");
            page.value("date", basis.date.as_ref().map(Scalar::write), "\"\"", "");
            put(page, "signatory", &basis.signatory, "");
        });
    }
    let silent = TurnoutRule { signers: TurnoutSigners::AnyMember, hours: Vec::new() };
    if manifest.turnout != silent {
        page.table("turnout", |page| {
            put(page, "signers", &manifest.turnout.signers, "any_member, chair_or_secretary or quorum");
            put(page, "hours", &manifest.turnout.hours, "for which reports are due");
        });
    }
    if let Some(rule) = &manifest.invalidity {
        page.table("invalidity", |page| {
            put(page, "units", &rule.units, "more than this share of the precincts without a result …");
            put(page, "voters", &rule.voters, "… holding more than this share of the voters");
        });
    }
    for deadline in &manifest.deadlines {
        page.entry("deadline", |page| {
            put(page, "tier", &deadline.tier, "");
            put(page, "hours", &deadline.hours, "after the end of the polling day");
        });
    }
    manifest.contests.iter().for_each(|contest| page.entry("contest", |page| write_contest(contest, page)));
    manifest.form.items.iter().for_each(|item| page.entry("item", |page| write_item(item, page)));
    manifest.form.checks.iter().for_each(|check| page.entry("check", |page| write_check(check, page)));
}

fn put<T: Scalar>(page: &mut Page, key: &str, value: &T, hint: &str) {
    page.value(key, Some(value.write()), "", hint);
}

fn write_tiers(manifest: &Manifest, page: &mut Page) {
    page.table("commissions", |page| {
        for tier in &manifest.tiers {
            let numbers = format!("{{ members = {}, quorum = {} }}", tier.members, tier.quorum);
            page.value(tier.name.as_str(), Some(numbers), "", "");
        }
    });
    if manifest.tiers.iter().any(|tier| tier.declared.is_some()) {
        page.table("declared", |page| {
            for tier in &manifest.tiers {
                tier.declared.iter().for_each(|units| put(page, tier.name.as_str(), units, "units"));
            }
        });
    }
}

fn write_contest(contest: &Contest, page: &mut Page) {
    put(page, "id", &contest.id, "");
    put(page, "polling_day", &contest.polling_day, "");
    put(page, "title", &contest.title, "");
    contest.unit.iter().for_each(|unit| put(page, "unit", unit, "the unit it is held in"));
}

fn write_item(item: &Item, page: &mut Page) {
    put(page, "key", &item.key, "");
    put(page, "label", &item.label, "");
    put(page, "stage", &item.stage, "");
    item.role.iter().for_each(|role| put(page, "role", role, ""));
    if item.optional {
        put(page, "optional", &true, "a paper may leave it out");
    }
}

fn write_check(check: &Check, page: &mut Page) {
    put(page, "code", &check.code, "");
    put(page, "left", &check.left, "");
    put(page, "op", &check.op, "");
    put(page, "right", &check.right, "");
    put(page, "severity", &check.severity, "");
    put(page, "says", &check.says, "");
}
