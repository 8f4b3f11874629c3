//! The wide table is spelled like `protocols.csv`: an election folder takes it back.

use std::collections::BTreeMap;

use protokol::domain::protocol::Figures;
use protokol::intake::folder::ElectionFolder;

use super::{export, rehearsed, table};
use crate::kit::program;

type Papers = BTreeMap<(String, String), Figures>;

fn files() -> BTreeMap<String, Vec<u8>> {
    let files = program::files(&rehearsed().path("election"));
    let name = |path: std::path::PathBuf| path.file_name().expect("a name").to_string_lossy().into_owned();
    files.into_iter().map(|(path, bytes)| (name(path), bytes)).collect()
}

fn key(contest: &impl ToString, unit: &impl ToString) -> (String, String) {
    (contest.to_string(), unit.to_string())
}

/// What the folder's own tables come to: corrections made, annulled papers out.
fn in_force() -> Papers {
    let folder = ElectionFolder::read(&files()).expect("the rehearsal's folder");
    let mut papers: Papers =
        folder.protocols.iter().map(|row| (key(&row.contest, &row.unit), row.figures.clone())).collect();
    for row in &folder.corrections {
        papers.insert(key(&row.contest, &row.unit), row.figures.clone());
    }
    folder.decisions.iter().for_each(|row| drop(papers.remove(&key(&row.contest, &row.unit))));
    papers
}

#[test]
fn an_election_folder_takes_it_back() {
    let wide = export("csv", "");
    let header: Vec<_> = wide.lines().next().expect("a header").split(',').map(str::to_owned).collect();
    let theirs: Vec<_> = header.iter().filter(|column| !column.starts_with("ledger:")).cloned().collect();
    let mut text = format!("{}\n", theirs.join(","));
    for row in table(&wide).iter().filter(|row| row["ledger:status"] == "reported") {
        let cells: Vec<_> = theirs.iter().map(|column| row[column].clone()).collect();
        text += &format!("{}\n", cells.join(","));
    }
    let mut files = files();
    let original = files.insert("protocols.csv".to_owned(), text.into_bytes()).expect("it was there");
    for gone in ["corrections.csv", "decisions.csv", "copies.csv"] {
        files.remove(gone).expect("it was there");
    }
    assert!(original.starts_with(theirs.join(",").as_bytes()), "the columns stand in the order of protocols.csv");
    let folder = ElectionFolder::read(&files).expect("an election folder takes it");
    let read: Papers = folder.protocols.iter().map(|row| (key(&row.contest, &row.unit), row.figures.clone())).collect();
    assert_eq!(read, in_force());
}

#[test]
fn a_row_names_the_event_that_it_came_from() {
    let rows = table(&export("csv", ""));
    for row in rows.iter().filter(|row| row["ledger:status"] == "reported") {
        let event = rehearsed().json(&format!("show {}", row["ledger:event"]));
        assert_eq!(event["sequence"].to_string(), row["ledger:sequence"]);
        assert_eq!(event["arrival"], row["ledger:arrival"].as_str());
        assert_eq!(event["unit"], row["unit"].as_str());
        let corrected = event["kind"] == "ProtocolCorrected";
        assert_eq!(row["ledger:version"], if corrected { "2" } else { "1" });
    }
    assert_eq!(rows.iter().filter(|row| row["ledger:version"] == "2").count(), 3);
}
