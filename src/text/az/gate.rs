//! Why no figure is told yet.

use crate::domain::time::Millis;

/// What is so, and what to do.
pub fn closed(until: Millis) -> (String, &'static str) {
    (
        format!("Bu seçkinin rəqəmləri bu andan etibarən dərc olunur, əvvəl yox: {until}."),
        "O vaxtadək gözləyin. `protokol show checkpoint` və `protokol verify` istənilən vaxt işləyir. Rəqəmləri öz \
         kompüterində görməli olan komissiya --inside əlavə etsin.",
    )
}
