//! The checkpoint that everything is under, with its cosignatures.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::response::Response;
use axum::routing::get;

use super::answer::{Keeps, json, read};
use super::asking::Asker;
use super::service::Service;
use crate::view::checkpoint::SignedCheckpoint;

pub(super) fn routes() -> Router<Arc<Service>> {
    Router::new().route("/v1/checkpoint", get(checkpoint))
}

async fn checkpoint(State(service): State<Arc<Service>>, asker: Asker) -> Response {
    read(service, asker, Keeps::Now, |live, _| Ok(json(&SignedCheckpoint::of(&live.reading().checkpoint)))).await
}
