//! The messages of each language, read from their files when something is first said in it.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::argument::{Arguments, written};
use super::message::REMEDY;
use crate::text::lang::Lang;
use crate::text::remedy::Remedy;
use crate::text::said::Said;

/// Why nothing here fails while the program runs.
const TESTED: &str = "a test reads every file, and asks every language for every message";

static CATALOGUES: [OnceLock<Catalogue>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];

/// A language's messages.
struct Catalogue(FluentBundle<FluentResource>);

impl Catalogue {
    fn of(lang: Lang) -> &'static Self {
        CATALOGUES[lang as usize].get_or_init(|| Self::read(lang))
    }

    fn read(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![lang.code().parse().expect("a language's letters")]);
        // What is put into a sentence is never of another direction of writing.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(written));
        bundle.add_builtins().expect("no function has been added before");
        for file in lang.files() {
            let file = FluentResource::try_new((*file).to_owned()).expect(TESTED);
            bundle.add_resource(file).expect(TESTED);
        }
        Self(bundle)
    }

    /// A message, or one of its attributes.
    fn say(&self, id: &str, attribute: Option<&str>, given: &FluentArgs<'_>) -> String {
        let message = self.0.get_message(id).expect(TESTED);
        let pattern = match attribute {
            None => message.value(),
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
        };
        let mut errors = Vec::new();
        let said = self.0.format_pattern(pattern.expect(TESTED), Some(given), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        said.into_owned()
    }
}

/// A message that is given nothing: said once in each language, and kept.
pub struct Fixed {
    id: &'static str,
    said: [OnceLock<String>; Lang::ALL.len()],
}

impl Fixed {
    pub const fn new(id: &'static str) -> Self {
        Self { id, said: [const { OnceLock::new() }; Lang::ALL.len()] }
    }

    pub fn said(&'static self, lang: Lang) -> &'static str {
        self.said[lang as usize].get_or_init(|| say(lang, self.id, &Arguments::default()))
    }
}

/// A message of the catalogue, in one language, with what it is given.
pub fn say(lang: Lang, id: &'static str, given: &Arguments<'_>) -> String {
    Catalogue::of(lang).say(id, None, given.values())
}

/// A message, and what to do.
pub fn advise(lang: Lang, id: &'static str, given: Arguments<'_>) -> Said {
    Said { says: say(lang, id, &given), remedy: remedy(lang, id, given) }
}

/// What a message says is to be done.
pub fn remedy(lang: Lang, id: &'static str, mut given: Arguments<'_>) -> Remedy {
    given.give_actions();
    Remedy::read(&Catalogue::of(lang).say(id, Some(REMEDY), given.values()), &given)
}
