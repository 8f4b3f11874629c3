//! What the program answers: the right reason, the right exit code, and advice that can be typed as it stands.

use std::fs::{self, OpenOptions};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use protokol::crypto::key::SecretKey;
use protokol::crypto::keyfile;
use serde_json::json;

use crate::kit::election;
use crate::kit::program::{Machine, copy, filled};

/// Six precincts, rehearsed, of which the last has not reported; its draft, the keys of its members, a kit and a
/// receipt.
fn office() -> Machine {
    static OFFICE: OnceLock<Machine> = OnceLock::new();
    let office = OFFICE.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 6);
        machine.ok("rehearse election");
        machine.ok("export --kit --out kit.protokol");
        machine.ok("export --receipt 3 --out 3.tlog-proof");
        machine.ok("draft protocol 01.006 --out blank.toml");
        let figures = ["listed", "received", "took", "invalid", "valid", "01", "02", "03"];
        let figures: Vec<_> = figures.into_iter().zip(["900", "700", "181", "4", "177", "100", "60", "17"]).collect();
        machine.write("draft.toml", filled(&machine.text("blank.toml"), &figures));
        for seat in ["1", "2"] {
            let key = SecretKey::demonstration("01.006", seat);
            machine.write(&format!("{seat}.key"), keyfile::seal_plain(&key).as_bytes());
        }
        machine
    });
    let machine = Machine::new();
    copy(office.folder(), machine.folder());
    machine
}

#[test]
fn a_receipt_is_held_against_what_is_expected() {
    let machine = office();
    let fingerprint = machine.json("show checkpoint")["fingerprint"].as_str().expect("one").replace(' ', "");
    let expected = machine.json(&format!("verify 3.tlog-proof --expect {fingerprint}"));
    assert_eq!((&expected["verdict"], &expected["fingerprint"].is_string()), (&json!("verified"), &true));
    let other = format!("{}{}", if fingerprint.starts_with('0') { '1' } else { '0' }, &fingerprint[1..]);
    let failed = machine.run(&format!("verify 3.tlog-proof --json --expect {other}")).exits(1).json();
    assert_eq!((&failed["verdict"], &failed["faults"][0]["code"]), (&json!("failed"), &json!("V11")));
    machine.run(&format!("verify 3.tlog-proof --expect {other}")).exits(1);
    assert_eq!(machine.fails("verify 3.tlog-proof --expect zzz", 2)["code"], "U1");
}

#[test]
fn a_receipt_of_another_log_is_said_to_be_one() {
    let machine = office();
    election::rehearsal(&machine, "other", 5);
    let text = machine.text("other/manifest.toml").replace("example-2030", "example-2031");
    machine.write("other/manifest.toml", text);
    machine.ok("rehearse other --ledger second");
    let error = machine.fails("verify 3.tlog-proof --ledger second", 2);
    let says = error["says"].as_str().expect("a sentence");
    assert!(says.contains("example-2030/rehearsal") && says.contains("example-2031/rehearsal"), "{says}");
    assert!(error["do"].as_str().is_some_and(|act| act.contains("--policy")), "{error}");
}

#[test]
fn what_a_question_is_about_is_shown_however_quiet_the_rest_is() {
    let machine = office();
    let typed = "sign draft.toml --key 1.key --out new.submission";
    let loud = machine.run(typed).exits(2);
    assert!(loud.err.contains("one hundred"), "{loud}");
    // Nobody is there to answer, and yet the paper is shown before that is said; whose key was believed is talk.
    let (believed, paper) = loud.err.split_once('\n').expect("a line of talk");
    assert!(believed.starts_with("Believed under the key "), "{loud}");
    assert_eq!(machine.run(&format!("{typed} --quiet")).exits(2).err, paper);
    // Where nothing is asked, nothing is shown.
    let quiet = machine.ok(&format!("{typed} --quiet --yes"));
    assert!(quiet.err.is_empty(), "{quiet}");
    // Whoever signs after others is shown it too.
    let second = machine.run("sign new.submission --key 2.key --quiet").exits(2);
    assert!(second.err.contains("one hundred"), "{second}");
}

