//! A test that no binary takes in is never run, and nobody is told. So every file below `tests` must be reached from
//! the `main.rs` of a binary, and no test may lie in `src`, where none is looked for.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What another package compiles.
const OF_THE_FUZZER: &str = "fuzz/targets";

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The file, and every file that its `mod` lines lead to.
fn reached(file: &Path, found: &mut BTreeSet<PathBuf>) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    found.insert(file.to_owned());
    let beside = file.parent().expect("a file lies in a folder");
    let name = file.file_stem().expect("a file has a name");
    let below = if ["main", "mod"].iter().any(|root| name == *root) { beside.to_owned() } else { beside.join(name) };
    let mut path = None;
    for line in text.lines() {
        if let Some(told) = line.strip_prefix("#[path = \"") {
            path = told.strip_suffix("\"]").map(|path| beside.join(path));
        }
        let module = line.trim_start_matches("pub ").strip_prefix("mod ").and_then(|line| line.strip_suffix(';'));
        if let Some(module) = module {
            let places = [below.join(format!("{module}.rs")), below.join(module).join("mod.rs")];
            let at = path.take().or_else(|| places.into_iter().find(|place| place.is_file()));
            let at = at.unwrap_or_else(|| panic!("{}: no file for `{line}`", file.display()));
            reached(&at.canonicalize().expect("it is there"), found);
        }
    }
}

#[test]
fn every_test_file_is_taken_in_by_a_binary() {
    let root = tests().canonicalize().expect("the tests are here");
    let (mut found, mut binaries) = (BTreeSet::new(), 0);
    for entry in fs::read_dir(&root).expect("the folder lists") {
        let main = entry.expect("the folder lists").path().join("main.rs");
        if main.is_file() {
            reached(&main, &mut found);
            binaries += 1;
        }
    }
    assert!(binaries > 1 && found.len() > 100, "{} files of {binaries} binaries", found.len());
    let all = super::sources(&root).into_iter().map(|(path, _)| path);
    let forgotten: Vec<_> =
        all.filter(|path| !found.contains(path) && !path.starts_with(root.join(OF_THE_FUZZER))).collect();
    assert!(forgotten.is_empty(), "no binary takes these in: {forgotten:#?}");
}

#[test]
fn no_test_lies_in_the_source_where_none_is_looked_for() {
    for (_, path, text) in super::source() {
        assert!(!text.contains("#[test]") && !text.contains("cfg(test)"), "{}", path.display());
    }
}
