//! The pages of the media centre: an address is a language and a place, and the portal has the page.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, LOCATION, VARY};
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

use super::answering::answer::{Keeps, Unchanging, answer, found};
use super::answering::problems::{no_path, refused, status};
use super::asking::asker::Asker;
use super::service::Service;
use crate::portal::assets;
use crate::portal::book::{Book, Handed};
use crate::portal::check;
use crate::portal::place::{Media, Place};
use crate::portal::search::{Search, search};
use crate::portal::site;
use crate::service::error::Error;
use crate::tally::gate::Gate;
use crate::text::Lang;
use crate::view::cosigned::Cosigned;

/// A page asks for what is its own, and no other page frames it.
const ITS_OWN: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// The same of what newspapers frame.
const FRAMED: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors *";

pub(super) fn routes() -> Router<Arc<Service>> {
    let router = Router::new().route("/", get(front)).route("/assets/{name}", get(asset));
    let router = check::files().iter().fold(router, |router, (name, text)| {
        router.route(&format!("/{name}"), get(move |asker: Asker| async move { checking(&asker, name, text) }))
    });
    Lang::ALL.iter().fold(router, |router, lang| {
        let lang = *lang;
        let first = move |state: State<Arc<Service>>, asker: Asker| page(state, asker, lang, String::new());
        let other =
            move |state: State<Arc<Service>>, asker: Asker, Path(place): Path<String>| page(state, asker, lang, place);
        let router = router.route(&format!("/{lang}"), get(move || async move { moved(format!("{lang}/")) }));
        router.route(&format!("/{lang}/"), get(first)).route(&format!("/{lang}/{{*place}}"), get(other))
    })
}

