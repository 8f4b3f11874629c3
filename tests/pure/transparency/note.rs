use protokol::crypto::base64;
use protokol::crypto::key::{KeyNotAdmissible, PublicKey, SecretKey};
use protokol::crypto::note::*;
use protokol::crypto::vkey::{KeyKind, NotAKeyName, VerifierKey, VerifierKeyError};

use super::{cosigner_key, signer, time};

/// The example of C2SP signed-note.
const SPEC_KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const SPEC_NOTE: &str = "This is an example message.\n\n\
    — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

/// The example of Go's golang.org/x/mod/sumdb/note, with its secret key.
const GO_KEY: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const GO_SEED: &str = "810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173";
const GO_TEXT: &str = "If you think cryptography is the answer to your problem,\n\
    then you don't know what your problem is.\n";
const GO_SIGNATURE: &str = "— PeterNeumann \
    x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

fn key(text: &str) -> VerifierKey {
    text.parse().expect("a verifier key")
}

fn note(text: &str) -> Note {
    text.parse().expect("a note")
}

fn signature_lines(count: usize) -> String {
    (0..count).map(|n| format!("— grease{n} QUJDREU=\n")).collect()
}

#[test]
fn the_specifications_note_verifies() {
    let (note, key) = (note(SPEC_NOTE), key(SPEC_KEY));
    assert_eq!(note.text(), "This is an example message.\n");
    assert_eq!(note.to_string(), SPEC_NOTE);
    assert_eq!(key.to_string(), SPEC_KEY);
    assert_eq!((key.name().as_str(), key.key_id().to_string().as_str()), ("example.com/foo", "530d903a"));
    assert_eq!(note.verified_by(std::slice::from_ref(&key)), Ok(vec![Verified { key: &key, time: None }]));
}

#[test]
fn go_s_note_verifies_and_is_signed_the_same() {
    let whole = format!("{GO_TEXT}\n{GO_SIGNATURE}");
    assert!(note(&whole).verified_by(&[key(GO_KEY)]).is_ok());
    let mut seed = [0; 32];
    hex::decode_to_slice(GO_SEED, &mut seed).expect("hex");
    let signer = NoteSigner::new("PeterNeumann".parse().expect("a name"), SecretKey::from_seed(&seed));
    assert_eq!(signer.verifier(), &key(GO_KEY));
    assert_eq!(signer.sign_note(GO_TEXT).map(|note| note.to_string()), Ok(whole));
}

#[test]
fn parsing_gives_the_same_bytes_back() {
    let sixteen = signature_lines(16);
    for text in ["\n", "a\n", "a\n\nb\n", "\n\n\n", "— not a signature\n\nb\n", "ўзбек ქართული\n", "no newline yet\n\n"]
    {
        for lines in ["— a QUJDREU=\n", "— a QUJDREU=\n— a QUJDREU=\n", &sixteen] {
            let whole = format!("{text}\n{lines}");
            let read = note(&whole);
            assert_eq!((read.text(), read.to_string()), (text, whole));
        }
    }
}

