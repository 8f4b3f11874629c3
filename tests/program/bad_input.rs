//! Whatever is handed to the program: it says what is wrong, where, and what to do; it leaves nothing half-written, and
//! it never panics.

use std::fs;
use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use serde_json::Value;

use crate::kit::election;
use crate::kit::program::{self, Disk, Machine, copy, envelopes, filled};

/// A folder of five precincts, rehearsed; the last precinct has not reported yet. Beside it a paper of that precinct on
/// its way: a draft, a submission with one signature, a kit, keys, a receipt and a policy.
fn office() -> Machine {
    static OFFICE: OnceLock<Machine> = OnceLock::new();
    let office = OFFICE.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 5);
        machine.ok("rehearse election");
        machine.ok("export --kit --out kit.protokol");
        machine.ok("draft protocol 01.005 --kit kit.protokol --out blank.toml");
        machine.write("draft.toml", filled(&machine.text("blank.toml"), &election::ADDS_UP));
        for seat in ["1", "2"] {
            let key = SecretKey::demonstration("01.005", seat);
            machine.write(&format!("{seat}.key"), keyfile::seal_plain(&key).as_bytes());
        }
        machine.ok("sign draft.toml --key 1.key --kit kit.protokol --yes --out half.submission");
        machine.ok("export --receipt 3 --out 3.tlog-proof");
        machine.write("policy", format!("log {}\nquorum none\n", machine.text("ledger/log.vkey").trim()));
        machine.write("pass.txt", "open sesame\n");
        machine.ok("keygen --name N --out sealed.key --passphrase-file pass.txt");
        machine
    });
    let machine = Machine::new();
    copy(office.folder(), machine.folder());
    machine
}

/// One change of one file of an election folder, named after what is wrong.
struct Bad {
    name: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
    /// What the error must name: a line, and the column or item.
    line: Option<u64>,
    place: &'static str,
}

const fn bad(
    name: &'static str,
    file: &'static str,
    (from, to): (&'static str, &'static str),
    line: Option<u64>,
    place: &'static str,
) -> Bad {
    Bad { name, file, from, to, line, place }
}

const ROW: &str = "main,01.001,900,700,186,5,180,100,60,20";

