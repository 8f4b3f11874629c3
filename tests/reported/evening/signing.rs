//! Many papers, several members, and what is still missing.

use protokol::crypto::key::SecretKey;
use protokol::ledger::submission::SignedStatement;
use serde_json::{Value, json};

use crate::commission::{draft, evening, founding, signed};
use crate::kit::program::{Machine, filled};

/// Whoever of a unit's commission signs a copy that has no other signature: what lies on a stick after an evening.
fn copy_signed_by(machine: &Machine, file: &str, unit: &str, seat: &str) -> Vec<u8> {
    let signed = SignedStatement::from_file(&machine.read(file)).expect("a submission");
    let mut alone = SignedStatement::unsigned(&signed.statement().expect("a statement")).expect("it fits");
    alone.sign(&SecretKey::demonstration(unit, seat));
    alone.to_file()
}

#[test]
fn copies_that_were_signed_apart_could_not_be_joined() {
    let machine = evening();
    signed(&machine, "01.001", "whole.submission");
    for seat in ["1", "2", "3"] {
        machine.write(&format!("{seat}.submission"), copy_signed_by(&machine, "whole.submission", "01.001", seat));
    }
    let joined = machine.json("sign --join 1.submission 2.submission 3.submission --out joined.submission");
    assert_eq!((&joined["signatures"], &joined["needed"]), (&json!(3), &json!(2)), "{joined}");
    // Without a name for what is made, the first of the copies has the signatures of all.
    let joined = machine.json("sign --join 1.submission 2.submission");
    assert_eq!((&joined["signatures"], &joined["file"]), (&json!(2), &json!("1.submission")));
    // No key is needed for it, and neither kit nor ledger; then it cannot be known how many must sign.
    let alone = machine.ok("sign --join 2.submission 3.submission --out other.submission --ledger nowhere");
    assert!(alone.err.contains("--kit"), "{alone}");
    assert_eq!(machine.json("submit joined.submission")["status"], "sealed");

    signed(&machine, "01.002", "b.submission");
    let error = machine.fails("sign --join 1.submission b.submission --out c.submission", 7);
    assert_eq!((&error["code"], &error["file"]), (&json!("U18"), &json!("b.submission")), "{error}");
    assert!(!machine.has("c.submission"));
    let mut forged = machine.read("2.submission");
    *forged.last_mut().expect("it has bytes") ^= 1;
    machine.write("2.submission", forged);
    assert_eq!(machine.fails("sign --join 1.submission 2.submission", 6)["code"], "R33");
}

#[test]
fn a_queue_refused_two_halves_of_one_paper() {
    let machine = evening();
    signed(&machine, "01.001", "whole.submission");
    for seat in ["1", "2"] {
        machine
            .write(&format!("queue/{seat}.submission"), copy_signed_by(&machine, "whole.submission", "01.001", seat));
    }
    // A signature that is not the member's own spoils nobody else's.
    let mut forged = copy_signed_by(&machine, "whole.submission", "01.001", "3");
    *forged.last_mut().expect("it has bytes") ^= 1;
    machine.write("queue/forged.submission", forged);
    let told = machine.run("submit queue --json").exits(6).json();
    let answers = told["submissions"].as_array().expect("a list");
    let told: Vec<_> = answers.iter().map(|one| one["status"].as_str().or(one["error"]["code"].as_str())).collect();
    assert_eq!(told, [Some("sealed"), Some("already"), Some("R33")]);
}

#[test]
fn a_member_was_told_to_look_for_others_where_the_quorum_was_met() {
    let machine = evening();
    draft(&machine, "01.001", "a.toml");
    let first = machine.ok("sign a.toml --key 01.001-1.key --yes --kit kit.protokol --ledger nowhere");
    assert!(first.err.contains("1 of 2"), "{first}");
    let second = machine.ok("sign a.submission --key 01.001-2.key --yes");
    assert!(second.err.contains("2 of 2") && second.err.contains("protokol submit a.submission"), "{second}");
    assert!(!second.err.contains("other members"), "{second}");
    let third = machine.json("sign a.submission --key 01.001-3.key --yes");
    assert_eq!((&third["signatures"], &third["needed"]), (&json!(3), &json!(2)));
}

