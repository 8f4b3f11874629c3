//! What the codes mean, and what to do.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use super::answer::{JSON, Keeps, found, json, public};
use super::asking::Asker;
use super::service::Service;
use crate::domain::code::Code;
use crate::view::code::{Code as CodeView, Codes};

pub(super) fn routes() -> Router<Arc<Service>> {
    Router::new().route("/v1/codes", get(all)).route("/v1/codes/{code}", get(one))
}

async fn all(asker: Asker) -> Response {
    let codes = Codes::all(asker.lang);
    found(&asker, Keeps::Now, JSON, json(&codes))
}

async fn one(State(_): State<Arc<Service>>, asker: Asker, Path(code): Path<String>) -> Response {
    match code.parse::<Code>() {
        Ok(code) => found(&asker, Keeps::Now, JSON, json(&CodeView::of(code, asker.lang))),
        Err(_) => public(StatusCode::NOT_FOUND.into_response()),
    }
}
