//! Signatures checked together, with the verdict of one by one.
//!
//! `verify_strict` under an admitted key accepts exactly the signatures of which `s` is below the order, `R` is spelled
//! canonically, decompresses and is not of small order, and `R + h·A = s·B`. The first three are looked at one by one. The equation
//! is looked at once for all, as one random sum, `Σ z·R + Σ (z·h)·A = (Σ z·s)·B` with 128-bit `z`. In the group of prime order
//! such a sum hides a defect with a chance of 2^-128; outside it defects of small order could cancel. So all points are shown to
//! be in it: the bits of `z` choose 128 random subsets of them, and a point with a torsion component leaves every second one's
//! sum with one. The same subsets, doubled and added, are `Σ z·R`. The randomness is BLAKE3 of everything that is claimed, so
//! nobody chooses a claim after having seen it.

use std::collections::BTreeMap;

use curve25519_dalek::constants::ED25519_BASEPOINT_POINT;
use curve25519_dalek::edwards::{CompressedEdwardsY, EdwardsPoint};
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::{Identity, IsIdentity, VartimeMultiscalarMul};
use sha2::{Digest, Sha512};

use super::admitted::AdmittedKeys;
use super::context;
use super::key::{AdmittedKey, PublicKey, Signature};

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

/// Whether every claim holds and every key is admissible, those that signed and those of `enrolled`: then the latter, admitted,
/// in their order. Nothing where anything is wrong, or cannot be shown together: one by one they are told apart.
pub fn all_hold(claims: &[Claim<'_>], enrolled: &[PublicKey], known: &AdmittedKeys) -> Option<Vec<AdmittedKey>> {
    let keys = Keys::of(claims.iter().map(|claim| claim.key).chain(enrolled), known)?;
    let (of_claims, of_enrolled) = keys.places.split_at(claims.len());
    let mut batch = Batch::over(&keys, claims.len());
    claims.iter().zip(of_claims).try_for_each(|(claim, key)| batch.add(claim, *key))?;
    batch.holds(&keys).then(|| of_enrolled.iter().map(|key| keys.parsed[*key].clone()).collect())
}

/// The keys of a batch, each parsed once.
struct Keys {
    parsed: Vec<AdmittedKey>,
    /// Where among them each key is that was asked for, in that order.
    places: Vec<usize>,
    /// The places of those that were not known before: whether they are torsion-free is still to be shown.
    fresh: Vec<usize>,
}

impl Keys {
    fn of<'a>(keys: impl Iterator<Item = &'a PublicKey>, known: &AdmittedKeys) -> Option<Self> {
        let (mut met, mut parsed, mut places, mut fresh) = (BTreeMap::new(), Vec::new(), Vec::new(), Vec::new());
        for key in keys {
            let place = *met.entry(*key).or_insert(parsed.len());
            places.push(place);
            if place < parsed.len() {
                continue;
            }
            match known.get(key) {
                Some(admitted) => parsed.push(admitted.clone()),
                None => {
                    fresh.push(place);
                    parsed.push(is_canonical(&key.0).then(|| AdmittedKey::supposed(key)).flatten()?);
                }
            }
        }
        Some(Self { parsed, places, fresh })
    }
}

/// Claims, on their way into one sum.
struct Batch {
    transcript: blake3::Hasher,
    /// What is claimed, on its way into the transcript: of one long stretch many blocks are hashed at a time.
    claimed: Vec<u8>,
    /// `R` of each claim.
    commitments: Vec<EdwardsPoint>,
    /// `s` and the hash `h` of each claim, and the place of its key.
    factors: Vec<(Scalar, Scalar, usize)>,
}

impl Batch {
    /// Binds every key at its place and which of them are fresh: coefficients are given to places, so whoever could move a key after
    /// having seen them could choose a key for its coefficient.
    fn over(keys: &Keys, claims: usize) -> Self {
        let mut transcript = blake3::Hasher::new_derive_key(context::SIGNATURES_TOGETHER);
        for count in [claims, keys.parsed.len(), keys.fresh.len()].iter().chain(&keys.fresh) {
            transcript.update(&(*count as u64).to_le_bytes());
        }
        for key in &keys.parsed {
            transcript.update(&key.public().0);
        }
        Self { transcript, claimed: Vec::new(), commitments: Vec::new(), factors: Vec::new() }
    }

