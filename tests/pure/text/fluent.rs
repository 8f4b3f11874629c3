//! The Fluent files of every language have exactly what the program asks for: no message and no variable more or less,
//! each plural in all its forms, and nothing that does not read as Fluent.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;
use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use protokol::text::{self, Action, Lang, Message, REMEDY};

/// A message as a file has it: its value, its remedy.
#[derive(Default)]
struct Written {
    value: Uses,
    remedy: Option<Uses>,
}

/// What a pattern uses.
#[derive(Default, Clone, PartialEq, Eq, Debug)]
struct Uses {
    variables: BTreeSet<String>,
    /// Other messages, or remedies, whose words it takes: `refusal-closed`, `submission-layout.remedy`.
    references: BTreeSet<String>,
    /// For each choice, the keys of its variants.
    choices: Vec<BTreeSet<String>>,
    functions: BTreeSet<String>,
}

impl Uses {
    fn of(pattern: &Pattern<String>) -> Self {
        let mut uses = Self::default();
        uses.pattern(pattern);
        uses
    }

    fn pattern(&mut self, pattern: &Pattern<String>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let key = |key: &VariantKey<String>| match key {
                    VariantKey::Identifier { name } => name.clone(),
                    VariantKey::NumberLiteral { value } => value.clone(),
                };
                self.choices.push(variants.iter().map(|variant| key(&variant.key)).collect());
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.clone());
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map_or_else(String::new, |attribute| format!(".{}", attribute.name));
                self.references.insert(format!("{}{attribute}", id.name));
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.functions.insert(id.name.clone());
                arguments.positional.iter().for_each(|argument| self.inline(argument));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::TermReference { id, .. } => panic!("-{}: say it as a message", id.name),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

fn folder(lang: Lang) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("i18n").join(lang.code())
}

/// The folders of Fluent files: the election's own words, those of people's papers, those of each front end that is
/// built.
const FOLDERS: &[&str] = &[
    "",
    #[cfg(feature = "intake")]
    "intake",
    #[cfg(feature = "keys")]
    "keys",
    #[cfg(feature = "browser")]
    "browser",
    #[cfg(feature = "portal")]
    "portal",
    #[cfg(feature = "cli")]
    "program",
];

/// Every message that is asked for, by the election's own words or by a front end.
fn asked() -> impl Iterator<Item = Message> {
    let asked = text::messages();
    #[cfg(feature = "browser")]
    let asked = asked.chain(protokol::browser::check::messages());
    #[cfg(feature = "portal")]
    let asked = asked.chain(protokol::portal::words::messages());
    #[cfg(feature = "cli")]
    let asked = asked.chain(protokol::cli::messages());
    #[cfg(feature = "browser")]
    let asked = asked.chain(protokol::browser::desk::messages());
    asked
}

/// The files of a language, by name.
fn files(lang: Lang) -> BTreeMap<String, String> {
    FOLDERS.iter().flat_map(|below| files_in(&folder(lang).join(below), below)).collect()
}

fn files_in(folder: &Path, below: &str) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(folder).expect("a folder a language");
    let entries = entries.filter(|entry| entry.as_ref().is_ok_and(|entry| entry.path().is_file()));
    let file = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.expect("it can be read").path();
        let name = format!("{below}/{}", path.file_name().expect("a name").to_string_lossy());
        (name, std::fs::read_to_string(path).expect("UTF-8"))
    };
    entries.map(file).collect()
}

/// The messages of a language.
fn written(lang: Lang) -> BTreeMap<String, Written> {
    let mut all = BTreeMap::new();
    for (name, file) in files(lang) {
        let resource = parse(file).unwrap_or_else(|(_, errors)| panic!("{lang}/{name}: {errors:?}"));
        for entry in &resource.body {
            match entry {
                Entry::Message(message) => {
                    let id = message.id.name.clone();
                    let value = message.value.as_ref().unwrap_or_else(|| panic!("{lang}/{name}: {id} says nothing"));
                    let mut written = Written { value: Uses::of(value), remedy: None };
                    for attribute in &message.attributes {
                        assert_eq!(attribute.id.name, REMEDY, "{lang}/{name}: {id}");
                        written.remedy = Some(Uses::of(&attribute.value));
                    }
                    assert!(all.insert(id.clone(), written).is_none(), "{lang}/{name}: {id} is said twice");
                }
                Entry::Term(term) => panic!("{lang}/{name}: -{}: say it as a message", term.id.name),
                Entry::Junk { content } => panic!("{lang}/{name}: {content}"),
                Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            }
        }
    }
    all
}

/// What a pattern uses, and what those use whose words it takes.
fn variables(uses: &Uses, all: &BTreeMap<String, Written>) -> BTreeSet<String> {
    let mut found = uses.variables.clone();
    for reference in &uses.references {
        let of = match reference.strip_suffix(&format!(".{REMEDY}")) {
            Some(id) => all.get(id).and_then(|message| message.remedy.as_ref()),
            None => all.get(reference).map(|message| &message.value),
        };
        found.extend(variables(of.unwrap_or_else(|| panic!("there is no {reference}")), all));
    }
    found
}

