//! Refusals: what is wrong, and what to do.

mod papers;

use super::names::{event_kind, signers};
use super::{founding, paper, shape};
use crate::domain::Rejection;
use crate::domain::id::UnitId;
use crate::domain::protocol::ATTACHMENTS_MAX;
use crate::domain::rules::RulesVersion;
use crate::domain::summary::LEFT_OUT_MAX;
use crate::text::Said;
use crate::text::figures::{count, figure};
use crate::text::parts::{said, short};

pub fn rejection(rejection: &Rejection) -> Said {
    match rejection {
        Rejection::Already(_, sequence) => said(
            format!("Bu, əvvəl təqdim edilib: bu reyestrin {sequence} nömrəli hadisəsidir."),
            format!("Görüləsi iş qalmayıb. Qəbzi: `protokol export --receipt {sequence}`."),
        ),
        Rejection::OtherLedger => said(
            "Bu, başqa reyestr üçün hazırlanıb.",
            "--ledger ilə hansı reyestrin göstərildiyini yoxlayın. Düzgündürsə, onun üçün `protokol draft` ilə yeni \
             qaralama hazırlayın və imzaladın.",
        ),
        Rejection::Closed => said(
            "Reyestr bağlanıb, son hadisəsindən sonra heç nə gəlmir.",
            "İmzalanmış sənədi saxlayın. Mübahisə qalırsa, yuxarı komissiyaya və ya məhkəməyə müraciət edin.",
        ),
        Rejection::UnitUnknown(unit) => said(
            format!("Vahid {unit} bu reyestrdə yoxdur."),
            format!(
                "Vahidin yazılışını yoxlayın. Düzgündürsə, onu əvvəlcə yuxarı komissiya yaratmalıdır: `protokol draft \
                 commission {unit}`."
            ),
        ),
        Rejection::UnitExists(unit) => said(
            format!("Vahid {unit} əvvəl yaradılıb."),
            format!(
                "Tərkibinə `protokol show {unit}` ilə baxın. Üzvü dəyişmək üçün `protokol draft replacement {unit}` \
                 istifadə edin."
            ),
        ),
        Rejection::SeatUnknown(unit, seat) => said(
            format!("{unit}: {seat} nömrəli yer yoxdur və ya göstərilən açar həmin yerin açarı deyil."),
            format!("Yerlərə `protokol show {unit}` ilə baxın, qaralamanı düzəldin və yenidən imzalayın."),
        ),
        Rejection::ContestUnknown(contest) => said(
            format!("Seçki yarışı {contest} bu reyestrdə yoxdur."),
            "Yarışın yazılışını yoxlayın. Yenisini əvvəlcə Mərkəzi Seçki Komissiyası təyin edir: `protokol draft contest`.",
        ),
        Rejection::ContestExists(contest) => said(
            format!("Seçki yarışı {contest} əvvəl təyin edilib."),
            "Onu olduğu kimi istifadə edin və ya növbəti tura öz adını verin.",
        ),
        Rejection::ContestElsewhere(contest, unit) => said(
            format!("{unit}, {contest}: bu sənəd burada tərtib edilmir."),
            "Vahidi və yarışı yoxlayın. Yarış keçirilən yerdə məntəqələr protokol, yuxarı komissiyalar ümumi protokol \
             tərtib edir.",
        ),
        Rejection::KeyNotEnrolled(key) => said(
            format!("Açar bu reyestrə məlum olan heç bir üzvə və ya müşahidəçiyə məxsus deyil: {}.", short(key)),
            "Hamının düzgün açar faylı ilə imzaladığını yoxlayın. Yeni açarlı üzv yuxarı komissiyanın imzaladığı `protokol \
             draft replacement` ilə daxil edilir.",
        ),
        Rejection::KeyNotInForce(key) => said(
            format!("Açar artıq qüvvədə deyil, o, əvəz edilib və ya geri götürülüb: {}.", short(key)),
            "Yeri hazırda tutan şəxs və ya qüvvədə olan açar imzalasın. `protokol show UNIT` üzvlərin adını göstərir.",
        ),
        Rejection::NotEntitled(kind, unit) => said(
            format!("{unit}: imzalayanların bunu bildirmək səlahiyyəti yoxdur ({}).", event_kind(*kind)),
            format!("Bunun imzalanması tələb olunur: {}.", signers(*kind)),
        ),
        Rejection::MixedSigners => said(
            "İmzalayanlar nə bir komissiyanın üzvləri, nə də bir müşahidəçidir.",
            "Təqdimatı qaralamadan `protokol sign` ilə, yalnız bir komissiyanın açarları ilə yenidən hazırlayın.",
        ),
        Rejection::Unsigned => said(
            "Bunu heç kim imzalamayıb.",
            "Üzvlər bir-birinin ardınca `protokol sign` ilə imzalasın. Sonra yenidən təqdim edin.",
        ),
        Rejection::QuorumNotMet { unit, signed, needed } => quorum(unit, *signed, *needed),
        Rejection::KeyTaken(key) => said(
            format!("Açar tutulub, açar reyestrdə bir dəfə və bir yer üçün istifadə olunur: {}.", short(key)),
            "`protokol keygen` ilə yeni açar yaradın, onu qaralamaya yazın və qaralamanı yenidən imzalayın.",
        ),
        Rejection::NotAsManifest { tier, members, quorum } => said(
            format!(
                "{tier} pilləsinin komissiyasında 1-dən başlayaraq nömrələnmiş yerlərdə {members} üzv olur, onlardan \
                 {quorum} nəfər imzalamalıdır. Burada belə deyil."
            ),
            "Qaralamada üzvləri, yerləri və yetərsayı düzəldin, `protokol check` icra edin və yenidən imzalayın.",
        ),
        Rejection::Misplaced(unit) => said(
            format!("{unit}: bu yerdə, bu pillədə və bu yuxarı vahidin altında ola bilməz."),
            "Qaralamada `tier` və `parent` qiymətlərini düzəldin: pillə təsis aktının pillələrindən biridir və yuxarı \
             vahidin pilləsindən aşağıdır. Yalnız Mərkəzi Seçki Komissiyasından yuxarıda vahid yoxdur.",
        ),
        Rejection::Shape(at, flaw) => {
            let (clause, act) = shape::clause(flaw);
            said(format!("{}: {clause}.", paper(at)), act)
        }
        Rejection::SummaryShape(contest, unit, flaw) => {
            let (clause, act) = shape::clause(flaw);
            said(format!("{unit}, {contest}, ümumi protokol: {clause}."), act)
        }
        Rejection::Reported(at) => said(
            format!("{}: qüvvədə olan protokol artıq var.", paper(at)),
            format!(
                "Onu özünüzünkü ilə müqayisə edin: `protokol show {unit}`. Dəyişmək üçün: `protokol draft correction {unit} \
                 --contest {contest}`.",
                unit = at.unit,
                contest = at.contest
            ),
        ),
        Rejection::OpeningTooLate(at) => said(
            format!("{}: açılış rəqəmləri əvvəl möhürlənib və ya protokol daxil olub.", paper(at)),
            format!(
                "Nəyin möhürləndiyinə `protokol show {}` ilə baxın. Rəqəm səhvdirsə, düzgününü protokolda yazın: fərq \
                 görünən qalır.",
                at.unit
            ),
        ),
        Rejection::OtherVoting { paper, open } => papers::other_voting(paper, *open),
        // Also said of a first summary when one is in force: the event is then that one, so no word on which it is.
        Rejection::NotInForce(event) => said(
            format!("Əvəz edilən variant qüvvədə olan variant deyil. Söhbət bu hadisədən gedir: {}.", short(event)),
            "Nəyin qüvvədə olduğuna `protokol show UNIT` ilə baxın, onu göstərən yeni düzəliş və ya ləğv qaralaması \
             hazırlayın və imzaladın.",
        ),
        Rejection::NotInThisState(paper, phase) => papers::not_in_this_state(paper, *phase),
        Rejection::BallotFixed(contest, candidate) => said(
            format!(
                "{contest}: {candidate} nömrəsi bülletenə daxil edilə və ya ondan çıxarıla bilməz: o, əvvəl verilib, 0-dır \
                 və ya bu yarışın sənədləri daxil olub."
            ),
            format!(
                "Bülletenə `protokol tally --contest {contest}` ilə baxın. Yeni namizəd 1-dən başlayaraq heç vaxt istifadə \
                 edilməmiş nömrə alır; sənədlər daxil olandan sonra bülleten dəyişmir."
            ),
        ),
        Rejection::CandidateUnknown(contest, candidate) => said(
            format!("{contest}: {candidate} nömrəsi bülletendə yoxdur."),
            format!("Nömrəni bülletenlə tutuşdurun: `protokol tally --contest {contest}`."),
        ),
        Rejection::ObserverUnknown(observer) => said(
            format!("Müşahidəçi {observer} bu reyestrdə yoxdur."),
            "Müşahidəçinin yazılışını yoxlayın: `protokol log --kind ObserverAccredited`.",
        ),
        Rejection::ObserverExists(observer) => said(
            format!("Müşahidəçi {observer} artıq akkreditasiya olunub."),
            "Onun üçün görüləsi iş qalmayıb. Başqa müşahidəçiyə başqa ad verin.",
        ),
        Rejection::OutOfScope(observer, unit) => said(
            format!("{unit}: {observer} adlı müşahidəçinin akkreditasiyası bu vahidi əhatə etmir."),
            "Bunu bu vahid üçün akkreditasiya olunmuş müşahidəçi və ya nümayəndə təqdim edə bilər; kütləvi informasiya \
             vasitəsi yox. Yeni akkreditasiya `protokol draft observer` ilə hazırlanır.",
        ),
        Rejection::EventUnknown(event) => said(
            format!("Hadisə bu reyestrdə yoxdur, şikayət deyil və ya barəsində qərar verilib: {}.", short(event)),
            "Onu `protokol log` ilə tapın və 64 işarəsini qaralamaya yazın.",
        ),
        Rejection::DemonstrationKey(unit, seat) => said(
            format!("{unit}: {seat} nömrəli yerin açarı nümayiş açarıdır, onunla hər kəs imzalaya bilər."),
            "Üzv `protokol keygen` ilə açar yaratsın və onu qaralamaya yazsın. Nümayiş açarları sınaqlar üçündür.",
        ),
        Rejection::Manifest(flaw) => said(
            format!("Təsis aktı özünə ziddir: {}.", founding::flaw(flaw)),
            "manifest.toml faylını düzəldin, aktı `protokol draft founding` ilə yenidən hazırlayın və yenidən imzaladın.",
        ),
        Rejection::NotFounded => said(
            "Reyestr təsis aktı ilə başlayır, bu isə təsis aktı deyil.",
            "Reyestri `protokol init` ilə təsis edin, sonra bunu yenidən təqdim edin.",
        ),
        Rejection::FoundedAlready => said(
            "Bu reyestrin təsis aktı var və o, yeganədir.",
            "Başqa seçki üçün başqa qovluqda reyestr təsis edin: `protokol init` və --ledger.",
        ),
        Rejection::RulesUnknown(rules) => said(
            format!(
                "Qaydaların {rules} nömrəli versiyasına tabedir, bu proqram isə {} nömrəli versiyanı tanıyır: \
                 müəyyən edə bilmir.",
                RulesVersion::FOUNDING
            ),
            "Proqramın daha yeni versiyasını əldə edin və eyni əmri yenidən icra edin.",
        ),
        Rejection::Commitment { made_at, size } if made_at > size => said(
            format!(
                "Ümumi protokola görə, o, {} hadisə olanda tərtib edilib, reyestrdə isə {} hadisə var.",
                figure(made_at.0),
                figure(size.0)
            ),
            "Ümumi protokolu bu reyestr üzrə `protokol draft summary` ilə yenidən tərtib edin və imzaladın.",
        ),
        Rejection::Commitment { .. } => said(
            format!("Ümumi protokolun kənarda qoyduğu vahidlərin sayı həddi keçir: ən çoxu {}.", count(LEFT_OUT_MAX)),
            "Daha çox protokol daxil olanadək və ya barəsində qərar verilənədək gözləyin, sonra onu `protokol draft \
             summary` ilə yenidən tərtib edin.",
        ),
        Rejection::Certified(contest) => said(
            format!("{contest}: nəticə təsdiq edilib, sənədləri və namizədləri artıq dəyişmir."),
            "İmzalanmış sənədi saxlayın. Mübahisə qalırsa, nəticəni təsdiq etmiş orqana müraciət edin.",
        ),
        Rejection::LogKey => said(
            "Jurnalın açarı düzgün deyil: o, bu jurnala aid deyil və ya dəyişiklikdə köhnə, yaxud yeni açarın imzası yoxdur.",
            "Qaralamada açarı yoxlayın. Dəyişiklik `protokol sign` ilə köhnə açarla, yeni açarla və Mərkəzi Seçki \
             Komissiyasının yetərsayı ilə imzalanır və --next-log-key FILE ilə təqdim olunur.",
        ),
        Rejection::ListOutOfOrder(list) => said(
            format!("`{list}` siyahısının sırası pozulub, onda təkrar var və ya o, həddən artıq uzundur."),
            format!(
                "Qeydləri artan sırada, hər birini bir dəfə yazın, əlavələrin sayı isə {ATTACHMENTS_MAX} həddini keçməsin. \
                 Sonra qaralamanı yenidən imzalayın."
            ),
        ),
    }
}

fn quorum(unit: &UnitId, signed: usize, needed: u16) -> Said {
    let more = usize::from(needed).saturating_sub(signed);
    said(
        format!("{unit}: komissiyanın yetərsayı üçün lazım olan {needed} imzadan {signed} imza var."),
        format!("`protokol sign` ilə üzvlərdən daha {more} imza toplayın, sonra yenidən təqdim edin."),
    )
}
