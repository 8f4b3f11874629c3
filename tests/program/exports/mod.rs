//! The data exports: they agree with each other and with the tally, cell by cell; strangers accept them; each names its
//! checkpoint; and none leaves before the publication gate opens.

mod agree;
mod colours;
mod events;
mod gate;
pub mod mirror;
mod nist;
mod site;
mod wide;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use protokol::export::FORMATS;
use protokol::export::format::Makes;
use serde_json::Value;

use crate::kit::election;
use crate::kit::program::{self, Machine};

/// A row of a table, by column.
type Row = BTreeMap<String, String>;

/// The formats, by name: a new one is among them without a word here.
pub fn formats() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().filter(|format| format.lacks().is_none()).map(|format| format.name)
}

/// Two constituencies; some papers corrected, one annulled, the last awaited.
fn rehearsed() -> &'static Machine {
    static MACHINE: OnceLock<Machine> = OnceLock::new();
    MACHINE.get_or_init(|| {
        let machine = Machine::new();
        election::rehearsal(&machine, "election", 24);
        machine.ok("rehearse election");
        machine
    })
}

/// What an export of the rehearsal says, with further words on the command line.
fn export(format: &str, further: &str) -> String {
    let machine = rehearsed();
    let other = Machine::new();
    let out = other.path("export");
    let ledger = machine.path("ledger");
    other.ok(&format!("export --ledger {} --format {format} --out {}{further}", ledger.display(), out.display()));
    if out.is_dir() {
        return program::files(&out).into_values().map(|bytes| String::from_utf8(bytes).expect("a text")).collect();
    }
    String::from_utf8_lossy(&other.read("export")).into_owned()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).expect("one object")
}

/// The rows of a table.
fn table(text: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.expect("a row of texts")).collect()
}

#[test]
fn every_export_names_its_checkpoint() {
    let checkpoint = rehearsed().json("show checkpoint");
    let fingerprint = checkpoint["fingerprint"].as_str().expect("a text");
    for format in FORMATS.iter().filter(|format| format.lacks().is_none()) {
        let text = export(format.name, "");
        // A table has it in the description beside it: tests/reported/evening/tables.rs.
        assert!(text.contains(fingerprint) != format.is_table(), "{}", format.name);
        let is_text = !matches!(format.makes, Makes::Bytes(_));
        assert!(!is_text || text.ends_with('\n'), "{}", format.name);
    }
    let named =
        |text: &str| ["origin", "root"].iter().all(|name| text.contains(checkpoint[*name].as_str().expect("one")));
    assert!(["nist", "nist-log", "ndjson"].iter().all(|format| named(&export(format, ""))));
}

#[test]
fn every_export_is_described() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("docs/exports.md")).expect("it is there");
    for format in formats() {
        assert!(text.lines().any(|line| line == format!("## {format}")), "{format}");
    }
}

#[test]
fn the_same_checkpoint_gives_the_same_bytes() {
    for format in formats() {
        assert_eq!(export(format, ""), export(format, ""), "{format}");
    }
}

#[test]
fn nothing_is_written_over_and_nothing_half() {
    let machine = Machine::new();
    program::copy(rehearsed().folder(), machine.folder());
    machine.write("taken", "a file of somebody else");
    for format in formats() {
        assert_eq!(machine.fails(&format!("export --format {format} --out taken"), 7)["code"], "U5");
        assert_eq!(machine.fails(&format!("export --format {format} --at noon --out new"), 2)["code"], "U1");
    }
    assert_eq!(machine.text("taken"), "a file of somebody else");
    // One bit of the last envelope: whatever is read, it is not what was sealed.
    let (path, mut bytes) = program::files(&machine.path("ledger/journal")).into_iter().next_back().expect("a segment");
    let last = bytes.len() - 100;
    bytes[last] ^= 1;
    std::fs::write(path, bytes).expect("a segment can be written");
    std::fs::remove_dir_all(machine.path("ledger/sled")).expect("the store can be lost");
    for format in formats() {
        machine.fails(&format!("export --format {format} --out new"), 1);
    }
    let left = program::files(machine.folder()).into_keys().filter(|path| path.to_string_lossy().contains("new"));
    assert_eq!(left.count(), 0);
}
