//! Somebody who knows the layout of the embedded store edits it: each verb that reads a ledger, each export and page says
//! what it said before, and tells what it met.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use protokol::crypto::parallel::Serial;
use protokol::domain::number::Sequence;
use protokol::ledger::envelope::Envelope;
use protokol::store::read;
use protokol::tally::rows;
use protokol::verify::conclude::TrustAnchors;

use super::bound::office;
use crate::kit::election;
use crate::kit::program::{Machine, copy, envelopes, files};
use crate::kit::stored::{
    Rows, applied, believed, edit, event_key, key, lay_rows, lay_rows_under, open, put_event, put_row, row,
};

/// What is asked of a ledger by those who read it; whatever is written goes to `answer/`.
const ASKED: [&str; 22] = [
    "tally",
    "tally --json",
    "tally --tier precinct",
    "tally --tier precinct --proof answer/out",
    "findings",
    "findings --unit 01.002 --proof answer/out",
    "log",
    "log --unit 01.001",
    "show 01.001",
    "show CEC --json",
    "show 01 --proof answer/out",
    "show 12",
    "show checkpoint",
    "show 01.001 --print answer/out",
    "export --kit --out answer/out",
    "export --receipt 3 --out answer/out",
    "draft protocol 01.006 --out answer/out",
    "draft summary 01 --out answer/out",
    "draft correction 01.001 --out answer/out",
    "draft founding --succeeds ledger --from next --log-key KEY --out answer/out",
    "compare kept.checkpoint ledger",
    "check draft.toml",
];

/// Those that fold the journal and never open the store, and after how many edits they are asked again all the same.
const FOLDING: [&str; 3] = ["draft", "compare", "check"];
const FOLDING_EVERY: usize = 6;

/// What a store may be told of.
const UNPROVED: &str = "could not be built again";
const REBUILT: &str = "was set aside, and built again";

fn asked() -> Vec<String> {
    let exports = super::exports::formats().map(|format| format!("export --format {format} --out answer/out"));
    ASKED.iter().map(|typed| (*typed).to_owned()).chain(exports).collect()
}

fn reads(typed: &str) -> bool {
    !FOLDING.iter().any(|verb| typed.starts_with(verb))
}

/// All that a run gives: how it ended, the result, and every file that it wrote.
type Answer = (i32, String, BTreeMap<PathBuf, Vec<u8>>);

/// Asks, and gives the talk too.
fn answer(machine: &Machine, typed: &str) -> (Answer, String) {
    let place = machine.path("answer");
    let _ = fs::remove_dir_all(&place);
    fs::create_dir(&place).expect("a folder");
    let done = machine.run(typed);
    let written = files(&place).into_iter().map(|(path, bytes)| (machine.relative(&path), bytes));
    ((done.exit, done.out, written.collect()), done.err)
}

/// A ledger that nobody touched, and what it says.
/// Its size, its rows and its events.
type Believed = (Option<Vec<u8>>, Rows, Vec<Vec<u8>>);

struct Honest {
    machine: Machine,
    asked: Vec<(String, Answer)>,
    rows: Rows,
}

impl Honest {
    fn of(machine: Machine) -> Self {
        let log = protokol::crypto::key::SecretKey::demonstration("the next", "log").public().to_string();
        let typed = asked().into_iter().map(|typed| typed.replace("KEY", &log));
        let asked = typed.map(|typed| {
            let (said, talk) = answer(&machine, &typed);
            assert!(!talk.contains("did not prove itself"), "{typed}: {talk}");
            (typed, said)
        });
        let asked = asked.collect();
        let ledger = machine.path("ledger");
        let folded = read::from_journal(&ledger, &TrustAnchors::default(), Serial, &mut |_| {}).expect("it is sound");
        let now = folded.now().expect("it reads");
        let rows = rows::all(&folded.model, now);
        Self { machine, asked, rows }
    }

    fn sled(&self) -> PathBuf {
        self.machine.path("ledger/sled")
    }

    fn copied(&self) -> Machine {
        let other = Machine::new();
        copy(self.machine.folder(), other.folder());
        other
    }

