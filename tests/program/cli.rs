//! The program as a whole: help, exit codes, JSON, interruptions, and what it leaves on the disk.

use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use protokol::domain::code::Code;
use protokol::store::lock::Lock;
use protokol::store::read::sealed;
use serde_json::json;

use crate::kit::election::{self, manifest};
use crate::kit::program::{Done, Machine, copy, envelopes, files, quiet};

const PRECINCTS: u32 = 40;

/// A rehearsal of forty precincts, without interruption: what all others are held against.
fn rehearsed() -> &'static Machine {
    static MACHINE: OnceLock<Machine> = OnceLock::new();
    MACHINE.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", PRECINCTS);
        machine.ok("rehearse election");
        machine
    })
}

/// The same folder and ledger, to be used freely.
fn again() -> Machine {
    let machine = Machine::new();
    copy(rehearsed().folder(), machine.folder());
    machine
}

fn verbs() -> Vec<String> {
    let help = Machine::new().ok("--help").out;
    let list = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let first = list.filter_map(|line| Some(line.strip_prefix("  ")?.split(' ').next()?.to_owned()));
    let verbs: Vec<_> = first.filter(|verb| !verb.is_empty()).collect();
    assert!(verbs.len() >= 17, "{verbs:?}");
    verbs
}

#[test]
fn help_begins_with_two_examples() {
    let machine = Machine::new();
    for verb in verbs().iter().map(|verb| format!("{verb} --help")).chain(["--help".to_owned()]) {
        let help = machine.ok(&verb).out;
        let lines: Vec<_> = help.lines().take(4).collect();
        assert_eq!((lines[0], lines[3]), ("Examples:", ""), "{verb}\n{help}");
        assert!(lines[1].starts_with("  protokol ") && lines[2].starts_with("  "), "{verb}\n{help}");
        let short = machine.ok(&verb.replace("--help", "-h")).out;
        assert!(short.starts_with("Examples:"), "{verb}");
    }
    assert!(machine.ok("--version").out.starts_with("protokol "));
}

#[test]
fn wrong_usage_is_told_with_two() {
    let machine = Machine::new();
    for typed in [
        "tabulate",
        "tally --sum",
        "tally ledger extra",
        "rehearse",
        "log --after yesterday",
        "tally --color purple",
        "export --format csv --kit --out x",
        "export --kit --receipt 0 --out x",
        "tally --unit a --tier b",
        "draft sermon",
        "draft founding",
        "tally --lang xx",
        "tally --lang AZ",
    ] {
        let done = machine.run(typed).exits(2);
        assert!(done.out.is_empty() && done.err.starts_with("U1 ") && done.err.lines().count() == 2, "{done}");
        assert_eq!(machine.fails(typed, 2)["code"], "U1");
    }
    assert_eq!(machine.files().len(), 0);
    // Who types nothing at all is shown what there is.
    let mut nothing = Command::new(env!("CARGO_BIN_EXE_protokol"));
    let shown = nothing.output().expect("it starts");
    assert_eq!(shown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&shown.stderr).contains("Commands:"));
}

#[test]
fn no_ledger_is_ten() {
    let machine = Machine::new();
    machine.write("a-file", "no ledger");
    machine.write("empty/nothing-here", "");
    for ledger in ["ledger", "a-file", "empty"] {
        for verb in ["tally", "findings", "log", "show 01", "verify", "export --kit --out kit", "draft protocol 01"] {
            if ledger == "a-file" && !verb.starts_with("draft") {
                // It might have been a published log, or a receipt: what it is cannot be told.
                machine.fails(&format!("{verb} --ledger {ledger}"), 3);
                continue;
            }
            let error = machine.fails(&format!("{verb} --ledger {ledger}"), 10);
            assert_eq!(error["code"], "V18", "{error}");
        }
    }
    assert_eq!(machine.files().len(), 2);
}

