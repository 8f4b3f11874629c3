//! The account of a verification.

use super::faults::place;
use super::{BYTES, EVENTS, Forms, SIGNATURES, of};
use crate::text::account::{Detail, Status, Step};
use crate::text::figures::{count, figure};
use crate::verify::{Fault, Trust};

/// In how many events.
const IN_EVENTS: Forms = ["событии", "событиях", "событиях"];
/// Without how many events.
const WITHOUT_EVENTS: Forms = ["события", "событий", "событий"];
const ATTACHMENTS: Forms = ["приложение", "приложения", "приложений"];
const UNNAMED: Forms = [
    "файл, которого не называет ни одно событие",
    "файла, которых не называет ни одно событие",
    "файлов, которых не называет ни одно событие",
];
const IN_PLACES: Forms = ["месте", "местах", "местах"];

pub fn step(step: Step) -> &'static str {
    match step {
        Step::Trust => "Доверие",
        Step::Checkpoint => "Контрольная точка",
        Step::Witnesses => "Свидетели",
        Step::Chain => "Цепочка",
        Step::Signatures => "Подписи",
        Step::Rules => "Правила",
        Step::Totals => "Итоги",
        Step::Findings => "Замечания",
        Step::Files => "Файлы",
        Step::Tiles => "Плитки",
        Step::Attachments => "Приложения",
    }
}

pub fn status(status: Status) -> &'static str {
    match status {
        Status::Ok => "верно",
        Status::Failed => "неверно",
        Status::Note => "к сведению",
        Status::Skipped => "пропущено",
    }
}

pub fn trusted(trust: Trust) -> &'static str {
    match trust {
        Trust::Policy => "политика",
        Trust::Expected => "ожидаемый",
        Trust::SelfSigned => "сам себе",
    }
}

