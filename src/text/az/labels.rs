//! What stands over and beside the figures.

use super::account::step;
use crate::text::account::Step;
use crate::text::figures::figure;
use crate::text::labels::{Fact, Label};
use crate::text::parts::short;

pub fn label(label: Label) -> &'static str {
    match label {
        Label::Rehearsal => "sınaq",
        Label::Number => "№",
        Label::Candidate => "Namizəd",
        Label::Votes => "Səslər",
        Label::Share => "Pay",
        Label::Unit => "Vahid",
        Label::InForce => "Qüvvədə",
        Label::Of => "Cəmi",
        Label::Checkpoint => step(Step::Checkpoint),
        Label::Event => "Hadisə",
        Label::Fingerprint => "Barmaq izi",
        Label::Time => "Vaxt",
        Label::Trust => step(Step::Trust),
        Label::TryNext => "Növbəti addımlar",
        Label::ReadingFolder => "qovluğun oxunması",
        Label::Inventing => "rəqəmlərin uydurulması",
        Label::DerivingKeys => "açarların hazırlanması",
        Label::Recording => "qeydə alma",
        Label::Verifying => "yoxlama",
        Label::NotAddingUp => "Uyğunsuzluqlar",
        Label::EveryCheckHolds => "yoxdur: bütün yoxlamalar düzgündür",
        Label::Error => "səhv",
        Label::Warning => "xəbərdarlıq",
        Label::Unusual => "qeyri-adi",
        Label::Refused => "imtina",
        Label::PaperIsComplete => "Sənəd tamdır və bütün yoxlamalar düzgündür.",
        Label::CountAgain => {
            "İmzalanmış sənəd olduğu kimi qəbul edilir və bu iradlar həmişəlik qalır. İmzalamazdan əvvəl yenidən sayın."
        }
        Label::KitHasNoSums => {
            "Dəstdə protokollar yoxdur, ona görə cəmlər tutuşdurulmayıb. Qaralamanı jurnal olan yerdə, --kit olmadan yenidən yoxlayın."
        }
        Label::CountFirst => {
            "İmzalamazdan əvvəl yenidən sayın. İmzalanmış sənəd olduğu kimi qəbul edilir və irad həmişəlik qalır."
        }
        Label::SignThis => "Göstərildiyi kimi imzalansın?",
        Label::TypeYes => "Təsdiq üçün yes yazın:",
        Label::Signed => "İmzalandı",
        Label::SignedBefore => "Bu açarla əvvəl imzalanıb",
        Label::OthersSign => "Növbəti: bu faylı digər üzvlər imzalayır, sonra `protokol submit` ilə təqdim edin.",
        Label::Sealed => "möhürləndi",
        Label::Witnessed => "şahidlər təsdiqlədi",
        Label::Already => "artıq var",
        Label::ThisFolder => "bu qovluq",
        Label::CopyFiled => "müşahidəçinin surəti təqdim edilib",
        Label::Newcomers => "əvəz etdiyi variantdan sonra qeydə alınmış üzvlər imzalayıb",
        Label::ComplaintLate => "müddəti bitdikdən sonra verilib",
        Label::ComplaintOpen => "qərar qəbul edilməyib",
        Label::ContestInvalid => "qanunun yol verdiyindən çoxdur: seçki etibarsızdır",
        Label::ContestStands => "qanunun yol verdiyindən çox deyil",
        Label::CannotBeRead => "oxunmur: zədələnib və ya proqramın yeni versiyası ilə hazırlanıb",
        Label::TrustPolicy => "siyasət: açarlar verilmiş siyasətdəndir",
        Label::TrustLedger => "özü: açar yanındakı reyestrdən götürülüb; kimə məxsus olduğu sübut edilməyib",
        Label::AskTheLedger => {
            "imzalayanların o vaxt üzv olub-olmadığını yalnız reyestr göstərir: `protokol verify LEDGER`"
        }
    }
}

