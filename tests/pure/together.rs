//! Signatures together: whoever chooses keys, or puts them in an order of their choice, gains nothing.

use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
use curve25519_dalek::scalar::Scalar;
use protokol::crypto::admitted::AdmittedKeys;
use protokol::crypto::context::SIGNATURES_TOGETHER;
use protokol::crypto::key::PublicKey;
use protokol::crypto::parallel::Serial;
use protokol::crypto::together::all_hold;

use crate::kit::chance::Chance;

/// How many keys there are, and how many of them have a torsion component of order two.
const KEYS: usize = 400;
const MIXED: usize = 200;

/// Which of the keys' places, a bit each.
type Places = [u64; KEYS.div_ceil(64)];

fn key(number: usize, torsion: usize) -> PublicKey {
    let point = ED25519_BASEPOINT_POINT * Scalar::from(number as u64 + 2) + EIGHT_TORSION[torsion];
    PublicKey(point.compress().to_bytes())
}

/// The coefficient of each place, were these keys bound and no others: else the transcript is what it is.
fn coefficients(keys: &[PublicKey]) -> Vec<u128> {
    let mut transcript = blake3::Hasher::new_derive_key(SIGNATURES_TOGETHER);
    let counts = [0, KEYS, KEYS];
    counts.into_iter().chain(0..KEYS).for_each(|count| {
        transcript.update(&(count as u64).to_le_bytes());
    });
    keys.iter().for_each(|key| {
        transcript.update(&key.0);
    });
    let mut drawn = [0; 16 * KEYS];
    transcript.finalize_xof().fill(&mut drawn);
    drawn.as_chunks::<16>().0.iter().map(|bytes| u128::from_le_bytes(*bytes)).collect()
}

fn added(mut one: Places, other: &Places) -> Places {
    one.iter_mut().zip(other).for_each(|(one, other)| *one ^= other);
    one
}

/// As many places as there are keys with torsion, of which the coefficients add up to nothing bit for bit.
fn that_cancel(coefficients: &[u128]) -> Places {
    let (mut pivots, mut kernel): (Vec<(u128, Places)>, Vec<Places>) = (Vec::new(), Vec::new());
    for (at, coefficient) in coefficients.iter().enumerate() {
        let (mut sum, mut places) = (*coefficient, Places::default());
        places[at / 64] = 1 << (at % 64);
        for (pivot, of_pivot) in &pivots {
            if sum ^ pivot < sum {
                (sum, places) = (sum ^ pivot, added(places, of_pivot));
            }
        }
        if sum == 0 {
            kernel.push(places)
        } else {
            pivots.push((sum, places))
        }
        pivots.sort_by_key(|(pivot, _)| std::cmp::Reverse(*pivot));
    }
    let (mut chance, mut places) = (Chance(7), Places::default());
    while places.iter().map(|word| word.count_ones() as usize).sum::<usize>() != MIXED {
        places = added(places, &chance.of(&kernel));
    }
    places
}

/// At which places keys with torsion would not be seen.
fn mixed_at(coefficients: &[u128]) -> impl Fn(&usize) -> bool + use<> {
    let places = that_cancel(coefficients);
    let is_mixed = move |at: &usize| places[at / 64] >> (at % 64) & 1 == 1;
    assert_eq!((0..KEYS).filter(&is_mixed).fold(0, |sum, at| sum ^ coefficients[at]), 0);
    is_mixed
}

#[test]
fn keys_with_torsion_are_not_hidden_by_their_order() {
    let (mut mixed, mut plain): (Vec<_>, Vec<_>) =
        ((0..MIXED).map(|number| key(number, 4)).collect(), (MIXED..KEYS).map(|number| key(number, 0)).collect());
    let known = AdmittedKeys::default();
    assert!(mixed.iter().all(|key| key.admit().is_err()) && all_hold(&[], &plain, &known, &Serial).is_some());
    let mut bound = [mixed.clone(), plain.clone()].concat();
    bound.sort();
    let is_mixed = mixed_at(&coefficients(&bound));
    let next = |at| if is_mixed(&at) { mixed.pop() } else { plain.pop() };
    let ordered: Vec<_> = (0..KEYS).map(next).map(|key| key.expect("as many as there are places")).collect();
    assert!(all_hold(&[], &ordered, &known, &Serial).is_none(), "none of them is admissible alone");
}

#[test]
fn keys_with_torsion_are_not_hidden_by_a_choice_of_keys() {
    let is_mixed = mixed_at(&coefficients(&[]));
    let mut pool: Vec<_> = (0..4 * KEYS).map(|number| (key(number, 4 * (number % 2)), number % 2 == 1)).collect();
    pool.sort();
    let mut pool = pool.into_iter();
    let next = |at| pool.find(|(_, mixed)| *mixed == is_mixed(&at)).map(|(key, _)| key);
    let ascending: Vec<_> = (0..KEYS).map(next).map(|key| key.expect("more than enough")).collect();
    assert!(all_hold(&[], &ascending, &AdmittedKeys::default(), &Serial).is_none(), "half of them are not admissible");
}
