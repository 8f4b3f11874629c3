//! Signatures checked together, with the verdict of one by one.
//!
//! `verify_strict` under an admitted key accepts exactly the signatures of which `s` is below the order, `R` is spelled
//! canonically, decompresses and is not of small order, and `R + h·A = s·B`. All but the equation is checked for each signature
//! alone; of `R` only that it is not zero, for other points of small order fail with the subsets. The equation is checked once for
//! all, as one random sum, `Σ z·R + Σ (z·h)·A = (Σ z·s)·B` with 128-bit `z`. In the group of prime order such a sum hides a defect
//! with a chance of 2^-128; outside it defects of small order could cancel. So all points are shown to be in it: the bits of `z`
//! choose 128 random subsets of them, and if any point has a torsion component, at least half of all random subsets have a sum with
//! one. The same subsets, doubled and added, are `Σ z·R`. The randomness is BLAKE3 of everything that is claimed, so nobody chooses
//! a claim after having seen it.

use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::{Identity, IsIdentity, VartimeMultiscalarMul};
use sha2::{Digest, Sha512};

use super::admitted::AdmittedKeys;
use super::context;
use super::key::{AdmittedKey, PublicKey, Signature};
use super::parallel::ParallelMap;

/// Up to how many signatures one by one is as fast.
pub const FEW: usize = 128;

/// How long a random coefficient is: 128 bits.
const COEFFICIENT_BYTES: usize = 16;

/// A signature as it is claimed: whose, and over what.
#[derive(Clone, Copy, Debug)]
pub struct Claim<'a> {
    /// The key that is said to have signed.
    pub key: &'a PublicKey,
    /// What is said to be signed.
    pub message: &'a [u8],
    /// The signature.
    pub signature: &'a Signature,
}

/// How many claims or keys are prepared at once on one thread.
const AT_ONCE: usize = 512;

/// How many bits of the coefficients are looked at in one pass over the points, at the most.
const PASS_BITS_MAX: u32 = 12;

/// Whether every claim holds and every key is admissible, those that signed and those of `enrolled`: then the latter, admitted,
/// in their order. Nothing where anything is wrong, or cannot be shown together: one by one they are told apart.
pub fn all_hold<M: ParallelMap>(
    claims: &[Claim<'_>],
    enrolled: &[PublicKey],
    known: &AdmittedKeys,
    map: &M,
) -> Option<Vec<AdmittedKey>> {
    let keys = Keys::of(claims.iter().map(|claim| claim.key).chain(enrolled), known, map)?;
    let prepared = map.map(claims.chunks(AT_ONCE).collect(), |claims| claims.iter().map(Prepared::of).collect());
    let prepared: Vec<_> = prepared.into_iter().collect::<Option<Vec<Vec<_>>>>()?.into_iter().flatten().collect();
    let coefficients = coefficients(claims, &prepared, &keys);
    let (of_claims, of_enrolled) = keys.places.split_at(claims.len());
    let batch = Batch { claims: prepared, of_claims, keys: &keys, coefficients };
    batch.holds(map).then(|| of_enrolled.iter().map(|place| keys.parsed[*place].clone()).collect())
}

/// The keys of a batch, each parsed once.
struct Keys {
    /// In ascending order of their bytes.
    parsed: Vec<AdmittedKey>,
    /// Where among them each key is that was asked for, in that order.
    places: Vec<usize>,
    /// The places of those that were not known before: whether they are torsion-free is still to be shown.
    fresh: Vec<usize>,
}

impl Keys {
    fn of<'a, M: ParallelMap>(
        keys: impl Iterator<Item = &'a PublicKey>,
        known: &AdmittedKeys,
        map: &M,
    ) -> Option<Self> {
        let mut asked: Vec<_> = keys.copied().enumerate().map(|(at, key)| (key, at)).collect();
        asked.sort_unstable();
        let (mut distinct, mut places) = (Vec::new(), vec![0; asked.len()]);
        for (key, at) in asked {
            if distinct.last() != Some(&key) {
                distinct.push(key);
            }
            places[at] = distinct.len() - 1;
        }
        let parse = |key: &PublicKey| match known.get(key) {
            Some(admitted) => Some((admitted.clone(), false)),
            None => Some((is_canonical(&key.0).then(|| AdmittedKey::supposed(key)).flatten()?, true)),
        };
        let parsed = map.map(distinct.chunks(AT_ONCE).collect(), |keys| keys.iter().map(parse).collect());
        let (parsed, is_fresh): (Vec<_>, Vec<_>) =
            parsed.into_iter().collect::<Option<Vec<Vec<_>>>>()?.into_iter().flatten().unzip();
        let fresh = is_fresh.iter().enumerate().filter_map(|(place, is_fresh)| is_fresh.then_some(place)).collect();
        Some(Self { parsed, places, fresh })
    }
}

