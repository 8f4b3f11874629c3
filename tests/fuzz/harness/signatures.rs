//! Signatures as nobody should make them, among honest ones: together they are judged as one by one.

use curve25519_dalek::constants::{ED25519_BASEPOINT_POINT, EIGHT_TORSION};
use curve25519_dalek::edwards::EdwardsPoint;
use curve25519_dalek::scalar::Scalar;
use curve25519_dalek::traits::Identity;
use protokol::crypto::admitted::AdmittedKeys;
use protokol::crypto::context;
use protokol::crypto::key::{AdmittedKey, PublicKey, SecretKey, Signature};
use protokol::crypto::parallel::{ParallelMap, Serial};
use protokol::crypto::together::{Claim, all_hold};
use protokol::domain::closing::LedgerClosed;
use protokol::domain::decision::Decision;
use protokol::domain::id::LedgerId;
use protokol::domain::observer::{ObserverAccredited, ObserverRole};
use protokol::domain::statement::{Body, Statement};
use protokol::domain::time::Millis;
use protokol::ledger::submission::{OpenedSubmission, SignedStatement, open_all};
use sha2::{Digest, Sha512};

use super::Made;

/// How many bytes spell one signature: how it is made, by which key, over which statement, and a choice.
const SPELLED: usize = 4;
/// How many signatures are judged at once at the most.
const AT_ONCE: usize = 2048;

/// A key, what it signed, and the signature.
type Crafted = (PublicKey, usize, Signature);

/// As three threads, of which none waits for another: what comes last is done first.
struct Three;

impl ParallelMap for Three {
    fn map<T: Send, R: Send>(&self, items: Vec<T>, f: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
        let mut done: Vec<_> = items.into_iter().rev().map(f).collect();
        done.reverse();
        done
    }

    fn width(&self) -> usize {
        3
    }
}

/// A way to make a signature.
type Way = fn(&Maker) -> (PublicKey, Signature);

/// Every way in which a signature is made here, honest ones first.
const WAYS: &[Way] = &[
    Maker::honest,
    Maker::honest,
    Maker::honest,
    Maker::commitment_with_torsion,
    Maker::key_with_torsion,
    Maker::key_and_commitment_with_torsion,
    Maker::commitment_of_small_order,
    Maker::key_of_small_order,
    Maker::response_above_the_order,
    Maker::response_moved,
    Maker::commitment_moved,
    Maker::commitment_spelled_again,
    Maker::key_spelled_again,
    Maker::of_another_statement,
    Maker::of_another_key,
];

/// What spells a signature.
#[derive(Clone)]
struct Maker {
    secret: Scalar,
    nonce: Scalar,
    message: Vec<u8>,
    choice: u8,
}

impl Maker {
    fn torsion(&self) -> EdwardsPoint {
        EIGHT_TORSION[usize::from(self.choice % 7) + 1]
    }

    fn hash(&self, commitment: &[u8; 32], key: &[u8; 32], message: &[u8]) -> Scalar {
        let hash: [u8; 64] =
            Sha512::new().chain_update(commitment).chain_update(key).chain_update(message).finalize().into();
        Scalar::from_bytes_mod_order_wide(&hash)
    }

    /// Signs with whatever torsion is put on, over a message.
    fn sign(&self, on_key: EdwardsPoint, on_commitment: EdwardsPoint, message: &[u8]) -> (PublicKey, Signature) {
        let key = (ED25519_BASEPOINT_POINT * self.secret + on_key).compress().to_bytes();
        let r = (ED25519_BASEPOINT_POINT * self.nonce + on_commitment).compress().to_bytes();
        let s = (self.nonce + self.hash(&r, &key, message) * self.secret).to_bytes();
        (PublicKey(key), Signature { r, s })
    }

    fn honest(&self) -> (PublicKey, Signature) {
        self.sign(EdwardsPoint::identity(), EdwardsPoint::identity(), &self.message)
    }

    fn commitment_with_torsion(&self) -> (PublicKey, Signature) {
        self.sign(EdwardsPoint::identity(), self.torsion(), &self.message)
    }

    fn key_with_torsion(&self) -> (PublicKey, Signature) {
        self.sign(self.torsion(), EdwardsPoint::identity(), &self.message)
    }

