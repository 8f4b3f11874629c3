//! The glossary names types; each must be there, at the path that it is given.

use std::fs;
use std::path::Path;

/// The text of a module: `ledger::tree::tile` is `src/ledger/tree/tile.rs`, or the `mod.rs` of a folder. What its
/// private files define is named by the module, and is of its text.
fn module(root: &Path, path: &[&str]) -> Option<String> {
    let place = root.join("src").join(path.join("/"));
    let files = [place.with_extension("rs"), place.join("mod.rs")];
    let text = files.iter().find_map(|file| fs::read_to_string(file).ok())?;
    let private = text.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    let below = private.filter_map(|name| fs::read_to_string(place.join(name).with_extension("rs")).ok());
    Some(below.fold(text.clone(), |text, file| text + &file))
}

/// Whether a file defines a type of this name, by hand or as a line of a macro that does.
fn defines(text: &str, name: &str) -> bool {
    text.lines().map(str::trim_start).any(|line| {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        let of_macro = line.strip_prefix(name);
        let by_hand =
            ["struct ", "enum ", "trait "].iter().find_map(|word| line.strip_prefix(word)?.strip_prefix(name));
        [by_hand, of_macro]
            .into_iter()
            .flatten()
            .any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
    })
}

#[test]
fn every_type_in_the_glossary_is_in_the_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/glossary.md")).expect("it is there");
    let rows: Vec<Vec<&str>> =
        page.lines().filter(|line| line.starts_with("| ")).map(|line| line.split('|').collect()).collect();
    let mut named = 0;
    for row in rows.iter().filter(|row| row.len() == 6) {
        for path in row[3].split('`').skip(1).step_by(2) {
            let mut parts: Vec<&str> = path.split("::").collect();
            let name = parts.pop().expect("a path has a last part");
            let text =
                module(root, &parts).unwrap_or_else(|| panic!("docs/glossary.md: there is no module for {path}"));
            assert!(defines(&text, name), "docs/glossary.md: {path} is not defined there");
            named += 1;
        }
    }
    assert!(named > 60, "only {named} types were found: is the table read at all?");
}
