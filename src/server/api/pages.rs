//! The pages of the media centre: an address is a language and a place, and the portal has the page.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::header::{CONTENT_SECURITY_POLICY, LOCATION, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::answering::answer::{Keeps, answer, found};
use super::answering::problems::{no_path, refused};
use super::asking::asker::Asker;
use super::service::Service;
use crate::portal::assets;
use crate::portal::book::{Book, Handed};
use crate::portal::place::Place;
use crate::portal::site;
use crate::service::error::Error;
use crate::tally::gate::Gate;
use crate::text::Lang;
use crate::view::cosigned::Cosigned;

const HTML: &str = "text/html; charset=utf-8";
/// A page asks for what is its own, and no other page frames it.
const ITS_OWN: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
/// The same of what newspapers frame.
const FRAMED: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
    base-uri 'none'; form-action 'none'; frame-ancestors *";

pub(super) fn routes() -> Router<Arc<Service>> {
    let router = Router::new().route("/", get(front)).route("/assets/{name}", get(asset));
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
    let Ok(place) = address.parse::<Place>() else {
        return match format!("{address}/").parse::<Place>() {
            // From within the last folder of what was asked for.
            Ok(_) => moved(format!("{}/", address.rsplit('/').next().unwrap_or_default())),
            Err(_) => no_path(lang, &asker.target),
        };
    };
    let gate = Gate::at(&service.manifest, (service.clock)());
    let policy = if matches!(place, Place::EmbedTable(_)) { FRAMED } else { ITS_OWN };
    // What is kept of a closed gate is no answer once it is open, and what is asked besides the place changes nothing.
    let state = if gate == Gate::Open { "open" } else { "closed" };
    let asker = Asker { lang, target: format!("{lang}/{place}#{state}"), ..asker };
    let (making, of) = (Arc::clone(&service), asker.clone());
    let make = move || match made(&making, lang, &place, gate) {
        Ok(Some(page)) => Ok(page.into_bytes()),
        Ok(None) => Err(Box::new(no_path(lang, &of.target))),
        Err(error) => Err(Box::new(refused(&making, &of, &error))),
    };
    let mut response = answer(HTML, &service, &asker, Keeps::Now, make).await;
    let headers = response.headers_mut();
    headers.insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    // The address says the language.
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    response
}

fn made(service: &Service, lang: Lang, place: &Place, gate: Gate) -> Result<Option<String>, Error> {
    let live = service.readable()?;
    let cosigned = Cosigned::under(live.cosigned(), service.policy.as_ref());
    site::page(&Book::of(&live, gate, &cosigned, Handed::Served)?, lang, place)
}

async fn asset(asker: Asker, Path(name): Path<String>) -> Response {
    match assets::ALL.iter().find(|asset| asset.name() == name) {
        Some(asset) => found(&asker, Keeps::Ever, asset.media, asset.bytes.to_vec()),
        None => no_path(asker.lang, &asker.target),
    }
}
