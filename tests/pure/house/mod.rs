//! The house rules, read from the source: floors look down and never up, no files of a room name each other in a
//! circle, and what must be absent is absent.

mod circles;
mod floors;
mod forgotten;
mod glossary;
mod guide;
mod imports;
mod paths;
mod proof;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use imports::Library;

/// The rooms, and the floor each stands on. A room may look at rooms of lower floors, and at those it is told to here.
const FLOORS: &[(&str, u8)] = &[
    ("crypto", 0),
    ("domain", 1),
    ("ledger", 2),
    ("tally", 3),
    ("verify", 4),
    ("text", 5),
    ("clerk", 5),
    ("intake", 3),
    ("rehearsal", 4),
    ("store", 6),
    ("view", 6),
    ("remote", 6),
    ("export", 7),
    ("browser", 7),
    ("objects", 7),
    ("service", 8),
    ("portal", 9),
    ("server", 10),
    ("cli", 11),
];

/// The rooms without any door to the outside: no file system, network, clock, random source, thread or async runtime.
const PURE: &[&str] = &[
    "crypto",
    "domain",
    "ledger",
    "tally",
    "verify",
    "text",
    "intake",
    "rehearsal",
    "view",
    "export",
    "browser",
    "clerk",
];

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the source folder is there") {
        let path = entry.expect("its entries can be read").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("source is UTF-8");
            found.push((path, text));
        }
    }
    found
}

fn source() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let room = |path: &Path| {
        let inside = path.strip_prefix(&root).expect("found below it");
        let first = inside.components().next().expect("a file has a name").as_os_str().to_string_lossy().into_owned();
        first.trim_end_matches(".rs").to_owned()
    };
    sources(&root).into_iter().map(|(path, text)| (room(&path), path, text)).collect()
}

/// A file's name below `src`.
fn below_src(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    path.strip_prefix(&root).expect("found below it").to_string_lossy().into_owned()
}

fn pairs(texts: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    texts.iter().map(|(file, text)| (file.as_str(), text.as_str()))
}

fn library() -> Library {
    let texts: Vec<_> = source().into_iter().map(|(_, path, text)| (below_src(&path), text)).collect();
    Library::read(pairs(&texts))
}

/// The lines of code: comments say what they like.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn every_room_stands_on_a_floor() {
    let floors: BTreeMap<_, _> = FLOORS.iter().copied().collect();
    for (room, path, _) in source() {
        assert!(room == "lib" || room == "main" || floors.contains_key(room.as_str()), "{}", path.display());
    }
}

#[test]
fn floors_look_down_and_never_up() {
    assert_eq!(floors::looking_up(&library(), FLOORS), [""; 0]);
}

#[test]
fn no_files_of_one_room_name_each_other_in_a_circle() {
    let circles = circles::circles(&library());
    assert!(circles.is_empty(), "{circles:#?}");
}

#[test]
fn no_folders_of_the_api_name_each_other_in_a_circle() {
    let library = library();
    assert!(library.graph().keys().any(|file| file.starts_with("server/api/nouns/")), "the rule guards nothing");
    assert_eq!(circles::among_folders(&library, "server/api/"), [[""; 0]; 0]);
}

#[test]
fn a_type_has_one_path() {
    let texts: Vec<_> = source().into_iter().map(|(_, path, text)| (below_src(&path), text)).collect();
    assert_eq!(paths::second_paths(pairs(&texts)), [""; 0]);
}

#[test]
fn every_room_says_on_which_floor_it_stands_and_the_drawings_agree() {
    let texts: Vec<_> = source().into_iter().map(|(_, path, text)| (below_src(&path), text)).collect();
    assert_eq!(floors::misnumbered(pairs(&texts), FLOORS), [""; 0]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in ["docs/architecture.md", "src/lib.rs"] {
        let text = fs::read_to_string(root.join(file)).expect("it is there");
        let (_, drawing) = text.split_once("```").expect("its first drawing is that of the floors");
        let (drawing, _) = drawing.split_once("```").expect("it ends");
        let (_, lines) = drawing.split_once('\n').expect("the first line names the language");
        assert_eq!(floors::misdrawn(lines, FLOORS), [""; 0], "{file}");
    }
}

#[test]
fn pure_rooms_have_no_door_to_the_outside() {
    let doors = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::time",
        "std::io",
        "Instant::now",
        "SystemTime",
        "now_utc",
        "getrandom",
        "rayon",
        "tokio",
        "println!",
        "eprintln!",
        "sled::",
    ];
    for (room, path, text) in source() {
        if PURE.contains(&room.as_str()) {
            for line in code(&text) {
                let door = doors.iter().find(|door| line.contains(*door));
                assert!(door.is_none(), "{}: {line}", path.display());
            }
        }
    }
}

