//! What a mirror has, so that a site is complete without the machine that writes: what never changes first, then pages, and
//! what points to the newest of it last.
//!
//! ```text
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

use super::beside::{EXPORTS, LOG, TOTALS};
use super::book::{Book, Exports};
use super::folder::{self, INDEX};
use crate::domain::number::{Sequence, Size};
use crate::export::FORMATS;
use crate::export::format::Format;
use crate::ledger::note::snapshot::SignedSnapshot;
use crate::ledger::tree::tile::{Tile, bundle, bundles, hash_tiles};
use crate::service::error::Error;
use crate::service::export;
use crate::service::handing_over::handed;
use crate::service::mirror::{Keep, Mirror};
use crate::service::query::Point;
use crate::store::shelf::{self, Lasts, ShelfFile};
use crate::tally::scope::Scope;
use crate::verify::published::{CHECKPOINT, SNAPSHOT};
use crate::view::as_of::AsOf;
use crate::view::export_form::ExportForm;
use crate::view::tally::TalliedContest;

/// What every front page of ours asks for.
const STYLED: &[u8] = b"\"assets/site.";
/// The most bytes of a front page that are looked at.
const FRONT_BYTES_MAX: usize = 64 * 1024;
const JSON: &str = "application/json";
const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";
/// The description of a table.
const CSVW: &str = "application/csvm+json";

/// That no other site stands where a mirror is to be: its way in asks for our style.
///
/// # Errors
/// [`Error::Exists`]; [`Error::Mirror`].
pub fn is_free(mirror: &Mirror) -> Result<(), Error> {
    let asks = |page: &[u8]| page.windows(STYLED.len()).any(|window| window == STYLED);
    match mirror.get(INDEX, FRONT_BYTES_MAX)? {
        Some(page) if !asks(&page) => Err(mirror.exists(INDEX)),
        _ => Ok(()),
    }
}

/// Hands over what never changes: the tiles from the size on that the mirror has, and the totals of now.
///
/// # Errors
/// [`Error::Store`]: an event cannot be read; whatever `keep` says.
pub fn for_ever(book: &Book<'_>, had: Size, keep: &mut Keep<'_>) -> Result<(), Error> {
    folder::assets(keep)?;
    if !book.is_told() {
        return Ok(());
    }
    let (sight, size) = (book.sight, book.size());
    for tile in hash_tiles(had, size) {
        let bytes = sight.tree().tile(tile).ok_or(Error::Defect)?;
        keep(lasting(format!("{LOG}{tile}"), BYTES, bytes))?;
    }
    for tile in bundles(had, size) {
        keep(lasting(format!("{LOG}{tile}"), BYTES, entries(book, tile)?))?;
    }
    keep(lasting(format!("totals/{size}.json"), JSON, totals(book)?))
}

/// Hands over every page.
///
/// # Errors
/// As [`for_ever`].
pub fn pages(book: &Book<'_>, keep: &mut Keep<'_>) -> Result<(), Error> {
    folder::pages(book, keep)?;
    folder::entrance(book, keep)
}

/// Hands over what points to the newest: the totals, and what stands beside the log's tiles.
///
/// # Errors
/// As [`for_ever`].
pub fn pointers(book: &Book<'_>, beside: &[(&str, String)], keep: &mut Keep<'_>) -> Result<(), Error> {
    if !book.is_told() {
        return Ok(());
    }
    keep(passing(TOTALS.to_owned(), JSON, totals(book)?))?;
    beside.iter().try_for_each(|(name, text)| keep(passing(format!("{LOG}{name}"), TEXT, text.clone().into_bytes())))
}

/// The log's signed state, and what it signed of its numbers: nothing comes after them.
pub fn heads(book: &Book<'_>) -> Vec<ShelfFile> {
    if !book.is_told() {
        return Vec::new();
    }
    let reading = book.sight.reading();
    let head = |name: &str, text: String| passing(format!("{LOG}{name}"), TEXT, text.into_bytes());
    let snapshot = reading.snapshot.as_ref().map(SignedSnapshot::to_string);
    let checkpoint = head(CHECKPOINT, reading.checkpoint.to_string());
    [checkpoint].into_iter().chain(snapshot.map(|text| head(SNAPSHOT, text))).collect()
}

/// Hands over the data of now in these forms, each made in an empty folder; gives where each is, as it is told.
///
/// # Errors
/// Those of [`handed`]; whatever `keep` says.
pub fn exports(book: &Book<'_>, forms: &[&Format], room: &Path, keep: &mut Keep<'_>) -> Result<Vec<u8>, Error> {
    // Figures are asked for elsewhere.
    if !book.is_told() {
        return Err(Error::Defect);
    }
    let (size, query) = (book.size(), book.sight.query());
    let mut told = Vec::new();
    for form in forms {
        let made = handed(query, export::snapshot(query, Point::Latest)?, form, room)?;
        let href = exported(form, size);
        let description = made.description.map(|text| (format!("{href}-metadata.json"), text));
        keep(lasting(href.clone(), form.media, made.file))?;
        if let Some((name, text)) = description {
            keep(lasting(name, CSVW, text))?;
        }
        let (name, about, media) = (form.name.to_owned(), form.about.to_owned(), form.media.to_owned());
        told.push(ExportForm { name, about, media, href });
    }
    Ok(json(&AsOf::of(book.sight.checkpoint(), size, book.manifest().rehearsal, told)))
}

/// The file that tells where the newest exports are.
pub fn exports_newest(bytes: Vec<u8>) -> ShelfFile {
    passing(EXPORTS.to_owned(), JSON, bytes)
}

/// Where exports are, by what a mirror tells of them; what cannot be read tells of none. No address is taken from there.
pub fn exports_told(book: &Book<'_>, bytes: &[u8]) -> Exports {
    let told = serde_json::from_slice::<serde_json::Value>(bytes).unwrap_or_default();
    let has = |form: &&Format| told["data"].as_array().into_iter().flatten().any(|told| told["name"] == form.name);
    let place = |size| FORMATS.iter().filter(has).map(move |form| (form.name.to_owned(), exported(form, Size(size))));
    let size = told["size"].as_u64().filter(|size| *size <= book.size().0);
    size.map(place).into_iter().flatten().collect()
}

fn exported(form: &Format, size: Size) -> String {
    format!("exports/{size}/{}.{}", form.name, form.extension)
}

/// What contests come to now: the same bytes as a service answers of this size.
fn totals(book: &Book<'_>) -> Result<Vec<u8>, Error> {
    let (sight, size) = (book.sight, book.size());
    let mut told = Vec::new();
    for contest in sight.query().contests(None)? {
        let summed = sight.summed(contest, book.moment(), &Scope::Whole);
        told.extend(summed.iter().map(|summed| TalliedContest::of_summed(book.manifest(), contest, summed, size)));
    }
    Ok(json(&AsOf::of(sight.checkpoint(), size, book.manifest().rehearsal, told)))
}

fn entries(book: &Book<'_>, tile: Tile) -> Result<Vec<u8>, Error> {
    let query = book.sight.query();
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