/// A claim, of which everything was looked at that is looked at one by one.
struct Prepared {
    /// The point `R`.
    commitment: EdwardsPoint,
    /// The scalar `s`.
    response: Scalar,
    /// The hash `h`, before it is reduced.
    hash: [u8; 64],
}

impl Prepared {
    fn of(claim: &Claim<'_>) -> Option<Self> {
        let Signature { r, s } = claim.signature;
        let response = Option::from(Scalar::from_canonical_bytes(*s))?;
        let commitment = is_canonical(r).then(|| CompressedEdwardsY(*r).decompress()).flatten()?;
        if commitment.is_identity() {
            return None;
        }
        let hash = Sha512::new().chain_update(r).chain_update(claim.key.0).chain_update(claim.message);
        Some(Self { commitment, response, hash: hash.finalize().into() })
    }
}

/// A coefficient for each claim, and behind them one for each fresh key. The transcript binds every key at its place and which of
/// them are fresh: coefficients are given to places, so whoever could move a key after having seen them could choose a key for its
/// coefficient.
fn coefficients(claims: &[Claim<'_>], prepared: &[Prepared], keys: &Keys) -> Vec<u128> {
    let mut transcript = blake3::Hasher::new_derive_key(context::SIGNATURES_TOGETHER);
    for count in [claims.len(), keys.parsed.len(), keys.fresh.len()].iter().chain(&keys.fresh) {
        transcript.update(&(*count as u64).to_le_bytes());
    }
    for key in &keys.parsed {
        transcript.update(&key.public().0);
    }
    for (claims, prepared) in claims.chunks(AT_ONCE).zip(prepared.chunks(AT_ONCE)) {
        // Of one long stretch many blocks are hashed at a time.
        let mut claimed = Vec::new();
        for (Claim { key, signature: Signature { r, s }, .. }, Prepared { hash, .. }) in claims.iter().zip(prepared) {
            [&key.0[..], r, s, hash].into_iter().for_each(|bytes| claimed.extend_from_slice(bytes));
        }
        transcript.update(&claimed);
    }
    let mut drawn = vec![[0; COEFFICIENT_BYTES]; claims.len() + keys.fresh.len()];
    transcript.finalize_xof().fill(drawn.as_flattened_mut());
    drawn.into_iter().map(u128::from_le_bytes).collect()
}

/// Claims whose sum is looked at.
struct Batch<'a> {
    claims: Vec<Prepared>,
    /// The place of each claim's key.
    of_claims: &'a [usize],
    keys: &'a Keys,
    coefficients: Vec<u128>,
}

