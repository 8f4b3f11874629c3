//! Signed notes, put to another people's library and to ours: whole ones, with signatures of strangers between those of
//! known keys as Sunlight adds them, and what becomes of them byte by byte. Both say the same, but for [`Known`] and
//! the tests that follow it.

use proptest::prelude::*;
use protokol::crypto::base64;
use protokol::crypto::note::{NOTE_BYTES_MAX, Note, NoteError};
use protokol::crypto::vkey::{VerifierKey, VerifierKeyError};
use signed_note::{StandardVerifier, Verifier, VerifierList};

use super::{ORIGIN, log, signer};

/// Who signed, by name and key id, each once and in order of name; nothing if it is no note or not believed.
type Believed = Option<Vec<(String, u32)>>;

/// The keys that are known here.
struct Known {
    ours: Vec<VerifierKey>,
    theirs: VerifierList,
}

impl Known {
    fn new() -> Self {
        let ours: Vec<_> =
            [log(), signer("second.example", 2)].iter().map(|signer| signer.verifier().clone()).collect();
        let boxed = |key: &VerifierKey| -> Box<dyn Verifier> {
            Box::new(StandardVerifier::new(&key.to_string()).expect("a key"))
        };
        let theirs = VerifierList::new(ours.iter().map(boxed).collect());
        Self { ours, theirs }
    }

    fn ours(&self, bytes: &[u8]) -> Believed {
        let note = Note::parse(bytes).ok()?;
        let verified = note.verified_by(&self.ours).ok()?;
        let id = |key: &VerifierKey| u32::from_be_bytes(key.key_id().0);
        Some(in_order(verified.iter().map(|one| (one.key.name().as_str().to_owned(), id(one.key)))))
    }

    fn theirs(&self, bytes: &[u8]) -> Believed {
        let note = signed_note::Note::from_bytes(bytes).ok()?;
        let (verified, _) = note.verify(&self.theirs).ok()?;
        Some(in_order(verified.iter().map(|one| (one.name().to_owned(), one.id()))))
    }

    /// Both believe the same of these bytes.
    ///
    /// But `signed_note`, as Go's library from which it was ported, looks at the first signature of a key alone. The
    /// specification rejects a note with a signature of a known key that does not verify, whichever it is, and so do
    /// we: what stands behind the first, they believe and we do not.
    fn agree(&self, bytes: &[u8]) -> Believed {
        let (ours, theirs) = (self.ours(bytes), self.theirs(bytes));
        if ours != theirs {
            let note = Note::parse(bytes).expect("both read the same");
            assert!(ours.is_none() && theirs.is_some(), "we believe what they do not: {note}");
            let firsts = note.signatures().iter().enumerate().filter(|(at, line)| {
                let before = &note.signatures()[..*at];
                before.iter().all(|other| (other.name(), other.key_id()) != (line.name(), line.key_id()))
            });
            let firsts: String = firsts.map(|(_, line)| format!("{line}\n")).collect();
            let without_repeats = format!("{}\n{firsts}", note.text()).into_bytes();
            assert!(without_repeats.len() < bytes.len(), "not a matter of repeated signatures: {note}");
            assert_eq!(self.ours(&without_repeats), theirs);
        }
        ours
    }
}

fn in_order(names: impl Iterator<Item = (String, u32)>) -> Vec<(String, u32)> {
    let mut names: Vec<_> = names.collect();
    names.sort();
    names.dedup();
    names
}

const TEXT: &str = "elections.example/2026/parliament\n4\nENQ66+ZK8KtjZNho77q0/QLJ2/eoyZgoHaZ22C4YyKM=\n";

/// Both keys' lines below the text.
fn lines() -> [String; 2] {
    [log(), signer("second.example", 2)]
        .map(|signer| format!("{}\n", signer.sign_note(TEXT).expect("a text").signatures()[0]))
}

fn note(lines: &[String]) -> Vec<u8> {
    format!("{TEXT}\n{}", lines.concat()).into_bytes()
}