pub fn detail(detail: &Detail<'_>) -> String {
    match detail {
        Detail::ByPolicy { file, expected: None } => policy(*file).to_owned(),
        Detail::ByPolicy { file, expected: Some(size) } => {
            format!("{} · ожидаемый отпечаток относится к размеру {}", policy(*file), figure(size.0))
        }
        Detail::PolicyRefuses(file) => {
            format!("{}: этот журнал не назван, или подпись, на которую она опирается, неверна", policy(*file))
        }
        Detail::NothingForPolicy(file) => format!("{}: нет контрольной точки, чтобы сверить с ней", policy(*file)),
        Detail::AsExpected(size) => format!("ожидаемый отпечаток относится к размеру {}", figure(size.0)),
        Detail::GrewSinceExpected(size) => format!(
            "ожидаемый отпечаток относится к размеру {}; за последующее ручается только ключ самого реестра",
            figure(size.0)
        ),
        Detail::NeverAsExpected => "в реестре никогда не было ожидаемой контрольной точки".to_owned(),
        Detail::ExpectedNotSought => "ожидаемый отпечаток не искали".to_owned(),
        Detail::OnItsOwnWord { consistent: true } => {
            "ключ взят из самого реестра: противоречий нет, но чей это ключ, не доказано".to_owned()
        }
        Detail::OnItsOwnWord { consistent: false } => {
            "ключ взят из самого реестра: чей это ключ, не доказано".to_owned()
        }
        Detail::Signed { size, key, unsealed, torn } => {
            let signed = format!("размер {} · подписано {key}", figure(size.0));
            let unsealed = unsealed.map(|events| format!("не опечатано: ещё {}", of(events.0, EVENTS)));
            let torn = torn.map(|bytes| format!("после неё {} прерванной записи", of(bytes, BYTES)));
            [signed].into_iter().chain(unsealed).chain(torn).collect::<Vec<_>>().join(" · ")
        }
        Detail::SealWrong { places: count, first } => format!("печать неверна: {}", places(*count, first)),
        Detail::NoCheckpoint => "контрольной точки нет".to_owned(),
        Detail::NoPolicy => "политика не дана: откат к более старой печати был бы незаметен".to_owned(),
        Detail::NoPolicyButExpected => "политика не дана: откат к печати после ожидаемой был бы незаметен".to_owned(),
        Detail::LogNotTrusted => "не проверялись, так как политика не доверяет журналу".to_owned(),
        Detail::NoneAsked([]) => "в политике их нет: откат к более старой печати был бы незаметен".to_owned(),
        Detail::NoneAsked(names) => format!("политика их не требует · заверили {}", names.join(", ")),
        Detail::TooFew([]) => "меньше, чем требует политика: никто не заверил".to_owned(),
        Detail::TooFew(names) => format!("меньше, чем требует политика · заверили {}", names.join(", ")),
        Detail::Cosigned(names) => format!("сколько требует политика · заверили {}", names.join(", ")),
        Detail::NoEvents => "их нет".to_owned(),
        Detail::Linked(size) if size.0 == 1 => "1 событие, первое".to_owned(),
        Detail::Linked(size) => format!("{}, каждое называет предыдущее", of(size.0, EVENTS)),
        Detail::Broken { places: count, first } => format!("нарушена: {}", places(*count, first)),
        Detail::SignaturesHold(signatures) => format!("{} из {}", of(*signatures, SIGNATURES), figure(*signatures)),
        Detail::SignaturesWrong { events, first } => {
            format!("неверны в {}: {}", of(*events, IN_EVENTS), at(*events, first))
        }
        Detail::SignaturesUnread { events } => {
            format!("в {} проверить не удалось, остальные верны", of(*events, IN_EVENTS))
        }
        Detail::Admissible { rules } => {
            format!("каждое событие было допустимо при принятии (версия правил {rules})")
        }
        Detail::AdmissibleAsJudged { rules } => {
            format!("каждое событие, о котором можно судить, было допустимо при принятии (версия правил {rules})")
        }
        Detail::Inadmissible { events, first } => {
            format!("{} нельзя было принимать: {}", of(*events, EVENTS), at(*events, first))
        }
        Detail::Newer { first } => {
            format!("судить нельзя, отсюда составлено более новой версией программы: {}", at(1, first))
        }
        Detail::NoFounding => "нет учредительного акта, по которому судить".to_owned(),
        Detail::Recomputed => "пересчитаны по событиям".to_owned(),
        Detail::RecomputedInPart { left_out: 0 } => "пересчитаны по тем событиям, которые удалось прочитать".to_owned(),
        Detail::RecomputedInPart { left_out } => {
            format!("пересчитаны без {}, которые нельзя учесть", of(*left_out, WITHOUT_EVENTS))
        }
        Detail::CannotRecompute => "эта версия программы не может их пересчитать".to_owned(),
        Detail::NoFindings => "всё сходится, ничего необычного".to_owned(),
        Detail::Findings { errors, warnings, cells, counters } => findings(*errors, *warnings, *cells, *counters),
        Detail::FilesDiffer(names) if names.is_empty() => {
            "одного нет, или он говорит не то, что учредительный акт".to_owned()
        }
        Detail::FilesDiffer(names) => {
            format!("нет или говорят не то, что учредительный акт: {}", names.join(", "))
        }
        Detail::Tiles(tiles) => format!("опубликовано: {}, каждая пересчитана из событий", figure(*tiles)),
        Detail::TilesWrong { places: count, first } => format!("полагаться нельзя: {}", places(*count, first)),
        Detail::AttachmentsNotAsked(named) => format!("{} не проверялось: --attachments", of(*named, ATTACHMENTS)),
        Detail::Attachments { named: 0, unnamed: 0, .. } => "ни одно событие их не называет".to_owned(),
        Detail::Attachments { named, there, unnamed: 0 } => format!("{} из {}", count(*there), count(*named)),
        Detail::Attachments { named, there, unnamed } => {
            format!("{} из {} · кроме того, {}", count(*there), count(*named), of(*unnamed, UNNAMED))
        }
        Detail::AttachmentsWrong { missing, altered, first } => {
            let told = [(*altered, "не те, что подписаны"), (*missing, "отсутствуют")];
            let told = told.into_iter().filter(|(number, _)| *number > 0);
            let told: Vec<_> = told.map(|(number, says)| format!("{says}: {}", count(number))).collect();
            format!("{}; {}", told.join(", "), at(missing + altered, first))
        }
    }
}

fn findings(errors: usize, warnings: usize, cells: usize, counters: usize) -> String {
    let told: [(usize, Forms); 4] = [
        (errors, ["несоответствие", "несоответствия", "несоответствий"]),
        (warnings, ["необычный случай", "необычных случая", "необычных случаев"]),
        (
            cells,
            [
                "ячейка сводного протокола расходится с названными в нём протоколами",
                "ячейки сводных протоколов расходятся с названными в них протоколами",
                "ячеек сводных протоколов расходятся с названными в них протоколами",
            ],
        ),
        (
            counters,
            [
                "сводный протокол с неверными счётчиками или иными протоколами",
                "сводных протокола с неверными счётчиками или иными протоколами",
                "сводных протоколов с неверными счётчиками или иными протоколами",
            ],
        ),
    ];
    let parts = told.into_iter().filter(|(count, _)| *count > 0).map(|(count, forms)| of(count, forms));
    parts.collect::<Vec<_>>().join(", ")
}

/// `в 3 местах, первое: событие № 17 (V4)`
fn places(count: usize, first: &Fault) -> String {
    if count == 1 { at(1, first) } else { format!("в {}, {}", of(count, IN_PLACES), at(count, first)) }
}

/// Where the only fault is, or the first of several.
fn at(count: usize, first: &Fault) -> String {
    let at = place(first).map_or_else(|| first.code().to_string(), |place| format!("{place} ({})", first.code()));
    if count == 1 { at } else { format!("первое: {at}") }
}

fn policy(file: Option<&str>) -> &str {
    file.unwrap_or("политика")
}
