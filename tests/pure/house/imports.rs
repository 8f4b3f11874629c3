//! Which files of the library name which others: read from the source, however a path is written.
//!
//! A path may stand on a `use` line, with braces and `as`, or in the code; it may begin with `crate`, `self`, `super`,
//! the name of a module below, or a name that a `use` line brought in. What a module only hands on (`pub use`) is
//! followed to where it is defined, so that a folder's `mod.rs` stands for nothing that it does not hold itself.

use std::collections::{BTreeMap, BTreeSet};

/// A path from the crate's root: `["ledger", "tree", "merkle", "Tree"]`.
pub type Path = Vec<String>;

/// The library's source: each file by its name below `src`, as in `ledger/mod.rs`.
pub struct Library {
    modules: BTreeMap<Path, Module>,
}

/// One file.
struct Module {
    file: String,
    /// What its `use` lines bring in, by the name under which it is known there.
    names: BTreeMap<String, Path>,
    /// Every path that it names, from the crate's root.
    paths: Vec<Path>,
}

/// A name on a `use` line.
struct Used {
    path: Path,
    name: String,
    is_handed_on: bool,
}

impl Library {
    /// Reads files, each by its name below `src`.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Self { modules: files.into_iter().map(|(file, text)| (module_of(file), Module::read(file, text))).collect() }
    }

    /// Every file, and every other one that it names.
    pub fn graph(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut graph = BTreeMap::new();
        for module in self.modules.values() {
            let named = module.paths.iter().filter_map(|path| self.home(path, path.len()));
            graph.insert(module.file.as_str(), named.filter(|file| *file != module.file).collect());
        }
        graph
    }

    /// Every room that each file names: the first word after `crate::`.
    pub fn rooms_named(&self) -> impl Iterator<Item = (&str, &str)> {
        self.modules.values().flat_map(|module| {
            let rooms = module.paths.iter().filter_map(|path| path.first());
            rooms.map(|room| (module.file.as_str(), room.as_str())).collect::<BTreeSet<_>>()
        })
    }

    /// The file in which a path ends. `steps` bounds how often it is handed on.
    fn home(&self, path: &[String], steps: usize) -> Option<&str> {
        let depth = (0..=path.len()).rev().find(|depth| self.modules.contains_key(&path[..*depth]))?;
        let module = &self.modules[&path[..depth]];
        match path.get(depth) {
            // A module that is named whole, as by `use super::frame`: what is named of it stands in the code.
            None => None,
            Some(item) => match module.names.get(item) {
                Some(further) if steps > 0 && *further != path[..=depth] => {
                    self.home(&[further, &path[depth + 1..]].concat(), steps - 1)
                }
                _ => Some(&module.file),
            },
        }
    }
}

impl Module {
    fn read(file: &str, text: &str) -> Self {
        let here = module_of(file);
        let words = words(text);
        let below = below(&words);
        let (uses, rest) = divide(&words);
        let uses: Vec<_> = uses.iter().flat_map(|(tree, is_handed_on)| leaves(tree, *is_handed_on)).collect();
        let mut names: BTreeMap<String, Path> = BTreeMap::new();
        let mut paths = Vec::new();
        for used in &uses {
            let Some(path) = absolute(&used.path, &here, &below, &BTreeMap::new()) else { continue };
            // To hand a name on is no use of it, unless the file's own code says it too.
            if !used.is_handed_on || rest.contains(&used.name) {
                paths.push(path.clone());
            }
            names.insert(used.name.clone(), path);
        }
        paths.extend(spoken(&rest).iter().filter_map(|path| absolute(path, &here, &below, &names)));
        Self { file: file.to_owned(), names, paths }
    }
}

/// The module that a file is.
fn module_of(file: &str) -> Path {
    let stem = file.strip_suffix(".rs").unwrap_or(file);
    let mut path: Path = stem.split('/').map(str::to_owned).collect();
    if path.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        path.pop();
    }
    path
}

/// A path from the crate's root; none for one that begins elsewhere: in another crate, or with a name of the file's
/// own.
fn absolute(
    path: &[String],
    here: &[String],
    below: &BTreeSet<String>,
    names: &BTreeMap<String, Path>,
) -> Option<Path> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" => Some(rest.to_vec()),
        "self" => absolute_from(here, rest),
        "super" => absolute_from(here.split_last()?.1, rest),
        name if names.contains_key(name) => Some([&names[name], rest].concat()),
        name if below.contains(name) => Some([here, path].concat()),
        _ => None,
    }
}

fn absolute_from(module: &[String], rest: &[String]) -> Option<Path> {
    match rest.split_first() {
        Some((first, rest)) if first == "super" => absolute_from(module.split_last()?.1, rest),
        _ => Some([module, rest].concat()),
    }
}

