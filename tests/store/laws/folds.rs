//! Laws of the fold that a writer keeps: the next one goes on from it as if it had folded everything, and from nothing else.

use proptest::prelude::*;
use proptest::sample::Index;
use protokol::domain::manifest::TurnoutSigners;
use protokol::domain::number::Size;
use protokol::ledger::entry::Serial;
use protokol::ledger::rows::page::RowPage;
use protokol::store::journal::memory::Memory;
use protokol::store::journal::recover::{Recovered, recover};
use protokol::tally::moment::Moment;
use protokol::tally::rows::{self, KeptRows};

use super::night::{Act, Night, nights};
use crate::kit::chance::Chance;
use crate::kit::disk::start;
use crate::kit::small::log_signer;
use crate::kit::tiny::log_key;

/// The disk of a night whose writer kept its fold after some of the acts, and how many events were in it.
fn kept(night: &mut Night, acts: &[Act], at: usize) -> Result<Size, TestCaseError> {
    night.play(&acts[..at])?;
    let mut writer = start(night.disk.clone()).expect("the disk holds");
    writer.keep_fold_behind(0);
    let size = writer.tree().size();
    drop(writer);
    night.play(&acts[at..])?;
    Ok(size)
}

fn recovered(disk: &Memory) -> Recovered<Serial> {
    recover(disk, Serial, Some(log_signer().verifier())).expect("the ledger stands")
}

/// Everything that a writer goes on from.
fn outcome(recovered: Recovered<Serial>) -> (String, Vec<RowPage>) {
    let Recovered { mut replay, tree, journal, latest, unsealed, .. } = recovered;
    let now = Moment { size: tree.size(), clock: replay.head().arrival };
    let found = (replay.head(), tree.root(), tree.leaves().to_vec(), replay.log_keys().len(), journal);
    let followed = replay.take_rows();
    let (state, model, _, _) = replay.into_parts();
    let mut rows = followed.unwrap_or_else(|| KeptRows::of(&model, now));
    let settled = rows.settle(&model).root;
    assert_eq!(settled, rows::root(&model, now));
    (format!("{found:?} {latest} {unsealed:?} {state:?} {model:?}"), rows.pages())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_fold_and_what_came_since_give_the_whole((rule, acts) in nights(1..40), at in any::<Index>()) {
        let mut night = Night::begin(rule);
        let size = kept(&mut night, &acts, at.index(acts.len() + 1))?;
        let disk = night.disk.memory();
        let behind = recovered(&disk);
        prop_assert_eq!(behind.kept, size);
        let whole = recover(&disk, Serial, None).expect("the ledger stands");
        prop_assert_eq!(whole.kept, Size(0));
        prop_assert_eq!(outcome(behind), outcome(whole));
    }

    /// One bit of the fold, or a file less: the journal is folded, as if there had never been one. No auditor looks at it.
    #[test]
    fn a_fold_that_was_changed_is_none((rule, acts) in nights(1..12), seed in any::<u64>()) {
        let mut night = Night::begin(rule);
        kept(&mut night, &acts, acts.len())?;
        let (mut disk, mut chance) = (night.disk.memory(), Chance(seed));
        let files: Vec<_> = disk.files().keys().filter(|name| name.starts_with("kept/")).cloned().collect();
        let file = &files[chance.below(files.len())];
        let mut bytes = disk.files()[file].clone();
        let bit = chance.below(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        disk.lay(file, bytes);
        let found = recovered(&disk);
        prop_assert_eq!(found.kept, Size(0), "{} at bit {}", file, bit);
        prop_assert_eq!(outcome(found), outcome(recover(&disk, Serial, None).expect("the ledger stands")));
    }

    /// One bit of the journal below the fold: the writer refuses to go on, for the same reason as without it.
    #[test]
    fn a_journal_that_was_changed_below_a_fold_is_told((rule, acts) in nights(1..12), seed in any::<u64>()) {
        let mut night = Night::begin(rule);
        kept(&mut night, &acts, acts.len())?;
        let (mut disk, mut chance) = (night.disk.memory(), Chance(seed));
        let file = disk.files().keys().find(|name| name.starts_with("journal/")).cloned().expect("a journal");
        let mut bytes = disk.files()[&file].clone();
        let bit = chance.below(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        disk.lay(&file, bytes);
        let told = |key| recover(&disk, Serial, key).map(|_| ()).map_err(|error| error.to_string());
        prop_assert!(told(None).is_err());
        let signer = log_signer();
        prop_assert_eq!(told(Some(signer.verifier())), told(None));
    }
}

/// A fold that another key signed is believed by nobody, whatever it says.
#[test]
fn a_fold_of_another_key_is_none() {
    let mut night = Night::begin(TurnoutSigners::AnyMember);
    kept(&mut night, &[], 0).expect("nothing is played");
    let disk = night.disk.memory();
    let other = log_key("another");
    assert_eq!(recover(&disk, Serial, Some(other.verifier())).expect("it stands").kept, Size(0));
}

/// A program that lays a fold out otherwise must not take one of before for its own: whoever changes a type that is in it sees this
/// fail, and gives the first line of the note the next version.
#[test]
fn the_layout_of_a_fold_is_that_of_its_version() {
    let mut night = Night::begin(TurnoutSigners::AnyMember);
    kept(&mut night, &[], 0).expect("nothing is played");
    let note = String::from_utf8(night.disk.memory().files()["kept/note"].clone()).expect("a note is text");
    let (_, parts) = note.split_once("end.0 ").expect("the end of the chain comes first");
    let (parts, _) = parts.split_once("\n\n").expect("a signature follows");
    assert!(note.starts_with("protokol kept fold v2\n"), "{note}");
    assert_eq!(parts, V2, "{note}");
}

/// Of the demonstration ledger before its polling day.
const V2: &str = "\
s4VvxP5tTojvvsoSWyoOAey87CeKHJ/3G7KdHzq8jF8=
state.0 spW3SYiprUhcIPskx8+JGUcULzcG0slrtrWHXh9Sw1o=
model.0 9EjUw2AnaHIDqDJV4XsOIxnJo0mo+VsbtnU7PyYYYlE=
rows.0 v+9SNGWFVqmQsLWyINvGOPZJXtHuWm13zdh4BWS6UFA=
published.0 dBanX7GnDyMJLQ6vs60P1H5LqwbcYFM9PjhMBcBt3bI=";
