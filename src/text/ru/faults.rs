//! Faults of a ledger or a receipt: what is wrong, and where.

use super::{BYTES, EVENTS, Forms, of, refusals, submissions};
use crate::crypto::base64;
use crate::domain::Rejection;
use crate::ledger::envelope::{EnvelopeError, LinkFault};
use crate::ledger::files::frame::FrameError;
use crate::ledger::files::seal::{SEAL_BYTES, SlotNumber};
use crate::text::Lang;
use crate::text::figures::figure;
use crate::text::parts::{clause, strip};
use crate::verify::{CheckpointPlace, Fault, FaultKind};

/// A record of how many bytes.
const OF_BYTES: Forms = ["байта", "байтов", "байтов"];

/// Where a fault is: `событие № 17 (01.001), journal/0, байт 4096`.
pub fn place(fault: &Fault) -> Option<String> {
    let unit = fault.unit.as_ref();
    let event = match (fault.sequence, unit) {
        (Some(sequence), Some(unit)) => Some(format!("событие № {sequence} ({unit})")),
        (Some(sequence), None) => Some(format!("событие № {sequence}")),
        (None, Some(unit)) => Some(format!("территория {unit}")),
        (None, None) => None,
    };
    let bytes = fault.place.as_ref().map(|place| match fault.what {
        // It is about the whole file.
        FaultKind::AttachmentMissing(_)
        | FaultKind::AttachmentAltered(_)
        | FaultKind::TileForged
        | FaultKind::TileMissing
        | FaultKind::TileFormat(_) => place.file.clone(),
        _ => format!("{}, байт {}", place.file, place.offset),
    });
    let places: Vec<_> = event.into_iter().chain(bytes).collect();
    (!places.is_empty()).then(|| places.join(", "))
}

/// What is wrong, without a full stop.
pub fn what(what: &FaultKind) -> String {
    match what {
        FaultKind::Frame(error) => frame(error).to_owned(),
        FaultKind::FrameSequence => "эта группа событий называет первым не то событие, которое в ней первое".to_owned(),
        FaultKind::Missing { sealed, found } => {
            format!("событий не хватает: печать охватывает {}, есть {}", figure(sealed.0), figure(found.0))
        }
        FaultKind::Envelope(EnvelopeError::Length(bytes)) => {
            format!("запись из {} слишком коротка или длинна для события", of(*bytes, OF_BYTES))
        }
        FaultKind::Envelope(EnvelopeError::Arrival) => "время его поступления позже 9999 года".to_owned(),
        FaultKind::Link(LinkFault::Previous) => {
            "не называет предыдущего события: одно из них изменено, или между ними чего-то нет".to_owned()
        }
        FaultKind::Link(LinkFault::Sequence(claimed)) => {
            format!("называет себя событием № {claimed}, а это не его место")
        }
        FaultKind::Link(LinkFault::Arrival(arrival)) => {
            format!("поступило {arrival}, раньше предыдущего события")
        }
        FaultKind::Submission(error) => clause(Lang::Ru, &submissions::error(error).says),
        FaultKind::Inadmissible(Rejection::Closed) => "добавлено после закрытия реестра".to_owned(),
        FaultKind::Inadmissible(Rejection::RulesUnknown(rules)) => {
            format!("следует версии правил {rules}, которой эта программа не знает: судить нельзя")
        }
        FaultKind::Inadmissible(rejection) => {
            format!("его нельзя было принимать. {}", strip(&refusals::rejection(rejection).says))
        }
        FaultKind::Root { size, sealed, recomputed } => format!(
            "печать размера {} подписана не над этими событиями: в печати {}, пересчитано {}",
            figure(size.0),
            base64::encode(&sealed.0),
            base64::encode(&recomputed.0)
        ),
        FaultKind::NoCheckpoint => "в печати нет контрольной точки, которую можно прочитать".to_owned(),
        FaultKind::SealLength(bytes) => format!("длина печати {} вместо {SEAL_BYTES}", of(*bytes, BYTES)),
        FaultKind::Slot(slot) => format!("{} половина печати повреждена", half(*slot)),
        FaultKind::NotTheLogs(CheckpointPlace::Published) => {
            "опубликованная контрольная точка подписана не журналом этого реестра".to_owned()
        }
        FaultKind::NotTheLogs(CheckpointPlace::Slot(slot)) => {
            format!("{} половина печати: контрольная точка подписана не журналом этого реестра", half(*slot))
        }
        FaultKind::Unsealed(events) => {
            format!("ещё не под подписанной контрольной точкой: {} в конце", of(events.0, EVENTS))
        }
        FaultKind::Torn(bytes) => {
            format!("остаток прерванной записи после последней контрольной точки: {}", of(*bytes, BYTES))
        }
        FaultKind::NotExpected { expected } => {
            format!("в реестре никогда не было ожидаемой контрольной точки {expected}")
        }
        FaultKind::OtherCheckpoint { expected } => {
            format!("квитанция относится не к ожидаемой контрольной точке {expected}, а к другой")
        }
        FaultKind::NotTrusted => {
            "политика не называет этого журнала, или подпись, на которую она опирается, неверна".to_owned()
        }
        FaultKind::QuorumNotMet => "заверило меньше свидетелей, чем требует политика".to_owned(),
        FaultKind::FileDiffers => "файла нет, или он говорит не то, что учредительный акт".to_owned(),
        FaultKind::Inclusion => "доказательство не ведёт от события к контрольной точке".to_owned(),
        FaultKind::Nothing => "нет ни одного события".to_owned(),
        FaultKind::AttachmentMissing(name) => format!("приложения «{name}» нет"),
        FaultKind::TileForged => "эта плитка не соответствует событиям: её подделали или повредили".to_owned(),
        FaultKind::TileMissing => "этого файла опубликованного журнала нет".to_owned(),
        FaultKind::TileFormat(_) => "эту связку нельзя разделить на события".to_owned(),
        FaultKind::AttachmentAltered(name) => {
            format!("приложение «{name}» не тот файл, который подписан: расходится длина или хеш")
        }
    }
}

fn frame(error: &FrameError) -> &'static str {
    match error {
        FrameError::Incomplete => "журнал обрывается посреди группы событий",
        FrameError::Magic => "здесь должна начинаться группа событий, но не начинается",
        FrameError::Range => "у этой группы событий невозможная длина или число событий",
        FrameError::Checksum(_) => "байты этой группы событий изменены после записи",
        FrameError::Layout => "эту группу нельзя разделить на события",
    }
}

fn half(slot: SlotNumber) -> &'static str {
    match slot {
        SlotNumber::First => "первая",
        SlotNumber::Second => "вторая",
    }
}
