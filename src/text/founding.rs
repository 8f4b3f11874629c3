//! Founding acts that contradict themselves.

use super::Lang;
use crate::domain::manifest::{
    BUILT_IN_FAMILIES, CHECKS_MAX, ITEMS_MAX, MEMBERS_MAX, ManifestFlaw, RESERVED_ITEMS, TIERS_MAX,
};

messages! {
    flaw_tiers { max };
    flaw_tier_twice { tier };
    flaw_quorum { tier, max };
    flaw_contest_twice { contest };
    flaw_items { items };
    flaw_checks { checks };
    flaw_item_twice { item };
    flaw_item_reserved { item, names };
    flaw_check_item { check, item };
    flaw_check_twice { check };
    flaw_check_built_in { check, letters };
    flaw_check_empty { check, items };
    flaw_deadline { tier };
    flaw_invalidity;
    flaw_too_many { items };
    flaw_hours;
}

/// What is inconsistent, as a clause.
pub fn flaw(lang: Lang, flaw: &ManifestFlaw) -> String {
    match flaw {
        ManifestFlaw::Tiers => say!(lang, flaw_tiers { max: TIERS_MAX }),
        ManifestFlaw::TierTwice(tier) => say!(lang, flaw_tier_twice { tier }),
        ManifestFlaw::Quorum(tier) => say!(lang, flaw_quorum { tier, max: MEMBERS_MAX }),
        ManifestFlaw::ContestTwice(contest) => say!(lang, flaw_contest_twice { contest: contest.as_str() }),
        ManifestFlaw::Items => say!(lang, flaw_items { items: ITEMS_MAX }),
        ManifestFlaw::Checks => say!(lang, flaw_checks { checks: CHECKS_MAX }),
        ManifestFlaw::ItemTwice(item) => say!(lang, flaw_item_twice { item }),
        ManifestFlaw::ItemReserved(item) => {
            say!(lang, flaw_item_reserved { item, names: RESERVED_ITEMS.join(", ") })
        }
        ManifestFlaw::CheckItem(check, item) => say!(lang, flaw_check_item { check, item }),
        ManifestFlaw::CheckTwice(check) => say!(lang, flaw_check_twice { check }),
        ManifestFlaw::CheckBuiltIn(check) => {
            say!(lang, flaw_check_built_in { check, letters: BUILT_IN_FAMILIES.join(", ") })
        }
        ManifestFlaw::CheckEmpty(check) => say!(lang, flaw_check_empty { check, items: ITEMS_MAX }),
        ManifestFlaw::Deadline(tier) => say!(lang, flaw_deadline { tier }),
        ManifestFlaw::Invalidity => say!(lang, flaw_invalidity).to_owned(),
        ManifestFlaw::TooMany => say!(lang, flaw_too_many { items: ITEMS_MAX }),
        ManifestFlaw::Hours => say!(lang, flaw_hours).to_owned(),
    }
}