#[test]
fn a_bad_folder_is_told_with_its_place() {
    let cases = [
        bad(
            "an unknown item in a check",
            "manifest.toml",
            ("[\"valid\", \"invalid\"]", "[\"valid\", \"spoilt\"]"),
            None,
            "spoilt",
        ),
        bad("a check without a sign", "manifest.toml", ("op = \"=\"", "op = \"~\""), None, "op"),
        bad("a quorum above the members", "manifest.toml", ("quorum = 2", "quorum = 9"), None, "central"),
        bad("a code that is built in", "manifest.toml", ("\"E2\"", "\"R2\""), None, "R2"),
        bad("an unknown key", "manifest.toml", ("authority =", "autority ="), None, "authority"),
        bad("no TOML", "manifest.toml", ("kind = \"parliamentary\"", "kind = parliamentary"), Some(2), "kind"),
        bad(
            "a contest in a unit that is not there",
            "manifest.toml",
            ("id = \"main\"", "id = \"main\"\nunit = \"77\""),
            None,
            "77",
        ),
        bad("a candidate twice", "candidates.csv", ("main,2,", "main,1,"), Some(3), "number"),
        bad("a candidate of no contest", "candidates.csv", ("main,2,", "mian,2,"), Some(3), "contest"),
        bad("a candidate with number nought", "candidates.csv", ("main,2,", "main,0,"), Some(3), "number"),
        bad("a candidate without a name", "candidates.csv", ("Candidate B", ""), Some(3), ""),
        bad("a unit without a parent", "units.csv", ("01.002,01,precinct", "01.002,,precinct"), Some(5), "parent"),
        bad(
            "a unit with a parent that is not there",
            "units.csv",
            ("01.002,01,precinct", "01.002,03,precinct"),
            Some(5),
            "parent",
        ),
        bad("units in a circle", "units.csv", ("01,CEC,constituency", "01,01.001,constituency"), None, "parent"),
        bad(
            "a unit that is its own parent",
            "units.csv",
            ("01,CEC,constituency", "01,01,constituency"),
            None,
            "parent",
        ),
        bad("a unit twice", "units.csv", ("01.002,01,precinct", "01.001,01,precinct"), Some(5), "unit"),
        bad("a tier that is not there", "units.csv", ("01.002,01,precinct", "01.002,01,district"), Some(5), "tier"),
        bad("no top", "units.csv", ("CEC,,central,Central\n", ""), None, "parent"),
        bad("a unit's number with a space", "units.csv", ("01.002,01,", "01 002,01,"), Some(5), "unit"),
        bad("a column missing", "protocols.csv", (",valid,", ",val1d,"), Some(1), "val1d"),
        bad("a cell missing", "protocols.csv", (ROW, "main,01.001,900,700,186,5,180,100,60"), Some(2), ""),
        bad("a cell too many", "protocols.csv", (ROW, "main,01.001,900,700,186,5,180,100,60,20,1"), Some(2), ""),
        bad("a negative number", "protocols.csv", (",186,5,180,", ",186,-5,180,"), Some(2), "invalid"),
        bad(
            "an over-long number",
            "protocols.csv",
            (",186,5,180,", ",186,99999999999999999999999999,180,"),
            Some(2),
            "invalid",
        ),
        bad("a figure above u32", "protocols.csv", (",186,5,180,", ",186,4294967296,180,"), Some(2), "invalid"),
        bad("a fraction", "protocols.csv", (",186,5,180,", ",186,5.5,180,"), Some(2), "invalid"),
        bad("letters", "protocols.csv", (",186,5,180,", ",186,five,180,"), Some(2), "invalid"),
        bad("a leading nought", "protocols.csv", (",186,5,180,", ",186,05,180,"), Some(2), "invalid"),
        bad("an item left out", "protocols.csv", (",186,5,180,", ",186,,180,"), Some(2), "invalid"),
        bad("a candidate left out", "protocols.csv", (",100,60,20\n", ",100,,20\n"), Some(2), "cand_02"),
        bad("an unknown unit", "protocols.csv", ("main,01.001,", "main,01.009,"), Some(2), "unit"),
        bad("a unit that makes no protocol", "protocols.csv", ("main,01.001,", "main,01,"), Some(2), "unit"),
        bad("an unknown contest", "protocols.csv", ("main,01.001,", "mayor,01.001,"), Some(2), "contest"),
        bad("a protocol twice", "protocols.csv", ("main,01.002,", "main,01.001,"), Some(3), ""),
        bad("an unknown candidate", "protocols.csv", ("cand_02", "cand_09"), Some(1), "cand_09"),
        bad("carriage returns", "protocols.csv", ("100,60,20\n", "100,60,20\r\n"), Some(2), ""),
        bad("a byte order mark", "protocols.csv", ("contest,unit,", "\u{feff}contest,unit,"), Some(1), ""),
        bad("a quote that is not closed", "units.csv", ("\"School 0, hall\"", "\"School 0, hall"), None, ""),
        bad(
            "a header that speaks to the terminal",
            "protocols.csv",
            (",valid,", ",\u{1b}[2J\u{202e}valid,"),
            Some(1),
            "valid",
        ),
        bad("an empty line", "protocols.csv", (ROW, ""), Some(2), ""),
        bad("an hour that is none", "turnout.csv", ("12:00", "25:00"), Some(2), "as_of"),
        bad("a decision that is none", "decisions.csv", ("annul", "forget"), Some(2), "decision"),
        bad("a correction of nothing", "corrections.csv", ("main,01.002,", "main,01.005,"), Some(2), ""),
    ];
    let machine = Machine::new();
    for Bad { name, file, from, to, line, place } in cases {
        let folder = name.replace(' ', "-");
        election::rehearsal(&machine, &folder, 5);
        let path = format!("{folder}/{file}");
        let text = machine.text(&path);
        assert!(text.contains(from), "{name}: nothing to change in\n{text}");
        machine.write(&path, text.replacen(from, to, 1));
        let before = machine.files();
        let error = machine.fails(&format!("rehearse {folder} --ledger new"), 7);
        assert!(error["code"] == "U3" || error["code"] == "U4", "{name}: {error}");
        assert_eq!(error["file"], path, "{name}: {error}");
        if let Some(line) = line {
            assert_eq!(error["line"], line, "{name}: {error}");
        }
        let places = ["says", "column", "item", "unit"].map(|key| error[key].as_str().unwrap_or_default());
        assert!(places.iter().any(|told| told.contains(place)), "{name}: {error}");
        // In words it begins with the same place, and below stands what to do.
        let words = machine.run(&format!("rehearse {folder} --ledger new")).exits(7).err;
        let obeyed = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!words.contains(obeyed), "{name}: {words:?}");
        assert!(words.contains(file) && words.contains(error["do"].as_str().expect("advice")), "{name}: {words}");
        assert_eq!(machine.files(), before, "{name}: nothing is written");
    }
    // Bytes in another encoding, and files that are not there.
    election::rehearsal(&machine, "latin", 5);
    let text = machine.text("latin/units.csv").replace("School 0", "School \u{f6}");
    machine.write("latin/units.csv", text.chars().map(|c| u8::try_from(c).expect("Latin-1")).collect::<Vec<_>>());
    let error = machine.fails("rehearse latin --ledger new", 7);
    assert_eq!((&error["code"], &error["line"]), (&"U3".into(), &4.into()), "{error}");
    for missing in ["candidates.csv", "units.csv", "manifest.toml"] {
        fs::remove_file(machine.path(&format!("latin/{missing}"))).expect("it is there");
        let error = machine.fails("rehearse latin --ledger new", 7);
        assert!(error["file"].as_str().is_some_and(|file| file.starts_with("latin/")), "{error}");
    }
    assert!(!machine.has("new"));
}

