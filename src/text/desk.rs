//! Why a service takes nothing at this moment, or not in this way.

use super::clock::moment;
use super::{Lang, Said};
use crate::domain::time::Millis;

messages! {
    desk_busy + remedy;
    desk_closing + remedy;
    desk_ended { why, since } + remedy;
    desk_not_a_type { given } + remedy;
    desk_not_parts + remedy;
    desk_no_submission + remedy;
    desk_broken_body + remedy;
    desk_too_large + remedy;
    desk_too_slow + remedy;
    desk_too_often + remedy;
    desk_full + remedy;
}

pub fn busy(lang: Lang) -> Said {
    advise!(lang, desk_busy)
}

pub fn ending(lang: Lang) -> Said {
    advise!(lang, desk_closing)
}

pub fn ended(lang: Lang, why: &str, since: Millis) -> Said {
    advise!(lang, desk_ended { why: why.to_owned(), since: moment(since, None) })
}

pub fn not_a_type(lang: Lang, given: &str) -> Said {
    advise!(lang, desk_not_a_type { given: format!("{given:?}") })
}

pub fn not_parts(lang: Lang) -> Said {
    advise!(lang, desk_not_parts)
}

pub fn no_submission(lang: Lang) -> Said {
    advise!(lang, desk_no_submission)
}

pub fn broken_body(lang: Lang) -> Said {
    advise!(lang, desk_broken_body)
}

pub fn too_large(lang: Lang) -> Said {
    advise!(lang, desk_too_large)
}

pub fn too_slow(lang: Lang) -> Said {
    advise!(lang, desk_too_slow)
}

pub fn too_often(lang: Lang) -> Said {
    advise!(lang, desk_too_often)
}

pub fn full(lang: Lang) -> Said {
    advise!(lang, desk_full)
}