pub fn fact(fact: &Fact<'_>) -> String {
    match fact {
        Fact::Turnout { share } => format!("Siyahılardakı seçicilərin fəallığı: {share}"),
        Fact::InForce { protocols, of } => {
            format!("Qüvvədə olan protokollar: {}, cəmi gözlənilən: {}", figure(*protocols), figure(*of))
        }
        Fact::Awaited(papers) => format!("daxil olmayıb: {}", figure(*papers)),
        Fact::Annulled(papers) => format!("ləğv edilib: {}", figure(*papers)),
        Fact::Failed(papers) => format!("səsvermə baş tutmayıb: {}", figure(*papers)),
        Fact::Corrected(papers) => format!("düzəldilib: {}", figure(*papers)),
        Fact::Late(papers) => format!("gecikib: {}", figure(*papers)),
        Fact::Missing(papers) => format!("müddəti bitib, daxil olmayıb: {}", figure(*papers)),
        Fact::Hour { hour, voters, stations, of } => format!(
            "{hour}  {} seçici, məlumat verən məntəqələr: {}, cəmi {}",
            figure(*voters),
            figure(*stations),
            figure(*of)
        ),
        Fact::Bulletin { hour, voters, stations: None } => {
            format!("{hour}  komissiyanın məlumatına görə {} seçici", figure(*voters))
        }
        Fact::Bulletin { hour, voters, stations: Some(stations) } => format!(
            "{hour}  komissiyanın məlumatına görə {} seçici, məlumat verən məntəqələr: {}",
            figure(*voters),
            figure(*stations)
        ),
        Fact::WithoutResult { units, units_of, voters, voters_of } => format!(
            "Etibarlı nəticəsi olmayan məntəqələr: {}, cəmi {}; onlarda seçicilər: {}, cəmi {}",
            figure(*units),
            figure(*units_of),
            figure(*voters),
            figure(*voters_of)
        ),
        Fact::Replaces { event, reason, decision: "" } => format!("{} variantını əvəz edir: {reason}", short(event)),
        Fact::Replaces { event, reason, decision } => {
            format!("{} variantını əvəz edir, qərar {decision}: {reason}", short(event))
        }
        Fact::Changed { item, before, after } => format!("{item}: {before}, indi {after}"),
        Fact::CopyAgainst { version, then: true, code: None } => {
            format!("təqdim ediləndə qüvvədə olan № {version} hadisəsi ilə uyğundur")
        }
        Fact::CopyAgainst { version, then: true, code: Some(code) } => {
            format!("təqdim ediləndə qüvvədə olan № {version} hadisəsindən fərqlənir ({code})")
        }
        Fact::CopyAgainst { version, then: false, code: None } => {
            format!("qüvvədə olan № {version} hadisəsi ilə uyğundur")
        }
        Fact::CopyAgainst { version, then: false, code: Some(code) } => {
            format!("qüvvədə olan № {version} hadisəsindən fərqlənir ({code})")
        }
        Fact::CopyRefused { reason } => format!("surətin verilməsindən imtina edilib: {reason}"),
        Fact::Complaint { against, subject } => format!("№ {against} hadisəsinə qarşı şikayət: {subject}"),
        Fact::ComplaintDecided { event, outcome, reason } => format!("hadisə № {event} ilə {outcome}: {reason}"),
        Fact::Cell { cell, unit, stated, recomputed } => {
            format!("{cell}: {unit} üzrə göstərilib {stated}, protokolları üzrə alınır {recomputed}")
        }
        Fact::At { at, of } => format!("Ölçü {at}, cəmi {of}"),
        Fact::Findings { shown, size } => format!("{shown} irad, ölçü {size}"),
        Fact::Rules { fingerprint } => format!("{fingerprint}: hazırda qüvvədə olan nəzarət nöqtəsidir"),
        Fact::Below(parent) => format!("yuxarı vahid {parent}"),
        Fact::FormedBy(event) => format!("hadisə № {event} ilə yaradılıb"),
        Fact::Commission { members, quorum } => {
            format!("Komissiyada {members} üzv var, onlardan {quorum} nəfər imzalamalıdır")
        }
        Fact::Until(event) => format!("hadisə № {event} qeydə alınanadək"),
        Fact::Voting(voting) => format!("səsvermə № {voting}"),
        Fact::TurnoutAt { hour, voters } => format!("seçici fəallığı, saat {hour}: {}", figure(*voters)),
        Fact::Signatures(signatures) => format!("{signatures} imza"),
        Fact::Accepted { paper, sequence, event, receipt } => {
            format!("{paper}: hadisə № {sequence} {event}, qəbz {receipt}")
        }
        Fact::Owed { owed, named, paper } => format!(
            "{paper}: {named} skandan {owed} skan hələ təqdim edilməlidir: onlar əldə olanda eyni əmri \
             --without-attachments olmadan icra edin"
        ),
        Fact::OthersFound { command } => format!("Növbəti: bu faylı digər üzvlər imzalayır, sonra: {command}"),
        Fact::More(faults) => format!("və daha {}", figure(*faults)),
        Fact::Next { code } => format!("Növbəti: protokol help {code}"),
        Fact::SizeOf { size, origin } => format!("ölçü {}, mənşə {origin}", figure(size.0)),
        Fact::Within { sequence, event } => format!("№ {sequence}: {event}"),
        Fact::Arrived { event, arrival, signatures } => {
            format!("{event}, daxil olub {arrival}, {signatures} imza təsdiqlənir")
        }
        Fact::Demands { rule } => format!("Bu seçkinin forması tələb edir: {rule}"),
        Fact::Seconds { name, tenths } => format!("{name} {},{} san", tenths / 10, tenths % 10),
    }
}
