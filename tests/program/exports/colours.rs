//! Colours of candidates: those of the folder are on the pages, nobody else has one, and a wrong line is named.

use serde_json::json;

use crate::kit::election;
use crate::kit::program::{self, Machine};

const HEAD: &str = "contest,number,colour\n";
const PAGE: &str = "en/contests/main/index.html";

fn rehearsed(colours: Option<&str>) -> Machine {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    if let Some(rows) = colours {
        machine.write("election/colours.csv", format!("{HEAD}{rows}"));
    }
    machine.ok("rehearse election");
    machine
}

#[test]
fn a_candidate_has_the_colour_of_the_folder_and_nobody_else_has_any() {
    let machine = rehearsed(Some("main,1,#0b5394\n"));
    assert_eq!(machine.read("ledger/colours.csv"), machine.read("election/colours.csv"));
    assert_eq!(machine.json("verify ledger")["verdict"], "verified", "a colour is no part of what is proven");
    machine.ok("export --site site");
    let page = machine.text(&format!("site/{PAGE}"));
    let row = |name: &str| page.split("<tr>").skip(1).find(|row| row.contains(name)).expect("a row").to_owned();
    assert!(row("Candidate A").contains("<rect class=\"own\" fill=\"#0b5394\""), "{}", row("Candidate A"));
    for name in ["Candidate B", "Candidate C"] {
        assert!(row(name).contains("class=\"part\"") && !row(name).contains('#'), "{}", row(name));
    }
}

#[test]
fn without_the_file_pages_have_no_colour_of_anybody() {
    let machine = rehearsed(None);
    assert!(!machine.has("ledger/colours.csv"));
    machine.ok("export --site site");
    for (path, bytes) in program::files(&machine.path("site")) {
        let is_page = path.to_string_lossy().ends_with("index.html");
        assert!(!is_page || !String::from_utf8_lossy(&bytes).contains("class=\"own\""), "{}", path.display());
    }
}

#[test]
fn a_wrong_line_beside_the_ledger_is_named_and_no_page_is_written() {
    let machine = rehearsed(None);
    for (row, column) in [
        ("other,1,#0b5394", "contest"),
        ("main,9,#0b5394", "number"),
        ("main,2,#0b5394", "number"),
        ("main,1,blue", "colour"),
        ("main,1,#ffffff", "colour"),
    ] {
        machine.write("ledger/colours.csv", format!("{HEAD}main,2,#8a5a00\n{row}\n"));
        let error = machine.fails("export --site site", 7);
        let place = (&error["code"], &error["line"], &error["column"]);
        assert_eq!(place, (&json!("U4"), &json!(3), &json!(column)), "{error}");
        assert!(error["file"].as_str().is_some_and(|file| file.ends_with("ledger/colours.csv")), "{error}");
        assert!(!machine.has("site"), "{row}");
    }
}

#[test]
fn a_wrong_line_of_the_folder_stops_a_rehearsal_before_it_begins() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 5);
    machine.write("election/colours.csv", format!("{HEAD}main,4,#0b5394\n"));
    let error = machine.fails("rehearse election", 7);
    assert_eq!((&error["code"], &error["line"], &error["column"]), (&json!("U4"), &json!(2), &json!("number")));
    assert_eq!(error["file"], "election/colours.csv");
    assert!(!machine.has("ledger"));
}
