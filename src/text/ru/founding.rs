//! Founding acts that contradict themselves.

use crate::domain::manifest::{BUILT_IN_FAMILIES, CHECKS_MAX, ITEMS_MAX, MEMBERS_MAX, ManifestFlaw, TIERS_MAX};

/// What is inconsistent, as a clause.
pub fn flaw(flaw: &ManifestFlaw) -> String {
    match flaw {
        ManifestFlaw::Tiers => format!("уровней должно быть от 1 до {TIERS_MAX}, и каждый назван один раз"),
        ManifestFlaw::Quorum(tier) => format!(
            "в комиссии уровня {tier} может быть от 1 до {MEMBERS_MAX} членов, а подписать должны от одного до всех"
        ),
        ManifestFlaw::ContestTwice(contest) => format!("состязание {contest} названо дважды"),
        ManifestFlaw::FormSize => {
            format!("в форме может быть от 1 до {ITEMS_MAX} строк, а контрольных соотношений не более {CHECKS_MAX}")
        }
        ManifestFlaw::Item(item) => {
            format!("строка {item} определена дважды или носит занятое имя, например votes, unit или cand_01")
        }
        ManifestFlaw::CheckItem(check, item) => {
            format!("соотношение {check} считает строку {item}, которой нет в форме")
        }
        ManifestFlaw::CheckCode(check) => format!(
            "соотношение {check} определено дважды или начинается с занятой буквы ({})",
            BUILT_IN_FAMILIES.join(", ")
        ),
        ManifestFlaw::CheckEmpty(check) => {
            format!("в каждой части соотношения {check} должно быть от 1 до {ITEMS_MAX} слагаемых")
        }
        ManifestFlaw::Deadline(tier) => format!("указан срок для {tier}, а такого уровня нет"),
        ManifestFlaw::Invalidity => {
            "каждая доля в разделе invalidity пишется как 2/5: больше нуля и не больше целого".to_owned()
        }
        ManifestFlaw::TooMany => format!(
            "состязаний, сроков и часов явки может быть не более {ITEMS_MAX} каждого вида, и часы должны возрастать"
        ),
    }
}
