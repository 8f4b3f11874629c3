//! Kits: what a clerk drafts, checks and signs with, of a unit and those above it or of the whole election. Where a kit has
//! figures, of a voting that is repeated, it waits for the publication gate.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::response::Response;
use axum::routing::get;
use serde::Deserialize;

use super::answer::{Keeps, found, gate, refused};
use super::asking::Asker;
use super::service::Service;
use crate::service::error::Error;
use crate::tally::gate::Gate;

const BYTES: &str = "application/octet-stream";

pub(super) fn routes() -> Router<Arc<Service>> {
    Router::new().route("/v1/kit", get(kit))
}

/// Whose kit.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskedKit {
    /// The unit that it is for; the whole election where it is left out.
    unit: Option<String>,
}

async fn kit(State(service): State<Arc<Service>>, asker: Asker, Query(asked): Query<AskedKit>) -> Response {
    let making = Arc::clone(&service);
    let make = move || making.kit(asked.unit.as_deref(), &Gate::at(&making.manifest, (making.clock)()));
    match tokio::task::spawn_blocking(make).await.unwrap_or(Err(Error::Defect)) {
        Ok(Some(kit)) => found(&asker, Keeps::Now, BYTES, kit.encode()),
        Ok(None) => gate(&service, &asker).unwrap_or_else(|| refused(&service, &asker, &Error::Defect)),
        Err(error) => refused(&service, &asker, &error),
    }
}
