//! Findings: what does not add up, and the figures that disagree.

use super::codes::explain;
use crate::domain::code::Code;
use crate::domain::finding::Cell;
use crate::text::figures::count;
use crate::text::findings::Told;
use crate::text::parts::strip;

/// What a built-in finding says, as a clause that figures may follow.
pub fn says(code: Code, cells: &[Cell]) -> &'static str {
    match code {
        Code::T1 => "Сообщения о явке не согласуются",
        Code::T2 => "Два сообщения о явке за один час различаются",
        Code::S1 => "Сводный протокол не равен сумме своих протоколов",
        Code::S2 if cells.is_empty() => {
            "В сводном протоколе названы не те протоколы, которые были в силе при его составлении"
        }
        Code::S2 => "Счётчики сводного протокола неверны",
        Code::S3 => "Нижестоящий протокол изменён после составления этого сводного протокола",
        Code::S4 => "Сводный протокол нельзя пересчитать: охваченные им документы ещё ожидались",
        Code::O1 => "Данные, опечатанные при открытии, изменены",
        Code::O2 => "Начальные данные не были опечатаны до поступления протокола",
        Code::C1 => "В копии наблюдателя голоса иные, чем в протоколе",
        Code::C2 => "Копия наблюдателя отличается от протокола, но не в голосах",
        Code::D1 => "Документ поступил позже срока",
        Code::D2 => "Документа нет, а срок истёк",
        // No other code is a finding; if one becomes it, its own explanation says what it is.
        other => strip(explain(other).what),
    }
}

/// A figure that disagrees.
pub fn cell(code: Code, Told { item, stated, expected, of }: &Told<'_>) -> String {
    match code {
        Code::T1 if of.stated < of.expected => format!("избирателей на {item}: {stated}, ранее {expected}"),
        Code::T1 => format!("избирателей на {item}: {stated}, в протоколе {expected}"),
        Code::T2 => format!("избирателей на {item}: {stated}, в предыдущем сообщении {expected}"),
        Code::S1 => format!("{item}: указано {stated}, пересчитано {expected}"),
        Code::S2 => format!("{}: указано {stated}, пересчитано {expected}", counter(item)),
        Code::S3 => format!("{item}: составлен до события № {expected}"),
        Code::S4 if of.expected.is_none() => format!("протоколов {stated}, из скольких, неизвестно"),
        Code::S4 => format!("протоколов {stated} из {expected}"),
        Code::O1 => format!("{item}: опечатано {expected}, в протоколе {stated}"),
        Code::C1 | Code::C2 => format!("{item}: в копии {stated}, в протоколе {expected}"),
        _ => format!("{item}: {stated}, ожидалось {expected}"),
    }
}

fn counter(name: &str) -> &str {
    match name {
        "units" => "территории",
        "received" => "полученные протоколы",
        "taken_as_basis" => "протоколы, принятые за основу",
        "failed" => "несостоявшиеся голосования",
        "annulled" => "аннулированные протоколы",
        other => other,
    }
}

/// What stands for a figure that there is not.
pub fn no_figure() -> &'static str {
    "нет цифры"
}

/// What is left of a list that is too long.
pub fn more(left: usize) -> String {
    format!("и ещё {}", count(left))
}

/// A candidate of whom only the number is at hand.
pub fn candidate(number: &str) -> String {
    format!("кандидат № {number}")
}

/// The sum of all candidates' votes.
pub fn votes() -> &'static str {
    "голоса за кандидатов"
}

/// For a check to which the manifest gave no sentence.
pub fn check_fails() -> &'static str {
    "Контрольное соотношение формы не выполнено"
}
