use protokol::crypto::note::{NoteError, NoteRefusal, NoteSignature};
use protokol::crypto::vkey::{PosixSeconds, TimeOutOfRange, cosigned_message};
use protokol::domain::origin::NotAnOrigin;
use protokol::ledger::note::checkpoint::*;
use protokol::ledger::note::cosignature::*;
use protokol::ledger::tree::node::{empty_root, leaf_hash};

use super::{ORIGIN, checkpoint, cosigner_key, log, signed, signer, time, witness};

/// Made by another program, in Python with OpenSSL: log seed 32 × 07, witness seed 32 × 09.
const VECTOR: &str = "elections.example/2026/parliament\n3\nSBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=\n\n\
    — elections.example/2026/parliament \
    MPwAD5CC5FHuwzAxgt0iJN74Df8PR+OM2KL2DPdJdFYNYvhkiUU7VpcB7R3aFN0h52fz4oQvCk1yPta/tH3CShZ0Dg8=\n\
    — witness.example/w1 \
    JLXZ/gAAAABkGFDLu6WRHuHK1S9zLDUhSTjvIyTpx4iwqDLX9JovSMy501Vcdp0hUo/LvTivazAMVhcqcL33PxGMmoggDGWciKdaAQ==\n";
const VECTOR_FINGERPRINT: &str = "6bad a194 27e1 65ed 3017 66a6 70c3 0af7 d3ce b035 5e2b 6a94 5911 fcab 5a2d 149a";
const VECTOR_TIME: u64 = 1_679_315_147;

/// The example of C2SP tlog-cosignature, whose keys are not published.
const SPEC_EXAMPLE: &str = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n\
    — example.com/behind-the-sofa \
    Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n\
    — witness.example.com/w1 \
    jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

#[test]
fn another_programs_checkpoint_verifies_and_is_signed_the_same() {
    let read: SignedCheckpoint = VECTOR.parse().expect("a checkpoint");
    let witness = signer("witness.example/w1", 9);
    assert_eq!(read.verify(log().verifier()), Ok(read.checkpoint()));
    assert_eq!(read.cosigned_by(witness.verifier()), Ok(Some(time(VECTOR_TIME))));
    assert_eq!(read.cosigned_by(&cosigner_key(&witness)), Ok(Some(time(VECTOR_TIME))));
    assert_eq!(read.checkpoint().fingerprint().to_string(), VECTOR_FINGERPRINT);

    let mut ours = read.checkpoint().sign(&log()).expect("the log's own name");
    let line = ours.cosign(&witness, time(VECTOR_TIME));
    assert_eq!(ours.add_cosignature(line, witness.verifier()), Ok(time(VECTOR_TIME)));
    assert_eq!(ours.to_string(), VECTOR);
}

#[test]
fn the_specifications_example_is_read() {
    let read: SignedCheckpoint = SPEC_EXAMPLE.parse().expect("a checkpoint");
    assert_eq!((read.checkpoint().size.0, read.to_string().as_str()), (20_852_163, SPEC_EXAMPLE));
    let message = cosigned_message(read.note().text(), time(VECTOR_TIME));
    assert_eq!(message, format!("cosignature/v1\ntime 1679315147\n{}", read.checkpoint().text()));
    let cosignature = read.note().signatures()[1].bytes();
    assert_eq!((cosignature.len(), &cosignature[..8]), (72, &VECTOR_TIME.to_be_bytes()[..]));
}