    /// The equation holds exactly, torsion and all: only the key is not admissible.
    fn key_and_commitment_with_torsion(&self) -> (PublicKey, Signature) {
        let on_key = self.torsion();
        let key = (ED25519_BASEPOINT_POINT * self.secret + on_key).compress().to_bytes();
        for tries in 0..64_u64 {
            let nonce = self.nonce + Scalar::from(tries);
            let on_commitment = EIGHT_TORSION[(tries % 8) as usize];
            let r = (ED25519_BASEPOINT_POINT * nonce + on_commitment).compress().to_bytes();
            let hash = self.hash(&r, &key, &self.message);
            if on_commitment == -(on_key * hash) {
                return (PublicKey(key), Signature { r, s: (nonce + hash * self.secret).to_bytes() });
            }
        }
        self.sign(on_key, self.torsion(), &self.message)
    }

    fn commitment_of_small_order(&self) -> (PublicKey, Signature) {
        let of_small_order = EIGHT_TORSION[usize::from(self.choice % 8)];
        Maker { nonce: Scalar::ZERO, ..self.clone() }.sign(EdwardsPoint::identity(), of_small_order, &self.message)
    }

    fn key_of_small_order(&self) -> (PublicKey, Signature) {
        let of_small_order = EIGHT_TORSION[usize::from(self.choice % 8)];
        Maker { secret: Scalar::ZERO, ..self.clone() }.sign(of_small_order, EdwardsPoint::identity(), &self.message)
    }

    fn response_above_the_order(&self) -> (PublicKey, Signature) {
        let (key, mut signature) = self.honest();
        // The order, little endian.
        let order = (-Scalar::ONE).to_bytes();
        let mut carry = 1_u16;
        for (byte, order) in signature.s.iter_mut().zip(order) {
            carry += u16::from(*byte) + u16::from(order);
            (*byte, carry) = (carry as u8, carry >> 8);
        }
        (key, signature)
    }

    /// By one up or down: two such defects cancel in a plain sum.
    fn response_moved(&self) -> (PublicKey, Signature) {
        let (key, mut signature) = self.honest();
        let s = Scalar::from_bytes_mod_order(signature.s);
        signature.s = if self.choice.is_multiple_of(2) { s + Scalar::ONE } else { s - Scalar::ONE }.to_bytes();
        (key, signature)
    }

    fn commitment_moved(&self) -> (PublicKey, Signature) {
        let (key, mut signature) = self.honest();
        signature.r[usize::from(self.choice % 32)] ^= 1 << (self.choice / 32);
        (key, signature)
    }

    fn commitment_spelled_again(&self) -> (PublicKey, Signature) {
        let (key, mut signature) = self.honest();
        signature.r = second_spelling(self.choice);
        (key, signature)
    }

    fn key_spelled_again(&self) -> (PublicKey, Signature) {
        (PublicKey(second_spelling(self.choice)), self.honest().1)
    }

    fn of_another_statement(&self) -> (PublicKey, Signature) {
        self.sign(EdwardsPoint::identity(), EdwardsPoint::identity(), &[&self.message[..], b"!"].concat())
    }

    fn of_another_key(&self) -> (PublicKey, Signature) {
        let (_, signature) = self.honest();
        (SecretKey::from_seed(&[self.choice; 32]).public(), signature)
    }
}

/// A `y` from the prime upwards, or near its end, with either sign.
fn second_spelling(choice: u8) -> [u8; 32] {
    let mut bytes = [0xff; 32];
    bytes[0] = 0xe8 + choice % 24;
    bytes[31] = 0x7f | (choice & 0x80);
    bytes
}

/// A statement that enrols a key, or nobody.
fn statement(number: usize, enrols: Option<PublicKey>) -> Statement {
    let decision = Decision { reference: format!("{number}/1").parse().expect("a reference"), date: None };
    let accredited = |key| ObserverAccredited {
        observer: format!("observer-{number}").parse().expect("an id"),
        organisation: "Observers".parse().expect("a text"),
        role: ObserverRole::Domestic,
        scope: "01".parse().expect("an id"),
        key,
    };
    let body =
        enrols.map_or(Body::LedgerClosed(LedgerClosed { decision }), |key| Body::ObserverAccredited(accredited(key)));
    Statement { ledger: LedgerId::UNFOUNDED, said_at: Millis::EPOCH, body }
}