#[test]
fn a_folder_with_many_mistakes_tells_them_together() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 10);
    let text = machine.text("election/protocols.csv").replace(",900,", ",-900,");
    machine.write("election/protocols.csv", text);
    machine.write("election/turnout.csv", "contest,unit,as_of,voters\nmain,01.001,noon,1\n");
    let error = machine.fails("rehearse election --ledger new", 7);
    let others = error["others"].as_array().expect("the others");
    assert_eq!(others.len(), 9, "nine rows and one of the turnout: {error}");
    let words = machine.run("rehearse election --ledger new").exits(7).err;
    assert_eq!(words.lines().count(), 20, "{words}");
    for file in ["election/protocols.csv:2", "election/turnout.csv:2"] {
        assert!(words.contains(file), "{words}");
    }
}

#[test]
fn a_bad_draft_is_not_signed() {
    let machine = office();
    let draft = machine.text("draft.toml");
    let cases = [
        ("a negative figure", "valid = 177", "valid = -177", 7, "valid"),
        ("a figure above u32", "valid = 177", "valid = 4294967296", 7, "valid"),
        ("a figure that fits nothing", "valid = 177", "valid = 99999999999999999999999", 7, "valid"),
        ("a fraction", "valid = 177", "valid = 177.5", 7, "valid"),
        ("a figure with a leading nought", "valid = 177", "valid = 0177", 7, "valid"),
        ("an unknown item", "valid = 177", "spoilt = 177", 7, "spoilt"),
        ("an item twice", "valid = 177", "valid = 177\nvalid = 178", 7, "valid"),
        ("an item left out", "valid = 177", "valid = \"\"", 6, "valid"),
        ("a candidate left out", "02 = 60", "02 = \"\"", 6, "cand_02"),
        ("a candidate's line left out", "02 = 60\n", "", 6, "cand_02"),
        ("a candidate who is not on the ballot", "02 = 60", "02 = 60\n09 = 1", 7, "09"),
        ("an unknown unit", "unit = \"01.005\"", "unit = \"01.009\"", 6, "01.009"),
        ("a unit above", "unit = \"01.005\"", "unit = \"01\"", 6, ""),
        ("an unknown contest", "contest = \"main\"", "contest = \"mayor\"", 7, "mayor"),
        ("another voting", "voting = 1", "voting = 2", 6, ""),
        ("an unknown kind", "kind = \"protocol\"", "kind = \"sermon\"", 7, "kind"),
        ("a kind of something else", "kind = \"protocol\"", "kind = \"closing\"", 7, ""),
        ("a founding that is none", "kind = \"protocol\"", "kind = \"founding\"", 7, ""),
        ("another ledger", "ledger = \"", "ledger = \"00", 7, "ledger"),
        ("no TOML", "[votes]", "[votes", 7, ""),
        ("a text that hides letters", "form_serial = \"\"", "form_serial = \"a\u{202e}b\"", 7, "form_serial"),
    ];
    let draft: String = draft.lines().map(squeezed).collect();
    for (name, from, to, exit, place) in cases {
        assert!(draft.contains(from), "{name}: nothing to change in\n{draft}");
        machine.write("bad.toml", draft.replacen(from, to, 1));
        let before = machine.files();
        let checked = machine.run("check bad.toml --kit kit.protokol --json").exits(exit).json();
        let error = if exit == 6 { &checked["findings"][0] } else { &checked["error"] };
        for key in ["code", "says", "do"] {
            assert!(error[key].as_str().is_some_and(|text| !text.is_empty()), "{name}: {checked}");
        }
        let places = ["says", "item", "unit"].map(|key| error[key].as_str().unwrap_or_default());
        assert!(places.iter().any(|told| told.contains(place)), "{name}: {checked}");
        let signed = machine.fails("sign bad.toml --key 1.key --kit kit.protokol --yes", exit);
        assert_eq!(signed["code"], error["code"], "{name}: {signed}");
        assert_eq!(signed["file"], "bad.toml", "{name}: {signed}");
        assert_eq!(machine.files(), before, "{name}: nothing is written");
    }
    // A word about a founding, in a remark, does not make it one.
    machine.write("good.toml", draft.replace("kind = \"protocol\"", "kind = \"protocol\" # not the founding act"));
    machine.ok("check good.toml --kit kit.protokol");
}

