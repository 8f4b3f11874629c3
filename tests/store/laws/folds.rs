//! Laws of the fold that a writer keeps: the next one goes on from it as if it had folded everything, and from nothing else.

use std::{env, fs};

use proptest::prelude::*;
use proptest::sample::Index;
use protokol::crypto::hash::{Digester, FileDigest};
use protokol::crypto::key::SecretKey;
use protokol::crypto::note::NoteSigner;
use protokol::crypto::parallel::Serial;
use protokol::domain::manifest::TurnoutSigners;
use protokol::domain::number::Size;
use protokol::ledger::note::snapshot::Snapshot;
use protokol::ledger::rows::page::RowPage;
use protokol::store::files;
use protokol::store::journal::memory::Memory;
use protokol::store::journal::recover::{Beginning, Recovered, recover};
use protokol::tally::moment::Moment;
use protokol::tally::rows::{self, KeptRows};
use protokol::verify::published::SNAPSHOT;

use super::night::{Act, Night, nights};
use crate::kit::chance::Chance;
use crate::kit::disk::start;
use crate::kit::small::{SMALL, after, log_signer};
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
        prop_assert_eq!(behind.began, Beginning::Fold(size));
        let whole = recover(&disk, Serial, None).expect("the ledger stands");
        prop_assert_eq!(whole.began, Beginning::First);
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
        prop_assert_eq!(found.began, Beginning::First, "{} at bit {}", file, bit);
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

/// A snapshot of fewer events than the fold has, or of as many, is judged as without a fold: by who signed it, and by the rows.
#[test]
fn a_snapshot_below_a_fold_is_judged() {
    let night = Night::begin(TurnoutSigners::AnyMember);
    let mut writer = start(night.disk.clone()).expect("the disk holds");
    let before = writer.checkpoint().checkpoint().clone();
    writer.commit(SMALL.protocols(), after(9000), &Serial).expect("durable");
    let now = writer.checkpoint().checkpoint().clone();
    let rows = writer.settled().root;
    writer.keep_fold_behind(0);
    let (disk, signer) = (night.disk.memory(), log_signer());
    assert!(before.size < now.size && recovered(&disk).began == Beginning::Fold(now.size));
    let another = NoteSigner::new(signer.verifier().name().clone(), SecretKey::demonstration("log:", "another"));
    for (checkpoint, signer) in [(&before, &signer), (&now, &signer), (&before, &another)] {
        let (mut disk, snapshot) = (disk.clone(), Snapshot { checkpoint: checkpoint.clone(), rows });
        let signed = snapshot.sign(signer).expect("it can be signed").to_string();
        disk.lay(&format!("{}/{SNAPSHOT}", files::PUBLISHED), signed.into_bytes());
        let told = |key| recover(&disk, Serial, key).map(|_| ()).map_err(|error| format!("{error:?}"));
        // Of what there is now, these are the rows; of before they are not, or it is another's word.
        assert_eq!(told(None).is_ok(), *checkpoint == now);
        assert_eq!(told(Some(log_signer().verifier())), told(None));
    }
}

/// A fold that another key signed is believed by nobody, whatever it says.
#[test]
fn a_fold_of_another_key_is_none() {
    let mut night = Night::begin(TurnoutSigners::AnyMember);
    kept(&mut night, &[], 0).expect("nothing is played");
    let disk = night.disk.memory();
    let other = log_key("another");
    assert_eq!(recover(&disk, Serial, Some(other.verifier())).expect("it stands").began, Beginning::First);
}

/// Nor is one that another build kept, whatever its version: it may make other rows of the same events.
#[test]
fn a_fold_of_another_program_is_none() {
    let mut night = Night::begin(TurnoutSigners::AnyMember);
    kept(&mut night, &[], 0).expect("nothing is played");
    let mut disk = night.disk.memory();
    let note = String::from_utf8(disk.files()["kept/note"].clone()).expect("a note is text");
    let (text, _) = note.split_once("\n\n").expect("a signature follows");
    let program = fs::read(env::current_exe().expect("it has a name")).expect("it is there");
    let mut digester = Digester::default();
    digester.update(&program);
    let digest = digester.finish().blake3.to_string();
    assert_eq!(text.lines().nth(1), Some(digest.as_str()));
    for (kept_by, is_taken) in [(digest.clone(), true), (FileDigest([1; 32]).to_string(), false)] {
        let text = format!("{}\n", text.replace(&digest, &kept_by));
        disk.lay("kept/note", log_signer().sign_note(&text).expect("it can be signed").to_string().into_bytes());
        assert_eq!(matches!(recovered(&disk).began, Beginning::Fold(_)), is_taken);
    }
}