/// A line that no known key wrote: random names and bytes, also under a known name with another key id.
fn grease() -> impl Strategy<Value = String> {
    let name =
        prop_oneof![Just(ORIGIN.to_owned()), Just("second.example".to_owned()), "[a-z]{1,9}\\.(example|invalid)"];
    let known = Known::new().ours.iter().map(|key| key.key_id().0).collect::<Vec<_>>();
    (name, any::<[u8; 4]>(), prop::collection::vec(any::<u8>(), 1..200))
        .prop_filter("a known key's id", move |(_, id, _)| !known.contains(id))
        .prop_map(|(name, id, bytes)| format!("— {name} {}\n", base64::encode(&[&id[..], &bytes].concat())))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn grease_and_order_change_nothing(
        grease in prop::collection::vec(grease(), 0..20),
        order in any::<prop::sample::Index>(),
        shuffled in any::<u64>(),
    ) {
        let known = Known::new();
        let plain = known.agree(&note(&lines()));
        prop_assert!(plain.as_ref().is_some_and(|names| names.len() == 2));
        let mut all: Vec<String> = grease.into_iter().chain(lines()).collect();
        let turns = order.index(all.len());
        all.rotate_left(turns);
        for at in (1..all.len()).rev() {
            all.swap(at, (shuffled.rotate_left(at as u32) % (at as u64 + 1)) as usize);
        }
        prop_assert_eq!(known.agree(&note(&all)), plain);
    }

    #[test]
    fn whatever_is_spliced_in_both_say_the_same(
        grease in grease(),
        at in any::<prop::sample::Index>(),
        cut in 0..4usize,
        instead in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..4),
            prop::sample::select(vec![&b"\n"[..], b"\n\n", b"\r\n", "— ".as_bytes(), b" ", b"=", b"+", b"\xc2\xa0", b"\x85"])
                .prop_map(<[u8]>::to_vec),
        ],
    ) {
        let [one, other] = lines();
        let mut bytes = note(&[one, grease, other]);
        let at = at.index(bytes.len());
        let end = (at + cut).min(bytes.len());
        bytes.splice(at..end, instead);
        Known::new().agree(&bytes);
    }
}

#[test]
fn every_changed_bit_is_refused_by_both() {
    let known = Known::new();
    let good = note(&lines());
    let all = known.agree(&good);
    for bit in 0..good.len() * 8 {
        let mut bytes = good.clone();
        bytes[bit / 8] ^= 1 << (bit % 8);
        assert_ne!(known.agree(&bytes), all, "bit {bit}");
    }
}

#[test]
fn each_of_two_keys_is_enough_and_a_forgery_of_either_fells_the_note() {
    let known = Known::new();
    let [one, other] = lines();
    let forged = other.replacen(&other[30..34], "AAAA", 1);
    assert_ne!(forged, other);
    let names = |bytes: &[u8]| known.agree(bytes).map(|names| names.len());
    assert_eq!(names(&note(std::slice::from_ref(&one))), Some(1));
    assert_eq!(names(&note(&[one.clone(), other.clone()])), Some(2));
    assert_eq!(names(&note(&[one.clone(), forged.clone()])), None);
    assert_eq!(names(&note(&[forged.clone(), one.clone()])), None);
    assert_eq!(names(&note(&[other.clone(), one.clone(), other.clone()])), Some(2), "the same line twice counts once");
    let repeated = note(&[one, other, forged]);
    assert_eq!((known.ours(&repeated), known.theirs(&repeated).map(|names| names.len())), (None, Some(2)));
}

/// They read notes of up to a million bytes, and we of sixteen post-quantum signatures three times over.
#[test]
fn a_note_of_half_a_megabyte_is_read_by_them_alone() {
    let known = Known::new();
    let [one, _] = lines();
    let long = format!("— long.example {}\n", base64::encode(&vec![7; NOTE_BYTES_MAX]));
    let bytes = note(&[one, long]);
    assert_eq!(Note::parse(&bytes), Err(NoteError::TooLong(bytes.len())));
    assert!(known.theirs(&bytes).is_some());
}

/// A key of small order signs everything: to them it is a key, and a signature of zeros is its own over any text.
#[test]
fn a_key_of_small_order_is_a_key_to_them_alone() {
    let mut neutral = [0; 33];
    neutral[..2].copy_from_slice(&[1, 1]);
    let id = signed_note::key_id(ORIGIN, &neutral);
    let vkey = format!("{ORIGIN}+{id:08x}+{}", base64::encode(&neutral));
    let theirs = StandardVerifier::new(&vkey).expect("to them it is a key");
    let signature = [&neutral[1..], &[0; 32]].concat();
    assert!(theirs.verify(b"whatever it says\n", &signature));
    assert!(matches!(vkey.parse::<VerifierKey>(), Err(VerifierKeyError::NotAdmissible(_))));
}

/// The specification writes key ids in lower case; they read both, and then there are two spellings of one trust file.
#[test]
fn a_key_id_in_capitals_is_read_by_them_alone() {
    let key = log().verifier().clone();
    let capitals = key.to_string().replacen(&key.key_id().to_string(), &key.key_id().to_string().to_uppercase(), 1);
    assert_ne!(capitals, key.to_string());
    assert!(StandardVerifier::new(&capitals).is_ok());
    assert_eq!(capitals.parse::<VerifierKey>(), Err(VerifierKeyError::KeyIdForm));
}
