//! What a mirror has, so that a site is complete without the machine that writes: what never changes first, then pages, and
//! what points to the newest of it last.
//!
//! ```text
//! mirror.id                   whose mirror it is, before all others     for ever
//! assets/…                    what pages ask for besides themselves    for ever
//! log/tile/…                  the log's tiles and bundles              for ever
//! totals/SIZE.json            what contests came to at a size          for ever
//! exports/SIZE/FORM.ENDING    the data at a size, in each form         for ever
//! az/…  en/…  ru/…            the pages
//! index.html  check.html      the way in, and the page that checks by itself
//! totals/newest.json          the newest of the totals
//! exports/newest.json         where the newest exports are
//! log/manifest.toml …         what stands beside the log's tiles
//! log/checkpoint log/snapshot the log's signed state: the last of all
//! ```

use std::path::Path;

use super::beside::{BESIDE, CHECKPOINT, EXPORTS, LOG, LOG_VKEY, TOTALS};
use super::book::{Book, Exported, Exports, Figures};
use super::folder;
use crate::domain::number::{Sequence, Size};
use crate::export::FORMATS;
use crate::export::format::Format;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::tree::tile::{Tile, bundle, bundles, hash_tiles};
use crate::service::error::Error;
use crate::service::export;
use crate::service::handing_over::handed;
use crate::service::mirror::{Keep, Mirror, Stands};
use crate::service::query::Point;
use crate::service::serving::sight::Sight;
use crate::store::shelf::{self, Lasts, ShelfFile};
use crate::tally::scope::Scope;
use crate::verify::published;
use crate::view::as_of::AsOf;
use crate::view::mirror::MirroredExport;
use crate::view::tally::TalliedContest;

const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";
/// The description of a table.
const CSVW: &str = "application/csvm+json";

/// How a mirror stands to a log, if it may be filled from it at all.
///
/// # Errors
/// Those of [`Mirror::is_of`] and [`Mirror::stands`].
pub fn stands(mirror: &Mirror, sight: &Sight) -> Result<Stands, Error> {
    let pointers = [TOTALS, EXPORTS].into_iter().map(str::to_owned);
    let beside = BESIDE.iter().chain(&[published::CHECKPOINT, published::SNAPSHOT]).map(|name| format!("{LOG}{name}"));
    mirror.is_of(sight, &folder::ways_in().chain(pointers).chain(beside).collect::<Vec<_>>())?;
    mirror.stands(CHECKPOINT, LOG_VKEY, sight)
}

/// Hands over what pages ask for besides themselves, which never changes.
///
/// # Errors
/// Whatever `keep` says.
pub fn assets<E>(keep: &mut Keep<'_, E>) -> Result<(), E> {
    folder::assets(keep)
}

/// Hands over what never changes of the log: its tiles from the size on that the mirror has, and the totals of now.
///
/// # Errors
/// [`Error::Store`]: an event cannot be read; whatever `keep` says.
pub fn for_ever<E: From<Error>>(figures: Figures<'_>, had: Size, keep: &mut Keep<'_, E>) -> Result<(), E> {
    let (sight, size) = (figures.book.sight, figures.book.size());
    for tile in hash_tiles(had, size) {
        let bytes = sight.tree().tile(tile).ok_or(Error::Defect)?;
        keep(lasting(format!("{LOG}{tile}"), BYTES, bytes))?;
    }
    for tile in bundles(had, size) {
        keep(lasting(format!("{LOG}{tile}"), BYTES, entries(figures, tile)?))?;
    }
    keep(lasting(format!("totals/{size}.json"), JSON, totals(figures)?))
}

/// Hands over every page.
///
/// # Errors
/// As [`for_ever`].
pub fn pages<E: From<Error>>(book: &Book<'_>, keep: &mut Keep<'_, E>) -> Result<(), E> {
    folder::pages(book, keep)?;
    folder::entrance(book, keep)
}

/// Hands over what points to the newest: the totals, and what stands beside the log's tiles.
///
/// # Errors
/// As [`for_ever`].
pub fn pointers<E: From<Error>>(
    figures: Figures<'_>,
    beside: &[(&str, String)],
    keep: &mut Keep<'_, E>,
) -> Result<(), E> {
    keep(passing(TOTALS.to_owned(), JSON, totals(figures)?))?;
    beside.iter().try_for_each(|(name, text)| keep(passing(format!("{LOG}{name}"), TEXT, text.clone().into_bytes())))
}

