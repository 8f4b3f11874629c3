//! The site as files: every page in every language, and what pages ask for, as any file server hands them out.

use std::collections::BTreeMap;

use super::book::Book;
use super::place::{EVENTS_A_PAGE, FINDINGS_A_PAGE, Media, OBSERVERS_A_PAGE, Place, UNITS_A_PAGE};
use super::{assets, check, frame, front, site};
use crate::crypto::hash::sha256;
use crate::crypto::parallel::ParallelMap;
use crate::domain::form::Form;
use crate::domain::id::{ContestId, UnitId};
use crate::domain::number::Sequence;
use crate::service::error::Error;
use crate::service::mirror::Keep;
use crate::service::parallel::Cores;
use crate::store::shelf::{self, Lasts, Said, ShelfFile};
use crate::text::Lang;

/// The page of the site's own folder.
const INDEX: &str = "index.html";

/// The pages that every site has.
const ALONE: [Place; 14] = [
    Place::Results,
    Place::Turnout,
    Place::Findings,
    Place::Arrivals,
    Place::Awaited,
    Place::Log,
    Place::Check,
    Place::Data,
    Place::Keys,
    Place::Observers,
    Place::Candidates,
    Place::Screen,
    Place::Embed,
    Place::Help,
];
/// Of how many places pages are made at once, on all cores.
const MADE_TOGETHER: usize = 256;

/// Hands over every file of the site.
///
/// # Errors
/// [`Error::Store`]: an event cannot be read; whatever `keep` says.
pub fn files(book: &Book<'_>, keep: &mut Keep<'_>) -> Result<(), Error> {
    assets(keep)?;
    pages(book, keep)?;
    entrance(book, keep)
}

/// What pages ask for besides themselves: for ever the same under its name.
///
/// # Errors
/// Whatever `keep` says.
pub fn assets<E>(keep: &mut Keep<'_, E>) -> Result<(), E> {
    assets::ALL.iter().try_for_each(|asset| {
        let (name, lasts, bytes) = (format!("assets/{}", asset.name()), Lasts::Ever, asset.bytes.to_vec());
        keep(ShelfFile { name, media: asset.media, lasts, bytes, said: shelf::all })
    })
}

/// Every page in every language.
///
/// # Errors
/// As [`files`].
pub fn pages<E: From<Error>>(book: &Book<'_>, keep: &mut Keep<'_, E>) -> Result<(), E> {
    let of_place = |place: Place| Lang::ALL.iter().map(|lang| page(book, *lang, &place)).collect::<Vec<_>>();
    let mut places = places(book);
    loop {
        let some: Vec<_> = places.by_ref().take(MADE_TOGETHER).collect();
        if some.is_empty() {
            return Ok(());
        }
        for made in Cores.map(some, of_place).into_iter().flatten() {
            made?.map_or(Ok(()), &mut *keep)?;
        }
    }
}

fn page(book: &Book<'_>, lang: Lang, place: &Place) -> Result<Option<ShelfFile>, Error> {
    let file = |page: String| {
        let (name, media) = (format!("{lang}/{}", place.file()), place.media().name());
        ShelfFile { name, media, lasts: Lasts::Moment, bytes: page.into_bytes(), said }
    };
    Ok(site::page(book, lang, place)?.map(file))
}

/// The names of the files that every site has, and that lead to all others: where none of them stands, no site does.
pub fn ways_in() -> impl Iterator<Item = String> {
    let checks = check::files().iter().map(|(name, _)| (*name).to_owned());
    let pages = ALONE.iter().flat_map(|place| Lang::ALL.iter().map(move |lang| format!("{lang}/{}", place.file())));
    [INDEX.to_owned()].into_iter().chain(checks).chain(pages)
}

