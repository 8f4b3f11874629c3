//! Manifests that contradict themselves, or their units.

use crate::domain::manifest::{BUILT_IN_FAMILIES, CHECKS_MAX, ITEMS_MAX, MEMBERS_MAX, ManifestFlaw, TIERS_MAX};
use crate::intake::mistake::ManifestMistake;
use crate::text::{Lang, Said};

messages! {
    manifest_flaw { flaw } + remedy;
    manifest_held_nowhere { contest, unit } + remedy;
    manifest_tier_incomplete { tier } + remedy;
    manifest_tier_unlisted + remedy;
    manifest_item_unknown { item } + remedy;
    manifest_tiers { max };
    manifest_quorum { tier, max };
    manifest_contest_twice { contest };
    manifest_form_size { items, checks };
    manifest_item { item };
    manifest_check_item { check, item };
    manifest_check_code { check, letters };
    manifest_check_empty { check, items };
    manifest_deadline { tier };
    manifest_invalidity;
    manifest_too_many { items };
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
        ManifestFlaw::Quorum(tier) => say!(lang, manifest_quorum { tier, max: MEMBERS_MAX }),
        ManifestFlaw::ContestTwice(contest) => say!(lang, manifest_contest_twice { contest: contest.as_str() }),
        ManifestFlaw::FormSize => say!(lang, manifest_form_size { items: ITEMS_MAX, checks: CHECKS_MAX }),
        ManifestFlaw::Item(item) => say!(lang, manifest_item { item }),
        ManifestFlaw::CheckItem(check, item) => say!(lang, manifest_check_item { check, item }),
        ManifestFlaw::CheckCode(check) => {
            say!(lang, manifest_check_code { check, letters: BUILT_IN_FAMILIES.join(", ") })
        }
        ManifestFlaw::CheckEmpty(check) => say!(lang, manifest_check_empty { check, items: ITEMS_MAX }),
        ManifestFlaw::Deadline(tier) => say!(lang, manifest_deadline { tier }),
        ManifestFlaw::Invalidity => say!(lang, manifest_invalidity).to_owned(),
        ManifestFlaw::TooMany => say!(lang, manifest_too_many { items: ITEMS_MAX }),
    }
}
