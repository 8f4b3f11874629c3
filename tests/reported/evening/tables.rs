//! Tables for people who know neither the ledger nor its numbers.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::kit::election;
use crate::kit::program::Machine;
use crate::office::own_office;

const TABLES: [&str; 2] = ["csv", "csv-long"];

/// A table that was exported, with what is typed after its format: its first line, its rows, and its description.
fn table(machine: &Machine, format: &str, further: &str) -> (Vec<String>, Vec<BTreeMap<String, String>>, Value) {
    let file = format!("{format}-{}.csv", further.replace([' ', '-'], ""));
    machine.ok(&format!("export --format {format} --out {file}{further}"));
    let text = machine.text(&file);
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().expect("a header").iter().map(str::to_owned).collect();
    let rows = reader.deserialize().map(|row| row.expect("a row of texts")).collect();
    let description = serde_json::from_slice(&machine.read(&format!("{file}-metadata.json"))).expect("a description");
    (header, rows, description)
}

/// The columns of a description that hold texts, by their name in the table.
fn texts(description: &Value) -> Vec<String> {
    let columns = description["tableSchema"]["columns"].as_array().expect("columns");
    let texts = columns.iter().filter(|column| column["datatype"] == "string");
    texts.map(|column| column["titles"][0].as_str().expect("a title").to_owned()).collect()
}

#[test]
fn tables_had_numbers_and_no_names() {
    let machine = own_office();
    let (_, rows, _) = table(&machine, "csv", "");
    let row = rows.iter().find(|row| row["unit"] == "01.002").expect("a row");
    assert_eq!(
        (row["ledger:unit_name"].as_str(), row["ledger:contest_title"].as_str()),
        ("School 1, hall", "The contest")
    );
    assert_eq!(row["ledger:cand_03"], "Candidate C, the third");
    let (_, rows, _) = table(&machine, "csv-long", "");
    let row = rows.iter().find(|row| row["precinct"] == "01.002" && row["ledger:number"] == "3").expect("a row");
    assert_eq!(
        (row["ledger:precinct_name"].as_str(), row["candidate"].as_str()),
        ("School 1, hall", "Candidate C, the third")
    );
}

#[test]
fn the_id_of_a_unit_became_a_number() {
    let machine = own_office();
    for format in TABLES {
        let (_, _, description) = table(&machine, format, "");
        let line = machine.text(&format!("{format}-.csv")).lines().nth(1).expect("a row").to_owned();
        assert!(line.contains("\"01.001\"") && line.contains("\"reported\""), "{line}");
        assert!(!line.contains("\"900\"") && line.contains(",900"), "a figure is none: {line}");
        assert!(texts(&description).iter().any(|column| ["unit", "precinct"].contains(&column.as_str())));
    }
}

#[test]
fn every_row_repeated_the_fingerprint_and_no_column_was_explained() {
    let machine = own_office();
    let checkpoint = machine.json("show checkpoint");
    let documented = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/exports.md"));
    let documented = documented.expect("the document");
    for format in TABLES {
        for lang in ["en", "az", "ru"] {
            let (header, _, description) = table(&machine, format, &format!(" --lang {lang}"));
            assert!(header.iter().all(|name| !name.contains("fingerprint")), "{header:?}");
            let named = &description["notes"][0]["checkpoint"];
            for key in ["origin", "root", "fingerprint"] {
                assert_eq!(named[key], checkpoint[key], "{key}");
            }
            let columns = description["tableSchema"]["columns"].as_array().expect("columns");
            let names: Vec<_> = columns.iter().map(|column| column["titles"][0].as_str().expect("a title")).collect();
            assert_eq!(names, header, "each column, in its place");
            let told = |column: &Value| column["dc:description"].as_str().is_some_and(|text| text.ends_with('.'));
            assert!(columns.iter().all(told), "{columns:?}");
            for name in header.iter().filter(|name| name.starts_with("ledger:") && !name.contains("cand_")) {
                assert!(documented.contains(&format!("`{name}`")), "docs/exports.md says nothing of {name}");
            }
        }
    }
    machine.write("taken.csv-metadata.json", "of somebody else");
    assert_eq!(machine.fails("export --format csv --out taken.csv", 7)["code"], "U5", "nothing is written over");
    assert!(!machine.has("taken.csv"), "a table without its description is none");
}

#[test]
fn a_spreadsheet_ran_what_a_table_held() {
    let machine = Machine::new();
    election::rehearsal(&machine, "election", 6);
    let formula = "=HYPERLINK(\"\"http://x\"\")";
    let units = machine.text("election/units.csv");
    let units =
        units.replace("School 0, hall", formula).replace("School 1, hall", "@SUM(A1)").replace("School 2, hall", "3-5");
    machine.write("election/units.csv", units);
    machine.write(
        "election/candidates.csv",
        election::CANDIDATES.replace("Candidate A", "+7 and more").replace("Candidate B", "－1"),
    );
    machine.ok("rehearse election");
    for format in TABLES {
        let (_, signed, description) = table(&machine, format, "");
        let (_, kept, _) = table(&machine, format, " --for-spreadsheets");
        assert!(machine.text(&format!("{format}-forspreadsheets.csv")).starts_with('\u{feff}'));
        let texts = texts(&description);
        let (mut seen, mut numbers) = (0, 0);
        for (row, kept) in signed.iter().zip(&kept) {
            for (column, text) in row {
                let kept = &kept[column];
                let is_text = texts.contains(column);
                let runs = text.starts_with(['=', '+', '-', '@', '－']);
                assert_eq!(
                    kept == text,
                    !is_text || !(runs || text.starts_with(|c: char| c.is_numeric())),
                    "{column}: {kept}"
                );
                assert_eq!(kept.trim_start_matches('\''), text, "nothing else is changed");
                seen += u32::from(is_text && runs);
                numbers += u32::from(!is_text && kept.parse::<u64>().is_ok());
            }
        }
        assert!(seen >= 4 && numbers > 20, "{format}: {seen}, {numbers}");
    }
    assert_eq!(machine.fails("export --format nist --out n.json --for-spreadsheets", 2)["code"], "U1");
}
