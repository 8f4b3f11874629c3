//! Faults of a ledger or a receipt: what is wrong, and where.

use super::{refusals, submissions};
use crate::crypto::base64;
use crate::domain::Rejection;
use crate::ledger::envelope::{EnvelopeError, LinkFault};
use crate::ledger::files::frame::FrameError;
use crate::ledger::files::seal::{SEAL_BYTES, SlotNumber};
use crate::text::Lang;
use crate::text::figures::figure;
use crate::text::parts::{clause, strip};
use crate::verify::{CheckpointPlace, Fault, FaultKind};

/// Where a fault is: `hadisə № 17 (01.001), journal/0, bayt 4096`.
pub fn place(fault: &Fault) -> Option<String> {
    let unit = fault.unit.as_ref();
    let event = match (fault.sequence, unit) {
        (Some(sequence), Some(unit)) => Some(format!("hadisə № {sequence} ({unit})")),
        (Some(sequence), None) => Some(format!("hadisə № {sequence}")),
        (None, Some(unit)) => Some(format!("vahid {unit}")),
        (None, None) => None,
    };
    let bytes = fault.place.as_ref().map(|place| match fault.what {
        // It is about the whole file.
        FaultKind::AttachmentMissing(_)
        | FaultKind::AttachmentAltered(_)
        | FaultKind::TileForged
        | FaultKind::TileMissing
        | FaultKind::TileFormat(_) => place.file.clone(),
        _ => format!("{}, bayt {}", place.file, place.offset),
    });
    let places: Vec<_> = event.into_iter().chain(bytes).collect();
    (!places.is_empty()).then(|| places.join(", "))
}

