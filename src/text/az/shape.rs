//! Figures that miss the shape of their paper.

use crate::domain::finding::candidate_key;
use crate::domain::protocol::ShapeFlaw;

/// What is wrong, as a clause, and what to do.
pub fn clause(flaw: &ShapeFlaw) -> (String, &'static str) {
    match flaw {
        ShapeFlaw::ItemCount { found, expected } => (
            format!("sənəddə {found} bənd var, formada isə {expected}"),
            "Formanın bəndlərini sıra ilə verən `protokol draft` ilə yeni qaralama hazırlayın və rəqəmləri ora köçürün.",
        ),
        ShapeFlaw::ItemMissing(key) => (
            format!("bu bənd yoxdur: {key}"),
            "Rəqəmi sənəddə olduğu kimi yazın, sənəddə sıfırdırsa, 0 yazın. Sonra qaralamanı `protokol check` ilə \
             yoxlayın və yenidən imzalayın.",
        ),
        ShapeFlaw::ItemOfCount(key) => (
            format!("bu bənd saymaya aiddir, lakin açılış rəqəmləri arasındadır: {key}"),
            "Onu açılış qaralamasından çıxarın: o, sonra, protokolla gəlir. Sonra qaralamanı yenidən imzalayın.",
        ),
        ShapeFlaw::CandidateMissing(number) => (
            format!("{number} nömrəli namizədin ({}) rəqəmi yoxdur", candidate_key(*number)),
            "Namizədin səslərini sənəddə olduğu kimi yazın, səs yoxdursa, 0 yazın. Sonra qaralamanı `protokol check` ilə \
             yoxlayın və yenidən imzalayın.",
        ),
        ShapeFlaw::CandidateUnknown(number) => (
            format!(
                "{number} nömrəsinin ({}) qarşısında rəqəm var, lakin o, bülletendə yoxdur",
                candidate_key(*number)
            ),
            "Nömrələri bülletenlə tutuşdurun, qaralamanı düzəldin və yenidən imzalayın.",
        ),
        ShapeFlaw::VotesUnordered => (
            "namizədlərin rəqəmləri nömrələrinin artan sırası ilə, hər biri bir dəfə olmaqla verilməyib".to_owned(),
            "Namizədləri sıra ilə verən `protokol draft` ilə yeni qaralama hazırlayın və səsləri ora köçürün.",
        ),
    }
}