impl Batch<'_> {
    /// Whether all points are torsion-free, and `Σ z·R + Σ (z·h)·A - (Σ z·s)·B` is zero.
    fn holds<M: ParallelMap>(&self, map: &M) -> bool {
        let fresh = self.keys.fresh.iter().map(|place| self.keys.parsed[*place].point());
        let points: Vec<_> = self.claims.iter().map(|claim| claim.commitment).chain(fresh).collect();
        let sums = subset_sums(&points, &self.coefficients, map);
        let are_torsion_free = map.map(sums.chunks(8).collect(), |sums| sums.iter().all(EdwardsPoint::is_torsion_free));
        let sum = sums.iter().rev().fold(EdwardsPoint::identity(), |sum, of_bit| sum + sum + of_bit);
        are_torsion_free.into_iter().all(|are| are) && (sum + self.sum_of_keys(map)).is_identity()
    }

    /// `Σ (z·h)·A - (Σ z·s)·B`, less the `Σ z·A` of the fresh keys, which the subsets contain too.
    fn sum_of_keys<M: ParallelMap>(&self, map: &M) -> EdwardsPoint {
        let (of_claims, of_fresh) = self.coefficients.split_at(self.claims.len());
        let each = self.claims.chunks(AT_ONCE).zip(of_claims.chunks(AT_ONCE)).collect();
        let products = map.map(each, |(claims, coefficients): (&[Prepared], &[u128])| {
            let product = |(claim, z): (&Prepared, &u128)| {
                let z = Scalar::from(*z);
                (z * Scalar::from_bytes_mod_order_wide(&claim.hash), z * claim.response)
            };
            claims.iter().zip(coefficients).map(product).collect::<Vec<_>>()
        });
        let (mut factors, mut of_base) = (vec![Scalar::ZERO; self.keys.parsed.len()], Scalar::ZERO);
        for ((of_key, response), place) in products.into_iter().flatten().zip(self.of_claims) {
            factors[*place] += of_key;
            of_base -= response;
        }
        self.keys.fresh.iter().zip(of_fresh).for_each(|(place, z)| factors[*place] -= Scalar::from(*z));
        let share = factors.len().div_ceil(map.width()).max(1);
        let shares = self.keys.parsed.chunks(share).zip(factors.chunks(share)).collect();
        let sums = map.map(shares, |(keys, factors): (&[AdmittedKey], &[Scalar])| {
            EdwardsPoint::vartime_multiscalar_mul(factors, keys.iter().map(AdmittedKey::point))
        });
        sums.into_iter().fold(EdwardsPoint::mul_base(&of_base), |sum, of_share| sum + of_share)
    }
}

/// For each of 128 bits, the lowest first, the sum of the points whose coefficient has it: in each pass, every point falls into the
/// bucket that some bits of its coefficient name.
fn subset_sums<M: ParallelMap>(points: &[EdwardsPoint], coefficients: &[u128], map: &M) -> Vec<EdwardsPoint> {
    // Wider passes are fewer, and have more buckets to add up.
    let additions = |bits: &u32| u128::BITS.div_ceil(*bits) as usize * (points.len() + (2 << bits));
    let bits = (1..=PASS_BITS_MAX).min_by_key(additions).unwrap_or(1);
    let passes = (0..u128::BITS).step_by(bits as usize).collect();
    let sums = map.map(passes, |lowest| {
        let bits = bits.min(u128::BITS - lowest);
        let mut buckets = vec![EdwardsPoint::identity(); 1 << bits];
        for (point, coefficient) in points.iter().zip(coefficients) {
            let bucket = (coefficient >> lowest) & ((1 << bits) - 1);
            buckets[bucket as usize] += point;
        }
        // Those with an odd number have the lowest bit; added to their neighbours, they leave the sums of the other bits as they were.
        let mut of_bit = Vec::new();
        for _ in 0..bits {
            of_bit.push(buckets.iter().skip(1).step_by(2).sum::<EdwardsPoint>());
            buckets = buckets.chunks(2).map(|pair| pair.iter().sum()).collect();
        }
        of_bit
    });
    sums.into_iter().flatten().collect()
}

/// Whether 32 bytes spell a point's `y` below the field's prime, 2^255 - 19. The one other second spelling, a sign at `x = 0`,
/// is of a point of small order.
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let [lowest, middle @ .., highest] = bytes;
    *lowest < 0xed || highest & 0x7f < 0x7f || middle.iter().any(|byte| *byte < 0xff)
}
