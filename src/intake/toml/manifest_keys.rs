//! Every key of `manifest.toml`, and of the table `[manifest]` of a founding draft.

use std::collections::BTreeMap;

use super::fields::{Fields, Scalar, TomlValue};
use super::table::{
    IfSo, InTable, InTableOrDefault, InTables, Inherited, Maybe, One, OrBlank, OrDefault, Table, Way, read_table,
    tables,
};
use super::writer::TomlWriter;
use crate::domain::contest::Contest;
use crate::domain::form::{Check, Form, Item, Operand, Term};
use crate::domain::id::TierName;
use crate::domain::manifest::{Deadline, Invalidity, LegalBasis, Manifest, Tier, TurnoutRule};
use crate::intake::error::{InputError, alone, keep};
use crate::intake::mistake::ManifestMistake;

tables! {
    Manifest {
        id: One "the election's name in files",
        kind: One "",
        polling_day: One "",
        utc_offset: One "",
        authority: One "who holds the election",
        rehearsal: OrDefault "whether the keys are demonstration keys",
        tiers: Tiers "top first; protocols come from the last",
        title: One "",
        publish_not_before: Maybe "no figure leaves the ledger for outsiders before",
        complaint_hours: Maybe "within which a complaint may be filed after what it is against",
        legal_basis: InTable "",
        turnout: InTableOrDefault "",
        invalidity: InTable "",
        deadlines("deadline"): InTables "",
        contests("contest"): InTables "",
        form(ITEMS): ItemsAndChecks "",
    }
    LegalBasis { reference: One "", date: OrBlank "", signatory: One "", }
    TurnoutRule {
        signers: OrDefault "any_member, chair_or_secretary or quorum",
        hours: OrDefault "for which reports are due",
    }
    Invalidity {
        units: One "more than this share of the precincts without a result …",
        voters: One "… holding more than this share of the voters",
    }
    Deadline { tier: One "", hours: One "after the end of the polling day", }
    Contest { id: One "", polling_day: Inherited "", title: One "", unit: Maybe "the unit it is held in", }
    Item {
        key: One "",
        label: One "",
        stage: One "",
        role: Maybe "",
        optional: IfSo "a paper may leave it out",
    }
    Check { code: One "", left: Sum "", op: One "", right: Sum "", severity: One "", says: One "", }
}

/// The tiers: their names in a list, what they have in a table, and how many units there are in another.
struct Tiers;

/// `members` and `quorum` of a tier's commissions.
struct Sizes {
    members: u16,
    quorum: u16,
}

tables! { Sizes { members: One "", quorum: One "", } }

const COMMISSIONS: &str = "commissions";
const DECLARED: &str = "declared";

impl Way<Vec<Tier>> for Tiers {
    fn read(fields: &mut Fields, key: &'static str) -> Result<Vec<Tier>, Vec<InputError>> {
        let value = fields.required(key).map_err(alone)?;
        fields.remember(key.to_owned(), value.line());
        let names = Vec::<TierName>::read(&value).map_err(alone)?;
        let commissions = fields.required(COMMISSIONS).and_then(|value| value.table()).map_err(alone)?;
        let sizes = by_tier(commissions, &names, |value| {
            fields.remember(format!("{COMMISSIONS}.{}", value.key), value.line());
            read_table::<Sizes>(value.table().map_err(alone)?)
        })?;
        let declared = match fields.take(DECLARED) {
            None => BTreeMap::new(),
            Some(value) => by_tier(value.table().map_err(alone)?, &names, |value| u32::read(value).map_err(alone))?,
        };
        let tier = |name: TierName| match sizes.get(&name) {
            Some(&Sizes { members, quorum }) => {
                Ok(Tier { members, quorum, declared: declared.get(&name).copied(), name })
            }
            None => Err(value.error(ManifestMistake::TierIncomplete(name.clone())).of_item(&name)),
        };
        names.into_iter().map(tier).collect::<Result<_, _>>().map_err(alone)
    }

    fn write(tiers: &Vec<Tier>, writer: &mut TomlWriter, key: &str, hint: &str) {
        let names: Vec<_> = tiers.iter().map(|tier| tier.name.clone()).collect();
        One::write(&names, writer, key, hint);
        writer.table(COMMISSIONS, |writer| {
            for Tier { name, members, quorum, .. } in tiers {
                let sizes = Sizes { members: *members, quorum: *quorum };
                writer.on_one_line(name.as_str(), |writer| sizes.write(writer));
            }
        });
        if tiers.iter().any(|tier| tier.declared.is_some()) {
            writer.table(DECLARED, |writer| {
                tiers.iter().for_each(|tier| Maybe::write(&tier.declared, writer, tier.name.as_str(), "units"));
            });
        }
    }
}

/// A table whose keys are tiers.
fn by_tier<'a, T>(
    mut fields: Fields<'a>,
    tiers: &[TierName],
    mut read: impl FnMut(&TomlValue<'a>) -> Result<T, Vec<InputError>>,
) -> Result<BTreeMap<TierName, T>, Vec<InputError>> {
    let (mut values, mut errors) = (BTreeMap::new(), Vec::new());
    for value in fields.take_all() {
        match tiers.iter().find(|tier| tier.as_str() == value.key) {
            Some(tier) => values.extend(keep(&mut errors, read(&value)).map(|read| (tier.clone(), read))),
            None => errors.push(value.error(ManifestMistake::TierUnlisted)),
        }
    }
    if errors.is_empty() { Ok(values) } else { Err(errors) }
}

/// The form: its items, and its checks of them.
struct ItemsAndChecks;

/// A sum of items that stand above its check.
struct Sum;

const ITEMS: &str = "item";
const CHECKS: &str = "check";

impl Way<Form> for ItemsAndChecks {
    fn read(fields: &mut Fields, items: &'static str) -> Result<Form, Vec<InputError>> {
        let mut errors = Vec::new();
        let items = keep(&mut errors, InTables::read(fields, items));
        let checks = keep(&mut errors, InTables::read(fields, CHECKS));
        items.zip(checks).map(|(items, checks)| Form { items, checks }).ok_or(errors)
    }

    fn write(form: &Form, writer: &mut TomlWriter, items: &str, hint: &str) {
        InTables::write(&form.items, writer, items, hint);
        InTables::write(&form.checks, writer, CHECKS, hint);
    }
}

impl Way<Vec<Term>> for Sum {
    fn read(fields: &mut Fields, key: &'static str) -> Result<Vec<Term>, Vec<InputError>> {
        let value = fields.required(key).map_err(alone)?;
        let sum = Vec::<Term>::read(&value).map_err(alone)?;
        for term in &sum {
            if let Operand::Item(item) = &term.of
                && !fields.is_named_above(ITEMS, Item::NAME, item.as_str())
            {
                return Err(alone(value.error(ManifestMistake::ItemUnknown(item.clone())).of_item(item)));
            }
        }
        Ok(sum)
    }

    fn write(sum: &Vec<Term>, writer: &mut TomlWriter, key: &str, hint: &str) {
        One::write(sum, writer, key, hint);
    }
}