#[test]
fn nobody_could_sign_after_others_without_a_kit() {
    let machine = evening();
    draft(&machine, "01.001", "a.toml");
    let told = machine.fails("sign a.toml --key 01.001-1.key --yes --ledger nowhere", 10);
    assert!(told["code"] == "V18" && told["do"].as_str().is_some_and(|advice| advice.contains("--kit")), "{told}");
    machine.ok("sign a.toml --key 01.001-1.key --yes");
    let (first, known) =
        (machine.read("a.submission"), machine.ok("sign a.submission --key 01.001-2.key --yes --out b.submission"));
    let second = machine.ok("sign a.submission --key 01.001-2.key --yes --ledger nowhere");
    assert!(second.err.contains("Whether the quorum is met cannot be known here"), "{second}");
    for unsaid in ["complete", "other members", "another member"] {
        assert!(!second.err.contains(unsaid), "{unsaid} in {second}");
    }
    // Every figure that a kit gives a name is shown, by its number.
    let figures = |told: &str| -> Vec<String> {
        let last = |line: &str| {
            line.split("  ")
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .skip(1)
                .map(str::to_owned)
                .collect::<Vec<_>>()
                .join(" ")
        };
        told.lines().filter(|line| line.starts_with("  ") && line.len() > 66).map(last).collect()
    };
    assert!(
        figures(&known.err).len() > 5 && second.err.contains("Item 1 ") && second.err.contains("Candidate 1 "),
        "{second}"
    );
    assert_eq!(figures(&second.err), figures(&known.err), "{second}");
    // A key that does not count spoils nobody's signature: it goes into a copy.
    assert_eq!(machine.read("a.submission"), first);
    assert_eq!(machine.read("a.copy.submission"), machine.read("b.submission"));
    for out in ["", " --out a.submission"] {
        assert_eq!(
            machine.fails(&format!("sign a.submission --key CEC-1.key --yes --ledger nowhere{out}"), 7)["code"],
            "U5"
        );
    }
    let told = machine.json("sign a.submission --key CEC-1.key --yes --ledger nowhere --out c.submission");
    assert_eq!((&told["signatures"], &told["needed"]), (&json!(2), &Value::Null), "{told}");
    assert_eq!(machine.fails("submit c.submission", 6)["code"], "R10");
    machine.ok("sign --join a.submission a.copy.submission");
    assert_eq!(machine.json("submit a.submission")["status"], "sealed");
}

#[test]
fn nobody_was_told_that_a_founding_act_is_complete() {
    let machine = evening();
    founding(&machine);
    let first = machine.ok("sign founding.toml --key CEC-1.key --yes --ledger nowhere");
    assert!(first.err.contains("1 of 2") && !first.err.contains("protokol init"), "{first}");
    let second = machine.ok("sign founding.submission --key CEC-2.key --yes --ledger nowhere");
    assert!(second.err.contains("2 of 2") && second.err.contains("protokol init founding.submission"), "{second}");
}

#[test]
fn of_two_typings_only_the_first_difference_was_told() {
    let machine = evening();
    draft(&machine, "01.001", "a.toml");
    let text = filled(&machine.text("a.toml"), &[("took", "182"), ("invalid", "5"), ("form_serial", "\"AB 000123\"")]);
    machine.write("b.toml", text);
    let error = machine.fails("sign a.toml --second b.toml --key 01.001-1.key --yes", 7);
    let mut items = vec![error["item"].clone()];
    items.extend(error["others"].as_array().expect("a list").iter().map(|other: &Value| other["item"].clone()));
    assert_eq!(items, [json!("took"), json!("invalid"), json!("form_serial")], "{error}");
    let told = machine.run("sign a.toml --second b.toml --key 01.001-1.key --yes").exits(7);
    assert!(told.err.contains("181 and 182") && told.err.contains("4 and 5"), "{told}");
}

/// Six candidates more, as drafts that the central commission signs.
fn candidates(machine: &Machine) {
    let more: String = (4..=9).map(|number| format!("main,{number},Candidate {number}\n")).collect();
    machine.write("election/candidates.csv", machine.text("election/candidates.csv") + &more);
    machine.ok("enrol election/candidates.csv --out drafts");
}