#[test]
fn a_second_writer_waits_outside_and_readers_do_not() {
    let machine = again();
    let ledger = machine.path("ledger");
    let readers = ["tally --json", "findings --json", "log --json", "show 01.001 --json", "verify --json"];
    let before: Vec<_> = readers.iter().map(|typed| machine.ok(typed).out).collect();
    // A submission of some sort must be there for the second writer to come as far as the ledger.
    machine.write("some.submission", submission_of(&ledger, 3));

    let lock = Lock::write(&ledger, "a long count").expect("nobody writes");
    for typed in ["submit some.submission", "rehearse election --continue"] {
        let error = machine.fails(typed, 11);
        assert_eq!(error["code"], "U7");
        let says = error["says"].as_str().expect("a sentence");
        assert!(says.contains("a long count") && says.contains(&std::process::id().to_string()), "{says}");
    }
    let during: Vec<_> = readers.iter().map(|typed| machine.ok(typed).out).collect();
    assert_eq!(before, during);
    machine.ok("export --kit --out kit.protokol");
    machine.ok("export --receipt 3 --out 3.tlog-proof");

    drop(lock);
    assert_eq!(machine.json("submit some.submission")["status"], "already");
    assert_eq!(machine.read("some.tlog-proof"), machine.read("3.tlog-proof"));

    // A receipt takes the place of an older receipt, and of nothing else.
    let before = machine.read("some.submission");
    for other in ["some.submission", "election/units.csv", "ledger/log.key"] {
        assert_eq!(machine.fails(&format!("submit some.submission --receipt {other}"), 7)["code"], "U5");
    }
    assert_eq!(machine.read("some.submission"), before);
    machine.ok("submit some.submission --receipt 3.tlog-proof");
}

/// The submission in an envelope, as a file.
fn submission_of(ledger: &std::path::Path, place: usize) -> Vec<u8> {
    let envelope = protokol::ledger::envelope::Envelope::decode(&envelopes(ledger)[place]).expect("an envelope");
    protokol::ledger::submission::SignedStatement::decode(&envelope.submission).expect("a submission").to_file()
}

#[test]
fn what_is_there_is_not_rehearsed_over() {
    let machine = again();
    machine.write("some-folder/letter", "dear reader");
    let before = machine.files();
    for ledger in ["ledger", "some-folder", "election/units.csv"] {
        let error = machine.fails(&format!("rehearse election --ledger {ledger}"), 7);
        assert_eq!(error["code"], "U5");
    }
    assert_eq!(machine.files(), before);

    // Nor goes a rehearsal on where it did not begin.
    election::rehearsal(&machine, "other", 5);
    let seal = machine.read("ledger/seal");
    assert_eq!(machine.fails("rehearse other --continue", 7)["code"], "U5");
    machine.fails("rehearse other --continue --ledger some-folder", 10);
    // What a rehearsal advises to try next can be typed as it stands.
    let result = machine.ok("rehearse other --ledger next").out;
    let next: Vec<_> = result.lines().skip_while(|line| *line != "Try next").skip(1).collect();
    assert_eq!(next.len(), 3, "{result}");
    for typed in next {
        machine.ok(typed.trim().strip_prefix("protokol ").expect("a command"));
    }
    assert_eq!(machine.read("ledger/seal"), seal);
    assert_eq!(envelopes(&machine.path("ledger")), envelopes(&rehearsed().path("ledger")));
}

#[test]
fn the_same_folder_gives_the_same_ledger() {
    let (first, second) = (rehearsed(), Machine::new());
    election::rehearsal(&second, "elsewhere/the-same", PRECINCTS);
    let result = second.json("rehearse elsewhere/the-same --ledger its-ledger");
    let (one, other) = (first.path("ledger"), second.path("its-ledger"));
    assert_eq!(envelopes(&one), envelopes(&other));
    for file in ["seal", "manifest.toml", "log.vkey", "log.key"] {
        assert_eq!(fs::read(one.join(file)).expect(file), fs::read(other.join(file)).expect(file), "{file}");
    }
    let shown = first.json("show checkpoint");
    for key in ["size", "root", "fingerprint"] {
        assert_eq!(result[key], shown[key]);
    }
    // A second `--continue` finds nothing to do.
    assert_eq!(first.json("rehearse election --continue")["root"], shown["root"]);
    assert_eq!(first.json("rehearse election --continue")["fingerprint"], shown["fingerprint"]);
}

/// Numbers that look random, from a seed that is printed when something fails.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }
}

