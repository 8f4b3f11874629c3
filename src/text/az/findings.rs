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
        Code::T1 => "Seçici fəallığı barədə məlumatlar uyğun gəlmir",
        Code::T2 => "Bir saat üçün iki fəallıq məlumatı fərqlənir",
        Code::S1 => "Ümumi protokol öz protokollarının cəminə bərabər deyil",
        Code::S2 if cells.is_empty() => {
            "Ümumi protokolda tərtib edildiyi vaxt qüvvədə olanlardan başqa protokollar göstərilib"
        }
        Code::S2 => "Ümumi protokolun sayları düzgün deyil",
        Code::S3 => "Bu ümumi protokol tərtib edildikdən sonra aşağı protokol dəyişdirilib",
        Code::S4 => "Ümumi protokol yenidən hesablana bilməz: əhatə etdiyi sənədlər hələ daxil olmamışdı",
        Code::O1 => "Açılışda möhürlənmiş rəqəmlər dəyişdirilib",
        Code::O2 => "Açılış rəqəmləri protokol daxil olmazdan əvvəl möhürlənməyib",
        Code::C1 => "Müşahidəçinin surətində səslər protokoldakından fərqlidir",
        Code::C2 => "Müşahidəçinin surəti protokoldan fərqlənir, lakin səslər üzrə yox",
        Code::D1 => "Müəyyən edilmiş müddətdən sonra daxil olub",
        Code::D2 => "Daxil olmayıb, müəyyən edilmiş müddət isə bitib",
        // No other code is a finding; if one becomes it, its own explanation says what it is.
        other => strip(explain(other).what),
    }
}

/// A figure that disagrees.
pub fn cell(code: Code, Told { item, stated, expected, of }: &Told<'_>) -> String {
    match code {
        Code::T1 if of.stated < of.expected => format!("saat {item}: {stated} seçici, əvvəl {expected}"),
        Code::T1 => format!("saat {item}: {stated} seçici, protokolda {expected}"),
        Code::T2 => format!("saat {item}: {stated} seçici, əvvəlki məlumatda {expected}"),
        Code::S1 => format!("{item}: göstərilib {stated}, yenidən hesablanıb {expected}"),
        Code::S2 => format!("{}: göstərilib {stated}, yenidən hesablanıb {expected}", counter(item)),
        Code::S3 => format!("{item}: № {expected} hadisəsindən əvvəl tərtib edilib"),
        Code::S4 if of.expected.is_none() => format!("{stated} protokol, ümumi say məlum deyil"),
        Code::S4 => format!("{expected} protokoldan {stated} protokol"),
        Code::O1 => format!("{item}: möhürlənib {expected}, protokolda {stated}"),
        Code::C1 | Code::C2 => format!("{item}: surətdə {stated}, protokolda {expected}"),
        _ => format!("{item}: {stated}, gözlənilən {expected}"),
    }
}

fn counter(name: &str) -> &str {
    match name {
        "units" => "vahidlər",
        "received" => "alınmış protokollar",
        "taken_as_basis" => "əsas götürülmüş protokollar",
        "failed" => "baş tutmamış səsvermələr",
        "annulled" => "ləğv edilmiş protokollar",
        other => other,
    }
}

/// What stands for a figure that there is not.
pub fn no_figure() -> &'static str {
    "rəqəm yoxdur"
}

/// What is left of a list that is too long.
pub fn more(left: usize) -> String {
    format!("və daha {}", count(left))
}

/// A candidate of whom only the number is at hand.
pub fn candidate(number: &str) -> String {
    format!("namizəd № {number}")
}

/// The sum of all candidates' votes.
pub fn votes() -> &'static str {
    "namizədlərin səsləri"
}

/// For a check to which the manifest gave no sentence.
pub fn check_fails() -> &'static str {
    "Formanın yoxlaması düz gəlmir"
}