    /// What whoever believed a store would read there; none where it does not open.
    fn believed(&self, sled: &Path) -> Option<Believed> {
        let read = || {
            let db = open(sled).ok()?;
            let events = db.scan_prefix(b"e").map(|entry| entry.map(|(_, bytes)| bytes.to_vec()));
            let size = db.get(b"m").ok()?.map(|bytes| bytes.to_vec());
            Some((size, believed(&db), events.collect::<Result<_, _>>().ok()?))
        };
        catch_unwind(AssertUnwindSafe(read)).ok().flatten()
    }
}

/// An edit by its name.
type Edit<'a> = (&'static str, Box<dyn Fn(&Path) + Send + Sync + 'a>);

/// Other rows under the pages that the log signed, and with pages of their own.
fn of_rows(honest: &Honest) -> Vec<Edit<'_>> {
    let rows = |name, change: fn(&mut Rows)| -> Edit<'_> {
        let mut rows = honest.rows.clone();
        change(&mut rows);
        (
            name,
            Box::new(move |sled| {
                lay_rows_under(sled, &rows, &honest.rows);
            }),
        )
    };
    let mut anew = honest.rows.clone();
    anew.remove(&key("paper/main/01.001"));
    fn swap(rows: &mut Rows, one: &str, other: &str) {
        let (first, second) = (rows[&key(one)].clone(), rows[&key(other)].clone());
        rows.insert(key(one), second);
        rows.insert(key(other), first);
    }
    fn forget(rows: &mut Rows, kind: &str) {
        let before = rows.len();
        rows.retain(|key, _| !key.as_str().starts_with(kind));
        assert!(rows.len() < before, "there are rows of {kind}");
    }
    vec![
        rows("a total changed", |rows| {
            let total = rows.get_mut(&key("total/main/01")).expect("a total");
            *total = total.replace("votes 1 ", "votes 1 9");
        }),
        rows("a total of a precinct gone", |rows| drop(rows.remove(&key("total/main/01.001")))),
        rows("two totals swapped", |rows| swap(rows, "total/main/01.001", "total/main/01.002")),
        rows("a paper gone", |rows| forget(rows, "paper/main/01.001")),
        rows("a paper added", |rows| {
            let paper = rows[&key("paper/main/01.001")].clone();
            rows.insert(key("paper/main/01.006"), paper);
        }),
        rows("two papers swapped", |rows| swap(rows, "paper/main/01.001", "paper/main/01.002")),
        rows("two candidates swapped", |rows| swap(rows, "candidate/main/00001", "candidate/main/00002")),
        rows("two units swapped", |rows| swap(rows, "unit/01.001", "unit/01.002")),
        rows("a row under another key", |rows| {
            let contest = rows.remove(&key("contest/main")).expect("a contest");
            rows.insert(key("contest/other"), contest);
        }),
        rows("a unit left out of its parent", |rows| forget(rows, "below/01/01.002")),
        rows("findings gone", |rows| forget(rows, "finding/")),
        rows("copies gone", |rows| forget(rows, "copy/")),
        rows("everything gone", Rows::clear),
        ("a paper gone, and the pages made anew", {
            Box::new(move |sled| {
                lay_rows(sled, &anew);
            })
        }),
    ]
}

