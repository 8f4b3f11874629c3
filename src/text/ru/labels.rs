//! What stands over and beside the figures.

use super::account::step;
use super::{Forms, SIGNATURES, of};
use crate::text::account::Step;
use crate::text::figures::figure;
use crate::text::labels::{Fact, Label};
use crate::text::parts::short;

const FINDINGS: Forms = ["замечание", "замечания", "замечаний"];
const OF_MEMBERS: Forms = ["члена", "членов", "членов"];

pub fn label(label: Label) -> &'static str {
    match label {
        Label::Rehearsal => "репетиция",
        Label::Number => "№",
        Label::Candidate => "Кандидат",
        Label::Votes => "Голоса",
        Label::Share => "Доля",
        Label::Unit => "Территория",
        Label::InForce => "В силе",
        Label::Of => "Из",
        Label::Checkpoint => step(Step::Checkpoint),
        Label::Event => "Событие",
        Label::Fingerprint => "Отпечаток",
        Label::Time => "Время",
        Label::Trust => step(Step::Trust),
        Label::TryNext => "Что дальше",
        Label::ReadingFolder => "чтение папки",
        Label::Inventing => "вымышление данных",
        Label::DerivingKeys => "вывод ключей",
        Label::Recording => "запись",
        Label::Verifying => "проверка",
        Label::NotAddingUp => "Что не сходится",
        Label::EveryCheckHolds => "ничего: все соотношения выполнены",
        Label::Error => "ошибка",
        Label::Warning => "внимание",
        Label::Unusual => "необычно",
        Label::Refused => "отказ",
        Label::PaperIsComplete => "Документ полон, все контрольные соотношения выполнены.",
        Label::CountAgain => {
            "Подписанный документ принимается как есть и навсегда сохраняет эти замечания. Пересчитайте, прежде чем \
             подписать."
        }
        Label::KitHasNoSums => {
            "В наборе нет протоколов, поэтому суммы не сверялись. Проверьте черновик ещё раз там, где есть журнал, без --kit."
        }
        Label::CountFirst => {
            "Пересчитайте, прежде чем подписать. Подписанный документ принимается как есть и навсегда сохраняет замечание."
        }
        Label::SignThis => "Подписать именно так, как показано?",
        Label::TypeYes => "Для подтверждения введите yes:",
        Label::Signed => "Подписано",
        Label::SignedBefore => "Уже подписано этим ключом",
        Label::OthersSign => "Далее: этот файл подписывают другие члены, затем подайте его: `protokol submit`.",
        Label::Sealed => "опечатано",
        Label::Witnessed => "засвидетельствовано",
        Label::Already => "уже есть",
        Label::ThisFolder => "этой папке",
        Label::CopyFiled => "копия наблюдателя подана",
        Label::Newcomers => "подписано членами, зачисленными после заменённой версии",
        Label::ComplaintLate => "подана после истечения срока",
        Label::ComplaintOpen => "решения нет",
        Label::ContestInvalid => "больше, чем допускает закон: результат недействителен",
        Label::ContestStands => "не больше, чем допускает закон",
        Label::CannotBeRead => "не читается: повреждено или составлено более новой версией",
        Label::TrustPolicy => "политика: ключи из данной политики",
        Label::TrustLedger => "сам себе: ключ взят из реестра рядом; чей он, не доказано",
        Label::AskTheLedger => {
            "были ли подписавшие тогда членами комиссии, скажет только реестр: `protokol verify LEDGER`"
        }
    }
}