#[test]
fn killed_at_any_moment_it_goes_on_to_the_same_root() {
    let whole = rehearsed();
    let seed = u64::from(std::process::id()) | 1 << 40;
    println!("seed {seed}");
    let mut dice = Dice(seed);
    let typed = "rehearse election --continue";
    let begun = || {
        let machine = Machine::new();
        copy(&whole.path("election"), &machine.path("election"));
        machine
    };
    for _ in 0..3 {
        let machine = begun();
        let sizes = kill_often(&machine, typed, &mut dice);
        println!("killed at the sizes {sizes:?}");
        assert!(!sizes.is_empty(), "it is never done within a few seals");
        let result = machine.json(typed);
        assert_eq!(result["verdict"], "verified");
        assert_eq!(envelopes(&machine.path("ledger")), envelopes(&whole.path("ledger")), "seed {seed}");
        let (one, other) = (machine.json("show checkpoint"), whole.json("show checkpoint"));
        assert_eq!(one, other);
        assert_eq!(machine.ok("findings --json").out, whole.ok("findings --json").out);
        assert_eq!(machine.ok("tally --tier precinct --json").out, whole.ok("tally --tier precinct --json").out);
    }
}

/// Kills a rehearsal again and again, each time some seals after the last time, and somewhere between two of them.
fn kill_often(machine: &Machine, typed: &str, dice: &mut Dice) -> Vec<u64> {
    let seal = || fs::read(machine.path("ledger/seal")).unwrap_or_default();
    let mut sizes = Vec::new();
    for _ in 0..12 {
        let (mut child, mut last) = (machine.start(typed), seal());
        for _ in 0..dice.throw(3) {
            while seal() == last && child.try_wait().expect("it is ours").is_none() {
                std::thread::sleep(Duration::from_micros(50));
            }
            last = seal();
        }
        std::thread::sleep(Duration::from_micros(dice.throw(4000)));
        child.kill().expect("it is ours");
        if child.wait().expect("it has ended").success() {
            break;
        }
        sizes.push(sealed(&machine.path("ledger")).map_or(0, |signed| signed.checkpoint().size.0));
        if sizes.len().is_multiple_of(2) && machine.has("ledger/seal") {
            // Between two kills it can be read, and what is sealed verifies; a tail may not be sealed yet.
            let verdict = machine.run("verify --json");
            assert!([0, 4].contains(&verdict.exit), "{verdict}");
            machine.ok("tally");
        }
    }
    sizes
}

#[test]
fn interrupted_it_says_so() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", PRECINCTS);
    let mut child = machine.start("rehearse election");
    while !machine.has("ledger/seal") && child.try_wait().expect("it is ours").is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    quiet("kill", &["-INT", &child.id().to_string()]);
    // On a fast machine it may have been done by then.
    let exit = child.wait().expect("it has ended").code();
    assert!(exit == Some(130) || exit == Some(0), "{exit:?}");
    let root = machine.json("rehearse election --continue")["root"].clone();
    assert_eq!(root, rehearsed().json("show checkpoint")["root"]);
}

#[test]
fn no_colour_where_none_is_wanted() {
    let machine = again();
    let plain = |done: Done| assert!(!done.out.contains('\x1b') && !done.err.contains('\x1b'), "{done}");
    for typed in ["verify", "tally", "findings", "show 01.001", "log", "help R11"] {
        plain(machine.ok(typed));
        plain(machine.ok(&format!("{typed} --color never")));
        let run = machine.command(typed).env("NO_COLOR", "1").output().expect("it starts");
        assert!(!run.stdout.contains(&0x1b) && !run.stderr.contains(&0x1b), "{typed}");
    }
    plain(machine.run("show nowhere --color never"));
    assert!(machine.ok("verify --color always").out.contains("\x1b["));
    // A program that reads JSON never wants any.
    plain(machine.ok("verify --json --color always"));
}