/// A line of a draft without its columns.
fn squeezed(line: &str) -> String {
    match line.split_once('=') {
        Some((key, value)) => format!("{} = {}\n", key.trim_end(), value.trim_start()),
        None => format!("{line}\n"),
    }
}

/// A file that a verb reads, and how the verb is typed with `BAD` in its place.
struct Slot {
    good: &'static str,
    typed: &'static str,
    /// What it would write if the file were good.
    writes: &'static [&'static str],
}

const fn slot(good: &'static str, typed: &'static str, writes: &'static [&'static str]) -> Slot {
    Slot { good, typed, writes }
}

const SLOTS: &[Slot] = &[
    slot("half.submission", "sign BAD --key 2.key --kit kit.protokol --yes --out new", &["new"]),
    slot("draft.toml", "sign BAD --key 2.key --kit kit.protokol --yes --out new", &["new"]),
    slot("draft.toml", "sign draft.toml --second BAD --key 2.key --kit kit.protokol --yes --out new", &["new"]),
    slot("1.key", "sign draft.toml --key BAD --kit kit.protokol --yes --out new", &["new"]),
    slot("kit.protokol", "sign draft.toml --key 1.key --kit BAD --yes --out new", &["new"]),
    slot("draft.toml", "check BAD --kit kit.protokol", &[]),
    slot("kit.protokol", "check draft.toml --kit BAD", &[]),
    slot("kit.protokol", "draft protocol 01.005 --kit BAD --out new", &["new"]),
    slot("half.submission", "submit BAD --receipt new", &["new"]),
    slot("sealed.key", "submit half.submission --log-key BAD --passphrase-file pass.txt --receipt new", &["new"]),
    slot("founding.submission", "init BAD --log-key ledger/log.key --ledger new", &["new"]),
    slot("ledger/log.key", "init founding.submission --log-key BAD --ledger new", &["new"]),
    slot("3.tlog-proof", "verify BAD --policy policy", &[]),
    slot("policy", "verify 3.tlog-proof --policy BAD", &[]),
    slot("policy", "verify ledger --policy BAD", &[]),
    slot("members.csv", "enrol bad/members.csv --out new --kit kit.protokol", &["new"]),
    slot("election/manifest.toml", "rehearse bad --ledger new", &["new"]),
    slot("election/protocols.csv", "rehearse bad --ledger new", &["new"]),
];

