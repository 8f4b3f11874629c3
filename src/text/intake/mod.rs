//! What is wrong in the papers that people write: manifests, tables, drafts. A clause each, and another on what to do.

mod alike;
mod drafts;
mod enrolment;
mod files;
mod hints;
mod manifests;
mod slips;
mod tables;
mod toml;
mod values;

use super::fluent::Message;
use super::{Lang, Said};
use crate::intake::mistake::Mistake;

/// The messages, by subject.
pub(super) const MESSAGES: [&[Message]; 10] = [
    alike::MESSAGES,
    drafts::MESSAGES,
    enrolment::MESSAGES,
    files::MESSAGES,
    hints::MESSAGES,
    manifests::MESSAGES,
    slips::MESSAGES,
    tables::MESSAGES,
    toml::MESSAGES,
    values::MESSAGES,
];

pub(super) use alike::{telling_one, telling_twin, telling_two};
pub(super) use hints::hint;
pub(super) use slips::mistake as slip_mistake;

pub(super) fn mistake(lang: Lang, mistake: &Mistake) -> Said {
    match mistake {
        Mistake::File(mistake) => files::mistake(lang, mistake),
        Mistake::Table(mistake) => tables::mistake(lang, mistake),
        Mistake::Enrolment(mistake) => enrolment::mistake(lang, mistake),
        Mistake::Manifest(mistake) => manifests::mistake(lang, mistake),
        Mistake::Draft(mistake) => drafts::mistake(lang, mistake),
        Mistake::Value(mistake) => values::mistake(lang, mistake),
    }
}
