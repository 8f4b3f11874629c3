//! Manifests that contradict themselves, or their units.

use crate::domain::manifest::{
    BUILT_IN_FAMILIES, CHECKS_MAX, ITEMS_MAX, MEMBERS_MAX, ManifestFlaw, RESERVED_ITEMS, TIERS_MAX,
};
use crate::intake::mistake::ManifestMistake;
use crate::text::{Lang, Said};

messages! {
    manifest_flaw { flaw } + remedy;
    manifest_held_nowhere { contest, unit } + remedy;
    manifest_tier_incomplete { tier } + remedy;
    manifest_tier_unlisted + remedy;
    manifest_item_unknown { item } + remedy;
    manifest_tiers { max };
    manifest_tier_twice { tier };
    manifest_quorum { tier, max };
    manifest_contest_twice { contest };
    manifest_items { items };
    manifest_checks { checks };
    manifest_item_twice { item };
    manifest_item_reserved { item, names };
    manifest_check_item { check, item };
    manifest_check_twice { check };
    manifest_check_built_in { check, letters };
    manifest_check_empty { check, items };
    manifest_deadline { tier };
    manifest_invalidity;
    manifest_too_many { items };
    manifest_hours;
}

pub fn mistake(lang: Lang, mistake: &ManifestMistake) -> Said {
    match mistake {
        ManifestMistake::Flaw(of) => advise!(lang, manifest_flaw { flaw: flaw(lang, of) }),
        ManifestMistake::HeldNowhere(contest, unit) => advise!(lang, manifest_held_nowhere { contest, unit }),
        ManifestMistake::TierIncomplete(tier) => advise!(lang, manifest_tier_incomplete { tier }),
        ManifestMistake::TierUnlisted => advise!(lang, manifest_tier_unlisted),
        ManifestMistake::ItemUnknown(item) => advise!(lang, manifest_item_unknown { item }),
    }
}

/// What the rules would refuse, as whoever writes the file reads it: by the names of tables and keys.
fn flaw(lang: Lang, flaw: &ManifestFlaw) -> String {
    match flaw {
        ManifestFlaw::Tiers => say!(lang, manifest_tiers { max: TIERS_MAX }),
        ManifestFlaw::TierTwice(tier) => say!(lang, manifest_tier_twice { tier }),
        ManifestFlaw::Quorum(tier) => say!(lang, manifest_quorum { tier, max: MEMBERS_MAX }),
        ManifestFlaw::ContestTwice(contest) => say!(lang, manifest_contest_twice { contest: contest.as_str() }),
        ManifestFlaw::Items => say!(lang, manifest_items { items: ITEMS_MAX }),
        ManifestFlaw::Checks => say!(lang, manifest_checks { checks: CHECKS_MAX }),
        ManifestFlaw::ItemTwice(item) => say!(lang, manifest_item_twice { item }),
        ManifestFlaw::ItemReserved(item) => {
            say!(lang, manifest_item_reserved { item, names: RESERVED_ITEMS.join(", ") })
        }
        ManifestFlaw::CheckItem(check, item) => say!(lang, manifest_check_item { check, item }),
        ManifestFlaw::CheckTwice(check) => say!(lang, manifest_check_twice { check }),
        ManifestFlaw::CheckBuiltIn(check) => {
            say!(lang, manifest_check_built_in { check, letters: BUILT_IN_FAMILIES.join(", ") })
        }
        ManifestFlaw::CheckEmpty(check) => say!(lang, manifest_check_empty { check, items: ITEMS_MAX }),
        ManifestFlaw::Deadline(tier) => say!(lang, manifest_deadline { tier }),
        ManifestFlaw::Invalidity => say!(lang, manifest_invalidity).to_owned(),
        ManifestFlaw::TooMany => say!(lang, manifest_too_many { items: ITEMS_MAX }),
        ManifestFlaw::Hours => say!(lang, manifest_hours).to_owned(),
    }
}
