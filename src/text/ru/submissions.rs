//! Bytes that are not a submission.

use super::{BYTES, Forms, of};
use crate::crypto::wire::WireError;
use crate::domain::statement::StatementError;
use crate::ledger::submission::{SUBMISSION_BYTES_MAX, SubmissionError};
use crate::text::Said;
use crate::text::figures::count as figure;
use crate::text::parts::{said, short};

const GET_IT_AGAIN: &str = "Скопируйте файл снова, целиком, оттуда, где он подписан. Если не поможет, составьте его заново \
     из черновика: `protokol sign`.";

const FOREIGN: Forms = [
    "байт, который ни к чему не относится",
    "байта, которые ни к чему не относятся",
    "байт, которые ни к чему не относятся",
];

pub fn error(error: &SubmissionError) -> Said {
    match error {
        SubmissionError::TooLong(bytes) => said(
            format!("В представлении {}, а помещается не более {}.", of(*bytes, BYTES), figure(SUBMISSION_BYTES_MAX)),
            "Сократите тексты в черновике или подайте длинные приложениями. Затем подпишите его снова.",
        ),
        SubmissionError::Layout => said("Байты расположены не так, как в представлении.", GET_IT_AGAIN),
        SubmissionError::SignatureOrder => said(
            "Один ключ подписал дважды, или порядок подписей нарушен.",
            "Составьте представление снова из черновика командой `protokol sign`, которая ставит подписи по порядку.",
        ),
        SubmissionError::Statement(error) => statement(error),
        SubmissionError::Signature(key) => said(
            format!("Подпись ключа {} не подходит к сказанному: одно из двух изменено.", short(key)),
            "Получите представление снова от подписавшего, или пусть этот член ещё раз подпишет черновик: `protokol sign`.",
        ),
        SubmissionError::Key(key) => said(
            format!("Вносимый ключ {} не является исправным открытым ключом.", short(key)),
            "Пусть владелец создаст новый: `protokol keygen`. Впишите его в черновик и подпишите снова.",
        ),
        SubmissionError::NotAFile => said(
            "Это не представление: файл не начинается строкой `protokol submission v1`.",
            "Дайте файл, который записала команда `protokol sign`. Черновик сначала подписывают: `protokol sign`.",
        ),
    }
}

fn statement(error: &StatementError) -> Said {
    match error {
        StatementError::Newer { version, kind } => said(
            format!(
                "Составлено более новой версией программы (версия заявления {version}, вид {kind}): эта версия не может \
                 сказать, что в нём."
            ),
            "Получите более новую версию программы и выполните ту же команду снова.",
        ),
        StatementError::NewerChoice(choice) => said(
            format!(
                "Составлено более новой версией программы (вариант {} у {}): эта версия не может сказать, что в нём.",
                choice.number, choice.of
            ),
            "Получите более новую версию программы и выполните ту же команду снова.",
        ),
        StatementError::TooShort => said("Сказанное обрывается, не начавшись.", GET_IT_AGAIN),
        StatementError::Time => said(
            "Время подписавших позже 9999 года.",
            "Установите часы машины, на которой подписывают, составьте представление из черновика заново и подпишите снова.",
        ),
        StatementError::Body(error) => said(body(error), GET_IT_AGAIN),
    }
}

fn body(error: &WireError) -> String {
    match error {
        WireError::TooLong { found, limit } => {
            format!("В сказанном {}, а помещается не более {}.", of(*found, BYTES), figure(*limit))
        }
        // The codec's own words are for programmers, and stay out of the sentence.
        WireError::Malformed(_) | WireError::Newer(_) => "Сказанное нельзя прочитать.".to_owned(),
        WireError::Trailing(bytes) => format!("За сказанным есть ещё {}.", of(*bytes, FOREIGN)),
        WireError::NotCanonical => "Сказанное записано не в своём единственно верном виде.".to_owned(),
    }
}