/// Single entries of the store, and what it says of itself.
fn of_entries<'a>(honest: &'a Honest, stranger: &'a Machine) -> Vec<Edit<'a>> {
    let [one, other, above] = ["total/main/01.001", "total/main/01.002", "total/main/01"].map(key);
    let gone = one.clone();
    let entries = envelopes(&honest.machine.path("ledger"));
    let theirs = envelopes(&stranger.path("ledger"));
    let size = entries.len() as u64;
    fn insert(sled: &Path, key: &[u8], value: &[u8]) {
        edit(sled, |db| db.insert(key, value).map(drop)).expect("it writes");
    }
    vec![
        ("a row exchanged", {
            Box::new(move |sled| {
                edit(sled, |db| put_row(db, &one, Some(row(db, &other))));
            })
        }),
        ("a row gone", Box::new(move |sled| edit(sled, |db| put_row(db, &gone, None)))),
        ("a digit changed and no page", {
            Box::new(move |sled| {
                edit(sled, |db| {
                    let mut value = row(db, &above).into_bytes();
                    let digit = value.len() - 2;
                    value[digit] ^= 1;
                    put_row(db, &above, Some(String::from_utf8(value).expect("a digit is another one")));
                });
            })
        }),
        ("two events exchanged", {
            let entries = entries.clone();
            Box::new(move |sled| {
                edit(sled, |db| {
                    put_event(db, 12, &entries[13]);
                    put_event(db, 13, &entries[12]);
                });
            })
        }),
        ("an event gone", Box::new(|sled| edit(sled, |db| drop(db.remove(event_key(12)).expect("it goes"))))),
        ("an event of another ledger", Box::new(move |sled| edit(sled, |db| put_event(db, 12, &theirs[12])))),
        ("one event more said", Box::new(move |sled| insert(sled, b"m", &applied(5, size + 1)))),
        ("one event less said", Box::new(move |sled| insert(sled, b"m", &applied(5, size - 1)))),
        ("another layout said", Box::new(move |sled| insert(sled, b"m", &applied(4, size)))),
        ("nothing said of it", Box::new(|sled| edit(sled, |db| drop(db.remove(b"m").expect("it goes"))))),
        ("an event forged, and every digest made anew", forged(honest, &entries)),
    ]
}

/// A protocol with another figure in it, named by the rows in the place of the true one.
fn forged<'a>(honest: &'a Honest, entries: &[Vec<u8>]) -> Box<dyn Fn(&Path) + Send + Sync + 'a> {
    let paper = &honest.rows[&key("paper/main/01.001")];
    let figure = 900u32.to_le_bytes();
    let place = |line: &str| line.split(' ').next().and_then(|place| place.parse::<Sequence>().ok()).expect("a place");
    let contains = |place: &Sequence| entries[place.0 as usize].windows(4).any(|bytes| bytes == figure);
    let place = paper.lines().map(place).find(contains).expect("a protocol of 900 voters");
    let mut envelope = Envelope::decode(&entries[place.0 as usize]).expect("an envelope");
    let at = envelope.submission.windows(4).position(|bytes| bytes == figure).expect("it is there");
    envelope.submission[at] += 1;
    let (bytes, was) = (envelope.encode(), Envelope::hash(&entries[place.0 as usize]).to_string());
    let named = Envelope::hash(&bytes).to_string();
    let rows = honest.rows.iter().map(|(key, value)| (key.clone(), value.replace(&was, &named)));
    let rows: Rows = rows.collect();
    Box::new(move |sled| {
        lay_rows_under(sled, &rows, &honest.rows);
        edit(sled, |db| put_event(db, place.0, &bytes));
    })
}

fn exchange(sled: &Path, with: &Path) {
    fs::remove_dir_all(sled).expect("it goes");
    copy(with, sled);
}

fn damage(sled: &Path, change: fn(&mut Vec<u8>)) {
    let file = sled.join("db");
    let mut bytes = fs::read(&file).expect("it reads");
    change(&mut bytes);
    fs::write(file, bytes).expect("it writes");
}

/// The whole folder exchanged, or damaged.
fn of_folders<'a>(newer: &'a Path, stranger: &'a Path) -> Vec<Edit<'a>> {
    vec![
        ("a newer store", Box::new(|sled| exchange(sled, newer))),
        ("a store of another ledger", Box::new(|sled| exchange(sled, stranger))),
        ("an empty store", Box::new(|sled| edit(sled, |db| db.clear().expect("it goes")))),
        ("a file of zeros", Box::new(|sled| damage(sled, |bytes| bytes.fill(0)))),
        ("a file of a line", Box::new(|sled| damage(sled, |bytes| *bytes = b"no store\n".to_vec()))),
        ("a file with a hole", {
            let hole = |bytes: &mut Vec<u8>| {
                let middle = bytes.iter().rposition(|byte| *byte != 0).unwrap_or(0) / 2;
                bytes.iter_mut().skip(middle).take(64).for_each(|byte| *byte ^= 0x5a);
            };
            Box::new(move |sled| damage(sled, hole))
        }),
    ]
}