pub fn fact(fact: &Fact<'_>) -> String {
    match fact {
        Fact::Turnout { share } => format!("Явка: {share} избирателей в списках"),
        Fact::InForce { protocols, of } => format!("Протоколов в силе: {} из {}", figure(*protocols), figure(*of)),
        Fact::Awaited(papers) => format!("ожидается: {}", figure(*papers)),
        Fact::Annulled(papers) => format!("аннулировано: {}", figure(*papers)),
        Fact::Failed(papers) => format!("не состоялось: {}", figure(*papers)),
        Fact::Corrected(papers) => format!("исправлено: {}", figure(*papers)),
        Fact::Late(papers) => format!("с опозданием: {}", figure(*papers)),
        Fact::Missing(papers) => format!("срок истёк, не поступило: {}", figure(*papers)),
        Fact::Hour { hour, voters, stations, of } => format!(
            "{hour}  избирателей: {}, сообщили участки: {} из {}",
            figure(*voters),
            figure(*stations),
            figure(*of)
        ),
        Fact::Bulletin { hour, voters, stations: None } => {
            format!("{hour}  по сообщению комиссии избирателей: {}", figure(*voters))
        }
        Fact::Bulletin { hour, voters, stations: Some(stations) } => format!(
            "{hour}  по сообщению комиссии избирателей: {}, сообщили участки: {}",
            figure(*voters),
            figure(*stations)
        ),
        Fact::WithoutResult { units, units_of, voters, voters_of } => format!(
            "Без действительного результата участков: {} из {}, избирателей на них: {} из {}",
            figure(*units),
            figure(*units_of),
            figure(*voters),
            figure(*voters_of)
        ),
        Fact::Replaces { event, reason, decision: "" } => format!("заменяет {}: {reason}", short(event)),
        Fact::Replaces { event, reason, decision } => {
            format!("заменяет {} по решению {decision}: {reason}", short(event))
        }
        Fact::Changed { item, before, after } => format!("{item}: {before}, теперь {after}"),
        Fact::CopyAgainst { version, then: true, code: None } => {
            format!("совпадает с событием № {version}, действовавшим при подаче")
        }
        Fact::CopyAgainst { version, then: true, code: Some(code) } => {
            format!("расходится с событием № {version}, действовавшим при подаче ({code})")
        }
        Fact::CopyAgainst { version, then: false, code: None } => {
            format!("совпадает с событием № {version}, которое в силе")
        }
        Fact::CopyAgainst { version, then: false, code: Some(code) } => {
            format!("расходится с событием № {version}, которое в силе ({code})")
        }
        Fact::CopyRefused { reason } => format!("в копии отказано: {reason}"),
        Fact::Complaint { against, subject } => format!("жалоба на событие № {against}: {subject}"),
        Fact::ComplaintDecided { event, outcome, reason } => format!("{outcome} событием № {event}: {reason}"),
        Fact::Cell { cell, unit, stated, recomputed } => {
            format!("{cell}: у {unit} указано {stated}, по её протоколам {recomputed}")
        }
        Fact::At { at, of } => format!("При размере {at} из {of}"),
        Fact::Findings { shown, size } => format!("{} при размере {size}", of(*shown, FINDINGS)),
        Fact::Rules { fingerprint } => format!("{fingerprint}: контрольная точка, действующая сейчас"),
        Fact::Below(parent) => format!("в составе {parent}"),
        Fact::FormedBy(event) => format!("образована событием № {event}"),
        Fact::Commission { members, quorum } => {
            format!("Комиссия из {}, подписать должны не менее {quorum}", of(*members, OF_MEMBERS))
        }
        Fact::Until(event) => format!("до события № {event}"),
        Fact::Voting(voting) => format!("голосование № {voting}"),
        Fact::TurnoutAt { hour, voters } => format!("явка на {hour}: {}", figure(*voters)),
        Fact::Signatures(signatures) => of(*signatures, SIGNATURES),
        Fact::Accepted { paper, sequence, event, receipt } => {
            format!("{paper}: событие № {sequence} {event}, квитанция {receipt}")
        }
        Fact::Owed { owed, named, paper } => format!(
            "{paper}: из сканов ({named}) ещё предстоит подать {owed}: когда они будут под рукой, выполните ту же команду без \
             --without-attachments"
        ),
        Fact::OthersFound { command } => format!("Далее: этот файл подписывают другие члены, затем: {command}"),
        Fact::More(faults) => format!("и ещё {}", figure(*faults)),
        Fact::Next { code } => format!("Далее: protokol help {code}"),
        Fact::SizeOf { size, origin } => format!("размер {}, источник {origin}", figure(size.0)),
        Fact::Within { sequence, event } => format!("№ {sequence}: {event}"),
        Fact::Arrived { event, arrival, signatures } => {
            format!("{event}, поступило {arrival}, проверено: {}", of(*signatures, SIGNATURES))
        }
        Fact::Demands { rule } => format!("Форма этих выборов требует: {rule}"),
        Fact::Seconds { name, tenths } => format!("{name} {},{} с", tenths / 10, tenths % 10),
    }
}