/// Bytes that go wrong in the ways in which bytes do.
fn spoilt(good: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64 ^ good.len() as u64;
    let mut random = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let mut all = vec![
        ("nothing".to_owned(), Vec::new()),
        ("a nought".to_owned(), vec![0; 4096]),
        ("random bytes".to_owned(), (0..3000).map(|_| random() as u8).collect()),
        ("twice".to_owned(), [good, good].concat()),
        ("something behind it".to_owned(), [good, b"\0\xffmore"].concat()),
    ];
    for part in [2, 3] {
        all.push((format!("cut at 1/{part}"), good[..good.len() / part].to_vec()));
    }
    all.push(("cut by one".to_owned(), good[..good.len() - 1].to_vec()));
    for _ in 0..3 {
        let at = usize::try_from(random()).expect("64 bits") % good.len();
        let mut flipped = good.to_vec();
        flipped[at] ^= 1 << (random() % 8);
        all.push((format!("a bit of byte {at}"), flipped));
    }
    // The head stays, so that the reader goes on into what follows.
    let keep = good.len().min(60);
    all.push((
        "a head and random bytes".to_owned(),
        good[..keep].iter().copied().chain((0..500).map(|_| random() as u8)).collect(),
    ));
    all
}

#[test]
fn no_bytes_make_a_verb_panic_or_leave_half_a_file() {
    let machine = office();
    machine.write("founding.submission", founding(&machine));
    machine.write("members.csv", members(&machine));
    for slot in SLOTS {
        let good = machine.read(slot.good);
        let folder = slot.good.rsplit('/').next().expect("a name");
        for (name, bytes) in spoilt(&good) {
            copy(&machine.path("election"), &machine.path("bad"));
            machine.write(&format!("bad/{folder}"), &bytes);
            let typed = slot.typed.replace("BAD", &format!("bad/{folder}"));
            let what = format!("{} with {name}", slot.typed);
            let done = machine.run(&format!("{typed} --json"));
            if done.exit == 0 {
                // A bit more or less in a remark, a name or an empty table is another good text.
                let is_text = good.is_ascii() && !slot.typed.starts_with("verify BAD");
                assert!(is_text, "{what}: {done}");
            } else {
                let told = done.json();
                let told = if told["error"].is_object() { done.error() } else { told };
                let is_verdict = told["faults"].is_array() || told["findings"].is_array();
                assert!(is_verdict || told["code"].is_string(), "{what}: {done}");
                for written in slot.writes {
                    assert!(!machine.has(written), "{what} leaves {written}: {done}");
                }
                let hidden = fs::read_dir(machine.folder())
                    .expect("the office")
                    .filter(|entry| entry.as_ref().expect("an entry").file_name().to_string_lossy().starts_with('.'));
                assert_eq!(hidden.count(), 0, "{what} leaves a hidden file: {done}");
            }
            for written in slot.writes {
                let path = machine.path(written);
                if path.is_dir() {
                    fs::remove_dir_all(path)
                } else if path.exists() {
                    fs::remove_file(path)
                } else {
                    Ok(())
                }
                .expect("it goes again");
            }
            fs::remove_dir_all(machine.path("bad")).expect("it goes again");
        }
    }
    assert_eq!(machine.json("verify")["verdict"], "verified", "whatever was handed in, the ledger stands");
}

/// The founding act of the rehearsal, as a submission: its key is the rehearsal's own.
fn founding(machine: &Machine) -> Vec<u8> {
    let envelope =
        protokol::ledger::envelope::Envelope::decode(&envelopes(&machine.path("ledger"))[0]).expect("the first");
    protokol::ledger::submission::SignedStatement::decode(&envelope.submission).expect("a submission").to_file()
}

/// Members of a new precinct.
fn members(machine: &Machine) -> String {
    let units = machine.text("election/units.csv") + "01.006,01,precinct,\n";
    machine.write("election/units.csv", units);
    let mut table = "unit,seat,name,office,nominated_by,public_key\n".to_owned();
    for seat in ["1", "2", "3"] {
        let key = SecretKey::demonstration("a new precinct", seat).public();
        table += &format!("01.006,{seat},Member {seat},member,,{key}\n");
    }
    table
}

/// What happens to a file's bytes.
type Damage = fn(&mut Vec<u8>);

