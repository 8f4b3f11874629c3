//! Figures that miss the shape of their paper.

use super::{Forms, of};
use crate::domain::finding::candidate_key;
use crate::domain::protocol::ShapeFlaw;

const LINES: Forms = ["строка", "строки", "строк"];

/// What is wrong, as a clause, and what to do.
pub fn clause(flaw: &ShapeFlaw) -> (String, &'static str) {
    match flaw {
        ShapeFlaw::ItemCount { found, expected } => (
            format!("в документе {}, а в форме {expected}", of(*found, LINES)),
            "Составьте новый черновик командой `protokol draft`, которая даёт строки формы по порядку, и перенесите цифры.",
        ),
        ShapeFlaw::ItemMissing(key) => (
            format!("строки {key} нет"),
            "Запишите цифру как в документе, а где в документе ноль, поставьте 0. Затем проверьте черновик командой \
             `protokol check` и подпишите его снова.",
        ),
        ShapeFlaw::ItemOfCount(key) => (
            format!("строка {key} относится к подсчёту, а стоит среди начальных данных"),
            "Уберите её из черновика начальных данных: она придёт позже, с протоколом. Затем подпишите черновик снова.",
        ),
        ShapeFlaw::CandidateMissing(number) => (
            format!("у кандидата № {number} ({}) нет цифры", candidate_key(*number)),
            "Запишите голоса кандидата как в документе, а где их нет, поставьте 0. Затем проверьте черновик командой \
             `protokol check` и подпишите его снова.",
        ),
        ShapeFlaw::CandidateUnknown(number) => (
            format!("есть цифра под номером {number} ({}), которого нет в бюллетене", candidate_key(*number)),
            "Сличите номера с бюллетенем, исправьте черновик и подпишите его снова.",
        ),
        ShapeFlaw::VotesUnordered => (
            "цифры кандидатов не по возрастанию номеров или не по одному разу".to_owned(),
            "Составьте новый черновик командой `protokol draft`, которая даёт кандидатов по порядку, и перенесите голоса.",
        ),
    }
}