#[test]
fn results_are_in_the_language_asked_for() {
    let machine = again();
    // The terminal's locale says nothing of the reader.
    let said = |typed: &str| {
        let run = machine.command(typed).env("LC_ALL", "C").env("LANG", "en_GB").output().expect("it starts");
        assert!(run.status.success(), "{typed}");
        String::from_utf8(run.stdout).expect("UTF-8 whatever the locale")
    };
    let words = [
        ("verify", ["CONSISTENT", "UYĞUNDUR", "НЕПРОТИВОРЕЧИВО"]),
        ("tally", ["Protocols in force", "Qüvvədə olan protokollar", "Протоколов в силе"]),
        ("show checkpoint", ["Fingerprint", "Barmaq izi", "Отпечаток"]),
        ("show 01.001", ["Commission of", "Komissiyada", "Комиссия из"]),
        ("log", ["must sign", "imzalamalıdır", "подписать должны"]),
        ("help R11", ["quorum", "yetərsay", "кворум"]),
    ];
    for (typed, expected) in words {
        for (lang, word) in ["en", "az", "ru"].into_iter().zip(expected) {
            let told = said(&format!("{typed} --lang {lang}"));
            assert!(told.contains(word), "{told}");
            assert_eq!(expected.iter().filter(|word| told.contains(**word)).count(), 1, "{told}");
        }
        assert_eq!(said(typed), said(&format!("{typed} --lang en")));
    }
    // A program is told the same, but for the sentences.
    for typed in ["tally --json", "show 01.001 --json", "show checkpoint --json"] {
        assert_eq!(said(&format!("{typed} --lang az")), said(typed));
        assert_eq!(said(&format!("{typed} --lang ru")), said(typed));
    }
    let checks = |lang: &str| {
        let value = machine.json(&format!("verify --lang {lang}"));
        let checks = value["checks"].as_array().expect("the account").clone();
        checks.into_iter().map(|check| (check["name"].clone(), check["status"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(checks("az"), checks("en"));
    assert_eq!(checks("ru"), checks("en"));
}

#[test]
fn quiet_is_quiet_and_results_are_on_stdout() {
    let machine = again();
    for typed in ["tally", "findings", "verify", "log", "show checkpoint", "export --kit --out kit.protokol"] {
        let done = machine.ok(&format!("{typed} --quiet"));
        assert!(done.err.is_empty() && !done.out.is_empty(), "{done}");
    }
    let failed = machine.run("show nowhere --quiet").exits(2);
    assert!(failed.out.is_empty() && failed.err.starts_with("U9"), "{failed}");
}

#[test]
fn every_error_is_a_pair_for_programs_too() {
    let machine = again();
    machine.write("draft.toml", "kind = \"protocol\"\n");
    let fails = [
        ("show nowhere", 2, "U9"),
        ("show 99999", 2, "U9"),
        ("tally --unit 99", 2, "U9"),
        ("tally --contest other", 2, "U9"),
        ("tally --tier other", 2, "U1"),
        ("tally --at 99999", 2, "U1"),
        ("tally --at noon", 2, "U1"),
        ("log --unit 99", 2, "U9"),
        ("log --kind sermon", 2, "U1"),
        ("findings --code E99", 2, "U1"),
        ("findings --unit 99", 2, "U9"),
        ("verify --expect 1234", 2, "U1"),
        ("help Z1", 2, "U1"),
        ("check nothing.toml", 7, "U2"),
        ("check election", 7, "U3"),
        ("check draft.toml", 7, "U4"),
        ("draft protocol 99", 2, "U9"),
        ("draft protocol 01.001 --contest other", 2, "U9"),
        ("draft protocol 01.001 --kit draft.toml", 7, "U3"),
        ("submit nothing.submission", 7, "U2"),
        ("submit election", 7, "U3"),
        ("submit draft.toml", 7, "R35"),
        ("init draft.toml --log-key ledger/log.key --ledger new", 7, "R35"),
        ("enrol election/nothing.csv --out drafts", 7, "U2"),
        ("enrol election/units.csv --out drafts", 2, "U1"),
        ("rehearse nowhere --ledger new", 7, "U2"),
        ("rehearse draft.toml --ledger new", 7, "U2"),
        ("export --kit --out draft.toml", 7, "U5"),
        ("export --kit --out no/such/folder/kit", 7, "U2"),
        ("export --receipt 99999 --out r", 2, "U9"),
        ("keygen --name N --out draft.toml", 7, "U5"),
        ("keygen --name N --out new.key", 12, "U6"),
        ("sign draft.toml --key ledger/log.key --yes", 7, "U4"),
        ("verify draft.toml", 3, "U3"),
        ("verify --policy nowhere", 7, "U2"),
    ];
    let before = machine.files();
    for (typed, exit, code) in fails {
        let error = machine.fails(typed, exit);
        assert_eq!(error["code"], code, "{typed}: {error}");
        // In words: the code, what is wrong, and below it what to do.
        let words = machine.run(&format!("{typed} --quiet")).exits(exit);
        assert!(words.out.is_empty() && words.err.starts_with(code) && words.err.lines().count() >= 2, "{words}");
    }
    let new: Vec<_> = machine.files().into_keys().filter(|path| !before.contains_key(path)).collect();
    let is_ours = |path: &std::path::PathBuf| path.starts_with(machine.path("ledger"));
    assert!(new.iter().all(is_ours), "{new:?}");
}

#[test]
fn a_reader_that_had_enough_is_no_failure() {
    let machine = again();
    let mut bad = fs::read(machine.path("ledger/seal")).expect("the seal");
    bad[20] ^= 1;
    bad[4096 + 20] ^= 1;
    machine.write("forged/seal", bad);
    copy(&machine.path("ledger/journal"), &machine.path("forged/journal"));
    for (typed, exit) in [
        ("log", 0),
        ("log --json", 0),
        ("findings", 0),
        ("tally --tier precinct", 0),
        ("help", 0),
        ("completions bash", 0),
        ("completions zsh", 0),
        ("verify", 0),
        ("rehearse --help", 0),
        // What nobody read to the end is still no.
        ("verify --ledger forged", 1),
        ("verify --ledger forged --json", 1),
        ("show nowhere --json", 2),
    ] {
        let mut child =
            machine.command(typed).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let mut line = String::new();
        BufReader::with_capacity(16, child.stdout.take().expect("a pipe")).read_line(&mut line).expect("a line");
        assert!(!line.is_empty(), "{typed}");
        let done = child.wait_with_output().expect("it ends");
        let talk = String::from_utf8_lossy(&done.stderr);
        assert!(!talk.contains("panicked"), "{typed}: {talk}");
        assert_eq!(done.status.code(), Some(exit), "{typed}: {talk}");
        // And where it was gone before the first word.
        let mut child = machine.command(typed).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("it starts");
        drop(child.stdout.take());
        assert_eq!(child.wait().expect("it ends").code(), Some(exit), "{typed}");
    }
}

#[test]
fn a_result_that_cannot_be_written_is_a_failure() {
    let machine = again();
    for typed in ["tally", "tally --json", "log", "verify", "completions bash", "draft protocol 01.001"] {
        let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else {
            eprintln!("SKIPPED: there is no /dev/full here");
            return;
        };
        let run = machine.command(typed).stdout(full).stderr(Stdio::piped()).output().expect("it starts");
        let talk = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(8), "{typed}: {talk}");
        assert!(talk.contains("U2") && !talk.contains("panicked"), "{typed}: {talk}");
    }
}

#[test]
fn every_code_is_explained() {
    let machine = again();
    let listed = machine.ok("help").out;
    for code in Code::ALL {
        let typed = format!("help {code}");
        let explained = machine.ok(&typed).out;
        assert!(explained.starts_with(code.as_str()) && explained.lines().count() >= 2, "{explained}");
        assert!(listed.lines().any(|line| line.split(' ').next() == Some(code.as_str())), "{code}");
    }
    let page = machine.json("help r11");
    assert_eq!(page["code"], "R11");
    assert!(page["says"].is_string() && page["do"].is_string());
    // Those of the form need its ledger.
    assert!(machine.ok("help E1").out.contains("votes = valid"));
    machine.fails("help E1 --ledger nowhere", 2);
}

#[test]
fn completions_and_man_pages_are_made() {
    let machine = Machine::new();
    for shell in ["bash", "zsh", "fish"] {
        let script = machine.ok(&format!("completions {shell}")).out;
        assert!(verbs().iter().all(|verb| script.contains(verb)), "{shell}");
    }
    assert!(quiet("bash", &["--version"]));
    machine.write("protokol.bash", machine.ok("completions bash").out);
    assert!(quiet("bash", &["-n", &machine.path("protokol.bash").display().to_string()]));
    machine.ok("manual pages/of/it");
    assert!(machine.text("pages/of/it/protokol.1").contains("rehearse"));
    for verb in verbs() {
        assert!(machine.has(&format!("pages/of/it/protokol-{verb}.1")), "{verb}");
    }
    machine.write("file", "");
    machine.fails("manual file", 7);
}

/// An election of one central member, whose key another program made.
fn of_one_member(machine: &Machine, public_key: &str) -> String {
    let sizes = [(1, 1), (3, 2), (3, 2)];
    machine.write("election/manifest.toml", manifest(false, sizes));
    machine.write("election/candidates.csv", election::CANDIDATES);
    machine.write("election/units.csv", "unit,parent,tier,name\nCEC,,central,Central\n");
    let table = "unit,seat,name,office,nominated_by,public_key";
    machine.write("election/members.csv", format!("{table}\nCEC,1,A. Member,chair,,{public_key}\n"));
    machine.write("pass.txt", "open sesame\nand nothing else\n");
    let made = machine.json("keygen --name log --out log.key --passphrase-file pass.txt");
    made["public_key"].as_str().expect("a key").to_owned()
}

fn openssl(machine: &Machine, typed: &str) -> Vec<u8> {
    let run = Command::new("openssl").args(typed.split(' ')).current_dir(machine.folder()).output().expect("it starts");
    assert!(run.status.success(), "openssl {typed}: {}", String::from_utf8_lossy(&run.stderr));
    run.stdout
}

#[test]
fn openssl_reads_our_keys_and_we_read_its() {
    if !quiet("openssl", &["version"]) {
        eprintln!("SKIPPED: OpenSSL is not installed");
        return;
    }
    let machine = Machine::new();
    let raw = |der: &[u8]| hex::encode(&der[der.len() - 32..]);
    openssl(&machine, "genpkey -algorithm ed25519 -out plain.key");
    let member = raw(&openssl(&machine, "pkey -in plain.key -pubout -outform DER"));
    let log = of_one_member(&machine, &member);

    // Ours, sealed under the first line of the passphrase file.
    machine.write("first-line.txt", "open sesame");
    let ours = openssl(&machine, "pkey -in log.key -passin file:first-line.txt -pubout -outform DER");
    assert_eq!(raw(&ours), log);

    // Its own, plain, and sealed as it seals.
    machine.ok(&format!("draft founding --from election --log-key {log} --out founding.toml"));
    openssl(&machine, "pkcs8 -topk8 -in plain.key -v2 aes-256-cbc -passout file:first-line.txt -out sealed.key");
    let sign = |key: &str, out: &str| format!("sign founding.toml --key {key} --out {out} --yes");
    let plain = machine.json(&sign("plain.key", "plain.submission"));
    assert_eq!((&plain["signer"], &plain["signatures"]), (&json!(member), &json!(1)));
    let sealed = machine.json(&format!("{} --passphrase-file pass.txt", sign("sealed.key", "sealed.submission")));
    assert_eq!(sealed["signer"], member);
    assert_eq!(machine.fails(&sign("sealed.key", "no.submission"), 12)["code"], "U6");
    machine.write("wrong.txt", "close sesame\n");
    let wrong = format!("{} --passphrase-file wrong.txt", sign("sealed.key", "no.submission"));
    assert_eq!(machine.fails(&wrong, 12)["code"], "U6");
    assert!(!machine.has("no.submission"));
    openssl(&machine, "genpkey -algorithm x25519 -out other.key");
    let error = machine.fails(&sign("other.key", "no.submission"), 7);
    assert!(error["says"].as_str().is_some_and(|says| says.contains("X25519")), "{error}");

    machine.ok("init sealed.submission --log-key log.key --passphrase-file pass.txt");
    assert_eq!(machine.json("verify")["verdict"], "verified");
    // And what is founded is not founded again.
    let before = machine.files();
    let error = machine.fails("init plain.submission --log-key log.key --passphrase-file pass.txt", 7);
    assert_eq!(error["code"], "U5");
    assert_eq!(machine.files(), before);
}

#[test]
fn keys_are_for_their_owners_eyes() {
    use std::os::unix::fs::PermissionsExt;
    let machine = Machine::new();
    of_one_member(&machine, &"0".repeat(64));
    let mode = fs::metadata(machine.path("log.key")).expect("the key").permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let kept = rehearsed().path("ledger/log.key");
    assert_eq!(fs::metadata(kept).expect("the key").permissions().mode() & 0o777, 0o600);
    let is_hidden = |path: &std::path::PathBuf| path.file_name().is_some_and(|n| n.to_string_lossy().starts_with('.'));
    assert!(!files(machine.folder()).keys().any(is_hidden));
    assert_eq!(machine.json("keygen --name N --out n.key --passphrase-file pass.txt")["name"], "N");
}
