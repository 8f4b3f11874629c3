//! Founding acts that contradict themselves.

use super::Lang;
use crate::domain::manifest::{BUILT_IN_FAMILIES, CHECKS_MAX, ITEMS_MAX, MEMBERS_MAX, ManifestFlaw, TIERS_MAX};

messages! {
    flaw_tiers { max };
    flaw_quorum { tier, max };
    flaw_contest_twice { contest };
    flaw_form_size { items, checks };
    flaw_item { item };
    flaw_check_item { check, item };
    flaw_check_code { check, letters };
    flaw_check_empty { check, items };
    flaw_deadline { tier };
    flaw_invalidity;
    flaw_too_many { items };
}

/// What is inconsistent, as a clause.
pub fn flaw(lang: Lang, flaw: &ManifestFlaw) -> String {
    match flaw {
        ManifestFlaw::Tiers => say!(lang, flaw_tiers { max: TIERS_MAX }),
        ManifestFlaw::Quorum(tier) => say!(lang, flaw_quorum { tier, max: MEMBERS_MAX }),
        ManifestFlaw::ContestTwice(contest) => say!(lang, flaw_contest_twice { contest: contest.as_str() }),
        ManifestFlaw::FormSize => say!(lang, flaw_form_size { items: ITEMS_MAX, checks: CHECKS_MAX }),
        ManifestFlaw::Item(item) => say!(lang, flaw_item { item }),
        ManifestFlaw::CheckItem(check, item) => say!(lang, flaw_check_item { check, item }),
        ManifestFlaw::CheckCode(check) => {
            say!(lang, flaw_check_code { check, letters: BUILT_IN_FAMILIES.join(", ") })
        }
        ManifestFlaw::CheckEmpty(check) => say!(lang, flaw_check_empty { check, items: ITEMS_MAX }),
        ManifestFlaw::Deadline(tier) => say!(lang, flaw_deadline { tier }),
        ManifestFlaw::Invalidity => say!(lang, flaw_invalidity).to_owned(),
        ManifestFlaw::TooMany => say!(lang, flaw_too_many { items: ITEMS_MAX }),
    }
}
