//! When papers come in on a real night: few at first, most of them together, and a long end.

use std::num::NonZeroU32;

/// How many hundredths of a stretch's papers are in after each tenth of its time. Most come in its fifth tenth, nearly
/// twice as many as on the mean; in its first and last far fewer.
const IN_AFTER: [u128; 11] = [0, 2, 8, 20, 38, 57, 73, 84, 91, 96, 100];
const TENTHS: usize = 10;

/// When each of so many papers comes in, in microseconds from the moment on at which the first may, where `per_second`
/// come in on the mean. The same numbers give the same moments.
pub fn arrivals(papers: usize, per_second: NonZeroU32) -> Vec<u64> {
    let all = papers as u128;
    let micros = all * 1_000_000 / u128::from(per_second.get());
    (0..all).map(|paper| moment(paper, all, micros)).collect()
}

/// When the middle of a paper's share of all papers is in, of a stretch of so many microseconds.
fn moment(paper: u128, all: u128, micros: u128) -> u64 {
    // In two hundredths of a paper, so that nothing is rounded before the end.
    let middle = (2 * paper + 1) * 100;
    let in_after = |tenth: usize| IN_AFTER[tenth] * 2 * all;
    let tenth = (0..TENTHS).rev().find(|tenth| in_after(*tenth) <= middle).unwrap_or(0);
    let (before, during) = (in_after(tenth), in_after(tenth + 1) - in_after(tenth));
    let tenths = tenth as u128 * during + middle - before;
    u64::try_from(micros * tenths / (TENTHS as u128 * during)).unwrap_or(u64::MAX)
}
