//! Cell by cell: what the tally says, and what each export of results sums to.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{export, json, rehearsed, table};

/// Figures by contest and unit, and by key: items and `cand_NN`.
type Cells = BTreeMap<(String, String), BTreeMap<String, u64>>;

const TIERS: [&str; 3] = ["central", "constituency", "precinct"];
const ITEMS: [&str; 5] = ["listed", "received", "took", "invalid", "valid"];

fn put(cells: &mut Cells, contest: &str, unit: &str, key: &str, figure: u64) {
    *cells.entry((contest.to_owned(), unit.to_owned())).or_default().entry(key.to_owned()).or_default() += figure;
}

/// A unit of the rehearsal and those above it.
fn lineage(unit: &str) -> [String; 3] {
    [unit.to_owned(), unit.split('.').next().expect("a constituency").to_owned(), "CEC".to_owned()]
}

fn tally(further: &str) -> Cells {
    let mut cells = Cells::new();
    for tier in TIERS {
        let told = rehearsed().json(&format!("tally --tier {tier}{further}"));
        for contest in told["contests"].as_array().expect("a list") {
            for (key, figure) in contest["totals"].as_object().expect("an object") {
                if let Some(figure) = figure.as_u64() {
                    put(&mut cells, text(&contest["id"]), text(&contest["unit"]), key, figure);
                }
            }
        }
    }
    cells
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn wide(further: &str) -> Cells {
    let mut cells = Cells::new();
    for row in table(&export("csv", further)) {
        let figures = row.iter().filter(|(key, _)| ITEMS.contains(&key.as_str()) || key.starts_with("cand_"));
        for (key, figure) in figures.filter(|(_, figure)| !figure.is_empty()) {
            for unit in lineage(&row["unit"]) {
                put(&mut cells, &row["contest"], &unit, key, figure.parse().expect("a number"));
            }
        }
    }
    cells
}

fn long(further: &str) -> Cells {
    let mut cells = Cells::new();
    for row in table(&export("csv-long", further)).iter().filter(|row| !row["votes"].is_empty()) {
        let key = match (row["office"].as_str(), row["ledger:number"].as_str()) {
            (office, "") => office.to_owned(),
            (_, number) => format!("cand_{number:0>2}"),
        };
        for unit in lineage(&row["precinct"]) {
            put(&mut cells, &row["ledger:contest"], &unit, &key, row["votes"].parse().expect("a number"));
        }
    }
    cells
}

fn nist(further: &str) -> Cells {
    let report = json(&export("nist", further));
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let unit = |counts: &Value| text(&counts["GpUnitId"]).trim_start_matches("unit-").to_owned();
    let mut cells = Cells::new();
    for election in list(&report["Election"]) {
        let of = &election["Contest"][0];
        let contest = text(&of["@id"]).trim_start_matches("contest-");
        for counts in list(&election["BallotCounts"]) {
            let cast = counts["BallotsCast"].as_u64().expect("a number");
            let key = counts["OtherType"].as_str().unwrap_or("Ballots Cast");
            put(&mut cells, contest, &unit(&counts), key, cast);
        }
        for selection in list(&of["ContestSelection"]) {
            let number = text(&selection["@id"]).rsplit('-').next().expect("it ends with the number").to_owned();
            for counts in list(&selection["VoteCounts"]) {
                let votes = counts["Count"].as_u64().expect("a number");
                put(&mut cells, contest, &unit(&counts), &format!("cand_{number}"), votes);
            }
        }
    }
    cells
}

/// The tally with what other formats make of its items.
fn with_ballots_cast(mut cells: Cells) -> Cells {
    cells.values_mut().for_each(|cells| {
        cells.insert("Ballots Cast".to_owned(), cells["valid"] + cells["invalid"]);
    });
    cells
}

fn as_long(cells: Cells) -> Cells {
    let mut cells = with_ballots_cast(cells);
    cells.values_mut().for_each(|cells| {
        cells.insert("Registered Voters".to_owned(), cells["listed"]);
        cells.retain(|key, _| !ITEMS.contains(&key.as_str()));
    });
    cells
}

fn hold(further: &str, reported: usize) {
    let tally = tally(further);
    assert_eq!(tally.keys().filter(|(_, unit)| unit.contains('.')).count(), reported, "{further}");
    assert!(tally.values().all(|cells| cells.len() == ITEMS.len() + 3), "{further}");
    assert_eq!(wide(further), tally, "{further}");
    assert_eq!(nist(further), with_ballots_cast(tally.clone()), "{further}");
    assert_eq!(long(further), as_long(tally), "{further}");
}

/// Where the second protocol is in, and the third is not.
fn after_two_protocols() -> u64 {
    let log = rehearsed().ok("log --kind ProtocolSubmitted --json").lines();
    log[1]["sequence"].as_u64().expect("a number") + 1
}

#[test]
fn all_results_agree_cell_by_cell() {
    // 24 precincts, of which one is awaited and one annulled.
    hold("", 22);
}

#[test]
fn they_agree_at_every_earlier_size_too() {
    hold(" --at 0", 0);
    hold(&format!(" --at {}", after_two_protocols()), 2);
    // Before the corrections, and before the annulment.
    let first = &rehearsed().ok("log --kind ProtocolCorrected --json").lines()[0];
    hold(&format!(" --at {}", first["sequence"]), 23);
}

#[test]
fn what_is_not_in_force_looks_like_nothing_and_not_like_zero() {
    for (unit, status) in [("02.004", "awaited"), ("01.003", "annulled")] {
        let wide = table(&export("csv", ""));
        let row = wide.iter().find(|row| row["unit"] == unit).expect("a row for each paper that is due");
        assert_eq!(row["ledger:status"], status);
        let figures = ITEMS.into_iter().chain(["cand_01", "cand_02", "cand_03"]);
        assert!(figures.into_iter().all(|key| row[key].is_empty()), "{row:?}");
        let long = table(&export("csv-long", ""));
        let rows: Vec<_> = long.iter().filter(|row| row["precinct"] == unit).collect();
        assert_eq!(rows.len(), 5);
        assert!(rows.iter().all(|row| row["votes"].is_empty() && row["ledger:status"] == status), "{rows:?}");
        let report = json(&export("nist", ""));
        let units = report["GpUnit"].as_array().expect("a list");
        let told = units.iter().find(|told| told["Number"] == unit).expect("every unit is told");
        assert_eq!(told["ExternalIdentifier"][0]["OtherType"], "protokol-standing");
        assert_eq!(told["ExternalIdentifier"][0]["Value"], status);
        assert!(!report["Election"].to_string().contains(&format!("\"unit-{unit}\"")));
    }
}
