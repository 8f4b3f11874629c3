//! The printed protocol.

use crate::text::print::{Heading, Remark};

pub fn heading(heading: Heading) -> &'static str {
    match heading {
        Heading::Protocol => "Протокол",
        Heading::Summary => "Сводный протокол",
        Heading::NoDocument => "Составлено под демонстрационными ключами: это не документ какого-либо органа.",
        Heading::Above => "Вышестоящая комиссия",
        Heading::PollingDay => "День голосования",
        Heading::Standing => "Состояние",
        Heading::NotInForce => "больше не действует: см. историю",
        Heading::NoFigures => "Протокола в силе здесь нет, поэтому нет и цифр.",
        Heading::FormSerial => "Серия и номер бланка",
        Heading::Completed => "Составлен",
        Heading::Arrived => "Поступил в реестр",
        Heading::Item => "Пункт",
        Heading::Figure => "Цифрами",
        Heading::InWords => "Прописью",
        Heading::NotOnPaper => "в документе нет",
        Heading::MadeAt => "Событий в реестре при составлении",
        Heading::Units => "Избирательных участков",
        Heading::Received => "Поступило протоколов",
        Heading::Basis => "Взято за основу протоколов",
        Heading::Failed => "Участков, где голосование не состоялось",
        Heading::Annulled => "Участков, где протокол аннулирован",
        Heading::LeftOut => "Неучтённые протоколы",
        Heading::NotSigned => "Не подписали",
        Heading::Nobody => "никто",
        Heading::Dissent => "Особые мнения",
        Heading::History => "История",
        Heading::Attachments => "Приложения",
        Heading::Sequence => "Место в реестре",
        Heading::Copy => "Копия на бумаге. Силу имеет событие в реестре, а не эта бумага.",
        Heading::SquareHoldsReceipt => {
            "В квадратном коде квитанция. Прочтите его любым считывателем таких кодов, сохраните текст как файл и \
             проверьте без сети: `protokol verify FILE --policy POLICY`."
        }
    }
}

pub fn remark(remark: &Remark<'_>) -> String {
    match remark {
        Remark::SignedFor(unit) => format!("Подписали, комиссия {unit}"),
        Remark::ReceiptElsewhere(event) => format!(
            "Квитанция слишком длинна для квадратного кода: `protokol export --receipt {event}` запишет её в файл. В этом \
             коде событие и отпечаток контрольной точки."
        ),
    }
}