/// The first page, in the language that is wanted.
async fn front(asker: Asker) -> Response {
    let location = format!("{}/", asker.lang);
    let headers = [(VARY, "accept-language".to_owned()), (LOCATION, location)];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// The page is at another address, for ever.
fn moved(location: String) -> Response {
    (StatusCode::PERMANENT_REDIRECT, [(LOCATION, location)]).into_response()
}

async fn page(State(service): State<Arc<Service>>, asker: Asker, lang: Lang, address: String) -> Response {
    let place = address.parse::<Place>().ok();
    // From within the last folder of what was asked for.
    if place.is_none() && format!("{address}/").parse::<Place>().is_ok() {
        return moved(format!("{}/", address.rsplit('/').next().unwrap_or_default()));
    }
    let gate = Gate::at(&service.manifest, (service.clock)());
    let media = place.as_ref().map_or(Media::Html, Place::media);
    let policy = if matches!(place, Some(Place::EmbedTable(_))) { FRAMED } else { ITS_OWN };
    // What is kept of a closed gate is no answer once it is open.
    let state = if gate == Gate::Open { "open" } else { "closed" };
    let (path, json) = (path_of(&asker.target).to_owned(), asker.wants_json);
    let (depth, typed) = (depth(&path), typed(&asker.target).filter(|_| place == Some(Place::Log)));
    let wanted = Wanted { lang, gate, place, typed, depth, json, path };
    // Besides what is typed nothing that is asked changes a page.
    let address = wanted.place.as_ref().map_or_else(|| wanted.path.clone(), |place| format!("{lang}/{place}"));
    let target = format!("{address}?{}#{state}", wanted.typed.as_deref().unwrap_or_default());
    let asker = Asker { lang, target, ..asker };
    let (making, of) = (Arc::clone(&service), asker.clone());
    let make = move || match made(&making, &wanted) {
        Ok(Made::Page(page)) => Ok(page.into_bytes()),
        Ok(Made::At(place)) => Err(Box::new(seen(&place))),
        Ok(Made::Missing(page)) => Err(Box::new(wanted.missing(page))),
        Err(error) => Err(Box::new(wanted.troubled(&making, &of, &error))),
    };
    let mut response = answer(media.name(), &service, &asker, Keeps::Now, make).await;
    let (is_page, headers) = (response.status() < StatusCode::BAD_REQUEST, response.headers_mut());
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    // The address says the language.
    if is_page {
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    }
    response
}

/// What is wanted below a language.
struct Wanted {
    lang: Lang,
    gate: Gate,
    /// None where no page has the address.
    place: Option<Place>,
    /// What was typed into the search of the log.
    typed: Option<String>,
    /// How many folders below the root of the site the address is.
    depth: usize,
    /// Whether JSON is understood, and no page.
    json: bool,
    path: String,
}

/// What is made of it.
enum Made {
    Page(String),
    /// What was searched is elsewhere.
    At(Place),
    Missing(String),
}

fn made(service: &Service, wanted: &Wanted) -> Result<Made, Error> {
    let live = service.readable()?;
    let cosigned = Cosigned::under(live.cosigned(), service.policy.as_ref());
    let policy = service.policy_text.as_deref();
    let book = Book::of(&live, wanted.gate, &cosigned, Handed::Served)?.with_policy(policy);
    let book = book.with_colours(&service.colours);
    if let Some(typed) = &wanted.typed {
        return Ok(match search(&book, wanted.lang, typed)? {
            Search::At(place) => Made::At(place),
            Search::Page(page) => Made::Page(page),
        });
    }
    let page = wanted.place.as_ref().map(|place| site::page(&book, wanted.lang, place)).transpose()?.flatten();
    Ok(page.map_or_else(|| Made::Missing(site::missing(&book, wanted.lang, wanted.depth)), Made::Page))
}

impl Wanted {
    fn missing(&self, page: String) -> Response {
        if self.json {
            return no_path(self.lang, &self.path);
        }
        (StatusCode::NOT_FOUND, [(CONTENT_TYPE, Media::Html.name()), (VARY, "accept")], page).into_response()
    }

    fn troubled(&self, service: &Service, asker: &Asker, error: &Error) -> Response {
        if self.json {
            return refused(service, asker, error);
        }
        let failure = (service.words)(self.lang, error);
        let page = site::troubled(&service.manifest, self.lang, self.depth, failure);
        (status(error), [(CONTENT_TYPE, Media::Html.name()), (VARY, "accept")], page).into_response()
    }
}

/// What was searched is at a place; the address is from that of the log on.
fn seen(place: &Place) -> Response {
    (StatusCode::SEE_OTHER, [(LOCATION, format!("../{place}"))]).into_response()
}

fn path_of(target: &str) -> &str {
    target.split(['?', '#']).next().unwrap_or_default()
}

/// How many folders below the root of the site an address is.
fn depth(path: &str) -> usize {
    path.matches('/').count().saturating_sub(1)
}

/// What a form of a page may send.
#[derive(Deserialize)]
struct Form {
    q: Option<String>,
}

/// What was typed into a search.
fn typed(target: &str) -> Option<String> {
    let asked = Query::<Form>::try_from_uri(&target.parse::<Uri>().ok()?).ok()?;
    asked.0.q
}

async fn asset(asker: Asker, Path(name): Path<String>) -> Response {
    match assets::ALL.iter().find(|asset| asset.name() == name) {
        Some(asset) => found(&asker, Keeps::Ever, asset.media, asset.bytes.to_vec()),
        None => no_path(asker.lang, &asker.target),
    }
}

/// The page that checks by itself, or the file with its digest. It says itself what it may do; the header says the same.
fn checking(asker: &Asker, name: &str, text: &'static str) -> Response {
    static PAGE: Unchanging = Unchanging::new();
    let mut response = match name == check::FILE {
        true => PAGE.found(asker, Keeps::Now, "text/html; charset=utf-8", text.as_bytes()),
        false => found(asker, Keeps::Now, "text/plain; charset=utf-8", text.as_bytes().to_vec()),
    };
    if let (true, Ok(policy)) = (name == check::FILE, HeaderValue::from_str(&check::policy())) {
        response.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}
