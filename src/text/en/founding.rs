//! Founding acts that contradict themselves.

use crate::domain::manifest::{BUILT_IN_FAMILIES, CHECKS_MAX, ITEMS_MAX, MEMBERS_MAX, ManifestFlaw, TIERS_MAX};

/// What is inconsistent, as a clause.
pub fn flaw(flaw: &ManifestFlaw) -> String {
    match flaw {
        ManifestFlaw::Tiers => format!("there must be 1 to {TIERS_MAX} tiers, each named once"),
        ManifestFlaw::Quorum(tier) => {
            format!("a commission of the tier {tier} has 1 to {MEMBERS_MAX} members, and 1 to all of them must sign")
        }
        ManifestFlaw::ContestTwice(contest) => format!("the contest {contest} is named twice"),
        ManifestFlaw::FormSize => format!("a form has 1 to {ITEMS_MAX} items and at most {CHECKS_MAX} checks"),
        ManifestFlaw::Item(item) => {
            format!("the item {item} is defined twice, or has a name that is taken, such as votes, unit or cand_01")
        }
        ManifestFlaw::CheckItem(check, item) => {
            format!("the check {check} counts the item {item}, which the form does not have")
        }
        ManifestFlaw::CheckCode(check) => format!(
            "the check {check} is defined twice, or begins with a letter that is taken ({})",
            BUILT_IN_FAMILIES.join(", ")
        ),
        ManifestFlaw::CheckEmpty(check) => {
            format!("each side of the check {check} must count 1 to {ITEMS_MAX} things")
        }
        ManifestFlaw::Deadline(tier) => format!("there is a deadline for {tier}, which is not one of the tiers"),
        ManifestFlaw::Invalidity => {
            "each share under invalidity is written as 2/5: more than nothing, and at most all".to_owned()
        }
        ManifestFlaw::TooMany => format!(
            "there may be at most {ITEMS_MAX} contests, deadlines and turnout hours each, and the hours must ascend"
        ),
    }
}
