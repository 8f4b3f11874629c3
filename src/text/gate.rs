//! Why no figure is told yet.

use super::{Lang, Said};
use crate::domain::time::Millis;

messages! {
    gate_closed { until } + remedy;
}

pub fn closed(lang: Lang, until: Millis) -> Said {
    advise!(lang, gate_closed { until: until.to_string() })
}
