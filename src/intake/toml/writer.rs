//! A TOML paper as it is written out: keys, values and hints in columns, tables after the lines they belong to.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::domain::text::is_invisible;

/// Beyond this many characters a value does not push the hints of its neighbours away.
const VALUE_CHARS_MAX: usize = 24;

/// A table that is being written.
#[derive(Default)]
pub(in crate::intake) struct TomlWriter {
    path: String,
    lines: Vec<TomlLine>,
    parts: String,
    known: BTreeMap<&'static str, String>,
    /// Where this table stands, key by key, each as it is.
    place: Vec<String>,
    /// What was written in the tables below.
    below: Vec<Written>,
    /// How many entries of each list were written.
    entries: BTreeMap<String, usize>,
}

/// A value that was written, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in crate::intake) struct Written {
    /// The keys that lead to it, with the number of each entry of a list.
    pub place: Vec<String>,
    /// The value, as TOML.
    pub value: String,
    /// What stands beside it.
    pub hint: String,
    /// Whether it is of a table that does not stand there yet.
    pub is_sample: bool,
}

enum TomlLine {
    Value { name: String, key: String, value: String, hint: String },
    Note(String),
    Gap,
}

impl TomlWriter {
    /// A writer for which some keys are known beforehand: their values stand where nothing else is given.
    pub fn with_known(known: BTreeMap<&'static str, String>) -> Self {
        Self { known, ..Self::default() }
    }

    /// A line that only people read.
    pub fn note(&mut self, note: &str) {
        self.lines.push(TomlLine::Note(note.to_owned()));
    }

    /// An empty line; columns begin anew after it.
    pub fn gap(&mut self) {
        self.lines.push(TomlLine::Gap);
    }

    /// A key and its value, which is TOML already. Where there is none: what is known beforehand, else `blank`.
    pub fn value(&mut self, name: &str, value: Option<String>, blank: &str, hint: &str) {
        let value = value.or_else(|| self.known.get(name).cloned()).unwrap_or_else(|| blank.to_owned());
        let (name, key) = (name.to_owned(), key(name));
        self.lines.push(TomlLine::Value { name, key, value, hint: hint.to_owned() });
    }

    /// What this table says under a key, without the quotes.
    pub fn peek(&self, name: &str) -> Option<&str> {
        self.lines.iter().find_map(|line| match line {
            TomlLine::Value { key, value, .. } if key == name => Some(value.trim_matches('"')),
            _ => None,
        })
    }

    /// A table that stands on the line of its key.
    pub fn on_one_line(&mut self, name: &str, write: impl FnOnce(&mut TomlWriter)) {
        let mut writer = TomlWriter::default();
        write(&mut writer);
        let pairs = writer.lines.into_iter().filter_map(|line| match line {
            TomlLine::Value { key, value, .. } => Some(format!("{key} = {value}")),
            TomlLine::Note(_) | TomlLine::Gap => None,
        });
        let table = format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "));
        self.value(name, Some(table), "", "");
    }

    /// A table below this one.
    pub fn table(&mut self, name: &str, write: impl FnOnce(&mut TomlWriter)) {
        let part = self.below(&[name.to_owned()], false, ("[", "]"), write);
        self.parts.push_str(&part);
    }

    /// A table of a list, `[[name]]`.
    pub fn entry(&mut self, name: &str, write: impl FnOnce(&mut TomlWriter)) {
        let number = self.number(name);
        let part = self.below(&[name.to_owned(), number], false, ("[[", "]]"), write);
        self.parts.push_str(&part);
    }

    /// A table that does not stand there yet, as a remark: take the marks away to use it.
    pub fn sample(&mut self, name: &str, brackets: (&str, &str), write: impl FnOnce(&mut TomlWriter)) {
        let number = self.number(name);
        let part = self.below(&[name.to_owned(), number], true, brackets, write);
        for line in part.lines() {
            self.parts.push_str(&if line.is_empty() { "\n".to_owned() } else { format!("# {line}\n") });
        }
    }

    /// The number of the entry of a list that is written next.
    fn number(&mut self, name: &str) -> String {
        let entries = self.entries.entry(name.to_owned()).or_default();
        *entries += 1;
        (*entries - 1).to_string()
    }

    fn below(
        &mut self,
        place: &[String],
        is_sample: bool,
        (open, close): (&str, &str),
        write: impl FnOnce(&mut TomlWriter),
    ) -> String {
        let name = place.first().map(|name| key(name)).unwrap_or_default();
        let path = if self.path.is_empty() { name } else { format!("{}.{name}", self.path) };
        let header = format!("\n{open}{path}{close}\n");
        let mut writer = TomlWriter { path, place: [&self.place, place].concat(), ..Self::default() };
        write(&mut writer);
        let written = writer.written().into_iter();
        self.below.extend(written.map(|written| Written { is_sample: written.is_sample || is_sample, ..written }));
        header + &writer.finish()
    }

    /// Every value, in the order of the lines.
    pub fn written(&self) -> Vec<Written> {
        let of_line = |line: &TomlLine| match line {
            TomlLine::Value { name, value, hint, .. } => Some(Written {
                place: [&self.place[..], std::slice::from_ref(name)].concat(),
                value: value.clone(),
                hint: hint.clone(),
                is_sample: false,
            }),
            TomlLine::Note(_) | TomlLine::Gap => None,
        };
        self.lines.iter().filter_map(of_line).chain(self.below.iter().cloned()).collect()
    }

    /// The whole text: the lines in columns, then the tables.
    pub fn finish(self) -> String {
        let blocks = self.lines.split(|line| matches!(line, TomlLine::Gap)).map(in_columns);
        blocks.collect::<Vec<_>>().join("\n") + &self.parts
    }
}

fn in_columns(lines: &[TomlLine]) -> String {
    let width = |of: fn(&TomlLine) -> usize| lines.iter().map(of).max().unwrap_or(0);
    let keys = width(|line| match line {
        TomlLine::Value { key, .. } => chars(key),
        _ => 0,
    });
    let values = width(|line| match line {
        TomlLine::Value { value, .. } if chars(value) <= VALUE_CHARS_MAX => chars(value),
        _ => 0,
    });
    let mut out = String::new();
    for line in lines {
        let written = match line {
            TomlLine::Gap => Ok(()),
            TomlLine::Note(note) => writeln!(out, "# {note}"),
            TomlLine::Value { key, value, hint, .. } if hint.is_empty() => writeln!(out, "{key:keys$} = {value}"),
            TomlLine::Value { key, value, hint, .. } => writeln!(out, "{key:keys$} = {value:values$}  # {hint}"),
        };
        written.expect("writing to a string cannot fail");
    }
    out
}

fn chars(text: &str) -> usize {
    text.chars().count()
}

/// A key as TOML writes it: bare where it may be.
pub(in crate::intake) fn key(name: &str) -> String {
    let bare = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    if bare { name.to_owned() } else { quoted(name) }
}

/// A text as a TOML basic string, in which whatever cannot be seen is spelt out.
pub(in crate::intake) fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if is_invisible(c) => out.push_str(&format!("\\U{:08X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}
