//! The printed protocol.

use crate::text::print::{Heading, Remark};

pub fn heading(heading: Heading) -> &'static str {
    match heading {
        Heading::Protocol => "Protokol",
        Heading::Summary => "Ümumi protokol",
        Heading::NoDocument => "Nümayiş açarları ilə hazırlanıb: heç bir orqanın sənədi deyil.",
        Heading::Above => "Yuxarı komissiya",
        Heading::PollingDay => "Səsvermə günü",
        Heading::Standing => "Vəziyyəti",
        Heading::NotInForce => "artıq qüvvədə deyil: tarixçəyə baxın",
        Heading::NoFigures => "Burada qüvvədə olan protokol yoxdur, ona görə rəqəmlər də yoxdur.",
        Heading::FormSerial => "Blankın seriyası və nömrəsi",
        Heading::Completed => "Tərtib edilib",
        Heading::Arrived => "Reyestrə daxil olub",
        Heading::Item => "Bənd",
        Heading::Figure => "Rəqəmlə",
        Heading::InWords => "Sözlə",
        Heading::NotOnPaper => "sənəddə yoxdur",
        Heading::MadeAt => "Tərtib olunarkən reyestrdəki hadisələrin sayı",
        Heading::Units => "Seçki məntəqələrinin sayı",
        Heading::Received => "Daxil olmuş protokollar",
        Heading::Basis => "Əsas götürülmüş protokollar",
        Heading::Failed => "Səsvermənin baş tutmadığı məntəqələr",
        Heading::Annulled => "Protokolu ləğv edilmiş məntəqələr",
        Heading::LeftOut => "Nəzərə alınmamış protokollar",
        Heading::NotSigned => "İmzalamayanlar",
        Heading::Nobody => "heç kim",
        Heading::Dissent => "Xüsusi rəylər",
        Heading::History => "Tarixçə",
        Heading::Attachments => "Əlavələr",
        Heading::Sequence => "Reyestrdəki sıra nömrəsi",
        Heading::Copy => "Kağız surət. Əsas olan bu kağız deyil, reyestrdəki hadisədir.",
        Heading::SquareHoldsReceipt => {
            "Kvadrat kodda qəbz var. Onu istənilən kod oxuyucusu ilə oxuyun, mətni fayl kimi saxlayın və şəbəkəsiz \
             yoxlayın: `protokol verify FILE --policy POLICY`."
        }
    }
}

pub fn remark(remark: &Remark<'_>) -> String {
    match remark {
        Remark::SignedFor(unit) => format!("İmzalayanlar, komissiya {unit}"),
        Remark::ReceiptElsewhere(event) => format!(
            "Qəbz kvadrat kod üçün çox uzundur: onu `protokol export --receipt {event}` fayla yazır. Bu kodda hadisə və \
             nəzarət nöqtəsinin barmaq izi var."
        ),
    }
}
