//! A draft as a form: its values one by one, for whoever types them elsewhere than in a file. What is typed becomes the
//! text of a draft again, which is read as any other.
//!
//! A place is the keys that lead to a value, with slashes between: `items/valid_votes`, `dissent/0/seat`.

use std::collections::BTreeMap;

use super::context::DraftContext;
use super::{Prefilled, blank, written};
use crate::domain::statement::{Body, Kind};
use crate::intake::toml::writer::{TomlWriter, Written, key, quoted};

/// A value of a draft, to be typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormField {
    /// Where it stands.
    pub place: String,
    /// What stands there already, as it is typed; empty where nothing does.
    pub value: String,
    /// What stands beside it: the paper's label, the candidate's name, a hint.
    pub hint: String,
    /// Whether it is of an entry that is not there yet, and may be added.
    pub is_sample: bool,
}

/// The fields of an empty draft of a kind, with what is known filled in.
pub fn fields(kind: Kind, known: &Prefilled, context: &DraftContext) -> Vec<FormField> {
    of_writer(&blank(kind, known, context))
}

/// The fields of a draft of a body.
pub fn fields_of(body: &Body, context: &DraftContext) -> Vec<FormField> {
    of_writer(&written(body, context))
}

fn of_writer(writer: &TomlWriter) -> Vec<FormField> {
    let field = |Written { place, value, hint, is_sample }| FormField {
        place: place.join("/"),
        value: typed(&value),
        hint,
        is_sample,
    };
    writer.written().into_iter().map(field).collect()
}

/// A value of TOML as a person types it.
fn typed(value: &str) -> String {
    let read = toml::from_str::<BTreeMap<String, toml::Value>>(&format!("value = {value}"));
    match read.ok().and_then(|mut table| table.remove("value")) {
        Some(toml::Value::String(text)) => text,
        Some(other) => other.to_string(),
        None => value.to_owned(),
    }
}

/// A draft that was typed into a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filled {
    /// The text of the draft.
    pub text: String,
    /// The place of the value on each line, from the first line on.
    places: Vec<Option<String>>,
}

impl Filled {
    /// The text of a draft from what was typed, each with its place. What comes of several entries of a list stands
    /// together, in the order of their numbers.
    pub fn of(typed: &[(String, String)]) -> Self {
        let mut tables: Vec<(String, Vec<&(String, String)>)> = vec![(String::new(), Vec::new())];
        for one in typed {
            let table = one.0.rsplit_once('/').map_or("", |(table, _)| table);
            match tables.iter_mut().find(|(known, _)| known == table) {
                Some((_, values)) => values.push(one),
                None => tables.push((table.to_owned(), vec![one])),
            }
        }
        let (mut text, mut places) = (String::new(), Vec::new());
        for (table, values) in tables {
            if !table.is_empty() {
                text += &header(&table);
                places.push(None);
            }
            for (place, value) in values {
                let name = place.rsplit('/').next().unwrap_or(place);
                text += &format!("{} = {}\n", key(name), quoted(value));
                places.push(Some(place.clone()));
            }
        }
        Self { text, places }
    }

    /// Where the value on a line of the text, from 1, was typed.
    pub fn place(&self, line: u64) -> Option<&str> {
        let at = usize::try_from(line.checked_sub(1)?).ok()?;
        self.places.get(at)?.as_deref()
    }
}

/// `[decision]`, or `[[dissent]]` where the place has the number of an entry.
fn header(table: &str) -> String {
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let is_entry = table.rsplit('/').next().is_some_and(|last| is_number(&last) && table.contains('/'));
    let keys: Vec<_> = table.split('/').enumerate().filter(|(at, part)| *at == 0 || !is_number(part)).collect();
    let path = keys.into_iter().map(|(_, part)| key(part)).collect::<Vec<_>>().join(".");
    if is_entry { format!("[[{path}]]\n") } else { format!("[{path}]\n") }
}
