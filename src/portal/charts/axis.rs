//! Where an axis has its ticks.

/// The ticks of an axis that reaches a number: round steps from zero on, the last at or above it; about so many.
pub fn ticks(most: u64, about: u64) -> Vec<u64> {
    let step = round_up(most.div_ceil(about.max(1)).max(1));
    let last = most.max(1).div_ceil(step);
    (0..=last).map(|at| at.saturating_mul(step)).collect()
}

/// The smallest of 1, 2 and 5 times a power of ten that is not below a number.
fn round_up(number: u64) -> u64 {
    let mut power = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            match power.checked_mul(factor) {
                Some(step) if step >= number => return step,
                Some(_) => {}
                None => return number,
            }
        }
        let Some(next) = power.checked_mul(10) else { return number };
        power = next;
    }
}

/// A part of a whole on a line of a length, in the drawing's own units.
pub fn along(part: u64, whole: u64, length: u64) -> u64 {
    let at = u128::from(part.min(whole)) * u128::from(length) / u128::from(whole.max(1));
    u64::try_from(at).unwrap_or(length)
}
