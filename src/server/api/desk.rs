//! The desk of a commission: pages and files that are the same whatever the log is, and what keeps them where the line is
//! gone.

use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::extract::Path;
use axum::http::header::{CONTENT_SECURITY_POLICY, LOCATION, VARY};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::answering::answer::{Keeps, Unchanging, found};
use super::answering::problems::no_path;
use super::asking::asker::Asker;
use super::service::Service;
use crate::portal::desk;
use crate::text::Lang;

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "text/javascript; charset=utf-8";
/// The page runs its own scripts, and the program that they fetch from here; it asks nobody else, and nobody frames it.
const ITS_OWN: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; \
    img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

pub(super) fn routes() -> Router<Arc<Service>> {
    let router = Router::new()
        .route("/desk", get(|| async { moved("desk/") }))
        .route("/desk/", get(front))
        .route("/desk/offline.js", get(offline))
        .route("/desk/files/{version}/{name}", get(file));
    Lang::ALL.iter().fold(router, |router, lang| {
        let lang = *lang;
        let page =
            move |asker: Asker| async move { its_own(found(&asker, Keeps::Now, HTML, desk::page(lang).into_bytes())) };
        let back = move || async move { moved(lang.code()) };
        router.route(&format!("/desk/{lang}"), get(back)).route(&format!("/desk/{lang}/"), get(page))
    })
}

/// The page in the language that is wanted.
async fn front(asker: Asker) -> Response {
    let headers = [(VARY, "accept-language".to_owned()), (LOCATION, format!("{}/", asker.lang))];
    (StatusCode::SEE_OTHER, headers).into_response()
}

/// The folder of what was asked for as a file.
fn moved(folder: &str) -> Response {
    (StatusCode::PERMANENT_REDIRECT, [(LOCATION, format!("{}/", folder.trim_end_matches('/')))]).into_response()
}

async fn offline(asker: Asker) -> Response {
    its_own(found(&asker, Keeps::Now, SCRIPT, desk::offline().into_bytes()))
}

async fn file(asker: Asker, Path((version, name)): Path<(String, String)>) -> Response {
    static ANSWERS: LazyLock<Vec<Unchanging>> =
        LazyLock::new(|| desk::FILES.iter().map(|_| Unchanging::new()).collect());
    let mut files = desk::FILES.iter().zip(ANSWERS.iter());
    match files.find(|(file, _)| version == desk::version() && file.name == name) {
        Some((file, answer)) => its_own(answer.found(&asker, Keeps::Ever, file.media, file.bytes)),
        None => no_path(asker.lang, &asker.target),
    }
}

/// What runs says for itself what it may do: a thread goes by the policy of its own script.
fn its_own(mut response: Response) -> Response {
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(ITS_OWN));
    response
}
