//! Two states of a log.

use super::{EVENTS, Forms, of};
use crate::ledger::files::fork::NoFork;
use crate::text::compare::Compared;
use crate::text::figures::figure;
use crate::verify::compare::{Apart, Relation};

const HASHES_LEAD: Forms = ["хеш ведёт", "хеша ведут", "хешей ведут"];
const WITHOUT_EVENTS: Forms = ["события", "событий", "событий"];

pub fn compared(told: &Compared<'_>) -> String {
    match told {
        Compared::Relation => "Соотношение".to_owned(),
        Compared::Old => "Старая".to_owned(),
        Compared::New => "Новая".to_owned(),
        Compared::History => "Истории".to_owned(),
        Compared::Evidence => "Улика".to_owned(),
        Compared::WhatChanged => "Что изменилось".to_owned(),
        Compared::WhatIsGone => "Чего нет в новой стороне".to_owned(),
        Compared::Before => "Было".to_owned(),
        Compared::After => "Стало".to_owned(),
        Compared::Word(relation) => word(*relation).to_owned(),
        Compared::Means { relation, events } => means(*relation, *events),
        Compared::State { size, fingerprint } => format!("размер {} · {fingerprint}", figure(size.0)),
        Compared::KeyOfItsOwn => "сам: ключ взят из показанного; чей он, не доказано".to_owned(),
        Compared::NotApplied(events) => format!(
            "не читаются или не должны были быть приняты: {}; какие именно, покажет `protokol verify`",
            of(*events, EVENTS)
        ),
        Compared::AllInJson => "все перечислит --json".to_owned(),
        Compared::TwoRoots { size, one, other } => {
            format!("при размере {} журнал подписал {one}, а в его другой истории там {other}", figure(size.0))
        }
        Compared::LeadsTo { size, hashes } => format!(
            "{} оттуда к контрольной точке размера {}, которую журнал тоже подписал",
            of(*hashes as u64, HASHES_LEAD),
            figure(size.0)
        ),
        Compared::FirstDifference(sequence) => format!("первым отличается событие № {sequence}"),
        Compared::Meaning => {
            "ключ журнала подписал две истории: его владелец показал разным людям разные выборы или потерял ключ"
                .to_owned()
        }
        Compared::Written(file) => {
            format!("{file}: `protokol verify` объяснит её кому угодно, без реестра и без сервера")
        }
        Compared::ProvesNothing(error) => no_fork(error),
    }
}

fn word(relation: Relation) -> &'static str {
    match relation {
        Relation::Equal => "ОДНО И ТО ЖЕ",
        Relation::Continuation => "ПРОДОЛЖЕНИЕ",
        Relation::Rollback => "ОТКАТ",
        Relation::Fork => "ДВЕ ИСТОРИИ",
        Relation::Unrelated(_) => "РАЗНЫЕ ЖУРНАЛЫ",
    }
}

fn means(relation: Relation, events: u64) -> String {
    match relation {
        Relation::Equal => "это одно и то же состояние".to_owned(),
        Relation::Continuation => format!(
            "новая сторона продолжает старую, прибавилось {}: ничто прежнее не изменено и не изъято",
            of(events, EVENTS)
        ),
        Relation::Rollback => format!(
            "новая сторона есть прежнее состояние старой, без {}: либо стороны названы в обратном порядке, либо журнал \
             откатили",
            of(events, WITHOUT_EVENTS)
        ),
        Relation::Fork => "журнал подписал две истории, и ни одна не продолжает другую".to_owned(),
        Relation::Unrelated(Apart::Origin) => "это два разных журнала".to_owned(),
        Relation::Unrelated(Apart::Key) => {
            "два журнала носят одно имя, но основаны с разными ключами: какой имеется в виду, скажет только --policy"
                .to_owned()
        }
    }
}

fn no_fork(error: &NoFork) -> String {
    match error {
        NoFork::OtherOrigin { old, new } => format!("две контрольные точки принадлежат разным журналам: {old} и {new}"),
        NoFork::NotALogKey(name) => format!("указан ключ, который не принадлежит этому журналу: {name}"),
        NoFork::IdleKey => "указан ключ, который не подписал ни одной контрольной точки".to_owned(),
        NoFork::NotSigned(size, _) => {
            format!("контрольная точка размера {} не подписана указанным ключом", figure(size.0))
        }
        NoFork::Order => "две контрольные точки стоят не по порядку".to_owned(),
        NoFork::Agree => "две контрольные точки не противоречат друг другу".to_owned(),
        NoFork::NotProved(_) => "доказательство не ведёт к новой контрольной точке".to_owned(),
    }
}
