//! Refusals: what is wrong, and what to do.

mod papers;

use super::names::{event_kind, signers};
use super::{EVENTS, Forms, MEMBERS, SIGNATURES, founding, of, paper, shape};
use crate::domain::Rejection;
use crate::domain::id::UnitId;
use crate::domain::protocol::ATTACHMENTS_MAX;
use crate::domain::rules::RulesVersion;
use crate::domain::summary::LEFT_OUT_MAX;
use crate::text::Said;
use crate::text::parts::{said, short};

const AT_EVENTS: Forms = ["событии", "событиях", "событиях"];
const OF_UNITS: Forms = ["территории", "территорий", "территорий"];
const OF_ATTACHMENTS: Forms = ["приложения", "приложений", "приложений"];

pub fn rejection(rejection: &Rejection) -> Said {
    match rejection {
        Rejection::Already(_, sequence) => said(
            format!("Это подано раньше: событие № {sequence} этого реестра."),
            format!("Делать больше ничего не нужно. Квитанция: `protokol export --receipt {sequence}`."),
        ),
        Rejection::OtherLedger => said(
            "Это составлено для другого реестра.",
            "Проверьте, какой реестр указан в --ledger. Если он верен, составьте для него новый черновик: `protokol \
             draft`, и дайте его подписать.",
        ),
        Rejection::Closed => said(
            "Реестр закрыт, за его последним событием ничего не следует.",
            "Сохраните подписанный документ. Остающийся спор решает вышестоящая комиссия или суд.",
        ),
        Rejection::UnitUnknown(unit) => said(
            format!("Территории {unit} нет в этом реестре."),
            format!(
                "Проверьте, как написана территория. Если верно, её сначала должна образовать вышестоящая комиссия: \
                 `protokol draft commission {unit}`."
            ),
        ),
        Rejection::UnitExists(unit) => said(
            format!("Территория {unit} была образована раньше."),
            format!(
                "Посмотрите её состав: `protokol show {unit}`. Чтобы заменить члена, используйте `protokol draft \
                 replacement {unit}`."
            ),
        ),
        Rejection::SeatUnknown(unit, seat) => said(
            format!("{unit}: места № {seat} нет, или названный ключ не от этого места."),
            format!("Посмотрите места: `protokol show {unit}`, исправьте черновик и подпишите его снова."),
        ),
        Rejection::ContestUnknown(contest) => said(
            format!("Состязания {contest} нет в этом реестре."),
            "Проверьте, как написано состязание. Новое сначала назначает центральная комиссия: `protokol draft contest`.",
        ),
        Rejection::ContestExists(contest) => said(
            format!("Состязание {contest} назначено раньше."),
            "Используйте его как есть или дайте следующему туру собственное имя.",
        ),
        Rejection::ContestElsewhere(contest, unit) => said(
            format!("{unit}, {contest}: этот документ составляется не здесь."),
            "Проверьте территорию и состязание. Участки составляют протоколы, комиссии над ними сводные протоколы, каждая \
             там, где состязание проводится.",
        ),
        Rejection::KeyNotEnrolled(key) => said(
            format!("Ключ {} не принадлежит ни одному члену или наблюдателю, известному реестру.", short(key)),
            "Проверьте, что каждый подписал верным файлом ключа. Член с новым ключом вносится через `protokol draft \
             replacement` за подписью вышестоящей комиссии.",
        ),
        Rejection::KeyNotInForce(key) => said(
            format!("Ключ {} больше не действует: он заменён, отозван или изъят.", short(key)),
            "Пусть подпишет тот, кто занимает место сейчас, или действующий ключ. `protokol show UNIT` называет членов.",
        ),
        Rejection::NotEntitled(kind, unit) => said(
            format!("{unit}: подписавшие не вправе это заявлять ({}).", event_kind(*kind)),
            format!("Нужны подписи: {}.", signers(*kind)),
        ),
        Rejection::MixedSigners => said(
            "Подписавшие не являются ни членами одной комиссии, ни одним наблюдателем.",
            "Составьте представление снова из черновика командой `protokol sign`, ключами только одной комиссии.",
        ),
        Rejection::Unsigned => said(
            "Этого никто не подписал.",
            "Пусть члены подпишут один за другим: `protokol sign`. Затем подайте снова.",
        ),
        Rejection::QuorumNotMet { unit, signed, needed } => quorum(unit, *signed, *needed),
        Rejection::KeyTaken(key) => said(
            format!("Ключ {} занят: ключ служит одному месту, один раз в реестре.", short(key)),
            "Создайте новый ключ: `protokol keygen`, впишите его в черновик и подпишите черновик снова.",
        ),
        Rejection::NotAsManifest { tier, members, quorum } => said(
            format!(
                "В комиссии уровня {tier} {}, на местах от 1 до {members}, и подписать должны не менее {quorum}. В этой не \
                 так.",
                of(*members, MEMBERS)
            ),
            "Исправьте в черновике членов, места и кворум, выполните `protokol check` и подпишите снова.",
        ),
        Rejection::Misplaced(unit) => said(
            format!("{unit}: на этом месте, на этом уровне и под этой вышестоящей территорией стоять не может."),
            "Исправьте в черновике `tier` и `parent`: уровень берётся из учредительного акта и ниже уровня вышестоящей \
             территории. Только над центральной комиссией никого нет.",
        ),
        Rejection::Shape(at, flaw) => {
            let (clause, act) = shape::clause(flaw);
            said(format!("{}: {clause}.", paper(at)), act)
        }
        Rejection::SummaryShape(contest, unit, flaw) => {
            let (clause, act) = shape::clause(flaw);
            said(format!("{unit}, {contest}, сводный протокол: {clause}."), act)
        }
        Rejection::Reported(at) => said(
            format!("{}: протокол уже в силе.", paper(at)),
            format!(
                "Сравните его со своим: `protokol show {unit}`. Чтобы изменить: `protokol draft correction {unit} --contest \
                 {contest}`.",
                unit = at.unit,
                contest = at.contest
            ),
        ),
        Rejection::OpeningTooLate(at) => said(
            format!("{}: начальные данные опечатаны раньше, или протокол поступил.", paper(at)),
            format!(
                "Посмотрите, что опечатано: `protokol show {}`. Если цифра неверна, напишите верную в протоколе: \
                 расхождение останется видимым.",
                at.unit
            ),
        ),
        Rejection::OtherVoting { paper, open } => papers::other_voting(paper, *open),
        // Also said of a first summary when one is in force: the event is then that one, so no word on which it is.
        Rejection::NotInForce(event) => said(
            format!("Заменяемое не является версией в силе. Речь о событии {}.", short(event)),
            "Посмотрите, что в силе: `protokol show UNIT`, составьте новый черновик исправления или аннулирования с её \
             указанием и дайте его подписать.",
        ),
        Rejection::NotInThisState(paper, phase) => papers::not_in_this_state(paper, *phase),
        Rejection::BallotFixed(contest, candidate) => said(
            format!(
                "{contest}: номер {candidate} нельзя внести в бюллетень или исключить из него: он присвоен раньше, равен 0, \
                 или документы состязания поступили."
            ),
            format!(
                "Посмотрите бюллетень: `protokol tally --contest {contest}`. Новый кандидат получает номер от 1, который ни \
                 разу не использовался; когда документы поступили, бюллетень не меняется."
            ),
        ),
        Rejection::CandidateUnknown(contest, candidate) => said(
            format!("{contest}: номера {candidate} нет в бюллетене."),
            format!("Сличите номер с бюллетенем: `protokol tally --contest {contest}`."),
        ),
        Rejection::ObserverUnknown(observer) => said(
            format!("Наблюдателя {observer} нет в этом реестре."),
            "Проверьте, как написан наблюдатель: `protokol log --kind ObserverAccredited`.",
        ),
        Rejection::ObserverExists(observer) => said(
            format!("Наблюдатель {observer} уже аккредитован."),
            "Для него делать больше ничего не нужно. Другому наблюдателю дайте другое имя.",
        ),
        Rejection::OutOfScope(observer, unit) => said(
            format!("{unit}: аккредитация {observer} сюда не распространяется."),
            "Подать это может наблюдатель или доверенное лицо с аккредитацией для этой территории; средства массовой \
             информации не могут. Новая аккредитация составляется через `protokol draft observer`.",
        ),
        Rejection::EventUnknown(event) => said(
            format!("Событие {}: его нет в реестре, это не жалоба, или решение по нему принято.", short(event)),
            "Найдите его через `protokol log` и впишите его 64 знака в черновик.",
        ),
        Rejection::DemonstrationKey(unit, seat) => said(
            format!("{unit}: ключ места № {seat} демонстрационный, им может подписать кто угодно."),
            "Пусть член создаст ключ: `protokol keygen`, и впишет его в черновик. Демонстрационные ключи предназначены для \
             репетиций.",
        ),
        Rejection::Manifest(flaw) => said(
            format!("Учредительный акт противоречит сам себе: {}.", founding::flaw(flaw)),
            "Исправьте manifest.toml, составьте акт снова: `protokol draft founding`, и дайте его подписать снова.",
        ),
        Rejection::NotFounded => said(
            "Реестр начинается с учредительного акта, а это не он.",
            "Учредите реестр: `protokol init`, затем подайте это снова.",
        ),
        Rejection::FoundedAlready => said(
            "У этого реестра есть учредительный акт, и он один.",
            "Для других выборов учредите реестр в другой папке: `protokol init` с --ledger.",
        ),
        Rejection::RulesUnknown(rules) => said(
            format!(
                "Это следует версии правил {rules}, а программа знает версию {}: судить нельзя.",
                RulesVersion::FOUNDING
            ),
            "Получите более новую версию программы и выполните ту же команду снова.",
        ),
        Rejection::Commitment { made_at, size } if made_at > size => said(
            format!(
                "В сводном протоколе сказано, что он составлен при {}, а в реестре {}.",
                of(made_at.0, AT_EVENTS),
                of(size.0, EVENTS)
            ),
            "Составьте сводный протокол снова по этому реестру: `protokol draft summary`, и дайте его подписать.",
        ),
        Rejection::Commitment { .. } => said(
            format!("Сводный протокол пропускает больше {}.", of(LEFT_OUT_MAX, OF_UNITS)),
            "Подождите, пока поступит или будет решено больше протоколов, затем составьте его снова: `protokol draft \
             summary`.",
        ),
        Rejection::Certified(contest) => said(
            format!("{contest}: результат утверждён, его документы и кандидаты больше не меняются."),
            "Сохраните подписанный документ. С остающимся спором обратитесь в орган, утвердивший результат.",
        ),
        Rejection::LogKey => said(
            "Ключ журнала неверен: он не от этого журнала, или под заменой нет подписи старого либо нового ключа.",
            "Проверьте ключ в черновике. Замену подписывают командой `protokol sign` старый ключ, новый ключ и кворум \
             центральной комиссии, а подают её с --next-log-key FILE.",
        ),
        Rejection::ListOutOfOrder(list) => said(
            format!("Список `{list}` не по порядку, содержит повтор или слишком длинный."),
            format!(
                "Расставьте записи по возрастанию, каждую один раз, и не более {}. Затем подпишите черновик снова.",
                of(ATTACHMENTS_MAX, OF_ATTACHMENTS)
            ),
        ),
    }
}

fn quorum(unit: &UnitId, signed: usize, needed: u16) -> Said {
    let more = usize::from(needed).saturating_sub(signed);
    said(
        format!("{unit}: {} из {needed}, нужных для кворума комиссии.", of(signed, SIGNATURES)),
        format!("Соберите у членов ещё {}: `protokol sign`, затем подайте снова.", of(more, SIGNATURES)),
    )
}
