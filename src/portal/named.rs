//! The election's own words on a page. It may not have them in the language of the page: then they are said in another one,
//! and marked as being in it, so that a screen reader says them right (WCAG 3.1.2).

use askama::Template;
use askama::filters::HtmlSafe;

use crate::domain::contest::Contest;
use crate::domain::form::Item;
use crate::domain::manifest::Manifest;
use crate::domain::text::Localised;
use crate::text::Lang;

/// Words of the election. Shown, they are HTML; where no mark may stand, in an attribute, it is their [`text`](Self::text).
#[derive(Template, Debug, Clone)]
#[template(
    source = r#"{% if let Some(lang) = lang %}<bdi lang="{{ lang }}">{{ text }}</bdi>{% else %}{{ text }}{% endif %}"#,
    ext = "html"
)]
pub struct Named {
    /// What they say.
    pub text: String,
    /// In which language, where it is another than the page's.
    lang: Option<String>,
}

impl HtmlSafe for Named {}

impl Named {
    /// Words in the language of a page, or in another.
    pub fn of(words: &Localised, lang: Lang) -> Self {
        let (said_in, text) = words.said_in(lang.code());
        let other = said_in.filter(|said_in| *said_in != lang.code());
        Self { text: text.to_owned(), lang: other.map(str::to_owned) }
    }

    /// What an election is called: its title, or, where it has none, its name in files.
    pub fn election(manifest: &Manifest, lang: Lang) -> Self {
        Self::of(&manifest.title, lang).or(manifest.id.as_str())
    }

    /// What a contest is called, as [`election`](Self::election).
    pub fn contest(contest: &Contest, lang: Lang) -> Self {
        Self::of(&contest.title, lang).or(contest.id.as_str())
    }

    /// What an item of the form is called, as [`election`](Self::election).
    pub fn item(item: &Item, lang: Lang) -> Self {
        Self::of(&item.label, lang).or(item.key.as_str())
    }

    fn or(self, id: &str) -> Self {
        if self.text.is_empty() { Self::plain(id.to_owned()) } else { self }
    }

    /// Words of the page's own language, or of none.
    pub fn plain(text: String) -> Self {
        Self { text, lang: None }
    }
}