/// The way in, and the page that checks by itself.
///
/// # Errors
/// Whatever `keep` says.
pub fn entrance<E>(book: &Book<'_>, keep: &mut Keep<'_, E>) -> Result<(), E> {
    let front = front::page(book);
    let checks = check::files().iter().map(|(name, text)| (*name, (*text).to_owned()));
    for (name, text) in checks.chain([(INDEX, front)]) {
        let media = if name == check::DIGEST_FILE { "text/plain; charset=utf-8" } else { Media::Html.name() };
        let (name, bytes) = (name.to_owned(), text.into_bytes());
        keep(ShelfFile { name, media, lasts: Lasts::Moment, bytes, said: shelf::all })?;
    }
    Ok(())
}

/// What a page says, but for the line that tells under which checkpoint: a page that says the same as before stays as it is,
/// and what it tells of its checkpoint stays true.
fn said(page: &[u8]) -> Said {
    let (before, after) = frame::around_checkpoint(page);
    sha256(&[before, after])
}

/// Every place on the map of an election.
pub fn places<'a>(book: &'a Book<'_>) -> impl Iterator<Item = Place> + 'a {
    let (model, size) = (book.model(), book.size().0);
    let contests = || model.contests().keys();
    let units = contests().flat_map(|contest| model.units().keys().map(|unit| (contest.clone(), unit.clone())));
    let of_form = |form: &'a Form| form.checks.iter().map(|check| check.code.to_string());
    let above = move |unit: &&UnitId| model.units().get(*unit).is_some_and(|record| !model.is_lowest(record));
    let waiting = contests().flat_map(move |contest| {
        model.units().keys().filter(above).map(|unit| Place::AwaitedOf(contest.clone(), unit.clone()))
    });
    let codes =
        move || of_form(&book.manifest().form).chain(crate::domain::code::Code::ALL.iter().map(ToString::to_string));
    ALONE
        .into_iter()
        .chain(contests().cloned().map(Place::Contest))
        .chain(contests().cloned().flat_map(|contest| [Place::EmbedTable(contest.clone()), Place::EmbedImage(contest)]))
        .chain(units.map(|(contest, unit)| Place::Unit(contest, unit)))
        .chain(waiting)
        .chain(contests().flat_map(|contest| of_units(book, contest)))
        .chain(codes().map(Place::FindingsOf))
        .chain(further(book))
        .chain(codes().map(Place::Code))
        .chain((0..size.div_ceil(EVENTS_A_PAGE)).map(Place::LogPart))
        .chain((0..size).map(|sequence| Place::Event(Sequence(sequence))))
}

/// The further parts of the lists of units, of a contest: what is awaited may need fewer, and has no page then.
fn of_units(book: &Book<'_>, contest: &ContestId) -> Vec<Place> {
    let (model, mut places) = (book.model(), Vec::new());
    let held_in = model.contests().get(contest).and_then(|record| model.held_in(&record.contest));
    for unit in model.units().keys() {
        for part in 1..(model.below(unit).count() as u64).div_ceil(UNITS_A_PAGE) {
            places.extend((held_in == Some(unit)).then(|| Place::ContestPart(contest.clone(), part)));
            places.push(Place::UnitPart(contest.clone(), unit.clone(), part));
            places.push(Place::AwaitedPart(contest.clone(), unit.clone(), part));
        }
    }
    places
}

/// The further parts of lists that are on several pages.
fn further(book: &Book<'_>) -> Vec<Place> {
    let mut found: BTreeMap<String, u64> = BTreeMap::new();
    for ((_, code), rows) in book.sight.found() {
        *found.entry(code.to_string()).or_default() += rows.values().sum::<u64>();
    }
    let findings = found.into_iter().flat_map(|(code, count)| {
        let parts = 1..count.div_ceil(FINDINGS_A_PAGE);
        parts.map(move |part| Place::FindingsPart(code.clone(), part))
    });
    let observers = book.model().observers().len() as u64;
    findings.chain((1..observers.div_ceil(OBSERVERS_A_PAGE)).map(Place::ObserversPart)).collect()
}