#[test]
fn a_damaged_ledger_is_never_taken_for_a_good_one() {
    let good = office();
    let journal_file = "journal/00000000000000000000.frames";
    let damages: [(&str, Damage); 6] = [
        ("seal", |bytes| bytes.clear()),
        ("seal", |bytes| bytes.iter_mut().for_each(|byte| *byte = 0x5a)),
        ("seal", |bytes| bytes.truncate(100)),
        (journal_file, |bytes| bytes.truncate(bytes.len() / 2)),
        (journal_file, |bytes| bytes[700] ^= 4),
        (journal_file, |bytes| bytes.iter_mut().for_each(|byte| *byte = byte.wrapping_mul(7))),
    ];
    for (turn, (file, damage)) in damages.into_iter().enumerate() {
        let machine = Machine::new();
        copy(good.folder(), machine.folder());
        let mut bytes = machine.read(&format!("ledger/{file}"));
        damage(&mut bytes);
        machine.write(&format!("ledger/{file}"), bytes);
        let report = machine.run("verify --json").exits(1).json();
        assert_eq!(report["verdict"], "failed", "{file} {turn}: {report}");
        // A writer does not go on from it, and touches neither journal nor seal.
        let journal = machine.read(&format!("ledger/{journal_file}"));
        let seal = machine.read("ledger/seal");
        for typed in ["submit half.submission", "rehearse election --continue"] {
            let error = machine.fails(typed, 1);
            assert!(error["code"].as_str().is_some_and(|code| code.starts_with('V')), "{file} {turn}: {error}");
        }
        assert!(!machine.has("half.tlog-proof"));
        assert_eq!(machine.read(&format!("ledger/{journal_file}")), journal);
        assert_eq!(machine.read("ledger/seal"), seal);
        // A reader says so, or answers from its own store with the figures that were sealed; it makes nothing up.
        fs::remove_dir_all(machine.path("ledger/sled")).expect("the store");
        for typed in ["tally", "findings", "log", "show 01.001", "check draft.toml", "export --kit --out new"] {
            machine.fails(typed, 1);
        }
        assert!(!machine.has("new"));
    }
    // The store alone can be lost or damaged: it is built again from the journal.
    let tally = good.ok("tally --json").out;
    for (path, _) in program::files(&good.path("ledger/sled")) {
        fs::write(path, b"no store").expect("the store");
    }
    assert_eq!(good.ok("tally --json").out, tally);
    fs::remove_dir_all(good.path("ledger/sled")).expect("the store");
    assert_eq!(good.ok("tally --json").out, tally);
    // What merely repeats the founding act is held against it.
    for file in ["manifest.toml", "log.vkey"] {
        let honest = good.text(&format!("ledger/{file}"));
        good.write(&format!("ledger/{file}"), honest.replacen('e', "a", 1));
        let report = good.run("verify --json").exits(1).json();
        assert_eq!(report["faults"][0]["code"], "V14", "{report}");
        fs::remove_file(good.path(&format!("ledger/{file}"))).expect("it is there");
        assert_eq!(good.run("verify --json").exits(1).json()["faults"][0]["code"], "V14");
        good.write(&format!("ledger/{file}"), honest);
    }
    // Without its log.vkey nobody can write, and that is said with the file.
    fs::remove_file(good.path("ledger/log.vkey")).expect("it is there");
    let error = good.fails("submit half.submission", 7);
    assert!(error["file"].as_str().is_some_and(|file| file.ends_with("log.vkey")), "{error}");
}

#[test]
fn a_folder_that_is_no_ledger_stays_as_it_is() {
    let machine = office();
    machine.write("folder/letter", "dear reader");
    let before = machine.files();
    for typed in ["submit half.submission", "tally", "log", "verify", "check draft.toml", "export --kit --out new"] {
        assert_eq!(machine.fails(&format!("{typed} --ledger folder"), 10)["code"], "V18", "{typed}");
    }
    assert_eq!(machine.files(), before);
}

#[test]
fn wrong_passphrases_are_twelve() {
    let machine = office();
    machine.write("wrong.txt", "open, sesame\n");
    machine.write("empty.txt", "");
    machine.write("latin.txt", [0xf6, b'\n']);
    let typed = "submit half.submission --log-key sealed.key";
    for (file, exit, code) in [
        ("wrong.txt", 12, "U6"),
        ("empty.txt", 12, "U6"),
        ("latin.txt", 7, "U3"),
        ("nowhere.txt", 7, "U2"),
        ("pass.txt", 6, "R38"),
    ] {
        assert_eq!(machine.fails(&format!("{typed} --passphrase-file {file}"), exit)["code"], code, "{file}");
    }
    assert_eq!(machine.fails(typed, 12)["code"], "U6");
    assert_eq!(machine.fails("keygen --name N --out new.key --passphrase-file empty.txt", 12)["code"], "U6");
    assert!(!machine.has("new.key"));
    // A line end of another system belongs to the file, not to the passphrase.
    machine.write("crlf.txt", "open sesame\r\n");
    assert_eq!(machine.fails(&format!("{typed} --passphrase-file crlf.txt"), 6)["code"], "R38");
}