#[test]
fn every_draft_of_a_folder_was_signed_by_a_command_of_its_own() {
    let machine = evening();
    candidates(&machine);
    // What cannot be signed is told with its reason: a paper of others, and a slip.
    draft(&machine, "01.001", "drafts/x-of-others.toml");
    let numbered = |number| filled(&machine.text("drafts/candidate-main-04.toml"), &[("number", number)]);
    machine.write("drafts/x-slip.toml", numbered("x"));
    let told = machine.run("sign drafts --key CEC-1.key --yes").exits(6);
    for name in ["Candidate 4", "Candidate 9", "drafts/x-of-others.toml", "drafts/x-slip.toml", "R10"] {
        assert!(told.err.contains(name), "{name} in {told}");
    }
    assert!(told.out.contains('6'), "{told}");
    // Another member goes on where that run stopped: what is signed by the same key is passed over.
    machine.write("drafts/y.toml", numbered("10"));
    let again = machine.run("sign drafts --key CEC-1.key --yes --json").exits(6).json();
    assert_eq!((again["signed"].as_array().map(Vec::len), &again["before"]), (Some(1), &json!(6)), "{again}");
    assert_eq!(again["left_out"].as_array().map(Vec::len), Some(2));
    std::fs::remove_file(machine.path("drafts/x-of-others.toml")).expect("it is there");
    std::fs::remove_file(machine.path("drafts/x-slip.toml")).expect("it is there");
    let second = machine.ok("sign drafts --key CEC-2.key --yes");
    assert!(second.err.contains("protokol submit drafts"), "{second}");
    let sealed = machine.json("submit drafts");
    assert_eq!(sealed["submissions"].as_array().map(Vec::len), Some(7), "{sealed}");
    // A draft that was changed after it was signed is not signed again under its old words.
    let changed = machine.text("drafts/y.toml").replace("Candidate 4", "Candidate 40");
    machine.write("drafts/y.toml", changed);
    let left = machine.run("sign drafts --key CEC-3.key --yes --json").json();
    let of =
        |file: &str| left["left_out"].as_array().and_then(|all| all.iter().find(|one| one["error"]["file"] == file));
    assert_eq!(of("drafts/y.submission").expect("it is told")["error"]["code"], "U18", "{left}");
}

#[test]
fn nothing_of_a_folder_was_signed_before_the_question_was_answered() {
    let machine = evening();
    candidates(&machine);
    let before = machine.files();
    let asked = machine.run("sign drafts --key CEC-1.key --quiet").exits(2);
    assert!(asked.err.contains("Candidate 4") && asked.err.contains("U8"), "{asked}");
    assert!(machine.files() == before);
}

#[test]
fn every_draft_of_a_folder_was_checked_by_a_command_of_its_own() {
    let machine = evening();
    std::fs::create_dir(machine.path("drafts")).expect("a folder");
    draft(&machine, "01.001", "drafts/a.toml");
    let whole = machine.text("drafts/a.toml");
    machine.ok("check drafts");
    machine.write("drafts/b.toml", whole.replace("valid = 177", "valid = 178"));
    assert!(machine.run("check drafts").exits(5).out.contains("E1"));
    machine.write("drafts/c.toml", whole.replace("took = 181", "took = 1x1"));
    let told = machine.run("check drafts --json").exits(7).json();
    let drafts = told["drafts"].as_array().expect("a list");
    assert_eq!((&drafts[0]["file"], &drafts[0]["findings"]), (&json!("drafts/a.toml"), &json!([])));
    assert_eq!(
        (&drafts[1]["findings"][0]["code"], &drafts[2]["error"]["file"]),
        (&json!("E1"), &json!("drafts/c.toml"))
    );
}

#[test]
fn an_empty_draft_said_of_each_figure_that_it_is_missing() {
    let machine = evening();
    machine.ok("draft protocol 01.001 --out blank.toml");
    let told = machine.run("check blank.toml").exits(6);
    assert_eq!(told.out.matches("R15").count(), 1, "{told}");
    assert!(told.out.contains("8 figures are missing: Voters on the list, "), "{told}");
    let told = machine.run("sign blank.toml --key 01.001-1.key --yes").exits(6);
    assert!(told.err.contains("8 figures are missing"), "{told}");
    // Programs are told of each, as before; and one that is missing is told by itself.
    let each = machine.run("check blank.toml --json").exits(6).json();
    assert_eq!(each["findings"].as_array().map(Vec::len), Some(8), "{each}");
    draft(&machine, "01.001", "a.toml");
    machine.write("a.toml", filled(&machine.text("a.toml"), &[("took", "\"\"")]));
    assert!(machine.run("check a.toml").exits(6).out.contains("took"));
}

#[test]
fn drafts_in_a_queue_were_passed_over_in_silence() {
    let machine = evening();
    candidates(&machine);
    signed(&machine, "01.001", "drafts/a.submission");
    machine.write("drafts/a.toml", machine.read("draft.toml"));
    let told = machine.ok("submit drafts");
    assert!(told.err.contains("6 drafts are not signed"), "{told}");
    let told = machine.json("submit drafts");
    assert_eq!(told["drafts"].as_array().map(Vec::len), Some(6), "{told}");
    std::fs::remove_file(machine.path("drafts/a.submission")).expect("it is there");
    let told = machine.run("submit drafts").exits(7);
    assert!(told.err.contains("7 drafts are not signed"), "{told}");
}