/// Whoever calls an operation says what time it is, brings the keys, and makes the sentences.
#[test]
fn the_service_has_no_words_no_terminal_and_no_clock() {
    let doors = [
        "crate::text",
        "crate::view",
        "println!",
        "eprintln!",
        "stdin",
        "stdout",
        "stderr",
        "std::env",
        "process::exit",
        "ExitCode",
        "SystemTime",
        "now_utc",
        "getrandom",
        "clap",
    ];
    let mut files = 0;
    for (room, path, text) in source() {
        if room == "service" {
            files += 1;
            for line in code(&text) {
                let door = doors.iter().find(|door| line.contains(*door));
                assert!(door.is_none(), "{}: {line}", path.display());
            }
        }
    }
    assert!(files > 0, "there is no such room: the rule guards nothing");
}

#[test]
fn one_file_names_bincode_and_one_names_sled() {
    let naming = |word: &str| {
        let names = |text: &str| code(text).any(|line| format!(" {line}").contains(word));
        source().into_iter().filter(|(_, _, text)| names(text)).map(|(_, path, _)| path).collect::<Vec<_>>()
    };
    let bincode = naming("bincode::");
    assert!(bincode.len() == 1 && bincode[0].ends_with("crypto/wire.rs"), "{bincode:?}");
    let sled = naming(" ::sled::");
    assert!(sled.len() == 1 && sled[0].ends_with("store/sled.rs"), "{sled:?}");
}

/// The network has two doors: one library outwards and one inwards, each named in its room alone. What knows object stores has
/// none of its own.
#[test]
fn only_the_server_names_its_runtime_and_only_remote_its_client() {
    let doors = [
        ("tokio::", "server"),
        ("axum::", "server"),
        ("hyper", "server"),
        ("ureq::", "remote"),
        ("object_store::", "objects"),
    ];
    for (library, home) in doors {
        let mut naming = 0;
        for (room, path, text) in source() {
            let names = code(&text).any(|line| line.contains(library));
            assert!(!names || room == home, "{} names {library}", path.display());
            naming += usize::from(names);
        }
        assert!(naming > 0, "{library} is named nowhere: the rule guards nothing");
    }
}

#[test]
fn the_verifier_has_no_floats() {
    for (room, path, text) in source() {
        if room != "cli" {
            for line in code(&text) {
                let float = ["f32", "f64"].iter().find(|float| {
                    line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == **float)
                });
                assert!(float.is_none(), "{}: {line}", path.display());
            }
        }
    }
}

#[test]
fn nothing_is_left_for_later() {
    let left = ["todo!", "unimplemented!", "FIXME", "XXX", "#[ignore", ".unwrap()"];
    for (_, path, text) in source() {
        for line in text.lines() {
            assert!(!left.iter().any(|word| line.contains(word)), "{}: {line}", path.display());
        }
    }
}

/// The rules in the library's own settings, which a lint cannot guard against being switched off.
#[test]
fn the_lints_are_on() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let lib = fs::read_to_string(root.join("src/lib.rs")).expect("it is there");
    assert!(lib.contains("#![forbid(unsafe_code)]"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("it is there");
    for rule in ["missing_docs = \"deny\"", "unwrap_used = \"deny\"", "overflow-checks = true"] {
        assert!(manifest.contains(rule), "{rule}");
    }
}

/// A disk on which machines crash is for tests: nothing asks for it but what they need.
#[test]
fn the_test_disk_is_in_no_build_for_people() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("it is there");
    let (builds, tests) = manifest.split_once("[dev-dependencies]").expect("it has them");
    assert!(builds.contains("\ntest-disk = []\n") && builds.matches("test-disk").count() == 1, "it is declared");
    assert_eq!(tests.matches("test-disk").count(), 1, "the package asks for it when it is tested");
    let journal = fs::read_to_string(root.join("src/store/journal.rs")).expect("it is there");
    assert!(journal.contains("#[cfg(feature = \"test-disk\")]\npub mod memory;"));
}

/// `cargo build --lib --no-default-features` is the verifier: nothing of it may need a store or arguments.
#[test]
fn the_verifier_needs_no_store_and_no_arguments() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).expect("it is there");
    let line = |name: &str| manifest.lines().find(|line| line.starts_with(&format!("{name} = {{")));
    let optional = |name: &str| line(name).is_some_and(|line| line.contains("optional = true"));
    for name in
        ["sled", "clap", "csv", "toml", "rayon", "getrandom", "serde_json", "indicatif", "ctrlc", "object_store"]
    {
        assert!(optional(name), "{name} must be optional");
    }
}