#[test]
fn a_full_disk_leaves_nothing_half_written() {
    let machine = office();
    fs::create_dir(machine.path("small")).expect("a folder");
    let Some(disk) = Disk::mount(&machine.path("small"), 256) else { return };
    machine.json("keygen --name N --out small/first.key --passphrase-file pass.txt");
    disk.fill();
    let before = program::files(&machine.path("small"));
    machine.write("founding.submission", founding(&machine));
    for typed in [
        "keygen --name N --out small/new.key --passphrase-file pass.txt",
        "export --kit --out small/kit.protokol",
        "export --receipt 3 --out small/3.tlog-proof",
        "draft protocol 01.005 --out small/draft.toml",
        "sign draft.toml --key 1.key --yes --out small/new.submission",
        "submit half.submission --receipt small/half.tlog-proof",
        "init founding.submission --log-key ledger/log.key --ledger small/ledger",
        "rehearse election --ledger small/ledger",
        "manual small/pages",
    ] {
        // One signature is not the quorum: the receipt is not even tried.
        let exit = if typed.starts_with("submit") { 6 } else { 8 };
        machine.fails(typed, exit);
        let _ = fs::remove_dir(machine.path("small/pages"));
        assert!(program::files(&machine.path("small")) == before, "{typed} left something");
        let names = fs::read_dir(machine.path("small")).expect("the disk").count();
        assert_eq!(names, 2, "{typed}");
    }
}

#[test]
fn a_disk_that_fills_up_on_the_way_loses_nothing() {
    let machine = office();
    let whole = machine.json("show checkpoint");
    for kilobytes in [64, 128, 600, 1200] {
        let name = format!("of-{kilobytes}");
        fs::create_dir(machine.path(&name)).expect("a folder");
        let Some(disk) = Disk::mount(&machine.path(&name), kilobytes) else { return };
        let done = machine.run(&format!("rehearse election --ledger {name}/ledger --json"));
        assert!(done.exit == 0 || done.exit == 8, "{kilobytes}: {done}");
        if done.exit == 8 {
            done.error();
        }
        if machine.has(&format!("{name}/ledger")) {
            let verdict = machine.run(&format!("verify {name}/ledger --json"));
            assert!([0, 4].contains(&verdict.exit), "{kilobytes}: {verdict}");
        }
        // What came so far goes on elsewhere.
        if machine.has(&format!("{name}/ledger")) {
            copy(&machine.path(&format!("{name}/ledger")), &machine.path(&format!("moved-{kilobytes}")));
        }
        drop(disk);
        machine.ok(&format!("rehearse election --ledger moved-{kilobytes} --continue"));
        assert_eq!(machine.json(&format!("show checkpoint --ledger moved-{kilobytes}")), whole);
    }
}

#[test]
fn from_a_disk_that_is_for_reading_one_reads() {
    let machine = office();
    fs::create_dir(machine.path("shelf")).expect("a folder");
    let Some(disk) = Disk::mount(&machine.path("shelf"), 20_000) else { return };
    copy(&machine.path("ledger"), &machine.path("shelf/ledger"));
    disk.protect();
    for typed in
        ["tally", "findings", "log", "show 01.001", "show checkpoint", "check draft.toml", "draft protocol 01.005"]
    {
        let here = machine.ok(&format!("{typed} --json")).out;
        assert_eq!(machine.ok(&format!("{typed} --json --ledger shelf/ledger")).out, here, "{typed}");
    }
    assert_eq!(machine.json("verify shelf/ledger")["verdict"], "verified");
    machine.ok("export --kit --out new.kit --ledger shelf/ledger");
    assert_eq!(machine.read("new.kit"), machine.read("kit.protokol"));
    for typed in [
        "submit half.submission --ledger shelf/ledger",
        "rehearse election --continue --ledger shelf/ledger",
        "rehearse election --ledger shelf/other",
        "export --kit --out shelf/kit",
        "keygen --name N --out shelf/key --passphrase-file pass.txt",
        "enrol members.csv --out shelf/drafts --kit kit.protokol",
        "manual shelf/pages",
    ] {
        if typed.starts_with("enrol") {
            let table = members(&machine);
            for file in ["manifest.toml", "units.csv", "candidates.csv"] {
                machine.write(file, machine.read(&format!("election/{file}")));
            }
            machine.write("members.csv", table);
        }
        let error = machine.fails(typed, 8);
        assert!(error["do"].as_str().is_some_and(|act| act.contains("writable")), "{typed}: {error}");
    }
    let untouched: Vec<Value> = machine.ok("log --json --ledger shelf/ledger").lines();
    assert_eq!(untouched.len(), envelopes(&machine.path("ledger")).len());
}