    /// Looks at what is looked at one by one, and takes the claim in.
    fn add(&mut self, claim: &Claim<'_>, key: usize) -> Option<()> {
        let Signature { r, s } = claim.signature;
        let response = Option::from(Scalar::from_canonical_bytes(*s))?;
        let commitment = is_canonical(r).then(|| CompressedEdwardsY(*r).decompress()).flatten()?;
        if commitment.is_small_order() {
            return None;
        }
        let hash: [u8; 64] =
            Sha512::new().chain_update(r).chain_update(claim.key.0).chain_update(claim.message).finalize().into();
        for bytes in [&claim.key.0[..], r, s, &hash] {
            self.claimed.extend_from_slice(bytes);
        }
        self.commitments.push(commitment);
        self.factors.push((response, Scalar::from_bytes_mod_order_wide(&hash), key));
        Some(())
    }

    /// Whether all points are torsion-free, and `Σ z·R + Σ (z·h)·A - (Σ z·s)·B` is zero.
    fn holds(mut self, keys: &Keys) -> bool {
        let fresh = keys.fresh.iter().map(|place| keys.parsed[*place].point());
        let points: Vec<_> = self.commitments.iter().copied().chain(fresh).collect();
        let mut coefficients = vec![[0; COEFFICIENT_BYTES]; points.len()];
        self.transcript.update(&self.claimed);
        self.transcript.finalize_xof().fill(coefficients.as_flattened_mut());
        let sums = subset_sums(&points, &coefficients);
        let (mut of_keys, mut of_base) = (vec![Scalar::ZERO; keys.parsed.len()], Scalar::ZERO);
        let scalars: Vec<_> = coefficients.iter().map(|bytes| Scalar::from(u128::from_le_bytes(*bytes))).collect();
        let (of_claims, of_fresh) = scalars.split_at(self.factors.len());
        for (z, (response, hash, key)) in of_claims.iter().zip(&self.factors) {
            of_keys[*key] += z * hash;
            of_base -= z * response;
        }
        // Fresh keys are in the subsets with coefficients of their own, and taken off again here.
        keys.fresh.iter().zip(of_fresh).for_each(|(place, z)| of_keys[*place] -= z);
        let points = keys.parsed.iter().map(AdmittedKey::point).chain([ED25519_BASEPOINT_POINT]);
        let rest = EdwardsPoint::vartime_multiscalar_mul(of_keys.iter().chain([&of_base]), points);
        let sum = sums.iter().rev().fold(EdwardsPoint::identity(), |sum, of_bit| sum + sum + of_bit);
        sums.iter().all(EdwardsPoint::is_torsion_free) && (sum + rest).is_identity()
    }
}

/// For each of 128 bits, the lowest first, the sum of the points whose coefficient has it: in 16 passes, each point falls into
/// the one of 256 buckets that a byte of its coefficient names.
fn subset_sums(points: &[EdwardsPoint], coefficients: &[[u8; COEFFICIENT_BYTES]]) -> Vec<EdwardsPoint> {
    let mut sums = Vec::with_capacity(8 * COEFFICIENT_BYTES);
    for pass in 0..COEFFICIENT_BYTES {
        let mut buckets = vec![EdwardsPoint::identity(); 256];
        for (point, coefficient) in points.iter().zip(coefficients) {
            buckets[usize::from(coefficient[pass])] += point;
        }
        // Those with an odd number have the lowest bit; added to their neighbours, they leave the sums of the other bits as they were.
        for _ in 0..8 {
            sums.push(buckets.iter().skip(1).step_by(2).sum());
            buckets = buckets.chunks(2).map(|pair| pair.iter().sum()).collect();
        }
    }
    sums
}

/// Whether 32 bytes spell a point's `y` below the field's prime, 2^255 - 19. The one other second spelling, a sign at `x = 0`,
/// is of a point of small order.
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let [lowest, middle @ .., highest] = bytes;
    *lowest < 0xed || highest & 0x7f < 0x7f || middle.iter().any(|byte| *byte < 0xff)
}
