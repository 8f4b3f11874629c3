//! The schemas in `docs/api`: they are those of the program, every answer that is kept validates, and no more is in an
//! answer, nor less, than its schema says.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use serde_json::{Map, Value};

use crate::kit::program::Machine;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where a schema is kept.
fn place(name: &str) -> PathBuf {
    root().join("docs/api").join(format!("{name}.schema.json"))
}

fn names() -> Vec<&'static str> {
    protokol::view::schema::NAMES.to_vec()
}

pub fn schema(name: &str) -> Value {
    let schema = protokol::view::schema::named(name).unwrap_or_else(|| panic!("no schema {name}"));
    serde_json::to_value(schema).expect("a schema is JSON")
}

fn validator(name: &str) -> Validator {
    jsonschema::draft202012::new(&schema(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The schema of each line of a kept file: that of its folder, but for exports of every event.
fn schema_of(folder: &str, file: &str, line: usize) -> Option<String> {
    match (folder, file.starts_with("ndjson")) {
        ("exported", false) => None,
        ("exported", true) => Some(if line == 0 { "exported-head" } else { "exported-event" }.to_owned()),
        _ => Some(folder.to_owned()),
    }
}

/// Every kept answer with the name of its schema and of its file. Of what is blotted out, something that is well spelt
/// stands there instead.
fn answers() -> Vec<(String, String, Value)> {
    let mut found = Vec::new();
    for folder in fs::read_dir(root().join("tests/program/json/frozen")).expect("a folder") {
        let folder = folder.expect("an entry").path();
        let kind = folder.file_name().expect("a name").to_string_lossy().into_owned();
        for file in fs::read_dir(&folder).expect("a folder") {
            let file = file.expect("an entry").path();
            let name = file.file_name().expect("a name").to_string_lossy().into_owned();
            let text = well_spelt(&fs::read_to_string(&file).expect("a text"));
            if schema_of(&kind, &name, 0).is_none() {
                continue;
            }
            if let Ok(whole) = serde_json::from_str(&text) {
                found.push((schema_of(&kind, &name, 0).expect("seen"), name, whole));
                continue;
            }
            for (at, line) in text.lines().enumerate() {
                let value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{name}: {error}"));
                found.push((schema_of(&kind, &name, at).expect("seen"), name.clone(), value));
            }
        }
    }
    for (kind, name) in [("comparison", "continuation"), ("comparison", "fork"), ("evidence", "verify-fork")] {
        let file = root().join(format!("tests/program/compare/golden/{name}.json"));
        let value = serde_json::from_str(&fs::read_to_string(file).expect("a text")).expect("JSON");
        found.push((kind.to_owned(), name.to_owned(), value));
    }
    found
}

fn well_spelt(text: &str) -> String {
    let fingerprint = ["0000"; 16].join(" ");
    let hash = "0".repeat(64);
    let spelt = [("<event>", &hash), ("<statement>", &hash), ("<public_key>", &hash), ("<fingerprint>", &fingerprint)];
    spelt.into_iter().fold(text.to_owned(), |text, (blot, value)| text.replace(blot, value))
}

#[test]
fn the_kept_schemas_are_the_programs() {
    let machine = Machine::new();
    for name in names() {
        let printed = machine.ok(&format!("manual schema {name}")).out;
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all(root().join("docs/api")).expect("a folder");
            fs::write(place(name), &printed).expect("the kept files can be written");
        }
        let kept = fs::read_to_string(place(name)).unwrap_or_default();
        assert!(printed == kept, "docs/api/{name}.schema.json differs; if that is right: UPDATE_GOLDEN=1");
    }
    let kept =
        fs::read_dir(root().join("docs/api")).expect("a folder").map(|entry| entry.expect("an entry").file_name());
    let kept = kept.filter(|name| name.to_string_lossy().ends_with(".schema.json")).count();
    assert_eq!(kept, names().len(), "nothing is left of a schema that is gone");
    let table = fs::read_to_string(root().join("docs/api/README.md")).expect("a text");
    for name in names() {
        assert_eq!(
            table.matches(&format!("| [{name}]({name}.schema.json) |")).count(),
            1,
            "{name} is in the table once"
        );
    }
    let whole = machine.json("manual schema");
    assert_eq!(whole.as_object().expect("by name").keys().collect::<Vec<_>>(), names());
    assert!(names().is_sorted());
    assert_eq!(machine.fails("manual schema nothing", 2)["code"], "U9");
    assert_eq!(machine.fails("manual pages tally", 2)["code"], "U1");
}

#[test]
fn every_kept_answer_validates() {
    let answers = answers();
    for name in names() {
        let validator = validator(name);
        let mut seen = 0;
        for (_, file, value) in answers.iter().filter(|(schema, ..)| schema == name) {
            let errors: Vec<_> = validator.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
            assert!(errors.is_empty(), "{name}/{file}: {errors:#?}");
            seen += 1;
        }
        assert!(seen > 0, "no answer of {name} is kept");
    }
    let strangers: Vec<_> = answers.iter().filter(|(schema, ..)| !names().contains(&schema.as_str())).collect();
    assert!(strangers.is_empty(), "{strangers:?}");
}

/// A schema that was never true would pass, and so would a key that no schema names: each key of a schema is in a kept
/// answer, with a value, and null too where it may be; and each key of an answer is in its schema.
#[test]
fn every_key_is_answered_and_every_answer_is_described() {
    let mut walk = Walk::default();
    for name in names() {
        let schema = schema(name);
        walk.declare(name, &schema);
        for (_, file, value) in answers().iter().filter(|(of, ..)| of == name) {
            walk.visit(name, &schema, &schema, value, file);
        }
    }
    // One type's null is spelt as another's of the same name.
    let is_nowhere = |key: &str| !walk.seen.iter().any(|(_, seen, is_null)| seen == key && *is_null);
    let unseen = walk.declared.difference(&walk.seen);
    let unseen = unseen.filter(|(of, key, is_null)| !is_null || (is_nowhere(key) && !UNREACHED.contains(&(of, key))));
    let unseen: Vec<_> = unseen.collect();
    assert!(unseen.is_empty() && walk.unknown.is_empty(), "never answered: {unseen:#?}\nunknown: {:#?}", walk.unknown);
}

/// Nulls that no answer here has: of an event whose signers own no key, of an item that stands on no paper where
/// another one has it, and of a log that lacks the place where another differs from it.
const UNREACHED: [(&str, &str); 5] = [
    ("exported-event", "author"),
    ("Cell", "stated"),
    ("FigureChange", "after"),
    ("Difference", "old"),
    ("Difference", "new"),
];

/// What schemas declare and what answers have: the type, its key, and whether that is null.
#[derive(Default)]
struct Walk {
    declared: BTreeSet<(String, String, bool)>,
    seen: BTreeSet<(String, String, bool)>,
    unknown: BTreeSet<(String, String)>,
}

impl Walk {
    fn declare(&mut self, name: &str, root: &Value) {
        self.declare_in(name, root);
        for (name, definition) in root["$defs"].as_object().into_iter().flatten() {
            self.declare_in(name, definition);
        }
    }

    fn declare_in(&mut self, name: &str, schema: &Value) {
        for (key, property) in properties(schema) {
            if !is_null_alone(property) {
                self.declared.insert((name.to_owned(), key.clone(), false));
            }
            if takes_null(property) {
                self.declared.insert((name.to_owned(), key.clone(), true));
            }
        }
        for branch in branches(schema) {
            self.declare_in(name, branch);
        }
    }

    /// Notes the keys of a value, under the types whose schema they are in; of several, the one that it has the keys
    /// of.
    fn visit(&mut self, name: &str, root: &Value, schema: &Value, value: &Value, file: &str) {
        if let Some(definition) = schema["$ref"].as_str().and_then(|target| target.strip_prefix("#/$defs/")) {
            return self.visit(definition, root, &root["$defs"][definition], value, file);
        }
        let mut known: BTreeSet<String> = BTreeSet::new();
        self.note(name, root, schema, value, file, &mut known);
        let is_open = !schema["additionalProperties"].is_null() || all_properties(root, schema).is_empty();
        for key in value.as_object().into_iter().flatten().map(|(key, _)| key) {
            if !is_open && !known.contains(key) {
                self.unknown.insert((format!("{name} in {file}"), key.clone()));
            }
        }
    }

    fn note(
        &mut self,
        name: &str,
        root: &Value,
        schema: &Value,
        value: &Value,
        file: &str,
        known: &mut BTreeSet<String>,
    ) {
        for (key, property) in properties(schema) {
            if let Some(value) = value.get(key) {
                known.insert(key.clone());
                self.seen.insert((name.to_owned(), key.clone(), value.is_null()));
                self.visit(name, root, property, value, file);
            }
        }
        for item in value.as_array().into_iter().flatten().filter(|_| schema["items"].is_object()) {
            self.visit(name, root, &schema["items"], item, file);
        }
        for branch in branches(schema).filter(|branch| is_meant(root, branch, value)) {
            let is_named = branch["$ref"].is_string();
            if is_named && branch["$ref"] != schema["$ref"] {
                let definition = branch["$ref"].as_str().and_then(|target| target.strip_prefix("#/$defs/"));
                let definition = definition.expect("a definition of this document");
                self.note(definition, root, &root["$defs"][definition], value, file, known);
            } else {
                self.note(name, root, branch, value, file, known);
            }
        }
    }
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    schema["properties"].as_object().into_iter().flat_map(Map::iter)
}

fn branches(schema: &Value) -> impl Iterator<Item = &Value> {
    ["anyOf", "oneOf", "allOf"].into_iter().flat_map(|of| schema[of].as_array().into_iter().flatten())
}

fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    let definition = schema["$ref"].as_str().and_then(|target| target.strip_prefix("#/$defs/"));
    definition.map_or(schema, |definition| &root["$defs"][definition])
}

fn all_properties(root: &Value, schema: &Value) -> BTreeSet<String> {
    let own = properties(schema).map(|(key, _)| key.clone());
    own.chain(branches(schema).flat_map(|branch| all_properties(root, resolved(root, branch)))).collect()
}

/// Whether a branch is the one that a value is of: every key that it requires is there.
fn is_meant(root: &Value, branch: &Value, value: &Value) -> bool {
    let branch = resolved(root, branch);
    let is_there = |key: &Value| key.as_str().is_some_and(|key| value.get(key).is_some());
    value.is_object() && branch["required"].as_array().is_none_or(|required| required.iter().all(is_there))
}

fn is_null_alone(property: &Value) -> bool {
    property["type"] == "null"
}

fn takes_null(property: &Value) -> bool {
    let in_types = property["type"].as_array().is_some_and(|types| types.contains(&Value::from("null")));
    in_types || is_null_alone(property) || branches(property).any(is_null_alone)
}