#[test]
fn malformed_notes_are_refused() {
    use NoteError::*;
    let line = "— a QUJDREU=\n";
    let long = format!("{}\n\n{line}", "a".repeat(NOTE_BYTES_MAX));
    let cases: Vec<(&str, Vec<u8>, NoteError)> = vec![
        ("empty", "".into(), NoDivision),
        ("no empty line", "text\n— a QUJDREU=\n".into(), NoDivision),
        ("text without newline", "text— a QUJDREU=\n".into(), NoDivision),
        ("no text at all", format!("\n{line}").into(), NoDivision),
        ("no signature", "text\n\n".into(), SignaturesUnfinished),
        ("signature without newline", "text\n\n— a QUJDREU=".into(), SignaturesUnfinished),
        ("empty line after the signatures", format!("text\n\n{line}\n").into(), SignaturesUnfinished),
        ("text after the signatures", format!("text\n\n{line}text\n").into(), SignatureLine(2)),
        ("hyphen for a dash", "text\n\n- a QUJDREU=\n".into(), SignatureLine(1)),
        ("no name", "text\n\n—  QUJDREU=\n".into(), SignatureLine(1)),
        ("plus in the name", "text\n\n— a+b QUJDREU=\n".into(), SignatureLine(1)),
        ("no-break space in the name", "text\n\n— a\u{a0}b QUJDREU=\n".into(), SignatureLine(1)),
        ("two spaces", "text\n\n— a  QUJDREU=\n".into(), SignatureLine(1)),
        ("space at the end", "text\n\n— a QUJDREU= \n".into(), SignatureLine(1)),
        ("no signature after the name", "text\n\n— a\n".into(), SignatureLine(1)),
        ("key id alone", "text\n\n— a QUJDRA==\n".into(), SignatureLine(1)),
        ("padding missing", "text\n\n— a QUJDREU\n".into(), SignatureLine(1)),
        ("padding surplus", "text\n\n— a QUJDREVG=\n".into(), SignatureLine(1)),
        ("stray bits", "text\n\n— a QUJDREV=\n".into(), SignatureLine(1)),
        ("the other alphabet", "text\n\n— a QUJDRE-_\n".into(), SignatureLine(1)),
        ("carriage returns", "text\r\n\n— a QUJDREU=\n".into(), ControlCharacter),
        ("tab in the text", "te\txt\n\n— a QUJDREU=\n".into(), ControlCharacter),
        ("zero byte in the text", "te\0xt\n\n— a QUJDREU=\n".into(), ControlCharacter),
        ("control character in a name", "text\n\n— a\x01 QUJDREU=\n".into(), SignatureLine(1)),
        ("not UTF-8", b"te\xffxt\n\n".into(), NotUtf8),
        ("too many signatures", format!("text\n\n{}", signature_lines(101)).into(), TooManySignatures),
        ("too long", long.clone().into(), TooLong(long.len())),
    ];
    for (crime, bytes, verdict) in cases {
        assert_eq!(Note::parse(&bytes), Err(verdict), "{crime}");
    }
    assert!(Note::parse(format!("text\n\n{}", signature_lines(100)).as_bytes()).is_ok());
    let fits = format!("{}\n\n{line}", "a".repeat(NOTE_BYTES_MAX - 2 - line.len()));
    assert!(fits.len() == NOTE_BYTES_MAX && Note::parse(fits.as_bytes()).is_ok());
}

#[test]
fn texts_that_no_note_may_have_are_not_signed() {
    let signer = signer("a", 1);
    let cases = [
        ("empty", String::new(), NoteError::TextUnfinished),
        ("no newline at the end", "text".into(), NoteError::TextUnfinished),
        ("carriage return", "text\r\n".into(), NoteError::ControlCharacter),
    ];
    for (crime, text, verdict) in cases {
        assert_eq!(signer.sign_note(&text), Err(verdict), "{crime}");
    }
    let long = "a".repeat(NOTE_BYTES_MAX) + "\n";
    assert!(matches!(signer.sign_note(&long), Err(NoteError::TooLong(_))));
}