#[test]
fn texts_that_are_no_checkpoint_are_refused() {
    use CheckpointError::*;
    let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    let cases = [
        ("empty", String::new(), Lines),
        ("two lines", "a\n1\n".into(), Lines),
        ("last newline missing", format!("a\n1\n{root}"), Lines),
        ("empty line in front", format!("\na\n1\n{root}\n"), Lines),
        ("empty line at the end", format!("a\n1\n{root}\n\n"), Lines),
        ("extension line", format!("a\n1\n{root}\nextension\n"), Extension),
        ("space in the origin", format!("a b\n1\n{root}\n"), Origin(NotAnOrigin)),
        ("plus in the origin", format!("a+b\n1\n{root}\n"), Origin(NotAnOrigin)),
        ("scheme in the origin", format!("https://a\n1\n{root}\n"), Origin(NotAnOrigin)),
        ("look-alike letter in the origin", format!("\u{430}\n1\n{root}\n"), Origin(NotAnOrigin)),
        ("too long an origin", format!("{}\n1\n{root}\n", "a".repeat(256)), Origin(NotAnOrigin)),
        ("no size", format!("a\n-\n{root}\n"), Size),
        ("leading zero", format!("a\n01\n{root}\n"), Size),
        ("plus sign", format!("a\n+1\n{root}\n"), Size),
        ("space before the size", format!("a\n 1\n{root}\n"), Size),
        ("beyond 64 bits", format!("a\n18446744073709551616\n{root}\n"), Size),
        ("carriage return", format!("a\n1\r\n{root}\n"), Size),
        ("short root", "a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n".into(), Root),
        ("padding missing", format!("a\n1\n{}\n", root.trim_end_matches('=')), Root),
        ("stray bits", format!("a\n1\n{}J=\n", &root[..42]), Root),
        ("hexadecimal root", format!("a\n1\n{}\n", "00".repeat(32)), Root),
        ("empty tree of another root", format!("a\n0\n{root}\n"), EmptyRoot),
    ];
    for (crime, text, verdict) in cases {
        assert_eq!(Checkpoint::parse(&text), Err(verdict), "{crime}");
    }
    assert_eq!(SignedCheckpoint::parse(b"a\n"), Err(Note(NoteError::NoDivision)));
    for text in [format!("{}\n18446744073709551615\n{root}\n", "a".repeat(255)), checkpoint(0, empty_root()).text()] {
        assert_eq!(Checkpoint::parse(&text).map(|read| read.text()), Ok(text));
    }
}

#[test]
fn a_log_signs_only_its_own_origin() {
    let (own, other) = (log(), signer("elections.example/2026/president", 7));
    let unsigned = checkpoint(1, leaf_hash(b""));
    assert!(matches!(unsigned.sign(&other), Err(CheckpointRefusal::OtherOrigin { .. })));
    let signed = unsigned.sign(&own).expect("its own");
    assert!(matches!(signed.verify(other.verifier()), Err(CheckpointRefusal::OtherOrigin { .. })));
    assert!(matches!(signed.verify(&cosigner_key(&own)), Err(CheckpointRefusal::WitnessKey(_))));
    let stranger = signer(ORIGIN, 8);
    assert_eq!(signed.verify(stranger.verifier()), Err(NoteRefusal::NoKnownSignature.into()));
    let changed = signed.to_string().replacen("\n1\n", "\n2\n", 1);
    let changed: SignedCheckpoint = changed.parse().expect("still a checkpoint");
    assert!(matches!(changed.verify(own.verifier()), Err(CheckpointRefusal::Note(NoteRefusal::Forged { .. }))));
}

#[test]
fn a_fingerprint_is_read_as_people_type_it() {
    let fingerprint: Fingerprint = VECTOR_FINGERPRINT.parse().expect("as printed");
    assert_eq!(fingerprint.to_string(), VECTOR_FINGERPRINT);
    let plain = VECTOR_FINGERPRINT.replace(' ', "");
    for typed in [plain.clone(), plain.to_uppercase(), format!(" {VECTOR_FINGERPRINT} "), plain.replace('a', "a  ")] {
        assert_eq!(typed.parse(), Ok(fingerprint), "{typed}");
    }
    for (crime, typed) in [
        ("empty", String::new()),
        ("a digit missing", plain[1..].into()),
        ("a digit too many", format!("{plain}0")),
        ("letter o for zero", plain.replace('0', "o")),
        ("hyphens", VECTOR_FINGERPRINT.replace(' ', "-")),
        ("two lines", VECTOR_FINGERPRINT.replacen(' ', "\n", 1)),
    ] {
        assert_eq!(typed.parse::<Fingerprint>(), Err(NotAFingerprint), "{crime}");
    }
}

