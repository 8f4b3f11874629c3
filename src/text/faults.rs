//! Faults of a ledger or a receipt: the sentence that place and fault make.

use super::Lang;
use super::parts::sentence;
use crate::verify::Fault;

pub fn fault(lang: Lang, fault: &Fault) -> String {
    let what = words_of!(lang, faults::what(&fault.what));
    match words_of!(lang, faults::place(fault)) {
        // A file's name keeps its first letter.
        Some(place) if fault.sequence.is_none() && fault.unit.is_none() => format!("{place}: {what}."),
        Some(place) => sentence(lang, &format!("{place}: {what}")),
        None => sentence(lang, &what),
    }
}
