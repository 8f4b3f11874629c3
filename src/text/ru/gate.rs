//! Why no figure is told yet.

use crate::domain::time::Millis;

/// What is so, and what to do.
pub fn closed(until: Millis) -> (String, &'static str) {
    (
        format!("Цифры этих выборов публикуются с этого момента, не раньше: {until}."),
        "Дождитесь его. `protokol show checkpoint` и `protokol verify` работают в любое время. Комиссия, которой нужно \
         видеть цифры на своём компьютере, добавляет --inside.",
    )
}
