//! A number in groups of three digits, which every language of ours counts by.

/// How many groups of three digits hold every `u64`.
pub const GROUPS: usize = 7;

/// The groups of three digits that are not zero, from the left, each with its rank: 0 counts ones, 1 thousands.
pub fn groups(value: u64) -> Vec<(u64, usize)> {
    let mut groups = Vec::new();
    let mut rest = value;
    for rank in 0..GROUPS {
        groups.push((rest % 1000, rank));
        rest /= 1000;
    }
    groups.retain(|(group, _)| *group > 0);
    groups.reverse();
    groups
}

/// The word for a number that a table of words holds.
pub fn word<T: Copy>(words: &[T], at: u64) -> T {
    usize::try_from(at).ok().and_then(|at| words.get(at)).copied().expect("a digit or a number below twenty")
}
