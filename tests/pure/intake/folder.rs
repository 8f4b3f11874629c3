//! The two real elections, read whole.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::{Duration, Instant};

use protokol::domain::number::{BallotNumber, Count, Total};
use protokol::intake::folder::ElectionFolder;
use protokol::intake::lookalike::{Lookalike, lookalike};

fn files(election: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/elections").join(election);
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let file = |entry: std::io::Result<std::fs::DirEntry>| {
        let entry = entry.expect("an entry");
        (entry.file_name().into_string().expect("a name"), std::fs::read(entry.path()).expect("a file"))
    };
    entries.map(file).collect()
}

fn read(election: &str) -> ElectionFolder {
    let files = files(election);
    let began = Instant::now();
    let folder = ElectionFolder::read(&files).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let took = began.elapsed();
    println!("{election}: {took:?}");
    assert!(took < Duration::from_secs(5), "{election} took {took:?}");
    folder
}

#[test]
fn georgia_2018() {
    let folder = read("georgia-2018");
    assert_eq!((folder.units.len(), folder.candidates.len()), (3769, 27));
    assert_eq!((folder.protocols.len(), folder.turnout.len(), folder.summaries.len()), (7388, 14776, 150));
    let first = &folder.protocols[0];
    assert_eq!((first.line, first.contest.as_str(), first.unit.as_str()), (2, "round-1", "01.001"));
    assert_eq!(first.figures.items[0], Some(Count(1391)));
    assert_eq!(first.figures.votes_of(BallotNumber(5)), Some(Count(178)));
    assert_eq!(first.figures.votes.len(), 25);
    let second_round = folder.protocols.iter().find(|row| row.contest.as_str() == "round-2").expect("a second round");
    let numbers: Vec<_> = second_round.figures.votes.iter().map(|(number, _)| number.0).collect();
    assert_eq!(numbers, [5, 48]);
    assert_eq!(folder.summaries[0].totals.items[0], Some(Total(52321)));
    assert_eq!(folder.turnout[1].as_of.to_string(), "17:00");
    assert_eq!(folder.candidates[0].names.in_language("ka"), "მიხეილ ანთაძე");
}

#[test]
fn georgia_2016() {
    let folder = read("georgia-2016");
    assert_eq!((folder.protocols.len(), folder.copies.len()), (3691, 3668));
    assert_eq!(folder.copies[0].observer.as_str(), "civic-archive");
    assert_eq!(folder.copies[0].figures.items[1], Some(Count(1471)));
}

#[test]
fn parents_come_before_their_children() {
    let folder = read("georgia-2018");
    let mut seen = BTreeSet::new();
    for row in folder.parents_first() {
        assert!(row.parent.as_ref().is_none_or(|parent| seen.contains(parent)), "{} before its parent", row.unit);
        seen.insert(row.unit.clone());
    }
    assert_eq!(seen.len(), folder.units.len());
    assert!(folder.is_lowest(&"01.001".parse().expect("a unit")));
    assert!(!folder.is_lowest(&"01".parse().expect("a unit")));
}

#[test]
fn a_misspelt_table_is_told() {
    for (file, told) in [
        ("turnouts.csv", Some(Lookalike::NoTable)),
        ("old.XLSX", Some(Lookalike::NoTable)),
        ("TURNOUT.CSV", Some(Lookalike::Misnamed("turnout.csv"))),
        ("turnout.csv.txt", Some(Lookalike::Misnamed("turnout.csv"))),
        ("turnout (copy).csv~", Some(Lookalike::Misnamed("turnout.csv"))),
        ("Manifest.toml", Some(Lookalike::Misnamed("manifest.toml"))),
        ("turnout.csv", None),
        ("turnout.pdf", None),
        ("._turnout.csv", None),
        ("SOURCE.md", None),
    ] {
        assert_eq!(lookalike(file), told, "{file}");
    }
}

#[test]
fn openings_of_their_own_are_opening_items_alone() {
    let with = |openings: &str| {
        let mut files = files("georgia-2016");
        files.insert("openings.csv".into(), openings.as_bytes().to_vec());
        ElectionFolder::read(&files)
    };
    assert_eq!(read("georgia-2016").openings, None);
    let header = "contest,unit,voters_main_list,voters_supplementary_list,ballots_received";
    let folder = with(&format!("{header}\npr,00.87.01,0,1471,1499\n")).expect("one opening");
    let opening = &folder.openings.expect("the file is there")[0];
    assert_eq!((opening.unit.as_str(), opening.items[2], opening.items[3]), ("00.87.01", Some(Count(1499)), None));

    let refused = |openings: String, column: &str| {
        let error = with(&openings).expect_err("a mistake").remove(0);
        assert_eq!((error.file.as_str(), error.line, error.column.as_deref()), ("openings.csv", Some(2), Some(column)));
    };
    refused(format!("{header}\npr,00.87.01,0,1471,\n"), "ballots_received");
    refused(format!("{header},invalid_ballots\npr,00.87.01,0,1471,1500,3\n"), "invalid_ballots");
    refused(format!("{header},cand_01\npr,00.87.01,0,1471,1500,3\n"), "unit");
}