/// Whoever speaks another language reads it in that; what a program reads of it stays, but for the words.
#[test]
fn a_bad_table_is_told_in_the_language_asked_for() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    let table = machine.text("election/protocols.csv").replacen(",186,5,180,", ",186,-5,180,", 1);
    machine.write("election/protocols.csv", table);
    let english = machine.fails("rehearse election --ledger new", 7);
    assert_eq!(english["code"], "U4");
    let told = [
        ("az", "vahid", "sütun", "\"-5\" mənfidir", "sənəddəki rəqəmi yazın: o, heç vaxt 0-dan kiçik olmur"),
        ("ru", "территория", "столбец", "\"-5\" меньше нуля", "впишите цифру из документа: она не бывает меньше 0"),
    ];
    for (lang, unit, column, says, act) in told {
        let error = machine.fails(&format!("rehearse election --ledger new --lang {lang}"), 7);
        assert_eq!((error["says"].as_str(), error["do"].as_str()), (Some(says), Some(act)), "{error}");
        for key in ["code", "file", "line", "column", "unit", "item", "others"] {
            assert_eq!(error[key], english[key], "{lang}: {key}");
        }
        let words = machine.run(&format!("rehearse election --ledger new --lang {lang}")).exits(7).err;
        let place = format!("election/protocols.csv:2, {unit} 01.001, {column} invalid");
        assert_eq!(words, format!("U4 {place}: {says}\n   {act}\n"));
    }
}

/// What an operation could not do is told in the language asked for; its code and exit stay, and no English is left.
#[test]
fn what_cannot_be_done_is_told_in_the_language_asked_for() {
    let machine = office();
    machine.write("broken.policy", "log nonsense\nquorum none\n");
    machine.write("broken.tlog-proof", "c2sp.org/tlog-proof@v1\n");
    let failures = [
        ("tally --ledger nowhere", 10, "V18"),
        ("show NOSUCH", 2, "U9"),
        ("tally --unit NOSUCH", 2, "U9"),
        ("tally --at 9999", 2, "U1"),
        ("verify ledger --policy broken.policy", 7, "U3"),
        ("check draft.toml --kit draft.toml", 7, "U3"),
        ("restore draft.toml --ledger new", 3, "U3"),
        ("restore http:/nowhere --ledger new", 10, "V18"),
        ("compare draft.toml ledger", 3, "U3"),
        ("draft summary NOSUCH --contest main", 2, "U9"),
        ("init half.submission --ledger new --log-key 1.key --yes", 7, "U3"),
    ];
    for (typed, exit, code) in failures {
        let english = machine.fails(typed, exit);
        assert_eq!(english["code"], code, "{typed}: {english}");
        for lang in ["az", "ru"] {
            let error = machine.fails(&format!("{typed} --lang {lang}"), exit);
            for key in ["code", "file", "line", "column", "unit", "item"] {
                assert_eq!(error[key], english[key], "{typed} in {lang}: {key}");
            }
            for key in ["says", "do"] {
                let words = error[key].as_str().expect("words");
                let is_english = |word: &str| [" the ", " is ", " not ", " give ", " with "].contains(&word);
                let padded = format!(" {words} ");
                assert!(error[key] != english[key], "{typed} in {lang}: {words}");
                assert!(
                    padded.split_inclusive(' ').all(|word| !is_english(&format!(" {word}"))),
                    "{typed} in {lang}: {words}"
                );
            }
        }
    }
}
