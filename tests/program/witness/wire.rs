//! The form of a request: one spelling, and every other one refused.

use protokol::crypto::note::NOTE_BYTES_MAX;
use protokol::domain::number::Size;
use protokol::ledger::note::checkpoint::CheckpointError;
use protokol::ledger::note::witness::{ADD_CHECKPOINT_BYTES_MAX, AddCheckpoint, AddCheckpointError};

use super::{request, signed_of, tree};

const HASH: &str = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=";

/// The specification's own example, its signatures included.
const EXAMPLE: &str = "old 20852014
PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
/6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
";

#[test]
fn the_specifications_example_is_read_and_printed_the_same() {
    let read = AddCheckpoint::parse(EXAMPLE.as_bytes()).expect("the specification's example");
    assert_eq!(read.to_string(), EXAMPLE);
    assert_eq!((read.old(), read.proof().len()), (Size(20_852_014), 4));
    assert_eq!(read.checkpoint().checkpoint().size, Size(20_852_163));
}

#[test]
fn honest_requests_of_all_sizes_are_printed_and_read_back() {
    let tree = tree(40);
    for new in 0..=40 {
        for old in 0..=new {
            let request = request(&tree, old, new);
            assert_eq!(AddCheckpoint::parse(request.to_string().as_bytes()), Ok(request), "{old} {new}");
        }
    }
}

#[test]
fn every_other_spelling_is_refused() {
    let note = signed_of(&tree(5), 5).to_string();
    let with = |head: &str| AddCheckpoint::parse(format!("{head}\n{note}").as_bytes());
    assert!(with("old 0\n").is_ok() && with("old 18446744073709551615\n").is_ok());
    let old = [
        "",
        "\n",
        "old\n",
        "old \n",
        "old  0\n",
        "old 00\n",
        "old 01\n",
        "old +1\n",
        "old -1\n",
        "old 1 \n",
        "old 0x1\n",
        "Old 1\n",
        " old 1\n",
        "old\t1\n",
        "old 1\r\n",
        "old ١\n",
        "old 18446744073709551616\n",
        "new 1\n",
        "old 1.0\n",
    ];
    for head in old {
        let refused = with(head).expect_err(head);
        let expected = [AddCheckpointError::Old, AddCheckpointError::Hash(1)];
        assert!(expected.contains(&refused) || refused == AddCheckpointError::NoDivision, "{head:?}: {refused}");
    }
    for line in [
        "x",
        &HASH[1..],
        &HASH[..43],
        &format!("{HASH}="),
        &format!(" {HASH}"),
        &format!("{HASH} "),
        &format!("{HASH}\r"),
        &HASH.replace('+', "-"),
        &format!("{HASH}{HASH}"),
        "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkax=",
        "AAAA",
    ] {
        if line != HASH {
            assert_eq!(with(&format!("old 3\n{HASH}\n{line}\n")), Err(AddCheckpointError::Hash(2)), "{line:?}");
        }
    }
    assert_eq!(with(&format!("old 3\n{}", format!("{HASH}\n").repeat(64))), Err(AddCheckpointError::TooManyHashes));
    assert_eq!(with(&format!("old 3\n{}", format!("{HASH}\n").repeat(63))).expect("63 are allowed").proof().len(), 63);
    assert_eq!(AddCheckpoint::parse(b"old 0\n"), Err(AddCheckpointError::NoDivision));
    assert_eq!(AddCheckpoint::parse(b""), Err(AddCheckpointError::NoDivision));
    assert_eq!(AddCheckpoint::parse(b"old 0\n\xff\n\n"), Err(AddCheckpointError::Old));
}

#[test]
fn the_checkpoint_must_be_one() {
    let note = signed_of(&tree(5), 5).to_string();
    let with = |note: &str| AddCheckpoint::parse(format!("old 0\n\n{note}").as_bytes());
    for crooked in [
        String::new(),
        "\n".to_owned(),
        note.replace('\n', "\r\n"),
        note.trim_end().to_owned(),
        note.replacen("\n5\n", "\n05\n", 1),
        note.replacen("\n\n", "\nan extension line\n\n", 1),
        format!("{note}\n"),
        format!("\n{note}"),
        note.split_once("\n\n").expect("a note").0.to_owned(),
    ] {
        assert!(matches!(with(&crooked), Err(AddCheckpointError::Checkpoint(_))), "{crooked:?}: {:?}", with(&crooked));
    }
    let extension = with(&note.replacen("\n\n", "\nan extension line\n\n", 1));
    assert_eq!(extension, Err(AddCheckpointError::Checkpoint(CheckpointError::Extension)));
}

#[test]
fn a_note_of_the_largest_size_fits_and_more_is_not_read() {
    assert!(ADD_CHECKPOINT_BYTES_MAX > NOTE_BYTES_MAX + "old 18446744073709551615\n\n".len() + 63 * (HASH.len() + 1));
    let long = vec![b'a'; ADD_CHECKPOINT_BYTES_MAX + 1];
    assert_eq!(AddCheckpoint::parse(&long), Err(AddCheckpointError::TooLong(ADD_CHECKPOINT_BYTES_MAX + 1)));
    assert_eq!(AddCheckpoint::parse(&long[1..]), Err(AddCheckpointError::NoDivision));
}