#[test]
fn a_unit_that_is_not_there_is_the_reason() {
    let machine = office();
    let unknown = machine.text("draft.toml").replace("\"01.006\"", "\"ZZ\"");
    machine.write("unknown.toml", unknown);
    let found = machine.run("check unknown.toml --json").exits(6).json();
    assert_eq!((&found["findings"][0]["code"], &found["findings"][0]["unit"]), (&json!("R4"), &json!("ZZ")));
    assert_eq!(machine.fails("sign unknown.toml --key 1.key --yes", 6)["code"], "R4");
    // A commission below one that is not formed yet.
    let member = |seat: u16| {
        let key = SecretKey::demonstration("01.900", &seat.to_string()).public();
        let office = ["chair", "secretary", "member"][usize::from(seat - 1)];
        format!(
            "[[members]]\nseat = {seat}\nname = \"M {seat}\"\noffice = \"{office}\"\nnominated_by = \"\"\nkey = \"{key}\"\n"
        )
    };
    let ledger = machine.text("draft.toml").lines().find(|line| line.starts_with("ledger")).expect("it").to_owned();
    let head = "unit = \"07.001\"\ntier = \"precinct\"\nparent = \"07\"\nname = \"\"\nquorum = 2\n";
    let members: String = (1..=3).map(member).collect();
    machine.write("commission.toml", format!("kind = \"commission\"\n{ledger}\n{head}{members}"));
    let found = machine.run("check commission.toml --json").exits(6).json();
    assert_eq!((&found["findings"][0]["code"], &found["findings"][0]["unit"]), (&json!("R4"), &json!("07")), "{found}");
    let error = machine.fails("sign commission.toml --key 1.key --yes", 6);
    assert_eq!((&error["code"], &error["file"]), (&json!("R4"), &json!("commission.toml")));
}

#[test]
fn a_refusal_names_what_it_is_about() {
    let machine = office();
    let text = machine.text("draft.toml").replace("\"01.006\"", "\"01.002\"");
    machine.write("again.toml", text);
    let found = machine.run("check again.toml --json").exits(6).json()["findings"][0].clone();
    assert_eq!((&found["code"], &found["contest"], &found["unit"]), (&json!("R19"), &json!("main"), &json!("01.002")));
    assert!(found["event"].is_null(), "{found}");
    let none = "0".repeat(64);
    machine.ok(&format!("draft annulment 01.002 --event {none} --out annulment.blank"));
    let text = filled(&machine.text("annulment.blank"), &[("reason", "\"the box was open\"")]);
    machine.write("annulment.toml", text);
    let found = machine.run("check annulment.toml --json").exits(6).json()["findings"][0].clone();
    assert_eq!((&found["code"], &found["event"]), (&json!("R22"), &json!(none)));
}

