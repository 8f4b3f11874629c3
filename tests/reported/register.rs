//! The register of reports, `docs/reported.md`, has a row for each test, and each row's test is here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn every_report_has_its_row_and_its_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let document = fs::read_to_string(root.join("docs/reported.md")).expect("the register");
    let rows = document.lines().filter(|line| line.starts_with('|') && line.ends_with("` |"));
    let told: Vec<&str> = rows.filter_map(|row| row.rsplit('`').nth(1)).collect();
    let mut tried = BTreeSet::new();
    tests(&root.join("tests/reported"), "", &mut tried);
    let names: BTreeSet<String> = told.iter().map(|&name| name.to_owned()).collect();
    assert_eq!(told.len(), names.len(), "a test stands in one row");
    assert_eq!(names, tried, "left: rows of docs/reported.md; right: tests");
}

/// The names of the tests below a folder, as `cargo test` prints them.
fn tests(folder: &Path, module: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder of tests") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            tests(&path, &format!("{module}{stem}::"), found);
        } else if stem != "register" && path.extension().is_some_and(|extension| extension == "rs") {
            let module =
                if ["mod", "main"].contains(&stem.as_str()) { module.into() } else { format!("{module}{stem}::") };
            let text = fs::read_to_string(&path).expect("source is UTF-8");
            let after = text.split("#[test]\n").skip(1);
            found.extend(
                after.filter_map(|test| test.split("fn ").nth(1)?.split('(').next()).map(|name| module.clone() + name),
            );
        }
    }
}
