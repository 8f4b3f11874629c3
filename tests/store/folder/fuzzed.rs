//! Edits of the embedded store by chance: what the fuzz target `stored` does, on any compiler.

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use protokol::store::read::ReadFrom;

use super::stored::Template;

/// Each case opens a store, and most build another.
const CASES: u32 = 200;

#[test]
fn what_the_fuzzer_came_upon_is_met_as_well() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let template = Template::new(folder.path());
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus/stored");
    let files: Vec<_> = fs::read_dir(corpus).expect("a folder").map(|file| file.expect("it lists").path()).collect();
    assert!(files.len() > 9, "{} files", files.len());
    for file in files {
        let copy = tempfile::tempdir().expect("a temporary folder");
        template.edited(&copy.path().join("ledger"), &fs::read(&file).expect("it reads"));
    }
}

#[test]
fn whatever_is_written_into_a_store_its_reader_says_what_the_events_give() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let template = Template::new(folder.path());
    let mut runner =
        proptest::test_runner::TestRunner::new(ProptestConfig { cases: CASES, ..ProptestConfig::default() });
    let edits = vec(any::<[u8; 4]>(), 0..6).prop_map(|edits| edits.concat());
    let edited = |edits: Vec<u8>| {
        let copy = tempfile::tempdir().expect("a temporary folder");
        let source = template.edited(&copy.path().join("ledger"), &edits);
        prop_assert!(matches!(source, ReadFrom::Sled | ReadFrom::Journal));
        Ok(())
    };
    runner.run(&edits, edited).expect("nothing else was said");
}