#[test]
fn every_result_is_an_object_and_carries_the_fingerprint() {
    let machine = office();
    let fingerprint = machine.json("show checkpoint")["fingerprint"].clone();
    assert!(fingerprint.is_string());
    machine.ok("sign draft.toml --key 1.key --yes --out new.submission");
    machine.ok("sign new.submission --key 2.key --yes");
    for typed in [
        "show 01.001",
        "show 3",
        "tally",
        "verify",
        "verify 3.tlog-proof",
        "export --kit --out new.kit",
        "export --receipt 3 --out fourth.tlog-proof",
    ] {
        assert_eq!(machine.json(typed)["fingerprint"], fingerprint, "{typed}");
    }
    let sealed = machine.json("submit new.submission");
    assert_ne!(sealed["fingerprint"], fingerprint);
    assert_eq!(sealed["fingerprint"], machine.json("show checkpoint")["fingerprint"]);

    let receipt = machine.json("verify 3.tlog-proof");
    assert!(receipt["head"].is_null() && receipt.as_object().is_some_and(|keys| keys.contains_key("head")));
    assert_eq!(receipt["events"], 1);
    let checks = receipt["checks"].as_array().expect("a list");
    let statuses: Vec<_> = checks.iter().map(|check| (&check["name"], &check["status"])).collect();
    let names = ["trust", "checkpoint", "inclusion", "signatures"].map(|name| json!(name));
    let [note, ok] = ["note", "ok"].map(|status| json!(status));
    assert_eq!(statuses, [(&names[0], &note), (&names[1], &ok), (&names[2], &ok), (&names[3], &ok)]);
    assert!(checks.iter().all(|check| check["detail"].as_str().is_some_and(|detail| !detail.is_empty())));

    let codes = machine.json("help")["codes"].as_array().expect("a list").clone();
    assert_eq!(codes.len(), protokol::domain::code::Code::ALL.len());
    assert!(codes.iter().all(|code| ["code", "says", "do"].iter().all(|key| code[key].is_string())));
    let pages = machine.json("manual pages")["pages"].as_array().expect("a list").clone();
    assert!(pages.contains(&json!("pages/protokol.1")), "{pages:?}");
}

/// What is advised after "then: " or "Next: ", as it can be handed to a shell in that folder.
fn advised(machine: &Machine, talk: &str, begins: &str) -> i32 {
    let line = talk.lines().find_map(|line| line.split_once(begins)).map(|(_, command)| command);
    let line = line.unwrap_or_else(|| panic!("nothing is advised in {talk}"));
    let program = env!("CARGO_BIN_EXE_protokol");
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{program} {line}")]).current_dir(machine.folder());
    shell.stdin(Stdio::null()).stdout(Stdio::null()).status().expect("a shell").code().expect("it ends")
}

#[test]
fn what_is_advised_can_be_typed() {
    let machine = office();
    fs::rename(machine.path("kit.protokol"), machine.path("a kit")).expect("it moves");
    fs::rename(machine.path("ledger"), machine.path("the ledger's")).expect("it moves");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_protokol"));
        let done = command.args(arguments).current_dir(machine.folder()).stdin(Stdio::null()).output();
        let done = done.expect("it starts");
        assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
        String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned()
    };
    // A blank draft is read, and said to lack figures.
    let talk = run(&["draft", "protocol", "01.006", "--kit", "a kit", "--out", "my draft.toml"]);
    assert!(talk.contains("--kit 'a kit'"), "{talk}");
    assert_eq!(advised(&machine, &talk, "then: protokol"), 6);
    machine.write("my draft.toml", machine.read("draft.toml"));
    assert_eq!(advised(&machine, &talk, "then: protokol"), 0);
    let talk = run(&["draft", "protocol", "01.006", "--ledger", "the ledger's", "--out", "2.toml"]);
    machine.write("2.toml", machine.read("draft.toml"));
    assert_eq!(advised(&machine, &talk, "then: protokol"), 0);
    let result = run(&["rehearse", "election", "--ledger", "a new one"]);
    for line in result.lines().skip_while(|line| *line != "Try next").skip(1) {
        assert_eq!(advised(&machine, line, "  protokol"), 0, "{line}");
    }
}

#[test]
fn a_founding_act_is_not_submitted() {
    let machine = Machine::new();
    let sizes = [(1, 1), (3, 2), (3, 2)];
    machine.write("election/manifest.toml", election::manifest(false, sizes));
    machine.write("election/candidates.csv", election::CANDIDATES);
    machine.write("election/units.csv", "unit,parent,tier,name\nCEC,,central,Central\n");
    let [member, log] = ["member", "log"].map(|name| SecretKey::demonstration(name, "no unit's"));
    machine.write("my.key", keyfile::seal_plain(&member).as_bytes());
    let table = "unit,seat,name,office,nominated_by,public_key\nCEC,1,A. Member,chair,,";
    machine.write("election/members.csv", format!("{table}{}\n", member.public()));
    machine.ok(&format!("draft founding --from election --log-key {} --out founding.toml", log.public()));
    let signed = machine.ok("sign founding.toml --key my.key --yes --ledger new");
    assert!(signed.err.contains("protokol init founding.submission --log-key FILE --ledger new"), "{signed}");
    assert!(!signed.err.contains("protokol submit"), "{signed}");

    // A mistake of a seat is told with the table's place.
    machine.write("election/members.csv", format!("{}{}\n", table.replace("CEC,1", "CEC,2"), member.public()));
    let typed = format!("draft founding --from election --log-key {} --out second.toml", log.public());
    let error = machine.fails(&typed, 7);
    assert_eq!((&error["file"], &error["column"]), (&json!("election/members.csv"), &json!("seat")));
}

