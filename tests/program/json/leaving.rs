//! What leaves a ledger as a file, and what is told of it.

use super::desk::{reader, writer};
use super::frozen::{holds, text_holds_but};
use crate::bound::office;
use crate::kit::program::copy;

#[test]
fn what_is_told_of_a_file() {
    let machine = writer();
    holds("written/folder", &machine.ok("export --out published --json"));
    holds("written/kit", &machine.ok("export --kit --out kit.protokol --json"));
    holds("written/receipt", &machine.ok("export --receipt 3 --out 3.tlog-proof --json"));
    holds("written/receipts", &machine.ok("export --receipt 3 --receipt 4 --out receipts --json"));
    holds("mirror/folder", &machine.ok("mirror mirrored --json"));
    holds("written/data", &machine.ok("export --format csv --out figures.csv --json"));
}

#[test]
fn what_is_told_of_a_mirror_that_has_more() {
    let machine = office();
    copy(&machine.path("ledger/published"), &machine.path("earlier"));
    machine.ok("submit new.submission");
    machine.ok("mirror mirrored");
    holds("mirror/ahead", &machine.run("mirror mirrored --from earlier --json").exits(4));
}

/// The formats of others, too: they are made from the same values.
#[test]
fn the_files_themselves() {
    let machine = reader();
    for format in ["csv", "csv-long", "nist", "nist-log", "ndjson"] {
        machine.ok(&format!("export --format {format} --out {format} --quiet"));
        text_holds_but(&format!("exported/{format}"), &machine.text(format), &["Version"]);
        let file = format!("{format}.az");
        machine.ok(&format!("export --format {format} --at 20 --lang az --out {file} --quiet"));
        text_holds_but(&format!("exported/{file}"), &machine.text(&file), &["Version"]);
    }
}