#[test]
fn malformed_keys_are_refused() {
    use VerifierKeyError::{Base64, KeyIdForm, Kind, Length, Name, NotAdmissible, Parts};
    let mismatch = |stated: &str, computed: &str| VerifierKeyError::KeyId {
        stated: stated.parse().expect("a key id"),
        computed: computed.parse().expect("a key id"),
    };
    let cases = [
        ("empty", "", Parts),
        ("one plus", "n+9c0721f5", Parts),
        ("no name", "+9c0721f5+AQ==", Name(NotAKeyName)),
        ("space in the name", "n n+9c0721f5+AQ==", Name(NotAKeyName)),
        ("short key id", "n+9c0721f+AQ==", KeyIdForm),
        ("long key id", "n+9c0721f50+AQ==", KeyIdForm),
        ("capitals in the key id", "n+9C0721F5+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs", KeyIdForm),
        ("signed key id", "n++c0721f5+AQ==", KeyIdForm),
        ("no key", "n+9c0721f5+", Length(0)),
        ("type alone", "n+5a8d7960+AQ==", Length(1)),
        ("short key", "n+3ba8e80e+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtI=", Length(32)),
        ("long key", "n+994abbe7+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIseA==", Length(34)),
        ("surplus padding", "n+9c0721f5+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs=", Base64(base64::NotBase64)),
        ("newline at the end", "n+9c0721f5+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs\n", Base64(base64::NotBase64)),
        ("type ECDSA", "n+049862a8+AupKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs", Kind(2)),
        ("type ML-DSA", "n+3681e855+BupKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs", Kind(6)),
        (
            "point of order four",
            "n+6986284b+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
            NotAdmissible(KeyNotAdmissible),
        ),
        ("neutral element", "n+60086fba+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", NotAdmissible(KeyNotAdmissible)),
        (
            "another key's id",
            "n+9c0721f6+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs",
            mismatch("9c0721f6", "9c0721f5"),
        ),
        (
            "another name's id",
            "m+9c0721f5+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs",
            mismatch("9c0721f5", "1e1417cc"),
        ),
    ];
    for (crime, text, verdict) in cases {
        assert_eq!(text.parse::<VerifierKey>(), Err(verdict), "{crime}");
    }
    assert!("n+9c0721f5+AepKbGPinFIKvvVQexMuxfmVR3auvr57kkIe6mkURtIs".parse::<VerifierKey>().is_ok());
    assert_eq!(VerifierKey::ed25519("n".parse().expect("a name"), PublicKey([0; 32])), Err(KeyNotAdmissible));
}

#[test]
fn no_part_and_no_changed_byte_of_a_key_is_a_key() {
    for (from, to) in (0..GO_KEY.len()).flat_map(|from| (from + 1..=GO_KEY.len()).map(move |to| (from, to))) {
        assert_eq!(GO_KEY[from..to].parse::<VerifierKey>().is_ok(), to - from == GO_KEY.len(), "{from}..{to}");
    }
    for place in 0..GO_KEY.len() {
        let mut bytes = GO_KEY.as_bytes().to_vec();
        bytes[place] += 1;
        let text = String::from_utf8(bytes).expect("ASCII");
        assert!(text.parse::<VerifierKey>().is_err(), "{text}");
    }
}

#[test]
fn both_spellings_of_a_witness_key_are_one_key() {
    let log_spelling = key("witness.example/w1+6327c7cb+Af0XJDhaoMdbZPt4zWAvodmR/ev3axPFjtcC6sg16fYY");
    let witness_spelling = key("witness.example/w1+24b5d9fe+BP0XJDhaoMdbZPt4zWAvodmR/ev3axPFjtcC6sg16fYY");
    assert_ne!(log_spelling, witness_spelling);
    assert_eq!(log_spelling.spelled(KeyKind::Cosigner), witness_spelling);
    assert_eq!(witness_spelling.spelled(KeyKind::Ed25519).to_string(), log_spelling.to_string());
    let public = witness_spelling.public();
    assert_eq!(VerifierKey::cosigner(witness_spelling.name().clone(), public), Ok(witness_spelling));
}

#[test]
fn only_known_keys_count_and_each_once() {
    let (a, b, stranger) = (signer("a", 1), signer("b", 2), signer("c", 3));
    let (of_a, of_b) = (a.sign_note("text\n").expect("a text"), b.sign_note("text\n").expect("a text"));
    let mut both = of_a.clone();
    both.add(of_b.signatures()[0].clone()).expect("room");
    let keys = [b.verifier().clone(), a.verifier().clone(), stranger.verifier().clone()];

    let names = |note: &Note, keys: &[VerifierKey]| {
        note.verified_by(keys).map(|all| all.iter().map(|one| one.key.name().to_string()).collect::<Vec<_>>())
    };
    assert_eq!(names(&both, &keys), Ok(vec!["a".into(), "b".into()]));
    assert_eq!(names(&both, &keys[..1]), Ok(vec!["b".into()]));
    assert_eq!(names(&both, &keys[2..]), Err(NoteRefusal::NoKnownSignature));
    assert_eq!(names(&both, &[]), Err(NoteRefusal::NoKnownSignature));

    let twice = note(&format!("{of_a}{}\n", of_a.signatures()[0]));
    assert_eq!((twice.signatures().len(), names(&twice, &keys)), (2, Ok(vec!["a".into()])));
    let mut again = both.clone();
    again.add(of_a.signatures()[0].clone()).expect("room");
    assert_eq!((again.signatures().len(), again.signatures()[1].name().as_str()), (2, "a"));
}

