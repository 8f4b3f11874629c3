//! The manifest as TOML: what `manifest.toml` and a founding draft hold.

use super::scalar::Scalar;
use super::writer::TomlWriter;
use crate::domain::candidate::Contest;
use crate::domain::form::{Check, Item};
use crate::domain::manifest::{Manifest, TurnoutRule, TurnoutSigners};

/// Writes every key and table.
pub(in crate::intake) fn write(manifest: &Manifest, writer: &mut TomlWriter) {
    put(writer, "id", &manifest.id, "the election's name in files");
    put(writer, "kind", &manifest.kind, "");
    put(writer, "polling_day", &manifest.polling_day, "");
    put(writer, "utc_offset", &manifest.utc_offset, "");
    put(writer, "authority", &manifest.authority, "who holds the election");
    put(writer, "rehearsal", &manifest.rehearsal, "whether the keys are demonstration keys");
    let tiers: Vec<_> = manifest.tiers.iter().map(|tier| tier.name.clone()).collect();
    put(writer, "tiers", &tiers, "top first; protocols come from the last");
    put(writer, "title", &manifest.title, "");
    if let Some(instant) = &manifest.publish_not_before {
        put(writer, "publish_not_before", instant, "no figure leaves the ledger for outsiders before");
    }
    if let Some(hours) = &manifest.complaint_hours {
        put(writer, "complaint_hours", hours, "within which a complaint may be filed after what it is against");
    }
    write_tiers(manifest, writer);
    if let Some(basis) = &manifest.legal_basis {
        writer.table("legal_basis", |writer| {
            put(writer, "reference", &basis.reference, "");
            writer.value("date", basis.date.as_ref().map(Scalar::write), "\"\"", "");
            put(writer, "signatory", &basis.signatory, "");
        });
    }
    let silent = TurnoutRule { signers: TurnoutSigners::AnyMember, hours: Vec::new() };
    if manifest.turnout != silent {
        writer.table("turnout", |writer| {
            put(writer, "signers", &manifest.turnout.signers, "any_member, chair_or_secretary or quorum");
            put(writer, "hours", &manifest.turnout.hours, "for which reports are due");
        });
    }
    if let Some(rule) = &manifest.invalidity {
        writer.table("invalidity", |writer| {
            put(writer, "units", &rule.units, "more than this share of the precincts without a result …");
            put(writer, "voters", &rule.voters, "… holding more than this share of the voters");
        });
    }
    for deadline in &manifest.deadlines {
        writer.entry("deadline", |writer| {
            put(writer, "tier", &deadline.tier, "");
            put(writer, "hours", &deadline.hours, "after the end of the polling day");
        });
    }
    manifest.contests.iter().for_each(|contest| writer.entry("contest", |writer| write_contest(contest, writer)));
    manifest.form.items.iter().for_each(|item| writer.entry("item", |writer| write_item(item, writer)));
    manifest.form.checks.iter().for_each(|check| writer.entry("check", |writer| write_check(check, writer)));
}

fn put<T: Scalar>(writer: &mut TomlWriter, key: &str, value: &T, hint: &str) {
    writer.value(key, Some(value.write()), "", hint);
}

fn write_tiers(manifest: &Manifest, writer: &mut TomlWriter) {
    writer.table("commissions", |writer| {
        for tier in &manifest.tiers {
            let numbers = format!("{{ members = {}, quorum = {} }}", tier.members, tier.quorum);
            writer.value(tier.name.as_str(), Some(numbers), "", "");
        }
    });
    if manifest.tiers.iter().any(|tier| tier.declared.is_some()) {
        writer.table("declared", |writer| {
            for tier in &manifest.tiers {
                tier.declared.iter().for_each(|units| put(writer, tier.name.as_str(), units, "units"));
            }
        });
    }
}

fn write_contest(contest: &Contest, writer: &mut TomlWriter) {
    put(writer, "id", &contest.id, "");
    put(writer, "polling_day", &contest.polling_day, "");
    put(writer, "title", &contest.title, "");
    contest.unit.iter().for_each(|unit| put(writer, "unit", unit, "the unit it is held in"));
}

fn write_item(item: &Item, writer: &mut TomlWriter) {
    put(writer, "key", &item.key, "");
    put(writer, "label", &item.label, "");
    put(writer, "stage", &item.stage, "");
    item.role.iter().for_each(|role| put(writer, "role", role, ""));
    if item.optional {
        put(writer, "optional", &true, "a paper may leave it out");
    }
}

fn write_check(check: &Check, writer: &mut TomlWriter) {
    put(writer, "code", &check.code, "");
    put(writer, "left", &check.left, "");
    put(writer, "op", &check.op, "");
    put(writer, "right", &check.right, "");
    put(writer, "severity", &check.severity, "");
    put(writer, "says", &check.says, "");
}