#[test]
fn a_file_that_cannot_be_read_is_told_as_it_is() {
    let machine = office();
    // A table that is a folder is there, and is no table.
    election::rehearsal(&machine, "folders", 5);
    fs::remove_file(machine.path("folders/units.csv")).expect("it goes");
    fs::create_dir(machine.path("folders/units.csv")).expect("a folder");
    let error = machine.fails("rehearse folders --ledger new", 7);
    assert_eq!((&error["code"], &error["file"]), (&json!("U2"), &json!("folders/units.csv")), "{error}");

    // Text in another encoding, with its line.
    let mut draft = machine.read("draft.toml");
    let place = draft.iter().position(|byte| *byte == b'#').expect("a remark") + 1;
    draft.insert(place, 0xe9);
    machine.write("latin.toml", &draft);
    let line = 1 + draft[..place].iter().filter(|byte| **byte == b'\n').count();
    let error = machine.fails("check latin.toml", 7);
    assert_eq!((&error["code"], &error["line"]), (&json!("U3"), &json!(line)), "{error}");

    // Nesting without an end, for which the parser gives no place.
    let manifest = machine.text("election/manifest.toml");
    let lines = manifest.lines().count();
    let deep = vec!["a"; 400].join(".");
    machine.write("election/manifest.toml", format!("{manifest}[{deep}]\nb = 1\n"));
    let error = machine.fails("rehearse election --ledger new", 7);
    assert_eq!((&error["code"], &error["line"]), (&json!("U3"), &json!(lines + 1)), "{error}");

    // A file that is not ours to read: nothing needs to be writable.
    fs::set_permissions(machine.path("draft.toml"), fs::Permissions::from_mode(0o000)).expect("it is ours");
    if fs::read(machine.path("draft.toml")).is_ok() {
        eprintln!("SKIPPED: whoever runs this may read everything");
        return;
    }
    let error = machine.fails("check draft.toml", 8);
    assert!(error["do"].as_str().is_some_and(|act| act.contains("readable")), "{error}");
}

#[test]
fn a_submission_by_another_name_is_not_passed_over_in_silence() {
    let machine = office();
    fs::create_dir(machine.path("queue")).expect("a folder");
    machine.ok("sign draft.toml --key 1.key --yes --out queue/one.submission");
    machine.ok("sign queue/one.submission --key 2.key --yes");
    machine.ok("sign draft.toml --key 1.key --yes --out queue/two.sub");
    machine.write("queue/letter.txt", "dear office");
    let done = machine.ok("submit queue");
    assert!(done.err.contains("two.sub") && !done.err.contains("letter"), "{done}");
    let told = machine.json("submit queue");
    assert_eq!((&told["skipped"], &told["submissions"][0]["status"]), (&json!(["two.sub"]), &json!("already")));
}

#[test]
fn help_that_cannot_be_written_is_a_failure() {
    let machine = Machine::new();
    for typed in ["--help", "tally --help", "--version"] {
        let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else {
            eprintln!("SKIPPED: there is no /dev/full here");
            return;
        };
        let run = machine.command(typed).stdout(full).stderr(Stdio::piped()).output().expect("it starts");
        let talk = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(8), "{typed}: {talk}");
        assert!(talk.starts_with("U2 "), "{typed}: {talk}");
    }
}