/// Four statements: the third enrols a key that is made as the first signature's is, the last an honest one.
fn statements(spelled: &[[u8; SPELLED]]) -> Vec<Vec<u8>> {
    let first = spelled.first().copied().unwrap_or_default();
    let made = |spelled: [u8; SPELLED]| craft(0, &spelled, &vec![Vec::new(); 4]).0;
    let enrolled = [None, None, Some(made(first)), Some(made([0, first[3], 0, 0]))];
    enrolled.into_iter().enumerate().map(|(n, key)| statement(n, key).encode().expect("short")).collect()
}

/// Judged together, claims and whole submissions are what each of them is alone.
pub fn signatures(bytes: &[u8]) -> Made {
    let (spelled, _) = bytes.as_chunks::<SPELLED>();
    let spelled = &spelled[..spelled.len().min(AT_ONCE)];
    let statements = statements(spelled);
    let messages: Vec<_> = statements.iter().map(|bytes| [context::STATEMENT_SIGNATURE, bytes].concat()).collect();
    let crafted: Vec<Crafted> = spelled.iter().enumerate().map(|(at, spelled)| craft(at, spelled, &messages)).collect();
    let alone =
        |(key, over, signature): &Crafted| key.admit().is_ok_and(|key| key.verifies(&messages[*over], signature));
    let claim = |(key, over, signature): &'_ Crafted| (*key, *over, *signature);
    let kept: Vec<_> = crafted.iter().map(claim).collect();
    let claims: Vec<_> =
        kept.iter().map(|(key, over, signature)| Claim { key, message: &messages[*over], signature }).collect();
    let all_alone = crafted.iter().all(alone);
    // Whoever knows some of the keys already answers as whoever knows none.
    let mut some = AdmittedKeys::default();
    some.learn(crafted.iter().step_by(2).filter_map(|(key, ..)| key.admit().ok()));
    for known in [&AdmittedKeys::default(), &some] {
        assert_eq!(all_hold(&claims, &[], known, &Serial).is_some(), all_alone, "together and one by one");
        assert_eq!(all_hold(&claims, &[], known, &Three).is_some(), all_alone, "on three threads and one by one");
    }
    let keys: Vec<_> = crafted.iter().map(|(key, ..)| *key).collect();
    let admitted = all_hold(&[], &keys, &AdmittedKeys::default(), &Serial);
    assert_eq!(admitted.map(|keys| keys.len()), keys.iter().all(|key| key.admit().is_ok()).then_some(keys.len()));
    for known in [&AdmittedKeys::default(), &some] {
        submissions(&crafted, &statements, known);
    }
    if all_alone { Made::Read } else { Made::Refused }
}

fn craft(at: usize, [way, key, over, choice]: &[u8; SPELLED], messages: &[Vec<u8>]) -> Crafted {
    let over = usize::from(over % 4);
    let maker = Maker {
        secret: Scalar::from(u64::from(*key) + 2),
        nonce: Scalar::from_bytes_mod_order_wide(
            &Sha512::digest([at.to_le_bytes().as_slice(), &[*key, *choice]].concat()).into(),
        ),
        message: messages[over].clone(),
        choice: *choice,
    };
    let (key, signature) = WAYS[usize::from(*way) % WAYS.len()](&maker);
    (key, over, signature)
}

/// The same signatures, up to four below a statement.
fn submissions(crafted: &[Crafted], statements: &[Vec<u8>], known: &AdmittedKeys) {
    let submission = |some: &[Crafted]| {
        let over = some[0].1;
        let mut below: Vec<_> = some.iter().filter(|(_, other, _)| *other == over).collect();
        below.sort_by_key(|(key, ..)| *key);
        below.dedup_by_key(|(key, ..)| *key);
        let mut bytes = (statements[over].len() as u32).to_le_bytes().to_vec();
        bytes.extend(&statements[over]);
        bytes.extend((below.len() as u16).to_le_bytes());
        below.iter().for_each(|(key, _, signature)| bytes.extend([&key.0[..], &signature.to_bytes()].concat()));
        SignedStatement::decode(&bytes).expect("laid out as a submission")
    };
    let submissions: Vec<_> = crafted.chunks(4).map(submission).collect();
    let told = |opened: Result<OpenedSubmission, _>| {
        opened.map(|opened| (opened.submission.hash, opened.enrols.iter().map(AdmittedKey::public).collect::<Vec<_>>()))
    };
    let together = open_all(&submissions.iter().collect::<Vec<_>>(), known, &Three);
    for (signed, together) in submissions.iter().zip(together) {
        assert_eq!(told(signed.open(known)), told(together));
    }
}
