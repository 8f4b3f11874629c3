//! The presidential election of Azerbaijan of 7 February 2024: the form of its law, what was published of it, and its
//! story from the decree to the court, as one ledger. Nobody published a precinct's protocol, so there is none.

mod form;
mod rehearsed;
mod stages;
mod story;

use std::fs;
use std::path::{Path, PathBuf};

use protokol::intake::folder::ElectionFolder;

/// The final protocol of the central commission: votes by the number on the ballot, as they were published.
const VOTES: [(u16, u64); 7] =
    [(1, 4_567_458), (2, 107_632), (3, 39_643), (4, 98_421), (5, 32_885), (6, 85_411), (7, 26_517)];
/// Their sum.
const VALID_VOTES: u64 = 4_957_967;
/// The voters on the published register.
const REGISTER: u64 = 6_478_623;

fn place() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/elections/azerbaijan-2024")
}

fn folder() -> ElectionFolder {
    let files = fs::read_dir(place()).expect("the folder is there").map(|entry| {
        let path = entry.expect("the folder lists").path();
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, fs::read(path).expect("the file reads"))
    });
    ElectionFolder::read(&files.collect()).expect("an election folder")
}

/// The constituencies as they are numbered here.
fn constituencies() -> Vec<String> {
    (1..=125).map(|number| format!("{number:03}")).collect()
}
