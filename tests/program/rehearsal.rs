//! A rehearsal row by row: rows that follow one another, rows that cannot, and a folder that changed on the way.

use serde_json::json;

use crate::kit::election::{self, FIGURES};
use crate::kit::program::Machine;

const PROTOCOL: &str = "900,700,400,5,180,100,60,20";

/// Rows of decisions: the unit and what is decided.
type Rows = &'static [(&'static str, &'static str)];

fn corrections(units: &[&str]) -> String {
    let row = |(unit, at): (&&str, usize)| format!("main,{unit},90{at},700,400,5,180,100,60,20,No {at},recount {at}\n");
    let rows: String = units.iter().zip(1..).map(row).collect();
    format!("contest,unit,{FIGURES},decision,reason\n{rows}")
}

fn decisions(rows: &[(&str, &str)]) -> String {
    let row = |(unit, decision): &(&str, &str)| format!("main,{unit},{decision},No 9,a reason\n");
    format!("contest,unit,decision,reference,reason\n{}", rows.iter().map(row).collect::<String>())
}

#[test]
fn a_protocol_may_be_corrected_more_than_once() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    machine.write("election/corrections.csv", corrections(&["01.001", "01.002", "01.001", "01.001"]));
    let result = machine.json("rehearse election");
    assert_eq!(result["verdict"], "verified");
    let shown = machine.json("show 01.001");
    let what: Vec<_> = shown["papers"][0]["history"].as_array().expect("a list").iter().map(|s| &s["what"]).collect();
    assert_eq!(what, ["opening items sealed", "protocol", "correction", "correction", "correction"]);
    // The last of them counts, and each names the one before it.
    assert_eq!(machine.json("tally --unit 01.001")["contests"][0]["totals"]["listed"], 904);
    assert_eq!(machine.json("tally --unit 01.002")["contests"][0]["totals"]["listed"], 902);
    let events = machine.ok("log --kind correction --unit 01.001 --json").lines();
    for (before, after) in events.iter().zip(&events[1..]) {
        assert_eq!(after["body"]["replaces"], before["event"]);
        assert!(before["said_at"].as_str() < after["said_at"].as_str(), "{before} {after}");
    }
    assert_eq!(machine.json("rehearse election --continue")["root"], result["root"]);
}

#[test]
fn decisions_follow_one_another() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    let rows =
        [("01.003", "annul"), ("01.005", "failed"), ("01.003", "repeat"), ("01.005", "repeat"), ("01.005", "failed")];
    machine.write("election/decisions.csv", decisions(&rows));
    assert_eq!(machine.json("rehearse election")["verdict"], "verified");
    let paper = |unit: &str| machine.json(&format!("show {unit}"))["papers"][0].clone();
    assert_eq!((&paper("01.003")["standing"], &paper("01.003")["voting"]), (&json!("awaited"), &json!(2)));
    assert_eq!((&paper("01.005")["standing"], &paper("01.005")["voting"]), (&json!("failed"), &json!(2)));
}

#[test]
fn a_row_that_cannot_follow_stops_before_anything_is_written() {
    let cases: &[(&str, Rows, u64)] = &[
        ("annulled twice", &[("01.001", "annul"), ("01.001", "annul")], 3),
        ("repeated over a protocol in force", &[("01.001", "repeat")], 2),
        ("failed over a protocol in force", &[("01.001", "failed")], 2),
        ("annulled without a protocol", &[("01.005", "annul")], 2),
        ("repeated before it failed", &[("01.005", "repeat"), ("01.005", "failed")], 2),
        ("failed twice", &[("01.005", "failed"), ("01.005", "failed")], 3),
        ("failed after it was annulled", &[("01.002", "annul"), ("01.002", "failed")], 3),
        ("annulled after a repeat voting", &[("01.002", "annul"), ("01.002", "repeat"), ("01.002", "annul")], 4),
    ];
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    for (name, rows, line) in cases.iter().copied() {
        machine.write("election/decisions.csv", decisions(rows));
        let error = machine.fails("rehearse election", 7);
        assert_eq!(
            (&error["code"], &error["line"], &error["column"]),
            (&json!("U4"), &json!(line), &json!("decision"))
        );
        assert_eq!((&error["file"], &error["unit"]), (&json!("election/decisions.csv"), &json!(rows[0].0)), "{name}");
        assert!(!machine.has("ledger"), "{name}");
    }
    // A copy by an observer who is not accredited there, or may not file any.
    machine.write("election/decisions.csv", decisions(&[]));
    let observers = |scope, role| format!("observer,organisation,role,scope\nwatch,Watch,{role},{scope}\n");
    for (scope, role) in [("01.002", "domestic"), ("CEC", "media")] {
        machine.write("election/observers.csv", observers(scope, role));
        let error = machine.fails("rehearse election", 7);
        assert_eq!((&error["code"], &error["line"], &error["column"]), (&json!("U4"), &json!(2), &json!("observer")));
        assert_eq!(error["file"], "election/copies.csv", "{error}");
        assert!(!machine.has("ledger"));
    }
    machine.write("election/observers.csv", observers("01", "domestic"));
    machine.ok("rehearse election");
}

#[test]
fn a_folder_that_changed_is_another_folder() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    machine.ok("rehearse election");
    let changes = [
        ("protocols.csv", "main,01.002,900,", "main,01.002,901,"),
        ("turnout.csv", "main,01.001,12:00,", "main,01.001,12:00,1"),
        ("candidates.csv", "Candidate A", "Candidate Q"),
        ("units.csv", "Central", "Zentral"),
        ("units.csv", "School 0", "School 9"),
        ("manifest.toml", "Central Commission", "Other Commission"),
    ];
    for (file, from, to) in changes {
        let path = format!("election/{file}");
        let honest = machine.text(&path);
        machine.write(&path, honest.replacen(from, to, 1));
        assert_ne!(machine.text(&path), honest, "{file}");
        let seal = machine.read("ledger/seal");
        let error = machine.fails("rehearse election --continue", 7);
        assert_eq!(error["code"], "U5", "{file}, {to}: {error}");
        assert_eq!(machine.read("ledger/seal"), seal);
        machine.write(&path, honest);
    }
    machine.ok("rehearse election --continue");
}

#[test]
fn a_second_row_of_a_paper_is_told_what_to_do() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    let twice = format!("contest,unit,{FIGURES}\nmain,01,{PROTOCOL}\nmain,01,{PROTOCOL}\n");
    machine.write("election/summaries.csv", twice);
    let error = machine.fails("rehearse election", 7);
    assert_eq!((&error["line"], &error["file"]), (&json!(3), &json!("election/summaries.csv")));
    assert!(!error["do"].as_str().expect("advice").contains("corrections.csv"), "{error}");
}
