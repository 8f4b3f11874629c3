//! The page of a founding act: what the whole election goes by.

use super::sheet::{self, Page};
use crate::domain::form::{Form, Role, Stage, sum_text};
use crate::domain::manifest::{ElectionCalled, Manifest, TurnoutSigners};
use crate::text::names::severity;
use crate::text::{Lang, clock};

messages! {
    page_election;
    page_authority;
    page_law;
    page_rehearsal;
    page_no_rehearsal;
    page_is_rehearsal;
    page_log;
    page_rules;
    page_continues;
    page_predecessor { log, size, root };
    page_tier_of { tier };
    page_declared { quorum, members, units };
    page_deadline { tier };
    page_hours { hours };
    page_item { item };
    page_optional;
    page_before_opening;
    page_role_electorate;
    page_role_turnout;
    page_role_valid;
    page_role_invalid;
    page_check { code };
    page_turnout;
    page_any_member;
    page_chair_or_secretary;
    page_by_quorum;
    page_turnout_hours;
    page_published;
    page_invalid_from;
    page_invalidity { units, voters };
    page_complaints;
}

pub fn write(page: &mut Page, founding: &ElectionCalled) {
    let (lang, manifest) = (page.lang, &founding.manifest);
    page.clock = Some(manifest.utc_offset);
    let title = page.names(&manifest.title);
    page.row(say!(lang, sheet::page_title), title);
    page.row(say!(lang, page_election), format!("{}, {}", manifest.id, manifest.kind));
    page.row(say!(lang, sheet::page_polling_day), manifest.polling_day);
    page.row(say!(lang, sheet::page_clock), manifest.utc_offset).row(say!(lang, page_authority), &manifest.authority);
    if let Some(law) = &manifest.legal_basis {
        let date = law.date.map(|date| date.to_string()).unwrap_or_default();
        let parts = [law.reference.as_str(), &date, law.signatory.as_str()];
        page.row(
            say!(lang, page_law),
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        );
    }
    let rehearsal = if manifest.rehearsal { say!(lang, page_is_rehearsal) } else { say!(lang, page_no_rehearsal) };
    page.row(say!(lang, page_rehearsal), rehearsal);
    page.row(say!(lang, page_log), &founding.origin).row(say!(lang, sheet::page_log_key), &founding.log_key);
    page.row(say!(lang, page_rules), founding.rules.0);
    if let Some(before) = &founding.predecessor {
        let (log, size, root) = (before.origin.as_str(), before.size.0, hex::encode(before.root.0));
        page.row(say!(lang, page_continues), say!(lang, page_predecessor { log, size, root }));
    }
    tiers(page, manifest);
    manifest.contests.iter().for_each(|contest| page.contest(say!(lang, sheet::page_contest), contest));
    form(page, &manifest.form);
    terms(page, manifest);
    page.commission(&founding.commission);
}

fn tiers(page: &mut Page, manifest: &Manifest) {
    let lang = page.lang;
    for tier in &manifest.tiers {
        let (quorum, members) = (tier.quorum, tier.members);
        let says = match tier.declared {
            Some(units) => say!(lang, page_declared { quorum, members, units }),
            None => say!(lang, sheet::page_members { quorum, members }),
        };
        page.row(say!(lang, page_tier_of { tier: &tier.name }), says);
    }
    for deadline in &manifest.deadlines {
        let says = say!(lang, page_hours { hours: deadline.hours });
        page.row(say!(lang, page_deadline { tier: &deadline.tier }), says);
    }
}

fn form(page: &mut Page, form: &Form) {
    let lang = page.lang;
    for item in &form.items {
        let stage = (item.stage == Stage::Opening).then(|| say!(lang, page_before_opening));
        let optional = item.optional.then(|| say!(lang, page_optional));
        let label = page.names(&item.label);
        let parts = [Some(label.as_str()), stage, item.role.map(|role| name(lang, role)), optional];
        let says: Vec<_> = parts.into_iter().flatten().collect();
        page.row(say!(lang, page_item { item: &item.key }), says.join(", "));
    }
    for check in &form.checks {
        let rule = format!("{} {} {}", sum_text(&check.left), check.op.sign(), sum_text(&check.right));
        let says = page.names(&check.says);
        page.row(
            say!(lang, page_check { code: &check.code }),
            format!("{rule}; {}: {says}", severity(lang, check.severity)),
        );
    }
}

/// What an item is to totals.
fn name(lang: Lang, role: Role) -> &'static str {
    match role {
        Role::Electorate => say!(lang, page_role_electorate),
        Role::Turnout => say!(lang, page_role_turnout),
        Role::Valid => say!(lang, page_role_valid),
        Role::Invalid => say!(lang, page_role_invalid),
    }
}

/// Who reports turnout and when, when figures are told, and what the law says of terms.
fn terms(page: &mut Page, manifest: &Manifest) {
    let lang = page.lang;
    page.row(
        say!(lang, page_turnout),
        match manifest.turnout.signers {
            TurnoutSigners::AnyMember => say!(lang, page_any_member),
            TurnoutSigners::ChairOrSecretary => say!(lang, page_chair_or_secretary),
            TurnoutSigners::Quorum => say!(lang, page_by_quorum),
        },
    );
    let hours: Vec<_> = manifest.turnout.hours.iter().map(ToString::to_string).collect();
    page.row(say!(lang, page_turnout_hours), hours.join(", "));
    if let Some(at) = manifest.publish_not_before {
        page.row(say!(lang, page_published), clock::moment(at, page.clock));
    }
    if let Some(invalidity) = manifest.invalidity {
        let [units, voters] = [invalidity.units, invalidity.voters].map(|share| format!("{}/{}", share.of, share.all));
        page.row(say!(lang, page_invalid_from), say!(lang, page_invalidity { units, voters }));
    }
    if let Some(hours) = manifest.complaint_hours {
        page.row(say!(lang, page_complaints), say!(lang, page_hours { hours }));
    }
}