#[test]
fn a_name_or_an_id_alone_is_an_unknown_key() {
    let known = signer("a", 1);
    let lines =
        [signer("a", 2), signer("b", 1)].map(|s| s.sign_note("other\n").expect("a text").signatures()[0].clone());
    let mut note = known.sign_note("text\n").expect("a text");
    for line in lines {
        note.add(line).expect("room");
    }
    assert_eq!(note.signatures().len(), 3);
    assert_eq!(note.verified_by(std::slice::from_ref(known.verifier())).map(|all| all.len()), Ok(1));
}

#[test]
fn one_forged_signature_of_a_known_key_fells_the_note() {
    let (a, b) = (signer("a", 1), signer("b", 2));
    let keys = [a.verifier().clone(), b.verifier().clone()];
    let mut note = a.sign_note("text\n").expect("a text");
    note.add(b.sign_note("another text\n").expect("a text").signatures()[0].clone()).expect("room");
    let forged = NoteRefusal::Forged { name: "b".parse().expect("a name"), key_id: keys[1].key_id() };
    assert_eq!(note.verified_by(&keys), Err(forged));
    assert!(note.verified_by(&keys[..1]).is_ok());

    let good = a.sign_note("text\n").expect("a text");
    let bytes = good.signatures()[0].bytes();
    for (crime, bad) in [("cut", &bytes[..63]), ("zeros", &[0; 64]), ("longer", &[bytes, b"x"].concat())] {
        let line = base64::encode(&[&keys[0].key_id().0[..], bad].concat());
        let second = self::note(&format!("{good}— a {line}\n"));
        assert!(matches!(second.verified_by(&keys), Err(NoteRefusal::Forged { .. })), "{crime}, after a good one");
    }
}

#[test]
fn a_changed_text_or_signature_never_verifies() {
    let key = key(SPEC_KEY);
    for bit in 0..SPEC_NOTE.len() * 8 {
        let mut bytes = SPEC_NOTE.as_bytes().to_vec();
        bytes[bit / 8] ^= 1 << (bit % 8);
        let verified = Note::parse(&bytes).is_ok_and(|note| note.verified_by(std::slice::from_ref(&key)).is_ok());
        assert!(!verified, "bit {bit}");
    }
}

#[test]
fn a_cosignature_states_the_latest_time_and_is_no_log_signature() {
    let (log, witness) = (signer("a", 1), signer("w", 2));
    let mut note = log.sign_note("text\n").expect("a text");
    let early = witness.cosign(&note, time(10));
    note.add(witness.cosign(&note, time(20))).expect("room");
    let both = self::note(&format!("{note}{early}\n"));
    let key = cosigner_key(&witness);
    let expected = Verified { key: &key, time: Some(time(20)) };
    assert_eq!(both.verified_by(std::slice::from_ref(&key)), Ok(vec![expected]));
    assert_eq!(both.verified_by(std::slice::from_ref(witness.verifier())), Err(NoteRefusal::NoKnownSignature));
}

#[test]
fn a_full_note_takes_no_more() {
    let mut full = note(&format!("text\n\n{}", signature_lines(100)));
    let line: NoteSignature = "— one-more QUJDREU=".parse().expect("a line");
    assert_eq!(full.add(line), Err(NoteError::TooManySignatures));
    assert_eq!(full.signatures().len(), 100);
    let mut long = note(&format!("{}\n\n— a QUJDREU=\n", "a".repeat(NOTE_BYTES_MAX - 20)));
    assert!(matches!(long.add("— b QUJDREU=".parse().expect("a line")), Err(NoteError::TooLong(_))));
}
