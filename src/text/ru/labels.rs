//! What stands over and beside the figures.

use super::account::step;
use super::{Forms, SIGNATURES, of};
use crate::text::account::Step;
use crate::text::figures::figure;
use crate::text::labels::{Fact, Label};

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
        Label::CountFirst => {
            "Пересчитайте, прежде чем подписать. Подписанный документ принимается как есть и навсегда сохраняет замечание."
        }
        Label::SignThis => "Подписать именно так, как показано?",
        Label::TypeYes => "Для подтверждения введите yes:",
        Label::Signed => "Подписано",
        Label::SignedBefore => "Уже подписано этим ключом",
        Label::OthersSign => "Далее: этот файл подписывают другие члены, затем подайте его: `protokol submit`.",
        Label::Sealed => "опечатано",
        Label::Already => "уже есть",
        Label::ThisFolder => "этой папке",
        Label::CopyFiled => "копия наблюдателя подана",
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
