//! Why no figure is told yet.

use super::clock::moment;
use super::{Lang, Said};
use crate::domain::time::{Millis, Offset};

messages! {
    gate_closed { until } + remedy;
}

pub fn closed(lang: Lang, until: Millis, clock: Option<Offset>) -> Said {
    advise!(lang, gate_closed { until: moment(until, clock) })
}
