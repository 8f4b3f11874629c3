//! What a newspaper puts into its page: the table of a contest in a frame, or as an image with the fingerprint in it.

use askama::Template;

use super::closed::closed;
use super::html;
use super::outcome::{Line, Outcome};
use crate::domain::id::ContestId;
use crate::portal::book::Book;
use crate::portal::frame::Frame;
use crate::portal::named::Named;
use crate::portal::place::Place;
use crate::portal::words::embedding::EmbedWord;
use crate::portal::words::{Word, word};
use crate::tally::record::ContestRecord;
use crate::text::{Label, Lang};

/// How many candidates an image shows; the rest stand in the table.
const CANDIDATES: usize = 10;
/// The image, in its own units: its width, where candidates begin, and how high each is.
const WIDTH: usize = 640;
const TOP: usize = 132;
const ROW: usize = 46;
/// How long the bar of everything is.
const BAR: u64 = 592;
/// How many groups of the fingerprint stand in a line.
const GROUPS: usize = 8;

/// How to embed.
#[derive(Template)]
#[template(path = "pages/embed.html", config = "src/portal/askama.toml")]
struct Embed {
    frame: Frame,
    contests: Vec<Offered>,
}

/// What is offered of a contest: where its table and its image are.
struct Offered {
    title: Named,
    /// From the page.
    table: String,
    image: String,
    /// Below the site's own address.
    table_path: String,
    image_path: String,
}

/// The page that says how.
pub fn page(book: &Book<'_>, lang: Lang) -> String {
    let frame = book.frame(lang, Place::Embed, word(lang, Word::Embed).to_owned());
    let offered = |record: &&ContestRecord| {
        let [table, image] = [Place::EmbedTable, Place::EmbedImage].map(|of| of(record.contest.id.clone()));
        Offered {
            title: Named::contest(&record.contest, lang),
            table_path: format!("{lang}/{table}"),
            image_path: format!("{lang}/{image}"),
            table: frame.to(&table),
            image: frame.to(&image),
        }
    };
    // What is held in a unit that is not formed yet has no table.
    let contests = book.contests().iter().filter(|record| book.whole(record).is_some()).map(offered).collect();
    html(&Embed { contests, frame })
}

/// A contest's table alone.
#[derive(Template)]
#[template(path = "pages/embed_table.html", config = "src/portal/askama.toml")]
struct Table {
    frame: Frame,
    of: Outcome,
    more: String,
}

/// The table of a contest; none where there is no such contest.
pub fn table(book: &Book<'_>, lang: Lang, contest: &ContestId) -> Option<String> {
    let record = book.contest(contest)?;
    let title = Named::contest(&record.contest, lang).text;
    let frame = book.frame(lang, Place::EmbedTable(contest.clone()), title);
    if let Some(closed) = closed(book, &frame) {
        return Some(html(&closed));
    }
    let of = Outcome::of(book, lang, record, &book.whole(record)?);
    Some(html(&Table { more: frame.to(&Place::Contest(contest.clone())), of, frame }))
}

/// A contest as an image.
#[derive(Template)]
#[template(path = "pages/embed_image.svg", config = "src/portal/askama.toml", escape = "html")]
struct Image {
    frame: Frame,
    title: String,
    /// What stands in the place of figures, where they may not be told.
    closed: Option<&'static str>,
    of: Option<Outcome>,
}

impl Image {
    fn lines(&self) -> impl Iterator<Item = (usize, &Line)> {
        let lines = self.of.iter().flat_map(|of| &of.lines).take(CANDIDATES);
        lines.enumerate().map(|(at, line)| (TOP + at * ROW, line))
    }

    fn foot(&self) -> usize {
        TOP + self.lines().count() * ROW
    }

    fn height(&self) -> usize {
        self.foot() + 100
    }

    fn bar(line: &Line) -> u64 {
        line.bar * BAR / 1000
    }

    /// The fingerprint in two lines.
    fn print(&self) -> (String, String) {
        let groups: Vec<_> = self.frame.under.fingerprint.split(' ').collect();
        let (first, second) = groups.split_at(groups.len().min(GROUPS));
        (first.join(" "), second.join(" "))
    }
}

/// The image of a contest; none where there is no such contest.
pub fn image(book: &Book<'_>, lang: Lang, contest: &ContestId) -> Option<String> {
    let record = book.contest(contest)?;
    let title = Named::contest(&record.contest, lang).text;
    let frame = book.frame(lang, Place::EmbedImage(contest.clone()), title.clone());
    let of = match closed(book, &frame) {
        Some(_) => None,
        None => Some(Outcome::of(book, lang, record, &book.whole(record)?)),
    };
    let closed = of.is_none().then(|| word(lang, Word::GateClosed));
    Some(html(&Image { closed, of, title, frame }))
}