/// What is wrong, without a full stop.
pub fn what(what: &FaultKind) -> String {
    match what {
        FaultKind::Frame(error) => frame(error).to_owned(),
        FaultKind::FrameSequence => {
            "bu hadisə toplusunda göstərilən ilk hadisə əslində olan ilk hadisədən fərqlidir".to_owned()
        }
        FaultKind::Missing { sealed, found } => {
            format!(
                "hadisələr çatışmır: möhür {} hadisəni əhatə edir, mövcud olan {}",
                figure(sealed.0),
                figure(found.0)
            )
        }
        FaultKind::Envelope(EnvelopeError::Length(bytes)) => {
            format!("{bytes} baytlıq qeyd hadisə olmaq üçün çox qısa və ya çox uzundur")
        }
        FaultKind::Envelope(EnvelopeError::Arrival) => "daxilolma vaxtı 9999-cu ildən sonradır".to_owned(),
        FaultKind::Link(LinkFault::Previous) => {
            "özündən əvvəlki hadisəni göstərmir: onlardan biri dəyişdirilib və ya aralarındakı hadisə yoxdur".to_owned()
        }
        FaultKind::Link(LinkFault::Sequence(claimed)) => {
            format!("özünü hadisə № {claimed} kimi göstərir, bu isə onun yeri deyil")
        }
        FaultKind::Link(LinkFault::Arrival(arrival)) => {
            format!("daxilolma vaxtı {arrival}, bu isə özündən əvvəlki hadisədən tezdir")
        }
        FaultKind::Submission(error) => clause(Lang::Az, &submissions::error(error).says),
        FaultKind::Inadmissible(Rejection::Closed) => "reyestr bağlandıqdan sonra əlavə edilib".to_owned(),
        FaultKind::Inadmissible(Rejection::RulesUnknown(rules)) => {
            format!("qaydaların {rules} nömrəli versiyasına tabedir, proqram onu tanımır və müəyyən edə bilmir")
        }
        FaultKind::Inadmissible(rejection) => {
            format!("qəbul edilməməli idi. {}", strip(&refusals::rejection(rejection).says))
        }
        FaultKind::Root { size, sealed, recomputed } => format!(
            "ölçüsü {} olan möhür bunlardan başqa hadisələr üzərində imzalanıb: möhürdə {}, yenidən hesablanıb {}",
            figure(size.0),
            base64::encode(&sealed.0),
            base64::encode(&recomputed.0)
        ),
        FaultKind::NoCheckpoint => "möhürdə oxuna bilən nəzarət nöqtəsi yoxdur".to_owned(),
        FaultKind::SealLength(bytes) => format!("möhür {SEAL_BYTES} bayt əvəzinə {bytes} baytdır"),
        FaultKind::Slot(slot) => format!("möhürün {} yarısı zədələnib", half(*slot)),
        FaultKind::NotTheLogs(CheckpointPlace::Published) => {
            "dərc edilmiş nəzarət nöqtəsi bu reyestrin jurnalı ilə imzalanmayıb".to_owned()
        }
        FaultKind::NotTheLogs(CheckpointPlace::Slot(slot)) => {
            format!("möhürün {} yarısındakı nəzarət nöqtəsi bu reyestrin jurnalı ilə imzalanmayıb", half(*slot))
        }
        FaultKind::Unsealed(events) => {
            format!("sondakı {} hadisə hələ imzalanmış nəzarət nöqtəsi altında deyil", figure(events.0))
        }
        FaultKind::Torn(bytes) => {
            format!("son nəzarət nöqtəsindən sonrakı {} bayt yarımçıq yazılışın qalığıdır", figure(*bytes))
        }
        FaultKind::NotExpected { expected } => {
            format!("reyestrdə gözlədiyiniz nəzarət nöqtəsi heç vaxt olmayıb: {expected}")
        }
        FaultKind::OtherCheckpoint { expected } => {
            format!("qəbz başqa nəzarət nöqtəsinə aiddir, gözlədiyiniz isə budur: {expected}")
        }
        FaultKind::NotTrusted => "siyasətdə bu jurnal göstərilməyib və ya əsaslandığı imza təsdiqlənmir".to_owned(),
        FaultKind::QuorumNotMet => "siyasətin tələb etdiyindən az şahid imzalayıb".to_owned(),
        FaultKind::FileDiffers => "fayl yoxdur və ya təsis aktından fərqli məzmundadır".to_owned(),
        FaultKind::Inclusion => "sübut hadisədən nəzarət nöqtəsinə aparmır".to_owned(),
        FaultKind::Nothing => "bir hadisə də yoxdur".to_owned(),
        FaultKind::AttachmentMissing(name) => format!("“{name}” əlavəsi yoxdur"),
        FaultKind::TileForged => {
            "bu plitə hadisələrdən alınana uyğun gəlmir: saxtalaşdırılıb və ya zədələnib".to_owned()
        }
        FaultKind::TileMissing => "dərc edilmiş jurnalın bu faylı yoxdur".to_owned(),
        FaultKind::TileFormat(_) => "bu bağlama hadisələrə bölünmür".to_owned(),
        FaultKind::AttachmentAltered(name) => {
            format!("“{name}” əlavəsi imzalanmış fayl deyil: uzunluğu və ya heş qiymətləri fərqlidir")
        }
    }
}

fn frame(error: &FrameError) -> &'static str {
    match error {
        FrameError::Incomplete => "jurnal hadisə toplusunun ortasında kəsilir",
        FrameError::Magic => "burada hadisə toplusu başlamalıdır, lakin başlamır",
        FrameError::Range => "bu hadisə toplusunun uzunluğu və ya hadisə sayı qeyri-mümkündür",
        FrameError::Checksum(_) => "bu hadisə toplusunun baytları yazıldıqdan sonra dəyişdirilib",
        FrameError::Layout => "bu toplunu hadisələrə bölmək mümkün deyil",
    }
}

fn half(slot: SlotNumber) -> &'static str {
    match slot {
        SlotNumber::First => "birinci",
        SlotNumber::Second => "ikinci",
    }
}
