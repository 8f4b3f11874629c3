//! The account of a verification.

use super::faults::place;
use crate::text::account::{Detail, Status, Step};
use crate::text::figures::{count, figure};
use crate::verify::{Fault, Trust};

pub fn step(step: Step) -> &'static str {
    match step {
        Step::Trust => "Etibar",
        Step::Checkpoint => "Nəzarət nöqtəsi",
        Step::Witnesses => "Şahidlər",
        Step::Chain => "Zəncir",
        Step::Signatures => "İmzalar",
        Step::Rules => "Qaydalar",
        Step::Totals => "Cəmlər",
        Step::Findings => "İradlar",
        Step::Files => "Fayllar",
        Step::Tiles => "Plitələr",
        Step::Attachments => "Əlavələr",
    }
}

pub fn status(status: Status) -> &'static str {
    match status {
        Status::Ok => "düzgün",
        Status::Failed => "səhv",
        Status::Note => "qeyd",
        Status::Skipped => "baxılmayıb",
    }
}

pub fn trusted(trust: Trust) -> &'static str {
    match trust {
        Trust::Policy => "siyasət",
        Trust::Expected => "gözlənən",
        Trust::SelfSigned => "özü",
    }
}

pub fn detail(detail: &Detail<'_>) -> String {
    match detail {
        Detail::ByPolicy { file, expected: None } => policy(*file).to_owned(),
        Detail::ByPolicy { file, expected: Some(size) } => {
            format!("{} · gözlənilən barmaq izi bu ölçüyə aiddir: {}", policy(*file), figure(size.0))
        }
        Detail::PolicyRefuses(file) => {
            format!("{}: bu jurnal göstərilməyib və ya əsaslandığı imza təsdiqlənmir", policy(*file))
        }
        Detail::NothingForPolicy(file) => format!("{}: onunla tutuşdurmağa nəzarət nöqtəsi yoxdur", policy(*file)),
        Detail::AsExpected(size) => format!("gözlənilən barmaq izi bu ölçüyə aiddir: {}", figure(size.0)),
        Detail::GrewSinceExpected(size) => format!(
            "gözlənilən barmaq izi bu ölçüyə aiddir: {}; sonrakılara yalnız reyestrin öz açarı zəmanət verir",
            figure(size.0)
        ),
        Detail::NeverAsExpected => "reyestrdə gözlədiyiniz nəzarət nöqtəsi heç vaxt olmayıb".to_owned(),
        Detail::ExpectedNotSought => "gözlənilən barmaq izi axtarılmadı".to_owned(),
        Detail::OnItsOwnWord { consistent: true } => {
            "açar reyestrin özündən götürülüb: ziddiyyət yoxdur, lakin açarın kimə məxsus olduğu sübut edilməyib"
                .to_owned()
        }
        Detail::OnItsOwnWord { consistent: false } => {
            "açar reyestrin özündən götürülüb: kimə məxsus olduğu sübut edilməyib".to_owned()
        }
        Detail::Signed { size, key, unsealed, torn } => {
            let signed = format!("ölçü {} · imzalayan {key}", figure(size.0));
            let unsealed = unsealed.map(|events| format!("möhürlənməmiş: ondan sonra {} hadisə", figure(events.0)));
            let torn = torn.map(|bytes| format!("ondan sonra yarımçıq yazılışdan {} bayt", figure(bytes)));
            [signed].into_iter().chain(unsealed).chain(torn).collect::<Vec<_>>().join(" · ")
        }
        Detail::SealWrong { places: count, first } => format!("möhür təsdiqlənmir: {}", places(*count, first)),
        Detail::NoCheckpoint => "nəzarət nöqtəsi yoxdur".to_owned(),
        Detail::NoPolicy => "siyasət verilməyib: əvvəlki möhürə geri qaytarma aşkar edilə bilməzdi".to_owned(),
        Detail::NoPolicyButExpected => {
            "siyasət verilməyib: gözlənilən möhürdən sonrakı möhürə geri qaytarma aşkar edilə bilməzdi".to_owned()
        }
        Detail::LogNotTrusted => "soruşulmadı, çünki siyasət bu jurnala etibar etmir".to_owned(),
        Detail::NoneAsked([]) => "siyasətdə şahid yoxdur: əvvəlki möhürə geri qaytarma aşkar edilə bilməzdi".to_owned(),
        Detail::NoneAsked(names) => format!("siyasət şahid tələb etmir · imzalayan şahidlər: {}", names.join(", ")),
        Detail::TooFew([]) => "siyasətin tələb etdiyindən az: heç bir şahid imzalamayıb".to_owned(),
        Detail::TooFew(names) => {
            format!("siyasətin tələb etdiyindən az · imzalayan şahidlər: {}", names.join(", "))
        }
        Detail::Cosigned(names) => format!("siyasətin tələb etdiyi qədər · imzalayan şahidlər: {}", names.join(", ")),
        Detail::NoEvents => "yoxdur".to_owned(),
        Detail::Linked(size) if size.0 == 1 => "1 hadisə, birinci".to_owned(),
        Detail::Linked(size) => format!("{} hadisə, hər biri özündən əvvəlkini göstərir", figure(size.0)),
        Detail::Broken { places: count, first } => format!("qırılıb: {}", places(*count, first)),
        Detail::SignaturesHold(signatures) => format!("{0} imzadan {0} imza", figure(*signatures)),
        Detail::SignaturesWrong { events, first } => {
            format!("{} hadisədə təsdiqlənmir: {}", count(*events), at(*events, first))
        }
        Detail::SignaturesUnread { events } => {
            format!("{} hadisədə yoxlamaq mümkün olmadı, qalanları təsdiqlənir", count(*events))
        }
        Detail::Admissible { rules } => {
            format!("hər hadisə qəbul edildiyi anda yolverilən olub (qaydaların versiyası {rules})")
        }
        Detail::AdmissibleAsJudged { rules } => format!(
            "qiymətləndirilə bilən hər hadisə qəbul edildiyi anda yolverilən olub (qaydaların versiyası {rules})"
        ),
        Detail::Inadmissible { events, first } => {
            format!("{} hadisə qəbul edilməməli idi: {}", count(*events), at(*events, first))
        }
        Detail::Newer { first } => {
            format!("müəyyən etmək olmur, buradan etibarən proqramın yeni versiyası ilə hazırlanıb: {}", at(1, first))
        }
        Detail::NoFounding => "əsaslanmağa təsis aktı yoxdur".to_owned(),
        Detail::Recomputed => "hadisələr üzrə yenidən hesablanıb".to_owned(),
        Detail::RecomputedInPart { left_out: 0 } => "oxuna bilən hadisələr üzrə yenidən hesablanıb".to_owned(),
        Detail::RecomputedInPart { left_out } => {
            format!("sayıla bilməyən {} hadisə nəzərə alınmadan yenidən hesablanıb", count(*left_out))
        }
        Detail::CannotRecompute => "proqramın bu versiyası ilə yenidən hesablana bilməz".to_owned(),
        Detail::NoFindings => "uyğunsuzluq və qeyri-adi hal yoxdur".to_owned(),
        Detail::Findings { errors, warnings, cells, counters } => findings(*errors, *warnings, *cells, *counters),
        Detail::FilesDiffer(names) if names.is_empty() => {
            "biri yoxdur və ya təsis aktından fərqli məzmundadır".to_owned()
        }
        Detail::FilesDiffer(names) => format!("yoxdur və ya təsis aktından fərqlidir: {}", names.join(", ")),
        Detail::Tiles(tiles) => format!("dərc edilib: {}, hər biri hadisələrdən yenidən hesablanıb", figure(*tiles)),
        Detail::TilesWrong { places: count, first } => format!("etibarlı deyil: {}", places(*count, first)),
        Detail::AttachmentsNotAsked(named) => format!("{} əlavə yoxlanmadı: --attachments", count(*named)),
        Detail::Attachments { named: 0, unnamed: 0, .. } => "heç bir hadisədə göstərilməyib".to_owned(),
        Detail::Attachments { named, there, unnamed: 0 } => format!("{} əlavədən {}", count(*named), count(*there)),
        Detail::Attachments { named, there, unnamed } => format!(
            "{} əlavədən {} · bundan başqa, heç bir hadisədə göstərilməyən {} fayl",
            count(*named),
            count(*there),
            count(*unnamed)
        ),
        Detail::AttachmentsWrong { missing, altered, first } => {
            let told = [(*altered, "imzalanmış fayl deyil"), (*missing, "yoxdur")];
            let told = told.into_iter().filter(|(number, _)| *number > 0);
            let told: Vec<_> = told.map(|(number, says)| format!("{} əlavə {says}", count(number))).collect();
            format!("{}: {}", told.join(", "), at(missing + altered, first))
        }
    }
}

fn findings(errors: usize, warnings: usize, cells: usize, counters: usize) -> String {
    let told = [
        (errors, "uyğunsuzluq"),
        (warnings, "qeyri-adi hal"),
        (cells, "ümumi protokol xanası göstərdiyi protokollardan fərqlənir"),
        (counters, "ümumi protokolda say yanlışdır və ya başqa protokollar göstərilib"),
    ];
    let parts =
        told.into_iter().filter(|(found, _)| *found > 0).map(|(found, what)| format!("{} {what}", count(found)));
    parts.collect::<Vec<_>>().join(", ")
}

/// `3 yerdə, birincisi: hadisə № 17 (V4)`
fn places(found: usize, first: &Fault) -> String {
    if found == 1 { at(1, first) } else { format!("{} yerdə, {}", count(found), at(found, first)) }
}

/// Where the only fault is, or the first of several.
fn at(found: usize, first: &Fault) -> String {
    let at = place(first).map_or_else(|| first.code().to_string(), |place| format!("{place} ({})", first.code()));
    if found == 1 { at } else { format!("birincisi: {at}") }
}

fn policy(file: Option<&str>) -> &str {
    file.unwrap_or("siyasət")
}
