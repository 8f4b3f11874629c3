//! What is kept, and how an answer is held against it.

use std::path::PathBuf;

use crate::kit::program::Done;

/// Set to write what is printed instead of comparing it: after that, the difference is read and judged.
const UPDATE: &str = "UPDATE_GOLDEN";

/// Where a case is kept: `tally/whole` is one of the answers of `tally`.
fn place(case: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/program/json/frozen").join(format!("{case}.json"))
}

/// What was printed is what is kept.
pub fn holds(case: &str, done: &Done) {
    holds_but(case, done, &[]);
}

/// The same, but for the values of these keys, which hang on the clock, on chance or on the machine.
pub fn holds_but(case: &str, done: &Done, keys: &[&str]) {
    assert!(!done.out.is_empty(), "nothing was printed: {done}");
    text_holds_but(case, &done.out, keys);
}

/// A text that was written to a file, likewise.
pub fn text_holds_but(case: &str, printed: &str, keys: &[&str]) {
    let printed = keys.iter().fold(printed.to_owned(), |text, key| masked(&text, key));
    let path = place(case);
    if std::env::var_os(UPDATE).is_some() {
        std::fs::create_dir_all(path.parent().expect("it has a folder")).expect("a folder");
        std::fs::write(&path, &printed).expect("the kept files can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(printed == kept, "{case} differs.\nkept:    {kept}\nprinted: {printed}\nif that is right: {UPDATE}=1");
}

/// Every value of a key, blotted out: a text by the key's name, a number by 0.
fn masked(text: &str, key: &str) -> String {
    let marker = format!("\"{key}\":");
    let mut parts = text.split(marker.as_str());
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        masked.push_str(&marker);
        if let Some(value) = rest.strip_prefix('"') {
            let end = value.find('"').expect("a text ends");
            masked.push_str(&format!("\"<{key}>\"{}", &value[end + 1..]));
        } else {
            let end = rest.find(|c: char| !c.is_ascii_digit()).expect("a number ends");
            masked.push_str(&format!("{}{}", if end > 0 { "0" } else { "" }, &rest[end..]));
        }
    }
    masked
}
