//! Two states of a log.

use crate::ledger::files::fork::NoFork;
use crate::text::compare::Compared;
use crate::text::figures::{count, figure};
use crate::verify::compare::{Apart, Relation};

pub fn compared(told: &Compared<'_>) -> String {
    match told {
        Compared::Relation => "Münasibət".to_owned(),
        Compared::Old => "Köhnə".to_owned(),
        Compared::New => "Yeni".to_owned(),
        Compared::History => "Tarixçələr".to_owned(),
        Compared::Evidence => "Sübut".to_owned(),
        Compared::WhatChanged => "Nə dəyişib".to_owned(),
        Compared::WhatIsGone => "Yeni tərəfdə nə yoxdur".to_owned(),
        Compared::Before => "Əvvəl".to_owned(),
        Compared::After => "Sonra".to_owned(),
        Compared::Word(relation) => word(*relation).to_owned(),
        Compared::Means { relation, events } => means(*relation, *events),
        Compared::State { size, fingerprint } => format!("ölçü {} · {fingerprint}", figure(size.0)),
        Compared::KeyOfItsOwn => {
            "özü: açar göstərilənin özündən götürülüb, kimə məxsus olduğu sübut edilməyib".to_owned()
        }
        Compared::NotApplied(events) => format!(
            "{} hadisə oxunmur və ya qəbul edilməməli idi: hansılar olduğunu `protokol verify` göstərir",
            figure(*events)
        ),
        Compared::AllInJson => "hamısını --json göstərir".to_owned(),
        Compared::TwoRoots { size, one, other } => {
            format!("ölçü {}: jurnal bunu imzalayıb: {one}, o biri tarixçəsində isə budur: {other}", figure(size.0))
        }
        Compared::LeadsTo { size, hashes } => format!(
            "{} heş oradan ölçüsü {} olan nəzarət nöqtəsinə aparır, onu da jurnal imzalayıb",
            count(*hashes),
            figure(size.0)
        ),
        Compared::FirstDifference(sequence) => format!("fərqlənən ilk hadisə: № {sequence}"),
        Compared::Meaning => {
            "jurnalın açarı iki tarixçəni imzalayıb: açarın sahibi müxtəlif insanlara müxtəlif seçkilər göstərib və ya açarı \
             itirib"
                .to_owned()
        }
        Compared::Written(file) => {
            format!("{file}: `protokol verify` onu hər kəsə reyestrsiz və serversiz izah edir")
        }
        Compared::ProvesNothing(error) => no_fork(error),
    }
}

fn word(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "EYNİDİR",
        Relation::Continuation => "DAVAMIDIR",
        Relation::Rollback => "GERİ QAYTARILIB",
        Relation::Fork => "İKİ TARİXÇƏ",
        Relation::Unrelated(_) => "AYRI JURNALLAR",
    }
}

fn means(relation: Relation, events: u64) -> String {
    let events = figure(events);
    match relation {
        Relation::Equal => "hər ikisi eyni vəziyyətdir".to_owned(),
        Relation::Continuation => format!(
            "yeni tərəf köhnənin davamıdır, {events} hadisə əlavə olunub: əvvəlkilərdən heç nə dəyişdirilməyib və çıxarılmayıb"
        ),
        Relation::Rollback => format!(
            "yeni tərəf köhnənin əvvəlki vəziyyətidir, {events} hadisə yoxdur: ya tərəflər tərsinə göstərilib, ya da jurnal \
             geri qaytarılıb"
        ),
        Relation::Fork => "jurnal iki tarixçəni imzalayıb və heç biri o birinin davamı deyil".to_owned(),
        Relation::Unrelated(Apart::Origin) => "bunlar iki ayrı jurnaldır".to_owned(),
        Relation::Unrelated(Apart::Key) => {
            "iki jurnal eyni adı daşıyır, lakin ayrı açarlarla təsis edilib: hansının nəzərdə tutulduğunu yalnız --policy \
             göstərə bilər"
                .to_owned()
        }
    }
}

fn no_fork(error: &NoFork) -> String {
    match error {
        NoFork::OtherOrigin { old, new } => format!("iki nəzarət nöqtəsi ayrı jurnallara aiddir: {old} və {new}"),
        NoFork::NotALogKey(name) => format!("bu jurnalın olmayan açar göstərilib: {name}"),
        NoFork::IdleKey => "heç bir nəzarət nöqtəsini imzalamayan açar göstərilib".to_owned(),
        NoFork::NotSigned(size, _) => {
            format!("ölçüsü {} olan nəzarət nöqtəsi göstərilən açarlarla imzalanmayıb", figure(size.0))
        }
        NoFork::Order => "iki nəzarət nöqtəsinin sırası düzgün deyil".to_owned(),
        NoFork::Agree => "iki nəzarət nöqtəsi bir-birinə zidd deyil".to_owned(),
        NoFork::NotProved(_) => "sübut yeni nəzarət nöqtəsinə aparmır".to_owned(),
    }
}
