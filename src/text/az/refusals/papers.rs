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
            "Əvvəlki səsvermənin sənədləri artıq qəbul edilmir. Səsvermə № {open} üçün `protokol draft` ilə yeni qaralama \
             hazırlayın."
        )
    } else {
        format!(
            "Qaralamada səsvermənin nömrəsini düzəldin. Təkrar səsverməni əvvəlcə yuxarı komissiya təyin edir: `protokol \
             draft repeat-voting {unit}`."
        )
    };
    said(format!("{unit}, {contest}: sənəd səsvermə № {voting} üzrədir, açıq olan isə səsvermə № {open}."), act)
}

pub fn not_in_this_state(at: &Paper, now: PaperStatus) -> Said {
    let unit = &at.unit;
    let act = match now {
        PaperStatus::Awaited | PaperStatus::Opened => format!(
            "Yalnız daxil olmuş protokol düzəldilə və ya ləğv edilə bilər, yalnız baş tutmamış və ya ləğv edilmiş səsvermə \
             təkrarlanır. Vəziyyətə baxın: `protokol show {unit}`."
        ),
        PaperStatus::Reported(_) => {
            format!("Qüvvədə olan protokolu əvvəlcə yuxarı komissiya ləğv edir: `protokol draft annulment {unit}`.")
        }
        PaperStatus::Annulled | PaperStatus::Failed => format!(
            "Yuxarı komissiya təkrar səsvermə təyin edəndən sonra sənədlər yenidən qəbul olunur: `protokol draft \
             repeat-voting {unit}`."
        ),
    };
    said(format!("{}: {}, ona görə bu, ardınca gələ bilməz.", paper(at), phase(now)), act)
}
