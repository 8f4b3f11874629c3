//! Bytes that are not a submission.

use crate::crypto::wire::WireError;
use crate::domain::statement::StatementError;
use crate::ledger::submission::{SUBMISSION_BYTES_MAX, SubmissionError};
use crate::text::Said;
use crate::text::figures::count as figure;
use crate::text::parts::{said, short};

const GET_IT_AGAIN: &str = "Faylı imzalandığı yerdən tam şəkildə yenidən köçürün. Kömək etməzsə, onu qaralamadan \
     `protokol sign` ilə yenidən hazırlayın.";

pub fn error(error: &SubmissionError) -> Said {
    match error {
        SubmissionError::TooLong(bytes) => said(
            format!("Təqdimat {} baytdır, hədd isə {} baytdır.", figure(*bytes), figure(SUBMISSION_BYTES_MAX)),
            "Qaralamadakı mətnləri qısaldın və ya uzunlarını əlavə kimi təqdim edin. Sonra yenidən imzalayın.",
        ),
        SubmissionError::Layout => said("Baytların quruluşu təqdimata uyğun deyil.", GET_IT_AGAIN),
        SubmissionError::SignatureOrder => said(
            "Bir açar iki dəfə imzalayıb və ya imzaların sırası pozulub.",
            "Təqdimatı qaralamadan imzaları sıraya düzən `protokol sign` ilə yenidən hazırlayın.",
        ),
        SubmissionError::Statement(error) => statement(error),
        SubmissionError::Signature(key) => said(
            format!("Açarın imzası bildirilənə uyğun gəlmir, onlardan biri dəyişdirilib: {}.", short(key)),
            "Təqdimatı imzalayandan yenidən alın və ya həmin üzv qaralamanı `protokol sign` ilə yenidən imzalasın.",
        ),
        SubmissionError::Key(key) => said(
            format!("Daxil edilən açar yararlı açıq açar deyil: {}.", short(key)),
            "Sahibi `protokol keygen` ilə yenisini yaratsın. Onu qaralamaya yazın və yenidən imzalayın.",
        ),
        SubmissionError::NotAFile => said(
            "Bu, təqdimat deyil: fayl `protokol submission v1` sətri ilə başlamır.",
            "`protokol sign` əmrinin yazdığı faylı verin. Qaralama əvvəlcə `protokol sign` ilə imzalanır.",
        ),
    }
}

fn statement(error: &StatementError) -> Said {
    match error {
        StatementError::Newer { version, kind } => said(
            format!(
                "Proqramın daha yeni versiyası ilə hazırlanıb (bəyanatın versiyası {version}, növü {kind}): bu versiya \
                 onun məzmununu müəyyən edə bilmir."
            ),
            "Proqramın yeni versiyasını əldə edin və eyni əmri yenidən icra edin.",
        ),
        StatementError::NewerChoice(choice) => said(
            format!(
                "Proqramın daha yeni versiyası ilə hazırlanıb ({} üçün {} nömrəli variant): bu versiya onun məzmununu \
                 müəyyən edə bilmir.",
                choice.of, choice.number
            ),
            "Proqramın yeni versiyasını əldə edin və eyni əmri yenidən icra edin.",
        ),
        StatementError::TooShort => said("Bildirilən hələ başlamadan kəsilib.", GET_IT_AGAIN),
        StatementError::Time => said(
            "İmzalayanların vaxtı 9999-cu ildən sonradır.",
            "İmzalayan maşının saatını düzəldin, təqdimatı qaralamadan yenidən hazırlayın və yenidən imzalayın.",
        ),
        StatementError::Body(error) => said(body(error), GET_IT_AGAIN),
    }
}

fn body(error: &WireError) -> String {
    match error {
        WireError::TooLong { found, limit } => {
            format!("Bildirilən {} baytdır, hədd isə {} baytdır.", figure(*found), figure(*limit))
        }
        // The codec's own words are for programmers, and stay out of the sentence.
        WireError::Malformed(_) | WireError::Newer(_) => "Bildirilən oxunmur.".to_owned(),
        WireError::Trailing(bytes) => {
            format!("Bildiriləndən sonra heç nəyə aid olmayan {} bayt var.", figure(*bytes))
        }
        WireError::NotCanonical => "Bildirilən yeganə düzgün şəkildə yazılmayıb.".to_owned(),
    }
}