/// The words and signs of a source, without comments, texts, characters and lifetimes.
fn words(text: &str) -> Vec<String> {
    let (mut words, mut rest) = (Vec::new(), text);
    while let Some(first) = rest.chars().next() {
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = raw_text(rest) {
            length
        } else if first == '"' || rest.starts_with("b\"") {
            text_end(rest)
        } else if first == '\'' {
            character_end(rest)
        } else if is_name(first) {
            let length = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
            words.push(rest[..length].to_owned());
            length
        } else if rest.starts_with("::") {
            words.push("::".to_owned());
            2
        } else {
            if !first.is_whitespace() {
                words.push(first.to_string());
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    words
}

/// The length of a raw text that begins here.
fn raw_text(rest: &str) -> Option<usize> {
    let body = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let marks = body.len() - body.trim_start_matches('#').len();
    body[marks..].starts_with('"').then_some(())?;
    let end = format!("\"{}", "#".repeat(marks));
    let begun = rest.len() - body.len() + marks + 1;
    rest[begun..].find(&end).map(|at| begun + at + end.len())
}

fn text_end(rest: &str) -> usize {
    let begun = rest.find('"').map_or(0, |at| at + 1);
    let mut escaped = false;
    for (at, c) in rest[begun..].char_indices() {
        match c {
            '"' if !escaped => return begun + at + 1,
            _ => escaped = c == '\\' && !escaped,
        }
    }
    rest.len()
}

/// The length of a character in quotes; of a lifetime, the quote alone.
fn character_end(rest: &str) -> usize {
    let mut inside = rest.char_indices().skip(1);
    match inside.next() {
        Some((_, '\\')) => {
            rest[2..].find('\'').map_or(rest.len(), |at| at + 3 + usize::from(rest[2..].starts_with('\'')))
        }
        _ => match inside.next() {
            Some((at, '\'')) => at + 1,
            _ => 1,
        },
    }
}

/// The modules that are declared: `mod name;`.
fn below(words: &[String]) -> BTreeSet<String> {
    words.windows(3).filter(|three| three[0] == "mod" && three[2] == ";").map(|three| three[1].clone()).collect()
}

/// The trees of the `use` lines, each with whether it is handed on (`pub use`), and all other words.
fn divide(words: &[String]) -> (Vec<(Vec<String>, bool)>, Vec<String>) {
    let (mut uses, mut rest) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < words.len() {
        // `use<'a>` of a bound is no line.
        if words[at] == "use" && words.get(at + 1).is_some_and(|next| next != "<") {
            let length = words[at..].iter().position(|word| word == ";").unwrap_or(words.len() - at);
            let is_handed_on = rest.last().is_some_and(|before: &String| before == "pub" || before == ")");
            uses.push((words[at + 1..at + length].to_vec(), is_handed_on));
            at += length;
        } else {
            rest.push(words[at].clone());
        }
        at += 1;
    }
    (uses, rest)
}

/// The names of a `use` line.
fn leaves(tree: &[String], is_handed_on: bool) -> Vec<Used> {
    let mut found = Vec::new();
    collect(tree, &[], is_handed_on, &mut found);
    found
}

fn collect(tree: &[String], before: &[String], is_handed_on: bool, found: &mut Vec<Used>) {
    let opens = tree.iter().position(|word| word == "{");
    match opens {
        Some(at) => {
            let names = tree[..at].iter().filter(|word| *word != "::").cloned();
            let before: Path = before.iter().cloned().chain(names).collect();
            let inside = &tree[at + 1..tree.len() - 1];
            branches(inside).into_iter().for_each(|branch| collect(branch, &before, is_handed_on, found));
        }
        None => {
            let (path, alias) = match tree.iter().position(|word| word == "as") {
                Some(at) => (&tree[..at], tree.get(at + 1)),
                None => (tree, None),
            };
            let path: Path = before.iter().chain(path.iter().filter(|word| *word != "::")).cloned().collect();
            let path = if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
                path[..path.len() - 1].to_vec()
            } else {
                path
            };
            let name = alias.or(path.last()).cloned().unwrap_or_default();
            found.push(Used { path, name, is_handed_on });
        }
    }
}

/// What stands between the commas of one pair of braces.
fn branches(tree: &[String]) -> Vec<&[String]> {
    let (mut depth, mut ends) = (0, Vec::new());
    for (at, word) in tree.iter().enumerate() {
        match word.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            "," if depth == 0 => ends.push(at),
            _ => {}
        }
    }
    let starts = std::iter::once(0).chain(ends.iter().map(|end| end + 1));
    let spans = starts.zip(ends.iter().copied().chain([tree.len()]));
    spans.map(|(start, end)| &tree[start..end]).filter(|branch| !branch.is_empty()).collect()
}

/// The paths that stand in code: names joined by `::`, two at least.
fn spoken(words: &[String]) -> Vec<Path> {
    let (mut paths, mut at) = (Vec::new(), 0);
    let is_name = |word: &String| word.starts_with(|c: char| c.is_alphabetic() || c == '_');
    while at < words.len() {
        let is_first = is_name(&words[at]) && (at == 0 || words[at - 1] != "::" && words[at - 1] != ".");
        let mut path: Path = if is_first { vec![words[at].clone()] } else { Vec::new() };
        at += 1;
        while is_first && words.get(at).is_some_and(|word| word == "::") && words.get(at + 1).is_some_and(is_name) {
            path.push(words[at + 1].clone());
            at += 2;
        }
        if path.len() > 1 {
            paths.push(path);
        }
    }
    paths
}
