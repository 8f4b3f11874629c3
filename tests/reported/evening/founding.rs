//! Founding: what is read before it is signed, and a folder to begin with.

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use protokol::text::Lang;

use crate::commission::{evening, founding};
use crate::kit::program::{Done, Machine};

/// Runs every command of documents, one after the other, in one folder, as a reader would who copies them.
fn walk(machine: &Machine, documents: &[&str]) -> Done {
    let mut script = "set -e\n".to_owned();
    for document in documents {
        let text =
            fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(document)).expect("it is there");
        let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
        let before = script.len();
        blocks.for_each(|block| script.push_str(block));
        assert!(script.len() > before, "{document} has commands");
    }
    let program = Path::new(env!("CARGO_BIN_EXE_protokol")).parent().expect("it lies in a folder");
    let path = format!("{}:{}", program.display(), env::var("PATH").unwrap_or_default());
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).env("PATH", path).current_dir(machine.folder()).stdin(Stdio::null());
    Machine::done("sh", &mut shell).exits(0)
}

#[test]
fn nobody_knew_how_to_begin() {
    let machine = Machine::new();
    let walked = walk(&machine, &["founding.md", "operations.md"]);
    assert!(machine.has("01.tlog-proof") && walked.out.contains("sealed   01.submission as event 6"), "{walked:?}");
    let tally = machine.json("tally");
    assert_eq!(tally["contests"][0]["in_force"], 1, "{tally}");
    assert_eq!(machine.json("show checkpoint --ledger restored")["size"], 7);
}

#[test]
fn a_folder_to_begin_with_is_an_election_in_each_language() {
    let machine = Machine::new();
    for lang in Lang::ALL {
        let written = machine.json(&format!("draft election {lang} --lang {lang}"));
        assert_eq!(written["files"].as_array().map(Vec::len), Some(6), "{written}");
        let manifest = machine.text(&format!("{lang}/manifest.toml"));
        let remarks = manifest.lines().filter(|line| line.starts_with('#')).count();
        assert!(remarks >= 20, "{lang}: {remarks} lines of remarks");
        machine.ok(&format!("rehearse {lang} --ledger ledger-{lang} --lang {lang}"));
        let title = machine.json(&format!("tally --ledger ledger-{lang} --lang {lang}"));
        assert_eq!(title["contests"][0]["id"], "president", "{title}");
    }
    // The same election, but for its words: every line that is no remark and has no word of the language.
    let bare = |lang: &Lang| -> Vec<String> {
        let text = machine.text(&format!("{lang}/manifest.toml"));
        let said = text.lines().filter(|line| !line.starts_with('#') && !line.contains(&format!("{lang} = ")));
        said.filter(|line| !line.starts_with("authority")).map(str::to_owned).collect()
    };
    Lang::ALL.iter().for_each(|lang| assert_eq!(bare(lang), bare(&Lang::En), "{lang}"));
}

#[test]
fn a_folder_to_begin_with_is_written_over_nothing() {
    let machine = Machine::new();
    machine.write("mine/units.csv", "unit,parent,tier,name\n");
    let before = machine.files();
    machine.fails("draft election mine", 7);
    assert!(machine.files() == before);
    machine.fails("draft election", 2);
}

#[test]
fn a_founding_act_was_signed_as_nine_hundred_lines_of_json() {
    let machine = evening();
    founding(&machine);
    // Nobody answers; but what is asked is shown, however quiet the rest is.
    let page = machine.run("sign founding.toml --key CEC-1.key --quiet").exits(2).err;
    let shown = [
        "An invented election",
        "2030-05-12",
        "2 of 3 members",
        "Voters on the list",
        "votes = valid",
        "The votes do not sum to the valid votes",
        "Member 2, secretary",
        "protokol.example/example-2030",
    ];
    for part in shown {
        assert!(page.contains(part), "{part} in\n{page}");
    }
    let key = protokol::crypto::key::SecretKey::demonstration("CEC", "2").public();
    assert!(page.contains(&key.fingerprint()) && !page.contains('{'), "{page}");
    assert!(page.lines().count() < 60, "{page}");
    // Whoever wants every field as a program reads it asks for it.
    let fields = machine.run("sign founding.toml --key CEC-1.key --fields").exits(2).err;
    assert!(fields.contains("\"quorum\": 2"), "{fields}");
    let azerbaijani = machine.run("sign founding.toml --key CEC-1.key --lang az").exits(2).err;
    assert!(azerbaijani.contains("Səsvermə günü"), "{azerbaijani}");
}

#[test]
fn rarer_acts_were_signed_as_json() {
    let machine = evening();
    let draft = machine.ok("draft replacement 01.001").out;
    let key = protokol::crypto::key::SecretKey::from_seed(&[7; 32]).public();
    let (name, public) = ("\"Member Nine\"", format!("\"{key}\""));
    let values =
        [("seat", "2"), ("name", name), ("office", "\"secretary\""), ("key", &public), ("reason", "\"moved\"")];
    machine.write("replacement.toml", crate::kit::program::filled(&draft, &values));
    let page = machine.run("sign replacement.toml --key 01-1.key").exits(2).err;
    for part in ["01.001", "moved", "Member Nine, secretary", &key.fingerprint()] {
        assert!(page.contains(part), "{part} in\n{page}");
    }
    assert!(!page.contains('{'), "{page}");
}
