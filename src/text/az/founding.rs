//! Founding acts that contradict themselves.

use crate::domain::manifest::{BUILT_IN_FAMILIES, CHECKS_MAX, ITEMS_MAX, MEMBERS_MAX, ManifestFlaw, TIERS_MAX};

/// What is inconsistent, as a clause.
pub fn flaw(flaw: &ManifestFlaw) -> String {
    match flaw {
        ManifestFlaw::Tiers => {
            format!("pillələrin sayı 1 ilə {TIERS_MAX} arasında olmalı, hər biri bir dəfə yazılmalıdır")
        }
        ManifestFlaw::Quorum(tier) => format!(
            "{tier} pilləsinin komissiyasında üzvlərin sayı 1 ilə {MEMBERS_MAX} arasında olur və onlardan ən azı biri, \
             ən çoxu hamısı imzalamalıdır"
        ),
        ManifestFlaw::ContestTwice(contest) => format!("{contest} seçki yarışı iki dəfə göstərilib"),
        ManifestFlaw::FormSize => {
            format!("formada bəndlərin sayı 1 ilə {ITEMS_MAX} arasında, yoxlamaların sayı ən çoxu {CHECKS_MAX} olur")
        }
        ManifestFlaw::Item(item) => {
            format!("{item} bəndi iki dəfə təyin edilib və ya adı tutulub, məsələn: votes, unit, cand_01")
        }
        ManifestFlaw::CheckItem(check, item) => format!("{check} yoxlaması formada olmayan {item} bəndini sayır"),
        ManifestFlaw::CheckCode(check) => format!(
            "{check} yoxlaması iki dəfə təyin edilib və ya tutulmuş hərflə başlayır ({})",
            BUILT_IN_FAMILIES.join(", ")
        ),
        ManifestFlaw::CheckEmpty(check) => {
            format!("{check} yoxlamasının hər tərəfində 1 ilə {ITEMS_MAX} arasında göstərici olmalıdır")
        }
        ManifestFlaw::Deadline(tier) => format!("{tier} üçün müddət göstərilib, lakin belə pillə yoxdur"),
        ManifestFlaw::Invalidity => {
            "invalidity bölməsindəki hər pay 2/5 kimi yazılır: sıfırdan çox və ən çoxu tam".to_owned()
        }
        ManifestFlaw::TooMany => format!(
            "seçki yarışları, müddətlər və fəallıq saatlarının hər birindən ən çoxu {ITEMS_MAX} ola bilər, saatlar isə \
             artan sırada olmalıdır"
        ),
    }
}
