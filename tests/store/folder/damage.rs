//! The embedded store is never trusted: whatever becomes of its folder, the journal gives it back.

use std::fs;
use std::path::Path;

use protokol::crypto::parallel::Serial;
use protokol::domain::observer::{CopyContent, CopyFiled};
use protokol::domain::protocol::{Attachment, Figures, Media};
use protokol::domain::statement::Body;
use protokol::store::files;
use protokol::store::read::ReadFrom;
use tempfile::TempDir;

use super::same::assert_same;
use super::{aside, close, commit, copy, evening, files_below, fresh, in_time, read_any, read_journal, report, write};
use crate::kit::small::{SMALL, after, observer_key, of, paper, signed};

/// Damages a copy of a ledger's store, and asks a reader and then a writer; another copy asks the writer first.
fn assert_rebuilt(name: &str, ledger: &Path, must: Rebuild, damage: impl Fn(&Path)) {
    let scratch = tempfile::tempdir().expect("a temporary folder");
    let at = |name: &str| {
        let place = scratch.path().join(name);
        copy(ledger, &place);
        damage(&place.join(files::SLED));
        place
    };
    let (read_first, write_first) = (at("read"), at("write"));
    let told = name.to_owned();
    let read_first = in_time(name, move || {
        let reading = read_any(&read_first);
        assert_same(&format!("{told}, read"), &reading, &read_journal(&read_first));
        assert!(reading.source == ReadFrom::Sled || must == Rebuild::Maybe, "{told}: no store was built");
        read_first
    });
    let told = name.to_owned();
    let (write_first, rebuilt) = in_time(name, move || {
        let mut held = write(&write_first).unwrap_or_else(|error| panic!("{told}: {error}"));
        let rebuilt = held.recovery.rebuilt;
        commit(&mut held, vec![report(77)]);
        close(held);
        assert_same(&format!("{told}, written"), &read_any(&write_first), &read_journal(&write_first));
        (write_first, rebuilt)
    });
    for (ledger, first) in [(&read_first, "read"), (&write_first, "write")] {
        let kept = aside(ledger);
        match must {
            Rebuild::Once => assert_eq!(kept, ["sled-1"], "{name}, {first}"),
            Rebuild::FromNothing | Rebuild::BroughtUp => assert_eq!(kept, [""; 0], "{name}, {first}"),
            Rebuild::Maybe => assert!(kept.len() <= 1, "{name}, {first}: {kept:?}"),
        }
        if first == "write" {
            let is_news = rebuilt || must == Rebuild::Maybe;
            assert_eq!(is_news, must != Rebuild::BroughtUp, "{name}: what was told");
        }
    }
}

/// What must become of a damaged store.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Rebuild {
    /// Set aside, and built again.
    Once,
    /// There was nothing to set aside.
    FromNothing,
    /// What it lacks was added, and nobody need know.
    BroughtUp,
    /// The damage may lie where no data is.
    Maybe,
}

/// Numbers drawn by chance, the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (limit as u64)).expect("below a usize")
    }
}

fn edit(file: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(file).expect("it reads");
    change(&mut bytes);
    fs::write(file, bytes).expect("it writes");
}

fn names(sled: &Path) -> Vec<String> {
    let relative = |path: &std::path::PathBuf| path.strip_prefix(sled).expect("inside").to_string_lossy().into_owned();
    files_below(sled).iter().map(relative).collect()
}

#[test]
fn a_store_that_is_gone_or_garbage_is_built_again() {
    let (_folder, ledger) = evening();
    assert_rebuilt("gone", &ledger, Rebuild::FromNothing, |sled| fs::remove_dir_all(sled).expect("it goes"));
    assert_rebuilt("empty", &ledger, Rebuild::Once, |sled| {
        fs::remove_dir_all(sled).expect("it goes");
        fs::create_dir(sled).expect("it is made");
    });
    assert_rebuilt("a file", &ledger, Rebuild::Once, |sled| {
        fs::remove_dir_all(sled).expect("it goes");
        fs::write(sled, "not a folder").expect("it writes");
    });
    for name in names(&ledger.join(files::SLED)) {
        let garbage = |sled: &Path| edit(&sled.join(&name), |bytes| bytes.iter_mut().for_each(|byte| *byte = 0xA7));
        assert_rebuilt(&format!("garbage in {name}"), &ledger, Rebuild::Maybe, garbage);
        assert_rebuilt(&format!("nothing in {name}"), &ledger, Rebuild::Maybe, |sled| {
            edit(&sled.join(&name), Vec::clear);
        });
        assert_rebuilt(&format!("without {name}"), &ledger, Rebuild::Maybe, |sled| {
            fs::remove_file(sled.join(&name)).expect("it goes");
        });
    }
}

#[test]
fn a_store_that_is_cut_is_built_again() {
    let (_folder, ledger) = evening();
    let mut chance = Chance(5);
    for name in names(&ledger.join(files::SLED)) {
        let length = fs::metadata(ledger.join(files::SLED).join(&name)).expect("it is there").len() as usize;
        for _ in 0..4 {
            let keep = chance.below(length.max(1));
            assert_rebuilt(&format!("{name} cut to {keep}"), &ledger, Rebuild::Maybe, |sled| {
                edit(&sled.join(&name), |bytes| bytes.truncate(keep));
            });
        }
    }
}