/// The log's signed state, and what it signed of its numbers: nothing comes after them.
pub fn heads(figures: Figures<'_>) -> Vec<ShelfFile> {
    let reading = figures.book.sight.reading();
    let head = |name: &str, text: String| passing(format!("{LOG}{name}"), TEXT, text.into_bytes());
    let snapshot = reading.snapshot.as_ref().map(SignedSnapshot::to_string);
    let checkpoint = head(published::CHECKPOINT, reading.checkpoint.to_string());
    [checkpoint].into_iter().chain(snapshot.map(|text| head(published::SNAPSHOT, text))).collect()
}

/// Hands over the data of now in this form, made in an empty folder; gives where it is.
///
/// # Errors
/// Those of [`handed`]; whatever `keep` says.
pub fn export<E: From<Error>>(
    figures: Figures<'_>,
    form: &Format,
    room: &Path,
    keep: &mut Keep<'_, E>,
) -> Result<Exported, E> {
    let (size, query) = (figures.book.size(), figures.book.sight.query());
    let made = handed(query, export::snapshot(query, Point::Latest)?, form, room)?;
    let exported = Exported { href: exported(form, size), size, bytes: made.file.len() as u64 };
    let description = made.description.map(|text| (format!("{}-metadata.json", exported.href), text));
    keep(lasting(exported.href.clone(), form.media, made.file))?;
    if let Some((name, text)) = description {
        keep(lasting(name, CSVW, text))?;
    }
    Ok(exported)
}

/// The file that tells where exports are.
pub fn exports_told(figures: Figures<'_>, exports: &Exports) -> ShelfFile {
    let told = FORMATS.iter().filter_map(|form| {
        let Exported { href, size, bytes } = exports.get(form.name)?.clone();
        let (name, about, media) = (form.name.to_owned(), form.about.to_owned(), form.media.to_owned());
        Some(MirroredExport { name, about, media, size: size.0, bytes, href })
    });
    let (told, book) = (told.collect::<Vec<_>>(), figures.book);
    let told = AsOf::of(book.sight.checkpoint(), book.size(), book.manifest().rehearsal, told);
    passing(EXPORTS.to_owned(), JSON, json(&told))
}

/// Where exports are, by what a mirror tells of them; what cannot be read tells of none. No address is taken from there.
pub fn exports_read(figures: Figures<'_>, bytes: &[u8]) -> Exports {
    let told = serde_json::from_slice::<serde_json::Value>(bytes).unwrap_or_default();
    let of_form = |form: &Format| {
        let told = told["data"].as_array()?.iter().find(|told| told["name"] == form.name)?;
        let (size, bytes) = (Size(told["size"].as_u64()?), told["bytes"].as_u64()?);
        let exported = Exported { href: exported(form, size), size, bytes };
        (size <= figures.book.size()).then(|| (form.name.to_owned(), exported))
    };
    FORMATS.iter().filter_map(of_form).collect()
}

fn exported(form: &Format, size: Size) -> String {
    format!("exports/{size}/{}.{}", form.name, form.extension)
}

/// What contests come to now: the same bytes as a service answers of this size.
fn totals(figures: Figures<'_>) -> Result<Vec<u8>, Error> {
    let book = figures.book;
    let (sight, size) = (book.sight, book.size());
    let mut told = Vec::new();
    for contest in sight.query().contests(None)? {
        let summed = sight.summed(contest, book.moment(), &Scope::Whole);
        told.extend(summed.iter().map(|summed| TalliedContest::of_summed(book.manifest(), contest, summed, size)));
    }
    Ok(json(&AsOf::of(sight.checkpoint(), size, book.manifest().rehearsal, told)))
}

fn entries(figures: Figures<'_>, tile: Tile) -> Result<Vec<u8>, Error> {
    let query = figures.book.sight.query();
    let entries = tile.places().map(|at| Ok(query.event(Sequence(at))?.bytes)).collect::<Result<Vec<_>, Error>>()?;
    Ok(bundle(entries.iter().map(Vec::as_slice)))
}

fn json<T: serde::Serialize>(view: &T) -> Vec<u8> {
    serde_json::to_vec(view).expect("a view is texts, numbers and lists of them")
}

fn lasting(name: String, media: &'static str, bytes: Vec<u8>) -> ShelfFile {
    ShelfFile { name, media, lasts: Lasts::Ever, bytes, said: shelf::all }
}

fn passing(name: String, media: &'static str, bytes: Vec<u8>) -> ShelfFile {
    ShelfFile { name, media, lasts: Lasts::Moment, bytes, said: shelf::all }
}
