//! What stands on every page: whose election it is, where one is on the map, the language switch that keeps the place,
//! the rehearsal banner, and under which checkpoint everything is said.

use super::assets::{Asset, ICON, SCRIPT, STYLE};
use super::figures;
use super::languages::NAMES;
use super::named::Named;
use super::place::Place;
use super::words::{self, Says, Word};
use crate::domain::manifest::Manifest;
use crate::text::{self, Heading, Label, Lang};

/// The pages that every page leads to, in order.
const MENU: &[(Place, Word)] = &[
    (Place::Results, Word::Results),
    (Place::Turnout, Word::Turnout),
    (Place::Findings, Word::Findings),
    (Place::Arrivals, Word::Arrivals),
    (Place::Log, Word::Log),
    (Place::Check, Word::CheckItYourself),
    (Place::Candidates, Word::Candidates),
    (Place::Observers, Word::Observers),
    (Place::Awaited, Word::WhomToCall),
    (Place::Keys, Word::Keys),
    (Place::Data, Word::Data),
    (Place::Embed, Word::Embed),
    (Place::Screen, Word::Screen),
    (Place::Help, Word::Help),
];

/// What the line begins with that tells under which checkpoint a page stands, and what ends it.
const CHECKPOINT_LINE: [&[u8]; 2] = [b"<p data-live=\"as-of\">", b"</p>"];

/// What stands on a page before and after the line that tells under which checkpoint.
pub fn around_checkpoint(page: &[u8]) -> (&[u8], &[u8]) {
    let [begins, ends] = CHECKPOINT_LINE;
    // It stands at the end.
    let Some(at) = page.windows(begins.len()).rposition(|window| window == begins) else { return (page, &[]) };
    let (before, line) = page.split_at(at);
    let end = line.windows(ends.len()).position(|window| window == ends).unwrap_or(line.len());
    (before, &line[end..])
}

/// What stands on every page.
#[derive(Debug)]
pub struct Frame {
    /// The language of the page.
    pub lang: Lang,
    /// The page; none where there is no page of this address.
    pub place: Option<Place>,
    /// How many folders below the root of the site its address is.
    pub depth: usize,
    /// What the page is called.
    pub title: String,
    /// What the election is called.
    pub election: Named,
    /// Who holds it.
    pub authority: String,
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// Under which checkpoint everything is said.
    pub under: Under,
    /// Whether somebody answers who can be asked for more; else these are files.
    pub is_served: bool,
}

/// The checkpoint that a page is said of.
#[derive(Debug, Clone)]
pub struct Under {
    /// How many events it is over.
    pub size: u64,
    /// When the last of them came in.
    pub time: String,
    /// Its fingerprint.
    pub fingerprint: String,
    /// How many of the witnesses cosigned it, of how many; none where none are named.
    pub seen: Option<Seen>,
}

/// How many of the witnesses cosigned a checkpoint, and which.
#[derive(Debug, Clone, Copy)]
pub struct Seen {
    /// How many cosigned it.
    pub seen: u64,
    /// Of how many.
    pub of: u64,
    /// How many events it is over.
    pub size: u64,
}

/// A link.
#[derive(Debug)]
pub struct Link {
    /// Where to.
    pub href: String,
    /// What it says.
    pub says: String,
    /// Whether it leads to where one is.
    pub is_here: bool,
    /// The language of what it says and leads to.
    pub lang: Lang,
}

impl Frame {
    /// The frame of what stands where there is no page, or none can be made.
    #[must_use]
    pub fn nowhere(self, depth: usize) -> Self {
        Self { place: None, depth, ..self }
    }

    /// A frame of which nothing is known but whose election it is, for what is under no checkpoint.
    pub fn bare(manifest: &Manifest, lang: Lang, title: String) -> Self {
        Self {
            lang,
            place: None,
            depth: 0,
            title,
            election: Named::election(manifest, lang),
            authority: manifest.authority.to_string(),
            rehearsal: manifest.rehearsal,
            under: Under { size: 0, time: String::new(), fingerprint: String::new(), seen: None },
            is_served: false,
        }
    }

    /// A fixed line, in the language of the page.
    pub fn say(&self, what: impl Says) -> &'static str {
        what.said(self.lang)
    }

    /// A fixed line of every result, in the language of the page.
    pub fn label(&self, label: Label) -> &'static str {
        text::label(self.lang, label)
    }

    /// A fixed line of every paper, in the language of the page.
    pub fn heading(&self, heading: Heading) -> &'static str {
        text::heading(self.lang, heading)
    }

    /// From the page to the root of the site.
    pub fn root(&self) -> String {
        "../".repeat(self.depth)
    }

    /// From the page to another, in the same language.
    pub fn to(&self, place: &Place) -> String {
        self.to_in(place, self.lang)
    }

    fn to_in(&self, place: &Place, lang: Lang) -> String {
        format!("{}{lang}/{place}", self.root())
    }

    /// From the page to what a service answers programs below `/v1/`.
    pub fn api(&self, path: &str) -> String {
        format!("{}v1/{path}", self.root())
    }

    /// From the page to a file that it asks for.
    pub fn asset(&self, asset: &Asset) -> String {
        format!("{}assets/{}", self.root(), asset.name())
    }

    pub(super) fn style(&self) -> String {
        self.asset(&STYLE)
    }

    pub(super) fn script(&self) -> String {
        self.asset(&SCRIPT)
    }

    pub(super) fn icon(&self) -> String {
        self.asset(&ICON)
    }

    /// The pages that every page leads to.
    pub fn menu(&self) -> Vec<Link> {
        let link = |(place, says): &(Place, Word)| Link {
            href: self.to(place),
            says: self.say(*says).to_owned(),
            is_here: Some(place) == self.place.as_ref(),
            lang: self.lang,
        };
        MENU.iter().map(link).collect()
    }

    /// The same page in every language.
    pub fn languages(&self) -> Vec<Link> {
        let link = |(lang, says): &(Lang, &str)| Link {
            href: self.to_in(self.place.as_ref().unwrap_or(&Place::Results), *lang),
            says: (*says).to_owned(),
            is_here: *lang == self.lang,
            lang: *lang,
        };
        NAMES.iter().map(link).collect()
    }

    /// Of which state of the log everything is said; its time stands beside it.
    pub fn as_of(&self) -> String {
        say!(self.lang, words::portal_as_of { size: figures::number(self.lang, self.under.size) })
    }

    /// Who has seen it.
    pub fn seen(&self) -> String {
        match self.under.seen {
            Some(Seen { seen, of, size }) if size == self.under.size => {
                say!(self.lang, words::portal_seen_by { seen, of })
            }
            Some(Seen { seen, of, size }) => {
                say!(self.lang, words::portal_seen_up_to { seen, of, size: figures::number(self.lang, size) })
            }
            None => self.say(Word::NobodyWitnesses).to_owned(),
        }
    }

    /// What is said when the page followed the log: the script puts it in.
    pub fn updated(&self) -> String {
        say!(self.lang, words::portal_updated { size: figures::number(self.lang, self.under.size) })
    }

    pub(super) fn check(&self) -> String {
        self.to(&Place::Check)
    }

    pub(super) fn home(&self) -> String {
        self.to(&Place::Results)
    }
}
