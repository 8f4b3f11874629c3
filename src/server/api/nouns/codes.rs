//! What the codes mean, and what to do.

use axum::http::StatusCode;
use axum::response::Response;

use crate::domain::code::Code;
use crate::server::api::answering::answer::{JSON, Keeps, found, json};
use crate::server::api::answering::problems::no_path;
use crate::server::api::asking::asker::Asker;
use crate::server::api::query::{Asked, Named, Nothing};
use crate::server::api::route::Route;
use crate::view::code::{Code as CodeView, Codes};

pub(super) fn routes() -> Vec<Route> {
    let all = Route::get("/v1/codes", "codes", "Every code that is built in: what it means, and what to do.", all);
    let one = Route::get("/v1/codes/{code}", "code", "What one code means, and what to do.", one);
    vec![
        all.asked::<Nothing>().json::<Codes>().or(&[StatusCode::BAD_REQUEST]),
        one.asked::<Nothing>().json::<CodeView>().or(&[StatusCode::BAD_REQUEST, StatusCode::NOT_FOUND]),
    ]
}

async fn all(asker: Asker, _: Asked<Nothing>) -> Response {
    let codes = Codes::all(asker.lang);
    found(&asker, Keeps::Now, JSON, json(&codes))
}

async fn one(asker: Asker, Named(code): Named<String>, _: Asked<Nothing>) -> Response {
    match code.parse::<Code>() {
        Ok(code) => found(&asker, Keeps::Now, JSON, json(&CodeView::of(code, asker.lang))),
        Err(_) => no_path(asker.lang, &asker.target),
    }
}