#[test]
fn a_cosignature_is_added_only_if_it_is_the_witnesss_own() {
    let (mut ours, w1, w2) = (signed(3), witness(1), witness(2));
    let before = ours.clone();
    let of_another_tree = signed(4).cosign(&w1, time(5));
    assert!(matches!(ours.add_cosignature(of_another_tree, w1.verifier()), Err(CosignatureRefusal::Forged(_))));
    let of_another_witness = ours.cosign(&w2, time(5));
    assert!(matches!(
        ours.add_cosignature(of_another_witness, w1.verifier()),
        Err(CosignatureRefusal::OtherKey { .. })
    ));
    let a_log_signature = w1.sign_note(ours.note().text()).expect("a text").signatures()[0].clone();
    assert!(matches!(ours.add_cosignature(a_log_signature, w1.verifier()), Err(CosignatureRefusal::OtherKey { .. })));
    assert_eq!(ours, before);

    for (at, key) in [(5, w1.verifier().clone()), (9, cosigner_key(&w1))] {
        let line = ours.cosign(&w1, time(at));
        assert_eq!(ours.add_cosignature(line, &key), Ok(time(at)));
        assert_eq!((ours.note().signatures().len(), ours.cosigned_by(&key)), (2, Ok(Some(time(at)))));
    }
    assert_eq!(ours.cosigned_by(w2.verifier()), Ok(None));
    assert_eq!(ours.verify(log().verifier()), Ok(before.checkpoint()));
}

#[test]
fn a_cosignature_of_another_time_is_forged() {
    let (ours, witness) = (signed(3), witness(1));
    let line = ours.cosign(&witness, time(5));
    let forge = |first_eight: u64| {
        let bytes = [&line.key_id().0[..], &first_eight.to_be_bytes(), &line.bytes()[8..]].concat();
        let line = format!("— {} {}", line.name(), protokol::crypto::base64::encode(&bytes));
        line.parse::<NoteSignature>().expect("a line")
    };
    assert_eq!(forge(5), line);
    for forged in [forge(6), forge(1 << 63), forge(u64::MAX)] {
        let verdict = ours.clone().add_cosignature(forged.clone(), witness.verifier());
        assert!(matches!(verdict, Err(CosignatureRefusal::Forged(_))));
        let note = format!("{ours}{forged}\n").parse::<SignedCheckpoint>().expect("a checkpoint");
        assert!(matches!(note.cosigned_by(witness.verifier()), Err(NoteRefusal::Forged { .. })));
    }
    let last = (1 << 63) - 1;
    assert_eq!(PosixSeconds::try_from(last).map(PosixSeconds::seconds), Ok(last));
    assert_eq!(PosixSeconds::try_from(last + 1), Err(TimeOutOfRange));
}

#[test]
fn a_witnesss_answer_is_lines_and_nothing_else() {
    let ours = signed(3);
    let lines = [ours.cosign(&witness(1), time(1)), ours.cosign(&witness(2), time(2))];
    assert_eq!(parse_lines(&format!("{}\n{}\n", lines[0], lines[1])), Ok(lines.to_vec()));
    let line = lines[0].to_string();
    for (crime, answer) in [
        ("empty", String::new()),
        ("an empty line", "\n".into()),
        ("last newline missing", line.clone()),
        ("empty line at the end", format!("{line}\n\n")),
        ("a whole checkpoint", ours.to_string()),
        ("carriage return", format!("{line}\r\n")),
        ("too many", format!("{line}\n").repeat(101)),
    ] {
        assert_eq!(parse_lines(&answer), Err(NotSignatureLines), "{crime}");
    }
}
