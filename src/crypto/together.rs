//! Signatures checked together, with the verdict of one by one.
//!
//! `verify_strict` under an admitted key accepts exactly the signatures of which `s` is below the order, `R` is spelled
//! canonically, decompresses and is not of small order, and `R + h·A = s·B`. The first three are looked at one by one. The equation
//! is looked at once for all, as one random sum, `Σ z·R + Σ (z·h)·A = (Σ z·s)·B` with 128-bit `z`. In the group of prime order
//! such a sum hides a defect with a chance of 2^-128; outside it defects of small order would cancel. So all points are shown to
//! be in it first: a point with a torsion component leaves one in every second random subset, and 128 subsets are summed. The
//! randomness is BLAKE3 of everything that is claimed, so nobody chooses a claim after having seen it.

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

/// Bytes of randomness for each signature and each point: 128 bits.
const CHANCE_BYTES: usize = 16;
/// How many subsets are summed in one pass: those of the bits of a byte.
const BITS: usize = 8;

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
    let mut sum = Sum::over(&keys);
    claims.iter().try_for_each(|claim| sum.add(claim, keys.places[claim.key]))?;
    let mut chance = sum.transcript.finalize_xof();
    let points: Vec<_> = sum.commitments.iter().chain(&keys.fresh).copied().collect();
    (sum.is_zero(&keys, &mut chance) && all_torsion_free(&points, &mut chance)).then(|| keys.admitted(enrolled))
}

/// The keys of a batch, each parsed once.
struct Keys {
    places: BTreeMap<PublicKey, usize>,
    parsed: Vec<AdmittedKey>,
    /// The points of those that were not known before: whether they are torsion-free is still to be shown.
    fresh: Vec<EdwardsPoint>,
}

impl Keys {
    fn of<'a>(keys: impl Iterator<Item = &'a PublicKey>, known: &AdmittedKeys) -> Option<Self> {
        let (mut places, mut parsed, mut fresh) = (BTreeMap::new(), Vec::new(), Vec::new());
        for key in keys {
            if places.contains_key(key) {
                continue;
            }
            places.insert(*key, parsed.len());
            match known.get(key) {
                Some(admitted) => parsed.push(admitted.clone()),
                None => {
                    let supposed = is_canonical(&key.0).then(|| AdmittedKey::supposed(key)).flatten()?;
                    fresh.push(supposed.point());
                    parsed.push(supposed);
                }
            }
        }
        Some(Self { places, parsed, fresh })
    }

    fn admitted(&self, keys: &[PublicKey]) -> Vec<AdmittedKey> {
        keys.iter().map(|key| self.parsed[self.places[key]].clone()).collect()
    }
}

/// The claims of a batch, on their way into one sum.
struct Sum {
    transcript: blake3::Hasher,
    /// For each claim: `R`, `s`, the hash `h`, and the place of its key.
    commitments: Vec<EdwardsPoint>,
    factors: Vec<(Scalar, Scalar, usize)>,
}

impl Sum {
    fn over(keys: &Keys) -> Self {
        let mut transcript = blake3::Hasher::new_derive_key(context::SIGNATURES_TOGETHER);
        transcript.update(&(keys.parsed.len() as u64).to_le_bytes());
        for key in keys.places.keys() {
            transcript.update(&key.0);
        }
        Self { transcript, commitments: Vec::new(), factors: Vec::new() }
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
            self.transcript.update(bytes);
        }
        self.commitments.push(commitment);
        self.factors.push((response, Scalar::from_bytes_mod_order_wide(&hash), key));
        Some(())
    }

    /// Whether `Σ z·R + Σ (z·h)·A - (Σ z·s)·B` is zero, under coefficients by chance.
    fn is_zero(&self, keys: &Keys, chance: &mut blake3::OutputReader) -> bool {
        let (mut of_keys, mut of_base) = (vec![Scalar::ZERO; keys.parsed.len()], Scalar::ZERO);
        let coefficients: Vec<Scalar> =
            self.factors.iter().map(|_| Scalar::from(u128::from_le_bytes(drawn(chance)))).collect();
        for (z, (response, hash, key)) in coefficients.iter().zip(&self.factors) {
            of_keys[*key] += z * hash;
            of_base -= z * response;
        }
        let scalars = coefficients.iter().chain(&of_keys).chain([&of_base]);
        let keys = keys.parsed.iter().map(AdmittedKey::point);
        let points = self.commitments.iter().copied().chain(keys).chain([ED25519_BASEPOINT_POINT]);
        EdwardsPoint::vartime_multiscalar_mul(scalars, points).is_identity()
    }
}

/// Whether no point has a torsion component, by 128 random subsets: in 16 passes, each point falls into one of 256 buckets, which
/// says of which of eight subsets it is.
fn all_torsion_free(points: &[EdwardsPoint], chance: &mut blake3::OutputReader) -> bool {
    let drawn: Vec<[u8; CHANCE_BYTES]> = points.iter().map(|_| drawn(chance)).collect();
    (0..CHANCE_BYTES).all(|pass| {
        let mut buckets = vec![EdwardsPoint::identity(); 1 << BITS];
        for (point, drawn) in points.iter().zip(&drawn) {
            buckets[usize::from(drawn[pass])] += point;
        }
        // The upper half is one subset; laid upon the lower half, it leaves the other subsets as they were.
        (0..BITS).all(|_| {
            let upper = buckets.split_off(buckets.len() / 2);
            buckets.iter_mut().zip(&upper).for_each(|(lower, upper)| *lower += upper);
            upper.iter().sum::<EdwardsPoint>().is_torsion_free()
        })
    })
}

fn drawn(chance: &mut blake3::OutputReader) -> [u8; CHANCE_BYTES] {
    let mut bytes = [0; CHANCE_BYTES];
    chance.fill(&mut bytes);
    bytes
}

/// Whether 32 bytes spell a point's `y` below the field's prime, 2^255 - 19. The one other second spelling, a sign at `x = 0`,
/// is of a point of small order.
fn is_canonical(bytes: &[u8; 32]) -> bool {
    let [lowest, middle @ .., highest] = bytes;
    *lowest < 0xed || highest & 0x7f < 0x7f || middle.iter().any(|byte| *byte < 0xff)
}
