//! Papers that come at the wrong time.

use super::super::names::phase;
use super::super::paper;
use crate::domain::number::Voting;
use crate::domain::paper_status::PaperStatus;
use crate::domain::protocol::Paper;
use crate::text::Said;
use crate::text::parts::said;

pub fn other_voting(at: &Paper, open: Voting) -> Said {
    let Paper { contest, unit, voting } = at;
    let act = if *voting < open {
        format!(
            "Документы прежнего голосования больше не принимаются. Для голосования № {open} составьте новый черновик: \
             `protokol draft`."
        )
    } else {
        format!(
            "Исправьте в черновике номер голосования. Повторное голосование сначала назначает вышестоящая комиссия: \
             `protokol draft repeat-voting {unit}`."
        )
    };
    said(format!("{unit}, {contest}: документ голосования № {voting}, а открыто голосование № {open}."), act)
}

pub fn not_in_this_state(at: &Paper, now: PaperStatus) -> Said {
    let unit = &at.unit;
    let act = match now {
        PaperStatus::Awaited | PaperStatus::Opened => format!(
            "Исправить или аннулировать можно только поступивший протокол, а повторить только несостоявшееся или \
             аннулированное голосование. Посмотрите состояние: `protokol show {unit}`."
        ),
        PaperStatus::Reported(_) => format!(
            "Протокол, который в силе, сначала аннулирует вышестоящая комиссия: `protokol draft annulment {unit}`."
        ),
        PaperStatus::Annulled | PaperStatus::Failed => format!(
            "Документы принимаются снова, когда вышестоящая комиссия назначит повторное голосование: `protokol draft \
             repeat-voting {unit}`."
        ),
    };
    said(format!("{}: {}, и это не может следовать за этим.", paper(at), phase(now)), act)
}
