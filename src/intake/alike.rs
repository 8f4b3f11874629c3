//! Texts that a reader takes for one another.

use unicode_security::skeleton;

/// Whether a reader takes two texts for one, by Unicode's list of what looks alike (UTS 39); spaces are not seen.
pub fn look_alike(one: &str, other: &str) -> bool {
    let seen = |c: &char| !c.is_whitespace();
    skeleton(one).filter(seen).eq(skeleton(other).filter(seen))
}

/// The known name that a reader takes for this one, which is not known.
pub fn twin<T: ToString>(name: &str, known: impl IntoIterator<Item = T>) -> Option<T> {
    known.into_iter().find(|known| look_alike(name, &known.to_string()))
}