/// Asks everything of a copy where nothing can be set aside, so that each question meets the edit. Gives the questions
/// that told of it.
fn each_says_the_truth(honest: &Honest, name: &str, change: &dyn Fn(&Path), nth: usize) -> BTreeSet<String> {
    let machine = honest.copied();
    let sled = machine.path("ledger/sled");
    change(&sled);
    assert!(honest.believed(&sled) != honest.believed(&honest.sled()), "{name}: nothing was edited");
    machine.write("ledger/aside", "no folder");
    let mut told = BTreeSet::new();
    let asked = honest.asked.iter().filter(|(typed, _)| reads(typed) || nth.is_multiple_of(FOLDING_EVERY));
    for (typed, truth) in asked {
        let (said, talk) = answer(&machine, typed);
        assert!(said == *truth, "{name}, {typed}: {} {talk}", said.1);
        told.extend(talk.contains(UNPROVED).then(|| typed.clone()));
    }
    told
}

/// Asks one question, then for everything, of a copy that can be mended: it is, once, and told.
fn it_is_built_again(honest: &Honest, name: &str, change: &dyn Fn(&Path), first: usize) {
    let machine = honest.copied();
    change(&machine.path("ledger/sled"));
    let whole = honest.asked.last().expect("an export");
    let (typed, truth) = &honest.asked[first % honest.asked.len()];
    let mut talk = String::new();
    for (typed, truth) in [(typed, truth), (&whole.0, &whole.1)] {
        let (said, also) = answer(&machine, typed);
        assert!(said == *truth, "{name}, {typed}: {} {also}", said.1);
        talk += &also;
    }
    assert_eq!(talk.matches(REBUILT).count(), 1, "{name}, {typed}: {talk}");
    assert!(honest.believed(&machine.path("ledger/sled")) == honest.believed(&honest.sled()), "{name}: it is whole");
}

/// Makes each edit, on both cores, and gives who told of any.
fn make(honest: &Honest, edits: Vec<Edit<'_>>) -> BTreeSet<String> {
    let (left, told) = (Mutex::new(edits.into_iter().enumerate()), Mutex::new(BTreeSet::new()));
    let work = || {
        loop {
            let next = left.lock().expect("nobody panicked").next();
            let Some((nth, (name, change))) = next else { return };
            let found = each_says_the_truth(honest, name, &change, nth);
            assert!(!found.is_empty(), "{name}: nobody met it");
            it_is_built_again(honest, name, &change, nth);
            told.lock().expect("nobody panicked").extend(found);
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(work);
        work();
    });
    told.into_inner().expect("nobody panicked")
}

#[test]
fn no_verb_says_what_somebody_wrote_into_the_store() {
    let (honest, stranger, later) = (Honest::of(office()), Machine::new(), office());
    election::rehearsal(&stranger, "election", 4);
    stranger.ok("rehearse election");
    later.ok("submit new.submission --quiet");
    let (newer, theirs) = (later.path("ledger/sled"), stranger.path("ledger/sled"));
    let mut edits = of_rows(&honest);
    edits.extend(of_entries(&honest, &stranger));
    edits.extend(of_folders(&newer, &theirs));
    let told = make(&honest, edits);
    let expected: BTreeSet<_> =
        honest.asked.iter().map(|(typed, _)| typed).filter(|typed| reads(typed)).cloned().collect();
    assert_eq!(told, expected, "each question but these opens the store");
    it_is_brought_up(&Honest::of(later), &honest.sled());
}

/// An older store has nothing false in it: what it lacks is added, and nobody need know.
fn it_is_brought_up(honest: &Honest, older: &Path) {
    for (typed, truth) in &honest.asked {
        let machine = honest.copied();
        let sled = machine.path("ledger/sled");
        exchange(&sled, older);
        let (said, talk) = answer(&machine, typed);
        assert!(said == *truth, "an older store, {typed}: {} {talk}", said.1);
        assert!(!talk.contains(UNPROVED) && !talk.contains(REBUILT), "{typed}: {talk}");
        assert!(!reads(typed) || honest.believed(&sled) == honest.believed(&honest.sled()), "{typed}: it is whole");
    }
}