fn is_action(name: &str) -> bool {
    Action::NAMED.iter().any(|(known, _)| *known == name)
}

#[test]
fn every_file_of_every_language_is_in_the_program() {
    let english: Vec<_> = files(Lang::En).into_keys().collect();
    for lang in Lang::ALL {
        let files = files(*lang);
        assert_eq!(files.keys().cloned().collect::<Vec<_>>(), english, "{lang}");
        let is_forgotten = |file: &&String| !lang.files().contains(&file.as_str());
        let forgotten: Vec<_> = files.iter().filter(|(_, file)| is_forgotten(file)).map(|(name, _)| name).collect();
        assert!(forgotten.is_empty() && lang.files().len() == files.len(), "{lang}: {forgotten:?}");
    }
}

/// What the program asks for is there in every language, and nothing that it does not ask for.
#[test]
fn every_language_has_every_message_and_no_other() {
    let asked: BTreeSet<_> = asked().map(|message| message.id.to_owned()).collect();
    assert_eq!(asked.len(), self::asked().count(), "a message is listed twice");
    for lang in Lang::ALL {
        let written: BTreeSet<_> = written(*lang).into_keys().collect();
        let missing: Vec<_> = asked.difference(&written).collect();
        let unused: Vec<_> = written.difference(&asked).collect();
        assert!(missing.is_empty() && unused.is_empty(), "{lang}: missing {missing:?}, said by nobody {unused:?}");
    }
}

/// Each language uses every variable that a message is given, none that it is not, and offers the same things to do.
#[test]
fn every_message_uses_what_it_is_given() {
    let english = written(Lang::En);
    for lang in Lang::ALL {
        let all = written(*lang);
        for message in asked() {
            let Some(written) = all.get(message.id) else { continue };
            let id = format!("{lang}: {}", message.id);
            assert_eq!(written.remedy.is_some(), message.has_remedy, "{id}: its remedy");
            let of_remedy = |written: &Written, all| {
                written.remedy.as_ref().map(|remedy| variables(remedy, all)).unwrap_or_default()
            };
            let given: BTreeSet<_> = message.given.iter().map(|name| (*name).to_owned()).collect();
            let (value, remedy) = (variables(&written.value, &all), of_remedy(written, &all));
            let used: BTreeSet<_> = value.union(&remedy).cloned().collect();
            let missing: Vec<_> = given.difference(&used).collect();
            let named = |name: &&String| remedy.contains(*name) && is_action(name);
            let unknown: Vec<_> = used.difference(&given).filter(|name| !named(name)).collect();
            assert!(missing.is_empty() && unknown.is_empty(), "{id}: missing {missing:?}, not given {unknown:?}");
            let theirs = english.get(message.id).map(|theirs| of_remedy(theirs, &english)).unwrap_or_default();
            let actions = |remedy: &BTreeSet<String>| remedy.iter().filter(|name| is_action(name)).cloned().collect();
            let (ours, theirs): (Vec<_>, Vec<_>) = (actions(&remedy), actions(&theirs));
            assert_eq!(ours, theirs, "{id}: what can be done");
        }
    }
}

/// The categories that whole numbers have in a language.
fn categories(lang: Lang) -> BTreeSet<String> {
    let known = PluralRules::get_locales(PluralRuleType::CARDINAL);
    let code = known.into_iter().find(|known| *known == lang.code()).expect("Unicode knows the language");
    let rules = PluralRules::create(code, PluralRuleType::CARDINAL).expect("it has rules for it");
    let name = |category| match category {
        PluralCategory::ZERO => "zero",
        PluralCategory::ONE => "one",
        PluralCategory::TWO => "two",
        PluralCategory::FEW => "few",
        PluralCategory::MANY => "many",
        PluralCategory::OTHER => "other",
    };
    (0..2_000_u32).map(|count| name(rules.select(count).expect("a number")).to_owned()).collect()
}

/// Every choice is one of plurals, and has a form for each kind of number that the language tells apart.
#[test]
fn every_plural_has_every_form() {
    for lang in Lang::ALL {
        let categories = categories(*lang);
        for (id, Written { value, remedy }) in written(*lang) {
            for uses in remedy.iter().chain([&value]) {
                let others: Vec<_> = uses.functions.iter().filter(|name| *name != "NUMBER").collect();
                assert!(others.is_empty(), "{lang}: {id}: no such function {others:?}");
                for choice in &uses.choices {
                    let forms: BTreeSet<_> = choice.iter().filter(|key| key.parse::<u64>().is_err()).cloned().collect();
                    assert_eq!(forms, categories, "{lang}: {id}");
                }
            }
        }
    }
}