#[test]
fn a_store_with_a_flipped_bit_never_lies() {
    let (_folder, ledger) = evening();
    let mut chance = Chance(2026);
    for name in names(&ledger.join(files::SLED)) {
        let bytes = fs::read(ledger.join(files::SLED).join(&name)).expect("it is there");
        // Where something is written: the rest of sled's file is zeros.
        let written: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] != 0).collect();
        for _ in 0..FLIPS.min(written.len()) {
            let (at, bit) = (written[chance.below(written.len())], chance.below(8));
            assert_rebuilt(&format!("{name}, byte {at}, bit {bit}"), &ledger, Rebuild::Maybe, |sled| {
                edit(&sled.join(&name), |bytes| bytes[at] ^= 1 << bit);
            });
        }
    }
}

/// Flipped bits per file; each costs four openings of the store.
const FLIPS: usize = 24;

/// Swaps a ledger's store for another ledger's.
fn take_store(from: &Path) -> impl Fn(&Path) {
    let from = from.join(files::SLED);
    move |sled| {
        fs::remove_dir_all(sled).expect("it goes");
        copy(&from, sled);
    }
}

#[test]
fn a_store_ahead_or_of_another_ledger_is_built_again_and_one_behind_is_brought_up() {
    let (_folder, ledger) = evening();
    let scratch = TempDir::new().expect("a temporary folder");
    let ahead = scratch.path().join("ahead");
    copy(&ledger, &ahead);
    let mut held = write(&ahead).expect("nobody else writes");
    commit(&mut held, vec![report(1), report(2)]);
    close(held);
    assert_rebuilt("ahead", &ledger, Rebuild::Once, take_store(&ahead));
    assert_rebuilt("behind", &ahead, Rebuild::BroughtUp, take_store(&ledger));
    assert_rebuilt("behind, and a row is another one", &ahead, Rebuild::Once, |sled| {
        take_store(&ledger)(sled);
        with_entry(sled, b'r', |db, key, _| drop(db.insert(key, "another\n").expect("it writes")));
    });

    // As many events, and one of them another one.
    let sibling = scratch.path().join("sibling");
    copy(&ledger, &sibling);
    let mut held = write(&sibling).expect("nobody else writes");
    commit(&mut held, vec![report(1), report(3)]);
    close(held);
    assert_rebuilt("of another evening", &ahead, Rebuild::Once, take_store(&sibling));
}

/// Changes one entry of the store behind its back, in a way that sled's own checksums do not see.
fn with_entry(sled: &Path, prefix: u8, change: impl FnOnce(&::sled::Db, Vec<u8>, Vec<u8>)) {
    let db = ::sled::Config::new().path(sled).open().expect("the store is whole");
    let mut found = db.scan_prefix([prefix]);
    let (key, value) = found.next_back().expect("there is such an entry").expect("it reads");
    change(&db, key.to_vec(), value.to_vec());
    db.flush().expect("it writes");
}

#[test]
fn an_entry_that_is_lost_or_changed_is_noticed() {
    let (_folder, ledger) = evening();
    for prefix in [b'e', b'r', b'p', b'm'] {
        let name = format!("entry {}", char::from(prefix));
        assert_rebuilt(&format!("{name} lost"), &ledger, Rebuild::Once, |sled| {
            with_entry(sled, prefix, |db, key, _| drop(db.remove(key).expect("it goes")));
        });
        assert_rebuilt(&format!("{name} changed"), &ledger, Rebuild::Once, |sled| {
            with_entry(sled, prefix, |db, key, mut value| {
                match value.last_mut() {
                    Some(last) => *last ^= 1,
                    None => value.push(1),
                }
                db.insert(key, value).expect("it writes");
            });
        });
        assert_rebuilt(&format!("{name} added"), &ledger, Rebuild::Maybe, |sled| {
            with_entry(sled, prefix, |db, mut key, value| {
                key.push(0);
                db.insert(key, value).expect("it writes");
            });
        });
    }
}

/// Whoever files copies without end, each with as much as it may have, stops nobody from writing or reading.
#[test]
fn a_paper_with_copies_without_end_stops_nobody() {
    let (_folder, ledger) = fresh();
    let mut held = write(&ledger).expect("nobody else writes");
    commit(&mut held, SMALL.structure());
    let attachment = Attachment {
        name: of(&"x".repeat(2000)),
        media: Media::Jpeg,
        bytes: 1,
        blake3: protokol::crypto::hash::FileDigest([1; 32]),
        sha256: protokol::crypto::hash::FileDigest([2; 32]),
    };
    let copies: Vec<_> = (0..275)
        .map(|number| {
            let figures = Figures { items: vec![None; 5], votes: Vec::new() };
            let content = CopyContent::Handed { figures, attachments: vec![attachment.clone(); 30] };
            let body = Body::CopyFiled(CopyFiled { paper: paper("round-1", "01.001"), content });
            (signed(SMALL.ledger(), after(100 + number), body, &[observer_key("domestic")]), after(6000))
        })
        .collect();
    let answers = held.writer.commit_timed(copies, &Serial).expect("the disk holds");
    assert!(answers.iter().all(Result::is_ok));
    close(held);
    drop(answers);
    let mut held = write(&ledger).unwrap_or_else(|error| panic!("an observer stopped the ledger: {error}"));
    commit(&mut held, vec![report(5)]);
    close(held);
    let reading = read_any(&ledger);
    assert_eq!(reading.source, ReadFrom::Sled);
    assert!(reading.model.paper(&of("round-1"), &of("01.001")).is_some_and(|row| row.copies.len() == 275));
}
